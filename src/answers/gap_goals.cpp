// Share goals and objectives, and the ways to them, described.
#include "answers/gap.hpp"
#include "answers/outlook.hpp"

namespace deploy_plan::answers {

Text share_words(TierName tier) {
  switch (tier) {
  case TierName::addressable: return {"share of the addressable market", "part du marché adressable"};
  case TierName::addressed: return {"share of the addressed market", "part du marché adressé"};
  default: return {"share of the target", "part de la cible"};
  }
}

Words share_goal_words(TierName tier, std::string_view segment) {
  const Text of = share_words(tier);
  return segment.empty() ? Phrase{{"{0}", "{0}"}, {of}}.words()
                         : Phrase{{"{0} ({1})", "{0} ({1})"}, {of, std::string(segment)}}.words();
}

Words told_apart(const Words& name, const Argument& value, Date by) {
  return Phrase{{"{0}, {1} by {2}", "{0}, {1} au {2}"}, {name, value, by}}.words();
}

namespace {

// ---- days by which a figure was to be somewhere
constexpr Member due_members[] = {
    detail(figure<&DueFigure::by>({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date})),
    detail(figure<&DueFigure::value>(
        {{"value", "valeur"}, {"to have by then", "à avoir ce jour-là"}, {}, Kind::measure})),
    detail(figure<&DueFigure::status>({{"status", "statut"}, {"status", "statut"}, {}, Kind::word})),
    detail(
        figure<&DueFigure::seen>({{"observed", "relevé"},
                                  {"observed", "relevé"},
                                  {"the newest observation up to the day, once that is past; null where it "
                                   "is older than 62 days by then",
                                   "le dernier relevé jusqu'à ce jour, une fois passé ; null s'il a alors "
                                   "plus de 62 jours"},
                                  Kind::measure})),
    detail(figure<&DueFigure::seen_on>(
        {{"observed_on", "relevé_le"}, {"observed on", "relevé le"}, {}, Kind::date})),
};
constexpr Line milestones_line{
    {"milestones", "jalons"},
    {"milestones", "jalons"},
    {"those of its path, in the order of their days", "ceux de sa trajectoire, par échéance"}};
constexpr Line on_its_day_line{{"on_its_day", "à_l'échéance"},
                               {"on its day", "à l'échéance"},
                               {"how it stood then; null until that is past, or where it was never observed",
                                "où il en était alors ; null tant qu'elle n'est pas passée, ou s'il n'a "
                                "jamais été relevé"}};

// ---- ways from a baseline to a figure
constexpr Member pace_members[] = {
    figure<&Progress::progress>(
        {{"progress", "avancement"},
         {"progress", "avancement"},
         {"(current − baseline) / (goal − baseline)", "(actuel − départ) / (objectif − départ)"},
         Kind::share,
         Better::more}),
    figure<&Progress::elapsed>({{"elapsed", "temps_écoulé"},
                                {"time gone", "temps écoulé"},
                                {"share of the time gone from the baseline's day to the goal's",
                                 "part du temps écoulé du jour de départ à l'échéance"},
                                Kind::share,
                                Better::neither,
                                model::between(0, 1)}),
    figure<&Progress::status>(
        {{"status", "statut"},
         {"status", "statut"},
         {"where it is against its path today", "où il en est par rapport à sa trajectoire, aujourd'hui"},
         Kind::word}),
    figure<&Progress::stale>({{"stale", "périmé"},
                              {"out of date", "périmé"},
                              {"the newest observation is older than twice its measurement's every_days",
                               "le dernier relevé a plus de deux fois fréquence_jours"},
                              Kind::flag}),
    difference(figure<&Progress::needed_per_month>(
        {{"needed_per_month", "requis_par_mois"},
         {"pace needed", "rythme requis"},
         {"gap / time left; a month is 30.4375 days", "écart / temps restant ; un mois compte 30,4375 jours"},
         Kind::per_month,
         Better::less})),
    difference(figure<&Progress::observed_per_month>(
        {{"observed_per_month", "observé_par_mois"},
         {"pace observed", "rythme observé"},
         {"Theil–Sen slope of the observations, positive towards the goal",
          "pente de Theil–Sen des relevés, positive vers l'objectif"},
         Kind::per_month,
         Better::more})),
    difference(figure<&Progress::recent_per_month>(
        {{"recent_per_month", "récent_par_mois"},
         {"recent pace", "rythme récent"},
         {"over the last three intervals between observations, positive towards the goal",
          "sur les trois derniers intervalles entre relevés, positif vers l'objectif"},
         Kind::per_month,
         Better::more})),
    given(figure<&Progress::eta>(
        {{"eta", "atteinte_prévue"},
         {"reach date at the pace so far", "date d'atteinte au rythme depuis le début"},
         {"at the observed pace; unknown when it leads away. What may come is the outlook's to say",
          "au rythme observé ; inconnue quand il éloigne. Ce qu'il peut advenir, c'est la perspective qui le "
          "dit"},
         Kind::date,
         Better::less})),
    figure<&Progress::no_eta>({{"no_eta", "sans_atteinte"},
                               {"why no reach date", "pourquoi pas de date d'atteinte"},
                               {"where it is unknown", "là où elle est inconnue"},
                               Kind::name}),
};
constexpr Record pace_record{{"pace", "rythme"}, {}, pace_members};

constexpr Member goal_members[] = {
    figure<&ShareGoalGap::id>(
        {{"id", "id"},
         {"share goal", "objectif de part"},
         {"given, or made of tier, segment and day: target-2026-12-31",
          "donné, ou fait du niveau, du segment et de l'échéance : target-2026-12-31"}}),
    figure<&ShareGoalGap::of>(
        {{"of", "de"}, {"of", "de"}, {"the tier that the share is of", "le niveau dont c'est la part"}}),
    computed({{"segment", "segment"},
              {"segment", "segment"},
              {"else of the whole market", "sinon de tout le marché"}},
             [](const ShareGoalGap& goal) { return unless_empty(goal.segment); }),
    given(figure<&ShareGoalGap::share>({{"share", "part"},
                                        {"share to reach", "part à atteindre"},
                                        {},
                                        Kind::share,
                                        Better::neither,
                                        model::above_to(0, 1)})),
    figure<&ShareGoalGap::current>(
        {{"current", "actuel"}, {"share reached", "part atteinte"}, {}, Kind::share, Better::more}),
    difference(figure<&ShareGoalGap::gap>({{"gap", "écart"},
                                           {"share still to win", "part encore à gagner"},
                                           {"share − current", "part − actuel"},
                                           Kind::share,
                                           Better::less})),
    computed({{"gap_beneficiaries", "écart_bénéficiaires"},
              {"beneficiaries still to win", "bénéficiaires encore à gagner"},
              {"share × tier − penetrated, unrounded; paces are in beneficiaries too",
               "part × niveau − pénétré, sans arrondi ; les rythmes sont aussi en bénéficiaires"},
              Kind::measure,
              Better::less},
             [](const ShareGoalGap& goal) { return goal.beneficiaries.gap; }),
    detail(computed({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date},
                    [](const ShareGoalGap& goal) { return goal.beneficiaries.by; })),
    figure<&ShareGoalGap::path_now>(
        {{"path_now", "trajectoire"},
         {"share that its path has today", "part où en est la trajectoire ce jour"},
         {"of the path from the baseline to the goal, straight or through milestones",
          "de la trajectoire du départ à l'objectif, droite ou par des jalons"},
         Kind::share}),
    difference(figure<&ShareGoalGap::ahead>(
        {{"ahead", "avance"},
         {"ahead of its path", "avance sur la trajectoire"},
         {"current − path_now; positive is good", "actuel − trajectoire ; positif, c'est bien"},
         Kind::share,
         Better::more})),
    spread(pace_record, [](const ShareGoalGap& goal) -> const Progress& { return goal.beneficiaries; }),
    figure<&ShareGoalGap::milestones>(milestones_line),
    figure<&ShareGoalGap::on_its_day>(on_its_day_line),
    figure<&ShareGoalGap::outlook>(
        {outlook_key,
         {"outlook", "perspective"},
         {"what may come of it by its day, in beneficiaries; null where it is not observed, or not asked for",
          "ce qu'il peut en advenir à son échéance, en bénéficiaires ; null là où il n'est pas relevé, ou "
          "pas demandé"}}),
};

constexpr Member objective_members[] = {
    figure<&ObjectiveGap::id>({{"id", "id"}, {"objective", "objectif"}}),
    figure<&ObjectiveGap::stage>({{"stage", "étape"}, {"stage", "étape"}}),
    figure<&ObjectiveGap::north_star>(
        {{"north_star", "étoile_polaire"}, {"North Star", "étoile polaire"}, {}, Kind::flag}),
    figure<&ObjectiveGap::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    computed({{"scale", "échelle"},
              {"scale", "échelle"},
              {"a count, or a rate: a share of one", "un nombre, ou un taux : une part de un"},
              Kind::name},
             [](const ObjectiveGap& objective) { return objective.counted ? Scale::count : Scale::rate; }),
    given(computed({{"baseline", "départ"},
                    {"baseline", "départ"},
                    {"the value to start from; the first observation where none is given",
                     "la valeur de départ ; le premier relevé quand aucune n'est donnée"},
                    Kind::measure},
                   [](const ObjectiveGap& objective) { return objective.progress.baseline; })),
    computed({{"current", "actuel"},
              {"current value", "valeur actuelle"},
              {"the newest observation on or before the day", "le dernier relevé de ce jour ou d'avant"},
              Kind::measure},
             [](const ObjectiveGap& objective) { return objective.progress.current; }),
    given(
        computed({{"target", "objectif_chiffré"}, {"figure to reach", "objectif chiffré"}, {}, Kind::measure},
                 [](const ObjectiveGap& objective) { return objective.progress.goal; })),
    detail(computed({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date},
                    [](const ObjectiveGap& objective) { return objective.progress.by; })),
    difference(computed({{"gap", "écart"},
                         {"gap", "écart"},
                         {"positive is still to do, whichever way the figure must go",
                          "positif : encore à faire, dans quelque sens que le chiffre doive aller"},
                         Kind::measure,
                         Better::less},
                        [](const ObjectiveGap& objective) { return objective.progress.gap; })),
    computed({{"path_now", "trajectoire"},
              {"its path today", "sa trajectoire ce jour"},
              {"of the path from the baseline to the goal, straight or through milestones",
               "de la trajectoire du départ à l'objectif, droite ou par des jalons"},
              Kind::measure},
             [](const ObjectiveGap& objective) { return objective.progress.path_now; }),
    difference(computed({{"ahead", "avance"},
                         {"ahead of its path", "avance sur la trajectoire"},
                         {"positive is good, whichever way the figure must go",
                          "positif, c'est bien, dans quelque sens que le chiffre doive aller"},
                         Kind::measure,
                         Better::more},
                        [](const ObjectiveGap& objective) { return objective.progress.ahead; })),
    spread(pace_record, [](const ObjectiveGap& objective) -> const Progress& { return objective.progress; }),
    computed(milestones_line,
             [](const ObjectiveGap& objective) -> const std::vector<DueFigure>& {
               return objective.progress.milestones;
             }),
    computed(on_its_day_line,
             [](const ObjectiveGap& objective) -> const std::optional<DueFigure>& {
               return objective.progress.on_its_day;
             }),
    figure<&ObjectiveGap::outlook>(
        {outlook_key,
         {"outlook", "perspective"},
         {"what may come of it by its day; null where it is not observed, or not asked for",
          "ce qu'il peut en advenir à son échéance ; null là où il n'est pas relevé, ou pas demandé"}}),
};
} // namespace

template <>
const Record& description<ShareGoalGap>() {
  static constexpr Record record{
      {"goal", "objectif de part"}, {}, goal_members, {}, 0, title([](const ShareGoalGap& goal) {
        return Phrase{{"{0} by {1}", "{0} au {1}"},
                      {share_goal_words(goal.of, goal.segment_name), goal.beneficiaries.by}}
            .words();
      })};
  return record;
}
template <>
const Record& description<DueFigure>() {
  static constexpr Record record{
      {"figure due", "chiffre attendu"},
      {},
      due_members,
      {},
      std::nullopt,
      nullptr,
      counted_in([](const DueFigure& one, const Context& around) {
        return Context{around.unit, around.is_rate || one.is_share, around.currency};
      })};
  return record;
}
template <>
const Record& description<ObjectiveGap>() {
  static constexpr Record record{
      {"objective", "objectif"},
      {},
      objective_members,
      {},
      0,
      title([](const ObjectiveGap& objective) { return named(objective.name, objective.id); }),
      counted_in([](const ObjectiveGap& objective, const Context& around) {
        return Context{objective.unit, !objective.counted, around.currency};
      })};
  return record;
}

} // namespace deploy_plan::answers

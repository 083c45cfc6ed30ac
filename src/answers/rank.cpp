// Actions, ranked, described.
#include "answers/description.hpp"
#include "deploy_plan/outlook.hpp"
#include "deploy_plan/ranking.hpp"

namespace deploy_plan::answers {
namespace {

/// The cheapest action of a lever for an objective.
struct Cheapest {
  const RankedAction* action;
};
/// An effect before anything else than its own figures is allowed for.
struct AsSeen {
  Estimate effect;
};
} // namespace

template <>
const Record& description<RunEffect>();
template <>
const Record& description<RankedAction>();
template <>
const Record& description<Cheapest>();
template <>
const Record& description<AsSeen>();
template <>
const Record& description<EstimateScore>();

namespace {

constexpr Member raw_members[] = {
    computed({{"value", "valeur"},
              {"effect as it was seen", "effet tel qu'observé"},
              {"as the results show it by themselves, or the test",
               "tel que les résultats le montrent à eux seuls, ou le test"},
              Kind::measure},
             [](const AsSeen& one) { return one.effect.value; }),
    computed({{"low", "bas"},
              {"effect as it was seen, at least", "effet tel qu'observé, au moins"},
              {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
              Kind::measure},
             [](const AsSeen& one) { return one.effect.low; }),
    computed({{"high", "haut"},
              {"effect as it was seen, at most", "effet tel qu'observé, au plus"},
              {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
              Kind::measure},
             [](const AsSeen& one) { return one.effect.high; }),
};

constexpr Member effect_members[] = {
    computed({{"value", "valeur"},
              {"effect of a run", "effet d'un passage"},
              {"what one run adds to the objective's metric",
               "ce qu'un passage ajoute à la métrique de l'objectif"},
              Kind::measure,
              Better::more},
             [](const RunEffect& effect) { return effect.estimate.value; }),
    computed({{"low", "bas"},
              {"effect of a run, at least", "effet d'un passage, au moins"},
              {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
              Kind::measure},
             [](const RunEffect& effect) { return effect.estimate.low; }),
    computed({{"high", "haut"},
              {"effect of a run, at most", "effet d'un passage, au plus"},
              {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
              Kind::measure},
             [](const RunEffect& effect) { return effect.estimate.high; }),
    computed({{"median", "médiane"},
              {"median effect of a run", "effet médian d'un passage"},
              {"as likely to be more as to be less", "autant de chances d'être au-dessus qu'en dessous"},
              Kind::measure,
              Better::more},
             [](const RunEffect& effect) { return effect.median(); }),
    figure<&RunEffect::standard_error>({{"standard_error", "erreur_type"},
                                        {"standard error of the effect", "erreur type de l'effet"},
                                        {"of measured effects", "des effets mesurés"},
                                        Kind::measure}),
    figure<&RunEffect::basis>(
        {{"basis", "base"}, {"basis", "base"}, {"measured or assumed", "mesuré ou supposé"}, Kind::word}),
    figure<&RunEffect::tested>({{"tested", "testé"},
                                {"measured by its test", "mesuré par son test"},
                                {"no result being written down", "aucun résultat n'étant noté"},
                                Kind::flag}),
    figure<&RunEffect::too_narrow>(
        {{"too_narrow", "trop_étroit"},
         {"interval likely too narrow", "intervalle sans doute trop étroit"},
         {"it rests on an interval given as `effect`, and of those of this file too few held",
          "il repose sur un intervalle donné comme `effet`, et ceux de ce fichier ont trop peu tenu"},
         Kind::flag}),
    detail(computed(
        {{"raw", "brut"},
         {"effect as it was seen", "effet tel qu'observé"},
         {"of measured effects, before what was thought, what other actions of its lever and objective show "
          "and what being chosen adds to a test's figures are allowed for",
          "des effets mesurés, avant de tenir compte de ce qu'on pensait, de ce que montrent les autres "
          "actions "
          "du levier pour l'objectif, et de ce qu'être retenu ajoute aux chiffres d'un test"}},
        [](const RunEffect& effect) {
          return effect.raw ? std::optional(AsSeen{*effect.raw}) : std::nullopt;
        })),
    detail(counting("action",
                    figure<&RunEffect::fellows>(
                        {{"fellows", "semblables"},
                         {"actions that it was read together with", "actions lues avec elle"},
                         {"others measured, of the same lever and objective, that moved it",
                          "autres actions mesurées, du même levier et du même objectif, qui l'ont déplacé"},
                         Kind::count}))),
};

constexpr Member action_members[] = {
    figure<&RankedAction::id>({{"id", "id"}, {"action", "action"}}),
    figure<&RankedAction::lever>({{"lever", "levier"}, {"lever", "levier"}}),
    computed({{"objective", "objectif"}, {"objective", "objectif"}},
             [](const RankedAction& action) { return unless_empty(action.objective); }),
    figure<&RankedAction::full_cost>({{"full_cost", "coût_complet"},
                                      {"full cost of a run", "coût complet d'un passage"},
                                      {"money + days × day rate", "argent + jours × coût du jour"},
                                      Kind::money,
                                      Better::less}),
    figure<&RankedAction::setup_cost>({{"setup_cost", "coût_de_mise_en_place"},
                                       {"cost of setting up", "coût de mise en place"},
                                       {"once", "une fois"},
                                       Kind::money,
                                       Better::less}),
    figure<&RankedAction::effect>({{"effect", "effet"}, {"effect", "effet"}}),
    counting("run", figure<&RankedAction::done>(
                        {{"done", "faits"}, {"runs done", "passages faits"}, {}, Kind::count})),
    counting("run", figure<&RankedAction::left>(
                        {{"left", "restants"},
                         {"runs still to do", "passages restants"},
                         {"`runs.max` less those done", "`passages.max` moins ceux qui sont faits"},
                         Kind::count})),
    figure<&RankedAction::next_gain>({{"next_gain", "gain_suivant"},
                                      {"gain of the next run", "gain du prochain passage"},
                                      {"its median effect, once the runs done have worn it",
                                       "son effet médian, usé par les passages déjà faits"},
                                      Kind::measure,
                                      Better::more}),
    figure<&RankedAction::cost_per_unit>(
        {{"cost_per_unit", "coût_par_unité"},
         {"cost by unit", "coût à l'unité"},
         {"the next run's full cost, and its part of a setup still to come, over its gain",
          "coût complet du prochain passage, et sa part d'une mise en place encore à faire, sur son gain"},
         Kind::money_by_unit,
         Better::less}),
    figure<&RankedAction::cost_per_unit_left>(
        {{"cost_per_unit_left", "coût_par_unité_restant"},
         {"cost by unit of all that is left", "coût à l'unité de tout ce qui reste"},
         {"full cost of all runs still to do over what they gain",
          "coût complet de tous les passages restants sur ce qu'ils gagnent"},
         Kind::money_by_unit,
         Better::less}),
    figure<&RankedAction::probability_best>(
        {{"probability_best", "probabilité_meilleure"},
         {"probability of being the best", "probabilité d'être la meilleure"},
         {"that no action of its objective costs less by unit; effects are drawn as outlooks draw them",
          "qu'aucune action de son objectif ne coûte moins à l'unité ; les effets sont tirés comme dans les "
          "perspectives"},
         Kind::probability,
         Better::more}),
    figure<&RankedAction::repeatability>(
        {{"repeatability", "répétabilité"}, {"repeats", "se répète"}, {}, Kind::word}),
    figure<&RankedAction::pareto>(
        {{"pareto", "pareto"},
         {"on the front", "sur le front"},
         {"no action of the objective does as well at cost, effect and repeatability",
          "aucune action de l'objectif ne fait aussi bien en coût, effet et répétabilité"},
         Kind::flag}),
    computed({{"dominated_by", "dominée_par"},
              {"dominated by", "dominée par"},
              {"the cheapest by unit of those that do better",
               "la moins chère à l'unité de celles qui font mieux"}},
             [](const RankedAction& action) { return unless_empty(action.dominated_by); }),
    figure<&RankedAction::verdict>(
        {{"verdict", "verdict"}, {"its test says", "son test dit"}, {}, Kind::word}),
    computed(
        {{"unranked", "sans_rang"}, {"why it has no rank", "pourquoi elle n'a pas de rang"}, {}, Kind::word},
        [](const RankedAction& action) {
          return action.unranked == Unranked::no ? std::nullopt : std::optional(action.unranked);
        }),
};
constexpr Member cheapest_members[] = {
    computed({{"lever", "levier"}, {"lever", "levier"}},
             [](const Cheapest& one) { return one.action->lever; }),
    computed({{"objective", "objectif"}, {"objective", "objectif"}},
             [](const Cheapest& one) { return unless_empty(one.action->objective); }),
    computed({{"action", "action"}, {"action", "action"}},
             [](const Cheapest& one) { return one.action->id; }),
    computed({{"cost_per_unit", "coût_par_unité"},
              {"cost by unit", "coût à l'unité"},
              {"of the action", "de l'action"},
              Kind::money_by_unit,
              Better::less},
             [](const Cheapest& one) { return one.action->cost_per_unit; }),
};
constexpr Member score_members[] = {
    figure<&EstimateScore::given>({{"given", "donnés"},
                                   {"estimates with results since", "estimations suivies de résultats"},
                                   {"actions whose `effect` is an interval, and that have results",
                                    "actions dont l'`effet` est un intervalle, et qui ont des résultats"},
                                   Kind::count}),
    figure<&EstimateScore::held>(
        {{"held", "tenus"},
         {"estimates that held", "estimations qui ont tenu"},
         {"those in which the mean of the results lies, runs' variation allowed for",
          "celles où tombe la moyenne des résultats, compte tenu de la variation des "
          "passages"},
         Kind::count,
         Better::more}),
    detail(figure<&EstimateScore::probability>(
        {{"probability", "probabilité"},
         {"probability that so few hold", "probabilité qu'aussi peu tiennent"},
         {"were each to hold nine times out of ten", "si chacune tenait neuf fois sur dix"},
         Kind::probability})),
    computed({{"too_few", "trop_peu"},
              {"too few held", "trop peu ont tenu"},
              {"that probability is below 5 %", "cette probabilité est inférieure à 5 %"},
              Kind::flag},
             [](const EstimateScore& score) { return score.too_few(); }),
    figure<&EstimateScore::widen>(
        {{"widen", "élargir"},
         {"widening", "élargissement"},
         {"what the intervals' width is to be multiplied by for nine in ten to have held (the ratio of their "
          "ends raised to it, above 0); where too few did",
          "par combien multiplier la largeur des intervalles pour que neuf sur dix aient tenu (le rapport de "
          "leurs bornes élevé à cette puissance, au-dessus de 0) ; si trop peu ont tenu"},
         Kind::number}),
};
constexpr Member ranking_members[] = {
    figure<&Ranking::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    figure<&Ranking::actions>({{"actions", "actions"}, {"actions", "actions"}}),
    computed({{"by_lever", "par_levier"},
              {"by lever", "par levier"},
              {"the cheapest action by unit of each lever, objective by objective",
               "l'action la moins chère à l'unité de chaque levier, objectif par objectif"}},
             [](const Ranking& ranking) {
               std::vector<Cheapest> all;
               for (const RankedAction* const one : cheapest_by_lever(ranking))
                 all.push_back({one});
               return all;
             }),
    figure<&Ranking::estimates>({{"estimates", "estimations"},
                                 {"earlier estimates", "estimations passées"},
                                 {"how the intervals given as effects turned out",
                                  "ce que sont devenus les intervalles donnés comme effets"}}),
};
} // namespace

template <>
const Record& description<RunEffect>() {
  static constexpr Record record{{"effect", "effet"}, {}, effect_members};
  return record;
}
template <>
const Record& description<AsSeen>() {
  static constexpr Record record{{"effect as it was seen", "effet tel qu'observé"}, {}, raw_members};
  return record;
}
template <>
const Record& description<EstimateScore>() {
  static constexpr Record record{{"earlier estimates", "estimations passées"}, {}, score_members};
  return record;
}
template <>
const Record& description<RankedAction>() {
  static constexpr Record record{
      {"action", "action"},
      {},
      action_members,
      {},
      0,
      title([](const RankedAction& action) { return named(action.name, action.id); }),
      counted_in([](const RankedAction& action, const Context& around) {
        return Context{action.unit, action.is_rate, around.currency, FutureOptions{}.draws};
      })};
  return record;
}
template <>
const Record& description<Cheapest>() {
  static constexpr Record record{{"cheapest action", "action la moins chère"},
                                 {},
                                 cheapest_members,
                                 {},
                                 0,
                                 title([](const Cheapest& one) { return shown(one.action->lever); })};
  return record;
}
template <>
const Record& description<Ranking>() {
  static constexpr Record record{{"ranking", "classement"},
                                 {},
                                 ranking_members,
                                 "deploy-plan/rank@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const Ranking& ranking, const Context&) {
                                   return Context{"", false, ranking.currency};
                                 })};
  return record;
}

} // namespace deploy_plan::answers

// Where strategies stand, described.
#include "answers/answers.hpp"

namespace deploy_plan::answers {

Text share_words(TierName tier) {
  switch (tier) {
  case TierName::addressable: return {"share of the addressable market", "part du marché adressable"};
  case TierName::addressed: return {"share of the addressed market", "part du marché adressé"};
  default: return {"share of the target", "part de la cible"};
  }
}

template <>
const Record& description<MarketShares>();
template <>
const Record& description<TierShares>();
template <>
const Record& description<MarketGap>();
template <>
const Record& description<Closing>();
template <>
const Record& description<ShareGoalGap>();
template <>
const Record& description<ObjectiveGap>();
template <>
const Record& description<FunnelStage>();
template <>
const Record& description<VerdictCounts>();
template <>
const Record& description<LeverGap>();
template <>
const Record& description<StageCost>();
template <>
const Record& description<Gap>();
template <>
const Record& description<GoalCounts>();
template <>
const Record& description<CountedBy<GoalStatus>>();
template <>
const Record& description<MarketTotal>();
template <>
const Record& description<PortfolioTotals>();
template <>
const Record& description<GapPortfolio>();

namespace {

// ---- the market, its segments
constexpr Member share_members[] = {
    figure<&MarketShares::addressable>({{"addressable", "adressable"},
                                        {"share of the addressable market", "part du marché adressable"},
                                        {"penetrated / addressable", "pénétré / adressable"},
                                        Kind::share,
                                        Better::more}),
    figure<&MarketShares::addressed>({{"addressed", "adressé"},
                                      {"share of the addressed market", "part du marché adressé"},
                                      {"penetrated / addressed", "pénétré / adressé"},
                                      Kind::share,
                                      Better::more}),
    figure<&MarketShares::target>({{"target", "cible"},
                                   {"share of the target market", "part du marché cible"},
                                   {"penetrated / target", "pénétré / cible"},
                                   Kind::share,
                                   Better::more}),
};
constexpr Member tier_share_members[] = {
    given(figure<&TierShares::addressed>(
        {{"addressed", "adressé"},
         {"addressed, as a share of the addressable", "adressé, en part de l'adressable"},
         {"addressed / addressable", "adressé / adressable"},
         Kind::share})),
    given(figure<&TierShares::target>(
        {{"target", "cible"},
         {"target, as a share of the addressable", "cible, en part de l'adressable"},
         {"target / addressable", "cible / adressable"},
         Kind::share})),
};
constexpr Member tier_gap_members[] = {
    figure<&MarketGap::to_addressed>({{"addressed", "adressé"},
                                      {"left of the addressed market", "reste du marché adressé"},
                                      {"addressed − penetrated", "adressé − pénétré"},
                                      Kind::measure,
                                      Better::less}),
    figure<&MarketGap::to_target>({{"target", "cible"},
                                   {"left of the target market", "reste du marché cible"},
                                   {"target − penetrated", "cible − pénétré"},
                                   Kind::measure,
                                   Better::less}),
};
constexpr Record tier_gaps{{"tier gaps", "écarts aux étages"}, {}, tier_gap_members};

constexpr Member market_members[] = {
    given(computed({{"addressable", "adressable"},
                    {"addressable market", "marché adressable"},
                    {"the largest possible size", "la plus grande taille possible"},
                    Kind::measure},
                   [](const MarketGap& market) { return market.sizes.addressable; })),
    given(computed({{"addressed", "adressé"},
                    {"addressed market", "marché adressé"},
                    {"what the team can reasonably reach with today's means",
                     "ce que l'équipe peut raisonnablement atteindre avec ses moyens"},
                    Kind::measure},
                   [](const MarketGap& market) { return market.sizes.addressed; })),
    given(computed({{"target", "cible"},
                    {"target market", "marché cible"},
                    {"the part of the addressed market chosen for the period",
                     "la partie du marché adressé choisie pour la période"},
                    Kind::measure},
                   [](const MarketGap& market) { return market.sizes.target; })),
    computed({{"penetrated", "pénétré"},
              {"penetrated market", "marché pénétré"},
              {"the newest observation on or before the day, else its size",
               "le dernier relevé de ce jour ou d'avant, sinon sa taille"},
              Kind::measure,
              Better::more},
             [](const MarketGap& market) { return market.sizes.penetrated; }),
    figure<&MarketGap::share>({{"share", "part"}, {"market shares", "parts de marché"}}),
    figure<&MarketGap::of_addressable>(
        {{"of_addressable", "de_l_adressable"},
         {"tiers as shares of the addressable market", "étages, en parts du marché adressable"}}),
    group({{"gap", "écart"}, {"what is left of the tiers", "ce qui reste des étages"}}, tier_gaps),
    given(figure<&MarketGap::out_of_reach>({{"out_of_reach", "hors_de_portée"},
                                            {"out of today's reach", "hors de portée aujourd'hui"},
                                            {"addressable − addressed", "adressable − adressé"},
                                            Kind::measure})),
    given(figure<&MarketGap::in_reserve>({{"in_reserve", "en_réserve"},
                                          {"in reserve", "en réserve"},
                                          {"addressed − target", "adressé − cible"},
                                          Kind::measure})),
};
constexpr Record market_record{{"market figures", "chiffres d'un marché"}, {}, market_members};

constexpr Member segment_members[] = {
    figure<&MarketGap::id>({{"id", "id"}, {"segment", "segment"}}),
    spread(market_record, [](const MarketGap& segment) -> const MarketGap& { return segment; }),
};

// ---- ways from a baseline to a figure
constexpr Member closing_members[] = {
    figure<&Closing::median>(
        {{"median", "médiane"},
         {"part of the gap closed by then, median", "part de l'écart comblée d'ici là, médiane"},
         {"0 is today, 1 the goal", "0 est aujourd'hui, 1 l'objectif"},
         Kind::share,
         Better::more}),
    figure<&Closing::low>(
        {{"low", "bas"},
         {"part of the gap closed by then, at least", "part de l'écart comblée d'ici là, au moins"},
         {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
         Kind::share}),
    figure<&Closing::high>(
        {{"high", "haut"},
         {"part of the gap closed by then, at most", "part de l'écart comblée d'ici là, au plus"},
         {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
         Kind::share}),
    figure<&Closing::probability>({{"probability", "probabilité"},
                                   {"probability of the goal", "probabilité de l'objectif"},
                                   {"of reaching it by its day", "de l'atteindre à son échéance"},
                                   Kind::probability,
                                   Better::more}),
};

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
         {"where it is against its path today", "où il en est par rapport à son chemin, aujourd'hui"},
         Kind::word}),
    figure<&Progress::stale>({{"stale", "périmé"},
                              {"out of date", "périmé"},
                              {"the newest observation is older than twice its measurement's every_days",
                               "le dernier relevé a plus de deux fois fréquence_jours"},
                              Kind::flag}),
    figure<&Progress::needed_per_month>(
        {{"needed_per_month", "requis_par_mois"},
         {"pace needed", "rythme requis"},
         {"gap / time left; a month is 30.4375 days", "écart / temps restant ; un mois compte 30,4375 jours"},
         Kind::per_month,
         Better::less}),
    figure<&Progress::observed_per_month>({{"observed_per_month", "observé_par_mois"},
                                           {"pace observed", "rythme observé"},
                                           {"Theil–Sen slope of the observations, positive towards the goal",
                                            "pente de Theil–Sen des relevés, positive vers l'objectif"},
                                           Kind::per_month,
                                           Better::more}),
    figure<&Progress::eta>({{"eta", "atteinte_prévue"},
                            {"reach date", "date d'atteinte"},
                            {"at the observed pace; unknown when it leads away",
                             "au rythme observé ; inconnue quand il éloigne"},
                            Kind::date,
                            Better::less}),
    figure<&Progress::no_eta>({{"no_eta", "sans_atteinte"},
                               {"why no reach date", "pourquoi pas de date d'atteinte"},
                               {"where it is unknown", "là où elle est inconnue"},
                               Kind::name}),
    figure<&Progress::closing>(
        {{"closing", "comblement"},
         {"what the futures close", "ce que comblent les futurs"},
         {"what part of the gap simulated futures close by its day, where they are asked for",
          "quelle part de l'écart les futurs simulés comblent à l'échéance, s'ils sont demandés"}}),
};
constexpr Record pace_record{{"pace", "rythme"}, {}, pace_members};

constexpr Member goal_members[] = {
    figure<&ShareGoalGap::id>(
        {{"id", "id"},
         {"share goal", "objectif de part"},
         {"given, or made of tier, segment and day: target-2026-12-31",
          "donné, ou fait du niveau, du segment et de l'échéance : target-2026-12-31"}}),
    figure<&ShareGoalGap::of>(
        {{"of", "de"}, {"of", "de"}, {"the tier that the share is of", "l'étage dont c'est la part"}}),
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
    figure<&ShareGoalGap::gap>({{"gap", "écart"},
                                {"share still to win", "part encore à gagner"},
                                {"share − current", "part − actuel"},
                                Kind::share,
                                Better::less}),
    computed({{"gap_beneficiaries", "écart_bénéficiaires"},
              {"beneficiaries still to win", "bénéficiaires encore à gagner"},
              {"share × tier − penetrated, unrounded; paces are in beneficiaries too",
               "part × étage − pénétré, sans arrondi ; les rythmes sont aussi en bénéficiaires"},
              Kind::measure,
              Better::less},
             [](const ShareGoalGap& goal) { return goal.beneficiaries.gap; }),
    detail(computed({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date},
                    [](const ShareGoalGap& goal) { return goal.beneficiaries.by; })),
    figure<&ShareGoalGap::path_now>(
        {{"path_now", "trajectoire"},
         {"share that its path has today", "part où en est la trajectoire ce jour"},
         {"of the straight path from the baseline to the goal",
          "de la trajectoire droite du départ à l'objectif"},
         Kind::share}),
    figure<&ShareGoalGap::ahead>(
        {{"ahead", "avance"},
         {"ahead of its path", "avance sur la trajectoire"},
         {"current − path_now; positive is good", "actuel − trajectoire ; positif, c'est bien"},
         Kind::share,
         Better::more}),
    spread(pace_record, [](const ShareGoalGap& goal) -> const Progress& { return goal.beneficiaries; }),
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
    computed({{"gap", "écart"},
              {"gap", "écart"},
              {"positive is still to do, whichever way the figure must go",
               "positif : encore à faire, dans quelque sens que le chiffre doive aller"},
              Kind::measure,
              Better::less},
             [](const ObjectiveGap& objective) { return objective.progress.gap; }),
    computed({{"path_now", "trajectoire"},
              {"its path today", "sa trajectoire ce jour"},
              {"of the straight path from the baseline to the goal",
               "de la trajectoire droite du départ à l'objectif"},
              Kind::measure},
             [](const ObjectiveGap& objective) { return objective.progress.path_now; }),
    computed({{"ahead", "avance"},
              {"ahead of its path", "avance sur la trajectoire"},
              {"positive is good, whichever way the figure must go",
               "positif, c'est bien, dans quelque sens que le chiffre doive aller"},
              Kind::measure,
              Better::more},
             [](const ObjectiveGap& objective) { return objective.progress.ahead; }),
    spread(pace_record, [](const ObjectiveGap& objective) -> const Progress& { return objective.progress; }),
};

// ---- funnel, levers, costs
constexpr Member funnel_members[] = {
    figure<&FunnelStage::stage>({{"stage", "étape"}, {"stage", "étape"}}),
    figure<&FunnelStage::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    figure<&FunnelStage::value>(
        {{"value", "valeur"},
         {"value of the stage", "valeur de l'étape"},
         {"of its first count objective", "de son premier objectif qui compte un nombre"},
         Kind::measure}),
    figure<&FunnelStage::conversion>(
        {{"conversion", "conversion"},
         {"conversion from the stage before", "conversion depuis l'étape d'avant"},
         {"value over that of the stage before, counted in the same unit",
          "valeur sur celle de l'étape d'avant, comptée dans la même unité"},
         Kind::share,
         Better::more}),
    figure<&FunnelStage::no_conversion>({{"no_conversion", "sans_conversion"},
                                         {"why no conversion", "pourquoi pas de conversion"},
                                         {"where there is none", "là où il n'y en a pas"},
                                         Kind::name}),
};

constexpr Member lever_members[] = {
    figure<&LeverGap::family>({{"family", "famille"}, {"lever", "levier"}}),
    computed({{"use", "emploi"}, {"use", "emploi"}, {"what is made of it", "ce qu'on en fait"}, Kind::word},
             [](const LeverGap& lever) { return lever.use(); }),
    counting("action", figure<&LeverGap::actions>({{"actions", "actions"},
                                                   {"actions", "actions"},
                                                   {"not stopped", "non arrêtées"},
                                                   Kind::count,
                                                   Better::neither,
                                                   model::at_least(0)})),
    figure<&LeverGap::available>({{"available", "disponible"}, {"available", "disponible"}, {}, Kind::flag}),
    figure<&LeverGap::relevant>({{"relevant", "pertinent"}, {"relevant", "pertinent"}, {}, Kind::flag}),
    figure<&LeverGap::verdicts>(
        {{"verdicts", "verdicts"},
         {"verdicts", "verdicts"},
         {"what the tests of its actions say, counted", "ce que disent les tests de ses actions, compté"}}),
    figure<&LeverGap::full_cost>({{"full_cost", "coût_complet"},
                                  {"spent", "dépensé"},
                                  {"money and days of its results, at the day rate",
                                   "argent et jours de ses résultats, au coût du jour"},
                                  Kind::money}),
};

constexpr Member cost_members[] = {
    figure<&StageCost::stage>({{"stage", "étape"}, {"stage", "étape"}}),
    figure<&StageCost::effect>({{"effect", "effet"},
                                {"effect of the results", "effet des résultats"},
                                {"of the actions at the stage", "des actions de l'étape"},
                                Kind::number}),
    figure<&StageCost::full_cost>(
        {{"full_cost", "coût_complet"}, {"cost of the results", "coût des résultats"}, {}, Kind::money}),
    figure<&StageCost::per_unit>({{"per_unit", "par_unité"},
                                  {"cost of one", "coût à l'unité"},
                                  {"of one acquired, activated, retained…", "d'un acquis, activé, retenu…"},
                                  Kind::money_by_unit,
                                  Better::less}),
};
} // namespace

template <>
const Record& description<MarketShares>() {
  static constexpr Record record{{"market shares", "parts de marché"}, {}, share_members};
  return record;
}
template <>
const Record& description<TierShares>() {
  static constexpr Record record{{"tier shares", "parts des étages"}, {}, tier_share_members};
  return record;
}
template <>
const Record& description<MarketGap>() {
  static constexpr Record record{
      {"segment", "segment"}, {}, segment_members, {}, 0, title([](const MarketGap& segment) {
        return named(segment.name, segment.id);
      })};
  return record;
}
template <>
const Record& description<Closing>() {
  static constexpr Record record{{"closing", "comblement"}, {}, closing_members};
  return record;
}
template <>
const Record& description<ShareGoalGap>() {
  static constexpr Record record{
      {"goal", "objectif de part"}, {}, goal_members, {}, 0, title([](const ShareGoalGap& goal) {
        const Text of = share_words(goal.of);
        const Date by = goal.beneficiaries.by;
        return goal.segment.empty()
                   ? Phrase{{"{0} by {1}", "{0} au {1}"}, {of, by}}.words()
                   : Phrase{{"{0} ({1}) by {2}", "{0} ({1}) au {2}"}, {of, goal.segment, by}}.words();
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
template <>
const Record& description<FunnelStage>() {
  static constexpr Record record{{"funnel stage", "étape de l'entonnoir"},
                                 {},
                                 funnel_members,
                                 {},
                                 0,
                                 title([](const FunnelStage& stage) { return shown(stage.stage); }),
                                 counted_in([](const FunnelStage& stage, const Context& around) {
                                   return Context{stage.unit, false, around.currency};
                                 })};
  return record;
}
template <>
const Record& description<LeverGap>() {
  static constexpr Record record{
      {"lever", "levier"}, {}, lever_members, {}, 0, title([](const LeverGap& lever) {
        return shown(lever.family);
      })};
  return record;
}
template <>
const Record& description<StageCost>() {
  static constexpr Record record{
      {"stage cost", "coût d'une étape"}, {}, cost_members, {}, 0, title([](const StageCost& cost) {
        return shown(cost.stage);
      })};
  return record;
}

namespace {

constexpr Member whole_market_members[] = {
    figure<&Gap::unit>(
        {{"unit", "unité"}, {"unit", "unité"}, {"what one beneficiary is", "ce qu'est un bénéficiaire"}}),
    spread(market_record, [](const Gap& gap) -> const MarketGap& { return gap.market; }),
    figure<&Gap::segments>({{"segments", "segments"}, {"segments", "segments"}}),
    figure<&Gap::goals>({{"goals", "objectifs_de_part"}, {"share goals", "objectifs de part"}}),
    figure<&Gap::cost_per_addressed>({{"cost_per_addressed", "coût_par_adressé"},
                                      {"cost by addressed beneficiary", "coût par bénéficiaire adressé"},
                                      {"viability.annual_cost / addressed: is the launch worth it?",
                                       "viabilité.coût_annuel / adressé : le lancement vaut-il son coût ?"},
                                      Kind::money_by_unit,
                                      Better::less}),
    figure<&Gap::cost_per_penetrated>({{"cost_per_penetrated", "coût_par_pénétré"},
                                       {"cost by beneficiary covered", "coût par bénéficiaire couvert"},
                                       {"viability.annual_cost / penetrated: today's truth",
                                        "viabilité.coût_annuel / pénétré : la vérité d'aujourd'hui"},
                                       Kind::money_by_unit,
                                       Better::less}),
    figure<&Gap::viable>({{"viable", "viable"},
                          {"launch worth its cost", "lancement viable"},
                          {"cost_per_addressed is within max_cost_per_beneficiary",
                           "coût_par_adressé ne dépasse pas coût_max_par_bénéficiaire"},
                          Kind::flag}),
};
constexpr Record whole_market{{"market", "marché"}, {}, whole_market_members};

constexpr Member goal_count_members[] = {
    counting("goal",
             figure<&GoalCounts::late>({{"late", "en_retard"},
                                        {"goals late or at risk", "objectifs en retard ou à risque"},
                                        {"overdue, behind or at risk", "échus, en retard ou à risque"},
                                        Kind::count,
                                        Better::less,
                                        model::at_least(0)})),
    counting("goal",
             figure<&GoalCounts::well>({{"well", "bien_partis"},
                                        {"goals on track or reached", "objectifs en bonne voie ou atteints"},
                                        {},
                                        Kind::count,
                                        Better::more,
                                        model::at_least(0)})),
    counting("goal", figure<&GoalCounts::unmeasured>({{"unmeasured", "non_mesurés"},
                                                      {"goals not measured", "objectifs non mesurés"},
                                                      {},
                                                      Kind::count,
                                                      Better::less,
                                                      model::at_least(0)})),
};

constexpr Member gap_members[] = {
    figure<&Gap::as_of>({{"as_of", "au"}, {"as of", "au"}, {"the day", "le jour"}, Kind::name}),
    figure<&Gap::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    of_step(1, group({{"market", "marché"}, {"market", "marché"}}, whole_market)),
    of_step(2, figure<&Gap::objectives>({{"objectives", "objectifs"}, {"objectives", "objectifs"}})),
    of_step(2, computed({{"counts", "décompte"},
                         {"goals, counted", "objectifs, comptés"},
                         {"share goals and objectives, by where they are",
                          "objectifs de part et objectifs, selon où ils en sont"}},
                        [](const Gap& gap) { return count_goals(gap); })),
    of_step(2, figure<&Gap::funnel>({{"funnel", "entonnoir"}, {"funnel", "entonnoir"}})),
    of_step(2, figure<&Gap::bottleneck>(
                   {{"bottleneck", "goulot"},
                    {"bottleneck", "goulot"},
                    {"the stage whose objective has the lowest progress relative to the time gone",
                     "l'étape dont l'objectif avance le moins par rapport au temps écoulé"},
                    Kind::word})),
    of_step(3, figure<&Gap::levers>({{"levers", "leviers"}, {"levers", "leviers"}})),
    of_step(4, figure<&Gap::costs>({{"costs", "coûts"}, {"costs of the stages", "coûts des étapes"}})),
    of_step(4, figure<&Gap::impact_per_money>(
                   {{"impact_per_money", "impact_par_argent"},
                    {"impact for one unit of money", "impact par unité d'argent"},
                    {"results of the impact stage over the full cost of all results",
                     "résultats de l'étape d'impact sur le coût complet de tous les résultats"},
                    Kind::number,
                    Better::more})),
};
} // namespace

template <>
const Record& description<Gap>() {
  static constexpr Record record{{"strategy", "stratégie"},
                                 {},
                                 gap_members,
                                 "deploy-plan/gap@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const Gap& gap, const Context&) {
                                   return Context{gap.unit, false, gap.currency};
                                 })};
  return record;
}

namespace {
template <GoalStatus status>
constexpr Member stars_of(Text key, Text name) {
  return computed({key, name, {}, Kind::count, Better::neither, model::at_least(0)},
                  [](const CountedBy<GoalStatus>& stars) { return stars.of(status); });
}
constexpr Member star_members[] = {
    stars_of<GoalStatus::unmeasured>({"unmeasured", "non_mesuré"},
                                     {"North Stars not measured", "étoiles polaires non mesurées"}),
    stars_of<GoalStatus::reached>({"reached", "atteint"},
                                  {"North Stars reached", "étoiles polaires atteintes"}),
    stars_of<GoalStatus::overdue>({"overdue", "échu"}, {"North Stars overdue", "étoiles polaires échues"}),
    stars_of<GoalStatus::on_track>({"on_track", "en_bonne_voie"},
                                   {"North Stars on track", "étoiles polaires en bonne voie"}),
    stars_of<GoalStatus::at_risk>({"at_risk", "à_risque"},
                                  {"North Stars at risk", "étoiles polaires à risque"}),
    stars_of<GoalStatus::behind>({"behind", "en_retard"},
                                 {"North Stars behind", "étoiles polaires en retard"}),
};
constexpr Member total_members[] = {
    figure<&MarketTotal::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    figure<&MarketTotal::target>(
        {{"target", "cible"}, {"target markets, together", "marchés cibles, ensemble"}, {}, Kind::measure}),
    figure<&MarketTotal::penetrated>({{"penetrated", "pénétré"},
                                      {"penetrated markets, together", "marchés pénétrés, ensemble"},
                                      {},
                                      Kind::measure,
                                      Better::more}),
    figure<&MarketTotal::share>(
        {{"share", "part"},
         {"share of the target markets", "part des marchés cibles"},
         {"penetrated / target, of all together", "pénétré / cible, de tous ensemble"},
         Kind::share,
         Better::more}),
};
constexpr Member totals_members[] = {
    figure<&PortfolioTotals::north_stars>({{"north_stars", "étoiles_polaires"},
                                           {"North Stars", "étoiles polaires"},
                                           {"strategies, counted by the status of their North Star",
                                            "stratégies, comptées selon le statut de leur étoile polaire"}}),
    figure<&PortfolioTotals::goals>({{"goals", "objectifs"},
                                     {"goals, counted", "objectifs, comptés"},
                                     {"of all the strategies", "de toutes les stratégies"}}),
    figure<&PortfolioTotals::market>(
        {{"market", "marché"},
         {"markets together", "marchés ensemble"},
         {"where all count one unit, and know their target and penetrated markets",
          "là où tous comptent une même unité, et connaissent leurs marchés cible et pénétré"}}),
};
constexpr Member portfolio_members[] = {
    figure<&GapPortfolio::as_of>({{"as_of", "au"}, {"as of", "au"}, {"the day", "le jour"}, Kind::name}),
    computed({{"totals", "totaux"}, {"totals", "totaux"}, {"of the portfolio", "du portefeuille"}},
             [](const GapPortfolio& told) { return portfolio_totals(told.strategies); }),
    figure<&GapPortfolio::strategies>({{"strategies", "stratégies"}, {"strategies", "stratégies"}}),
};
} // namespace

template <>
const Record& description<GoalCounts>() {
  static constexpr Record record{{"goals counted", "objectifs comptés"}, {}, goal_count_members};
  return record;
}
template <>
const Record& description<CountedBy<GoalStatus>>() {
  static constexpr Record record{{"North Stars counted", "étoiles polaires comptées"}, {}, star_members};
  return record;
}
template <>
const Record& description<MarketTotal>() {
  static constexpr Record record{{"markets together", "marchés ensemble"},
                                 {},
                                 total_members,
                                 {},
                                 -1,
                                 nullptr,
                                 counted_in([](const MarketTotal& total, const Context& around) {
                                   return Context{total.unit, false, around.currency};
                                 })};
  return record;
}
template <>
const Record& description<PortfolioTotals>() {
  static constexpr Record record{{"totals", "totaux"}, {}, totals_members};
  return record;
}
template <>
const Record& description<GapPortfolio>() {
  static constexpr Record record{{"portfolio", "portefeuille"}, {}, portfolio_members, "deploy-plan/gap@1"};
  return record;
}

} // namespace deploy_plan::answers

// Where a strategy stands, described.
#include "answers/gap.hpp"

namespace deploy_plan::answers {
namespace {

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
    figure<&LeverGap::full_cost>(
        {{"full_cost", "coût_complet"},
         {"spent", "dépensé"},
         {"money and days of all its runs done, setting up included, at the day rate",
          "argent et jours de tous ses passages faits, mise en place comprise, au coût "
          "du jour"},
         Kind::money}),
};

constexpr Member cost_members[] = {
    figure<&StageCost::stage>({{"stage", "étape"}, {"stage", "étape"}}),
    figure<&StageCost::effect>({{"effect", "effet"},
                                {"effect of the results", "effet des résultats"},
                                {"of the actions at the stage", "des actions de l'étape"},
                                Kind::number}),
    figure<&StageCost::full_cost>(
        {{"full_cost", "coût_complet"},
         {"cost of the results", "coût des résultats"},
         {"money and days, setting up included; not of runs done of which no result tells",
          "argent et jours, mise en place comprise ; sans les passages faits dont aucun résultat ne parle"},
         Kind::money}),
    figure<&StageCost::per_unit>({{"per_unit", "par_unité"},
                                  {"cost of one", "coût à l'unité"},
                                  {"of one acquired, activated, retained…", "d'un acquis, activé, retenu…"},
                                  Kind::money_by_unit,
                                  Better::less}),
};
} // namespace

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

constexpr Member figure_count_members[] = {
    counting("figure",
             figure<&FigureCounts::all>(
                 {{"figures", "chiffres"},
                  {"figures to take", "chiffres à relever"},
                  {"objectives, tiers that are given, and measures of actions with a figure to reach",
                   "objectifs, niveaux donnés, et mesures d'actions à chiffre à atteindre"},
                  Kind::count,
                  Better::neither,
                  model::at_least(0)})),
    counting("figure", figure<&FigureCounts::by_query>(
                           {{"by_query", "par_requête"},
                            {"figures that come by themselves", "chiffres qui viennent d'eux-mêmes"},
                            {"a query gives them, and a file keeps them",
                             "une requête les donne, et un fichier les garde"},
                            Kind::count,
                            Better::more,
                            model::at_least(0)})),
    computed({{"share", "part"},
              {"share of the figures that come by themselves", "part des chiffres qui viennent d'eux-mêmes"},
              {"by_query / figures", "par_requête / chiffres"},
              Kind::share,
              Better::more},
             [](const FigureCounts& counts) { return counts.share(); }),
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
    of_step(2, figure<&Gap::figures>({{"automation", "automatisation"},
                                      {"automation", "automatisation"},
                                      {"figures that measure brings, among those to take",
                                       "les chiffres que measure apporte, parmi ceux à relever"}})),
    of_step(2, figure<&Gap::funnel>({{"funnel", "entonnoir"}, {"funnel", "entonnoir"}})),
    of_step(2, figure<&Gap::bottleneck>(
                   {{"bottleneck", "goulot"},
                    {"bottleneck", "goulot"},
                    {"the stage whose objective has gone least of the way that it should have by now",
                     "l'étape dont l'objectif a fait la plus petite part du chemin qu'il devrait avoir fait"},
                    Kind::word})),
    of_step(3, figure<&Gap::levers>({{"levers", "leviers"}, {"levers", "leviers"}})),
    of_step(4, figure<&Gap::costs>({{"costs", "coûts"}, {"costs of the stages", "coûts des étapes"}})),
    of_step(4, figure<&Gap::impact_per_money>(
                   {{"impact_per_money", "impact_par_argent"},
                    {"impact for one unit of money", "impact par unité d'argent"},
                    {"results of the impact stage over the full cost of all results, setting up included",
                     "résultats de l'étape d'impact sur le coût complet de tous les résultats, mise en place "
                     "comprise"},
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
template <>
const Record& description<FigureCounts>() {
  static constexpr Record record{{"figures counted", "chiffres comptés"}, {}, figure_count_members};
  return record;
}
template <>
const Record& description<GoalCounts>() {
  static constexpr Record record{{"goals counted", "objectifs comptés"}, {}, goal_count_members};
  return record;
}

} // namespace deploy_plan::answers

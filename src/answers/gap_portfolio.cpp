// Where several strategies stand, described.
#include "answers/gap.hpp"

namespace deploy_plan::answers {

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
    figure<&GapPortfolio::strategies>({{"strategies", "stratégies"}, {"strategies", "stratégies"}}),
    computed({{"totals", "totaux"}, {"totals", "totaux"}, {"of the portfolio", "du portefeuille"}},
             [](const GapPortfolio& told) { return portfolio_totals(told.strategies); }),
};
} // namespace

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

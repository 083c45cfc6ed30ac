// What figures are counted in, by their kind and by what they are of.
#include "answers/csv.hpp"
#include "catch.hpp"
#include "deploy_plan/gap.hpp"
#include <map>

namespace deploy_plan::answers {
namespace {

/// An answer whose ids look like keys, with a figure or two of each part.
Gap made_up() {
  Gap gap;
  gap.unit = "school";
  gap.currency = "CHF";
  gap.market.share.target = 0.25;
  gap.cost_per_addressed = 12.5;
  gap.impact_per_money = 3;
  MarketGap segment;
  segment.id = "cost_per_visit";
  segment.sizes.target = 40;
  gap.segments.push_back(segment);
  for (const std::string id : {"share-of-schools", "reached.per_unit", "market.goals"}) {
    ObjectiveGap objective;
    objective.id = id;
    objective.unit = "visit";
    objective.progress.current = 110;
    objective.progress.needed_per_month = 4;
    objective.progress.progress = 0.5;
    gap.objectives.push_back(objective);
  }
  gap.objectives.back().counted = false;
  FunnelStage stage;
  stage.stage = Stage::acquisition;
  stage.unit = "account";
  stage.value = 7;
  gap.funnel.push_back(stage);
  LeverGap lever;
  lever.family = Family::targeted_outreach;
  lever.actions = 2;
  lever.full_cost = 300;
  gap.levers.push_back(lever);
  return gap;
}
} // namespace

TEST_CASE("what a figure is counted in follows from what it is, never from how its path is written") {
  std::map<std::string, std::string> units;
  each_row(made_up(), [&](const FigureRow& row) { units[row.path] = row.unit; });
  for (const auto& [path, unit] :
       std::map<std::string, std::string>{{"market.share.target", "ratio"},
                                          {"market.cost_per_addressed", "CHF"},
                                          {"market.segments.cost_per_visit.target", "school"},
                                          {"objectives.share-of-schools.current", "visit"},
                                          {"objectives.share-of-schools.needed_per_month", "visit/month"},
                                          {"objectives.share-of-schools.progress", "ratio"},
                                          {"objectives.reached.per_unit.current", "visit"},
                                          {"objectives.market.goals.current", "ratio"},
                                          {"objectives.market.goals.needed_per_month", "ratio/month"},
                                          {"funnel.acquisition.value", "account"},
                                          {"levers.targeted_outreach.actions", "action"},
                                          {"levers.targeted_outreach.verdicts.adopt", "test"},
                                          {"counts.late", "goal"},
                                          {"levers.targeted_outreach.full_cost", "CHF"},
                                          {"impact_per_money", ""}}) {
    CAPTURE(path);
    REQUIRE(units.contains(path));
    CHECK(units.at(path) == unit);
  }
}

TEST_CASE("what is not known, and what is no number, has no row") {
  Gap gap;
  gap.viable = true;
  gap.cost_per_addressed = std::numeric_limits<double>::infinity();
  each_row(gap, [&](const FigureRow& row) {
    CHECK(row.path != "market.viable");
    CHECK(row.path != "market.cost_per_addressed");
    CHECK(row.path != "market.share.target");
    CHECK_FALSE(row.value.empty());
  });
}

} // namespace deploy_plan::answers

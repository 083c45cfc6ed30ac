// A plan that is filled in by hand: what the views of plans are tested with, whatever the solver does.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::test {

inline Date on(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

inline PlannedRuns runs_in(int year, unsigned month, std::int64_t runs) {
  const Month whole = month_of(on(year, month, 1));
  return {whole.first, last_day(whole), on(year, month, 10), on(year, month, runs > 1 ? 20 : 10), runs, "",
          false};
}

/// Of 12 March 2026: webinars in two segments, letters that are tested first, visits whose schedule slipped,
/// and a button that is left out.
inline Plan plan_by_hand() {
  Plan plan;
  plan.as_of = plan.from = on(2026, 3, 12);
  plan.until = on(2026, 12, 31);
  plan.status = PlanStatus::optimal;
  plan.strategies = {"A strategy"};
  plan.unit = "commune";
  plan.value = 420;
  plan.money = 3000;
  plan.days = 24;
  plan.full_cost = 9000;
  plan.wanted = 1;
  ObjectiveGain goal;
  goal.id = "diagnostics";
  goal.name = "First diagnostics";
  goal.unit = "commune";
  goal.by = plan.until;
  goal.is_wanted = true;
  goal.gain = 420;
  goal.needed = 1000;
  plan.objectives = {goal};

  const auto action = [](const std::string& id, const std::string& name, const std::string& owner,
                         PlanReason reason) {
    PlannedAction one;
    one.id = id;
    one.name = name;
    one.objective = "diagnostics";
    one.owner = owner;
    one.reason = reason;
    return one;
  };
  PlannedAction webinars = action("webinars", "Monthly webinar", "Inès Moreau", PlanReason::at_most);
  for (unsigned month = 3; month <= 6; ++month) {
    PlannedRuns towns = runs_in(2026, month, 2);
    towns.from = std::max(towns.from, plan.from);
    towns.first = std::max(towns.first, plan.from);
    towns.segment = "towns";
    webinars.schedule.push_back(towns);
  }
  PlannedRuns villages = runs_in(2026, 6, 1);
  villages.until = on(2026, 6, 24);
  villages.segment = "villages";
  webinars.schedule.push_back(villages);
  webinars.runs = 9;
  webinars.segments = {{"towns", "Towns", 8, 200, Basis::measured},
                       {"villages", "Villages & hamlets", 1, 20, Basis::assumed}};
  webinars.value = 220;

  PlannedAction letters = action("letters", "Letter; to, all\\members", "Inès Moreau", PlanReason::chosen);
  PlannedRuns test = runs_in(2026, 4, 1);
  test.is_test = true;
  letters.schedule = {test, runs_in(2026, 9, 3), runs_in(2026, 11, 12)};
  letters.runs = 16;
  letters.value = 160;
  letters.test = PlannedTest{Protocol::ab, false, on(2026, 6, 15), 420, 310, {{2, 1, 4}}};

  PlannedAction visits = action("visits", "Visits", "", PlanReason::kept);
  visits.schedule = {runs_in(2026, 5, 1)};
  visits.runs = 1;
  visits.value = 40;
  PlannedAction button = action("button", "A button", "Paul", PlanReason::excluded);
  button.because_of = "letters";
  plan.actions = {webinars, letters, visits, button};

  plan.load = {{0, "Inès Moreau", {}}};
  for (unsigned month = 3; month <= 12; ++month)
    plan.load.front().months.push_back({month_of(on(2026, month, 1)), 4.0,
                                        month == 3   ? 5.0
                                        : month == 5 ? 4.0
                                        : month < 10 ? 2.5
                                                     : 0.0});
  plan.moved = {{2, "", 1, on(2026, 2, 1), on(2026, 5, 1), MoveReason::slipped},
                {0, "towns", 2, on(2026, 8, 1), std::nullopt, MoveReason::over_capacity}};
  plan.floors = {{{"villages", 0.2}, 0.21, 12}};
  return plan;
}

} // namespace deploy_plan::test

// What a plan turns on, laid out for people: tests, what was promised, floors, and the strategies of a
// portfolio.
#pragma once
#include "report/views/plan/plan_words.hpp"

namespace deploy_plan::report {

// Each gives nothing where the plan has nothing of it.

/// Of each test that is open, when it is decided, and what the plan is worth either way.
[[nodiscard]] std::vector<Block> tests_first(const Plan& plan);
/// What a schedule had that could not be kept.
[[nodiscard]] std::vector<Block> what_moved(const Plan& plan);
[[nodiscard]] std::vector<Block> floors_and_prices(const Plan& plan);
/// A line each, those that gain most first; of a portfolio.
[[nodiscard]] std::vector<Block> by_strategy(const Plan& plan);

} // namespace deploy_plan::report

// A plan in time, laid out for people: who does what when, month by month, and how much that is for each.
#pragma once
#include "report/views/plan/plan_words.hpp"

namespace deploy_plan::report {

// Each gives nothing where the plan has nothing of it.

/// One table by the first day: runs, tests, and the days on which tests are decided.
[[nodiscard]] std::vector<Block> who_does_what_when(const Plan& plan);
[[nodiscard]] std::vector<Block> timeline_of(const Plan& plan);
/// Days planned for each member of the team, month by month, of those that can be given.
[[nodiscard]] std::vector<Block> load_of(const Plan& plan);

} // namespace deploy_plan::report

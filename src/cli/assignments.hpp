// Options whose values are names and numbers: money=20000, relays=3.
#pragma once
#include "cli/numbers.hpp"
#include "deploy_plan/plan.hpp"
#include <tl/expected.hpp>

namespace deploy_plan::cli {

/// NAME=NUMBER, split.
struct Assigned {
  std::string name;
  double value = 0;
};
[[nodiscard]] std::optional<Assigned> read_assignment(std::string_view text, const NumberRange& range);
[[nodiscard]] Phrase not_an_assignment(const char* option, const std::string& text, Text example);

/// --budget, repeatable: what the strategies' own budgets are replaced by.
void declare_budgets(CLI::App& app, std::vector<std::string>& budgets, const Common& words);
/// Gives its limits to the analysis; else what is wrong with its words.
[[nodiscard]] tl::expected<void, Phrase> read_budgets(const std::vector<std::string>& budgets,
                                                      PlanOptions& how);

} // namespace deploy_plan::cli

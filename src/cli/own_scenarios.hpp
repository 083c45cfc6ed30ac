// The scenarios that a strategy file holds, as strategies.
#pragma once
#include "cli/answer.hpp"
#include "deploy_plan/scenario.hpp"

namespace deploy_plan::cli {

struct NamedStrategy {
  std::string name;
  Strategy strategy;
};
/// More are not chosen from at a glance.
inline constexpr std::size_t most_scenarios = 3;
/// The first of a file that was read and is sound; those that are unsound are left out. None of a file that
/// cannot be read twice, or holds several strategies.
[[nodiscard]] std::vector<NamedStrategy> own_scenarios(const std::string& file, const AnswerOptions& options,
                                                       const Common& common);

} // namespace deploy_plan::cli

// The scenarios that a strategy file holds, as strategies.
#pragma once
#include "cli/answer.hpp"
#include "deploy_plan/scenario.hpp"

namespace deploy_plan::cli {

struct NamedStrategy {
  std::string name;
  Strategy strategy;
  std::vector<Difference> changes; ///< to the one of the file
};
/// More are not chosen from at a glance.
inline constexpr std::size_t most_scenarios = 5;
struct OwnScenarios {
  std::vector<NamedStrategy> sound;
  std::vector<std::string> unsound;  ///< names
  std::vector<std::string> left_out; ///< names of those beyond `most_scenarios`
};
/// The first of a file. None of a file that cannot be read twice, or holds several strategies.
[[nodiscard]] OwnScenarios own_scenarios(const std::string& file, const AnswerOptions& options,
                                         const Common& common);

} // namespace deploy_plan::cli

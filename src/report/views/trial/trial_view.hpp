// Tests read, tests designed and lists split, laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// A section of verdicts, then one a test.
[[nodiscard]] std::vector<Section> trial_sections(std::span<const Trial> trials, const std::string& currency);

[[nodiscard]] Text protocol_name(Protocol protocol);

} // namespace deploy_plan::report

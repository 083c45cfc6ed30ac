// Tests read, tests designed and lists split, laid out for people.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::report {

/// A section of verdicts, then one a test.
[[nodiscard]] std::vector<Section> trial_sections(std::span<const Trial> trials, const std::string& currency);
[[nodiscard]] Document trial_document(const std::string& strategy, std::span<const Trial> trials,
                                      const std::string& currency, Date as_of);

[[nodiscard]] Text protocol_name(Protocol protocol);

} // namespace deploy_plan::report

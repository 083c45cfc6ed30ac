// Gates: expressions over an answer's own JSON, such as "market.share.target < 0.25".
#pragma once
#include "deploy_plan/text.hpp"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace deploy_plan::report {

/// What a gate gave: it holds, it does not, or it could not be read.
struct GateResult {
  bool holds = false;
  std::optional<Phrase> failure;
};

/// Reads "PATH OPERATOR VALUE" and looks it up. The path joins keys, in either language, and elements by
/// their id, stage, family, or place; operators are == != < <= > >=; a value is a number, a share such as
/// 25%, a date, or a word. A path that leads nowhere, or to what is not known, is a failure; the second is
/// not where `allow_unknown`.
[[nodiscard]] GateResult evaluate_gate(const nlohmann::ordered_json& answer, const std::string& expression,
                                       bool allow_unknown);

} // namespace deploy_plan::report

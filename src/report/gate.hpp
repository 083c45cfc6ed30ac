// Gates: expressions over an answer's own JSON, such as "market.share.target < 0.25".
#pragma once
#include "deploy_plan/text.hpp"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace deploy_plan::report {

/// "PATH OPERATOR VALUE", taken apart: it can be read before there is an answer.
struct Gate {
  std::string expression, path, symbol, value;
};
struct ReadGate {
  std::optional<Gate> gate;
  std::optional<Phrase> failure;
};
/// Operators are == != < <= > >=; a value may stand between quotes.
[[nodiscard]] ReadGate read_gate(const std::string& expression);

/// What a gate gave: it holds, it does not, or it cannot be judged.
struct GateResult {
  bool holds = false;
  std::optional<Phrase> failure;
};

/// Looks a gate's path up and compares. The path joins keys, in either language, and elements by their id,
/// stage, family, or place. The value is a number, a share such as 25%, a day, or a word that the figure may
/// be, by its key or as it is shown, in either language. A path that leads nowhere, a value that the figure
/// cannot have, and what is not known are failures; the last is not where `allow_unknown`.
[[nodiscard]] GateResult evaluate_gate(const nlohmann::ordered_json& answer, const Gate& gate,
                                       bool allow_unknown);
[[nodiscard]] GateResult evaluate_gate(const nlohmann::ordered_json& answer, const std::string& expression,
                                       bool allow_unknown);

} // namespace deploy_plan::report

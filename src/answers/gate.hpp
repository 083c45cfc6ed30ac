// Gates: expressions over an answer's own figures, such as "market.share.target < 0.25".
#pragma once
#include "answers/path.hpp"

namespace deploy_plan::answers {

/// "PATH OPERATOR VALUE", read but not yet looked up. An id may hold an operator's letters, so that a text
/// may be read in more than one way.
struct GateReading {
  std::string path;
  std::string symbol; ///< == != < <= > >=
  std::string wanted; ///< without the quotes that a shell left around it
};
struct Gate {
  std::string expression;
  std::vector<GateReading> readings; ///< one at least, in the order of their operators
};
/// What a gate is, or why it is none: known before any file is read.
[[nodiscard]] std::variant<Gate, Phrase> read_gate(const std::string& expression);

/// What a gate gave: it holds, it does not, or it could not be judged.
struct GateResult {
  bool holds = false;
  std::optional<Phrase> failure = {};
};
/// Where the paths of an answer lead.
using LookUp = std::function<Lookup(std::string_view path)>;
/// Those into a described answer, which outlives what this gives.
template <class Answer>
[[nodiscard]] LookUp paths_into(const Answer& answer) {
  return [&answer](std::string_view path) { return look_up(description<Answer>(), &answer, path); };
}

/// Paths as `look_up` takes them. A value is what the figure is: a number, its decimals after a point or a
/// comma, or a percentage; a day, 2026-12-31 or 31/12/2026; true or false; or a word, by its key or as people
/// read it, in either language, whatever its case and accents. A path that leads nowhere, a word that the
/// figure cannot be, a value of another kind, and a figure that is not known are failures; the last is not
/// where `allow_unknown`.
[[nodiscard]] GateResult judge(const Gate& gate, const LookUp& look_up, bool allow_unknown);
/// Read and judged; what is no gate fails.
[[nodiscard]] GateResult judge(const std::string& expression, const LookUp& look_up, bool allow_unknown);

} // namespace deploy_plan::answers

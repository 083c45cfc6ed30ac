// Gates on an answer: --fail-if and --allow-unknown, of every command that tells figures.
#pragma once
#include "answers/gate.hpp"
#include "cli/command.hpp"

namespace deploy_plan::cli {

struct GateOptions {
  std::vector<std::string> gates;
  bool allow_unknown = false;
};
void declare_gate_options(CLI::App& app, GateOptions& options, const Common& words);

/// What is wrong with a gate by itself: known before any file is read.
[[nodiscard]] std::optional<Phrase> misused(const GateOptions& gates);

/// Why a gate could not be judged, as the option that asked for it says it.
[[nodiscard]] Phrase not_judged(const Phrase& failure);

/// What gates are judged over: what messages call it, and where its paths lead.
struct Gated {
  std::string subject;
  answers::LookUp look_up;
};
/// An answer, which outlives what this gives.
template <class Answer>
[[nodiscard]] Gated over(std::string subject, const Answer& answer) {
  return {std::move(subject), answers::paths_into(answer)};
}

/// Gates over answers that come one after the other.
class GateJudge {
public:
  explicit GateJudge(const GateOptions& gates) : gates_(gates) {}
  void judge(const Gated& answer);
  /// Says each gate that held over any one of them; gives the exit status. A gate that one of them could not
  /// be judged by is refused, and no other is said to hold.
  [[nodiscard]] Exit finish(const Common& common) const;

private:
  const GateOptions& gates_;
  std::vector<Phrase> held_;
  std::optional<Phrase> refused_; ///< the first
};
/// The same of answers that are there at once.
[[nodiscard]] Exit judge_gates(const GateOptions& gates, const Common& common, std::span<const Gated> all);
[[nodiscard]] inline Exit judge_gates(const GateOptions& gates, const Common& common, const Gated& answer) {
  return judge_gates(gates, common, {&answer, 1});
}

} // namespace deploy_plan::cli

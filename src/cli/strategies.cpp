#include "cli/strategies.hpp"
#include "deploy_plan/files.hpp"
#include "report/gate.hpp"

namespace deploy_plan::cli {

std::optional<std::vector<Strategy>> read_strategies(std::span<const std::string> paths,
                                                     const AnswerOptions& options, const Common& common) {
  std::vector<Strategy> strategies;
  bool sound = true;
  check_files(
      strategy_files(paths), check_options(options, common),
      [&](CheckedFile&& file) { sound &= is_sound(std::move(file), common); },
      [&](Strategy&& strategy) { strategies.push_back(std::move(strategy)); });
  if (sound)
    return strategies;
  (void)refuse_unsound(common);
  return std::nullopt;
}

std::optional<Strategy> read_one(const std::string& path, const std::string& command,
                                 const AnswerOptions& options, const Common& common) {
  auto strategies = read_strategies({&path, 1}, options, common);
  if (!strategies)
    return std::nullopt;
  if (strategies->size() == 1)
    return std::move(strategies->front());
  (void)refuse(common,
               {{"{0} holds {1} strategies: {2} takes one", "{0} contient {1} stratégies : {2} en prend une"},
                {path, static_cast<std::int64_t>(strategies->size()), command}});
  return std::nullopt;
}

Exit judge_gates(const GateOptions& gates, const Common& common, const std::string& subject,
                 const std::function<nlohmann::ordered_json()>& answer) {
  if (gates.gates.empty())
    return fine;
  Exit result = fine;
  const auto json = answer();
  for (const std::string& gate : gates.gates) {
    const auto judged = report::evaluate_gate(json, gate, gates.allow_unknown);
    if (judged.failure)
      return refuse(common, {{"--fail-if: {0}", "--fail-if : {0}"}, {judged.failure->words()}});
    if (!judged.holds)
      continue;
    tell(common, {{"{0}: the gate holds: {1}", "{0} : la condition est remplie : {1}"}, {subject, gate}});
    result = gate_failed;
  }
  return result;
}

} // namespace deploy_plan::cli

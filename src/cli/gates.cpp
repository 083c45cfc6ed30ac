#include "cli/gates.hpp"

namespace deploy_plan::cli {

Phrase not_judged(const Phrase& failure) {
  return {{"--fail-if: {0}", "--fail-if : {0}"}, {failure.words()}};
}

void declare_gate_options(CLI::App& app, GateOptions& options, const Common& words) {
  add_repeatable(app, "--fail-if", options.gates, words, {"EXPRESSION", "EXPRESSION"},
                 {"exit 1 when this holds: PATH OPERATOR VALUE, over the JSON; repeatable",
                  "sortie 1 quand ceci est vrai : CHEMIN OPÉRATEUR VALEUR, sur le JSON ; répétable"});
  app.add_flag("--allow-unknown", options.allow_unknown,
               words.say({"a gate on a figure that is not known does not hold",
                          "une condition sur un chiffre inconnu n'est pas remplie"}));
}

std::optional<Phrase> misused(const GateOptions& gates) {
  for (const std::string& gate : gates.gates)
    if (const auto read = answers::read_gate(gate); const auto* const wrong = std::get_if<Phrase>(&read))
      return not_judged(*wrong);
  return std::nullopt;
}

void GateJudge::judge(const Gated& answer) {
  for (const std::string& gate : gates_.gates) {
    if (refused_)
      return;
    const auto judged = answers::judge(gate, answer.look_up, gates_.allow_unknown);
    if (judged.failure)
      refused_ = Phrase{{"{0}: {1}", "{0} : {1}"}, {answer.subject, not_judged(*judged.failure).words()}};
    else if (judged.holds)
      held_.push_back(
          {{"{0}: the gate holds: {1}", "{0} : la condition est remplie : {1}"}, {answer.subject, gate}});
  }
}

Exit GateJudge::finish(const Common& common) const {
  if (refused_)
    return refuse(common, *refused_);
  for (const Phrase& one : held_)
    tell(common, one);
  return held_.empty() ? fine : gate_failed;
}

Exit judge_gates(const GateOptions& gates, const Common& common, std::span<const Gated> all) {
  GateJudge judge(gates);
  for (const Gated& one : all)
    judge.judge(one);
  return judge.finish(common);
}

} // namespace deploy_plan::cli

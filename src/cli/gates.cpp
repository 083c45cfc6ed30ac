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

Exit judge_gates(const GateOptions& gates, const Common& common, std::span<const Gated> all) {
  std::vector<Phrase> held;
  for (const Gated& one : all)
    for (const std::string& gate : gates.gates) {
      const auto judged = answers::judge(gate, one.look_up, gates.allow_unknown);
      if (judged.failure)
        return refuse(common,
                      {{"{0}: {1}", "{0} : {1}"}, {one.subject, not_judged(*judged.failure).words()}});
      if (judged.holds)
        held.push_back(
            {{"{0}: the gate holds: {1}", "{0} : la condition est remplie : {1}"}, {one.subject, gate}});
    }
  for (const Phrase& one : held)
    tell(common, one);
  return held.empty() ? fine : gate_failed;
}

} // namespace deploy_plan::cli

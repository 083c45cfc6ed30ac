// deploy-plan explain [RULE]
#include "cli/command.hpp"

namespace deploy_plan::cli {
namespace {
std::string list(const Common& common) {
  std::string result;
  for (const RuleEntry& rule : rule_catalogue())
    result += std::string(rule.name) + std::string(rule.name.size() < 32 ? 32 - rule.name.size() : 1, ' ') +
              common.say(rule.summary) + "\n";
  return result;
}
Run declare(CLI::App& app, const Common& words) {
  auto name = std::make_shared<std::string>();
  auto example = std::make_shared<bool>(false);
  app.add_flag("--example", *example,
               words.say({"print a whole strategy that raises the rule",
                          "écrire une stratégie entière qui déclenche la règle"}));
  app.add_option("RULE", *name,
                 words.say({"the rule; all are listed if left out", "la règle ; toutes sont listées sinon"}));
  return [name, example](const Common& common) {
    if (name->empty())
      return answer(list(common), "", common);
    const RuleEntry* const rule = find_rule(*name);
    if (*example && (rule == nullptr || rule->bad.empty()))
      return refuse(common, {{"--example needs a rule that has one: deploy-plan explain lists them",
                              "--example demande une règle qui en a un : deploy-plan explain les liste"}});
    if (*example)
      return answer(example_strategy(rule->bad, common.as_of), "", common);
    if (rule != nullptr)
      return answer(explain(*rule, common.language), "", common);
    return refuse(common, {{"there is no rule {0}: deploy-plan explain lists them",
                            "il n'y a pas de règle {0} : deploy-plan explain les liste"},
                           {*name}});
  };
}
} // namespace
const Command explain_command{"explain",
                              {"tell what a rule looks at, why, and how to satisfy it",
                               "dire ce qu'une règle regarde, pourquoi, et comment la satisfaire"},
                              declare};
} // namespace deploy_plan::cli

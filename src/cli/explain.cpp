// deploy-plan explain [RULE]
#include "cli/command.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan::cli {
namespace of_explain {
namespace {

struct Options {
  std::string rule;
  std::string format = "text";
  bool example = false;
};

Exit unknown_rule(const std::string& name, const Common& common) {
  const std::string near(nearest_rule(name));
  if (near.empty())
    return refuse(common, {{"there is no rule {0}: deploy-plan explain lists them",
                            "il n'y a pas de règle {0} : deploy-plan explain les liste"},
                           {name}});
  return refuse(common, {{"there is no rule {0}: did you mean {1}?",
                          "il n'y a pas de règle {0} : vouliez-vous dire {1} ?"},
                         {name, near}});
}

Exit run(const Options& options, const Common& common) {
  const RuleEntry* const rule = find_rule(options.rule);
  if (!options.rule.empty() && rule == nullptr)
    return unknown_rule(options.rule, common);
  if (options.example) {
    if (rule == nullptr || rule->bad.empty())
      return refuse(common, {{"--example needs a rule that has one: deploy-plan explain lists them",
                              "--example demande une règle qui en a un : deploy-plan explain les liste"}});
    return write_whole(example_strategy(rule->bad, common.language, common.as_of), "", common);
  }
  const auto format = std::find_if(explain_formats().begin(), explain_formats().end(),
                                   [&](const ExplainFormat& one) { return one.name == options.format; });
  const bool whole = rule == nullptr;
  const auto rules = whole ? rule_catalogue() : std::span(rule, 1);
  return write_whole(format->explain(rules, whole, common.language, common.as_of), "", common);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  std::vector<std::string> formats;
  for (const ExplainFormat& format : explain_formats())
    formats.emplace_back(format.name);
  app.add_option("RULE", options->rule,
                 words.say({"the rule; all are listed if left out", "la règle ; toutes sont listées sinon"}))
      ->type_name("");
  add_choice(app, "--format", options->format, formats, words, {"how to tell it", "comment le dire"});
  app.add_flag("--example", options->example,
               words.say({"print a whole strategy that raises the rule",
                          "écrire une stratégie entière qui déclenche la règle"}));
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan explain",
     {"all rules, by step of the method", "toutes les règles, par étape de la méthode"}},
    {"deploy-plan explain market-nesting",
     {"one, with a bad and a good example", "une seule, avec un mauvais et un bon exemple"}},
};
} // namespace
} // namespace of_explain

const Command explain_command{"explain",
                              {"tell what a rule looks at, why, and how to satisfy it",
                               "dire ce qu'une règle regarde, pourquoi, et comment la satisfaire"},
                              of_explain::examples,
                              of_explain::declare};

} // namespace deploy_plan::cli

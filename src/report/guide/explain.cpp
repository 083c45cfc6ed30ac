// Rules told to people and to tools.
#include "deploy_plan/describe.hpp"
#include "model/description.hpp"
#include "report/findings/findings.hpp"
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace deploy_plan {
namespace {

struct Told {
  const RuleEntry& rule;
  Language language;
  std::string bad, good; ///< the examples with the keys of the language

  [[nodiscard]] std::string say(Text text) const { return typeset(text.in(language), language); }
};

Told told(const RuleEntry& rule, Language language, Date as_of) {
  const auto example = [&](std::string_view fragment) {
    return fragment.empty() ? std::string() : report::example_fragment(fragment, language, as_of);
  };
  return {rule, language, example(rule.bad), example(rule.good)};
}

std::string indented(const std::string& lines) {
  std::string result = "  ";
  for (const char c : lines)
    result += c == '\n' ? "\n  " : std::string(1, c);
  return result;
}

std::string list_text(std::span<const RuleEntry> rules, Language language) {
  std::string result;
  int step = -1;
  for (const RuleEntry& rule : rules) {
    if (rule.step != step)
      result += fmt::format("{}{}\n", result.empty() ? "" : "\n",
                            typeset(step_name(rule.step).in(language), language));
    step = rule.step;
    result += fmt::format("  {:<30} {:<8} {}\n", rule.name, model::choice_of(rule.severity).name.en,
                          typeset(rule.summary.in(language), language));
  }
  return result;
}

std::string as_text(std::span<const RuleEntry> rules, bool whole, Language language, Date as_of) {
  if (whole)
    return list_text(rules, language);
  const Told one = told(rules.front(), language, as_of);
  std::string result =
      fmt::format("{} ({})\n  {}\n\n", one.rule.name, one.say(model::choice_of(one.rule.severity).words()),
                  one.say(one.rule.summary));
  result += fmt::format("{} {}\n{} {}\n", one.say({"Why:", "Pourquoi :"}), one.say(one.rule.why),
                        one.say({"Booklet:", "Livret :"}), one.say(step_name(one.rule.step)));
  if (!one.bad.empty())
    result += fmt::format("\n{}\n{}\n",
                          one.say({"Raises it, in the strategy that init writes:",
                                   "La déclenche, dans la stratégie qu'écrit init :"}),
                          indented(one.bad));
  if (!one.good.empty())
    result += fmt::format("\n{}\n{}\n", one.say({"Does not:", "Ne la déclenche pas :"}), indented(one.good));
  return result;
}

std::string as_markdown(std::span<const RuleEntry> rules, bool whole, Language language, Date as_of) {
  const auto say = [&](Text text) { return typeset(text.in(language), language); };
  std::string result;
  if (whole)
    result += fmt::format(
        "# {}\n\n{}\n", say({"The rules of check", "Les règles de check"}),
        say({"Each looks at one thing. Its severity is changed by the file's `rules`, or by `--rule "
             "NAME=SEVERITY`. "
             "Examples are merged into the strategy that `init` writes, where `null` removes a field.",
             "Chacune regarde une seule chose. Sa gravité se change par les `règles` du fichier, ou par "
             "`--rule NOM=GRAVITÉ`. "
             "Les exemples sont fondus dans la stratégie qu'écrit `init`, où `null` retire un champ."}));
  int step = -1;
  for (const RuleEntry& rule : rules) {
    const Told one = told(rule, language, as_of);
    if (whole && rule.step != step)
      result += fmt::format("\n## {}\n", one.say(step_name(rule.step)));
    step = rule.step;
    result += fmt::format("\n{} `{}`\n\n**{}** · {}.\n\n{} {}.\n", whole ? "###" : "#", rule.name,
                          one.say(model::choice_of(rule.severity).words()), one.say(rule.summary),
                          one.say({"Why:", "Pourquoi :"}), one.say(rule.why));
    if (!one.bad.empty())
      result += fmt::format("\n{}\n\n```json\n{}\n```\n", one.say({"Raises it:", "La déclenche :"}), one.bad);
    if (!one.good.empty())
      result += fmt::format("\n{}\n\n```json\n{}\n```\n", one.say({"Does not:", "Ne la déclenche pas :"}),
                            one.good);
  }
  return result;
}

std::string as_json(std::span<const RuleEntry> rules, bool, Language language, Date as_of) {
  using Json = nlohmann::ordered_json;
  Json all = Json::array();
  for (const RuleEntry& rule : rules) {
    const Told one = told(rule, language, as_of);
    const auto parsed = [](const std::string& example) {
      return example.empty() ? Json(nullptr) : Json::parse(example);
    };
    all.push_back({{"rule", rule.name},
                   {"severity", model::choice_of(rule.severity).name.en},
                   {"step", rule.step},
                   {"summary", one.say(rule.summary)},
                   {"why", one.say(rule.why)},
                   {"booklet", one.say(step_name(rule.step))},
                   {"bad", parsed(one.bad)},
                   {"good", parsed(one.good)}});
  }
  return Json{{"format", "deploy-plan/explain@1"}, {"rules", all}}.dump(2) + "\n";
}
} // namespace

std::span<const ExplainFormat> explain_formats() {
  static constexpr ExplainFormat all[] = {{"text", as_text}, {"markdown", as_markdown}, {"json", as_json}};
  return all;
}

} // namespace deploy_plan

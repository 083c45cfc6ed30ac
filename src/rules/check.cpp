#include "deploy_plan/check.hpp"
#include "rules/rule.hpp"
#include "text/folding.hpp"

namespace deploy_plan {
namespace {

using rules::Look;
using rules::Rule;

std::vector<std::span<const Rule>> steps() {
  return {rules::loading_rules(), rules::market_rules(), rules::objective_rules(), rules::action_rules(),
          rules::scenario_rules()};
}

/// The file's own settings and the options: severities changed, findings silenced, stale silences said.
void apply_settings(const Look& look, const CheckOptions& options, std::vector<Finding>& findings,
                    std::size_t first) {
  for (const RuleSetting& setting : look.strategy.rules) {
    if (!setting.origin.sound)
      continue;
    if (find_rule(setting.rule) == nullptr) {
      std::vector<std::string_view> names;
      for (const RuleEntry& entry : rule_catalogue())
        names.push_back(entry.name);
      const std::string near(text::nearest(setting.rule, names));
      look.report("unknown-reference", look.at(setting.origin),
                  {{"there is no rule {0}", "il n'y a pas de règle {0}"}, {setting.rule}},
                  near.empty() ? Phrase{{"deploy-plan explain lists the rules",
                                         "deploy-plan explain liste les règles"}}
                               : Phrase{{"did you mean {0}?", "vouliez-vous dire {0} ?"}, {near}});
      continue;
    }
    if (setting.until && *setting.until < look.today) {
      look.report("silence-stale", look.at(setting.origin),
                  {{"this setting of {0} ended on {1}", "ce réglage de {0} a pris fin le {1}"},
                   {setting.rule, *setting.until}},
                  {{"mend what it silenced and remove it, or set a new day with a reason",
                    "corrigez ce qu'il taisait et supprimez-le, ou fixez un nouveau jour avec une raison"}});
      continue;
    }
    bool silenced = false;
    for (std::size_t i = first; i < findings.size(); ++i)
      if (findings[i].rule == setting.rule) {
        findings[i].severity = static_cast<Severity>(setting.severity);
        silenced = true;
      }
    if (!silenced && setting.severity == RuleSeverity::off)
      look.report(
          "silence-unused", look.at(setting.origin),
          {{"{0} finds nothing: this silence is not needed", "{0} ne trouve rien : ce silence est inutile"},
           {setting.rule}},
          {{"remove it, so that the rule warns when it is needed",
            "supprimez-le, pour que la règle prévienne le jour venu"}});
  }
  for (std::size_t i = first; i < findings.size(); ++i)
    if (const auto wanted = options.rules.find(findings[i].rule); wanted != options.rules.end())
      findings[i].severity = wanted->second;
}

void check_strategy(const source::Tree& tree, source::NodeId node, const CheckOptions& options,
                    CheckedFile& file) {
  const std::size_t first = file.findings.size();
  const Strategy& strategy = file.strategies.emplace_back(model::decode(tree, node, file.findings));
  if (tree[node].kind == source::Kind::object) {
    const Look look(strategy, tree, options.as_of, file.findings);
    for (const auto step : steps())
      for (const Rule& rule : step)
        if (rule.look != nullptr)
          rule.look(look);
    apply_settings(look, options, file.findings, first);
  }
  std::erase_if(file.findings, [](const Finding& finding) { return finding.severity == Severity::off; });
  std::stable_sort(file.findings.begin() + static_cast<std::ptrdiff_t>(std::min(first, file.findings.size())),
                   file.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.place.begin < b.place.begin; });
}

void check_tree(const Source& source, source::Comments comments, const CheckOptions& options,
                CheckedFile& file) {
  auto parsed = source::parse(source, comments);
  if (parsed.error) {
    file.findings.push_back(std::move(*parsed.error));
    file.readable = false;
    return;
  }
  const auto& root = parsed.tree[0];
  if (root.kind != source::Kind::array)
    return check_strategy(parsed.tree, 0, options, file);
  for (auto child = root.first_child; child != source::no_node; child = parsed.tree[child].next)
    check_strategy(parsed.tree, child, options, file);
}

/// One strategy a line: each line is read as a file of its own, and its places are moved to where the line
/// stands.
void check_lines(const Source& source, const CheckOptions& options, CheckedFile& file) {
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const auto line = source.line(number);
    if (line.find_first_not_of(" \t") == std::string_view::npos)
      continue;
    const auto begin = static_cast<std::uint32_t>(line.data() - source.bytes().data());
    CheckedFile one;
    check_tree(Source(source.name(), std::string(line)), source::Comments::refused, options, one);
    for (Finding& finding : one.findings) {
      const auto move = [&](Place& place) { place = {place.begin + begin, place.end + begin}; };
      move(finding.place);
      for (Related& related : finding.related)
        move(related.place);
      file.findings.push_back(std::move(finding));
    }
    file.readable &= one.readable;
    std::move(one.strategies.begin(), one.strategies.end(), std::back_inserter(file.strategies));
  }
}

std::vector<RuleEntry> collect() {
  std::vector<RuleEntry> all;
  for (const auto step : steps())
    for (const Rule& rule : step)
      all.push_back(rule.entry);
  return all;
}
} // namespace

CheckedFile check(std::shared_ptr<const Source> source, const CheckOptions& options) {
  CheckedFile file;
  file.source = std::move(source);
  const std::string_view name = file.source->name();
  if (name.ends_with(".jsonl"))
    check_lines(*file.source, options, file);
  else
    check_tree(*file.source, name.ends_with(".jsonc") ? source::Comments::allowed : source::Comments::refused,
               options, file);
  return file;
}

std::span<const RuleEntry> rule_catalogue() {
  static const std::vector<RuleEntry> all = collect();
  return all;
}

const RuleEntry* find_rule(std::string_view name) {
  for (const RuleEntry& entry : rule_catalogue())
    if (entry.name == name)
      return &entry;
  return nullptr;
}

Text step_name(int step) {
  static constexpr Text names[] = {{"the strategy file", "le fichier de stratégie"},
                                   {"step 1, “Define the market”", "étape 1, « Définir le marché »"},
                                   {"step 2, “Choose the objectives”", "étape 2, « Choisir les objectifs »"},
                                   {"step 3, “Choose the levers”", "étape 3, « Choisir les leviers »"},
                                   {"step 4, “Find the actions”", "étape 4, « Trouver les actions »"}};
  return names[std::clamp(step, 0, 4)];
}

} // namespace deploy_plan

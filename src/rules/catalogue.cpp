// Every rule, in the order of the method's steps.
#include "rules/rule.hpp"

namespace deploy_plan {

std::span<const std::span<const rules::Rule>> rules::all_rules() {
  static const std::span<const Rule> all[] = {
      loading_rules(),      reference_rules(),      calendar_rules(),   term_rules(),
      tier_rules(),         source_rules(),         goal_rules(),       target_rules(),
      milestone_rules(),    measurement_rules(),    query_rules(),      secret_rules(),
      observation_rules(),  event_rules(),          north_star_rules(), rate_rules(),
      lever_rules(),        completeness_rules(),   dependency_rules(), run_rules(),
      schedule_rules(),     action_segment_rules(), owner_rules(),      trial_data_rules(),
      trial_verdict_rules()};
  return all;
}

std::span<const RuleEntry> rule_catalogue() {
  static const std::vector<RuleEntry> all = [] {
    std::vector<RuleEntry> entries;
    for (const auto step : rules::all_rules())
      for (const rules::Rule& rule : step)
        entries.push_back(rule.entry);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const RuleEntry& a, const RuleEntry& b) { return a.step < b.step; });
    return entries;
  }();
  return all;
}

const RuleEntry* find_rule(std::string_view name) {
  for (const RuleEntry& entry : rule_catalogue())
    if (entry.name == name)
      return &entry;
  return nullptr;
}

const text::Names& rules::rule_names() {
  static const text::Names all = [] {
    std::vector<std::string_view> names;
    for (const RuleEntry& entry : rule_catalogue())
      names.push_back(entry.name);
    return text::Names(names);
  }();
  return all;
}

std::string_view nearest_rule(std::string_view name) {
  text::HintBudget budget;
  return rules::rule_names().nearest(name, budget);
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

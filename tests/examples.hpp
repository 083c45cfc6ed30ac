// What tests have in common: a day, and strategies checked on it.
#pragma once
#include "catch.hpp"
#include "deploy_plan/check.hpp"
#include "deploy_plan/describe.hpp"
#include "deploy_plan/outlook.hpp"
#include <algorithm>
#include <fstream>
#include <sstream>

namespace deploy_plan::test {

/// The day on which the examples are judged.
inline const Date day = std::chrono::year{2026} / 3 / 1;

inline CheckOptions on_that_day() {
  CheckOptions options;
  options.as_of = day;
  return options;
}

/// Checks a text as if it stood in examples/faulty, where the CSV files of the examples are.
inline CheckedFile checked(std::string text, const std::string& name = "examples/faulty/strategy.json",
                           const CheckOptions& options = on_that_day()) {
  return check(std::make_shared<const Source>(name, std::move(text)), options);
}

inline bool raises(const CheckedFile& file, std::string_view rule) {
  return std::any_of(file.findings.begin(), file.findings.end(),
                     [&](const Finding& finding) { return finding.rule == rule; });
}

inline std::vector<std::string> rules_of(const CheckedFile& file) {
  std::vector<std::string> rules;
  for (const Finding& finding : file.findings)
    rules.push_back(finding.rule);
  return rules;
}

/// The strategy of init with a fragment merged into it, checked.
inline CheckedFile checked_with(std::string_view fragment) {
  return checked(example_strategy(fragment, Language::english, day));
}

/// The strategy of init with a fragment merged into it, as it is read.
inline Strategy strategy_with(std::string_view fragment) {
  Strategy strategy;
  (void)check(std::make_shared<const Source>("s.json", example_strategy(fragment, Language::english, day)),
              on_that_day(), [&](Strategy&& read) { strategy = std::move(read); });
  return strategy;
}

inline std::string content(const std::string& path) {
  std::ostringstream words;
  words << std::ifstream(path, std::ios::binary).rdbuf();
  return words.str();
}

/// The strategy of a file that holds one.
inline Strategy strategy_of(const std::string& path) {
  Strategy strategy;
  (void)check(std::make_shared<const Source>(path, content(path)), on_that_day(),
              [&](Strategy&& one) { strategy = std::move(one); });
  return strategy;
}

/// The words that a finding's place shows.
inline std::string_view shown(const CheckedFile& file, const Finding& finding) {
  return file.sources.bytes(finding.place);
}

/// What may come of a goal, without the figures of the day.
inline Outlook outlook_of(OutlookClass rating, double probability) {
  Outlook outlook;
  outlook.rating = rating;
  outlook.probability = probability;
  return outlook;
}
inline Outlooks outlooks_of(Outlook as_committed, Outlook nothing_more,
                            std::optional<Outlook> with_plan = std::nullopt) {
  Outlooks all;
  all.as_committed = as_committed;
  all.nothing_more = nothing_more;
  all.with_plan = with_plan;
  all.observations = 12;
  all.draws = 2000;
  return all;
}

} // namespace deploy_plan::test

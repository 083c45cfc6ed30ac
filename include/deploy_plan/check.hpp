// Checking strategy files: reading them, understanding them, judging them.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include "deploy_plan/strategy.hpp"
#include <map>
#include <memory>
#include <span>

namespace deploy_plan {

struct CheckOptions {
  Date as_of{};                                       ///< the day that everything is judged on
  std::map<std::string, Severity, std::less<>> rules; ///< severities that stand above the file's own
};

/// What checking one file gave.
struct CheckedFile {
  std::shared_ptr<const Source> source;
  std::vector<Finding> findings;    ///< in the order of the file
  bool readable = true;             ///< false when it could not be opened, or is not JSON
  std::vector<Strategy> strategies; ///< those that could be read, whole or in part
};

/// Checks a source that holds one strategy, an array of them, or, in a .jsonl, one a line. Comments are
/// allowed in a .jsonc. Throws nothing but std::bad_alloc.
[[nodiscard]] CheckedFile check(std::shared_ptr<const Source> source, const CheckOptions& options);

/// A rule of the catalogue. Names are stable for ever.
struct RuleEntry {
  std::string_view name;
  Severity severity;
  int step;     ///< of the booklet: 1 market, 2 objectives, 3 levers, 4 actions; 0 for the file itself
  Text summary; ///< what it says
  Text why;     ///< why it matters for adoption
  std::string_view bad;  ///< JSON, merged into the strategy of `init`: raises the rule
  std::string_view good; ///< JSON, merged likewise: does not
};
[[nodiscard]] std::span<const RuleEntry> rule_catalogue();
[[nodiscard]] const RuleEntry* find_rule(std::string_view name);
[[nodiscard]] Text step_name(int step);

/// JSON Schema (draft 2020-12) of a strategy file, with the keys of a language.
[[nodiscard]] std::string schema(Language language);

/// A first strategy that passes check without a finding on the day it is made. JSON with the keys of a
/// language.
[[nodiscard]] std::string first_strategy(Language language, Date as_of);

/// The strategy of init with an example of a rule merged into it, English keys: a whole file that shows the
/// rule at work.
[[nodiscard]] std::string example_strategy(std::string_view fragment, Date as_of);

} // namespace deploy_plan

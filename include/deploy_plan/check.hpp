// Checking strategy files: reading them, understanding them, judging them.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include "deploy_plan/strategy.hpp"
#include <functional>
#include <map>
#include <memory>
#include <span>

namespace deploy_plan {

struct CheckOptions {
  Date as_of{}; ///< the day that everything is judged on
  bool looks_back =
      false; ///< `as_of` was asked for: what is known only later is left out, else it is an error
  std::map<std::string, Severity, std::less<>> rules; ///< severities that stand above the file's own
  std::size_t max_findings = 10000;                   ///< kept whole of a file; the others are counted
  unsigned threads = 1;                               ///< that share the strategies of one file
  bool allow_outside = false;                         ///< series may lie outside the strategy's folder
  ReadLimits reading;                                 ///< of each file, series included
};

/// Findings of one rule that were counted and not kept.
struct UnkeptFindings {
  std::string rule;
  Severity severity = Severity::error;
  std::size_t count = 0;
};

/// What checking one file gave.
struct CheckedFile {
  SourceMap sources;
  std::vector<Finding> findings; ///< in the order of the file; those of its CSV series after their strategy's
  std::vector<UnkeptFindings> unkept; ///< beyond `max_findings`
  bool readable = true;               ///< false when it could not be opened, or is not JSON
  std::size_t strategies = 0;         ///< how many it holds
  /// No finding is an error, kept or only counted.
  [[nodiscard]] bool is_sound() const;
};

/// Findings by their severity.
struct FindingCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
};

/// What checking files gave in all.
struct CheckSummary : FindingCounts {
  std::size_t files = 0;
  std::map<std::string, std::size_t, std::less<>> rules; ///< findings of each rule that has some
  /// Adds what was found in a file, kept or only counted.
  void add(const CheckedFile& file);
};

/// Takes a strategy once it is checked, in the order of the file. What could not be read of it says so
/// (`Origin::sound`).
using TakeStrategy = std::function<void(Strategy&&)>;

/// Checks a source that holds one strategy, an array of them, or, in a .jsonl, one a line. Comments are
/// allowed in a .jsonc. Series in CSV files are read from beside the source's name. A portfolio is read
/// strategy by strategy and never stands in memory whole. Throws std::bad_alloc, and what `take`
/// throws.
[[nodiscard]] CheckedFile check(const std::shared_ptr<const Source>& source, const CheckOptions& options,
                                const TakeStrategy& take = {});

/// Takes what checking a file gave, in the order of the files.
using TakeFile = std::function<void(CheckedFile&&)>;

/// Reads and checks files, several at a time; one that cannot be read has the finding `unreadable`. `threads`
/// are shared among the files, or, where there is one file, among its strategies. A file's strategies, where
/// they are wanted, are taken before the file. Throws as `check` does.
void check_files(std::span<const std::string> paths, const CheckOptions& options, const TakeFile& take,
                 const TakeStrategy& take_strategy = {});

/// Findings known before, to be told from new ones: how many of each rule each file had.
class KnownFindings {
public:
  /// Reads what `check --format json` wrote; nothing when the text is not that.
  [[nodiscard]] static std::optional<KnownFindings> read(std::string_view json);
  /// Removes from a file's findings as many of each rule as were known, the first ones first.
  void subtract_from(CheckedFile& file) const;

private:
  std::map<std::string, std::map<std::string, std::size_t, std::less<>>, std::less<>>
      known_; ///< by path, then rule
};

/// A rule of the catalogue. Names are stable for ever.
struct RuleEntry {
  std::string_view name;
  Severity severity;
  int step;     ///< of the booklet: 1 market, 2 objectives, 3 levers, 4 actions; 0 for the file itself
  Text summary; ///< what it says
  Text why;     ///< why it matters for adoption
  std::string_view bad =
      {}; ///< JSON, merged into the strategy of `init`: raises the rule; "@30" is the day 30 days on
  std::string_view good = {}; ///< JSON, merged likewise: does not; empty where `init` itself is the example
};
[[nodiscard]] std::span<const RuleEntry> rule_catalogue();
[[nodiscard]] const RuleEntry* find_rule(std::string_view name);
/// The rule whose name is nearest to a misspelt one; empty where none is near.
[[nodiscard]] std::string_view nearest_rule(std::string_view name);
[[nodiscard]] Text step_name(int step);

} // namespace deploy_plan

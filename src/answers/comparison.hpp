// Strategies side by side: what differs, by how much, and which is best.
#pragma once
#include "answers/change_words.hpp"
#include "answers/figures.hpp"
#include "deploy_plan/check.hpp"
#include <memory>

namespace deploy_plan::answers {

struct ComparedScenario {
  std::string id;
  std::string name = {}; ///< for people; may be empty
  Words shown = {};      ///< to people in place of both, where these are paths
  std::vector<Difference> changes = {};
  std::shared_ptr<const StrategyAnswers> answers = {}; ///< that the figures are of
  Figures figures = {};
};
/// A scenario that gives no figure to trust.
struct UnsoundScenario {
  std::string id;
  std::string name;
  Words shown; ///< as of a compared one
  CheckedFile checked;
};

struct ScenarioComparison {
  Date as_of{};
  std::string strategy;
  ToldNumbers numbers;
  std::vector<ComparedScenario> scenarios; ///< the first is what the others are compared with
  std::vector<UnsoundScenario> unsound;
};

/// A figure that was, and one that is: the difference in its own unit, and as a share of what was; nothing
/// for words, and for what is not known on both sides.
struct Change {
  std::optional<double> amount = {}; ///< of days: a number of days
  std::optional<double> share = {};
};
[[nodiscard]] Change change_of(const Value* from, const Value* to);
/// Whether two values of a row differ by no more than the simulation that gives them errs.
[[nodiscard]] bool is_noise(const Row& row, const Value* from, const Value* to);
/// How much a row's values are apart from the first one's, from 0, where they are the same, to 1.
[[nodiscard]] double extent_of(const Row& row, std::span<const ComparedScenario> scenarios);
/// The scenarios whose figure is the best of a row: none where they are all as good, or better has no
/// direction.
[[nodiscard]] std::vector<bool> best_of(const Row& row, std::span<const ComparedScenario> scenarios);

/// Every row that a scenario has a figure for, in the order of the answers.
[[nodiscard]] std::vector<Row> all_rows(std::span<const ComparedScenario> scenarios);
/// Those of which two scenarios at least have different figures.
[[nodiscard]] std::vector<Row> differing(std::span<const ComparedScenario> scenarios);
/// Of these, those that tell more than the changes do themselves, and more than noise.
[[nodiscard]] std::vector<Row> telling(std::vector<Row> rows, std::span<const ComparedScenario> scenarios);

/// "scenarios.ID.gap.market.share.target", and of the same ".change" and ".relative_change" from the first
/// scenario: paths of gates.
[[nodiscard]] Lookup look_up(const ScenarioComparison& comparison, std::string_view path);

/// A scenario as it is written, with the figures of some rows.
struct ToldAssignment {
  std::string path;
  Verbatim from, to;
};
struct ToldScenario {
  std::string id, name;
  std::vector<ToldAssignment> changes;
  Map<double> values; ///< by paths
  Map<Date> dates;
  Map<std::string> words;
};
[[nodiscard]] ToldScenario told(const ComparedScenario& scenario, const RowSet& rows);
template <>
const Record& description<ToldScenario>();

struct ToldFault {
  std::string rule, message, source;
  std::size_t line = 0, column = 0;
};
struct ToldUnsound {
  std::string id, name;
  std::vector<ToldFault> findings;
};
struct ToldScenarios {
  Date as_of{};
  std::string strategy;
  std::vector<ToldScenario> scenarios;
  std::vector<std::string> differs;
  std::vector<std::string> not_computed; ///< of a sweep
  std::vector<ToldUnsound> unsound;
};
[[nodiscard]] ToldScenarios told(const ScenarioComparison& comparison, std::span<const Row> rows);
template <>
const Record& description<ToldScenarios>();

} // namespace deploy_plan::answers

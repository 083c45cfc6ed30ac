// The figures of a strategy on a day that can be set beside those of another strategy, or of another day.
#pragma once
#include "answers/path.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::answers {

/// Plans are solved, and outlooks and forecasts drawn, which takes a thousand times longer than the rest.
enum class Analyses { quick, all };

template <>
const Record& description<Gap>();
template <>
const Record& description<Plan>();
template <>
const Record& description<Forecast>();

/// What analyses tell of a strategy on a day.
struct StrategyAnswers {
  Gap gap;
  std::optional<Plan> plan = {};         ///< for the North Star
  std::optional<Forecast> forecast = {}; ///< without segments; of the same draws as the other two
  std::optional<Text> missing = {};      ///< why one is not there, that would be on another machine
};
template <>
const Record& description<StrategyAnswers>();
[[nodiscard]] StrategyAnswers answers_about(const Strategy& strategy, Date day, Analyses wanted);

/// Where a path leads in them: the name of gap may be left out, as in its own gates.
[[nodiscard]] Lookup look_up(const StrategyAnswers& answers, std::string_view path);
/// Whether a path, or the text of one in either language, leads to an analysis that takes long.
[[nodiscard]] bool takes_long(const Path& path);
[[nodiscard]] bool takes_long(std::string_view path);
/// Those analyses, by a key of their paths: "plan".
[[nodiscard]] std::vector<std::string> long_analyses();

/// A figure by itself, whatever its value: what a row of a comparison is of.
struct Row {
  Path path; ///< "gap.market.share.target"
  const Member* member = nullptr;
  Context context = {};
  Words subject = {}; ///< what the elements that it is of are called; empty outside lists
};
/// The row of a path that leads to a figure of these answers.
[[nodiscard]] Row row_at(const StrategyAnswers& answers, const Path& path);
/// As a table names it, with what it is of: "pace needed — first diagnostics".
[[nodiscard]] Words words_of(const Row& row);
/// The same for a row beneath no heading: that it is a forecast is said.
[[nodiscard]] Words full_words_of(const Row& row);
/// Its path, with the keys of each language.
[[nodiscard]] Words path_words(const Row& row);
/// The analysis that tells it: a member of StrategyAnswers.
[[nodiscard]] const Member& analysis_of(const Row& row);
/// The step of the booklet that it is of, from 1; 0 for plans and forecasts.
[[nodiscard]] int step_of(const Row& row);

/// Rows by their paths, which must outlive it.
class RowSet {
public:
  explicit RowSet(std::span<const Row> rows);
  [[nodiscard]] bool contains(const Path& path) const;

private:
  std::vector<const Path*> sorted_;
};

struct KnownFigure {
  Row row;
  Value value; ///< a number, a day, or a word of an enumeration
};

/// The figures of a strategy that are known, in the order of the answers that they come from.
class Figures {
public:
  Figures() = default;
  /// All, or those of some rows.
  explicit Figures(const StrategyAnswers& answers, const RowSet* wanted = nullptr);

  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.end(); }
  /// nullptr where there is no such figure.
  [[nodiscard]] const Value* find(const Path& path) const;

private:
  std::vector<KnownFigure> all_;
  std::vector<std::uint32_t>
      by_path_; ///< places, in the order of the paths: a market may have thousands of segments
};

/// Whether a member's values can be set side by side.
[[nodiscard]] bool is_compared(const Path& path);
/// A number, or a day as a number of days; nothing for words.
[[nodiscard]] std::optional<double> number_of(const Value& value);

} // namespace deploy_plan::answers

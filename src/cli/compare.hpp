// What compare does, in two rooms: scenarios side by side, and sweeps.
#pragma once
#include "cli/answer.hpp"
#include "deploy_plan/scenario.hpp"
#include "report/views/changes/comparison.hpp"
#include "report/views/changes/sweep.hpp"

namespace deploy_plan::cli {

struct CompareOptions : AnswerOptions {
  std::vector<std::string> paths;
  std::vector<std::string> scenarios;
  std::vector<std::string> sets;
  std::vector<std::string> sweeps;
  std::vector<std::string> metrics;
  bool all = false;
  bool with_paths = false; ///< beside the words
  GateOptions gate;
  ThreadOptions threads;
  [[nodiscard]] report::ChangesView view() const {
    return {.all = all, .asked = !metrics.empty(), .paths = with_paths};
  }
};

/// A strategy file, sound and opened.
struct OpenedPath {
  std::optional<StrategyFile> file;
  Strategy strategy;
};
/// Nothing where the file was refused.
[[nodiscard]] std::optional<OpenedPath> open_path(const std::string& path, const AnswerOptions& options,
                                                  const Common& common);

/// One strategy file with its scenarios, from wherever they come.
class ScenarioComparer {
public:
  ScenarioComparer(const CompareOptions& chosen, const Common& words, OpenedPath&& opened);

  /// Finds what there is to compare; false when it was refused.
  [[nodiscard]] bool find();
  [[nodiscard]] Exit compare();
  [[nodiscard]] Exit sweep() const;

private:
  /// A scenario by its changes, or a whole strategy of its own.
  struct Named {
    std::string id, name;
    std::vector<Changes> changes = {};
    std::optional<OpenedPath> whole = {};
    Words shown = {}; ///< to people in place of paths
  };
  /// A point's figures, or what makes the strategy unsound there.
  struct Point {
    std::optional<answers::ComparedScenario> scenario;
    std::optional<CheckedFile> unsound;
  };

  [[nodiscard]] bool refused(const Phrase& why) const;
  [[nodiscard]] bool find_scenario(const std::string& wanted);
  void add(const Named& one);
  [[nodiscard]] answers::ComparedScenario side(const Named& one, std::vector<Difference> changes,
                                               const Strategy& strategy) const;
  [[nodiscard]] Exit nothing_compared() const;
  /// The rows that are asked for, or those that differ, or all of them; nothing where one is unknown.
  [[nodiscard]] std::optional<std::vector<answers::Row>>
  chosen_rows(std::span<const answers::ComparedScenario> scenarios) const;
  [[nodiscard]] std::optional<answers::Row>
  asked_row(const std::string& asked, std::span<const answers::ComparedScenario> scenarios) const;

  /// Its figures, or those of some rows.
  [[nodiscard]] Point evaluate(const report::Sweep& sweep, std::size_t point, answers::Analyses wanted,
                               const answers::RowSet* rows = nullptr) const;
  [[nodiscard]] bool is_small(const report::Sweep& sweep) const;
  /// All points, plans and forecasts too, before the first is written.
  [[nodiscard]] Exit sweep_at_once(const report::Sweep& sweep) const;
  /// As they come: what is told of them is chosen among some.
  [[nodiscard]] Exit sweep_as_they_come(const report::Sweep& sweep) const;
  /// Nothing where no point leaves the strategy sound, which is then said.
  [[nodiscard]] std::optional<report::SweepHeading> sweep_heading(std::span<const Point> looked_at) const;
  [[nodiscard]] std::vector<Words> axes_in_words(const answers::ComparedScenario& point) const;
  [[nodiscard]] std::vector<answers::Row> moving_between_ends(const report::Sweep& sweep) const;
  using TakePoint = std::function<void(Point&&)>;
  [[nodiscard]] Exit write_sweep(const report::Sweep& sweep, const report::SweepHeading& heading,
                                 const std::function<void(const TakePoint&)>& each_point) const;

  const CompareOptions& options;
  const Common& common;
  OpenedPath base;
  std::vector<Named> named;
  answers::ScenarioComparison comparison;
};

} // namespace deploy_plan::cli

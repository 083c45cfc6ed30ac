// Sweeps: one figure of the strategy, or two, taken through a range; one answer a point.
#pragma once
#include "report/views/changes/comparison.hpp"
#include <memory>

namespace deploy_plan::report {

/// A path and the values that it takes: from, from + step, … up to and including `to`.
struct SweepAxis {
  std::string path;
  double from = 0;
  double step = 1;
  std::size_t count = 1;
  int decimals = 0; ///< of from and step, so that values are the decimals that a person would write
  [[nodiscard]] double value(std::size_t index) const;
  [[nodiscard]] std::string digits(std::size_t index) const;
};
inline constexpr std::size_t most_points = 10000000;

/// Reads PATH=FROM:TO:STEP; nothing where it is not that, or makes more than `most_points`.
[[nodiscard]] std::optional<SweepAxis> read_axis(const std::string& text);

/// One axis, or two that make a grid: the last one moves first.
struct Sweep {
  std::vector<SweepAxis> axes;
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::vector<std::size_t> indices(std::size_t point) const;
  /// What a point sets: "PATH==VALUE" for each axis.
  [[nodiscard]] std::vector<std::string> assignments(std::size_t point) const;
  /// "budget.money=10000, budget.days=20"
  [[nodiscard]] std::string name(std::size_t point) const;
};

/// What is known before the first point.
struct SweepHeading {
  Date as_of{};
  std::string strategy;
  std::vector<Words> axes;        ///< what the paths of the axes lead to, in words
  std::vector<answers::Row> rows; ///< the figures that are told
  ChangesView view = {};
  std::size_t looked_at = most_points; ///< at so many points, which tells of all where there are no more
  std::vector<std::string> not_computed = {}; ///< analyses left out since they take long: "plan"
  std::vector<answers::Row> moving = {};      ///< some of their figures that differ nevertheless
};
/// What the points do not tell, nothing where they tell all; for scripts, by paths.
[[nodiscard]] std::optional<Phrase> not_computed(const Sweep& sweep, const SweepHeading& heading,
                                                 bool with_paths);

/// Writes points as they come, so that none need be kept.
class SweepWriter {
public:
  virtual ~SweepWriter() = default;
  virtual void begin() {}
  /// `scenario` is nullptr where the point makes the strategy unsound.
  virtual void point(std::size_t point, const answers::ComparedScenario* scenario) = 0;
  virtual void end() {}
};
[[nodiscard]] std::unique_ptr<SweepWriter> sweep_csv(Sink sink, const Sweep& sweep,
                                                     const SweepHeading& heading, bool french_dialect);
[[nodiscard]] std::unique_ptr<SweepWriter> sweep_json(Sink sink, const Sweep& sweep,
                                                      const SweepHeading& heading);
/// Gathers a chart and a table; of many points it keeps some, evenly.
class SweepDocument final : public SweepWriter {
public:
  SweepDocument(const Sweep& sweep, const SweepHeading& heading);
  void point(std::size_t point, const answers::ComparedScenario* scenario) override;
  [[nodiscard]] Document document() const;

private:
  struct Kept {
    std::size_t point;
    std::vector<std::optional<answers::Value>> values; ///< of each row
  };
  [[nodiscard]] bool is_kept(std::size_t point) const;
  [[nodiscard]] Plot plot(std::size_t row) const;
  void tell_curves(Plot& plot) const;
  static void tell_course(Plot& plot, const Words& name, const Words& along);
  [[nodiscard]] Table table() const;
  [[nodiscard]] Words axis_words(std::size_t axis) const;
  [[nodiscard]] Words row_words(std::size_t row) const;
  [[nodiscard]] bool has_numbers(std::size_t row) const;
  [[nodiscard]] std::vector<std::size_t> shown_rows() const;
  [[nodiscard]] Phrase nothing_differs() const;

  const Sweep& sweep_;
  const SweepHeading& heading_;
  std::vector<Kept> kept_;
  std::size_t unsound_ = 0;
};

} // namespace deploy_plan::report

// What drawing a plot takes in any format: the ranges of its axes, their figures, and what is where.
#pragma once
#include "report/charts/drawing.hpp"

namespace deploy_plan::report {

[[nodiscard]] bool is_empty(const Plot& plot);

/// The ranges of a plot that is not empty: y includes zero unless it is far from it, and ends on round
/// figures.
class PlotFrame {
public:
  explicit PlotFrame(const Plot& plot);

  [[nodiscard]] double low_x() const { return low_x_; }
  [[nodiscard]] double high_x() const { return high_x_; }
  [[nodiscard]] double low_y() const { return ticks_.front(); }
  [[nodiscard]] double high_y() const { return ticks_.back(); }
  [[nodiscard]] const std::vector<double>& ticks_y() const { return ticks_; }
  /// At most about so many; the ends where nothing round lies between them.
  [[nodiscard]] std::vector<double> ticks_x(std::size_t most) const;
  [[nodiscard]] std::string tick_x(double x, Language language) const; ///< a month for its first day
  /// Where a figure lies between the ends of its axis, in [0, 1].
  [[nodiscard]] double share_x(double x) const;
  [[nodiscard]] double share_y(double y) const;
  [[nodiscard]] std::string said_x(double x, Language language) const { return said(plot_.x, x, language); }
  [[nodiscard]] std::string said_y(double y, Language language) const { return said(plot_.y, y, language); }

  struct GridCell {
    std::size_t column, row;
  };
  /// The cells of a grid that a curve passes through; row 0 is the top.
  [[nodiscard]] std::vector<GridCell> cells(const Plot::Curve& curve, std::size_t columns,
                                            std::size_t rows) const;

private:
  static std::string said(const PlotAxis& axis, double value, Language language);

  const Plot& plot_;
  double low_x_ = 0, high_x_ = 0;
  std::vector<double> ticks_;
};

/// For a terminal; of a plot that is not empty.
[[nodiscard]] std::string plot_as_text(const Plot& plot, const RenderOptions& options);
/// Of a plot that is not empty.
[[nodiscard]] Drawing plot_as_svg(const Plot& plot, Language language, const Canvas& canvas);

} // namespace deploy_plan::report

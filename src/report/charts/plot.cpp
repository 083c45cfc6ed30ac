#include "report/charts/plot.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace deploy_plan::report {
namespace {

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void take(double value) {
    if (!std::isfinite(value))
      return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

/// Round figures from below the lowest to above the highest: steps of 1, 2 or 5 times a power of ten.
std::vector<double> round_ticks(Range range) {
  if (range.low > 0 && range.low < range.high * 0.7)
    range.low = 0;
  if (range.high < 0 && range.high > range.low * 0.7)
    range.high = 0;
  if (range.high <= range.low)
    range.high = range.low + (range.low == 0 ? 1 : std::abs(range.low) * 0.1);
  const double rough = (range.high - range.low) / 4;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double step = power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
  const double first = std::floor(range.low / step);
  const double last = std::ceil(range.high / step);
  std::vector<double> ticks;
  constexpr double most_told_apart = 0x1p52;
  const bool told_apart = std::max(std::abs(first), std::abs(last)) < most_told_apart;
  if (!std::isfinite(step) || step <= 0 || last - first > 20 || !told_apart)
    return {range.low, range.high};
  for (double i = first; i <= last; ++i)
    ticks.push_back(step >= 1 ? i * step : i / std::round(1 / step));
  return ticks;
}
} // namespace

bool is_empty(const Plot& plot) {
  return std::all_of(plot.curves.begin(), plot.curves.end(),
                     [](const Plot::Curve& curve) { return curve.points.empty(); });
}

PlotFrame::PlotFrame(const Plot& plot) : plot_(plot) {
  Range x;
  Range y;
  for (const Plot::Curve& curve : plot.curves)
    for (const Plot::Point& point : curve.points) {
      x.take(point.x);
      for (const double value : {point.y, point.low.value_or(point.y), point.high.value_or(point.y)})
        y.take(value);
    }
  low_x_ = x.low;
  high_x_ = x.high > x.low ? x.high : x.low + 1;
  ticks_ = round_ticks(y);
}

double PlotFrame::share_x(double x) const { return std::clamp((x - low_x_) / (high_x_ - low_x_), 0.0, 1.0); }
double PlotFrame::share_y(double y) const {
  return std::clamp((y - low_y()) / (high_y() - low_y()), 0.0, 1.0);
}

std::vector<PlotFrame::GridCell> PlotFrame::cells(const Plot::Curve& curve, std::size_t columns,
                                                  std::size_t rows) const {
  std::vector<GridCell> all;
  const auto place = [](double share, std::size_t count) {
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(count - 1)));
  };
  const auto add = [&](double x, double y) {
    all.push_back({place(share_x(x), columns), rows - 1 - place(share_y(y), rows)});
  };
  if (curve.style == Plot::Style::band) {
    for (std::size_t i = 0; i + 1 < curve.points.size(); ++i) {
      const Plot::Point& point = curve.points[i];
      const Plot::Point& next = curve.points[i + 1];
      for (std::size_t column = place(share_x(point.x), columns); column <= place(share_x(next.x), columns);
           ++column)
        for (std::size_t row = place(share_y(next.low.value_or(next.y)), rows);
             row <= place(share_y(next.high.value_or(next.y)), rows); ++row)
          all.push_back({column, rows - 1 - row});
    }
    return all;
  }
  const bool joined = curve.style != Plot::Style::dots && curve.style != Plot::Style::goal;
  for (std::size_t i = 0; i < curve.points.size(); ++i) {
    const Plot::Point& point = curve.points[i];
    add(point.x, point.y);
    if (!joined || i + 1 == curve.points.size())
      continue;
    const Plot::Point& next = curve.points[i + 1];
    const double steps =
        std::max(1.0, std::ceil(std::abs(share_x(next.x) - share_x(point.x)) * static_cast<double>(columns)));
    for (double step = 1; step < steps; ++step)
      add(point.x + (next.x - point.x) * step / steps, point.y + (next.y - point.y) * step / steps);
  }
  return all;
}

std::string PlotFrame::said(const PlotAxis& axis, double value, Language language) {
  switch (axis.kind) {
  case AxisKind::date: return say(Date(std::chrono::days(std::llround(value))), language);
  case AxisKind::share: return say(Share{value}, language);
  case AxisKind::money: return say(Money{value, axis.currency}, language);
  case AxisKind::number: break;
  }
  return say(shown(value), language);
}

} // namespace deploy_plan::report

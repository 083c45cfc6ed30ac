#include "report/charts/plot.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
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

/// First days of months, every so many; few where the days are.
std::vector<double> month_ticks(double low, double high, std::size_t most) {
  const auto day_of = [](double x) { return Date(std::chrono::days(std::llround(x))); };
  const Month first = month_of(day_of(low));
  const std::int64_t months = months_between(first, month_of(day_of(high)));
  constexpr std::int64_t steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 300, 1200};
  const auto* const step = std::find_if(std::begin(steps), std::end(steps) - 1, [&](std::int64_t each) {
    return months / each + 1 <= static_cast<std::int64_t>(most);
  });
  std::vector<double> ticks;
  for (std::int64_t i = 0; i <= months; ++i) {
    const std::chrono::year_month_day day =
        std::chrono::year_month_day{first.first} + std::chrono::months{static_cast<int>(i)};
    const std::int64_t since_zero =
        static_cast<int>(day.year()) * std::int64_t{12} + static_cast<unsigned>(day.month()) - 1;
    if (const double x = on_axis(Date(day)); since_zero % *step == 0 && x >= low && x <= high)
      ticks.push_back(x);
  }
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
  for (const double value : plot.also_y)
    y.take(value);
  const auto whole = [](const Range& range) { return range.low <= range.high ? range : Range{0, 0}; };
  low_x_ = whole(x).low;
  high_x_ = x.high > x.low ? x.high : low_x_ + std::max(1.0, std::abs(low_x_) * 1e-6);
  ticks_ = round_ticks(whole(y));
}

namespace {
/// Halves, since the ends of what can be written are further apart than any number.
double share_between(double low, double value, double high) {
  const double share = (value / 2 - low / 2) / (high / 2 - low / 2);
  return std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
}
} // namespace

double PlotFrame::share_x(double x) const { return share_between(low_x_, x, high_x_); }
double PlotFrame::share_y(double y) const { return share_between(low_y(), y, high_y()); }

std::vector<double> PlotFrame::ticks_x(std::size_t most) const {
  std::vector<double> ticks;
  if (plot_.x.kind == AxisKind::date) {
    ticks = month_ticks(low_x_, high_x_, most);
  } else {
    for (const double tick : round_ticks({low_x_, high_x_}))
      if (tick >= low_x_ && tick <= high_x_)
        ticks.push_back(tick);
    while (ticks.size() > most && most > 1)
      for (std::size_t i = 1; i < ticks.size(); ++i)
        ticks.erase(ticks.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return ticks.size() > 1 ? ticks : std::vector<double>{low_x_, high_x_};
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

std::string PlotFrame::tick_x(double x, Language language) const {
  constexpr Text months[] = {{"Jan", "janv."}, {"Feb", "févr."}, {"Mar", "mars"},   {"Apr", "avril"},
                             {"May", "mai"},   {"June", "juin"}, {"July", "juil."}, {"Aug", "août"},
                             {"Sep", "sept."}, {"Oct", "oct."},  {"Nov", "nov."},   {"Dec", "déc."}};
  if (plot_.x.kind != AxisKind::date)
    return said_x(x, language);
  const std::chrono::year_month_day day{Date(std::chrono::days(std::llround(x)))};
  if (day.day() != std::chrono::day{1})
    return said_x(x, language);
  const Text& month = months[static_cast<unsigned>(day.month()) - 1];
  return fmt::format("{} {}", language == Language::french ? month.fr : month.en,
                     static_cast<int>(day.year()));
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

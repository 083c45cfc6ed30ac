// What other segments of the market lend: partial pooling of pace and shape.
#include "analysis/trend/past.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis::trends {
namespace {

/// What is lent counts in all for so many increments of one's own, if segments are quite alike.
constexpr double increments_borrowed = 3;
constexpr std::size_t most_lenders = 3;
/// Of each, the newest increments.
constexpr std::size_t most_lent = 16;
/// Of the logarithm of the ratio of their paces: beyond, segments are hardly alike.
constexpr double likeness_deviation = 0.7;

struct Lender {
  std::vector<Increment> increments;
  double likeness = 0; ///< 1 of one whose pace is the same, over its market
};

double pace_of(std::span<const Increment> increments) {
  double gained = 0;
  double time = 0;
  for (const Increment& one : increments) {
    gained += one.gained;
    time += one.time();
  }
  return time > 0 ? gained / time : 0;
}

double likeness_of(double pace, double own_pace) {
  const double ratio = pace / own_pace;
  if (!(ratio > 0) || !std::isfinite(ratio))
    return 0;
  const double off = std::log(ratio) / likeness_deviation;
  return std::exp(-off * off / 2);
}

/// Scaled to the size of one's own market.
std::vector<Increment> increments_of(const RelatedSeries& series, const Past& past, Date newest) {
  std::vector<Increment> all;
  if (!(series.size > 0) || series.points.size() < 2)
    return all;
  const double unit = past.addressed / series.size;
  const auto time_of = [&](Date date) {
    return static_cast<double>((date - newest).count()) / past.step_days;
  };
  const std::size_t count = series.points.size();
  for (std::size_t i = count > most_lent ? count - most_lent : 1; i < count; ++i) {
    Increment one;
    one.begin = time_of(series.points[i - 1].date);
    one.end = time_of(series.points[i].date);
    one.before = series.points[i - 1].value * unit;
    one.gained = (series.points[i].value - series.points[i - 1].value) * unit;
    for (std::size_t event = 0; event < past.estimated.size(); ++event)
      one.active[event] = past.estimated[event].within(one.begin, one.end);
    if (one.end <= 0 && one.time() > 0 && std::isfinite(one.before) && std::isfinite(one.gained))
      all.push_back(one);
  }
  return all;
}
} // namespace

std::vector<Increment> borrowed(const TrendSubject& subject, const Past& past) {
  std::vector<Increment> all;
  if (!(past.addressed > 0))
    return all;
  const double own_pace = pace_of(past.own);
  std::vector<Lender> lenders;
  for (const RelatedSeries& series : subject.related) {
    Lender lender{increments_of(series, past, subject.points.back().date), 0};
    lender.likeness = likeness_of(pace_of(lender.increments), own_pace);
    if (lender.likeness > 0)
      lenders.push_back(std::move(lender));
  }
  std::stable_sort(lenders.begin(), lenders.end(),
                   [](const Lender& a, const Lender& b) { return a.likeness > b.likeness; });
  lenders.resize(std::min(lenders.size(), most_lenders));
  for (const Lender& lender : lenders)
    for (Increment one : lender.increments) {
      one.weight = increments_borrowed * lender.likeness /
                   static_cast<double>(lenders.size() * lender.increments.size());
      all.push_back(one);
    }
  std::stable_sort(all.begin(), all.end(),
                   [](const Increment& a, const Increment& b) { return a.end < b.end; });
  return all;
}

} // namespace deploy_plan::analysis::trends

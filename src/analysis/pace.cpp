#include "deploy_plan/gap.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

constexpr std::size_t most_exact = 3000; // 4.5 million slopes in memory
constexpr std::size_t recent_intervals = 3;

struct Point {
  double day;
  double value;
};

std::vector<Point> in_order(std::span<const Observation> observations) {
  std::vector<Point> points;
  for (const Observation& seen : observations)
    if (seen.origin.sound)
      points.push_back({static_cast<double>(seen.date.time_since_epoch().count()), seen.value});
  std::stable_sort(points.begin(), points.end(),
                   [](const Point& a, const Point& b) { return a.day < b.day; });
  return points;
}
/// Of several on one day the last in the file counts, as everywhere.
std::vector<Point> one_a_day(const std::vector<Point>& points) {
  std::vector<Point> days;
  for (const Point& point : points)
    if (!days.empty() && days.back().day == point.day)
      days.back() = point;
    else
      days.push_back(point);
  return days;
}

/// The mean of the two middle ones where their number is even.
double median(std::vector<double>& numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  if (numbers.size() % 2 == 1)
    return *middle;
  return (*std::max_element(numbers.begin(), middle) + *middle) / 2;
}

std::optional<double> exact(const std::vector<Point>& points) {
  std::vector<double> slopes;
  slopes.reserve(points.size() * (points.size() - 1) / 2);
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = i + 1; j < points.size(); ++j)
      if (points[j].day != points[i].day)
        slopes.push_back((points[j].value - points[i].value) / (points[j].day - points[i].day));
  return slopes.empty() ? std::nullopt : std::optional(median(slopes));
}

/// How many pairs i < j have first > second, and how many of them there are in all: merge sort.
std::uint64_t inversions(std::vector<double>& numbers, std::vector<double>& room, std::size_t begin,
                         std::size_t end) {
  if (end - begin < 2)
    return 0;
  const std::size_t middle = begin + (end - begin) / 2;
  std::uint64_t count = inversions(numbers, room, begin, middle) + inversions(numbers, room, middle, end);
  std::size_t left = begin;
  std::size_t right = middle;
  for (std::size_t at = begin; at < end; ++at) {
    const bool from_left = right == end || (left < middle && numbers[left] <= numbers[right]);
    if (!from_left)
      count += middle - left;
    room[at] = numbers[from_left ? left++ : right++];
  }
  std::copy(room.begin() + static_cast<std::ptrdiff_t>(begin),
            room.begin() + static_cast<std::ptrdiff_t>(end),
            numbers.begin() + static_cast<std::ptrdiff_t>(begin));
  return count;
}

/// Half of the slopes are below the median: for a slope m, the pairs whose slope is below it are those that y
/// - m x puts out of order. Days are all different here, and increasing.
double bisected(const std::vector<Point>& points) {
  const std::uint64_t half = std::uint64_t{points.size()} * (points.size() - 1) / 4;
  std::vector<double> residuals(points.size());
  std::vector<double> room(points.size());
  const auto below = [&](double slope) {
    for (std::size_t i = 0; i < points.size(); ++i)
      residuals[i] = points[i].value - slope * points[i].day;
    return inversions(residuals, room, 0, residuals.size());
  };
  double low = 0;
  double high = 0;
  for (std::size_t i = 1; i < points.size(); ++i) { // every slope is a mean of those between neighbours
    const double slope = (points[i].value - points[i - 1].value) / (points[i].day - points[i - 1].day);
    low = std::min(low, slope);
    high = std::max(high, slope);
  }
  for (int step = 0; step < 200 && high - low > 1e-12 * std::max(std::abs(low), std::abs(high)); ++step) {
    const double middle = low + (high - low) / 2;
    (below(middle) > half ? high : low) = middle;
  }
  return low + (high - low) / 2;
}
} // namespace

std::optional<double> theil_sen_slope(std::span<const Observation> observations) {
  const std::vector<Point> points = in_order(observations);
  if (points.size() <= most_exact)
    return exact(points);
  const std::vector<Point> days = one_a_day(points);
  return days.size() <= most_exact ? exact(days) : bisected(days);
}

std::optional<double> recent_slope(std::span<const Observation> observations) {
  const std::vector<Point> days = one_a_day(in_order(observations));
  if (days.size() < 2)
    return std::nullopt;
  const Point& from = days[days.size() - std::min(days.size(), recent_intervals + 1)];
  return (days.back().value - from.value) / (days.back().day - from.day);
}

} // namespace deploy_plan

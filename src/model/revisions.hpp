// Figures that were measured again: of each day, the one that holds.
#pragma once
#include "deploy_plan/strategy.hpp"
#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace deploy_plan::model {

/// Figures parted in those that hold as of a day, and the others.
template <class Figure>
struct Held {
  std::vector<Figure> points;
  std::vector<Figure> others; ///< that were replaced, or are seen after the day
};

/// Parts figures that say their `date` and the day they were `seen`, where one is given. As of a day the one
/// that was seen last holds, and of one same day the last in the file; one without a day counts as seen on
/// its own.
template <class Figure>
class Holding {
public:
  explicit Holding(Date as_of) : day_(as_of) {}

  /// They stand in the order of their days, then of their file.
  Held<Figure> part(const std::vector<Figure>& figures) {
    held_.points.reserve(figures.size());
    for (auto first = figures.begin(); first != figures.end();) {
      const auto last = std::find_if(std::next(first), figures.end(),
                                     [&](const Figure& one) { return one.date() != first->date(); });
      part_day({first, last});
      first = last;
    }
    return std::move(held_);
  }

private:
  const Date day_;
  Held<Figure> held_;

  void part_day(std::vector<Figure> of_day) {
    const auto unseen = [](const Figure& one) { return !one.seen(); };
    // Two that nobody dated are no revision: both stand, for the fault to be found.
    if (std::count_if(of_day.begin(), of_day.end(), unseen) > 1)
      return void(std::copy_if(of_day.begin(), of_day.end(), std::back_inserter(held_.points), unseen));
    const auto known = [](const Figure& one) { return one.seen().value_or(one.date()); };
    std::stable_sort(of_day.begin(), of_day.end(),
                     [&](const Figure& a, const Figure& b) { return known(a) < known(b); });
    std::optional<Figure> holds;
    for (auto one = of_day.begin(); one != of_day.end(); ++one) {
      if (std::next(one) != of_day.end() && known(*std::next(one)) == known(*one))
        continue; // it held on no day
      const bool is_to_come = one->seen() && *one->seen() > day_;
      if (is_to_come || holds)
        held_.others.push_back(is_to_come ? *one : *holds);
      if (!is_to_come)
        holds = *one;
    }
    if (holds)
      held_.points.push_back(*holds);
  }
};

} // namespace deploy_plan::model

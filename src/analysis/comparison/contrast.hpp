// Differences in differences as sums of groups' means, each weighed.
#pragma once
#include "analysis/comparison/panel.hpp"
#include <algorithm>
#include <span>

namespace deploy_plan::analysis {

/// The sum over groups of the mean, over a group's segments, of their weighed values. Over all groups the
/// weights of a date are 0.
struct Contrast {
  struct Term {
    std::size_t date;
    double weight;
  };
  std::vector<std::vector<Term>> of_group;

  /// What a segment would count for, were it in a group.
  [[nodiscard]] double score(const Panel& panel, std::size_t group, std::size_t segment) const {
    double sum = 0;
    for (const Term& term : of_group[group])
      sum += term.weight * panel.at(segment, term.date);
    return sum;
  }
};

/// What differences of rounding may add up to in a contrast: a figure no larger is 0.
[[nodiscard]] double rounding_of(const Panel& panel, const Contrast& contrast);
[[nodiscard]] double estimate(const Panel& panel, const Contrast& contrast);
/// Of segments drawn independently, whatever the dates of one have in common (Callaway and Sant'Anna 2021,
/// section 4, without covariates), with n - 1. A group of one is taken to vary as its controls do; nothing
/// where they are one, too.
[[nodiscard]] std::optional<double> standard_error(const Panel& panel, const Contrast& contrast);

/// The contrasts that a panel allows.
class Contrasts {
public:
  explicit Contrasts(const Panel& of) : panel_(of) {}

  /// Whether a group has controls on a date: segments that have not begun by then.
  [[nodiscard]] bool is_controlled(std::size_t group, std::size_t date) const;
  [[nodiscard]] Contrast group_time(std::size_t group, std::size_t date) const;
  /// So many steps after each group's first date; nothing where no group is controlled then.
  [[nodiscard]] std::optional<Contrast> event_time(int steps) const;
  /// Mean over groups, weighed by their segments, of the mean of their effects; nothing where none is.
  [[nodiscard]] std::optional<Contrast> overall() const;
  /// The effects of a date, each group's weighed; of groups that have begun by then, and are controlled.
  [[nodiscard]] Contrast on(std::size_t date, std::span<const double> weights) const;
  /// Differences before the action began, each of which ought to be 0: between neighbouring stretches of
  /// dates, at most so many, then over all of them.
  [[nodiscard]] std::vector<Contrast> before(std::size_t most_stretches) const;

private:
  const Panel& panel_;

  [[nodiscard]] Contrast none() const {
    return {std::vector<std::vector<Contrast::Term>>(panel_.groups.size())};
  }
  /// The last date before the group began; before that, the date before.
  [[nodiscard]] std::size_t base_of(std::size_t group, std::size_t date) const {
    return std::min(date, panel_.groups[group].first) - 1;
  }
  /// Calls `visit(control)` with each group whose segments had not begun by a date.
  template <class Visit>
  void each_control(std::size_t group, std::size_t date, const Visit& visit) const;
  /// A group's terms less those of its controls, times a weight.
  void add(Contrast& to, std::size_t group, std::size_t controlled_on, std::span<const Contrast::Term> terms,
           double weight) const;
  void add_effect(Contrast& to, std::size_t group, std::size_t date, double weight) const;
  [[nodiscard]] Contrast between(std::size_t newer, std::size_t older, std::size_t width) const;
};

} // namespace deploy_plan::analysis

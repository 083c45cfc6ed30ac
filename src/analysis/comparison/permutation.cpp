#include "analysis/comparison/permutation.hpp"
#include "analysis/numbers/distributions.hpp"
#include "analysis/numbers/random.hpp"
#include <cmath>
#include <numeric>

namespace deploy_plan::analysis {
namespace {

constexpr std::uint64_t permutation_seed = 20210924; // any one
constexpr std::size_t draws = 9999;
constexpr std::size_t least_draws = 999;
constexpr double most_visits = 5e7; // segments visited
constexpr double most_exact = 4e5;  // arrangements of few segments
constexpr std::size_t few_segments = 12;
/// Segments' worth of the pooled variance that each variance is drawn towards it by.
constexpr double pooled_weight = 4;
/// Figures that differ by less are equal: sums in another order differ by rounding.
constexpr double rounding = 1e-9;

/// Segments in an order: those of the first group, then of the second one, …; the last group's are the rest.
using Order = std::span<const std::size_t>;

/// A contrast for any arrangement of the segments, in the time that the treated take.
class Scores {
public:
  Scores(const Panel& panel, const Contrast& contrast) : panel_(panel), labels_(panel.groups.size()) {
    rest_ = static_cast<double>(panel.last().segments.size());
    placed_ = static_cast<double>(panel.segments()) - rest_;
    find_weights();
    scores_.resize(panel.segments() * labels_);
    for (std::size_t label = 0; label < labels_; ++label)
      fill(contrast, label);
    shifts_.resize(labels_ * labels_);
    for (std::size_t label = 0; label < labels_; ++label)
      fill_shifts(contrast, label);
    for (std::size_t i = 0; i < panel.segments(); ++i)
      all_.take(score(i, labels_ - 1), shift(i, labels_ - 1), 1);
    floor_ = 1e-12 * all_.aa / static_cast<double>(panel.segments()) * (1 / placed_ + 1 / rest_);
  }

  [[nodiscard]] Permutations::Value of(Order order) const {
    Sums rest = all_;
    Sums within;
    Permutations::Value value;
    auto next = order.begin();
    for (std::size_t label = 0; label + 1 < labels_; ++label) {
      Sums own;
      const std::size_t count = panel_.size(label);
      for (std::size_t i = 0; i < count; ++i, ++next) {
        own.take(score(*next, label), shift(*next, label), 1);
        rest.take(score(*next, labels_ - 1), shift(*next, labels_ - 1), -1);
      }
      value.estimate += own.a / placed_;
      value.shifted += own.b / placed_;
      within.add_within(own, static_cast<double>(count));
    }
    value.estimate += rest.a / rest_;
    value.shifted += rest.b / rest_;
    Sums without;
    without.add_within(rest, rest_);
    const auto mixed = [&](double Sums::*what) {
      return weight_within_ * (within.*what) + weight_without_ * (without.*what);
    };
    value.variance = unstudentised_ + std::max(0.0, mixed(&Sums::aa)) + floor_;
    value.cross = mixed(&Sums::ab);
    value.shifted_variance = std::max(0.0, mixed(&Sums::bb));
    return value;
  }

private:
  struct Sums {
    double a = 0, b = 0, aa = 0, ab = 0, bb = 0;
    void take(double one, double other, double sign) {
      a += sign * one;
      b += sign * other;
      aa += sign * one * one;
      ab += sign * one * other;
      bb += sign * other * other;
    }
    void add_within(const Sums& sums, double count) {
      aa += sums.aa - sums.a * sums.a / count;
      ab += sums.ab - sums.a * sums.b / count;
      bb += sums.bb - sums.b * sums.b / count;
    }
  };

  const Panel& panel_;
  const std::size_t labels_;
  double placed_ = 0, rest_ = 0; ///< segments
  double weight_within_ = 0, weight_without_ = 0, unstudentised_ = 0, floor_ = 0;
  std::vector<double> scores_; ///< by segment, then label
  std::vector<double> shifts_; ///< by the group that a segment is of, then label
  Sums all_;                   ///< of the last label

  [[nodiscard]] double score(std::size_t segment, std::size_t label) const {
    return scores_[segment * labels_ + label];
  }
  [[nodiscard]] double shift(std::size_t segment, std::size_t label) const {
    return shifts_[panel_.group_of[segment] * labels_ + label];
  }
  /// A group's scores count by its segments: those of all placed ones are then alike.
  [[nodiscard]] double scale(std::size_t label) const {
    return label + 1 == labels_ ? 1 : placed_ / static_cast<double>(panel_.size(label));
  }

  void find_weights() {
    const double within = placed_ - static_cast<double>(labels_ - 1);
    const double without = rest_ - 1;
    const double all = within + without;
    if (all <= 0) {
      unstudentised_ = 1;
      return;
    }
    const double by_placed = 1 / placed_ / (within + pooled_weight);
    const double by_rest = 1 / rest_ / (without + pooled_weight);
    const double pooled = pooled_weight / all * (by_placed + by_rest);
    weight_within_ = by_placed + pooled;
    weight_without_ = by_rest + pooled;
  }

  /// Centred, as their means cancel out over the labels.
  void fill(const Contrast& contrast, std::size_t label) {
    double mean = 0;
    for (std::size_t i = 0; i < panel_.segments(); ++i) {
      scores_[i * labels_ + label] = contrast.score(panel_, label, i);
      mean += scores_[i * labels_ + label] / static_cast<double>(panel_.segments());
    }
    for (std::size_t i = 0; i < panel_.segments(); ++i)
      scores_[i * labels_ + label] = (scores_[i * labels_ + label] - mean) * scale(label);
  }
  void fill_shifts(const Contrast& contrast, std::size_t label) {
    double mean = 0;
    for (std::size_t group = 0; group < labels_; ++group) {
      double& shift = shifts_[group * labels_ + label];
      for (const Contrast::Term& term : contrast.of_group[label])
        if (term.date >= panel_.groups[group].first)
          shift += term.weight;
      mean += shift * static_cast<double>(panel_.size(group)) / static_cast<double>(panel_.segments());
    }
    for (std::size_t group = 0; group < labels_; ++group)
      shifts_[group * labels_ + label] = (shifts_[group * labels_ + label] - mean) * scale(label);
  }
};

std::vector<std::size_t> sizes_of(const Panel& panel) {
  std::vector<std::size_t> sizes;
  for (const PanelGroup& group : panel.groups)
    sizes.push_back(group.segments.size());
  return sizes;
}

bool can_be_exact(double ways, std::size_t segments) {
  return ways <= static_cast<double>(draws) || (segments <= few_segments && ways <= most_exact);
}

/// Calls `visit(order)` with each arrangement.
template <class Visit>
void each_arrangement(const Panel& panel, const Visit& visit) {
  std::vector<std::uint32_t> labels;
  std::vector<std::size_t> begins;
  for (std::size_t group = 0; group < panel.groups.size(); ++group) {
    begins.push_back(labels.size());
    labels.insert(labels.end(), panel.size(group), static_cast<std::uint32_t>(group));
  }
  std::vector<std::size_t> order(labels.size());
  do {
    std::vector<std::size_t> next = begins;
    for (std::size_t i = 0; i < labels.size(); ++i)
      order[next[labels[i]]++] = i;
    visit(Order(order));
  } while (std::next_permutation(labels.begin(), labels.end()));
}

/// Calls it with so many at random.
template <class Visit>
void each_draw(std::size_t segments, std::size_t placed, std::size_t count, const Visit& visit) {
  Random random(permutation_seed);
  std::vector<std::size_t> order(segments);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t draw = 0; draw < count; ++draw) {
    for (std::size_t i = 0; i < placed; ++i)
      std::swap(order[i], order[i + random.below(segments - i)]);
    visit(Order(order));
  }
}

/// Their largest square.
double largest(const std::vector<Scores>& before, Order order) {
  double most = 0;
  for (const Scores& one : before)
    if (const Permutations::Value value = one.of(order); value.estimate != 0)
      most = std::max(most, value.estimate * value.estimate / value.variance);
  return most;
}
} // namespace

Permutations::Permutations(const Panel& panel, const PermutationWish& wish) {
  const Scores effect(panel, *wish.effect);
  std::vector<Scores> before;
  for (const Contrast& contrast : wish.before)
    before.emplace_back(panel, contrast);
  std::vector<std::size_t> as_seen;
  for (const PanelGroup& group : panel.groups)
    as_seen.insert(as_seen.end(), group.segments.begin(), group.segments.end());
  seen_ = effect.of(as_seen);
  const double seen_before = largest(before, as_seen);
  std::size_t as_large = 0;
  const auto take = [&](Order order) {
    values_.push_back(effect.of(order));
    as_large += !before.empty() && largest(before, order) >= seen_before * (1 - rounding) ? 1 : 0;
  };
  const double ways = arrangements(sizes_of(panel));
  is_exact_ = can_be_exact(ways, panel.segments());
  const std::size_t placed = panel.segments() - panel.last().segments.size();
  if (is_exact_)
    each_arrangement(panel, take);
  else {
    const double work = static_cast<double>(placed * (1 + before.size()));
    const auto count = std::clamp(static_cast<std::size_t>(most_visits / work), least_draws, draws);
    values_.reserve(count);
    each_draw(panel.segments(), placed, count, take);
  }
  const double itself = is_exact_ ? 0 : 1;
  if (!before.empty())
    before_p_value_ =
        (static_cast<double>(as_large) + itself) / (static_cast<double>(values_.size()) + itself);
}

double Permutations::p_value(double effect) const {
  const auto at = [&](const Value& value) {
    const double estimate = value.estimate - effect * value.shifted;
    const double variance =
        std::max(value.variance - 2 * effect * value.cross + effect * effect * value.shifted_variance, 0.0);
    return std::pair(estimate * estimate, variance);
  };
  const auto [square, variance] = at(seen_);
  std::size_t as_large = 0;
  for (const Value& one : values_) {
    const auto [other_square, other_variance] = at(one);
    as_large += other_square * variance >= square * other_variance * (1 - rounding) ? 1 : 0;
  }
  const double itself = is_exact_ ? 0 : 1;
  return (static_cast<double>(as_large) + itself) / (static_cast<double>(values_.size()) + itself);
}

std::optional<Interval> Permutations::interval(double alpha) const {
  const double reach = std::max(std::sqrt(seen_.variance), 1e-12 * std::abs(seen_.estimate));
  if (!(reach > 0))
    return p_value(1) <= alpha ? std::optional(Interval{seen_.estimate, seen_.estimate}) : std::nullopt;
  const auto end = [&](double side) -> std::optional<double> {
    double in = 0;
    double out = reach;
    for (int doubled = 0; p_value(seen_.estimate + side * out) > alpha; ++doubled) {
      if (doubled == 60)
        return std::nullopt;
      in = out;
      out *= 2;
    }
    for (int halved = 0; halved < 40 && out - in > 1e-9 * out; ++halved) {
      const double middle = (in + out) / 2;
      (p_value(seen_.estimate + side * middle) > alpha ? in : out) = middle;
    }
    return seen_.estimate + side * out;
  };
  const auto low = end(-1);
  const auto high = low ? end(1) : std::nullopt;
  return high ? std::optional(Interval{*low, *high}) : std::nullopt;
}

double arrangements(std::span<const std::size_t> sizes) {
  double all = 0;
  double logarithm = 0;
  for (const std::size_t size : sizes) {
    all += static_cast<double>(size);
    logarithm -= log_gamma(static_cast<double>(size) + 1);
  }
  logarithm += log_gamma(all + 1);
  return logarithm < 30 ? std::round(std::exp(logarithm)) : std::exp(std::min(logarithm, 700.0));
}

double least_p_value(std::span<const std::size_t> sizes) {
  const double ways = arrangements(sizes);
  const std::size_t segments = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  if (!can_be_exact(ways, segments))
    return 1 / static_cast<double>(draws + 1);
  // Halves that change places differ by their sign alone.
  return (sizes.size() == 2 && sizes[0] == sizes[1] ? 2 : 1) / ways;
}

std::optional<std::size_t> segments_to_reach(std::vector<std::size_t> sizes, bool has_untouched,
                                             double alpha) {
  constexpr std::size_t most = 100000;
  if (least_p_value(sizes) <= alpha)
    return std::nullopt;
  if (!has_untouched)
    sizes.push_back(0);
  std::size_t segments = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  for (; least_p_value(sizes) > alpha && sizes.back() < most; ++segments)
    ++sizes.back();
  return segments;
}

} // namespace deploy_plan::analysis

// Whether it matters which segments got the action: as many starts on the same days given to any of them.
#pragma once
#include "analysis/comparison/contrast.hpp"

namespace deploy_plan::analysis {

/// What is tested under permuted segments.
struct PermutationWish {
  const Contrast* effect = nullptr;
  std::span<const Contrast> before; ///< contrasts that ought to be 0
};

/// Permutes which segments began when, as often as there are ways to, else 9 999 times at random (fewer of
/// many thousands of segments); the same input gives the same draws. Statistics are studentised (Chung and
/// Romano 2013), the variances drawn towards each other where few segments tell them, down to the pooled one.
/// Where segments are exchangeable, sizes are exact whatever the dates of one have in common; shifted by a
/// constant effect, that gives its interval (Conley and Taber 2011; MacKinnon and Webb 2020).
class Permutations {
public:
  Permutations(const Panel& panel, const PermutationWish& wish);

  [[nodiscard]] std::size_t count() const { return values_.size(); }
  [[nodiscard]] bool is_exact() const { return is_exact_; }
  /// Of the effect, that it is a given one; in the panel's values.
  [[nodiscard]] double p_value(double effect = 0) const;
  /// The effects with a p-value above alpha; nothing where none has one of alpha or less.
  [[nodiscard]] std::optional<Interval> interval(double alpha) const;
  /// Of the largest of the contrasts before, that all are 0; nothing where there are none.
  [[nodiscard]] std::optional<double> before_p_value() const { return before_p_value_; }

  /// Of an effect and of its square under a shift of the treated by one: what any shift takes.
  struct Value {
    double estimate = 0, shifted = 0;
    double variance = 0, cross = 0, shifted_variance = 0;
  };

private:
  std::vector<Value> values_;
  Value seen_;
  bool is_exact_ = false;
  std::optional<double> before_p_value_;
};

/// How many ways there are to give so many starts to so many segments, `sizes` being those of the groups.
[[nodiscard]] double arrangements(std::span<const std::size_t> sizes);
/// The smallest p-value that permutations can reach.
[[nodiscard]] double least_p_value(std::span<const std::size_t> sizes);

/// How many segments it takes, were those added untouched, for permutations to reach alpha, however large
/// the effect; nothing where those that there are do. The last of the sizes is of those untouched, if any
/// are.
[[nodiscard]] std::optional<std::size_t> segments_to_reach(std::vector<std::size_t> sizes, bool has_untouched,
                                                           double alpha);

} // namespace deploy_plan::analysis

// One model of a series' pace, linear in its coefficients, fitted to increments.
#pragma once
#include "analysis/trend/past.hpp"

namespace deploy_plan::analysis::trends {

using Coefficients = std::array<double, most_coefficients>;

/// Which model, and what it takes for given.
struct Form {
  TrendModel model{};
  double discount = 0; ///< an increment counts by so much less for each step of its age
  double ceiling = 0;  ///< of models of growth
  double steps_a_year = 1;
  std::size_t events = 0; ///< that are estimated
  double most = 0;        ///< those there are, of counts that are bounded; else 0

  [[nodiscard]] bool grows() const;
  /// Coefficients of the pace, without events: a pace and two harmonics, innovation and imitation, or one.
  [[nodiscard]] std::size_t of_pace() const;
  [[nodiscard]] std::size_t count() const { return of_pace() + events; }
  /// Of the pace of a model without a ceiling, what a market that is nearly full leaves.
  [[nodiscard]] double openness(double value) const;
  /// For what events bring: below the ceiling, or as far as the market is open.
  [[nodiscard]] double room(double value) const;
};

/// A stretch of time that a value moves over.
struct Stretch {
  double begin = 0, time = 1;
  EventParts active{};
};

/// What is expected over a stretch.
struct Motion {
  double gain = 0;
  double slope = 1; ///< of the value after, by the value before
};

struct Member {
  Form form;
  Coefficients coefficients{};                        ///< by step
  std::array<Coefficients, most_coefficients> root{}; ///< lower: of the normal equations
  double spread = 1;      ///< of coefficients: what discounting adds to their deviation
  double variance = 0;    ///< of an increment over a step at the mean pace; of a line, around it
  double freedom = 1;     ///< degrees of it
  double correlation = 0; ///< of an error with the next
  double last_error = 0;  ///< of the newest increment, over its deviation's unit; of a line, of its value
  double leverage = 0;    ///< of a line: the variance of where it stands now, over that around it
  double log_likelihood = 0;
  bool grows_with_mean = true; ///< the variance

  /// What each coefficient adds over a stretch in which the value is about so much.
  void features(double value, const Stretch& stretch, Coefficients& into) const;
  /// How far a value is expected to move: the exact solution of the model's equation.
  [[nodiscard]] Motion motion(const Coefficients& by_step, double value, const Stretch& stretch) const;
  /// The same of a model of growth that no event pushes, from `decay` over the stretch.
  [[nodiscard]] Motion grown(const Coefficients& by_step, double value, double decay) const;
  /// The same of a model of the pace, from what it would gain in an open market.
  [[nodiscard]] Motion closed(double gain, double value) const;
  [[nodiscard]] double decay(const Coefficients& by_step, double time) const;
  /// Of an increment's variance, over the one at the mean pace.
  [[nodiscard]] double variance_at(double pace) const;
  /// Coefficients from independent normal numbers, for one draw of the deviation.
  [[nodiscard]] Coefficients drawn(const Coefficients& normals, double deviation) const;
  /// The variance that they give to a sum of so much of each, over the variance of increments.
  [[nodiscard]] double variance_of(const Coefficients& sensitivity) const;
};

} // namespace deploy_plan::analysis::trends

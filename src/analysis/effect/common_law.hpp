// The law that effects are drawn from, as far as they tell it.
#pragma once
#include "deploy_plan/effects.hpp"

namespace deploy_plan::analysis {

struct Shrunk {
  double value = 0, deviation = 0;
};

class CommonLaw {
public:
  CommonLaw(std::span<const double> effects, std::span<const double> errors);
  [[nodiscard]] double q() const { return q_; }
  [[nodiscard]] double tau_squared() const { return tau_squared_; }
  [[nodiscard]] double mean() const { return at_estimate_.mean; }
  [[nodiscard]] double standard_error() const;
  /// One of those effects, as seen, or as it is known from elsewhere as well.
  [[nodiscard]] Shrunk shrunk(double effect, double error) const;

private:
  struct Mean {
    double mean = 0, variance = 0;
  };
  /// A variance between effects, as likely as its weight.
  struct Between {
    double tau_squared = 0, weight = 0;
    Mean of;
  };
  std::span<const double> effects_, errors_; ///< while they are read
  double q_ = 0, tau_squared_ = 0;
  Mean at_estimate_;
  std::vector<Between> between_; ///< empty where there are fewer than three effects

  [[nodiscard]] Mean mean_at(double tau_squared) const;
  [[nodiscard]] double log_likelihood(double tau_squared, const Mean& mean) const;
  void estimate_between();
  void weigh_between();
};

} // namespace deploy_plan::analysis

// Laws of probability: the one place that calls Boost.Math. Nothing here throws, whatever the arguments, and
// no figure is NaN for arguments of its domain.
#pragma once
#include <functional>
#include <optional>

namespace deploy_plan::analysis {

/// The value of a normal law with a probability above it, in [0, 1]: keeps the tails that 1 - tail loses.
/// Never beyond 40 standard deviations, where no double could hold the probability.
[[nodiscard]] double normal_upper_quantile(double tail);
/// Probability that a normal law is above so many of its standard deviations.
[[nodiscard]] double normal_above(double deviations);
/// The same of Student's law, of so many degrees above 0; never beyond 1e300.
[[nodiscard]] double student_upper_quantile(double tail, double degrees);
/// Probability that the absolute value is above t's.
[[nodiscard]] double student_beyond(double t, double degrees);
/// Probability that Student's non-central law, of so many degrees above 0, is above t.
[[nodiscard]] double noncentral_student_above(double t, double degrees, double noncentrality);
/// The value of Fisher's law, of so many degrees above 0, with a probability below it.
[[nodiscard]] double fisher_quantile(double probability, double first, double second);
/// Probability that a chi-square law of so many degrees is above a statistic >= 0.
[[nodiscard]] double chi_squared_above(double statistic, double degrees);

/// Beta's law; both parameters above 0. Where both are beyond 1e8, where Boost's series do not settle, by
/// Temme's expansion (1992), whose relative error is some 1e-11 there.
class BetaLaw {
public:
  BetaLaw(double a, double b) : a_(a), b_(b) {}

  [[nodiscard]] double below(double x) const;
  [[nodiscard]] double above(double x) const;
  [[nodiscard]] double density(double x) const;
  /// The value with a probability below it.
  [[nodiscard]] double quantile(double probability) const;
  /// The value with a probability above it.
  [[nodiscard]] double upper_quantile(double tail) const;
  [[nodiscard]] double mean() const { return a_ / (a_ + b_); }
  [[nodiscard]] double deviation() const;

private:
  double a_, b_;
};

/// ln Γ(x), of x above 0.
[[nodiscard]] double log_gamma(double x);
/// ln Γ(x) less Stirling's (x - 1/2) ln x - x + ln(2π) / 2: of large x, what differences of ln Γ lose.
[[nodiscard]] double stirling_remainder(double x);

/// Of a smooth function, by adaptive Gauss-Kronrod quadrature.
[[nodiscard]] double integral(const std::function<double(double)>& function, double low, double high);
/// Where a function crosses 0 between two places, by algorithm 748 (Alefeld, Potra and Shi 1995); nothing
/// where it has the same sign at both.
[[nodiscard]] std::optional<double> crossing(const std::function<double(double)>& function, double low,
                                             double high);
/// Where a function that has one minimum between two places has it (Brent 1973).
[[nodiscard]] double minimum(const std::function<double(double)>& function, double low, double high);

} // namespace deploy_plan::analysis

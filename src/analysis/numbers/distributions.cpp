#include "analysis/numbers/distributions.hpp"
#include "analysis/numbers/smallest.hpp"
#include <algorithm>
#include <bit>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>
#include <exception>
#include <limits>
#include <numbers>

namespace deploy_plan::analysis {
namespace {

/// Errors are values here: infinite, NaN, or the best there was. Each caller looks at what came back.
using Quiet = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::denorm_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
    boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
    boost::math::policies::indeterminate_result_error<boost::math::policies::ignore_error>>;
constexpr Quiet quiet;

/// What a call into Boost gives; not a number where it throws all the same, as its searches for roots do.
template <class Call>
double quietly(Call call) noexcept {
  try {
    return call();
  } catch (const std::exception&) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

constexpr double farthest_normal = 40;
constexpr double farthest_student = 1e300;

double probability(double value, double where_unknown) {
  return std::isnan(value) ? where_unknown : std::clamp(value, 0.0, 1.0);
}

/// Beta's law around its mean, where both parameters are huge.
class HugeBeta {
public:
  HugeBeta(double a, double b, double x)
      : a_(a), b_(b), size_(a + b), spread_(std::sqrt(mean() * rest())), distance_(x - mean()),
        half_(-mean() * boost::math::log1pmx(distance_ / mean(), quiet) -
              rest() * boost::math::log1pmx(-distance_ / rest(), quiet)) {}

  [[nodiscard]] double below() const { return probability(tail(-eta()) + corrected(), 0); }
  [[nodiscard]] double above() const { return probability(tail(eta()) - corrected(), 0); }
  [[nodiscard]] double density() const {
    const double x = mean() + distance_;
    return std::sqrt(size_ / (2 * std::numbers::pi)) * spread_ / (x * (1 - x)) * std::exp(-size_ * half_);
  }

  static bool is_one(double a, double b) { return std::min(a, b) > 1e8; }

private:
  double a_, b_, size_, spread_, distance_;
  double half_; ///< of eta squared: how far x is, in the law's own measure

  [[nodiscard]] double mean() const { return a_ / size_; }
  [[nodiscard]] double rest() const { return b_ / size_; }
  [[nodiscard]] double eta() const { return std::copysign(std::sqrt(2 * std::max(0.0, half_)), distance_); }
  [[nodiscard]] double tail(double from) const { return std::erfc(from * std::sqrt(size_ / 2)) / 2; }
  /// The first term of Temme's series.
  [[nodiscard]] double corrected() const {
    constexpr double nearest = 1e-7; // nearer, the two parts of the term cancel
    const double way = distance_ / spread_;
    const double term = std::abs(way) < nearest ? (rest() - mean()) / (3 * spread_) : 1 / eta() - 1 / way;
    return std::exp(-size_ * half_) / std::sqrt(2 * std::numbers::pi * size_) * term;
  }
};

/// The first double in ]0, 1] for which something holds that holds from there on.
template <class Holds>
double first_double(Holds holds) {
  return std::bit_cast<double>(
      smallest(std::bit_cast<std::uint64_t>(0.0), std::bit_cast<std::uint64_t>(1.0),
               [&](std::uint64_t bits) { return holds(std::bit_cast<double>(bits)); }));
}

bool is_near(double seen, double wanted) { return std::abs(seen - wanted) <= 1e-9 * wanted; }
} // namespace

double normal_above(double deviations) { return std::erfc(deviations / std::numbers::sqrt2) / 2; }

double normal_upper_quantile(double tail) {
  const boost::math::normal_distribution<double, Quiet> law;
  const double value = quietly([&] { return boost::math::quantile(complement(law, tail)); });
  return std::isnan(value) ? 0 : std::clamp(value, -farthest_normal, farthest_normal);
}

double student_upper_quantile(double tail, double degrees) {
  const boost::math::students_t_distribution<double, Quiet> law(degrees);
  const double value = quietly([&] { return boost::math::quantile(complement(law, tail)); });
  return std::isnan(value) ? 0 : std::clamp(value, -farthest_student, farthest_student);
}

double student_beyond(double t, double degrees) {
  // Called by the thousand: in doubles throughout, to some 1e-14.
  using Plain = boost::math::policies::normalise<Quiet, boost::math::policies::promote_double<false>>::type;
  const boost::math::students_t_distribution<double, Plain> law(degrees);
  return probability(2 * quietly([&] { return cdf(complement(law, std::abs(t))); }), 1);
}

double noncentral_student_above(double t, double degrees, double noncentrality) {
  constexpr double farthest = 30; // standard deviations: beyond, Boost's series need not settle
  if (!(std::abs(noncentrality) <= farthest))
    return noncentrality > t ? 1 : 0;
  const boost::math::non_central_t_distribution<double, Quiet> law(degrees, noncentrality);
  return probability(quietly([&] { return cdf(complement(law, t)); }), noncentrality > t ? 1 : 0);
}

double fisher_quantile(double probability, double first, double second) {
  const boost::math::fisher_f_distribution<double, Quiet> law(first, second);
  const double value = quietly([&] { return boost::math::quantile(law, probability); });
  return std::isnan(value) ? 1 : std::clamp(value, 0.0, farthest_student);
}

double chi_squared_above(double statistic, double degrees) {
  if (!(statistic > 0))
    return 1;
  if (std::isinf(statistic))
    return 0;
  const double value = quietly([&] { return boost::math::gamma_q(degrees / 2, statistic / 2, quiet); });
  return probability(value, statistic < degrees ? 1 : 0);
}

double BetaLaw::below(double x) const {
  if (!(x > 0))
    return 0;
  if (x >= 1)
    return 1;
  if (HugeBeta::is_one(a_, b_))
    return HugeBeta(a_, b_, x).below();
  return probability(quietly([&] { return boost::math::ibeta(a_, b_, x, quiet); }), x < mean() ? 0 : 1);
}

double BetaLaw::above(double x) const {
  if (!(x > 0))
    return 1;
  if (x >= 1)
    return 0;
  if (HugeBeta::is_one(a_, b_))
    return HugeBeta(a_, b_, x).above();
  return probability(quietly([&] { return boost::math::ibetac(a_, b_, x, quiet); }), x < mean() ? 1 : 0);
}

double BetaLaw::density(double x) const {
  if (!(x > 0 && x < 1))
    return 0;
  const double value = HugeBeta::is_one(a_, b_)
                           ? HugeBeta(a_, b_, x).density()
                           : quietly([&] { return boost::math::ibeta_derivative(a_, b_, x, quiet); });
  return value > 0 ? value : 0;
}

double BetaLaw::quantile(double probability) const {
  if (!(probability > 0))
    return 0;
  if (probability >= 1)
    return 1;
  if (!HugeBeta::is_one(a_, b_)) {
    const double found = quietly([&] { return boost::math::ibeta_inv(a_, b_, probability, quiet); });
    if (found >= 0 && found <= 1 && is_near(below(found), probability))
      return found;
  }
  return first_double([&](double x) { return below(x) >= probability; });
}

double BetaLaw::upper_quantile(double tail) const {
  if (!(tail > 0))
    return 1;
  if (tail >= 1)
    return 0;
  if (!HugeBeta::is_one(a_, b_)) {
    const double found = quietly([&] { return boost::math::ibetac_inv(a_, b_, tail, quiet); });
    if (found >= 0 && found <= 1 && is_near(above(found), tail))
      return found;
  }
  return first_double([&](double x) { return above(x) <= tail; });
}

double BetaLaw::deviation() const { return std::sqrt(mean() * (b_ / (a_ + b_)) / (a_ + b_ + 1)); }

double log_gamma(double x) {
  return quietly([&] { return boost::math::lgamma(x, quiet); });
}

double stirling_remainder(double x) {
  constexpr double far = 16; // from there on, four terms of the series hold all digits
  if (x >= far)
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1 / (1680 * x * x)) / (x * x)) / (x * x)) / x;
  constexpr double half_log_two_pi = 0.91893853320467274178;
  return log_gamma(x) - ((x - 0.5) * std::log(x) - x + half_log_two_pi);
}

double integral(const std::function<double(double)>& function, double low, double high) {
  constexpr unsigned depth = 6;
  constexpr double tolerance = 1e-12;
  return quietly([&] {
    return boost::math::quadrature::gauss_kronrod<double, 61, Quiet>::integrate(function, low, high, depth,
                                                                                tolerance);
  });
}

std::optional<double> crossing(const std::function<double(double)>& function, double low, double high) {
  const double at_low = function(low);
  const double at_high = function(high);
  if (!(low < high) || !(at_low <= 0 ? at_high >= 0 : at_high <= 0))
    return std::nullopt;
  const double place = quietly([&] {
    constexpr int digits = 45;
    std::uintmax_t steps = 200;
    const auto [left, right] =
        boost::math::tools::toms748_solve(function, low, high, at_low, at_high,
                                          boost::math::tools::eps_tolerance<double>(digits), steps, quiet);
    return left + (right - left) / 2;
  });
  return std::isnan(place) ? std::nullopt : std::optional(place);
}

double minimum(const std::function<double(double)>& function, double low, double high) {
  constexpr int digits = 40; // of the place, which holds half of a double's at best
  const double place = quietly([&] {
    std::uintmax_t steps = 200;
    return boost::math::tools::brent_find_minima(function, low, high, digits, steps).first;
  });
  return std::isnan(place) ? low : std::clamp(place, low, high);
}

} // namespace deploy_plan::analysis

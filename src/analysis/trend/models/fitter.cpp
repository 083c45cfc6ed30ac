#include "analysis/trend/models/fitter.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis::trends {
namespace {

/// What is believed of a variance before any increment is seen, over the square of the mean increment, and
/// for how many increments that counts: a series that fits too well is not certain.
constexpr double prior_variance = 0.01;
constexpr double prior_freedom = 1;
/// The same of the correlation of errors: paces wander, and few increments do not show it.
constexpr double prior_correlation = 0.4;
constexpr double correlation_freedom = 6;
constexpr double least_correlation = -0.3;
constexpr double most_correlation = 0.9;
/// A ridge that holds harmonics towards none, in increments.
constexpr double harmonic_ridge = 0.3;
/// Until features and variances follow the means no more: models whose pace depends on the value, others.
constexpr int passes_of_growth = 3;
constexpr int passes_of_pace = 2;

using Root = std::array<Coefficients, most_coefficients>;

/// Of an event that no increment saw: its effect is 0, and nothing is drawn of it.
constexpr double unseen_event = 1e9;

/// Cholesky's triangle in the place of the lower half; false where it is singular.
bool factorise(Root& squares, const Form& form) {
  for (std::size_t a = form.of_pace(); a < form.count(); ++a)
    if (squares[a][a] <= 0)
      squares[a][a] = unseen_event * unseen_event;
  for (std::size_t a = 0; a < form.count(); ++a)
    for (std::size_t b = 0; b <= a; ++b) {
      double left = squares[a][b];
      for (std::size_t c = 0; c < b; ++c)
        left -= squares[a][c] * squares[b][c];
      if (a == b && !(left > 1e-11 * squares[a][a]))
        return false;
      squares[a][b] = a == b ? std::sqrt(left) : left / squares[b][b];
    }
  return true;
}

Coefficients solved(const Root& root, Coefficients products, std::size_t count) {
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t c = 0; c < a; ++c)
      products[a] -= root[a][c] * products[c];
    products[a] /= root[a][a];
  }
  for (std::size_t a = count; a-- > 0;) {
    for (std::size_t c = a + 1; c < count; ++c)
      products[a] -= root[c][a] * products[c];
    products[a] /= root[a][a];
  }
  return products;
}

struct Regression {
  double mean_time = 0, mean_value = 0, slope = 0;
  double squares = 0; ///< of times around their mean

  Regression(const std::vector<double>& times, const std::vector<double>& values) {
    const auto count = static_cast<double>(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
      mean_time += times[i] / count;
      mean_value += values[i] / count;
    }
    double products = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
      squares += (times[i] - mean_time) * (times[i] - mean_time);
      products += (times[i] - mean_time) * (values[i] - mean_value);
    }
    slope = products / squares;
  }
  [[nodiscard]] double at(double time) const { return mean_value + slope * (time - mean_time); }
};
} // namespace

Fitter::Fitter(const Past& past, std::size_t increments) : past_(past) {
  now_ = past.own[increments - 1].end;
  newest_ = increments < past.own.size() ? past.own[increments].before : past.newest;
  for (const Increment& one : past.related)
    if (one.end <= now_)
      rows_.push_back(one);
  first_own_ = rows_.size();
  rows_.insert(rows_.end(), past.own.begin(), past.own.begin() + static_cast<std::ptrdiff_t>(increments));
  gained_.resize(rows_.size());
  means_.resize(rows_.size());
  variances_.resize(rows_.size());
  weights_.resize(rows_.size());
  features_.resize(rows_.size());
}

std::optional<Member> Fitter::fit(const Form& form) {
  Member member;
  member.form = form;
  member.grows_with_mean = past_.grows_with_mean;
  begin(form);
  if (form.model == TrendModel::line)
    return line(member);
  const int passes = form.grows() ? passes_of_growth : passes_of_pace;
  for (int pass = 0; pass < passes; ++pass) {
    if (!solve(member))
      return std::nullopt;
    expect(member);
  }
  judge(member);
  return std::isfinite(member.variance) ? std::optional(member) : std::nullopt;
}

void Fitter::begin(const Form& form) {
  weigh(form.discount);
  std::fill(means_.begin(), means_.end(), 0.0);
  std::fill(variances_.begin(), variances_.end(), 1.0);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    double known = rows_[i].known;
    if (known != 0)
      if (const double room = form.room(past_.known_from); room > 0)
        known *= std::min(1.0, form.room(rows_[i].before) / room);
    gained_[i] = rows_[i].gained - known;
  }
}

void Fitter::weigh(double discount) {
  if (discount == weighed_for_)
    return;
  weighed_for_ = discount;
  const double rate = std::log1p(-discount);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    weights_[i] = rows_[i].weight * (discount > 0 ? std::exp(rate * (now_ - rows_[i].end)) : 1.0);
}

bool Fitter::solve(Member& member) {
  const std::size_t count = member.form.count();
  Root squares{};
  Coefficients products{};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Increment& row = rows_[i];
    Coefficients& x = features_[i];
    const double value = row.before + (member.form.grows() ? means_[i] / 2 : 0);
    member.features(value, {row.begin, row.time(), row.active}, x);
    const double weight = weights_[i] / (variances_[i] * row.time());
    for (std::size_t a = 0; a < count; ++a) {
      products[a] += weight * x[a] * gained_[i];
      for (std::size_t b = 0; b <= a; ++b)
        squares[a][b] += weight * x[a] * x[b];
    }
  }
  if (member.form.model == TrendModel::seasonal)
    for (const std::size_t harmonic : {1, 2})
      squares[harmonic][harmonic] += harmonic_ridge;
  if (!factorise(squares, member.form))
    return false;
  member.root = squares;
  member.coefficients = solved(squares, products, count);
  const auto pace_end = member.coefficients.begin() + static_cast<std::ptrdiff_t>(member.form.of_pace());
  return !member.form.grows() ||
         std::all_of(member.coefficients.begin(), pace_end, [](double one) { return one >= 0; });
}

/// Means and variances of the increments as the coefficients have them.
void Fitter::expect(const Member& member) {
  const std::size_t count = member.form.count();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    means_[i] = 0;
    for (std::size_t a = 0; a < count; ++a)
      means_[i] += features_[i][a] * member.coefficients[a];
    variances_[i] = member.variance_at(means_[i] / rows_[i].time());
  }
}

/// By errors of one's own alone: those of others lend a pace and a shape, not how far one strays from it.
void Fitter::judge(Member& member) const {
  double all = 0;
  double all_squared = 0;
  double weights = 0;
  double squared_weights = 0;
  double squares = 0;
  double own = 0;
  double own_squares = 0;
  double products = 0;
  double unit = 1;
  double units = 0; // the sum of their logarithms: seldom taken
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    all += weights_[i];
    all_squared += weights_[i] * weights_[i];
    if (weights_[i] <= 0 || i < first_own_)
      continue;
    const double error = (gained_[i] - means_[i]) / std::sqrt(variances_[i] * rows_[i].time());
    weights += weights_[i];
    squared_weights += weights_[i] * weights_[i];
    squares += weights_[i] * error * error;
    products += own > 0 ? error * member.last_error : 0;
    own_squares += error * error;
    member.last_error = error;
    unit *= variances_[i];
    if (!(unit > 1e-200 && unit < 1e200)) {
      units += std::log(unit);
      unit = 1;
    }
    ++own;
  }
  if (own == 0) {
    member.variance = HUGE_VAL; // nothing tells it
    return;
  }
  const double seen = weights * weights / squared_weights;
  const double fitted = static_cast<double>(member.form.count()) * weights / all;
  member.freedom = std::max(1.0, seen - fitted) + prior_freedom;
  member.variance = (squares / weights * seen + prior_freedom * prior_variance) / member.freedom;
  member.spread = std::sqrt(all_squared / all);
  const double correlation = own_squares > 0 ? products / own_squares : 0;
  const double shrunk =
      (correlation * own + prior_correlation * correlation_freedom) / (own + correlation_freedom);
  // Few increments tell less of it than there is: Kendall 1954.
  member.correlation = std::clamp(shrunk + 1 / own, least_correlation, most_correlation);
  member.log_likelihood = -(own * std::log(member.variance) + units + std::log(unit)) / 2;
}

/// Values at the ends of one's own increments, without what events and past runs brought, from 0; a step that
/// hides an increment leaves the mean pace in its place. Nothing where all are hidden.
std::optional<Fitter::Levels> Fitter::levels() const {
  double gained = 0;
  double time = 0;
  for (std::size_t i = first_own_; i < rows_.size(); ++i)
    if (rows_[i].weight > 0) {
      gained += gained_[i];
      time += rows_[i].time();
    }
  if (!(time > 0))
    return std::nullopt;
  Levels all{{rows_[first_own_].begin - now_}, {0}};
  for (std::size_t i = first_own_; i < rows_.size(); ++i) {
    const double here = rows_[i].weight > 0 ? gained_[i] : gained / time * rows_[i].time();
    all.times.push_back(rows_[i].end - now_);
    all.values.push_back(all.values.back() + here);
  }
  return all;
}

/// A regression of levels on time.
std::optional<Member> Fitter::line(Member member) const {
  const auto seen = levels();
  if (!seen)
    return std::nullopt;
  const Regression fit(seen->times, seen->values);
  const auto count = static_cast<double>(seen->times.size());
  member.form.events = 0;
  member.grows_with_mean = false;
  member.coefficients[0] = fit.slope;
  member.root[0][0] = std::sqrt(fit.squares);
  member.leverage = 1 / count + fit.mean_time * fit.mean_time / fit.squares;
  double errors = 0;
  double neighbours = 0;
  for (std::size_t i = 0; i < seen->times.size(); ++i) {
    const double error = seen->values[i] - fit.at(seen->times[i]);
    errors += error * error;
    neighbours += error * member.last_error;
    member.last_error = error;
  }
  member.freedom = count - 2 + prior_freedom;
  member.variance = (errors + prior_freedom * prior_variance) / member.freedom;
  member.correlation = errors > 0 ? std::clamp(neighbours / errors, 0.0, most_correlation) : 0;
  return std::isfinite(member.variance) ? std::optional(member) : std::nullopt;
}

} // namespace deploy_plan::analysis::trends

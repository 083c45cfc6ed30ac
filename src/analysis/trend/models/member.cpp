#include "analysis/trend/models/member.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace deploy_plan::analysis::trends {
namespace {

/// The variance of an increment is never less than this share of that at the mean pace.
constexpr double least_variance = 0.1;
/// Of a ceiling: what a contagion begins from, at least.
constexpr double smallest_share = 1e-9;

/// Some way stays open, lest a market that is full should tell no pace.
constexpr double least_open = 1e-3;

/// dF/dt = (p + q F)(1 - F), solved (Bass 1969) over a time in which exp(-(p + q) t) is the decay; logistic
/// where p is 0.
Motion bass_motion(double ceiling, double value, double p, double q, double decay) {
  const double share = value / ceiling;
  const double rate = p + q * share;
  if (!(rate > 0))
    return {};
  const double gone = decay * (1 - share) / rate;
  const double after = 1 + q * gone;
  const double turn = (p + q) / (rate * after);
  return {ceiling * ((1 - p * gone) / after - share), decay * turn * turn};
}

/// dy/dt = c y ln(m / y), solved over a time in which exp(-c t) is the decay.
Motion gompertz_motion(double ceiling, double value, double decay) {
  const double from = std::max(value, smallest_share * ceiling);
  const double after = ceiling * std::exp(std::log(from / ceiling) * decay);
  return {std::max(0.0, after - value), decay * after / from};
}
} // namespace

bool Form::grows() const {
  return model == TrendModel::bass || model == TrendModel::logistic || model == TrendModel::gompertz;
}

std::size_t Form::of_pace() const {
  return model == TrendModel::seasonal ? 3 : model == TrendModel::bass ? 2 : 1;
}

/// As long as more than half are left, all of it. Then those who are left are the slowest: if propensities to
/// adopt differ as an exponential law does, the pace falls with the square of what is left (Vaupel, Manton
/// and Stallard 1979, with a variance of 1).
double Form::openness(double value) const {
  if (!(most > 0))
    return 1;
  const double left = std::clamp(2 * (most - value) / most, least_open, 1.0);
  return left * left;
}

double Form::room(double value) const { return grows() ? std::max(0.0, ceiling - value) : openness(value); }

void Member::features(double value, const Stretch& stretch, Coefficients& into) const {
  const double left = std::max(0.0, form.ceiling - value);
  const double share = std::max(0.0, value) / form.ceiling;
  switch (form.model) {
  case TrendModel::bass:
    into[0] = left * stretch.time;
    into[1] = share * left * stretch.time;
    break;
  case TrendModel::logistic: into[0] = share * left * stretch.time; break;
  case TrendModel::gompertz: {
    const double inside = std::clamp(share, smallest_share, 1.0);
    into[0] = -inside * std::log(inside) * form.ceiling * stretch.time;
    break;
  }
  case TrendModel::seasonal: {
    const double turn = 2 * std::numbers::pi / form.steps_a_year;
    const double from = turn * stretch.begin;
    const double to = turn * (stretch.begin + stretch.time);
    into[0] = stretch.time;
    into[1] = (std::cos(from) - std::cos(to)) / turn;
    into[2] = (std::sin(to) - std::sin(from)) / turn;
    break;
  }
  case TrendModel::line:
  case TrendModel::random_walk:
  case TrendModel::local_trend: into[0] = stretch.time; break;
  }
  for (std::size_t i = 0; i < form.events; ++i)
    into[form.of_pace() + i] = stretch.active[i] * (form.grows() ? left : 1);
  if (form.most > 0 && !form.grows()) {
    const double open = form.openness(value);
    for (std::size_t i = 0; open < 1 && i < form.count(); ++i)
      into[i] *= open;
  }
}

Motion Member::motion(const Coefficients& by_step, double value, const Stretch& stretch) const {
  double events = 0;
  for (std::size_t i = 0; i < form.events; ++i)
    events += by_step[form.of_pace() + i] * stretch.active[i];
  if (!form.grows()) {
    if (form.model != TrendModel::seasonal)
      return closed(by_step[0] * stretch.time + events, value);
    Coefficients x{};
    features(0, stretch, x);
    return closed(by_step[0] * x[0] + by_step[1] * x[1] + by_step[2] * x[2] + events, value);
  }
  if (events == 0)
    return grown(by_step, value, decay(by_step, stretch.time));
  if (value >= form.ceiling)
    return {};
  // An event is a hazard of its own: what it brings ends where the ceiling is.
  const double from = std::max(0.0, value);
  const double pushed = events / stretch.time;
  if (form.model != TrendModel::gompertz) {
    const bool is_bass = form.model == TrendModel::bass;
    const double p = std::max(0.0, pushed + (is_bass ? by_step[0] : 0));
    const double q = by_step[is_bass ? 1 : 0];
    return bass_motion(form.ceiling, from, p, q, std::exp(-(p + q) * stretch.time));
  }
  Motion both = grown(by_step, value, decay(by_step, stretch.time));
  const double left = form.ceiling - from;
  if (events < 0)
    return {std::max(0.0, both.gain + left * events), both.slope};
  const double stays = std::exp(-events);
  both.gain += (left - both.gain) * (1 - stays);
  both.slope *= stays;
  return both;
}

Motion Member::closed(double gain, double value) const {
  const double open = form.openness(value);
  if (open >= 1)
    return {gain, 1};
  const double left = form.most - value;
  if (left <= 0 || gain < 0)
    return {gain * open, 1};
  const double stays = 1 / (1 + gain * open / left);
  return {left * (1 - stays), stays * stays};
}

double Member::decay(const Coefficients& by_step, double time) const {
  return std::exp(-(by_step[0] + (form.model == TrendModel::bass ? by_step[1] : 0)) * time);
}

Motion Member::grown(const Coefficients& by_step, double value, double decay) const {
  if (value >= form.ceiling)
    return {};
  const double from = std::max(0.0, value);
  if (form.model == TrendModel::bass)
    return bass_motion(form.ceiling, from, by_step[0], by_step[1], decay);
  if (form.model == TrendModel::logistic)
    return bass_motion(form.ceiling, from, 0, by_step[0], decay);
  return gompertz_motion(form.ceiling, from, decay);
}

double Member::variance_at(double pace) const {
  return grows_with_mean ? std::max(least_variance, pace) : 1.0;
}

Coefficients Member::drawn(const Coefficients& normals, double deviation) const {
  Coefficients all = coefficients;
  Coefficients off{};
  const std::size_t count = form.count();
  for (std::size_t i = count; i-- > 0;) {
    off[i] = normals[i];
    for (std::size_t j = i + 1; j < count; ++j)
      off[i] -= root[j][i] * off[j];
    off[i] /= root[i][i];
    all[i] += deviation * spread * off[i];
    if (form.grows() && i < form.of_pace())
      all[i] = std::max(0.0, all[i]);
  }
  return all;
}

double Member::variance_of(const Coefficients& sensitivity) const {
  double sum = 0;
  Coefficients solved{};
  for (std::size_t i = 0; i < form.count(); ++i) {
    solved[i] = sensitivity[i];
    for (std::size_t j = 0; j < i; ++j)
      solved[i] -= root[i][j] * solved[j];
    solved[i] /= root[i][i];
    sum += solved[i] * solved[i];
  }
  return sum * spread * spread;
}

} // namespace deploy_plan::analysis::trends

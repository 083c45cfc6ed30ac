#include "analysis/value/offered_tests.hpp"
#include "deploy_plan/market.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace deploy_plan::analysis {
namespace {

/// Of one run, and in all for each of those exposed to the action.
struct Exposure {
  double by_run = 0;    ///< 0 where nothing says
  double in_all = 1;    ///< an ab exposes those of the reference, too
  double reference = 0; ///< share of the reference in all
  double baseline = 0;  ///< the reference's rate
};

Exposure exposure_of(const Action& action) {
  Exposure all;
  if (!action.test)
    return all;
  const Test& test = *action.test;
  const auto runs = static_cast<double>(std::max<std::int64_t>(1, past_runs(action).count));
  const auto planned = static_cast<double>(test.planned_size.value_or(0));
  if (test.protocol == Protocol::pilot) {
    const auto exposed = static_cast<double>(test.exposed.value_or(0));
    all.by_run = exposed > 0 ? exposed / runs : planned;
  } else if (test.protocol == Protocol::ab) {
    const double parts = static_cast<double>(std::max<std::size_t>(2, test.arms.size()));
    all.reference = !test.split.empty() && test.split.front() > 0 && test.split.front() < 1
                        ? test.split.front()
                        : 1 / parts;
    all.in_all = 1 / (1 - all.reference);
    double exposed = 0; // to the action
    for (std::size_t arm = 1; arm < test.arms.size(); ++arm)
      exposed += static_cast<double>(test.arms[arm].exposed);
    all.by_run = exposed > 0 ? exposed / runs : planned * (1 - all.reference);
    if (!test.arms.empty() && test.arms.front().exposed > 0)
      all.baseline =
          static_cast<double>(test.arms.front().converted) / static_cast<double>(test.arms.front().exposed);
  }
  return all;
}

/// Half the mean square of what counts differ by from one step to the next: a trend hardly shows in it.
double noise_of_counts(const Test& test) {
  if (test.protocol != Protocol::sequence || !test.series || test.series->points.size() < 3)
    return 0;
  const auto& points = test.series->points;
  double squares = 0;
  for (std::size_t i = 1; i < points.size(); ++i)
    squares += std::pow(points[i].value - points[i - 1].value, 2);
  return squares / static_cast<double>(points.size() - 1) / 2;
}

/// What the mean effect varies by, and how a test of so many runs is off it.
struct Shown {
  double mean = 0, variance = 0, variation = 0;
  double counts = 0; ///< variance of a count at a step, of a sequence

  [[nodiscard]] double credibility(double runs, const Exposure& exposure) const {
    const double by_run = std::pow(variation, 2) * (mean * mean + variance) / std::ceil(runs);
    const double before_and_after = 2 * counts / std::ceil(runs);
    const double off = by_run + before_and_after + by_chance(runs, exposure);
    return variance > 0 && std::isfinite(off) ? variance / (variance + off) : 0;
  }

private:
  /// Of those counted.
  [[nodiscard]] double by_chance(double runs, const Exposure& exposure) const {
    if (!(exposure.by_run > 0))
      return 0;
    const auto of_rate = [](double rate) {
      return std::clamp(rate, 0.0, 1.0) * (1 - std::clamp(rate, 0.0, 1.0));
    };
    const double rate = std::abs(mean) / exposure.by_run;
    const double exposed = runs * exposure.by_run;
    double variance_of_rate = of_rate(exposure.baseline + rate) / exposed;
    if (exposure.reference > 0)
      variance_of_rate +=
          of_rate(exposure.baseline) / (exposed * exposure.reference / (1 - exposure.reference));
    return exposure.by_run * exposure.by_run * variance_of_rate;
  }
};

/// In runs, up to the most.
std::vector<double> sizes_in_runs(const Exposure& exposure, const Action& action, std::int64_t most) {
  constexpr double least_exposed = 10;
  std::vector<double> all;
  const auto add = [&](double runs) {
    if (runs > 0 && runs <= static_cast<double>(most))
      all.push_back(runs);
  };
  if (exposure.by_run > 0) {
    for (const double part : {0.25, 0.5})
      if (exposure.by_run * exposure.in_all * part >= least_exposed)
        add(part);
    if (action.test->planned_size)
      add(static_cast<double>(*action.test->planned_size) / (exposure.by_run * exposure.in_all));
  }
  for (const double runs : {1.0, 2.0, 3.0, 5.0, 8.0})
    add(runs);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end(),
                        [](double a, double b) { return std::abs(a - b) < 1e-6 * std::max(a, b); }),
            all.end());
  return all;
}

/// Segments whose effects are drawn apart: one run shows one of them.
double effects_apart(const Action& action) {
  std::size_t own = 0;
  for (const ActionSegment& segment : action.segments)
    own += segment.effect ? 1 : 0;
  const bool any_shares = own < action.segments.size();
  return static_cast<double>(std::max<std::size_t>(1, own + (any_shares ? 1 : 0)));
}
/// Person-days a day: as its owner gives them over the period, else one person's five days a week.
double days_a_day(const ModelAction& one, const Strategy& strategy) {
  constexpr double usual = 5.0 / 7;
  if (one.owner == nullptr || !one.owner->days)
    return usual;
  const auto period = static_cast<double>((strategy.period.end - strategy.period.start).count() + 1);
  return period > 0 ? *one.owner->days / period : 0;
}

/// At the pace of the action and of who does it, with the time to its effect.
Date known_on(const ModelAction& one, double runs, const Strategy& strategy) {
  constexpr double days_a_month = 365.25 / 12;
  const auto spacing = static_cast<double>(one.action->spacing_days.value_or(0));
  const auto by_month = one.action->runs ? one.action->runs->per_month : std::nullopt;
  const double apart =
      std::max(spacing, by_month && *by_month > 0 ? days_a_month / static_cast<double>(*by_month) : 0);
  constexpr double longest = 36525; // a century
  const double days = one.cost.days * runs + (one.begins() ? one.cost.setup_days : 0);
  const double work = days > 0 ? days / days_a_day(one, strategy) : 0; // infinite where none are given
  const double last = std::min(longest, std::ceil(std::max((std::ceil(runs) - 1) * apart, work)));
  return one.slots.front().from + std::chrono::days{static_cast<int>(last)} + delay_of(*one.action);
}

/// Half of the time that is planned for is over.
Date half_time(const PlanModel& model, std::size_t strategy) {
  Date last = model.day;
  for (const ModelAction& one : model.actions)
    if (one.strategy == strategy && !one.slots.empty())
      last = std::max(last, one.slots.back().until);
  return model.day + (last - model.day) / 2;
}
} // namespace

std::vector<OfferedTest> offered_tests(const PlanModel& model, std::size_t place, const Strategy& strategy) {
  const ModelAction& one = model.actions[place];
  const Action& action = *one.action;
  if (action.test && !one.test)
    return {}; // it has decided
  Shown shown;
  for (const std::size_t reach : one.reaches)
    if (const auto& effect = model.reaches[reach].effect; effect && shown.variance == 0)
      shown = {effect->estimate.value, std::pow(standard_deviation(effect->law), 2), variation_of(action), 0};
  if (action.test)
    shown.counts = noise_of_counts(*action.test);
  if (one.slots.empty())
    return {};
  const Date latest = half_time(model, one.strategy);
  const Exposure exposure = exposure_of(action);
  const double apart = effects_apart(action);
  const SizesBySegment sizes(strategy.market, model.day);
  const TierSizes* const reached = sizes.find(action.segment);
  const double market = reached != nullptr && reached->addressed ? *reached->addressed
                                                                 : std::numeric_limits<double>::infinity();
  std::vector<OfferedTest> all;
  for (const double runs : sizes_in_runs(exposure, action, one.most)) {
    OfferedTest offered;
    offered.known = known_on(one, runs, strategy);
    if (offered.known > latest)
      break;
    offered.protocol = action.test ? action.test->protocol : Protocol::pilot;
    offered.unit = exposure.by_run > 0 ? TestUnit::beneficiaries : TestUnit::runs;
    offered.size = exposure.by_run > 0 ? std::round(runs * exposure.by_run * exposure.in_all) : runs;
    offered.runs = runs;
    if (offered.unit == TestUnit::beneficiaries && offered.size > market)
      break;
    const double once = one.begins() ? 1 : 0;
    offered.money = one.cost.money * runs + one.cost.setup_money * once;
    offered.days = one.cost.days * runs + one.cost.setup_days * once;
    offered.credibility = shown.credibility(runs, exposure) / apart;
    all.push_back(offered);
  }
  return all;
}

} // namespace deploy_plan::analysis

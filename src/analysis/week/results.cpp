// What runs and tests said since a day: results that came, verdicts that changed.
#include "analysis/week/week_parts.hpp"
#include "deploy_plan/direction.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// What one of so many runs brings of what the first does, on average, after so many done.
double decayed(double decay, std::int64_t done, std::int64_t runs) {
  const double kept = 1 - std::clamp(decay, 0.0, 1.0);
  if (kept == 1)
    return 1;
  const auto n = static_cast<double>(std::max<std::int64_t>(runs, 1));
  return std::pow(kept, static_cast<double>(std::max<std::int64_t>(done, 0))) * (1 - std::pow(kept, n)) /
         ((1 - kept) * n);
}

class ResultReader {
public:
  ResultReader(const KnownWeek& known, const Action& judged, const Result& arrived)
      : now_(known), action_(judged), result_(arrived),
        objective_(find_objective(known.strategy, judged.objective)) {}

  ArrivedResult read() const {
    ArrivedResult told;
    told.action = action_.id;
    told.name = name_of(action_);
    told.segment = segment_name(now_.strategy.market, result_.segment);
    told.unit = objective_ == nullptr ? "" : objective_->metric.unit;
    told.is_rate = objective_ != nullptr && objective_->metric.scale == Scale::rate;
    told.date = result_.date;
    told.runs = runs_of(result_);
    told.effect = result_.effect;
    told.per_run = result_.effect / static_cast<double>(std::max<std::int64_t>(told.runs, 1));
    told.assumed = assumed(told.runs);
    told.against = against(told);
    told.money = result_.money;
    told.days = result_.days;
    if (action_.cost) {
      told.foreseen_money = foreseen(action_.cost->money, told.runs);
      told.foreseen_days = foreseen(action_.cost->days, told.runs);
    }
    return told;
  }

private:
  const KnownWeek& now_;
  const Action& action_;
  const Result& result_;
  const Objective* const objective_;

  static std::optional<double> foreseen(std::optional<double> of_one, std::int64_t runs) {
    return of_one ? std::optional(*of_one * static_cast<double>(runs)) : std::nullopt;
  }

  /// Runs of the action whose results came before, in the order of days, then of the file.
  std::int64_t runs_before() const {
    std::int64_t runs = 0;
    for (const Result& other : action_.results)
      if (other.date < result_.date || (other.date == result_.date && &other < &result_))
        runs += runs_of(other);
    return runs;
  }

  /// Of the segment where it says its own.
  const std::optional<Uncertain>& effect() const {
    for (const ActionSegment& one : action_.segments)
      if (one.segment == result_.segment && one.effect)
        return one.effect;
    return action_.effect;
  }

  std::optional<Estimate> assumed(std::int64_t runs) const {
    const auto law = effect() ? estimate(*effect()) : std::nullopt;
    if (!law)
      return std::nullopt;
    Estimate one = *law;
    if (!one.low || !one.high || *one.low == *one.high) {
      const double around = z_90 * variation_of(action_) * std::abs(one.value) /
                            std::sqrt(static_cast<double>(std::max<std::int64_t>(runs, 1)));
      one.low = one.value - around;
      one.high = one.value + around;
    }
    const double left = decayed(action_.decay.value_or(0), runs_before(), runs);
    return Estimate{one.value * left, *one.low * left, *one.high * left};
  }

  AgainstAssumed against(const ArrivedResult& told) const {
    if (!told.assumed || !told.assumed->low || !told.assumed->high)
      return AgainstAssumed::unknown;
    const double slack = 1e-9 * std::abs(told.assumed->value);
    if (told.per_run >= *told.assumed->low - slack && told.per_run <= *told.assumed->high + slack)
      return AgainstAssumed::within;
    const int direction = objective_ == nullptr ? 1 : direction_of(*objective_, now_.day);
    const bool is_more = told.per_run > *told.assumed->high;
    return is_more == (direction > 0) ? AgainstAssumed::above : AgainstAssumed::below;
  }
};
} // namespace

std::vector<ArrivedResult> arrived_results(const KnownWeek& now, Date since) {
  std::vector<ArrivedResult> all;
  for (const Action& action : now.strategy.actions)
    for (const Result& result : action.results)
      if (action.origin.sound && result.origin.sound && result.date > since && result.date <= now.day)
        all.push_back(ResultReader(now, action, result).read());
  std::stable_sort(all.begin(), all.end(),
                   [](const ArrivedResult& a, const ArrivedResult& b) { return a.date < b.date; });
  return all;
}

std::vector<ChangedVerdict> changed_verdicts(const KnownWeek& now, const KnownWeek& then) {
  std::vector<ChangedVerdict> all;
  for (std::size_t i = 0; i < std::min(now.strategy.actions.size(), then.strategy.actions.size()); ++i) {
    const Action& action = now.strategy.actions[i];
    if (!action.test || action.test->protocol != Protocol::sequence)
      continue;
    const auto told = read_trial(now.strategy, action, now.day);
    const auto before = read_trial(then.strategy, then.strategy.actions[i], then.day);
    if (told && before && told->verdict != before->verdict)
      all.push_back({action.id, name_of(action), before->verdict, told->verdict});
  }
  return all;
}

} // namespace deploy_plan::analysis

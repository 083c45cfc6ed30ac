// Samples compared: the arms of an ab test against its first.
#include "analysis/trial/trials.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// No verdict below it (Fabijan et al., KDD 2019).
constexpr double mismatch_limit = 0.001;
/// What must be expected in each cell for the normal law to do (Cochran 1954).
constexpr double least_expected = 5;

class AbReader {
public:
  AbReader(const TrialContext& around, Trial& into) : context_(around), trial_(into) {}

  void read() {
    if (!read_arms())
      return;
    compare();
    trial_.looks = looks_of(trial_);
    if (reading_.srm_p_value && *reading_.srm_p_value < mismatch_limit)
      cannot_tell(trial_, TrialReason::uneven_split);
    else
      judge();
    trial_.reading = std::move(reading_);
  }

private:
  const TrialContext& context_;
  Trial& trial_;
  AbReading reading_;
  std::vector<double> split_;
  double needed_in_all_ = 0; ///< 0 where no effect that counts is given

  [[nodiscard]] const Proportion& reference() const { return reading_.arms.front().sample; }
  /// How many times as large as the reference an arm is meant to be.
  [[nodiscard]] double ratio(std::size_t arm) const { return split_[arm] / split_.front(); }
  /// Each comparison has its part of the chance of a false alarm.
  [[nodiscard]] double shared_alpha() const {
    return trial_.alpha / static_cast<double>(std::max<std::size_t>(1, reading_.arms.size() - 1));
  }

  /// False, with a verdict, where there is nothing to compare.
  bool read_arms() {
    double all = 0;
    bool possible = true;
    bool empty = false;
    for (const Arm& arm : context_.test.arms) {
      const Proportion sample{arm.exposed, arm.converted};
      possible = possible && is_possible(sample);
      empty = empty || arm.exposed == 0;
      all += static_cast<double>(arm.exposed);
      reading_.arms.push_back({arm.name, sample, wilson(sample, 1 - trial_.alpha), std::nullopt});
    }
    trial_.size = all;
    if (!possible)
      cannot_tell(trial_, TrialReason::impossible);
    else if (all == 0)
      not_begun(trial_);
    else if (reading_.arms.size() < 2)
      cannot_tell(trial_, TrialReason::too_few_arms);
    else if (empty)
      cannot_tell(trial_, TrialReason::empty_arm);
    else
      return true;
    if (possible && !reading_.arms.empty())
      trial_.reading = reading_;
    return false;
  }

  void compare() {
    std::vector<std::int64_t> exposed;
    for (const ReadArm& arm : reading_.arms)
      exposed.push_back(arm.sample.exposed);
    split_ = context_.test.split;
    reading_.split_given = split_.size() == exposed.size() &&
                           std::all_of(split_.begin(), split_.end(), [](double part) { return part > 0; });
    if (!reading_.split_given)
      split_.assign(exposed.size(), 1);
    reading_.srm_p_value = sample_ratio_mismatch(exposed, split_);
    std::vector<double> p_values;
    std::vector<double> always;
    for (std::size_t arm = 1; arm < reading_.arms.size(); ++arm) {
      reading_.comparisons.push_back(compared(arm));
      p_values.push_back(reading_.comparisons.back().p_value);
      always.push_back(reading_.comparisons.back().always_valid.p_value);
    }
    p_values = holm(p_values);
    always = holm(always);
    for (std::size_t i = 0; i < p_values.size(); ++i) {
      reading_.comparisons[i].holm_p_value = p_values[i];
      reading_.comparisons[i].always_valid.p_value = always[i];
    }
    plan_sizes();
  }

  [[nodiscard]] ReadComparison compared(std::size_t arm) const {
    const Proportion& a = reference();
    const Proportion& b = reading_.arms[arm].sample;
    ReadComparison one;
    one.arm = arm;
    one.difference = b.rate() - a.rate();
    one.interval = newcombe(a, b, 1 - trial_.alpha);
    one.method = is_large(a, b) ? ComparisonMethod::z_test : ComparisonMethod::fisher;
    one.p_value = one.method == ComparisonMethod::z_test ? z_test(a, b) : fisher_test(a, b);
    one.probability_better = probability_better(a, b);
    one.always_valid = always_valid_ratio(a, b, split_[arm] / (split_.front() + split_[arm]), trial_.alpha);
    return one;
  }

  static bool is_large(const Proportion& a, const Proportion& b) {
    const double converted = static_cast<double>(a.converted) + static_cast<double>(b.converted);
    const double all = static_cast<double>(a.exposed) + static_cast<double>(b.exposed);
    const double smaller = static_cast<double>(std::min(a.exposed, b.exposed)) / all;
    return std::min(converted, all - converted) * smaller >= least_expected;
  }

  /// What these samples could show, and what the effect that counts would need.
  void plan_sizes() {
    const Proportion& first = reference();
    bool all_tell = true;
    for (std::size_t arm = 1; arm < reading_.arms.size(); ++arm) {
      const double times =
          static_cast<double>(reading_.arms[arm].sample.exposed) / static_cast<double>(first.exposed);
      const auto told = detectable_effect(first.rate(), static_cast<double>(first.exposed), shared_alpha(),
                                          trial_.power, times);
      all_tell = all_tell && told;
      if (told)
        reading_.detectable = std::max(reading_.detectable.value_or(0), *told);
      const auto needed = trial_.min_effect ? sample_size(first.rate(), first.rate() + *trial_.min_effect,
                                                          shared_alpha(), trial_.power, ratio(arm))
                                            : std::nullopt;
      if (needed)
        reading_.needed_per_arm = std::max(reading_.needed_per_arm.value_or(0), whole(*needed));
    }
    if (!all_tell)
      reading_.detectable.reset();
    if (!reading_.needed_per_arm)
      return;
    for (std::size_t arm = 0; arm < reading_.arms.size(); ++arm) {
      reading_.arms[arm].needed = whole(*reading_.needed_per_arm * ratio(arm));
      needed_in_all_ += *reading_.arms[arm].needed;
    }
  }

  /// At the planned size the planned reading; else only what holds however often one looks.
  void judge() {
    bool none_counts = true;
    bool all_worse = true;
    for (const ReadComparison& one : reading_.comparisons) {
      const Says says = trial_.is_as_planned() ? as_planned(one) : at_any_time(one);
      if (says.better && (!reading_.best || rate(one.arm) > rate(*reading_.best)))
        reading_.best = one.arm;
      none_counts = none_counts && (says.worse || says.too_small);
      all_worse = all_worse && says.worse;
    }
    if (reading_.best)
      decide(trial_, Verdict::adopt,
             trial_.is_as_planned() ? TrialReason::better : TrialReason::better_early);
    else if (none_counts)
      decide(trial_, Verdict::drop, all_worse ? TrialReason::worse : TrialReason::too_small);
    else if (trial_.looks == Looks::early)
      until(TrialReason::size_not_reached, *trial_.planned);
    else
      judge_unclear();
  }

  struct Says {
    bool better = false, worse = false, too_small = false;
  };
  [[nodiscard]] Says as_planned(const ReadComparison& one) const {
    const bool too_small = trial_.min_effect && one.interval.high < *trial_.min_effect;
    return {one.holm_p_value <= trial_.alpha && one.difference > 0 && !too_small, one.interval.high < 0,
            too_small};
  }
  [[nodiscard]] Says at_any_time(const ReadComparison& one) const {
    const bool is_sure = one.always_valid.p_value <= trial_.alpha;
    return {is_sure && one.difference > 0, is_sure && one.difference < 0, false};
  }

  [[nodiscard]] double rate(std::size_t arm) const { return reading_.arms[arm].sample.rate(); }

  /// At the planned size or past it, nothing is sure.
  void judge_unclear() {
    const bool no_gain = std::all_of(reading_.comparisons.begin(), reading_.comparisons.end(),
                                     [](const ReadComparison& one) { return one.difference <= 0; });
    const bool large_enough =
        needed_in_all_ > 0 && std::all_of(reading_.arms.begin(), reading_.arms.end(), [](const ReadArm& arm) {
          return static_cast<double>(arm.sample.exposed) >= *arm.needed;
        });
    if (trial_.is_as_planned() && (large_enough || no_gain))
      return decide(trial_, Verdict::drop, TrialReason::no_gain);
    if (needed_in_all_ > *trial_.size)
      return until(TrialReason::not_precise, needed_in_all_);
    trial_.is_as_planned() ? cannot_tell(trial_, TrialReason::unclear) : cannot_tell_so(trial_);
  }

  void until(TrialReason reason, double size) {
    go_on(context_, trial_, reason, size, [&](double market) {
      return detectable_in_market(market, split_, reference().rate(), shared_alpha(), trial_.power);
    });
  }
};
} // namespace

void read_ab(const TrialContext& context, Trial& trial) { AbReader(context, trial).read(); }

} // namespace deploy_plan::analysis

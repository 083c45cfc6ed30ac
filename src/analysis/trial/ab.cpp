// Samples compared: the arms of an ab test against its first.
#include "analysis/groups/cluster_arms.hpp"
#include "analysis/trial/trials.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

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
    trial_.looks = looks_of(trial_, allowance());
    if (is_clustered() && std::any_of(reading_.comparisons.begin(), reading_.comparisons.end(),
                                      [](const ReadComparison& one) { return one.degrees == 0; }))
      cannot_tell(trial_, TrialReason::too_few_clusters);
    else if (reading_.srm_p_value && *reading_.srm_p_value < mismatch_limit)
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
  ClusteredArms clusters_; ///< of each arm, where they were drawn
  std::vector<ClusterRates> rates_;
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
    bool clustered = false;
    bool all_clustered = true;
    for (const Arm& arm : context_.test.arms) {
      const Proportion sample{arm.exposed, arm.converted};
      possible = possible && sample.is_possible();
      clustered = clustered || arm.clusters;
      all_clustered = all_clustered && arm.clusters;
      if (arm.clusters)
        possible = possible && are_possible(clusters_.emplace_back(counts_of(*arm.clusters)));
      empty = empty || arm.exposed == 0;
      all += static_cast<double>(arm.exposed);
      reading_.arms.push_back({arm.name, sample, wilson(sample, 1 - trial_.alpha)});
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
    else if (clustered && !all_clustered)
      cannot_tell(trial_, TrialReason::clusters_not_given);
    else if (!clustered || read_rates())
      return true;
    else
      cannot_tell(trial_, TrialReason::too_few_clusters);
    if (possible && !reading_.arms.empty())
      trial_.reading = reading_;
    return false;
  }

  [[nodiscard]] bool is_clustered() const { return !rates_.empty(); }

  /// False where an arm has a single cluster that holds anybody.
  bool read_rates() {
    reading_.clusters = read_clusters(clusters_);
    for (const auto& arm : clusters_)
      rates_.push_back(cluster_rates(arm));
    const double variance = variance_within(rates_);
    for (std::size_t arm = 0; arm < rates_.size(); ++arm) {
      reading_.arms[arm].mean_rate = rates_[arm].mean;
      reading_.arms[arm].interval = interval_of(rates_[arm], variance, 1 - trial_.alpha);
    }
    return std::all_of(rates_.begin(), rates_.end(),
                       [](const ClusterRates& arm) { return arm.clusters >= 2; });
  }

  /// Whole clusters come: a planned size is reached to within half a cluster of each arm.
  [[nodiscard]] double allowance() const {
    return is_clustered() ? reading_.clusters->mean_size * static_cast<double>(rates_.size()) / 2 : 0;
  }

  /// What was drawn at random: people, or clusters, even those where nobody was found.
  [[nodiscard]] std::vector<std::int64_t> drawn() const {
    std::vector<std::int64_t> counts;
    for (std::size_t arm = 0; arm < reading_.arms.size(); ++arm)
      counts.push_back(is_clustered() ? static_cast<std::int64_t>(clusters_[arm].size())
                                      : reading_.arms[arm].sample.exposed);
    return counts;
  }

  void compare() {
    const auto exposed = drawn();
    split_ = context_.test.split;
    reading_.split_given = split_.size() == exposed.size() &&
                           std::all_of(split_.begin(), split_.end(), [](double part) { return part > 0; });
    if (!reading_.split_given)
      split_.assign(exposed.size(), 1);
    reading_.srm_p_value = sample_ratio_mismatch(exposed, split_);
    std::vector<double> p_values;
    std::vector<double> always;
    for (std::size_t arm = 1; arm < reading_.arms.size(); ++arm) {
      reading_.comparisons.push_back(is_clustered() ? compared_by_clusters(arm) : compared(arm));
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

  /// Of no degrees where none of the clusters differ, and nothing is told.
  [[nodiscard]] ReadComparison compared_by_clusters(std::size_t arm) const {
    const ClusterRates& a = rates_.front();
    const ClusterRates& b = rates_[arm];
    ReadComparison one;
    one.arm = arm;
    one.difference = b.mean - a.mean;
    one.interval = {-1, 1};
    one.method = ComparisonMethod::cluster_t;
    one.always_valid = always_valid_clusters(a, b, trial_.alpha);
    if (const auto test = cluster_t_test(a, b, 1 - trial_.alpha)) {
      one.interval = test->interval;
      one.p_value = test->p_value;
      one.degrees = test->degrees;
      one.standard_error = test->standard_error;
      one.probability_better = test->probability_above;
    }
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
    bool all_tell = true;
    double first = 0; // of the reference, for every arm to be told from it: rounded once, as designs are
    for (std::size_t arm = 1; arm < reading_.arms.size(); ++arm) {
      const auto told = is_clustered()
                            ? detectable_by_clusters(variance(arm), rates_.front().clusters,
                                                     rates_[arm].clusters, shared_alpha(), trial_.power)
                            : detectable(arm);
      all_tell = all_tell && told;
      if (told)
        reading_.detectable = std::max(reading_.detectable.value_or(0), *told);
      const auto needed = trial_.min_effect ? this->needed(arm, *trial_.min_effect) : std::nullopt;
      first = std::max(first, needed.value_or(0));
    }
    if (!all_tell)
      reading_.detectable.reset();
    if (first == 0)
      return;
    reading_.needed_per_arm = whole(first);
    for (std::size_t arm = 0; arm < reading_.arms.size(); ++arm) {
      reading_.arms[arm].needed = whole(first * ratio(arm));
      needed_in_all_ += *reading_.arms[arm].needed;
    }
  }

  /// Of the clusters of an arm and of the reference.
  [[nodiscard]] double variance(std::size_t arm) const {
    const ClusterRates pair[] = {rates_.front(), rates_[arm]};
    return variance_within(pair);
  }

  [[nodiscard]] std::optional<double> detectable(std::size_t arm) const {
    const auto first = static_cast<double>(reference().exposed);
    return detectable_effect(reference().rate(), first, shared_alpha(), trial_.power,
                             static_cast<double>(reading_.arms[arm].sample.exposed) / first);
  }

  /// Beneficiaries of the reference, for an effect to be seen in an arm; by clusters, as those seen vary.
  [[nodiscard]] std::optional<double> needed(std::size_t arm, double effect) const {
    if (!is_clustered())
      return sample_size(reference().rate(), reference().rate() + effect, shared_alpha(), trial_.power,
                         ratio(arm));
    const auto clusters = clusters_to_tell(variance(arm), effect, shared_alpha(), trial_.power, ratio(arm));
    return clusters ? std::optional(*clusters * reading_.clusters->mean_size) : std::nullopt;
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

  [[nodiscard]] double rate(std::size_t arm) const { return reading_.arms[arm].rate(); }

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

  /// By as many clusters as a market makes, the smallest arm deciding.
  [[nodiscard]] std::optional<double> detectable_in_market(double market) const {
    const double parts = std::accumulate(split_.begin(), split_.end(), 0.0);
    const double clusters = market / reading_.clusters->mean_size / parts;
    return detectable_by_clusters(variance_within(rates_), clusters * split_.front(),
                                  clusters * *std::min_element(split_.begin() + 1, split_.end()),
                                  shared_alpha(), trial_.power);
  }

  void until(TrialReason reason, double size) {
    go_on(context_, trial_, reason, size, [&](double market) {
      return is_clustered() ? detectable_in_market(market)
                            : analysis::detectable_in_market(market, split_, reference().rate(),
                                                             shared_alpha(), trial_.power);
    });
  }
};
} // namespace

void read_ab(const TrialContext& context, Trial& trial) { AbReader(context, trial).read(); }

} // namespace deploy_plan::analysis

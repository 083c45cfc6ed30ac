// Actions' tests, read: a verdict first, then the figures that it rests on.
#pragma once
#include "deploy_plan/always_valid.hpp"
#include "deploy_plan/counted.hpp"
#include "deploy_plan/strategy.hpp"
#include "deploy_plan/trial_reserve.hpp"
#include <span>
#include <unordered_map>
#include <variant>

namespace deploy_plan {

enum class Verdict { adopt, drop, go_on, cannot_tell, not_begun };

/// Tests, counted by what they say.
using VerdictCounts = CountedBy<Verdict>;

/// When a test is read. What was planned holds for the one reading at the planned size; at any other time
/// only what holds however often one looks gives a verdict.
enum class Looks {
  as_planned, ///< at the planned size, to within a hundredth
  early,      ///< before it
  past,       ///< beyond it
  unplanned   ///< no size was planned
};

/// What a verdict rests on.
enum class TrialReason {
  better,             ///< adopt: an arm does better than the reference, or a step raises the counts
  better_early,       ///< adopt: so much better that it is sure however often one looks
  above_threshold,    ///< adopt: a pilot's rate is above its threshold
  worse,              ///< drop: every arm does worse, or the step lowers the counts
  too_small,          ///< drop: whatever the gain is, it is less than the smallest that counts
  no_gain,            ///< drop: at the planned size there is no gain to see
  below_threshold,    ///< drop: a pilot's rate is below its threshold
  not_begun,          ///< not begun: nobody exposed yet, or no start yet
  size_not_reached,   ///< go on: before the planned size
  not_precise,        ///< go on: the planned size is reached, and is too small to tell
  no_data,            ///< not begun: nothing to read, and no size planned
  impossible,         ///< cannot tell: more converted than exposed, or a count below 0
  too_few_arms,       ///< cannot tell: nothing to compare with
  empty_arm,          ///< cannot tell: an arm with nobody
  uneven_split,       ///< cannot tell: the samples were not split as planned
  unclear,            ///< cannot tell: within chance, and nothing says what effect would count
  unplanned,          ///< cannot tell: no size was planned, and nothing is sure however often one looks
  past,               ///< cannot tell: read past its planned size, and nothing is sure so
  beyond_market,      ///< cannot tell: it would take more than the market holds
  no_threshold,       ///< cannot tell: a pilot without what it is to reach
  no_start,           ///< cannot tell: no day from which the action could be seen
  too_few_steps,      ///< cannot tell: too few counts
  uneven_steps,       ///< cannot tell: counts over unequal times
  steps_too_near,     ///< cannot tell: steps that no count lies between
  too_few_clusters,   ///< cannot tell: fewer than two clusters in an arm, or none differ
  clusters_not_given, ///< cannot tell: groups were drawn, and only sums are given
  no_segment,         ///< cannot tell: no segment that got the action, or no untouched one
  no_figures,         ///< cannot tell: segments that share no days before and after
  trends_apart,       ///< cannot tell: the segments' trends differed before the action began
  too_alike,          ///< cannot tell: so many starts that were none would look as this one does
  too_few_segments,   ///< cannot tell: so few segments that chance could always have it so
  only_zeros          ///< cannot tell: nothing was counted before a start, after it or between two
};

/// An arm of a comparison; its interval is Wilson's, by clusters Student's.
struct ReadArm {
  std::string name;
  Proportion sample;
  Interval interval;
  std::optional<double> mean_rate = {}; ///< of its clusters, each counting as one
  [[nodiscard]] double rate() const { return mean_rate.value_or(sample.rate()); }
  std::optional<double> needed = {}; ///< beneficiaries, for the smallest effect that counts
};

enum class ComparisonMethod { z_test, fisher, cluster_t };

/// How alike those of one cluster are, which makes a sample worth fewer people than it has.
struct ClusterReading {
  std::vector<std::size_t> clusters; ///< of each arm
  double mean_size = 0;
  double size_variation = 0; ///< standard deviation of the sizes over their mean
  /// Intracluster correlation, by analysis of variance (Donner and Klar 2000); may be below 0. Nothing where
  /// clusters have one member each, or none converted, or all did.
  std::optional<double> icc;
  std::optional<Interval> icc_interval; ///< at 90 %
  /// 1 + ((CV² + 1) mean - 1) ICC (Eldridge, Ashby and Kerry 2006), 1 at least.
  std::optional<double> design_effect;
};

/// An arm against the reference, which is the first.
struct ReadComparison {
  std::size_t arm = 0;
  double difference = 0;
  Interval interval; ///< Newcombe's; by clusters, Student's
  double p_value = 1;
  double holm_p_value = 1;
  ComparisonMethod method{}; ///< Fisher's where fewer than 5 are expected in a cell; by clusters, t
  double degrees = 0;        ///< of freedom, by clusters
  double standard_error = 0; ///< of the difference, by clusters
  double probability_better = 0.5;
  AlwaysValid always_valid; ///< of the ratio of the rates; its p-value corrected by Holm, too
};

struct AbReading {
  std::optional<double> srm_p_value;
  bool split_given = true; ///< else the arms are taken to have been meant equal
  std::vector<ReadArm> arms;
  std::vector<ReadComparison> comparisons;
  std::optional<ClusterReading> clusters; ///< where they were drawn: comparisons are then of their rates
  std::optional<double> detectable;       ///< the smallest rise that these samples could show
  std::optional<double> needed_per_arm;   ///< of the reference: all arms', where they are equal
  std::optional<std::size_t> best;        ///< the arm to adopt
  /// The arm to adopt, else the one of the highest rate against the reference; 0 where it is alone.
  [[nodiscard]] std::size_t leading() const;
};

/// Where a cost is known from.
enum class CostSource {
  planned,  ///< what the action says of a run
  results,  ///< what results say
  completed ///< what results say, and what the action says where they do not
};

struct PilotReading {
  Proportion sample;
  std::optional<double> threshold;
  Interval interval;               ///< Clopper and Pearson's; by clusters, Student's
  std::optional<double> mean_rate; ///< of its clusters, each counting as one
  double standard_error = 0;       ///< of that mean
  std::optional<double> p_value; ///< that the rate is above the threshold: exact; by clusters, of the t test
  [[nodiscard]] double rate() const { return mean_rate.value_or(sample.rate()); }
  std::optional<AlwaysValid> always_valid;
  std::optional<double> detectable; ///< the smallest rise above the threshold that the sample could show
  std::optional<ClusterReading> clusters; ///< where they were drawn: the interval is then of their rates
  std::optional<std::int64_t> scale_to;
  std::optional<double> cost_at_scale; ///< full cost, at the pilot's for each exposed, setting up apart
  CostSource cost_source{};            ///< of the pilot's
  [[nodiscard]] double expected(double rate) const {
    return rate * static_cast<double>(scale_to.value_or(0));
  }
};

struct ReadStart {
  std::string action; ///< empty where the file does not say
  Date date{};
  std::size_t step = 0; ///< from which it counts
  double ratio = 1;     ///< of the counts after to before, the trend apart
  Interval interval;    ///< Student's
  double p_value = 1;
  AlwaysValid always_valid; ///< of the ratio
};

struct SequenceReading {
  std::vector<Observation> points; ///< up to the day
  std::vector<double> fitted;      ///< of each point
  std::vector<double> without;     ///< of each point, had this action not begun
  std::vector<ReadStart> starts;
  std::size_t own = 0;   ///< the start that the verdict is about
  double trend = 1;      ///< ratio of the counts from one step to the next
  double dispersion = 1; ///< above 1 the counts vary more than chance alone would have it
  /// Of one step's error with the next one's, by restricted maximum likelihood (AR(1)).
  std::optional<double> autocorrelation;
  int harmonics = 0; ///< pairs of yearly sines: none before two years
  /// Starts on other days before the action, and how many of them look as strong as its own.
  int placebos = 0, placebos_as_strong = 0;
  double days_a_step = 0;
  double added = 0;        ///< by this action so far: fitted - without
  Interval added_interval; ///< at 90 %
};

enum class ComparisonControl {
  never_treated,  ///< segments that never got the action
  not_yet_treated ///< and those that got it later
};

/// What the segments that began on one day gained by another, beside their controls (Callaway and Sant'Anna
/// 2021, section 2.3): from the last date before they began; before that, from one date to the next.
struct GroupTimeEffect {
  Date begun{};
  Date date{};
  std::size_t segments = 0;
  double effect = 0; ///< in the series' unit; relative, a difference of logarithms
  std::optional<double> standard_error;
  bool is_before = false; ///< a check: the action had not begun
};

/// The same, so many steps after the action began; below 0, before.
struct EventTimeEffect {
  int steps = 0;
  double effect = 0;
  std::optional<Interval> interval;
};

/// Segments that got the action beside segments that did not: difference in differences. Figures are levels,
/// as those of an objective are.
struct ComparedReading {
  struct Line {
    std::string segment;
    std::optional<Date> from;   ///< nothing for one that is untouched so far
    std::vector<double> values; ///< at each of the dates
  };
  /// That all segments have; not those past the planned ones, as the test is read once.
  std::vector<Date> dates;
  std::size_t later_dates = 0; ///< left out so
  /// Left out as some segments have no figure then, up to the last date read; and the one that lacks most of
  /// them.
  std::size_t partial_dates = 0;
  std::string lacks_most; ///< empty where there are none
  /// Without those that got the action before the first date, which show nothing from before.
  std::vector<Line> segments;
  std::size_t treated = 0, untouched = 0; ///< segments
  std::size_t always_treated = 0;         ///< left out so
  bool relative = false;
  ComparisonControl control{};
  /// By the day begun, then by date; none where they are more than 20 000.
  std::vector<GroupTimeEffect> effects;
  std::vector<EventTimeEffect> by_event_time; ///< intervals are Student's, at 1 - alpha
  double effect = 0;                    ///< mean over groups of their mean effect, weighed by their segments
  std::optional<double> standard_error; ///< of segments that vary alone, whatever their dates have in common
  std::optional<Interval> interval;     ///< at 1 - alpha, by inverting the permutations
  double p_value = 1;                   ///< of permuted segments
  double any_time_p_value = 1; ///< p value × L (L + 1), at the Lth date since the action began (Bonferroni)
  std::size_t permutations = 0;
  bool is_exact = false;                ///< every permutation was reckoned
  std::optional<double> trends_p_value; ///< that trends before agree; nothing where one step only lies before
  /// In all, for the smallest effect that counts, else for any verdict at this alpha; where more are needed.
  std::optional<std::size_t> segments_needed;
  double added = 0; ///< by the action, at the last date: its effect then, over all treated segments
  std::optional<Interval> added_interval; ///< at 90 %
};

struct Trial {
  /// Whether the verdict may rest on the figures that were planned.
  [[nodiscard]] bool is_as_planned() const { return looks == Looks::as_planned; }
  std::string action, name;
  Protocol protocol{};
  Verdict verdict{};
  TrialReason reason{};
  std::optional<TrialReserve> reserve; ///< with which the verdict is to be told
  double alpha = 0.05, power = 0.8;
  std::optional<double> min_effect;
  std::optional<double> size;    ///< exposed so far; of a sequence, steps
  std::optional<double> planned; ///< size
  Looks looks{};
  std::optional<double> go_on_until; ///< size
  std::optional<double> weeks_left;  ///< at the present pace
  std::optional<Date> outlasts;      ///< the end of the period, where it would be over before those weeks are
  std::optional<double> market;      ///< beneficiaries that could be exposed at most
  std::optional<double> market_detectable; ///< the smallest effect that the whole market could show
  std::variant<std::monostate, AbReading, PilotReading, SequenceReading, ComparedReading> reading;
  /// nullptr where no groups were drawn.
  [[nodiscard]] const ClusterReading* clusters() const;
};

/// Reads an action's test as of a day; nothing where the action has none. Total: what a file may hold, sound
/// or not, gives a verdict. `alpha` is 0.05 and `power` 0.8 where the test does not say; `planned_size` and
/// `min_effect` count beneficiaries in all and points of rate, in a sequence steps and the relative rise.
[[nodiscard]] std::optional<Trial> read_trial(const Strategy& strategy, const Action& action, Date day);
/// Every test of the file, in its order.
[[nodiscard]] std::vector<Trial> read_trials(const Strategy& strategy, Date day);

/// What the tests of a strategy's actions say.
struct StrategyTrials {
  std::string strategy;
  Date as_of{};
  std::string currency; ///< an ISO 4217 code; empty for euros
  std::vector<Trial> trials;
};

[[nodiscard]] VerdictCounts count_verdicts(std::span<const Trial> trials);

/// The tests of a strategy, which must outlive it, by their actions.
class TrialsByAction {
public:
  /// Of all actions, or of those wanted.
  TrialsByAction(const Strategy& strategy, Date day, bool (*is_wanted)(const Action&) = nullptr);
  /// nullptr where the action has no test, or was not wanted.
  [[nodiscard]] const Trial* find(const Action& action) const;
  /// Whether its test has decided that it is not to be run any more.
  [[nodiscard]] bool says_drop(const Action& action) const;

private:
  std::unordered_map<const Action*, Trial> trials_;
};

} // namespace deploy_plan

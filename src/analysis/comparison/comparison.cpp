// Segments that got the action beside segments that did not.
#include "analysis/comparison/permutation.hpp"
#include "analysis/numbers/finite.hpp"
#include "deploy_plan/trial_design.hpp"
#include <cmath>
#include <map>

namespace deploy_plan::analysis {
namespace {

/// P-values below it say that trends differed before.
constexpr double trends_differ_below = 0.05;
constexpr std::size_t most_stretches = 6;
/// Beyond them, effects by group and date are too many to be told, and their errors too long to reckon.
constexpr std::size_t most_effects = 20000;
constexpr double most_parts_work = 2e8;

class ComparisonReader {
public:
  ComparisonReader(const TrialContext& around, Trial& into) : context_(around), trial_(into) {}

  void read() {
    const auto fault = gather(context_, trial_, reading_);
    trial_.looks = looks_of(trial_);
    if (reading_.later_dates > 0)
      trial_.looks = Looks::as_planned; // as only the planned dates are read
    const auto panel = fault ? std::nullopt : panel_of(reading_);
    if (fault)
      explain(*fault);
    else if (!panel)
      cannot_tell(trial_, TrialReason::impossible);
    else
      tell(*panel);
    if (!reading_.dates.empty())
      trial_.reading = std::move(reading_);
  }

private:
  const TrialContext& context_;
  Trial& trial_;
  ComparedReading reading_;

  void explain(TrialReason fault) {
    if (fault == TrialReason::no_data || fault == TrialReason::not_begun)
      not_begun(trial_);
    else
      cannot_tell(trial_, fault);
  }

  void tell(const Panel& panel) {
    const Contrasts contrasts(panel);
    const auto overall = contrasts.overall();
    if (!overall)
      return cannot_tell(trial_, TrialReason::no_segment);
    const std::size_t groups = panel.groups.size();
    const double work =
        static_cast<double>(groups * panel.dates) * static_cast<double>(std::max(panel.segments(), groups));
    if (groups * panel.dates <= most_effects && work <= most_parts_work)
      tell_parts(panel, contrasts);
    reading_.effect = estimate(panel, *overall) * panel.unit;
    reading_.standard_error = scaled(standard_error(panel, *overall), panel);
    const std::size_t stretches = panel.segments() * groups > 500000 ? 1 : most_stretches;
    const auto before = work <= 10 * most_parts_work ? contrasts.before(stretches) : std::vector<Contrast>();
    const Permutations permutations(panel, {&*overall, before});
    reading_.p_value = permutations.p_value();
    reading_.permutations = permutations.count();
    reading_.is_exact = permutations.is_exact();
    reading_.interval =
        scaled(without_rounding(permutations.interval(trial_.alpha), rounding_of(panel, *overall)), panel);
    reading_.trends_p_value = permutations.before_p_value();
    reading_.any_time_p_value = std::min(1.0, reading_.p_value * looks(panel));
    tell_added(panel, contrasts);
    judge(panel, permutations);
  }

  /// What p-values are multiplied by to hold at each date since the action began: 1 / (L (L + 1)) adds up to
  /// one over all L (Bonferroni).
  static double looks(const Panel& panel) {
    const auto dates = static_cast<double>(panel.dates - panel.groups.front().first);
    return dates * (dates + 1);
  }

  /// An end that differs from 0 by rounding alone is 0.
  static std::optional<Interval> without_rounding(std::optional<Interval> interval, double rounding) {
    if (interval)
      for (double* const end : {&interval->low, &interval->high})
        *end = std::abs(*end) <= rounding ? 0 : *end;
    return interval;
  }
  static std::optional<double> scaled(std::optional<double> value, const Panel& panel) {
    return value ? finite(*value * panel.unit) : std::nullopt;
  }
  static std::optional<Interval> scaled(std::optional<Interval> interval, const Panel& panel) {
    if (!interval)
      return std::nullopt;
    const Interval all{interval->low * panel.unit, interval->high * panel.unit};
    return std::isfinite(all.low) && std::isfinite(all.high) ? std::optional(all) : std::nullopt;
  }

  [[nodiscard]] static double degrees(const Panel& panel) {
    return std::max(1.0, static_cast<double>(panel.segments()) - static_cast<double>(panel.groups.size()));
  }

  void tell_parts(const Panel& panel, const Contrasts& contrasts) {
    for (std::size_t group = 0; group < panel.groups.size(); ++group)
      for (std::size_t date = 1; date < panel.dates && panel.groups[group].first < panel.dates; ++date) {
        if (!contrasts.is_controlled(group, date))
          continue;
        const Contrast contrast = contrasts.group_time(group, date);
        reading_.effects.push_back({panel.groups[group].begun, reading_.dates[date], panel.size(group),
                                    estimate(panel, contrast) * panel.unit,
                                    scaled(standard_error(panel, contrast), panel),
                                    date < panel.groups[group].first});
      }
    const double t = -student_quantile(trial_.alpha / 2, degrees(panel));
    const int dates = static_cast<int>(panel.dates);
    for (int steps = 1 - dates; steps < dates; ++steps)
      if (const auto contrast = contrasts.event_time(steps)) {
        EventTimeEffect& told =
            reading_.by_event_time.emplace_back(EventTimeEffect{steps, estimate(panel, *contrast), {}});
        if (const auto error = standard_error(panel, *contrast))
          told.interval = scaled(Interval{told.effect - t * *error, told.effect + t * *error}, panel);
        told.effect *= panel.unit;
      }
  }

  /// At the last date that has controls: groups' effects then, each over what its segments hold.
  void tell_added(const Panel& panel, const Contrasts& contrasts) {
    const std::size_t last = panel.has_untouched() ? panel.dates - 1 : panel.last().first - 1;
    std::vector<double> held(panel.groups.size());
    double all = 0;
    for (std::size_t group = 0; group < panel.groups.size() && panel.groups[group].first <= last; ++group) {
      for (const std::size_t segment : panel.groups[group].segments)
        held[group] += reading_.relative ? reading_.segments[segment].values[last] : 1;
      all += held[group];
    }
    const Contrast contrast = contrasts.on(last, held);
    const double effect = estimate(panel, contrast) * panel.unit;
    const auto added = [&](double gain) { return all * (reading_.relative ? -std::expm1(-gain) : gain); };
    reading_.added = std::clamp(added(effect), -1e300, 1e300);
    const auto error = scaled(standard_error(panel, contrast), panel);
    if (!error)
      return;
    const double margin = student_quantile(0.95, degrees(panel)) * *error;
    const Interval interval{added(effect - margin), added(effect + margin)};
    if (std::isfinite(interval.low) && std::isfinite(interval.high))
      reading_.added_interval = interval;
  }

  /// The smallest effect that counts, as effects are told.
  [[nodiscard]] double least_effect() const {
    const double least = trial_.min_effect.value_or(0);
    return reading_.relative ? std::log1p(least) : least;
  }

  void judge(const Panel& panel, const Permutations& permutations) {
    if (reading_.trends_p_value.value_or(1) <= trends_differ_below)
      return cannot_tell(trial_, TrialReason::trends_apart);
    if (can_never_tell(panel))
      return cannot_tell(trial_, TrialReason::too_few_segments);
    const bool planned = trial_.is_as_planned();
    const double alpha = planned ? trial_.alpha : trial_.alpha / looks(panel);
    const auto interval = planned ? reading_.interval : scaled(permutations.interval(alpha), panel);
    const bool is_too_small = trial_.min_effect && interval && interval->high < least_effect();
    if ((planned ? reading_.p_value : reading_.any_time_p_value) <= trial_.alpha) {
      if (reading_.effect < 0)
        return decide(trial_, Verdict::drop, TrialReason::worse);
      if (!is_too_small)
        return decide(trial_, Verdict::adopt, planned ? TrialReason::better : TrialReason::better_early);
    }
    if (is_too_small)
      return decide(trial_, Verdict::drop, TrialReason::too_small);
    if (trial_.looks == Looks::early)
      return go_on_to_plan();
    if (!planned)
      return cannot_tell_so(trial_);
    find_needed(panel);
    cannot_tell(trial_, reading_.segments_needed ? TrialReason::too_few_segments : TrialReason::unclear);
  }

  void go_on_to_plan() {
    decide(trial_, Verdict::go_on, TrialReason::size_not_reached);
    trial_.go_on_until = trial_.planned;
    const std::size_t dates = reading_.dates.size();
    if (dates < 2)
      return;
    const auto days = static_cast<double>((reading_.dates.back() - reading_.dates.front()).count());
    trial_.weeks_left = std::max(0.0, *trial_.planned - static_cast<double>(dates)) * days /
                        static_cast<double>(dates - 1) / 7;
  }

  /// However large the effect: there are too few ways to give the starts. Says how many segments it takes,
  /// were those added untouched.
  bool can_never_tell(const Panel& panel) {
    std::vector<std::size_t> sizes;
    for (const PanelGroup& group : panel.groups)
      sizes.push_back(group.segments.size());
    reading_.segments_needed = segments_to_reach(std::move(sizes), panel.has_untouched(), trial_.alpha);
    return reading_.segments_needed.has_value();
  }

  /// As many times the segments as the variance is too large.
  void find_needed(const Panel& panel) {
    if (!trial_.min_effect || !reading_.standard_error)
      return;
    const double wanted =
        least_effect() / (normal_quantile(trial_.power) - normal_quantile(trial_.alpha / 2));
    const double times = std::pow(*reading_.standard_error / wanted, 2);
    const double needed = std::ceil(times * static_cast<double>(panel.segments()));
    if (needed > static_cast<double>(panel.segments()) && needed < 1e9)
      reading_.segments_needed = static_cast<std::size_t>(needed);
  }
};
} // namespace

void read_comparison(const TrialContext& context, Trial& trial) { ComparisonReader(context, trial).read(); }

} // namespace deploy_plan::analysis

namespace deploy_plan {

std::optional<std::size_t> segments_to_tell(const Test& test) {
  std::map<Date, std::size_t> begun;
  std::size_t untouched = 0;
  for (const ComparedSegment& one : test.segments)
    if (one.origin.sound)
      ++(one.from ? begun[*one.from] : untouched);
  if (begun.empty())
    return std::nullopt;
  std::vector<std::size_t> sizes;
  for (const auto& [day, segments] : begun)
    sizes.push_back(segments);
  if (untouched > 0)
    sizes.push_back(untouched);
  return analysis::segments_to_reach(std::move(sizes), untouched > 0, test.alpha.value_or(TrialWish{}.alpha));
}

} // namespace deploy_plan

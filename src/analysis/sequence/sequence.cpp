// Actions begun one after the other: a step of the counts at each start.
#include "analysis/numbers/smallest.hpp"
#include "analysis/sequence/placebos.hpp"
#include "analysis/sequence/segments.hpp"
#include "analysis/trial/trials.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Months and weeks with a day off are equal steps; a missing week is not.
constexpr double most_uneven = 1.2;
/// The longest series that is proposed, in times what there is.
constexpr double farthest = 20;
constexpr double days_a_year = 365.25;

class SequenceReader {
public:
  SequenceReader(const TrialContext& around, Trial& into) : context_(around), trial_(into) {}

  void read() {
    if (const auto why = gather()) {
      if (*why == TrialReason::no_data || *why == TrialReason::not_begun)
        not_begun(trial_);
      else
        cannot_tell(trial_, *why);
      if (!reading_.points.empty())
        trial_.reading = reading_;
      return;
    }
    fit_ = segmented_fit(counts_, steps_, year());
    if (!fit_)
      cannot_tell(trial_, has_only_zeros() ? TrialReason::only_zeros : TrialReason::steps_too_near);
    else {
      tell();
      tell_placebos();
      judge();
    }
    trial_.reading = reading_;
  }

private:
  const TrialContext& context_;
  Trial& trial_;
  SequenceReading reading_;
  std::vector<double> counts_;
  std::vector<std::size_t> steps_;
  std::optional<SegmentedFit> fit_;

  /// Counts up to the day and the starts that they show; or why they cannot be read.
  std::optional<TrialReason> gather() {
    if (context_.test.series)
      for (const Observation& seen : context_.test.series->points)
        if (seen.origin.sound && seen.date <= context_.day)
          reading_.points.push_back(seen);
    std::stable_sort(reading_.points.begin(), reading_.points.end(),
                     [](const Observation& a, const Observation& b) { return a.date < b.date; });
    trial_.size = static_cast<double>(reading_.points.size());
    trial_.looks = looks_of(trial_);
    if (reading_.points.empty())
      return TrialReason::no_data;
    for (const Observation& seen : reading_.points) {
      if (!(seen.value >= 0))
        return TrialReason::impossible;
      counts_.push_back(seen.value);
    }
    if (is_to_come())
      return TrialReason::not_begun;
    if (reading_.points.size() < 3)
      return TrialReason::too_few_steps;
    if (!even_steps())
      return TrialReason::uneven_steps;
    if (!gather_starts())
      return TrialReason::no_start;
    if (reading_.points.size() <= 2 + reading_.starts.size())
      return TrialReason::too_few_steps;
    return std::nullopt;
  }

  /// Nothing was counted before the first start, after the last one or between two.
  [[nodiscard]] bool has_only_zeros() const {
    const Segments segments(steps_, counts_.size());
    for (std::size_t part = 0; part < segments.count(); ++part)
      if (segments.begin(part) < segments.end(part) &&
          std::all_of(counts_.begin() + static_cast<std::ptrdiff_t>(segments.begin(part)),
                      counts_.begin() + static_cast<std::ptrdiff_t>(segments.end(part)),
                      [](double count) { return count == 0; }))
        return true;
    return false;
  }

  /// The action starts after the day.
  [[nodiscard]] bool is_to_come() const {
    bool named = false;
    bool to_come = true;
    for (const Start& start : context_.test.starts)
      if (start.action.empty() || start.action == context_.action.id) {
        named = true;
        to_come = to_come && start.date > context_.day;
      }
    if (context_.test.starts.empty() && context_.action.start)
      return *context_.action.start > context_.day;
    return named && to_come;
  }

  bool even_steps() {
    double least = 1e9;
    double most = 0;
    for (std::size_t i = 1; i < reading_.points.size(); ++i) {
      const auto gap = static_cast<double>((reading_.points[i].date - reading_.points[i - 1].date).count());
      least = std::min(least, gap);
      most = std::max(most, gap);
    }
    const auto whole_time =
        static_cast<double>((reading_.points.back().date - reading_.points.front().date).count());
    reading_.days_a_step = whole_time / static_cast<double>(reading_.points.size() - 1);
    return least > 0 && most <= most_uneven * least;
  }

  /// False where the action that is judged has none. Starts after the last count cannot be seen yet.
  bool gather_starts() {
    bool own_known = false;
    std::vector<Start> starts = context_.test.starts;
    if (starts.empty() && context_.action.start)
      starts.push_back({*context_.action.start, context_.action.id, {}});
    for (const Start& start : starts) {
      const auto first =
          std::lower_bound(reading_.points.begin(), reading_.points.end(), start.date,
                           [](const Observation& seen, Date date) { return seen.date < date; });
      if (!start.origin.sound || first == reading_.points.end())
        continue;
      const auto step = static_cast<std::size_t>(first - reading_.points.begin());
      if (start.action == context_.action.id && !own_known) {
        own_known = true;
        reading_.own = reading_.starts.size();
      }
      steps_.push_back(step);
      reading_.starts.push_back({start.action, start.date, step, 1, {}, 1, {}});
    }
    const bool names_others =
        std::all_of(starts.begin(), starts.end(), [](const Start& start) { return !start.action.empty(); });
    return !reading_.starts.empty() && (own_known || !names_others);
  }

  /// In steps.
  [[nodiscard]] double year() const { return days_a_year / reading_.days_a_step; }

  void tell() {
    for (std::size_t i = 0; i < reading_.starts.size(); ++i) {
      ReadStart& one = reading_.starts[i];
      one.ratio = ratio(fit_->changes[i].log_ratio);
      one.interval = ratios(interval(*fit_, i, 1 - trial_.alpha));
      one.p_value = p_value(*fit_, i);
      const AlwaysValid log_ratio = always_valid(*fit_, i, trial_.alpha);
      one.always_valid = {log_ratio.p_value, ratios(log_ratio.interval)};
    }
    reading_.trend = ratio(fit_->trend);
    reading_.dispersion = fit_->dispersion;
    reading_.autocorrelation = fit_->autocorrelation;
    reading_.harmonics = static_cast<int>(fit_->season.size() / 2);
    reading_.fitted = fit_->fitted;
    tell_added();
  }

  /// The counts after the start are all the level change's: those without it are the fitted over the ratio.
  void tell_added() {
    reading_.without = reading_.fitted;
    double after = 0;
    for (std::size_t t = reading_.starts[reading_.own].step; t < counts_.size(); ++t) {
      after += reading_.fitted[t];
      reading_.without[t] = reading_.fitted[t] / reading_.starts[reading_.own].ratio;
    }
    const auto added = [&](double times) { return after * (1 - 1 / times); };
    const Interval between = ratios(interval(*fit_, reading_.own, 0.9));
    reading_.added = added(reading_.starts[reading_.own].ratio);
    reading_.added_interval = {added(between.low), added(between.high)};
  }

  void tell_placebos() {
    const auto places = placebo_places(steps_, reading_.own);
    const double own = reading_.starts[reading_.own].p_value;
    for (const double one : placebo_p_values(counts_, steps_, year(), places)) {
      ++reading_.placebos;
      reading_.placebos_as_strong += one <= own ? 1 : 0;
    }
  }
  /// Nothing began on those days: so many effects as strong are what these counts do by themselves.
  [[nodiscard]] bool is_like_placebos() const {
    return reading_.placebos_as_strong > std::max(1.0, trial_.alpha * reading_.placebos);
  }

  static Interval ratios(const Interval& logs) { return {ratio(logs.low), ratio(logs.high)}; }
  static double ratio(double log_ratio) { return std::exp(std::clamp(log_ratio, -700.0, 700.0)); }

  void judge() {
    const ReadStart& own = reading_.starts[reading_.own];
    const bool planned = trial_.is_as_planned();
    const Interval& bounds = planned ? own.interval : own.always_valid.interval;
    const double counts_from = 1 + trial_.min_effect.value_or(0);
    if (bounds.high < 1)
      return decide(trial_, Verdict::drop, TrialReason::worse);
    if (bounds.high < counts_from)
      return decide(trial_, Verdict::drop, TrialReason::too_small);
    if (bounds.low > 1 && is_like_placebos())
      return cannot_tell(trial_, TrialReason::too_alike);
    if (bounds.low > 1)
      return decide(trial_, Verdict::adopt, planned ? TrialReason::better : TrialReason::better_early);
    if (trial_.looks == Looks::early)
      return until(TrialReason::size_not_reached, *trial_.planned);
    const double wish = trial_.min_effect.value_or(own.ratio - 1);
    const auto needed = wish > 0 ? steps_for(std::log1p(wish)) : std::nullopt;
    if (needed && *needed > *trial_.size)
      return until(TrialReason::not_precise, *needed);
    planned ? decide(trial_, Verdict::drop, TrialReason::no_gain) : cannot_tell_so(trial_);
  }

  void until(TrialReason reason, double size) {
    decide(trial_, Verdict::go_on, reason);
    trial_.go_on_until = size;
    trial_.weeks_left = std::max(0.0, size - *trial_.size) * reading_.days_a_step / 7;
  }

  /// The length of series that would show a log ratio, by halving.
  [[nodiscard]] std::optional<double> steps_for(double log_ratio) const {
    ExpectedSeries expected{0, steps_, year(), fit_->sigma, fit_->autocorrelation};
    const auto is_enough = [&](std::size_t length) {
      expected.steps = length;
      const auto detectable = readable_change(expected, reading_.own, trial_.alpha, trial_.power);
      return detectable && *detectable <= log_ratio;
    };
    const std::size_t now = counts_.size();
    if (is_enough(now))
      return static_cast<double>(now);
    const auto most = static_cast<std::size_t>(farthest * static_cast<double>(now));
    return is_enough(most) ? std::optional(static_cast<double>(smallest(now, most, is_enough)))
                           : std::nullopt;
  }
};
} // namespace

void read_sequence(const TrialContext& context, Trial& trial) { SequenceReader(context, trial).read(); }

} // namespace deploy_plan::analysis

// Actions begun one after the other: a step of the counts at each start.
#include "analysis/trial/trials.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Months and weeks with a day off are equal steps; a missing week is not.
constexpr double most_uneven = 1.2;
/// The longest series that is proposed, in times what there is.
constexpr double farthest = 20;
/// Spread of the log ratios that are looked for, where no effect that counts is given.
constexpr double usual_effect = 0.2;

class SequenceReader {
public:
  SequenceReader(const TrialContext& around, Trial& into) : context(around), trial(into) {}

  void read() {
    if (const auto why = gather()) {
      if (*why == TrialReason::no_data || *why == TrialReason::not_begun)
        not_begun(trial);
      else
        cannot_tell(trial, *why);
      if (!reading.points.empty())
        trial.reading = reading;
      return;
    }
    fit = segmented_fit(counts, steps);
    if (!fit)
      cannot_tell(trial, TrialReason::steps_too_near);
    else {
      tell();
      judge();
    }
    trial.reading = reading;
  }

private:
  const TrialContext& context;
  Trial& trial;
  SequenceReading reading;
  std::vector<double> counts;
  std::vector<std::size_t> steps;
  std::optional<SegmentedFit> fit;

  /// Counts up to the day and the starts that they show; or why they cannot be read.
  std::optional<TrialReason> gather() {
    if (context.test.series)
      for (const Observation& seen : context.test.series->points)
        if (seen.origin.sound && seen.date <= context.day)
          reading.points.push_back(seen);
    std::stable_sort(reading.points.begin(), reading.points.end(),
                     [](const Observation& a, const Observation& b) { return a.date < b.date; });
    trial.size = static_cast<double>(reading.points.size());
    trial.looks = looks_of(trial);
    if (reading.points.empty())
      return TrialReason::no_data;
    for (const Observation& seen : reading.points) {
      if (!(seen.value >= 0))
        return TrialReason::impossible;
      counts.push_back(seen.value);
    }
    if (is_to_come())
      return TrialReason::not_begun;
    if (reading.points.size() < 3)
      return TrialReason::too_few_steps;
    if (!even_steps())
      return TrialReason::uneven_steps;
    if (!gather_starts())
      return TrialReason::no_start;
    if (reading.points.size() <= 2 + reading.starts.size())
      return TrialReason::too_few_steps;
    return std::nullopt;
  }

  /// The action starts after the day.
  [[nodiscard]] bool is_to_come() const {
    bool named = false;
    bool to_come = true;
    for (const Start& start : context.test.starts)
      if (start.action.empty() || start.action == context.action.id) {
        named = true;
        to_come = to_come && start.date > context.day;
      }
    if (context.test.starts.empty() && context.action.start)
      return *context.action.start > context.day;
    return named && to_come;
  }

  bool even_steps() {
    double least = 1e9;
    double most = 0;
    for (std::size_t i = 1; i < reading.points.size(); ++i) {
      const auto gap = static_cast<double>((reading.points[i].date - reading.points[i - 1].date).count());
      least = std::min(least, gap);
      most = std::max(most, gap);
    }
    const auto whole_time =
        static_cast<double>((reading.points.back().date - reading.points.front().date).count());
    reading.days_a_step = whole_time / static_cast<double>(reading.points.size() - 1);
    return least > 0 && most <= most_uneven * least;
  }

  /// False where the action that is judged has none. Starts after the last count cannot be seen yet.
  bool gather_starts() {
    bool own_known = false;
    std::vector<Start> starts = context.test.starts;
    if (starts.empty() && context.action.start)
      starts.push_back({*context.action.start, context.action.id, {}});
    for (const Start& start : starts) {
      const auto first =
          std::lower_bound(reading.points.begin(), reading.points.end(), start.date,
                           [](const Observation& seen, Date date) { return seen.date < date; });
      if (!start.origin.sound || first == reading.points.end())
        continue;
      const auto step = static_cast<std::size_t>(first - reading.points.begin());
      if (start.action == context.action.id && !own_known) {
        own_known = true;
        reading.own = reading.starts.size();
      }
      steps.push_back(step);
      reading.starts.push_back({start.action, start.date, step, 1, {}, 1, {}});
    }
    const bool names_others =
        std::all_of(starts.begin(), starts.end(), [](const Start& start) { return !start.action.empty(); });
    return !reading.starts.empty() && (own_known || !names_others);
  }

  void tell() {
    const auto degrees = static_cast<double>(counts.size() - fit->coefficients.size());
    const double t = -student_quantile(trial.alpha / 2, degrees);
    const double mixture = std::log1p(trial.min_effect.value_or(usual_effect));
    for (std::size_t i = 0; i < reading.starts.size(); ++i) {
      ReadStart& one = reading.starts[i];
      const double step = fit->coefficients[2 + i];
      const double error = fit->standard_errors[2 + i];
      one.ratio = ratio(step);
      one.interval = {ratio(step - t * error), ratio(step + t * error)};
      one.p_value = error > 0 ? student_p_value(step / error, degrees) : step == 0 ? 1 : 0;
      const AlwaysValid log_ratio = always_valid_estimate(step, error, mixture, trial.alpha);
      one.always_valid = {log_ratio.p_value, {ratio(log_ratio.interval.low), ratio(log_ratio.interval.high)}};
    }
    reading.trend = ratio(fit->coefficients[1]);
    reading.dispersion = fit->dispersion;
    reading.fitted = fitted_means(*fit, steps, counts.size());
    reading.without = fitted_means(*fit, steps, counts.size(), reading.own);
    tell_added(degrees);
  }

  /// The counts after the start are all the level change's: those without it are the fitted over the ratio.
  void tell_added(double degrees) {
    double after = 0;
    for (std::size_t t = reading.starts[reading.own].step; t < counts.size(); ++t)
      after += reading.fitted[t];
    const double step = fit->coefficients[2 + reading.own];
    const double margin = student_quantile(0.95, degrees) * fit->standard_errors[2 + reading.own];
    const auto added = [&](double log_ratio) { return after * (1 - 1 / ratio(log_ratio)); };
    reading.added = added(step);
    reading.added_interval = {added(step - margin), added(step + margin)};
  }

  static double ratio(double log_ratio) { return std::exp(std::clamp(log_ratio, -700.0, 700.0)); }

  void judge() {
    const ReadStart& own = reading.starts[reading.own];
    const bool planned = trial.is_as_planned();
    const Interval& interval = planned ? own.interval : own.always_valid.interval;
    const double counts_from = 1 + trial.min_effect.value_or(0);
    if (interval.high < 1)
      return decide(trial, Verdict::drop, TrialReason::worse);
    if (interval.high < counts_from)
      return decide(trial, Verdict::drop, TrialReason::too_small);
    if (interval.low > 1)
      return decide(trial, Verdict::adopt, planned ? TrialReason::better : TrialReason::better_early);
    if (trial.looks == Looks::early)
      return until(TrialReason::size_not_reached, *trial.planned);
    const double wish = trial.min_effect.value_or(own.ratio - 1);
    const auto needed = wish > 0 ? steps_for(std::log1p(wish)) : std::nullopt;
    if (needed && *needed > *trial.size)
      return until(TrialReason::not_precise, *needed);
    planned ? decide(trial, Verdict::drop, TrialReason::no_gain) : cannot_tell_so(trial);
  }

  void until(TrialReason reason, double size) {
    decide(trial, Verdict::go_on, reason);
    trial.go_on_until = size;
    trial.weeks_left = std::max(0.0, size - *trial.size) * reading.days_a_step / 7;
  }

  /// The length of series whose standard error would show a log ratio, by doubling and halving.
  [[nodiscard]] std::optional<double> steps_for(double log_ratio) const {
    const double wanted = log_ratio / (normal_quantile(trial.power) - normal_quantile(trial.alpha / 2));
    const auto is_enough = [&](std::size_t length) {
      const auto error = expected_error(*fit, steps, reading.own, length, counts.size());
      return error && *error <= wanted;
    };
    std::size_t low = counts.size();
    if (is_enough(low))
      return static_cast<double>(low);
    auto high = static_cast<std::size_t>(farthest * static_cast<double>(counts.size()));
    if (!is_enough(high))
      return std::nullopt;
    while (high - low > 1) {
      const std::size_t middle = low + (high - low) / 2;
      (is_enough(middle) ? high : low) = middle;
    }
    return static_cast<double>(high);
  }
};
} // namespace

void read_sequence(const TrialContext& context, Trial& trial) { SequenceReader(context, trial).read(); }

} // namespace deploy_plan::analysis

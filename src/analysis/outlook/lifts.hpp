// What runs add to an objective, or to a market, draw by draw.
#pragma once
#include "analysis/numbers/sampling.hpp"
#include "analysis/outlook/funnel.hpp"
#include "analysis/outlook/runs.hpp"
#include "deploy_plan/effects.hpp"

namespace deploy_plan::analysis {

/// What is lifted: an objective, by the runs of all actions that lead to it, or by those in one segment.
struct LiftTarget {
  std::size_t objective = 0; ///< its place in the strategy
  std::string segment = {};  ///< empty for all
};

/// The effect of an action's runs in one draw: its mean, and what each run makes of it.
class EffectDraw {
public:
  /// `variation` is the standard deviation of a run's effect, as a share of the mean.
  EffectDraw(const Law& law, double variation, std::uint64_t seed_of_mean, std::uint64_t seed_of_runs);
  /// Beyond so many runs their variations come round again.
  static constexpr std::size_t most_told_apart = 64;
  [[nodiscard]] bool varies() const { return law_.varies() || spread_ > 0; }
  /// Effects of the first `runs` runs without decay, as far as they are told apart.
  void draw(std::uint64_t draw, std::span<double> runs) const;
  /// The mean of that draw.
  [[nodiscard]] double mean(std::uint64_t draw) const;

private:
  Law law_;
  double spread_ = 0; ///< of the logarithm
  std::uint64_t seed_of_mean_, seed_of_runs_;
};

/// Of an action's runs, wherever they are drawn; in one of its `segments`, where it has several: there each
/// run varies by itself, around the mean of all segments that share the action's effect, or one drawn apart
/// where the segment has its own. The action is the strategy's, the effect that of `run_in` the segment.
[[nodiscard]] EffectDraw effect_draw(const Action& action, const RunEffect& effect, std::uint64_t seed,
                                     std::string_view segment = {});

/// The share that passes to an objective, or the number of those that do, in one draw.
[[nodiscard]] double passage_draw(const Passage& passage, const Objective& to, std::uint64_t seed,
                                  std::uint64_t draw);
/// The seed of what is drawn of a kind under a name. Strategies draw alike: where several are put together,
/// their draws are paired otherwise.
[[nodiscard]] std::uint64_t seed_of_kind(std::uint64_t seed, std::string_view kind, std::string_view name);

/// What a run adds of the first one ever, after so many that have worn it off.
[[nodiscard]] inline double left_after(double decay, std::int64_t done) {
  return std::pow(1 - std::min(1.0, decay), static_cast<double>(done));
}

/// Calls `visit(run, apart, weight)` with each run to come, the first being 1: as which its variation is told
/// apart, and what it adds of the first run's ever, those done before having worn it off.
template <class Visit>
void each_run(double decay, std::int64_t done, std::int64_t count, const Visit& visit) {
  const double kept = left_after(decay, 1);
  double weight = left_after(decay, done);
  for (std::int64_t run = 1; run <= count; ++run, weight *= kept)
    visit(run, static_cast<std::size_t>(run - 1) % EffectDraw::most_told_apart, weight);
}

class Lifts {
public:
  /// All must outlive it.
  Lifts(const Strategy& strategy, const Gap& known, const FutureOptions& options);

  /// Adds to `into[place of the day * draws + draw]`, in the unit of what is lifted, down where effects are
  /// below 0. Days in their order.
  void add(const LiftTarget& target, std::span<const RunsToDo> runs, std::span<const Date> days,
           std::span<double> into) const;
  /// Whether any of the runs leads there.
  [[nodiscard]] bool any(const LiftTarget& target, std::span<const RunsToDo> runs) const;
  /// What results say that past runs brought until each of the days, on average; empty where they say
  /// nothing. Of a segment, only results that name it, where their action has several.
  [[nodiscard]] std::vector<double> brought(const LiftTarget& target, std::span<const Date> until) const;
  /// Whether runs that lead there were done whose results are not written, or not as those of its segment.
  [[nodiscard]] bool has_unwritten(const LiftTarget& target) const;

private:
  class Chain;
  struct Source;
  const Strategy& strategy_;
  const FutureOptions options_;
  Funnel funnel_;
  SizesBySegment sizes_;
  Effects effects_;
  std::vector<std::optional<std::size_t>> objective_of_; ///< of each action

  /// Where an action's objective stands above the target, 0 for the target itself; nothing elsewhere.
  [[nodiscard]] std::optional<std::size_t> level_of(std::size_t action,
                                                    std::span<const std::size_t> chain) const;
  /// Likewise, of runs; nothing where they are of another segment than the target's.
  [[nodiscard]] std::optional<std::size_t> level_of(const RunsToDo& runs, const LiftTarget& target,
                                                    std::span<const std::size_t> chain) const;
  [[nodiscard]] std::optional<double> room(std::string_view segment) const;
  static void place_runs(Source& source, const Action& action, const RunsToDo& runs,
                         std::span<const Date> days);
  [[nodiscard]] std::vector<Source> sources(const LiftTarget& target, std::span<const RunsToDo> runs,
                                            std::span<const Date> days, Chain& into) const;
};

} // namespace deploy_plan::analysis

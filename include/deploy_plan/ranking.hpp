// Actions, ranked: those that cost least, perform best and repeat easily.
#pragma once
#include "deploy_plan/effects.hpp"

namespace deploy_plan {

/// Why an action has no rank.
enum class Unranked { no, stopped, without_cost, without_effect, all_done, dropped };

struct RankedAction {
  std::string id, name;
  Family lever{};
  std::string objective, objective_name; ///< its id, and what people call it
  std::string unit, units;               ///< of the effect: of one and, where that is known, of several
  bool is_rate = false;                  ///< the effect is a share
  std::optional<double> full_cost;       ///< of one run: money + days x day rate
  std::optional<double> setup_cost;      ///< once
  std::optional<RunEffect> effect;       ///< of the first run ever
  std::int64_t done = 0;                 ///< runs
  std::optional<std::int64_t> left;      ///< runs still to do; nothing where nothing says
  std::optional<double> next_gain;       ///< median effect of the next run, once those done have worn it
  /// The next run's full cost, and its part of the setup that is still to come, over `next_gain`.
  std::optional<double> cost_per_unit;
  std::optional<double> cost_per_unit_left; ///< the same over all runs still to do
  /// That of its objective's ranked actions it costs the least by unit, the next run of each.
  std::optional<double> probability_best;
  std::optional<Repeatability> repeatability;
  bool pareto = false; ///< no action of the objective is at least as good at cost by unit, gain of the next
                       ///< run and repeatability, and better at one
  std::string dominated_by;       ///< the cheapest by unit of those that are
  std::optional<Verdict> verdict; ///< of its test
  Unranked unranked{};
};

struct Ranking {
  Date as_of{};
  std::string strategy;
  std::string currency;
  std::vector<RankedAction> actions; ///< by objective in the order of the file, the cheapest by unit first;
                                     ///< then those that have no rank
  EstimateScore estimates;
};

/// As of a day, for the tests. What counts is the next run: what runs done have worn off is gone, and setup
/// is paid once one was done, else spread over the runs still to do (one where nothing says). Effects are
/// taken by their medians: half of what may come lies above, so that an effect that is only vague does not
/// lead one that is known. Effects of different objectives have different units: actions are compared within
/// their objective only. Probabilities are shares of the draws that outlooks are told by (1 000, seed 1).
[[nodiscard]] Ranking rank(const Strategy& strategy, Date day);

/// The cheapest action by unit of each lever, objective by objective, in the order of the levers. They live
/// as long as the ranking.
[[nodiscard]] std::vector<const RankedAction*> cheapest_by_lever(const Ranking& ranking);

} // namespace deploy_plan

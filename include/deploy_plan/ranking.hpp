// Actions, ranked: those that cost least, perform best and repeat easily.
#pragma once
#include "deploy_plan/effect.hpp"

namespace deploy_plan {

/// Why an action has no rank.
enum class Unranked { no, stopped, without_cost, without_effect };

struct RankedAction {
  std::string id, name;
  Family lever{};
  std::string objective;
  std::string unit;                 ///< of the effect
  bool is_rate = false;             ///< the effect is a share
  std::optional<double> full_cost;  ///< of one run: money + days x day rate
  std::optional<double> setup_cost; ///< once
  std::optional<RunEffect> effect;
  std::optional<double> cost_per_unit; ///< a run's full cost, and its part of the setup, over its effect
  std::optional<Repeatability> repeatability;
  bool pareto = false; ///< no action of the objective is at least as good at all three, and better at one
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
};

/// As of a day, for the tests. Setup is spread over the most runs that an action may have (one where nothing
/// says). Effects of different objectives have different units: actions are compared within their objective
/// only.
[[nodiscard]] Ranking rank(const Strategy& strategy, Date day);

/// The cheapest action by unit of each lever, objective by objective, in the order of the levers. They live
/// as long as the ranking.
[[nodiscard]] std::vector<const RankedAction*> cheapest_by_lever(const Ranking& ranking);

} // namespace deploy_plan

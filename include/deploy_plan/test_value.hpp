// What tests are worth before the money is spent: the gain that a decision better informed would bring.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan {

/// A test of one size.
struct TestOption {
  Protocol protocol{};
  double size = 0;                ///< beneficiaries in all; of a sequence, steps; of runs, runs
  std::optional<double> clusters; ///< in all, where they are drawn
  double evsi = 0;                ///< expected value of what it shows
  double standard_error = 0;      ///< of that value, by Monte Carlo; 0 where it is exact
  double cost = 0;                ///< in the unit of the values: what the same means would bring
  double money = 0, days = 0;     ///< that it takes
  double net = 0;                 ///< evsi - cost
  std::optional<double> weeks;    ///< that it takes
};

struct ActionTestValue {
  std::string id, name;
  std::size_t strategy = 0;
  double evppi = 0;          ///< expected value of knowing its effect
  double standard_error = 0; ///< of that value
  std::vector<TestOption> tests;
  std::optional<std::size_t> best; ///< the test of the largest net value, where one is above 0
};

enum class UncertainInput { conversion, trend };
/// Something that no test of an action would show.
struct InputValue {
  UncertainInput kind{};
  std::string id; ///< of the objective
  double evppi = 0;
  double standard_error = 0;
};

/// In units of the North Star, or of the one objective wanted; in money where its `worth` is known.
struct TestValues {
  Date as_of{};
  std::vector<std::string> strategies;
  std::string objective, unit, currency;
  std::optional<double> worth; ///< of one unit; values are in money where it is given
  std::size_t draws = 0;
  std::uint64_t seed = 0;
  std::size_t candidates = 0; ///< plans that are the best in some draws
  double evpi = 0;            ///< expected value of knowing all
  double standard_error = 0;
  std::vector<ActionTestValue> actions; ///< the most valuable first
  std::vector<InputValue> inputs;
  /// Actions to test, in the order that greedily adds the most net value; empty where no test is worth it.
  std::vector<std::string> order;
  std::vector<double> values; ///< net, of the first one, the first two, …
};

/// Out of the draws of a plan: EVPI and, by regression over the draws, EVPPI (Strong, Oakley and Brennan
/// 2014) and EVSI (Strong, Oakley, Brennan and Breeze 2015). The same input gives the same values.
[[nodiscard]] tl::expected<TestValues, PlanFailure> test_values(std::span<const Strategy> strategies,
                                                                Date day, const PlanOptions& options);

} // namespace deploy_plan

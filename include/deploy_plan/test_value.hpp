// What tests are worth before the money is spent: the gain that a decision better informed would bring.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

/// What the size of a test counts.
enum class TestUnit { beneficiaries, runs };

/// A test of one size.
struct TestOption {
  Protocol protocol{};
  TestUnit unit{};
  double size = 0;            ///< in all
  double runs = 0;            ///< of the action, that it takes; may be a part of one
  double evsi = 0;            ///< expected value of what it shows
  double standard_error = 0;  ///< of that value, by Monte Carlo; 0 where it is exact
  double cost = 0;            ///< in the unit of the values: what its means would have brought elsewhere
  double money = 0, days = 0; ///< that it takes, whether the plan has these runs anyway or not
  double net = 0;             ///< evsi - cost
  Date known{};               ///< the day on which what it shows can be known
};

struct ActionTestValue {
  std::string id, name;
  std::string strategy;            ///< its name, in a portfolio; else empty
  double evppi = 0;                ///< expected value of knowing its mean effect
  double standard_error = 0;       ///< of that value
  std::vector<TestOption> tests;   ///< the smallest first; none where nothing it shows would change the plan
  std::optional<std::size_t> best; ///< the test of the largest net value, where one is above 0
};

/// A conversion of the funnel, which no test of an action shows.
struct ConversionValue {
  std::string id; ///< of the objective that it leads to
  std::string name;
  std::string strategy; ///< likewise
  double evppi = 0;     ///< expected value of knowing it
  double standard_error = 0;
};

/// Out of the draws of a plan: the expected value of perfect information (EVPI), of each effect and
/// conversion (EVPPI; by regression over the draws: Strong, Oakley and Brennan 2014), and of what tests show
/// (EVSI; by the shrinkage of its variance: Heath, Manolopoulou and Baio 2018). Exact where the plan's value
/// is linear in normal effects. What comes by itself is the same whatever the plan: to know it is worth
/// nothing.
///
/// In units of the objective planned for; in money where its `worth` is known; of a portfolio, in shares of
/// gaps closed. Figures are of mean effects: how one run differs from the next is what no test foretells.
struct TestValues {
  std::string objective, objective_name; ///< empty for a portfolio
  std::string unit, units;               ///< what it counts: one, and several: see units_of
  std::string currency;
  bool is_rate = false;
  std::optional<double> worth; ///< of one unit: values are then in money
  std::size_t draws = 0;
  std::uint64_t seed = 0;
  std::size_t candidates = 0;           ///< plans that are the best in some draws
  double value = 0;                     ///< expected, of the best plan without any test
  double evpi = 0;                      ///< expected value of knowing all
  double standard_error = 0;            ///< of that; 0 where it is exact
  std::vector<ActionTestValue> actions; ///< those that run in some candidate, the most valuable first
  std::vector<ConversionValue> conversions;
  /// What to test, in the order that adds most net value, by places among `actions`; empty where no test is
  /// worth its cost.
  std::vector<std::size_t> order;
  std::vector<double> order_values; ///< net, of the first one, the first two, …
};

/// The same, of strategies and a day.
struct NextTest {
  std::vector<std::string> strategies; ///< names
  Date as_of{};
  TestValues values;
};

} // namespace deploy_plan

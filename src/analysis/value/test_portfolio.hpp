// Tests, alone and together: what plans are left once their means are spent, and what is gained by knowing
// what they show.
#pragma once
#include "analysis/value/offered_tests.hpp"
#include "analysis/value/value_table.hpp"

namespace deploy_plan::analysis {

/// What a test is worth.
struct TestWorth {
  DrawnMean evsi; ///< of what it shows, its means apart
  double net = 0; ///< with the plans that its means leave, less the best plan without any test
};

/// Plans of a table that can hold tests: that run as much of their actions, or have the means left.
class PlansWithTests {
public:
  PlansWithTests(const PlanModel& planned, const std::vector<QuickPlan>& some);
  /// What a test takes of each plan's means beyond what the plan runs anyway; nothing where it cannot be
  /// held.
  struct Extra {
    double money = 0, days = 0;
  };
  [[nodiscard]] std::vector<std::optional<Extra>> extras(std::size_t action, const OfferedTest& test) const;
  [[nodiscard]] bool has_room(std::size_t plan, const Extra& extra) const;

private:
  const PlanModel& model_;
  const std::vector<QuickPlan>& plans_;
  double money_ = unbounded, days_ = unbounded;
  [[nodiscard]] std::int64_t runs_of(std::size_t plan, std::size_t action) const;
  [[nodiscard]] bool can_begin(std::size_t plan, std::size_t action) const;
};

/// An action's test, as it enters a set of tests.
struct TestInSet {
  std::vector<std::optional<PlansWithTests::Extra>> extras; ///< of each plan
  Deviations deviations;                                    ///< of each plan: what knowing the effect tells
  double factor = 0;                                        ///< of these: how far the test tells it
};

/// Tests that are run together.
class TestSets {
public:
  /// A test that adds no more than `least` is not added.
  TestSets(const std::vector<double>& means, const PlansWithTests& plans, std::vector<TestInSet> tests,
           double least = 0)
      : means_(means), plans_(plans), tests_(std::move(tests)), least_(least) {}
  /// The net value of a set, by places of its tests; nothing where no plan can hold it.
  [[nodiscard]] std::optional<double> net_of(const std::vector<std::size_t>& set) const;
  /// Tests in the order that greedily adds the most, with the net values of the first, the first two, …; a
  /// pair may begin, where one alone adds less.
  struct Order {
    std::vector<std::size_t> tests;
    std::vector<double> values;
  };
  [[nodiscard]] Order greedy() const;

private:
  const std::vector<double>& means_;
  const PlansWithTests& plans_;
  std::vector<TestInSet> tests_;
  double least_;
  [[nodiscard]] Order from(std::vector<std::size_t> begun) const;
};

} // namespace deploy_plan::analysis

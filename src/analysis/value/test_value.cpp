#include "analysis/value/test_value.hpp"
#include "analysis/candidates/candidate_plans.hpp"
#include "analysis/value/test_portfolio.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan {
namespace analysis {
namespace {

/// Of an expected gain, what is only the last digits of sums.
constexpr double last_digits = 1e-9;
/// Actions whose tests are valued.
constexpr std::size_t most_tested = 60;
/// Tests whose order is looked for.
constexpr std::size_t most_ordered = 12;
/// Of all that could be known: what adds less is no test to add.
constexpr double worth_adding = 0.01;

class TestValuing {
public:
  TestValuing(const PlanModel& planned, std::span<const Strategy> of, const PlanDraws& drawn,
              std::vector<QuickPlan> candidates)
      : model_(planned), strategies_(of), table_(planned, drawn, std::move(candidates)),
        with_tests_(planned, table_.plans()) {}

  TestValues values() {
    TestValues told;
    told.draws = table_.draws();
    told.candidates = table_.contenders().size();
    told.value = table_.means()[table_.best()];
    const DrawnMean all = table_.perfect();
    told.evpi = told_gain(all.value);
    told.standard_error = told.evpi > 0 ? all.standard_error : 0;
    for (std::size_t action = 0; action < model_.actions.size(); ++action)
      if (table_.is_uncertain(action))
        add_action(action, told);
    add_tests(told);
    for (std::size_t objective = 0; objective < model_.objectives.size(); ++objective)
      if (table_.is_uncertain_passage(objective))
        add_conversion(objective, told);
    sort_and_order(told);
    return told;
  }

private:
  const PlanModel& model_;
  const std::span<const Strategy> strategies_;
  const ValueTable table_;
  const PlansWithTests with_tests_;
  struct OfAction {
    std::size_t action = 0;
    std::vector<OfferedTest> offered;
  };
  std::vector<OfAction> of_actions_; ///< of those told, in their order

  /// Not the chance of the draws.
  static bool is_clear(const TestOption& test) { return test.net > 2 * test.standard_error; }

  [[nodiscard]] double told_gain(double gain) const {
    return gain > last_digits * std::max(1.0, std::abs(table_.means()[table_.best()])) ? gain : 0;
  }
  /// No part of what is uncertain is worth more than all of it.
  void give(const DrawnMean& gain, double most, double& value, double& error) const {
    value = std::min(told_gain(gain.value), most);
    error = value > 0 ? gain.standard_error : 0;
  }

  [[nodiscard]] std::string name_of_strategy(std::size_t place) const {
    return strategies_.size() > 1 ? strategies_[place].name : "";
  }

  void add_action(std::size_t place, TestValues& told) {
    const ModelAction& one = model_.actions[place];
    ActionTestValue action;
    action.id = one.action->id;
    action.name = one.action->name;
    action.strategy = name_of_strategy(one.strategy);
    give(gain_given(table_.given_effect(place), table_.lines(place), table_.deviation(place), 1), told.evpi,
         action.evppi, action.standard_error);
    told.actions.push_back(std::move(action));
    of_actions_.push_back({place, {}});
  }

  /// Of the actions that it is worth most to know.
  void add_tests(TestValues& told) {
    std::vector<std::size_t> places(told.actions.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      return told.actions[a].evppi > told.actions[b].evppi;
    });
    places.resize(std::min(places.size(), most_tested));
    for (const std::size_t place : places)
      if (told.actions[place].evppi > 0)
        add_tests(of_actions_[place], told.actions[place]);
  }
  void add_tests(OfAction& of, ActionTestValue& action) const {
    const Deviations deviations = table_.given_effect(of.action);
    const auto lines = table_.lines(of.action);
    for (const OfferedTest& offered :
         offered_tests(model_, of.action, strategies_[model_.actions[of.action].strategy]))
      add_test(offered, lines, deviations, of, action);
    for (std::size_t i = 0; i < action.tests.size(); ++i)
      if (is_clear(action.tests[i]) &&
          action.tests[i].net > (action.best ? action.tests[*action.best].net : 0))
        action.best = i;
  }

  [[nodiscard]] DrawnMean gain_given(const Deviations& deviations, const std::vector<ChoiceLine>& lines,
                                     double deviation, double factor) const {
    if (!lines.empty())
      return {gain_of_knowing(lines, deviation * factor), 0};
    return gain_of(table_.means(), deviations, factor);
  }

  /// Where no plan holds the test, it is not offered.
  void add_test(const OfferedTest& offered, const std::vector<ChoiceLine>& lines,
                const Deviations& deviations, OfAction& of, ActionTestValue& action) const {
    const double factor = std::sqrt(offered.credibility);
    TestOption test;
    test.protocol = offered.protocol;
    test.unit = offered.unit;
    test.size = offered.size;
    test.runs = offered.runs;
    test.money = offered.money;
    test.days = offered.days;
    test.known = offered.known;
    give(gain_given(deviations, lines, table_.deviation(of.action), factor), action.evppi, test.evsi,
         test.standard_error);
    const auto net = net_of(offered, lines, deviations, of.action, factor);
    if (!net)
      return;
    test.cost = std::max(0.0, test.evsi - *net);
    if (test.cost <= last_digits * std::max(1.0, std::abs(table_.means()[table_.best()])))
      test.cost = 0;
    test.net = test.evsi - test.cost;
    action.tests.push_back(test);
    of.offered.push_back(offered);
  }

  /// With the plans that can hold the test.
  [[nodiscard]] std::optional<double> net_of(const OfferedTest& offered, const std::vector<ChoiceLine>& lines,
                                             const Deviations& all, std::size_t action, double factor) const {
    const auto extras = with_tests_.extras(action, offered);
    std::vector<double> means;
    Deviations deviations;
    std::vector<ChoiceLine> able;
    for (std::size_t plan = 0; plan < extras.size(); ++plan) {
      if (!extras[plan])
        continue;
      means.push_back(table_.means()[plan]);
      if (lines.empty())
        deviations.push_back(all[plan]);
      else
        able.push_back(lines[plan]);
    }
    if (means.empty())
      return std::nullopt;
    const double gain = lines.empty() ? gain_of(means, deviations, factor).value
                                      : gain_of_knowing(able, table_.deviation(action) * factor);
    return *std::max_element(means.begin(), means.end()) + gain - table_.means()[table_.best()];
  }

  void add_conversion(std::size_t objective, TestValues& told) const {
    ConversionValue one;
    const ModelObjective& of = model_.objectives[objective];
    one.id = of.objective->id;
    one.name = of.objective->name;
    one.strategy = name_of_strategy(of.strategy);
    give(gain_of(table_.means(), table_.given_passage(objective)), told.evpi, one.evppi, one.standard_error);
    const bool is_told =
        std::any_of(told.conversions.begin(), told.conversions.end(),
                    [&](const auto& known) { return known.id == one.id && known.strategy == one.strategy; });
    if (!is_told)
      told.conversions.push_back(std::move(one));
  }

  /// The first test alone is worth what it is told to be, and no set more than to know all: by how much the
  /// draws of sets err, all of them are moved.
  static void mend_order_values(TestValues& told) {
    if (told.order.empty())
      return;
    const ActionTestValue& first = told.actions[told.order.front()];
    const double moved = first.best ? first.tests[*first.best].net - told.order_values.front() : 0;
    for (double& value : told.order_values)
      value = std::min(value + moved, std::max(told.evpi, told.order_values.front() + moved));
  }

  void sort_and_order(TestValues& told) {
    std::vector<std::size_t> places(told.actions.size());
    for (std::size_t i = 0; i < places.size(); ++i)
      places[i] = i;
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      const auto net = [&](std::size_t at) {
        return told.actions[at].best ? told.actions[at].tests[*told.actions[at].best].net : 0;
      };
      return net(a) != net(b) ? net(a) > net(b) : told.actions[a].evppi > told.actions[b].evppi;
    });
    std::vector<ActionTestValue> sorted;
    std::vector<OfAction> of_sorted;
    for (const std::size_t place : places) {
      sorted.push_back(std::move(told.actions[place]));
      of_sorted.push_back(std::move(of_actions_[place]));
    }
    told.actions = std::move(sorted);
    of_actions_ = std::move(of_sorted);
    std::vector<TestInSet> tests;
    std::vector<std::size_t> of; // actions
    for (std::size_t i = 0; i < told.actions.size() && tests.size() < most_ordered; ++i) {
      const auto& all = told.actions[i].tests;
      if (std::none_of(all.begin(), all.end(),
                       [](const TestOption& one) { return one.evsi > 2 * one.standard_error; }))
        continue;
      const auto best = std::max_element(
          all.begin(), all.end(), [](const TestOption& a, const TestOption& b) { return a.net < b.net; });
      const OfferedTest& offered = of_actions_[i].offered[static_cast<std::size_t>(best - all.begin())];
      tests.push_back({with_tests_.extras(of_actions_[i].action, offered),
                       table_.given_effect(of_actions_[i].action), std::sqrt(offered.credibility)});
      of.push_back(i);
    }
    const TestSets sets(table_.means(), with_tests_, std::move(tests), worth_adding * told.evpi);
    const TestSets::Order order = sets.greedy();
    for (std::size_t i = 0; i < order.tests.size(); ++i) {
      told.order.push_back(of[order.tests[i]]);
      told.order_values.push_back(order.values[i]);
    }
    mend_order_values(told);
  }
};

/// What is planned for, and what its values are counted in.
void tell_unit(const PlanModel& model, std::span<const Strategy> strategies, TestValues& told) {
  told.currency = model.currency;
  if (model.sums_shares() || model.wanted.empty())
    return;
  const ModelObjective& wanted = model.objectives[model.wanted.front()];
  const Objective& objective = *wanted.objective;
  told.objective = objective.id;
  told.objective_name = objective.name;
  told.unit = objective.metric.unit;
  told.units = units_of(objective.metric, strategies[wanted.strategy].market);
  told.is_rate = objective.metric.scale == Scale::rate;
  told.worth = objective.worth;
}

/// Into money.
void multiply(TestValues& told, double by) {
  for (double* value : {&told.value, &told.evpi, &told.standard_error})
    *value *= by;
  for (ActionTestValue& action : told.actions) {
    action.evppi *= by;
    action.standard_error *= by;
    for (TestOption& test : action.tests)
      for (double* value : {&test.evsi, &test.standard_error, &test.cost, &test.net})
        *value *= by;
  }
  for (ConversionValue& one : told.conversions) {
    one.evppi *= by;
    one.standard_error *= by;
  }
  for (double& value : told.order_values)
    value *= by;
}
} // namespace

std::optional<TestValues> value_tests(const PlanModel& model, std::span<const Strategy> strategies,
                                      const PlanOptions& options, PlanFutures& futures, const Plan* plan) {
  const PlanDraws drawn(model, futures);
  const Filling filling(model, strategies, options);
  const auto base = plan != nullptr ? std::optional(quick_plan(model, *plan)) : std::nullopt;
  auto candidates = base && !drawn.is_uncertain() ? std::vector{*base} // there is nothing to know
                                                  : candidate_plans(model, drawn, filling, base);
  if (candidates.empty())
    return std::nullopt;
  TestValues told = TestValuing(model, strategies, drawn, std::move(candidates)).values();
  told.seed = futures.options().seed;
  tell_unit(model, strategies, told);
  if (told.worth)
    multiply(told, *told.worth);
  return told;
}

} // namespace analysis

namespace {
/// Of a program that a solver is asked about: what is larger takes it longer than all else, and plans that
/// are found without it bring nearly as much.
constexpr std::size_t most_columns_solved = 400;

/// A plan that is good enough to be followed.
PlanOptions options_of_base(const PlanOptions& options) {
  constexpr double gap = 1e-3;
  PlanOptions how = options;
  how.frontier = 0;
  how.branches = 0;
  how.values_tests = true;
  how.gap = std::max(options.gap, gap);
  return how;
}
} // namespace

tl::expected<TestValues, PlanFailure> test_values(std::span<const Strategy> strategies, Date day,
                                                  const PlanOptions& options) {
  PlanOptions how = options;
  how.goal = PlanGoal::maximise;
  how.confidence.reset();
  FutureOptions drawing{.seed = how.seed, .threads = how.threads};
  if (how.draws > 0)
    drawing.draws = how.draws;
  analysis::PlanFutures futures(strategies, day, drawing);
  const auto model = analysis::plan_model(strategies, day, how, futures);
  if (!model)
    return tl::unexpected(model.error());
  if (model->program.columns.size() > most_columns_solved)
    if (auto told = analysis::value_tests(*model, strategies, how, futures, nullptr))
      return *std::move(told);
  auto made = plan(strategies, day, options_of_base(how));
  if (!made)
    return tl::unexpected(std::move(made.error()));
  if (!made->tests)
    return tl::unexpected(LimitsConflict{});
  return *std::move(made->tests);
}

} // namespace deploy_plan

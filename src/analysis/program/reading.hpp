// Reads what there is to plan, and what is asked, before any column is made of it.
#pragma once
#include "analysis/program/plan_model.hpp"
#include "deploy_plan/gap.hpp"
#include <map>
#include <unordered_map>

namespace deploy_plan::analysis {

class PlanReading {
public:
  PlanReading(std::span<const Strategy> planned, Date on, const PlanOptions& chosen, PlanFutures& coming,
              const Caution& being)
      : strategies_(planned), day_(on), options_(chosen), futures_(coming), caution_(being) {}

  tl::expected<PlanModel, PlanFailure> read();

private:
  static constexpr double most_weeks = 1000; ///< beyond, no test is waited for

  std::span<const Strategy> strategies_;
  const Date day_;
  const PlanOptions& options_;
  PlanFutures& futures_;
  const Caution& caution_;
  PlanModel model_;
  std::optional<PlanFailure> failure_;
  std::vector<SizesBySegment> sizes_;
  std::vector<std::unordered_map<std::string_view, std::size_t>> objectives_; ///< of each strategy, by id
  std::vector<std::unordered_map<std::string_view, std::size_t>> actions_;
  std::vector<double> useful_; ///< of each objective: beyond, gains at it bring nothing that is wanted
  /// A stage that nothing passes to, and its objective.
  struct Break {
    BrokenFunnel told;
    std::size_t objective;
  };
  std::vector<Break> breaks_;

  std::map<std::pair<std::size_t, Date>, std::size_t>
      of_days_; ///< places of objectives by a day, by their first one's

  // What there is: plan_model.cpp.

  std::optional<double> to_absorb(std::size_t strategy, std::string_view segment) const;
  void add_strategy(std::size_t place);
  void add_objective(std::size_t place, const Objective& objective, const Gap& known);
  void link_funnel(std::size_t place, const Gap& known);
  void add_action(std::size_t place, const Action& action, const TrialsByAction& trials,
                  const Effects& effects);
  /// What is promised of each action by its schedule.
  void read_schedule(std::size_t place);
  void add_reaches(ModelAction& one, bool has_objective, const Effects& effects);
  void add_reach(ModelAction& one, const Action& here, const std::string& segment, bool has_objective,
                 const Effects& effects);
  /// What no test has proven yet, and nothing else has shown, is tried before it is spread.
  std::optional<ModelTest> open_test(const ModelAction& one, const Trial* trial) const;

  // What is asked, and when: plan_goals.cpp.

  void choose_wanted();
  void want_one(std::size_t place);
  void want_all(std::size_t place);
  /// Runs count before an objective's day: once it has come, there is nothing to plan.
  void want(std::size_t objective);
  void fail_unknown(UnknownToPlan::What what, const std::string& id,
                    const std::vector<std::unordered_map<std::string_view, std::size_t>>& known);
  void read_floors();
  /// The days of a team are given for a period: beyond, nobody has said what can be done.
  void find_period();
  void read_budgets();
  void read_fixed();
  /// What comes by itself need not be planned for.
  void count_on_growth();

  /// Where goals of one strategy are due on several days, what is gained by each of the earlier ones is
  /// counted apart.
  void tell_days_apart();
  /// Of what leads to goals of later days, what is gained by its own day is told, too.
  void tell_own_days();
  /// An objective, and those above from which something passes, by an earlier day; those that are new are
  /// aside where nothing planned for hangs on them.
  std::size_t of_day(std::size_t objective, Date by, bool is_aside);
  void add_services();
  /// Whether gains at an objective, by its day, come to one that is wanted.
  std::vector<bool> leading() const;
  std::size_t first_of(std::size_t node) const;
  /// From the day to the end of the period, or the day before the last goal's.
  void set_time();

  // How much can come of it: plan_bounds.cpp.

  void relate();
  void relate(std::size_t place);
  std::optional<double> left(const BudgetUse& budget) const;
  /// Follows what each wanted objective can use up the funnel.
  void find_useful();
  /// Where the file names no most, what is limited otherwise bounds the runs.
  void bound_runs(std::size_t place);
  std::int64_t affordable(const ModelAction& one);
  /// The runs after which no other adds anything that can be told.
  double worth_doing(const ModelAction& one) const;
  static double worth_doing(const ModelReach& reach, double useful);
  /// They stand together, in the order of the reaches.
  std::span<const ModelService> services_of(std::size_t reach) const;
  void keep_relevant_breaks();
  /// Where nobody counted who is covered, all that is addressed is taken for what can be gained.
  void tell_uncounted();
  /// Actions that could only cost, or are to be dropped, are no columns, unless something asks for them.
  void leave_out();
};

} // namespace deploy_plan::analysis

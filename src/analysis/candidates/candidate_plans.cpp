#include "analysis/candidates/candidate_plans.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::analysis {
namespace {

/// Enough to choose among, and few enough to weigh over all draws.
constexpr std::size_t most_plans = 240;
/// Fillings, times actions: what bounds the time that looking for plans takes.
constexpr std::size_t most_work = 12000;
constexpr std::size_t most_fillings = 200;

class CandidateSearch {
public:
  CandidateSearch(const PlanModel& planned, const PlanDraws& uncertain, const Filling& fill)
      : model_(planned), drawn_(uncertain), filling_(fill) {}

  void add(std::optional<QuickPlan> plan) {
    if (plan && found_.size() < most_plans && known_.insert({plan->runs, plan->counted}).second)
      found_.push_back(*std::move(plan));
  }

  void add_for_means() {
    add(filling_.fill_with_care(drawn_.believed_on_average()));
    add(filling_.fill(drawn_.believed_on_average()));
  }

  /// Draws that lie evenly among all.
  void add_for_draws() {
    const std::size_t fillings = std::min({most_fillings, drawn_.draws, affordable() / 2});
    for (std::size_t i = 0; i < fillings; ++i)
      add(filling_.fill(drawn_.believed(i * drawn_.draws / fillings)));
  }

  /// A few runs of each action whose effect is uncertain, and what then is best where it came out low, or
  /// high: without these, a test of several runs would be charged with all runs of its action.
  void add_for_tests() {
    std::size_t left = affordable() / 2;
    for (const std::int64_t runs : {1, 2, 3, 5, 8})
      for (std::size_t action = 0; action < model_.actions.size(); ++action) {
        if (!model_.actions[action].is_in() || !is_uncertain(action) || model_.actions[action].most < runs)
          continue;
        for (const double share : {0.05, 0.5, 0.95}) {
          if (left == 0)
            return;
          --left;
          add(filling_.fill(believed_where(action, share), Filling::First{action, runs}));
        }
      }
  }
  std::vector<QuickPlan> found() { return std::move(found_); }

private:
  const PlanModel& model_;
  const PlanDraws& drawn_;
  const Filling& filling_;
  std::vector<QuickPlan> found_;
  std::set<std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>> known_;

  [[nodiscard]] std::size_t affordable() const {
    return std::max<std::size_t>(8, most_work / std::max<std::size_t>(1, model_.actions.size()));
  }
  [[nodiscard]] bool is_uncertain(std::size_t action) const {
    const auto& reaches = model_.actions[action].reaches;
    return std::any_of(reaches.begin(), reaches.end(),
                       [&](std::size_t reach) { return !drawn_.effects[reach].empty(); });
  }
  /// On average, but for an action's effect.
  [[nodiscard]] Believed believed_where(std::size_t action, double share) const {
    Believed believed = drawn_.believed_on_average();
    for (const std::size_t reach : model_.actions[action].reaches)
      if (!drawn_.effects[reach].empty())
        believed.gains[reach] = quantile_of(drawn_.effects[reach], share);
    return believed;
  }
};
} // namespace

std::vector<QuickPlan> candidate_plans(const PlanModel& model, const PlanDraws& drawn, const Filling& filling,
                                       const std::optional<QuickPlan>& base) {
  CandidateSearch search(model, drawn, filling);
  search.add(base);
  search.add_for_means();
  search.add_for_tests();
  search.add_for_draws();
  return search.found();
}

} // namespace deploy_plan::analysis

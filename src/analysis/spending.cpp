#include "deploy_plan/spending.hpp"
#include "deploy_plan/effect.hpp"
#include "deploy_plan/workload.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

/// The first and the last day on which something may have been done.
struct DoneBetween {
  Date from, until;
};

/// What actions took within a term, part by part.
class TermReader {
public:
  TermReader(const Strategy& strategy, const BudgetTerm& term, Date until)
      : strategy_(strategy), term_(term), day_(until) {}

  void read(const Action& action) {
    const PastRuns past = past_runs(action);
    const RunCost cost = run_cost(action).value_or(RunCost{});
    const auto first = first_result(action);
    const DoneBetween undated = undated_time(action, first);
    for (const Result& result : action.results)
      add(taken_by(result, cost), result.origin.sound ? DoneBetween{result.date, result.date} : undated);
    add(taken_by(past.count - past.in_results, cost, false), undated);
    const bool is_dated = first && past.count == past.in_results;
    add(past.of_setup,
        {is_dated ? *first : undated.from, std::min(first.value_or(undated.until), undated.until)});
  }

  [[nodiscard]] const SpentWithin& all() const { return all_; }

private:
  const Strategy& strategy_;
  const BudgetTerm& term_;
  const Date day_;
  SpentWithin all_;

  static std::optional<Date> first_result(const Action& action) {
    std::optional<Date> first;
    for (const Result& result : action.results)
      if (result.origin.sound && (!first || result.date < *first))
        first = result.date;
    return first;
  }

  /// Where a result is older than the start, some runs may be, too.
  DoneBetween undated_time(const Action& action, const std::optional<Date>& first) const {
    const Date start = action.start.value_or(strategy_.period.start);
    DoneBetween time{std::min(start, first.value_or(start)), std::min(day_, action.end.value_or(day_))};
    if (time.until < time.from)
      time.from = Date::min(); // nothing says since when
    return time;
  }

  void add(const Spent& part, const DoneBetween& time) {
    if (time.from > day_)
      return;
    if (holds(term_, time.from, time.until))
      all_ += part;
    else if (time.from <= term_.until && term_.from <= time.until)
      all_.undated += part;
  }
};

void add_if_beyond(std::vector<Overspent>& all, const BudgetTerm* term, const Spent& by) {
  if (by.money > 0 || by.days > 0)
    all.push_back({term, by});
}
} // namespace

double beyond(double amount, const std::optional<double>& limit) {
  constexpr double rounding = 1e-6;
  return limit && amount > *limit * (1 + rounding) + rounding ? amount - *limit : 0;
}

Spent spent(const Strategy& strategy) {
  Spent all;
  for (const Action& action : strategy.actions)
    all += past_runs(action).all;
  return all;
}

SpentWithin spent_within(const Strategy& strategy, const BudgetTerm& term, Date until) {
  TermReader reader(strategy, term, until);
  for (const Action& action : strategy.actions)
    reader.read(action);
  return reader.all();
}

std::vector<Overspent> overspent(const Strategy& strategy, Date day) {
  std::vector<Overspent> all;
  if (!strategy.budget)
    return all;
  const Spent in_all = spent(strategy);
  add_if_beyond(all, nullptr,
                {beyond(in_all.money, strategy.budget->money), beyond(in_all.days, strategy.budget->days)});
  for (const BudgetTerm& term : strategy.budget->terms)
    if (term.origin.sound && term.from <= day) {
      const SpentWithin within = spent_within(strategy, term, day);
      add_if_beyond(all, &term, {beyond(within.money, term.money), beyond(within.days, term.days)});
    }
  return all;
}

} // namespace deploy_plan

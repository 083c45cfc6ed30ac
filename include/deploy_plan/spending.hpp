// What runs done have taken of the means there are, and of what part of them.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

struct Spent {
  double money = 0, days = 0;
  Spent& operator+=(const Spent& more) {
    money += more.money;
    days += more.days;
    return *this;
  }
};
/// By all that was done, setting up included.
[[nodiscard]] Spent spent(const Strategy& strategy);

/// What was spent within a term.
struct SpentWithin : Spent {
  Spent undated; ///< beside it: by what was done on days that are not known, within the term or not
};
/// Up to a day. A result tells the day of its runs; setting up is paid with the first run. Runs done of which
/// no result tells were so between the start of their action, else of the period, and the day or the end of
/// their action: where all of that time is the term's, they are.
[[nodiscard]] SpentWithin spent_within(const Strategy& strategy, const BudgetTerm& term, Date until);

/// How much more than a limit an amount is; 0 where it is not, but for rounding, or there is no limit.
[[nodiscard]] double beyond(double amount, const std::optional<double>& limit);

/// Means of which more was spent than there is.
struct Overspent {
  const BudgetTerm* term = nullptr; ///< of the strategy; nullptr where it is the whole budget
  Spent beyond;                     ///< 0 of what was not
};
/// The whole budget first, then its terms that have begun by the day.
[[nodiscard]] std::vector<Overspent> overspent(const Strategy& strategy, Date day);

} // namespace deploy_plan

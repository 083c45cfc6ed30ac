#include "deploy_plan/gap.hpp"

namespace deploy_plan {

void PortfolioSum::add(const Gap& gap) {
  if (const ObjectiveGap* const star = north_star_of(gap))
    counted_.north_stars.add(star->progress.status);
  const GoalCounts counts = count_goals(gap);
  counted_.goals.late += counts.late;
  counted_.goals.well += counts.well;
  counted_.goals.unmeasured += counts.unmeasured;

  const TierSizes& sizes = gap.market.sizes;
  if (is_empty_)
    market_.unit = gap.unit;
  is_empty_ = false;
  are_alike_ = are_alike_ && gap.unit == market_.unit && sizes.target && sizes.penetrated;
  if (!are_alike_)
    return;
  market_.target += *sizes.target;
  market_.penetrated += *sizes.penetrated;
}

PortfolioTotals PortfolioSum::totals() const {
  PortfolioTotals totals = counted_;
  if (is_empty_ || !are_alike_ || market_.target <= 0)
    return totals;
  totals.market = market_;
  totals.market->share = market_.penetrated / market_.target;
  return totals;
}

PortfolioTotals portfolio_totals(std::span<const Gap> gaps) {
  PortfolioSum sum;
  for (const Gap& gap : gaps)
    sum.add(gap);
  return sum.totals();
}

} // namespace deploy_plan

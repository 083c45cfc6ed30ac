#include "deploy_plan/publication.hpp"
#include "analysis/publication/publishing.hpp"
#include <algorithm>

namespace deploy_plan {
namespace publication {
namespace {

void tell_itself(Publishing& at) {
  const Strategy& strategy = at.strategy;
  PublicPage& page = at.page;
  page.as_of = at.day;
  page.strategy = strategy.name;
  if (strategy.solution) {
    page.solution = strategy.solution->name;
    page.description = strategy.solution->description;
    page.url = strategy.solution->url;
    page.launched = strategy.solution->launched;
  }
  page.unit = strategy.market.unit;
  page.units = strategy.market.units;
  page.currency = strategy.budget && !strategy.budget->currency.empty() ? strategy.budget->currency : "EUR";
  page.start = strategy.period.start;
  page.end = strategy.period.end;
  page.min_count = at.options.min_count;
  page.earlier_versions = static_cast<std::int64_t>(at.options.earlier.size());
  if (strategy.publication) {
    page.licence = strategy.publication->licence;
    page.contact = strategy.publication->contact;
    page.accessibility_url = strategy.publication->accessibility_url;
  }
}

template <class Figures>
std::int64_t masked_among(const Figures& figures) {
  return std::count_if(figures.begin(), figures.end(),
                       [](const auto& one) { return one.disclosure == Disclosure::masked; });
}
} // namespace
} // namespace publication

PublicPage publish(const Strategy& public_part, Date day, const PublicationOptions& options) {
  using namespace publication;
  Publishing at{public_part, day, options, PublicCounts(public_part, day, options.min_count)};
  tell_itself(at);
  tell_tiers(at);
  tell_shares(at);
  tell_means(at);
  tell_objectives(at); // of which none may tell, beside means, what is masked
  tell_share_goals(at);
  tell_trend(at);
  PublicPage& page = at.page;
  std::stable_sort(page.figures.begin(), page.figures.end(),
                   [](const PublicFigure& a, const PublicFigure& b) { return a.axis < b.axis; });
  std::stable_partition(page.goals.begin(), page.goals.end(),
                        [](const PublicGoal& goal) { return goal.is_north_star; });
  page.masked = masked_among(page.figures) + masked_among(page.trend);
  return std::move(page);
}

} // namespace deploy_plan

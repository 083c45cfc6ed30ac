// How many a public page tells are covered, of how many.
#include "analysis/publication/publishing.hpp"

namespace deploy_plan::publication {
namespace {

std::string id_of(const Publishing& at, std::size_t place) {
  return place == 0 ? "market." : "segments." + at.strategy.market.segments[place - 1].id + ".";
}
} // namespace

Words definition_of_share(std::size_t tier) {
  return {"covered / " + std::string(public_tiers[tier].name.en),
          "couverts / " + std::string(public_tiers[tier].name.fr)};
}

std::string source_of_share(const Publishing& at, std::size_t tier, std::size_t place) {
  std::string all;
  for (const std::size_t which : {std::size_t{0}, tier})
    if (const auto& given = at.tier_of(which, place); given && !given->source.empty() && given->source != all)
      all += (all.empty() ? "" : " / ") + given->source;
  return all;
}

void tell_tiers(Publishing& at) {
  for (std::size_t i = 0; i < public_tiers.size(); ++i)
    for (std::size_t place = 0; place < at.counts.places(); ++place) {
      const PublicTier& tier = public_tiers[i];
      const Told told = at.counts.told(at.counts.tier(i, place));
      PublicFigure figure{id_of(at, place) + std::string(tier.id),
                          tier.axis,
                          both(tier.name),
                          both(tier.definition),
                          at.name_of_place(place),
                          PublicKind::count,
                          at.strategy.market.unit,
                          told.value,
                          told.disclosure,
                          at.day_of(i, place)};
      if (const auto& given = at.tier_of(i, place)) {
        figure.source = both(given->source);
        figure.method = both(method_of(given->measurement));
      }
      if (place == 0 || figure.disclosure != Disclosure::unknown)
        at.page.figures.push_back(std::move(figure));
    }
}

void tell_shares(Publishing& at) {
  for (std::size_t i = 1; i < public_tiers.size(); ++i)
    for (std::size_t place = 0; place < at.counts.places(); ++place) {
      const std::size_t covered = at.counts.tier(0, place), of = at.counts.tier(i, place);
      if (covered == no_count || of == no_count)
        continue;
      const Told told = at.counts.told_share(covered, of);
      at.page.figures.push_back({id_of(at, place) + "share_of_" + std::string(public_tiers[i].id),
                                 ImpactAxis::used, both(public_tiers[i].covered_share),
                                 definition_of_share(i), at.name_of_place(place), PublicKind::share, "",
                                 told.value, told.disclosure, at.day_of(0, place),
                                 both(source_of_share(at, i, place)), both(reckoned)});
    }
}

} // namespace deploy_plan::publication

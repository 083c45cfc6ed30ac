// Step 1: tiers that are there, lie within one another, and add up.
#include "rules/market/tiers.hpp"
#include <cmath>

namespace deploy_plan::rules {
namespace {

/// A query is to tell its size, and nobody asked it yet: `never-measured` says so.
bool awaits_measure(const MaybeTier& tier) {
  return tier && tier->measurement && tier->measurement->query && tier->observations &&
         !tier->observations->file.empty() && tier->observations->points.empty();
}

bool awaits_measure(const Market& market, const NamedTier& tier) {
  return awaits_measure(market.*tier.whole) ||
         std::any_of(market.segments.begin(), market.segments.end(),
                     [&](const Segment& segment) { return awaits_measure(segment.*tier.part); });
}

void tier_missing(const Look& look) {
  const Market& market = look.strategy.market;
  if (!market.origin.sound)
    return;
  const TierSizes sizes = tier_sizes(market, look.today);
  for (const NamedTier& tier : tiers)
    if (tier.size != &TierSizes::penetrated && !(sizes.*tier.size) && !awaits_measure(market, tier))
      look.report(look.at(market.origin), {{"{0} is not given", "{0} n'est pas donné"}, {tier.name}},
                  {{"give its size, or give it in every segment",
                    "donnez sa taille, ou donnez-la dans chaque segment"}});
}

/// A tier of the market or of a segment, and its size where that is known.
template <class Tiered>
struct Sized {
  Text name;
  const MaybeTier Tiered::*tier;
  std::optional<double> size;
};

template <class Tiered>
void judge_nested(const Look& look, const Tiered& tiered, const Sized<Tiered>& inner,
                  const Sized<Tiered>& outer, const Phrase& help) {
  if (!inner.size || !outer.size || *inner.size <= *outer.size)
    return;
  look.report(place_of_tier(look, tiered, inner.tier),
              {{"{0} ({1}) exceeds {2} ({3})", "{0} ({1}) dépasse {2} ({3})"},
               {inner.name, *inner.size, outer.name, *outer.size}},
              help,
              {{look.place(place_of_tier(look, tiered, outer.tier)),
                {{"{0}: {1}", "{0} : {1}"}, {outer.name, *outer.size}}},
               {look.place(place_of_tier(look, tiered, inner.tier)),
                {{"{0} too many", "{0} de trop"}, {*inner.size - *outer.size}}}});
}

void nesting(const Look& look) {
  each_tiered(look, [&]<class Tiered>(const Tiered& tiered) {
    const TierSizes sizes = tier_sizes(tiered, look.today);
    const Sized<Tiered> all{addressable, &Tiered::addressable, sizes.addressable};
    const Sized<Tiered> within_reach{addressed, &Tiered::addressed, sizes.addressed};
    const Sized<Tiered> chosen{target, &Tiered::target, sizes.target};
    judge_nested(look, tiered, within_reach, all,
                 {{"lower the addressed market: the team cannot reach more than there is",
                   "réduisez le marché adressé : l'équipe ne peut atteindre plus qu'il n'y a"}});
    judge_nested(look, tiered, chosen, within_reach,
                 {{"lower the target, or raise the addressed market if the team has more means",
                   "réduisez la cible ou relevez le marché adressé si l'équipe a plus de moyens"}});
  });
}

/// What the penetrated market exceeds: the widest tier, which says it all; nothing where it exceeds none.
std::optional<double> TierSizes::*exceeded(const TierSizes& sizes) {
  for (const auto tier : {&TierSizes::addressable, &TierSizes::addressed, &TierSizes::target})
    if (sizes.penetrated && sizes.*tier && *sizes.penetrated > *(sizes.*tier))
      return tier;
  return nullptr;
}

void judge_covered(const Look& look, const std::optional<double> TierSizes::*tier, Text name,
                   const Phrase& help) {
  each_tiered(look, [&]<class Tiered>(const Tiered& tiered) {
    const TierSizes sizes = tier_sizes(tiered, look.today);
    if (exceeded(sizes) == tier)
      look.report(place_of_tier(look, tiered, &Tiered::penetrated),
                  {{"{0} ({1}) exceeds {2} ({3})", "{0} ({1}) dépasse {2} ({3})"},
                   {penetrated, *sizes.penetrated, name, *(sizes.*tier)}},
                  help);
  });
}
void beyond_addressable(const Look& look) {
  judge_covered(look, &TierSizes::addressable, addressable,
                {{"count beneficiaries once, or raise the addressable market",
                  "ne comptez chaque bénéficiaire qu'une fois, ou relevez le marché adressable"}});
}
void beyond_addressed(const Look& look) {
  judge_covered(look, &TierSizes::addressed, addressed,
                {{"raise the addressed market: the team reaches more than it says",
                  "relevez le marché adressé : l'équipe atteint plus qu'elle ne le dit"}});
}
void beyond_target(const Look& look) {
  judge_covered(look, &TierSizes::target, target,
                {{"raise the target: it is already passed", "relevez la cible : elle est déjà dépassée"}});
}

/// The day of an observed total, as of which its segments are added up: they may have been seen since.
/// Nothing where one of them was last seen on another day: a sum of different days is no total.
std::optional<Date> day_of_total(const Market& market, const NamedTier& tier, Date today) {
  const auto total = figure_of(market.*tier.whole, today);
  if (!total || total->observation == nullptr)
    return today;
  const Date day = total->observation->date;
  const bool are_of_that_day =
      std::all_of(market.segments.begin(), market.segments.end(), [&](const Segment& segment) {
        const auto part = figure_of(segment.*tier.part, day);
        return part && (part->observation == nullptr || part->observation->date == day);
      });
  return are_of_that_day ? std::optional(day) : std::nullopt;
}

void segment_totals(const Look& look) {
  constexpr double rounding = 1e-9; // of sums of figures that are not whole
  const Market& market = look.strategy.market;
  const TierSizes given = tier_sizes(market, look.today);
  for (const NamedTier& tier : tiers) {
    if (!(market.*tier.whole) || !(given.*tier.size))
      continue;
    const auto day = day_of_total(market, tier, look.today);
    const TierSizes summed = day ? segment_sums(market, *day) : TierSizes();
    if (summed.*tier.size &&
        std::abs(*(given.*tier.size) - *(summed.*tier.size)) > rounding * std::abs(*(given.*tier.size)))
      look.report(
          look.at(*(market.*tier.whole)),
          {{"{0} is {1}, but its segments add up to {2}", "{0} vaut {1}, mais ses segments totalisent {2}"},
           {tier.name, *(given.*tier.size), *(summed.*tier.size)}},
          {{"mend a segment, or leave the total out: it is computed",
            "corrigez un segment, ou omettez le total : il est calculé"}});
  }
}
} // namespace

std::span<const Rule> tier_rules() {
  static constexpr Rule all[] = {
      {{.name = "tier-missing",
        .severity = Severity::error,
        .step = 1,
        .summary = {"a tier of the market is not given", "un niveau du marché n'est pas donné"},
        .why = {"market shares verify performance, and each needs its tier",
                "les parts de marché vérifient la performance, et chacune a besoin de son niveau"},
        .bad = R"({"market": {"addressed": null}})"},
       tier_missing},
      {{.name = "market-nesting",
        .severity = Severity::error,
        .step = 1,
        .summary = {"the tiers of the market are not nested", "les niveaux du marché ne sont pas emboîtés"},
        .why = {"target, addressed and addressable are parts of one another: a share of something smaller is "
                "meaningless",
                "cible, adressé et adressable sont inclus l'un dans l'autre : une part d'un ensemble plus "
                "petit n'a pas de sens"},
        .bad = R"({"market": {"target": {"size": 5000}}})",
        .good = R"({"market": {"target": {"size": 3000}}})"},
       nesting},
      {{.name = "penetrated-beyond-addressable",
        .severity = Severity::error,
        .step = 1,
        .summary = {"more beneficiaries are covered than exist",
                    "plus de bénéficiaires couverts qu'il n'en existe"},
        .why = {"beneficiaries are counted twice, or the market is wrong",
                "des bénéficiaires sont comptés deux fois, ou le marché est faux"},
        .bad = R"({"market": {"penetrated": {"size": 12000, "observations": null}}})"},
       beyond_addressable},
      {{.name = "penetrated-beyond-addressed",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"more beneficiaries are covered than the team says it can reach",
                    "plus de bénéficiaires couverts que l'équipe ne dit pouvoir atteindre"},
        .why = {"the addressed market is out of date, and goals set on it are too low",
                "le marché adressé est dépassé, et les objectifs fixés dessus sont trop bas"},
        .bad = R"({"market": {"penetrated": {"size": 4500, "observations": null}}})"},
       beyond_addressed},
      {{.name = "penetrated-beyond-target",
        .severity = Severity::info,
        .step = 1,
        .summary = {"the target is already passed", "la cible est déjà dépassée"},
        .why = {"a passed target no longer guides the team: raise it",
                "une cible dépassée ne guide plus l'équipe : relevez-la"},
        .bad = R"({"market": {"penetrated": {"size": 1500, "observations": null}}})"},
       beyond_target},
      {{.name = "segment-totals",
        .severity = Severity::error,
        .step = 1,
        .summary = {"segments do not add up to their total", "les segments ne totalisent pas leur ensemble"},
        .why = {"segments are a partition: someone is missing or counted twice",
                "les segments forment une partition : quelqu'un manque ou est compté deux fois"},
        .bad =
            R"({"market": {"segments": [{"id": "rural", "addressable": 6000}, {"id": "urban", "addressable": 3000}]}})",
        .good =
            R"({"market": {"segments": [{"id": "rural", "addressable": 6000}, {"id": "urban", "addressable": 4000}]}})"},
       segment_totals},
  };
  return all;
}

} // namespace deploy_plan::rules

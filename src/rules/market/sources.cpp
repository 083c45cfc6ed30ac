// Step 1: figures of the market that one can trust.
#include "rules/market/tiers.hpp"

namespace deploy_plan::rules {
namespace {

/// Calls `judge(tier, name)` with each tier that could be read; segments answer for a total that is only
/// their sum.
template <class Judge>
void each_figure(const Look& look, Judge judge) {
  const Market& market = look.strategy.market;
  const auto sound = [&](const MaybeTier& tier, Text name) {
    if (tier && tier->origin.sound)
      judge(*tier, name);
  };
  for (const NamedTier& tier : tiers) {
    sound(market.*tier.whole, tier.name);
    if (!(market.*tier.whole))
      for (const Segment& segment : market.segments)
        sound(segment.*tier.part, tier.name);
  }
}

void without_source(const Look& look) {
  each_figure(look, [&](const Tier& tier, Text name) {
    const auto* seen = newest_observation(tier.observations, look.today);
    if (tier.source.empty() && (seen != nullptr || tier.size.value_or(0) > 0))
      look.report(look.at(tier), {{"{0} has no source", "{0} n'a pas de source"}, {name}},
                  {{"write it as an object with size, as_of and source: who counted, where it is published",
                    "écrivez-le comme un objet avec taille, au et source : qui a compté, où c'est publié"}});
  });
}

void outdated(const Look& look) {
  each_figure(look, [&](const Tier& tier, Text name) {
    const auto* seen = newest_observation(tier.observations, look.today);
    const auto known = seen != nullptr ? std::optional(seen->date) : tier.as_of;
    if (known && look.today - *known > std::chrono::days{366})
      look.report(seen != nullptr ? look.at(*seen, seen->date) : look.at(tier, tier.as_of),
                  {{"{0} dates from {1}, more than a year ago", "{0} date du {1}, il y a plus d'un an"},
                   {name, *known}},
                  {{"look the figure up again and write its new day",
                    "vérifiez le chiffre et notez sa nouvelle date"}});
  });
}
} // namespace

std::span<const Rule> source_rules() {
  static constexpr Rule all[] = {
      {{.name = "tier-without-source",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"nobody can tell where a tier's figure comes from",
                    "nul ne peut dire d'où vient le chiffre d'un niveau"},
        .why = {"a figure without a source is not believed by those who grant the means",
                "un chiffre sans source n'est pas cru par ceux qui accordent les moyens"},
        .bad = R"({"market": {"addressable": {"source": null}}})"},
       without_source},
      {{.name = "tier-outdated",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"a tier's figure is older than a year", "le chiffre d'un niveau a plus d'un an"},
        .why = {"markets change: shares of an old one mislead",
                "les marchés changent : une part d'un ancien marché trompe"},
        .bad = R"({"market": {"addressable": {"as_of": "@-2251"}}})"},
       outdated},
  };
  return all;
}

} // namespace deploy_plan::rules

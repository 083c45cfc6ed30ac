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
    const auto figure = figure_of(tier, look.today);
    if (tier.source.empty() && figure && (figure->observation != nullptr || figure->size > 0))
      look.report(look.at(tier), {{"{0} has no source", "{0} n'a pas de source"}, {name}},
                  {{"write it as an object with size, as_of and source: who counted, where it is published",
                    "écrivez-le comme un objet avec taille, au et source : qui a compté, où c'est publié"}});
  });
}

void outdated(const Look& look) {
  each_figure(look, [&](const Tier& tier, Text name) {
    const auto figure = figure_of(tier, look.today);
    if (figure && figure->as_of && look.today - *figure->as_of > std::chrono::days{366})
      look.report(figure->observation != nullptr ? look.at(*figure->observation, figure->observation->date)
                                                 : look.at(tier, tier.as_of),
                  {{"{0} dates from {1}, more than a year ago", "{0} date du {1}, il y a plus d'un an"},
                   {name, *figure->as_of}},
                  {{"look the figure up again and write its new day",
                    "vérifiez le chiffre et notez sa nouvelle date"}});
  });
}

/// A size that was typed for the day of the newest observation, or a later one, and says something else: it
/// is not what figures are computed from. One of before is what was known before.
void told_twice(const Look& look) {
  each_tier(look.strategy, [&](const Tier& tier) {
    const auto figure = figure_of(tier, look.today);
    if (!figure || figure->observation == nullptr || !tier.size || !tier.as_of || *tier.as_of > look.today ||
        *tier.as_of < *figure->as_of || static_cast<double>(*tier.size) == figure->size)
      return;
    const Observation& seen = *figure->observation;
    look.report(look.at(tier),
                {{"the size {0}, of {1}, is not what counts: {2} was observed on {3}",
                  "la taille {0}, du {1}, n'est pas ce qui compte : le relevé du {3} vaut {2}"},
                 {*tier.size, *tier.as_of, seen.value, seen.date}},
                {{"add it to the observations, or leave the size out",
                  "ajoutez-la aux relevés, ou omettez la taille"}},
                {{look.place(look.at(seen, seen.value)), {{"observed here", "relevé ici"}, {}}}});
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
      {{.name = "tier-told-twice",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"a tier's size is newer than its observations, and says something else",
                    "la taille d'un niveau est plus récente que ses relevés, et dit autre chose"},
        .why =
            {"where a tier is observed, the newest observation counts: a size that was typed since is read "
             "by nobody",
             "là où un niveau est relevé, c'est le dernier relevé qui compte : nul ne lit une taille saisie "
             "depuis"},
        .bad =
            R"({"market": {"target": {"as_of": "@-2", "observations": [{"date": "@-9", "value": 1150}]}}})",
        .good = R"({"market": {"target": {"observations": [{"date": "@-9", "value": 1150}]}}})"},
       told_twice},
  };
  return all;
}

} // namespace deploy_plan::rules

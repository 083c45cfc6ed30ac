// Step 1: what makes a market sound.
#include "deploy_plan/market.hpp"
#include "rules/rule.hpp"
#include <cmath>
#include <unordered_map>

namespace deploy_plan::rules {
namespace {

using MaybeTier = std::optional<Tier>;

constexpr Text addressable{"the addressable market", "le marché adressable"};
constexpr Text addressed{"the addressed market", "le marché adressé"};
constexpr Text target{"the target market", "le marché cible"};
constexpr Text penetrated{"the penetrated market", "le marché pénétré"};

struct Named {
  Text name;
  Text of; ///< behind a share
  MaybeTier Market::*whole;
  MaybeTier Segment::*part;
  std::optional<double> TierSizes::*size;
};
constexpr Named tiers[] = {{addressable,
                            {"of the addressable market", "du marché adressable"},
                            &Market::addressable,
                            &Segment::addressable,
                            &TierSizes::addressable},
                           {addressed,
                            {"of the addressed market", "du marché adressé"},
                            &Market::addressed,
                            &Segment::addressed,
                            &TierSizes::addressed},
                           {target,
                            {"of the target market", "du marché cible"},
                            &Market::target,
                            &Segment::target,
                            &TierSizes::target},
                           {penetrated,
                            {"of the penetrated market", "du marché pénétré"},
                            &Market::penetrated,
                            &Segment::penetrated,
                            &TierSizes::penetrated}};

/// Where a tier of the market, or of a segment, is written; the whole where the tier is only summed.
template <class Tiered>
source::NodeId place_of_tier(const Look& look, const Tiered& tiered, const MaybeTier Tiered::*tier) {
  return tiered.*tier ? look.at(*(tiered.*tier)) : look.at(tiered.origin);
}

/// Judges the tiers of the market, or of one segment.
template <class Tiered>
class TierJudge {
public:
  TierJudge(const Look& looking, const Tiered& judged)
      : look(looking), tiered(judged), sizes(tier_sizes(judged, looking.today)) {}

  void nested() const {
    nested_in(addressed, &Tiered::addressed, sizes.addressed, addressable, &Tiered::addressable,
              sizes.addressable,
              {{"lower the addressed market: the team cannot reach more than there is",
                "réduisez le marché adressé : l'équipe ne peut atteindre plus qu'il n'y a"}});
    nested_in(target, &Tiered::target, sizes.target, addressed, &Tiered::addressed, sizes.addressed,
              {{"lower the target, or raise the addressed market if the team has more means",
                "réduisez la cible ou relevez le marché adressé si l'équipe a plus de moyens"}});
  }

  void covered() const {
    if (exceeds(sizes.addressable))
      say_covered("penetrated-beyond-addressable", addressable, *sizes.addressable,
                  {{"count beneficiaries once, or raise the addressable market",
                    "ne comptez chaque bénéficiaire qu'une fois, ou relevez le marché adressable"}});
    else if (exceeds(sizes.addressed))
      say_covered("penetrated-beyond-addressed", addressed, *sizes.addressed,
                  {{"raise the addressed market: the team reaches more than it says",
                    "relevez le marché adressé : l'équipe atteint plus qu'elle ne le dit"}});
    else if (exceeds(sizes.target))
      say_covered("penetrated-beyond-target", target, *sizes.target,
                  {{"raise the target: it is already passed", "relevez la cible : elle est déjà dépassée"}});
  }

private:
  const Look& look;
  const Tiered& tiered;
  const TierSizes sizes;

  void nested_in(Text inner_name, const MaybeTier Tiered::*inner, std::optional<double> small,
                 Text outer_name, const MaybeTier Tiered::*outer, std::optional<double> large,
                 const Phrase& help) const {
    if (!small || !large || *small <= *large)
      return;
    look.report(
        "market-nesting", place_of_tier(look, tiered, inner),
        {{"{0} ({1}) exceeds {2} ({3})", "{0} ({1}) dépasse {2} ({3})"},
         {inner_name, *small, outer_name, *large}},
        help,
        {{look.place(place_of_tier(look, tiered, outer)), {{"{0}: {1}", "{0} : {1}"}, {outer_name, *large}}},
         {look.place(place_of_tier(look, tiered, inner)),
          {{"{0} too many", "{0} de trop"}, {*small - *large}}}});
  }

  bool exceeds(std::optional<double> size) const {
    return sizes.penetrated && size && *sizes.penetrated > *size;
  }

  void say_covered(std::string_view rule, Text name, double size, const Phrase& help) const {
    look.report(rule, place_of_tier(look, tiered, &Tiered::penetrated),
                {{"{0} ({1}) exceeds {2} ({3})", "{0} ({1}) dépasse {2} ({3})"},
                 {penetrated, *sizes.penetrated, name, size}},
                help);
  }
};

void nesting(const Look& look) {
  TierJudge(look, look.strategy.market).nested();
  for (const Segment& segment : look.strategy.market.segments)
    TierJudge(look, segment).nested();
}

void penetrated_beyond(const Look& look) {
  TierJudge(look, look.strategy.market).covered();
  for (const Segment& segment : look.strategy.market.segments)
    TierJudge(look, segment).covered();
}

void segment_totals(const Look& look) {
  const Market& market = look.strategy.market;
  const TierSizes given = tier_sizes(market, look.today);
  const TierSizes summed = segment_sums(market, look.today);
  for (const Named& tier : tiers)
    if (market.*tier.whole && given.*tier.size && summed.*tier.size && given.*tier.size != summed.*tier.size)
      look.report(
          "segment-totals", look.at(*(market.*tier.whole)),
          {{"{0} is {1}, but its segments add up to {2}", "{0} vaut {1}, mais ses segments totalisent {2}"},
           {tier.name, *(given.*tier.size), *(summed.*tier.size)}},
          {{"mend a segment, or leave the total out: it is computed",
            "corrigez un segment, ou omettez le total : il est calculé"}});
}

void tier_missing(const Look& look) {
  const Market& market = look.strategy.market;
  if (!market.origin.sound)
    return;
  const TierSizes sizes = tier_sizes(market, look.today);
  for (const Named& tier : tiers)
    if (tier.size != &TierSizes::penetrated && !(sizes.*tier.size))
      look.report("tier-missing", look.at(market.origin),
                  {{"{0} is not given", "{0} n'est pas donné"}, {tier.name}},
                  {{"give its size, or give it in every segment",
                    "donnez sa taille, ou donnez-la dans chaque segment"}});
}

void known_from(const Look& look, const Tier& tier, Text name) {
  if (!tier.origin.sound)
    return;
  const auto* seen = newest_observation(tier.observations, look.today);
  if (tier.source.empty() && (seen != nullptr || tier.size.value_or(0) > 0))
    look.report("tier-without-source", look.at(tier),
                {{"{0} has no source", "{0} n'a pas de source"}, {name}},
                {{"write it as an object with size, as_of and source: who counted, where it is published",
                  "écrivez-le comme un objet avec taille, au et source : qui a compté, où c'est publié"}});
  const auto known = seen != nullptr ? std::optional(seen->date) : tier.as_of;
  if (known && look.today - *known > std::chrono::days{366})
    look.report("tier-outdated", seen != nullptr ? look.at(*seen, seen->date) : look.at(tier, tier.as_of),
                {{"{0} dates from {1}, more than a year ago", "{0} date du {1}, il y a plus d'un an"},
                 {name, *known}},
                {{"look the figure up again and write its new day",
                  "vérifiez le chiffre et notez sa nouvelle date"}});
}

/// Segments answer for a total that is only their sum.
void tier_sources(const Look& look) {
  const Market& market = look.strategy.market;
  for (const Named& tier : tiers) {
    if (market.*tier.whole) {
      known_from(look, *(market.*tier.whole), tier.name);
      continue;
    }
    for (const Segment& segment : market.segments)
      if (segment.*tier.part)
        known_from(look, *(segment.*tier.part), tier.name);
  }
}

void target_not_chosen(const Look& look) {
  const Market& market = look.strategy.market;
  const TierSizes sizes = tier_sizes(market, look.today);
  if (!sizes.target || *sizes.target == 0)
    return;
  const bool everyone = sizes.target == sizes.addressable;
  if (everyone || sizes.target == sizes.addressed)
    look.report(
        "target-not-chosen", place_of_tier(look, market, &Market::target),
        {{"the target is the whole of {0}: nothing is chosen", "la cible est tout {0} : rien n'est choisi"},
         {everyone ? addressable : addressed}},
        {{"choose whom to begin with for the period", "choisissez par qui commencer pour la période"}});
}

void viability(const Look& look) {
  const Market& market = look.strategy.market;
  const auto reached = tier_sizes(market, look.today).addressed;
  if (!market.viability || !market.viability->origin.sound || !reached || !market.viability->annual_cost ||
      !market.viability->max_cost_per_beneficiary)
    return;
  const double most = *market.viability->max_cost_per_beneficiary;
  const double cost = *market.viability->annual_cost;
  if (cost <= most * *reached)
    return;
  const auto node = look.at(*market.viability, market.viability->annual_cost);
  if (*reached == 0)
    return look.report("launch-not-viable", node,
                       {{"the solution costs and the addressed market is empty",
                         "la solution coûte et le marché adressé est vide"}},
                       {{"do not launch before the team can reach someone",
                         "ne lancez pas avant que l'équipe puisse atteindre quelqu'un"}});
  const std::string currency = look.strategy.budget ? look.strategy.budget->currency : "";
  // To the cent, upwards: a rounded figure must not read as the one allowed.
  const double each = std::ceil(100 * (cost / *reached)) / 100;
  look.report(
      "launch-not-viable", node,
      {{"each addressed beneficiary would cost {0} a year, more than the {1} allowed",
        "chaque bénéficiaire adressé coûterait {0} par an, plus que les {1} admis"},
       {Money{each, currency}, Money{most, currency}}},
      {{"do not launch as it is: widen the addressed market, lower the cost, or choose a simpler solution",
        "ne lancez pas en l'état : élargissez le marché adressé, réduisez le coût, ou choisissez une "
        "solution plus simple"}});
}

void share_goals(const Look& look) {
  const Market& market = look.strategy.market;
  if (market.share_goals.empty() && market.origin.sound)
    look.report("no-share-goal", look.at(market.origin),
                {{"no market share to reach is set", "aucune part de marché à atteindre n'est fixée"}},
                {{"add share_goals: the share of a tier to reach by a day",
                  "ajoutez objectifs_de_part : la part d'un niveau à atteindre à une date"}});
}

void share_goal_reachable(const Look& look) {
  const SizesBySegment sizes(look.strategy.market, look.today);
  for (const ShareGoal& goal : look.strategy.market.share_goals) {
    const TierSizes* const of = goal.origin.sound ? sizes.find(goal.segment) : nullptr;
    if (of == nullptr || !of->of(goal.of) || !of->addressed ||
        goal.share * *of->of(goal.of) <= *of->addressed * (1 + 1e-12))
      continue;
    look.report("share-goal-beyond-addressed", look.at(goal, goal.share),
                {{"{0} {1} is more than {2} ({3})", "{0} {1}, c'est plus que {2} ({3})"},
                 {Share{goal.share}, tiers[static_cast<std::size_t>(goal.of)].of, addressed, *of->addressed}},
                {{"lower the share, or give the team the means to reach more",
                  "réduisez la part, ou donnez à l'équipe les moyens d'atteindre plus"}});
  }
}
} // namespace

std::span<const Rule> market_rules() {
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
       penetrated_beyond},
      {{.name = "penetrated-beyond-addressed",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"more beneficiaries are covered than the team says it can reach",
                    "plus de bénéficiaires couverts que l'équipe ne dit pouvoir atteindre"},
        .why = {"the addressed market is out of date, and goals set on it are too low",
                "le marché adressé est dépassé, et les objectifs fixés dessus sont trop bas"},
        .bad = R"({"market": {"penetrated": {"size": 4500, "observations": null}}})"}},
      {{.name = "penetrated-beyond-target",
        .severity = Severity::info,
        .step = 1,
        .summary = {"the target is already passed", "la cible est déjà dépassée"},
        .why = {"a passed target no longer guides the team: raise it",
                "une cible dépassée ne guide plus l'équipe : relevez-la"},
        .bad = R"({"market": {"penetrated": {"size": 1500, "observations": null}}})"}},
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
      {{.name = "tier-without-source",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"nobody can tell where a tier's figure comes from",
                    "nul ne peut dire d'où vient le chiffre d'un niveau"},
        .why = {"a figure without a source is not believed by those who grant the means",
                "un chiffre sans source n'est pas cru par ceux qui accordent les moyens"},
        .bad = R"({"market": {"addressable": {"source": null}}})"},
       tier_sources},
      {{.name = "tier-outdated",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"a tier's figure is older than a year", "le chiffre d'un niveau a plus d'un an"},
        .why = {"markets change: shares of an old one mislead",
                "les marchés changent : une part d'un ancien marché trompe"},
        .bad = R"({"market": {"addressable": {"as_of": "@-2251"}}})"}},
      {{.name = "target-not-chosen",
        .severity = Severity::info,
        .step = 1,
        .summary = {"the target is everyone that can be reached",
                    "la cible est tous ceux qu'on peut atteindre"},
        .why = {"a target is a choice of whom to begin with; without it, effort is spread thin",
                "une cible est le choix de par qui commencer ; sans elle, l'effort se disperse"},
        .bad = R"({"market": {"target": {"size": 4000}}})"},
       target_not_chosen},
      {{.name = "launch-not-viable",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"the solution costs too much for those it can reach",
                    "la solution coûte trop cher pour ceux qu'elle peut atteindre"},
        .why = {"the addressed market tells whether launching is worth its cost",
                "le marché adressé dit si le lancement vaut son coût"},
        .bad = R"({"market": {"viability": {"annual_cost": 900000, "max_cost_per_beneficiary": 100}}})"},
       viability},
      {{.name = "no-share-goal",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"no market share to reach", "aucune part de marché à atteindre"},
        .why = {"market-share goals verify the performance of deployment",
                "les objectifs de part de marché vérifient la performance du déploiement"},
        .bad = R"({"market": {"share_goals": null}})"},
       share_goals},
      {{.name = "share-goal-beyond-addressed",
        .severity = Severity::error,
        .step = 1,
        .summary = {"a share goal asks for more than the team can reach",
                    "un objectif de part demande plus que l'équipe ne peut atteindre"},
        .why = {"a goal beyond today's means cannot be met by working harder",
                "un objectif au-delà des moyens ne s'atteint pas en travaillant plus"},
        .bad = R"({"market": {"share_goals": [{"of": "addressable", "share": 0.6, "by": "@275"}]}})"},
       share_goal_reachable},
  };
  return all;
}

} // namespace deploy_plan::rules

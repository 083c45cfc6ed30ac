// Step 1: what makes a market sound.
#include "rules/rule.hpp"
#include <cmath>
#include <optional>
#include <set>

namespace deploy_plan::rules {
namespace {

using MaybeTier = std::optional<Tier>;

/// What a tier holds on the day: its newest observation until then, else its size.
std::optional<std::int64_t> size_of(const MaybeTier& tier, Date today) {
  if (!tier || !tier->origin.sound)
    return std::nullopt;
  const Observation* newest = nullptr;
  if (tier->observations)
    for (const Observation& seen : tier->observations->points)
      if (seen.date <= today && (newest == nullptr || newest->date <= seen.date))
        newest = &seen;
  return newest != nullptr ? std::optional(static_cast<std::int64_t>(newest->value)) : tier->size;
}

struct Named {
  Text name;
  MaybeTier Market::*tier;
  MaybeTier Segment::*part;
};
constexpr Text addressable{"the addressable market", "le marché adressable"};
constexpr Text addressed{"the addressed market", "le marché adressé"};
constexpr Text target{"the target market", "le marché cible"};
constexpr Text penetrated{"the penetrated market", "le marché pénétré"};
constexpr Named tiers[] = {{addressable, &Market::addressable, &Segment::addressable},
                           {addressed, &Market::addressed, &Segment::addressed},
                           {target, &Market::target, &Segment::target},
                           {penetrated, &Market::penetrated, &Segment::penetrated}};

/// The tier's total: given, or summed where every segment gives it.
std::optional<std::int64_t> total(const Market& market, const Named& tier, Date today) {
  if (market.*tier.tier)
    return size_of(market.*tier.tier, today);
  std::int64_t sum = 0;
  for (const Segment& segment : market.segments) {
    const auto part = size_of(segment.*tier.part, today);
    if (!part)
      return std::nullopt;
    sum += *part;
  }
  return market.segments.empty() ? std::nullopt : std::optional(sum);
}

void compare(const Look& look, std::string_view rule, const MaybeTier& inner, Text inner_name,
             const MaybeTier& outer, Text outer_name, Phrase help) {
  const auto small = size_of(inner, look.today);
  const auto large = size_of(outer, look.today);
  if (!small || !large || *small <= *large)
    return;
  look.report(rule, look.at(*inner),
              {{"{0} ({1}) exceeds {2} ({3})", "{0} ({1}) dépasse {2} ({3})"},
               {inner_name, *small, outer_name, *large}},
              std::move(help),
              {{look.place(look.at(*outer)), {{"{0}: {1}", "{0} : {1}"}, {outer_name, *large}}}});
}

void nesting(const Look& look) {
  const auto both = [&](const MaybeTier& all, const MaybeTier& reached, const MaybeTier& chosen) {
    compare(look, "market-nesting", reached, addressed, all, addressable,
            {{"lower the addressed market: the team cannot reach more than there is",
              "réduisez le marché adressé : l'équipe ne peut atteindre plus qu'il n'y a"}});
    compare(look, "market-nesting", chosen, target, reached, addressed,
            {{"lower the target, or raise the addressed market if the team has more means",
              "réduisez la cible ou relevez le marché adressé si l'équipe a plus de moyens"}});
  };
  const Market& market = look.strategy.market;
  both(market.addressable, market.addressed, market.target);
  for (const Segment& segment : market.segments)
    both(segment.addressable, segment.addressed, segment.target);
}

void penetrated_beyond(const Look& look) {
  const Market& market = look.strategy.market;
  const auto now = size_of(market.penetrated, look.today);
  const auto all = total(market, tiers[0], look.today);
  const auto reached = total(market, tiers[1], look.today);
  const auto chosen = total(market, tiers[2], look.today);
  if (!now)
    return;
  const auto node = look.at(market, market.penetrated);
  const auto say_beyond = [&](std::string_view rule, Text name, std::int64_t size, Phrase help) {
    look.report(
        rule, node,
        {{"{0} ({1}) exceeds {2} ({3})", "{0} ({1}) dépasse {2} ({3})"}, {penetrated, *now, name, size}},
        std::move(help));
  };
  if (all && *now > *all)
    say_beyond("penetrated-beyond-addressable", addressable, *all,
               {{"count beneficiaries once, or raise the addressable market",
                 "ne comptez chaque bénéficiaire qu'une fois, ou relevez le marché adressable"}});
  else if (reached && *now > *reached)
    say_beyond("penetrated-beyond-addressed", addressed, *reached,
               {{"raise the addressed market: the team reaches more than it says",
                 "relevez le marché adressé : l'équipe atteint plus qu'elle ne le dit"}});
  else if (chosen && *now > *chosen)
    say_beyond("penetrated-beyond-target", target, *chosen,
               {{"raise the target: it is already passed", "relevez la cible : elle est déjà dépassée"}});
}

void segment_totals(const Look& look) {
  const Market& market = look.strategy.market;
  if (market.segments.empty())
    return;
  for (const Named& tier : tiers) {
    const auto given = size_of(market.*tier.tier, look.today);
    Market parts;
    parts.segments = market.segments;
    const auto sum = total(parts, tier, look.today);
    if (given && sum && *given != *sum)
      look.report(
          "segment-totals", look.at(market, market.*tier.tier),
          {{"{0} is {1}, but its segments add up to {2}", "{0} vaut {1}, mais ses segments totalisent {2}"},
           {tier.name, *given, *sum}},
          {{"mend a segment, or leave the total out: it is computed",
            "corrigez un segment, ou omettez le total : il est calculé"}});
  }
}

void tier_missing(const Look& look) {
  const Market& market = look.strategy.market;
  if (!market.origin.sound)
    return;
  for (const Named& tier : tiers)
    if (&tier != &tiers[3] && !total(market, tier, look.today))
      look.report("tier-missing", look.at(market.origin),
                  {{"{0} is not given", "{0} n'est pas donné"}, {tier.name}},
                  {{"give its size, or give it in every segment",
                    "donnez sa taille, ou donnez-la dans chaque segment"}});
}

void tier_source(const Look& look) {
  const Market& market = look.strategy.market;
  for (const Named& tier : tiers) {
    const MaybeTier& given = market.*tier.tier;
    if (!given || !given->origin.sound || size_of(given, look.today).value_or(0) == 0)
      continue;
    if (given->source.empty())
      look.report("tier-without-source", look.at(market, given),
                  {{"{0} has no source", "{0} n'a pas de source"}, {tier.name}},
                  {{"write it as an object with size, as_of and source: who counted, where it is published",
                    "écrivez-le comme un objet avec taille, au et source : qui a compté, où c'est publié"}});
    else if (given->as_of && look.today - *given->as_of > std::chrono::days{366})
      look.report("tier-outdated", look.at(*given, given->as_of),
                  {{"{0} dates from {1}, more than a year ago", "{0} date du {1}, il y a plus d'un an"},
                   {tier.name, *given->as_of}},
                  {{"look the figure up again and write its new day",
                    "vérifiez le chiffre et notez sa nouvelle date"}});
  }
}

void target_not_chosen(const Look& look) {
  const Market& market = look.strategy.market;
  const auto chosen = size_of(market.target, look.today);
  const auto all = size_of(market.addressable, look.today);
  const auto reached = size_of(market.addressed, look.today);
  if (chosen && *chosen > 0 && ((all && *chosen == *all) || (reached && *chosen == *reached)))
    look.report(
        "target-not-chosen", look.at(market, market.target),
        {{"the target is the whole of {0}: nothing is chosen", "la cible est tout {0} : rien n'est choisi"},
         {all && *chosen == *all ? addressable : addressed}},
        {{"choose whom to begin with for the period", "choisissez par qui commencer pour la période"}});
}

void viability(const Look& look) {
  const Market& market = look.strategy.market;
  const auto reached = total(market, tiers[1], look.today);
  if (!market.viability || !market.viability->origin.sound || !reached || !market.viability->annual_cost ||
      !market.viability->max_cost_per_beneficiary)
    return;
  const double most = *market.viability->max_cost_per_beneficiary;
  const double cost = *market.viability->annual_cost;
  if (cost <= most * static_cast<double>(*reached))
    return;
  const std::string currency = look.strategy.budget ? look.strategy.budget->currency : "";
  if (*reached == 0)
    return look.report("launch-not-viable", look.at(market, market.viability),
                       {{"the solution costs and the addressed market is empty",
                         "la solution coûte et le marché adressé est vide"}},
                       {{"do not launch before the team can reach someone",
                         "ne lancez pas avant que l'équipe puisse atteindre quelqu'un"}});
  look.report(
      "launch-not-viable", look.at(*market.viability, market.viability->annual_cost),
      {{"each addressed beneficiary would cost {0} a year, more than the {1} allowed",
        "chaque bénéficiaire adressé coûterait {0} par an, plus que les {1} admis"},
       {Money{std::round(100 * cost / static_cast<double>(*reached)) / 100, currency},
        Money{most, currency}}},
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
  const Market& market = look.strategy.market;
  const auto reached = total(market, tiers[1], look.today);
  for (const ShareGoal& goal : market.share_goals) {
    if (!goal.origin.sound || !goal.segment.empty() || !reached)
      continue;
    const auto of = total(market, tiers[static_cast<std::size_t>(goal.of)], look.today);
    if (of && goal.share * static_cast<double>(*of) > static_cast<double>(*reached) * (1 + 1e-12))
      look.report("share-goal-beyond-addressed", look.at(goal, goal.share),
                  {{"{0} of {1} is more than {2} ({3})", "{0} : c'est, rapporté à {1}, plus que {2} ({3})"},
                   {Share{goal.share}, tiers[static_cast<std::size_t>(goal.of)].name, addressed, *reached}},
                  {{"lower the share, or give the team the means to reach more",
                    "réduisez la part, ou donnez à l'équipe les moyens d'atteindre plus"}});
  }
}

void share_goal_in_period(const Look& look) {
  const Period& period = look.strategy.period;
  if (!period.origin.sound)
    return;
  for (const ShareGoal& goal : look.strategy.market.share_goals)
    if (goal.origin.sound && (goal.by < period.start || goal.by > period.end))
      look.report(
          "goal-outside-period", look.at(goal, goal.by),
          {{"this goal falls on {0}, outside the period", "cette échéance tombe le {0}, hors de la période"},
           {goal.by}},
          {{"set a day from {0} to {1}, or change the period",
            "fixez un jour du {0} au {1}, ou changez la période"},
           {period.start, period.end}});
}

void period_order(const Look& look) {
  const Period& period = look.strategy.period;
  if (period.origin.sound && period.end <= period.start)
    look.report(
        "period-reversed", look.at(period, period.end),
        {{"the period ends on {0}, before it has begun", "la période finit le {0}, avant d'avoir commencé"},
         {period.end}},
        {{"set an end after {0}", "fixez une fin après le {0}"}, {period.start}});
}

template <class Element>
void unique_ids(const Look& look, const std::vector<Element>& elements) {
  std::set<std::string_view> seen;
  for (const Element& element : elements)
    if (!element.id.empty() && !seen.insert(element.id).second)
      look.report("duplicate-id", look.at(element, element.id),
                  {{"the id {0} is already taken", "l'id {0} est déjà pris"}, {element.id}},
                  {{"give each element of a list an id of its own: references and paths use it",
                    "donnez à chaque élément d'une liste un id propre : références et chemins l'utilisent"}});
}
void duplicate_ids(const Look& look) {
  unique_ids(look, look.strategy.market.segments);
  unique_ids(look, look.strategy.objectives);
  unique_ids(look, look.strategy.actions);
  unique_ids(look, look.strategy.scenarios);
}
} // namespace

std::span<const Rule> market_rules() {
  static constexpr Rule all[] = {
      {{"period-reversed",
        Severity::error,
        1,
        {"the period ends before it begins", "la période finit avant de commencer"},
        {"the target tier is chosen for a time: without it no pace can be computed",
         "la cible est choisie pour un temps : sans lui, aucun rythme ne se calcule"},
        R"({"period": {"start": "2027-06-01", "end": "2026-06-01"}})",
        ""},
       period_order},
      {{"tier-missing",
        Severity::error,
        1,
        {"a tier of the market is not given", "un niveau du marché n'est pas donné"},
        {"market shares verify performance, and each needs its tier",
         "les parts de marché vérifient la performance, et chacune a besoin de son niveau"},
        R"({"market": {"addressed": null}})",
        ""},
       tier_missing},
      {{"market-nesting",
        Severity::error,
        1,
        {"the tiers of the market are not nested", "les niveaux du marché ne sont pas emboîtés"},
        {"target, addressed and addressable are parts of one another: a share of something smaller is "
         "meaningless",
         "cible, adressé et adressable sont inclus l'un dans l'autre : une part d'un ensemble plus petit n'a "
         "pas de sens"},
        R"({"market": {"target": {"size": 5000}}})",
        R"({"market": {"target": {"size": 3000}}})"},
       nesting},
      {{"penetrated-beyond-addressable",
        Severity::error,
        1,
        {"more beneficiaries are covered than exist", "plus de bénéficiaires couverts qu'il n'en existe"},
        {"beneficiaries are counted twice, or the market is wrong",
         "des bénéficiaires sont comptés deux fois, ou le marché est faux"},
        R"({"market": {"penetrated": {"size": 12000, "observations": null}}})",
        ""},
       penetrated_beyond},
      {{"penetrated-beyond-addressed",
        Severity::warning,
        1,
        {"more beneficiaries are covered than the team says it can reach",
         "plus de bénéficiaires couverts que l'équipe ne dit pouvoir atteindre"},
        {"the addressed market is out of date, and goals set on it are too low",
         "le marché adressé est dépassé, et les objectifs fixés dessus sont trop bas"},
        R"({"market": {"penetrated": {"size": 4500, "observations": null}}})",
        ""},
       nullptr},
      {{"penetrated-beyond-target",
        Severity::info,
        1,
        {"the target is already passed", "la cible est déjà dépassée"},
        {"a passed target no longer guides the team: raise it",
         "une cible dépassée ne guide plus l'équipe : relevez-la"},
        R"({"market": {"penetrated": {"size": 1500, "observations": null}}})",
        ""},
       nullptr},
      {{"segment-totals",
        Severity::error,
        1,
        {"segments do not add up to their total", "les segments ne totalisent pas leur ensemble"},
        {"segments are a partition: someone is missing or counted twice",
         "les segments forment une partition : quelqu'un manque ou est compté deux fois"},
        R"({"market": {"segments": [{"id": "rural", "addressable": 6000}, {"id": "urban", "addressable": 3000}]}})",
        R"({"market": {"segments": [{"id": "rural", "addressable": 6000}, {"id": "urban", "addressable": 4000}]}})"},
       segment_totals},
      {{"tier-without-source",
        Severity::warning,
        1,
        {"nobody can tell where a tier's figure comes from",
         "nul ne peut dire d'où vient le chiffre d'un niveau"},
        {"a figure without a source is not believed by those who grant the means",
         "un chiffre sans source n'est pas cru par ceux qui accordent les moyens"},
        R"({"market": {"addressable": {"source": null}}})",
        ""},
       tier_source},
      {{"tier-outdated",
        Severity::warning,
        1,
        {"a tier's figure is older than a year", "le chiffre d'un niveau a plus d'un an"},
        {"markets change: shares of an old one mislead",
         "les marchés changent : une part d'un ancien marché trompe"},
        R"({"market": {"addressable": {"as_of": "2020-01-01"}}})",
        ""},
       nullptr},
      {{"target-not-chosen",
        Severity::info,
        1,
        {"the target is everyone that can be reached", "la cible est tous ceux qu'on peut atteindre"},
        {"a target is a choice of whom to begin with; without it, effort is spread thin",
         "une cible est le choix de par qui commencer ; sans elle, l'effort se disperse"},
        R"({"market": {"target": {"size": 4000}}})",
        ""},
       target_not_chosen},
      {{"launch-not-viable",
        Severity::warning,
        1,
        {"the solution costs too much for those it can reach",
         "la solution coûte trop cher pour ceux qu'elle peut atteindre"},
        {"the addressed market tells whether launching is worth its cost",
         "le marché adressé dit si le lancement vaut son coût"},
        R"({"market": {"viability": {"annual_cost": 900000, "max_cost_per_beneficiary": 100}}})",
        ""},
       viability},
      {{"no-share-goal",
        Severity::warning,
        1,
        {"no market share to reach", "aucune part de marché à atteindre"},
        {"market-share goals verify the performance of deployment",
         "les objectifs de part de marché vérifient la performance du déploiement"},
        R"({"market": {"share_goals": null}})",
        ""},
       share_goals},
      {{"share-goal-beyond-addressed",
        Severity::error,
        1,
        {"a share goal asks for more than the team can reach",
         "un objectif de part demande plus que l'équipe ne peut atteindre"},
        {"a goal beyond today's means cannot be met by working harder",
         "un objectif au-delà des moyens ne s'atteint pas en travaillant plus"},
        R"({"market": {"share_goals": [{"of": "addressable", "share": 0.6, "by": "2026-12-01"}]}})",
        ""},
       share_goal_reachable},
      {{"goal-outside-period",
        Severity::warning,
        1,
        {"a share goal falls outside the period", "une échéance tombe hors de la période"},
        {"the target is chosen for the period: a goal beyond it is of another target",
         "la cible vaut pour la période : une échéance au-delà relève d'une autre cible"},
        R"({"market": {"share_goals": [{"of": "target", "share": 0.5, "by": "2031-01-01"}]}})",
        ""},
       share_goal_in_period},
      {{"duplicate-id",
        Severity::error,
        1,
        {"two elements of a list have one id", "deux éléments d'une liste ont le même id"},
        {"references and paths would not know which one is meant",
         "références et chemins ne sauraient lequel désigner"},
        R"({"market": {"segments": [{"id": "rural"}, {"id": "rural"}]}})",
        ""},
       duplicate_ids},
  };
  return all;
}

} // namespace deploy_plan::rules

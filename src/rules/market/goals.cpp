// Step 1: a target that is chosen, a launch that is worth its cost, shares to reach.
#include "rules/market/tiers.hpp"
#include <cmath>

namespace deploy_plan::rules {
namespace {

void target_not_chosen(const Look& look) {
  const Market& market = look.strategy.market;
  const TierSizes sizes = tier_sizes(market, look.today);
  if (!sizes.target || *sizes.target == 0)
    return;
  const bool everyone = sizes.target == sizes.addressable;
  if (everyone || sizes.target == sizes.addressed)
    look.report(
        place_of_tier(look, market, &Market::target),
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
    return look.report(node,
                       {{"the solution costs and the addressed market is empty",
                         "la solution coûte et le marché adressé est vide"}},
                       {{"do not launch before the team can reach someone",
                         "ne lancez pas avant que l'équipe puisse atteindre quelqu'un"}});
  const std::string currency = look.strategy.budget ? look.strategy.budget->currency : "";
  // To the cent, upwards: a rounded figure must not read as the one allowed.
  const double each = std::ceil(100 * (cost / *reached)) / 100;
  look.report(
      node,
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
    look.report(look.at(market.origin),
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
    look.report(look.at(goal, goal.share),
                {{"{0} {1} is more than {2} ({3})", "{0} {1}, c'est plus que {2} ({3})"},
                 {Share{goal.share}, tiers[static_cast<std::size_t>(goal.of)].of, addressed, *of->addressed}},
                {{"lower the share, or give the team the means to reach more",
                  "réduisez la part, ou donnez à l'équipe les moyens d'atteindre plus"}});
  }
}

/// Who signs up may do so before; who is to use a solution needs it there.
void goals_before_launch(const Look& look) {
  const auto& solution = look.strategy.solution;
  if (!solution || !solution->origin.sound || !solution->launched || *solution->launched <= look.today)
    return; // what came late is told by the goals themselves
  const Date launched = *solution->launched;
  const auto judge = [&](Date by, source::NodeId node) {
    if (by < launched)
      look.report(
          node,
          {{"this goal is of {0}, and the launch of {1}: nobody can be covered by then",
            "cet objectif est pour le {0}, et le lancement le {1} : personne ne peut être couvert d'ici là"},
           {by, launched}},
          {{"set a day after the launch, or mend that of the launch",
            "fixez une échéance d'après le lancement, ou corrigez la date de celui-ci"}},
          {{look.place(look.at(*solution, solution->launched)), {{"the launch", "le lancement"}}}});
  };
  for (const ShareGoal& goal : look.strategy.market.share_goals)
    if (goal.origin.sound)
      judge(goal.by, look.at(goal, goal.by));
  for (const Objective& objective : look.strategy.objectives)
    if (objective.origin.sound && objective.stage != Stage::acquisition &&
        counts_beneficiaries(objective, look.strategy.market))
      judge(objective.target.by, look.at(objective.target, objective.target.by));
}
} // namespace

std::span<const Rule> goal_rules() {
  static constexpr Rule all[] = {
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
      {{.name = "goal-before-launch",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"a goal falls due before the solution is launched",
                    "un objectif arrive à échéance avant le lancement de la solution"},
        .why = {"nobody can use what is not there yet: such a goal is missed from the start",
                "personne ne peut utiliser ce qui n'existe pas encore : un tel objectif est manqué d'avance"},
        .bad = R"({"solution": {"launched": "@310"}, "period": {"end": "@360"}})"},
       goals_before_launch},
  };
  return all;
}

} // namespace deploy_plan::rules

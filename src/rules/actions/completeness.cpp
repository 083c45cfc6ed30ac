// Step 4: what an action says of itself: its measure, test, cost and effect.
#include "rules/rule.hpp"

namespace deploy_plan::rules {
namespace {

void measured_action(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (!action.measure || !action.measure->target)
      look.report(look.at(action, action.measure),
                  {{"the action {0} has no measure with a figure to reach",
                    "l'action {0} n'a pas de mesure avec un chiffre à atteindre"},
                   {action.id}},
                  {{"say how its effect is seen, and how much is wanted",
                    "dites comment son effet se voit, et combien en est attendu"}});
  });
}

void tested(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (!action.test)
      look.report(
          look.at(action.origin),
          {{"the action {0} has no test protocol", "l'action {0} n'a pas de protocole de test"}, {action.id}},
          {{"plan a comparison, a pilot or a sequence before spreading it",
            "prévoyez une comparaison, un pilote ou une séquence avant de la généraliser"}});
  });
}

void costed(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (!action.cost || (!action.cost->money && !action.cost->days))
      look.report(look.at(action, action.cost),
                  {{"the action {0} has no cost", "l'action {0} n'a pas de coût"}, {action.id}},
                  {{"give the money and the person-days of one run, even roughly",
                    "donnez l'argent et les jours-personne d'un passage, même à peu près"}});
  });
}

/// Its own, or one of each of its segments.
bool has_effect(const Action& action) {
  const auto is_effect = [](const std::optional<Uncertain>& effect) {
    return effect && effect->value != 0.0;
  };
  return is_effect(action.effect) ||
         (!action.segments.empty() &&
          std::all_of(action.segments.begin(), action.segments.end(),
                      [&](const ActionSegment& one) { return is_effect(one.effect); }));
}

void effective(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (action.results.empty() && !has_effect(action))
      look.report(look.at(action, action.effect),
                  {{"the action {0} has no effect", "l'action {0} n'a pas d'effet"}, {action.id}},
                  {{"say what one run adds, as an interval if need be: { low, high }",
                    "dites ce qu'ajoute un passage, en intervalle au besoin : { bas, haut }"}});
  });
}

/// Nothing is shown yet, by a result or by a test that has begun.
bool is_untried(const Look& look, const Action& action) {
  const Trial* const trial = look.trials().find(action);
  return action.results.empty() && (trial == nullptr || trial->verdict == Verdict::not_begun);
}

void proven(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    const bool is_scaling = action.status == Status::scaling;
    if ((is_scaling || action.status == Status::proven) && is_untried(look, action))
      look.report(look.at(action, action.status),
                  {is_scaling ? Text{"the action {0} is being spread without a test or a result",
                                     "l'action {0} est généralisée sans test ni résultat"}
                              : Text{"the action {0} is told to be proven without a test or a result",
                                     "l'action {0} est dite éprouvée sans test ni résultat"},
                   {action.id}},
                  {{"test it first on a small perimeter", "testez-la d'abord sur un petit périmètre"}});
  });
}

/// A number that is not known is known between bounds, and those have an order.
void effect_bounds(const Look& look) {
  const auto judge = [&](const Uncertain& effect) {
    const auto reversed = [&](const std::optional<double>& low, const std::optional<double>& high) {
      if (low && high && *low > *high)
        look.report(look.at(effect, high),
                    {{"{0} is below {1}, which stands before it", "{0} est inférieur à {1}, qui le précède"},
                     {*high, *low}},
                    {{"write the bounds from the lowest to the highest",
                      "écrivez les bornes de la plus basse à la plus haute"}});
    };
    reversed(effect.low, effect.high);
    reversed(effect.min, effect.mode);
    reversed(effect.mode, effect.max);
  };
  each_action(look, [&](const Action& action) {
    if (action.effect)
      judge(*action.effect);
    for (const ActionSegment& one : action.segments)
      if (one.effect)
        judge(*one.effect);
  });
  for (const Event& event : look.strategy.events)
    if (event.origin.sound && event.effect)
      judge(*event.effect);
}

constexpr double most_variation = 3; // one run in a hundred then brings more than ten times the mean

void plausible_variation(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (action.variation && *action.variation > most_variation)
      look.report(look.at(action, action.variation),
                  {{"runs vary here by {0} of their mean", "les passages varient ici de {0} de leur moyenne"},
                   {Share{*action.variation}}},
                  {{"write a part of 1, such as 0.5, or a percentage, such as \"50 %\"",
                    "écrivez une part de 1, comme 0.5, ou un pourcentage, comme \"50 %\""}});
  });
}
} // namespace

std::span<const Rule> completeness_rules() {
  static constexpr Rule all[] = {
      {{.name = "action-without-measure",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no measure or no figure to reach",
                    "une action n'a pas de mesure ou de chiffre à atteindre"},
        .why = {"nobody will know whether it worked", "nul ne saura si elle a marché"},
        .bad = R"({"actions": [{"id": "webinars", "measure": null}]})"},
       measured_action},
      {{.name = "action-without-test",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no test protocol", "une action n'a pas de protocole de test"},
        .why = {"untested actions are repeated by habit", "les actions non testées se répètent par habitude"},
        .bad = R"({"actions": [{"id": "webinars", "test": null}]})"},
       tested},
      {{.name = "action-without-cost",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no cost", "une action n'a pas de coût"},
        .why = {"actions are chosen by what they cost for what they give",
                "on choisit les actions sur ce qu'elles coûtent pour ce qu'elles donnent"},
        .bad = R"({"actions": [{"id": "webinars", "cost": null}]})"},
       costed},
      {{.name = "action-without-effect",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no effect", "une action n'a pas d'effet"},
        .why = {"an action that adds nothing only costs", "une action qui n'ajoute rien ne fait que coûter"},
        .bad = R"({"actions": [{"id": "webinars", "effect": 0}]})"},
       effective},
      {{.name = "scaling-unproven",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action is spread, or told to be proven, without proof",
                    "une action est généralisée, ou dite éprouvée, sans preuve"},
        .why = {"a pilot costs less than a mistake at scale",
                "un pilote coûte moins qu'une erreur à grande échelle"},
        .bad = R"({"actions": [{"id": "webinars", "status": "scaling", "results": null}]})"},
       proven},
      {{.name = "bounds-reversed",
        .severity = Severity::error,
        .step = 4,
        .summary = {"an uncertain number's bounds are out of order",
                    "les bornes d'un nombre incertain sont dans le désordre"},
        .why = {"no probability can be given to an empty interval",
                "on ne peut donner de probabilité à un intervalle vide"},
        .bad = R"({"actions": [{"id": "webinars", "effect": {"low": 30, "high": 8}}]})"},
       effect_bounds},
      {{.name = "variation-too-large",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"runs of an action are said to vary by more than three times their mean",
                    "les passages d'une action varieraient de plus de trois fois leur moyenne"},
        .why = {"50 for 50% leaves every figure that follows to chance",
                "50 pour 50 % livre au hasard tous les chiffres qui en découlent"},
        .bad = R"({"actions": [{"id": "webinars", "variation": 50}]})",
        .good = R"({"actions": [{"id": "webinars", "variation": "50 %"}]})"},
       plausible_variation},
  };
  return all;
}

} // namespace deploy_plan::rules

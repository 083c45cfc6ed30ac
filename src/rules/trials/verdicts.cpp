// Step 4: tests large enough to tell, and heeded once they have.
#include "deploy_plan/effects.hpp"
#include "deploy_plan/trial_design.hpp"
#include "rules/trials/tests.hpp"
#include <cmath>

namespace deploy_plan::rules {
namespace {

/// Groups as alike as those seen so far are at the least.
void draw_groups(TrialWish& wish, const Trial& trial) {
  const auto* const ab = std::get_if<AbReading>(&trial.reading);
  const auto* const pilot = std::get_if<PilotReading>(&trial.reading);
  const auto seen = ab != nullptr ? ab->clusters : pilot != nullptr ? pilot->clusters : std::nullopt;
  if (!seen || !seen->icc_interval)
    return;
  wish.cluster_size = seen->mean_size;
  wish.cluster_variation = seen->size_variation;
  wish.icc = std::clamp(seen->icc_interval->low, 0.0, 0.99);
}

/// What a test must be planned for at least: the size that its design asks, at the reference's rate as near
/// as it is known. Nothing where no effect that counts is given, or no rate is known yet.
std::optional<double> asked(const Test& test, const Trial* trial) {
  TrialWish wish{test.protocol, test.threshold.value_or(0), test.min_effect.value_or(0)};
  wish.alpha = test.alpha.value_or(wish.alpha);
  wish.power = test.power.value_or(wish.power);
  if (!(wish.effect > 0))
    return std::nullopt;
  if (trial != nullptr)
    draw_groups(wish, *trial);
  const auto size_at = [&](double baseline) {
    wish.baseline = baseline;
    const auto design = design_trial(wish);
    return design ? std::optional(design->size) : std::nullopt;
  };
  if (test.protocol == Protocol::pilot)
    return test.threshold ? size_at(*test.threshold) : std::nullopt;
  const bool compared = test.protocol == Protocol::ab && test.arms.size() > 1;
  if (!compared || test.arms.front().exposed <= 0 || test.arms.front().converted > test.arms.front().exposed)
    return std::nullopt;
  const bool is_split =
      test.split.size() == test.arms.size() &&
      std::all_of(test.split.begin(), test.split.end(), [](double part) { return part > 0; });
  wish.split = is_split ? test.split : std::vector<double>(test.arms.size(), 1);
  const Proportion reference{test.arms.front().exposed, test.arms.front().converted};
  const Interval rate = wilson(reference, 0.9);
  std::optional<double> least;
  for (const double baseline : {rate.low, reference.rate(), rate.high})
    if (const auto size = size_at(baseline))
      least = std::min(least.value_or(*size), *size);
  return least;
}

void planned_size(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.test)
      return;
    const Test& test = *action.test;
    const auto least =
        test.planned_size && test.origin.sound ? asked(test, look.trials().find(action)) : std::nullopt;
    if (!least || static_cast<double>(*test.planned_size) >= *least)
      return;
    look.report(look.at(test, test.planned_size),
                {{"{0} planned; to see the smallest effect that counts it would take {1}",
                  "{0} en prévision ; il en faudrait {1} pour voir le plus petit effet qui compte"},
                 {*test.planned_size, static_cast<std::int64_t>(*least)}},
                {{"plan that many, or look for a larger effect (min_effect): the design of a test tells both",
                  "prévoyez-en autant, ou cherchez un effet plus grand (effet_minimal) : la conception d'un "
                  "test dit les deux"}});
  });
}

bool is_told_to_work(const Action& action) {
  return action.status == Status::scaling || action.status == Status::proven;
}

/// What scaling-unproven says already.
bool is_told_elsewhere(const Action& action, const Trial& trial) {
  return is_told_to_work(action) && trial.verdict == Verdict::not_begun && action.results.empty();
}

/// Calls `judge(action, trial)` with each action that goes on though its test does not say to adopt it: money
/// goes where a test has shown that it does not work, or spreads before one has shown that it does.
template <class Judge>
void each_unheeded(const Look& look, Judge judge) {
  each_active_action(look, [&](const Action& action) {
    const Trial* const trial = look.trials().find(action);
    const bool is_on = action.status && *action.status != Status::idea;
    if (trial != nullptr && is_on && action.test->origin.sound && trial->verdict != Verdict::adopt)
      judge(action, *trial);
  });
}
std::vector<Related> its_test(const Look& look, const Action& action) {
  return {{look.place(look.at(action, action.test)), {{"its test", "son test"}}}};
}

void dropped(const Look& look) {
  each_unheeded(look, [&](const Action& action, const Trial& trial) {
    if (trial.verdict == Verdict::drop)
      look.report(
          look.at(action, action.status),
          {{"{0} goes on, and its test says to drop it", "{0} continue, alors que son test dit d'abandonner"},
           {action.id}},
          {{"stop it, or say what to change and test that: deploy-plan test tells why",
            "arrêtez-la, ou dites ce qui change et testez-le : deploy-plan test dit pourquoi"}},
          its_test(look, action));
  });
}

void spread(const Look& look) {
  each_unheeded(look, [&](const Action& action, const Trial& trial) {
    if (trial.verdict != Verdict::drop && is_told_to_work(action) && !is_told_elsewhere(action, trial))
      look.report(look.at(action, action.status),
                  {{"{0} is told to work, and its test does not say to adopt it",
                    "{0} est donnée pour efficace, alors que son test ne dit pas de l'adopter"},
                   {action.id}},
                  {{"wait for its test, or call it a test until then: deploy-plan test tells what is missing",
                    "attendez son test, ou dites-la en test d'ici là : deploy-plan test dit ce qui manque"}},
                  its_test(look, action));
  });
}

void estimates(const Look& look) {
  const EstimateScore score = score_of_estimates(look.strategy);
  if (!score.too_few())
    return;
  look.report(
      look.at(look.strategy, look.strategy.actions),
      {{"the 90% intervals given as effects held {0} of {1}",
        "les intervalles à 90 % donnés comme effets ont tenu {0} fois sur {1}"},
       {score.held, score.given}},
      score.widen
          ? Phrase{{"make the next ones {0} times as wide: nine in ten would have held",
                    "élargissez les prochains {0} fois : neuf sur dix auraient tenu"},
                   {std::ceil(*score.widen * 10) / 10}}
          : Phrase{{"give ranges that may be nothing: results came where no interval above 0 would go",
                    "donnez des fourchettes qui peuvent être nulles : des résultats tombent là où aucun "
                    "intervalle au-dessus de 0 n'irait"}});
}
} // namespace

std::span<const Rule> trial_verdict_rules() {
  static constexpr Rule all[] = {
      {{.name = "active-though-dropped",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an active action whose test says to drop it",
                    "une action active dont le test dit de l'abandonner"},
        .why = {"a test is made to be heeded: what it costs to go on is missing for what works",
                "un test est fait pour être suivi : ce que coûte la suite manque à ce qui marche"},
        .bad =
            R"({"actions": [{"id": "webinars", "status": "scaling", "test": {"protocol": "pilot", "planned_size": 200, "exposed": 400, "converted": 12, "threshold": 0.2}}]})"},
       dropped},
      {{.name = "spread-before-adopted",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action is scaling or proven, and its test does not say to adopt it",
                    "une action est généralisée ou éprouvée, et son test ne dit pas de l'adopter"},
        .why = {"a pilot costs less than a mistake at scale, once it has been read",
                "un pilote coûte moins qu'une erreur à grande échelle, une fois lu"},
        .bad =
            R"({"actions": [{"id": "webinars", "status": "scaling", "test": {"protocol": "pilot", "planned_size": 400, "exposed": 120, "converted": 26, "threshold": 0.2}}]})"},
       spread},
      {{.name = "planned-size-too-small",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"a test is planned smaller than what it looks for asks",
                    "un test prévu plus petit que ce qu'il cherche ne demande"},
        .why = {"a test too small to see what counts costs as much, and mostly ends without an answer",
                "un test trop petit pour voir ce qui compte coûte autant, et finit le plus souvent sans "
                "réponse"},
        .bad =
            R"({"actions": [{"id": "webinars", "test": {"protocol": "pilot", "planned_size": 40, "threshold": 0.2, "min_effect": 0.05}}]})"},
       planned_size},
      {{.name = "estimates-too-narrow",
        .severity = Severity::info,
        .step = 4,
        .summary = {"too few of the intervals given as effects held, once results came",
                    "trop peu des intervalles donnés comme effets ont tenu, une fois les résultats venus"},
        .why =
            {"plans count on what is expected: who is surer than results allow plans for too little",
             "les plans comptent sur ce qu'on attend : qui est plus sûr que les résultats ne le permettent "
             "prévoit trop peu"},
        .bad =
            R"({"actions": [{"id": "webinars", "effect": {"low": 28, "high": 30}, "variation": 0.1, "results": [{"date": "2026-02-10", "runs": 1, "effect": 12}]}, {"id": "ambassadors", "effect": {"low": 40, "high": 45, "min": null, "mode": null, "max": null}, "variation": 0.1, "runs": {"max": 6, "done": 1}, "results": [{"date": "2026-02-12", "runs": 1, "effect": 20}]}]})"},
       estimates},
  };
  return all;
}

} // namespace deploy_plan::rules

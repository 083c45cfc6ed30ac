// Step 4: tests large enough to tell, and heeded once they have.
#include "deploy_plan/effects.hpp"
#include "deploy_plan/trial_design.hpp"
#include "rules/trials/tests.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::rules {
namespace {

/// The size that a test must be planned for.
struct Asked {
  double least = 0;    ///< at the figures that ask for the least, of those that what is seen leaves plausible
  double designed = 0; ///< at the figures that are seen: what its design tells
};

/// Nothing where no effect that counts is given, or no rate is known yet.
std::optional<Asked> asked(const Test& test, const Trial* trial) {
  TrialWish wish{test.protocol, test.threshold.value_or(0), test.min_effect.value_or(0)};
  wish.alpha = test.alpha.value_or(wish.alpha);
  wish.power = test.power.value_or(wish.power);
  if (!(wish.effect > 0))
    return std::nullopt;
  const ClusterReading* const groups = trial != nullptr ? trial->clusters() : nullptr;
  draw_groups_as_seen(wish, groups);
  const auto size_at = [&](double baseline, bool is_least) {
    TrialWish at = wish;
    at.baseline = baseline;
    if (is_least && at.cluster_size && groups->icc_interval)
      at.icc = std::clamp(groups->icc_interval->low, 0.0, at.icc);
    const auto design = design_trial(at);
    return design ? std::optional(design->size) : std::nullopt;
  };
  const auto asked_at = [&](double seen, const Interval& plausible) -> std::optional<Asked> {
    const auto designed = size_at(seen, false);
    if (!designed)
      return std::nullopt;
    Asked all{*designed, *designed};
    for (const double baseline : {plausible.low, seen, plausible.high})
      all.least = std::min(all.least, size_at(baseline, true).value_or(all.least));
    return all;
  };
  if (test.protocol == Protocol::pilot)
    return test.threshold ? asked_at(*test.threshold, {*test.threshold, *test.threshold}) : std::nullopt;
  const bool compared = test.protocol == Protocol::ab && test.arms.size() > 1;
  if (!compared || test.arms.front().exposed <= 0 || test.arms.front().converted > test.arms.front().exposed)
    return std::nullopt;
  const bool is_split =
      test.split.size() == test.arms.size() &&
      std::all_of(test.split.begin(), test.split.end(), [](double part) { return part > 0; });
  wish.split = is_split ? test.split : std::vector<double>(test.arms.size(), 1);
  const Proportion reference{test.arms.front().exposed, test.arms.front().converted};
  return asked_at(reference.rate(), wilson(reference, 0.9));
}

/// Which segments a comparison has, those of its series among them, is known once it has figures.
void compared_segments(const Look& look, const Test& test) {
  const bool has_figures =
      std::any_of(test.segments.begin(), test.segments.end(), [](const ComparedSegment& one) {
        return one.observations && !one.observations->points.empty();
      });
  const auto needed = has_figures ? segments_to_tell(test) : std::nullopt;
  if (!needed)
    return;
  look.report(
      look.at(test, test.segments),
      {{"{0} {0#segment|segments} compared: however large the effect, chance alone has it so more than {1} "
        "of "
        "the time",
        "{0} {0#segment comparé|segments comparés} : si grand que soit l'effet, le hasard seul le fait plus "
        "de "
        "{1} du temps"},
       {static_cast<std::int64_t>(test.segments.size()), Share{test.alpha.value_or(TrialWish{}.alpha)}}},
      {{"compare {0} at least, untouched ones added, or begin in more of them",
        "comparez-en au moins {0}, en en ajoutant d'intacts, ou commencez dans davantage"},
       {static_cast<std::int64_t>(*needed)}});
}

void planned_size(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.test)
      return;
    const Test& test = *action.test;
    if (test.protocol == Protocol::comparison && test.origin.sound)
      compared_segments(look, test);
    const auto size =
        test.planned_size && test.origin.sound ? asked(test, look.trials().find(action)) : std::nullopt;
    if (!size || static_cast<double>(*test.planned_size) >= size->least)
      return;
    look.report(look.at(test, test.planned_size),
                {{"{0} planned; to see the smallest effect that counts it would take {1}",
                  "{0} en prévision ; il en faudrait {1} pour voir le plus petit effet qui compte"},
                 {*test.planned_size, static_cast<std::int64_t>(size->designed)}},
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

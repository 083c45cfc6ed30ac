// Step 4: what makes the tests of actions sound.
#include "deploy_plan/trial.hpp"
#include "deploy_plan/trial_design.hpp"
#include "rules/rule.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::rules {
namespace {

template <class Judge>
void each_test(const Look& look, Judge judge) {
  each_action(look, [&](const Action& action) {
    if (action.test)
      judge(*action.test);
  });
}

void arms(const Look& look) {
  each_test(look, [&](const Test& test) {
    if (test.protocol == Protocol::ab && test.arms.size() == 1)
      look.report("too-few-arms", look.at(test, test.arms),
                  {{"a comparison needs two arms at least", "une comparaison demande au moins deux bras"}},
                  {{"add the reference: those who do not get the action",
                    "ajoutez la référence : ceux qui ne reçoivent pas l'action"}});
  });
}

void conversions(const Look& look) {
  const auto judge = [&](source::NodeId node, std::int64_t converted, std::int64_t exposed) {
    if (converted > exposed)
      look.report(
          "converted-beyond-exposed", node,
          {{"{0} converted out of {1} exposed", "{0} {0#converti|convertis} sur {1} {1#exposé|exposés}"},
           {converted, exposed}},
          {{"count among the exposed only, each once", "ne comptez que parmi les exposés, chacun une fois"}});
  };
  each_test(look, [&](const Test& test) {
    for (const Arm& arm : test.arms)
      judge(look.at(arm, arm.converted), arm.converted, arm.exposed);
    if (test.exposed && test.converted)
      judge(look.at(test, test.converted), *test.converted, *test.exposed);
  });
}

void split(const Look& look) {
  each_test(look, [&](const Test& test) {
    double sum = 0;
    for (const double share : test.split)
      sum += share;
    const bool one_an_arm = test.arms.empty() || test.arms.size() == test.split.size();
    if (test.split.empty() || (std::abs(sum - 1) <= 1e-6 && one_an_arm))
      return;
    look.report(
        "split-does-not-sum", look.at(test, test.split),
        {{"the split has {0} {0#share|shares} that add up to {1}",
          "la répartition a {0} {0#part|parts} qui totalisent {1}"},
         {static_cast<std::int64_t>(test.split.size()), std::round(sum * 1e9) / 1e9}},
        {{"give one share for each arm, adding up to 1", "donnez une part par bras, pour un total de 1"}});
  });
}

void starts(const Look& look) {
  each_test(look, [&](const Test& test) {
    std::set<Date> begun;
    for (const Start& start : test.starts)
      if (!begun.insert(start.date).second)
        look.report(
            "starts-overlap", look.at(start, start.date),
            {{"two actions of the sequence start on {0}", "deux actions de la séquence commencent le {0}"},
             {start.date}},
            {{"start them apart, or their effects cannot be told apart",
              "espacez-les, sinon leurs effets ne se distinguent pas"}});
  });
}

/// The data that each protocol is read from: without them nothing can be read, with another's the reader is
/// misled.
void protocols(const Look& look) {
  each_test(look, [&](const Test& test) {
    const auto stray = [&](Protocol owner, source::NodeId node, Text field) {
      if (test.protocol != owner)
        look.report(
            "test-of-another-protocol", node,
            {{"{0} has no meaning in the protocol {1}", "{0} n'a pas de sens dans le protocole {1}"},
             {field, model::choice_of(test.protocol).name}},
            {{"change the protocol, or remove this field", "changez le protocole, ou supprimez ce champ"}});
    };
    if (!test.arms.empty())
      stray(Protocol::ab, look.at(test, test.arms), {"arms", "bras"});
    if (!test.split.empty())
      stray(Protocol::ab, look.at(test, test.split), {"split", "répartition"});
    if (test.exposed)
      stray(Protocol::pilot, look.at(test, test.exposed), {"exposed", "exposés"});
    if (test.threshold)
      stray(Protocol::pilot, look.at(test, test.threshold), {"threshold", "seuil"});
    if (test.series)
      stray(Protocol::sequence, look.at(test, test.series), {"series", "série"});
    if (!test.starts.empty())
      stray(Protocol::sequence, look.at(test, test.starts), {"starts", "débuts"});
  });
}

/// What a test must be planned for at least: the size that its design asks, at the reference's rate as near
/// as it is known. Nothing where no effect that counts is given, or no rate is known yet.
std::optional<double> asked(const Test& test) {
  TrialWish wish{test.protocol, test.threshold.value_or(0), test.min_effect.value_or(0)};
  wish.alpha = test.alpha.value_or(wish.alpha);
  wish.power = test.power.value_or(wish.power);
  if (!(wish.effect > 0))
    return std::nullopt;
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
  each_test(look, [&](const Test& test) {
    const auto least = test.planned_size && test.origin.sound ? asked(test) : std::nullopt;
    if (!least || static_cast<double>(*test.planned_size) >= *least)
      return;
    look.report(
        "planned-size-too-small", look.at(test, test.planned_size),
        {{"{0} planned; to see the smallest effect that counts it would take {1}",
          "{0} en prévision ; il en faudrait {1} pour voir le plus petit effet qui compte"},
         {*test.planned_size, static_cast<std::int64_t>(*least)}},
        {{"plan that many, or look for a larger effect (min_effect): deploy-plan test --design tells both",
          "prévoyez-en autant, ou cherchez un effet plus grand (effet_minimal) : deploy-plan test --design "
          "dit "
          "les deux"}});
  });
}

bool is_told_to_work(const Action& action) {
  return action.status == Status::scaling || action.status == Status::proven;
}

/// What scaling-unproven says already.
bool is_told_elsewhere(const Action& action, const Trial& trial) {
  return action.status == Status::scaling && trial.verdict == Verdict::not_begun && action.results.empty();
}

/// Money still goes where a test has shown that it does not work, or spreads before one has shown that it
/// does.
void heeded(const Look& look) {
  const TrialsByAction trials(look.strategy, look.today);
  each_active_action(look, [&](const Action& action) {
    const Trial* const trial = trials.find(action);
    const bool is_on = action.status && *action.status != Status::idea;
    if (trial == nullptr || !is_on || !action.test->origin.sound || trial->verdict == Verdict::adopt)
      return;
    const std::vector<Related> related{
        {look.place(look.at(action, action.test)), {{"its test", "son test"}}}};
    if (trial->verdict == Verdict::drop)
      look.report(
          "active-though-dropped", look.at(action, action.status),
          {{"{0} goes on, and its test says to drop it", "{0} continue, alors que son test dit d'abandonner"},
           {action.id}},
          {{"stop it, or say what to change and test that: deploy-plan test tells why",
            "arrêtez-la, ou dites ce qui change et testez-le : deploy-plan test dit pourquoi"}},
          related);
    else if (is_told_to_work(action) && !is_told_elsewhere(action, *trial))
      look.report("spread-before-adopted", look.at(action, action.status),
                  {{"{0} is told to work, and its test does not say to adopt it",
                    "{0} est donnée pour efficace, alors que son test ne dit pas de l'adopter"},
                   {action.id}},
                  {{"wait for its test, or call it a test until then: deploy-plan test tells what is missing",
                    "attendez son test, ou dites-la en test d'ici là : deploy-plan test dit ce qui manque"}},
                  related);
  });
}
} // namespace

std::span<const Rule> trial_rules() {
  static constexpr Rule all[] = {
      {{.name = "too-few-arms",
        .severity = Severity::error,
        .step = 4,
        .summary = {"a comparison with one arm", "une comparaison à un seul bras"},
        .why = {"without a reference, nothing is compared", "sans référence, rien n'est comparé"},
        .bad =
            R"({"actions": [{"id": "webinars", "test": {"protocol": "ab", "threshold": null, "arms": [{"name": "letter", "exposed": 100, "converted": 9}]}}]})"},
       arms},
      {{.name = "converted-beyond-exposed",
        .severity = Severity::error,
        .step = 4,
        .summary = {"more converted than exposed", "plus de convertis que d'exposés"},
        .why = {"a rate above 100 % is a counting error",
                "un taux supérieur à 100 % est une erreur de comptage"},
        .bad =
            R"({"actions": [{"id": "webinars", "test": {"protocol": "pilot", "exposed": 10, "converted": 12}}]})"},
       conversions},
      {{.name = "split-does-not-sum",
        .severity = Severity::error,
        .step = 4,
        .summary = {"planned shares that are not one for each arm, adding up to 1",
                    "des parts prévues qui ne font pas une par bras et 1 au total"},
        .why = {"the samples would not be what was planned", "les échantillons ne seraient pas ceux prévus"},
        .bad =
            R"({"actions": [{"id": "webinars", "test": {"protocol": "ab", "threshold": null, "split": [0.5, 0.4]}}]})"},
       split},
      {{.name = "starts-overlap",
        .severity = Severity::error,
        .step = 4,
        .summary = {"two actions of a sequence start together",
                    "deux actions d'une séquence commencent ensemble"},
        .why = {"a sequence tells effects apart by their days",
                "une séquence distingue les effets par leurs jours"},
        .bad =
            R"({"actions": [{"id": "webinars", "test": {"protocol": "sequence", "threshold": null, "starts": [{"date": "@31"}, {"date": "@31"}]}}]})"},
       starts},
      {{.name = "test-of-another-protocol",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"a test holds the data of another protocol",
                    "un test porte les données d'un autre protocole"},
        .why = {"data that no protocol reads are silently left out of the verdict",
                "des données qu'aucun protocole ne lit sont omises en silence du verdict"},
        .bad = R"({"actions": [{"id": "webinars", "test": {"protocol": "sequence", "threshold": 0.2}}]})"},
       protocols},
      {{.name = "active-though-dropped",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an active action whose test says to drop it",
                    "une action active dont le test dit de l'abandonner"},
        .why = {"a test is made to be heeded: what it costs to go on is missing for what works",
                "un test est fait pour être suivi : ce que coûte la suite manque à ce qui marche"},
        .bad =
            R"({"actions": [{"id": "webinars", "status": "scaling", "test": {"protocol": "pilot", "planned_size": 200, "exposed": 400, "converted": 12, "threshold": 0.2}}]})"},
       heeded},
      {{.name = "spread-before-adopted",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action is scaling or proven, and its test does not say to adopt it",
                    "une action est généralisée ou éprouvée, et son test ne dit pas de l'adopter"},
        .why = {"a pilot costs less than a mistake at scale, once it has been read",
                "un pilote coûte moins qu'une erreur à grande échelle, une fois lu"},
        .bad =
            R"({"actions": [{"id": "webinars", "status": "scaling", "test": {"protocol": "pilot", "planned_size": 400, "exposed": 120, "converted": 26, "threshold": 0.2}}]})"}},
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
  };
  return all;
}

} // namespace deploy_plan::rules

// Step 4: the data that a test is read from.
#include "deploy_plan/trial_reserve.hpp"
#include "rules/trials/tests.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::rules {
namespace {

void arms(const Look& look) {
  each_test(look, [&](const Test& test) {
    if (test.protocol == Protocol::ab && test.arms.size() == 1)
      look.report(look.at(test, test.arms),
                  {{"a comparison needs two arms at least", "une comparaison demande au moins deux bras"}},
                  {{"add the reference: those who do not get the action",
                    "ajoutez la référence : ceux qui ne reçoivent pas l'action"}});
  });
}

void conversions(const Look& look) {
  const auto judge = [&](source::NodeId node, std::int64_t converted, std::int64_t exposed) {
    if (converted > exposed)
      look.report(
          node,
          {{"{0} converted out of {1} exposed", "{0} {0#converti|convertis} sur {1} {1#exposé|exposés}"},
           {converted, exposed}},
          {{"count among the exposed only, each once", "ne comptez que parmi les exposés, chacun une fois"}});
  };
  const auto judge_each = [&](const Clusters& clusters) {
    for (const Cluster& one : clusters.counted)
      if (one.origin.sound)
        judge(look.at(one, one.converted), one.converted, one.exposed);
  };
  const auto judge_test = [&](const Test& test) {
    for (const Arm& arm : test.arms)
      if (arm.clusters)
        judge_each(*arm.clusters);
      else if (arm.origin.sound)
        judge(look.at(arm, arm.converted), arm.converted, arm.exposed);
    if (test.clusters)
      judge_each(*test.clusters);
    else if (test.exposed && test.converted)
      judge(look.at(test, test.converted), *test.converted, *test.exposed);
  };
  // Two counts say it whatever else is wrong with their test.
  for (const Action& action : look.strategy.actions)
    if (action.test)
      judge_test(*action.test);
}

/// People reached through relays, or segment by segment, come in groups whose members are alike.
void people_one_by_one(const Look& look) {
  each_action(look, [&](const Action& action) {
    const auto counted = people_for_groups(look.strategy.market, action);
    if (!counted)
      return;
    look.report(
        counted->arm != nullptr ? look.at(*counted->arm, counted->arm->exposed)
                                : look.at(*action.test, action.test->exposed),
        counted->by_relays
            ? Phrase{{"{0} works through relays, and its test counts people one by one",
                      "{0} passe par des relais, et son test compte les personnes une à une"},
                     {action.id}}
            : Phrase{{"{0} is tried segment by segment, and its test counts people one by one",
                      "{0} est essayée segment par segment, et son test compte les personnes une à une"},
                     {action.id}},
        {{"give the counts of each relay or group (clusters): people of one group are alike, and counted "
          "one by one show gains that are not there",
          "donnez les comptages de chaque relais ou groupe (grappes) : les membres d'un groupe se "
          "ressemblent et, comptés un à un, font voir des gains qui n'existent pas"}});
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
        look.at(test, test.split),
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
            look.at(start, start.date),
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
            node,
            {{"{0} has no meaning in the protocol {1}", "{0} n'a pas de sens dans le protocole {1}"},
             {field, model::choice_of(test.protocol).name}},
            {{"change the protocol, or remove this field", "changez le protocole, ou supprimez ce champ"}});
    };
    if (!test.arms.empty())
      stray(Protocol::ab, look.at(test, test.arms), {"arms", "bras"});
    if (!test.split.empty())
      stray(Protocol::ab, look.at(test, test.split), {"split", "répartition"});
    if (test.clusters)
      stray(Protocol::pilot, look.at(test, test.clusters), {"clusters", "grappes"});
    else if (test.exposed)
      stray(Protocol::pilot, look.at(test, test.exposed), {"exposed", "exposés"});
    if (test.threshold)
      stray(Protocol::pilot, look.at(test, test.threshold), {"threshold", "seuil"});
    if (test.series && test.protocol != Protocol::comparison)
      stray(Protocol::sequence, look.at(test, test.series), {"series", "série"});
    if (!test.starts.empty())
      stray(Protocol::sequence, look.at(test, test.starts), {"starts", "débuts"});
    if (!test.segments.empty())
      stray(Protocol::comparison, look.at(test, test.segments), {"segments", "segments"});
  });
}

/// A pilot shows what it reached, and not what would have come of it without the action: segments that are
/// left untouched meanwhile do.
void untouched_segments(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    const std::int64_t untouched = segments_not_compared(look.strategy.market, action);
    if (untouched == 0)
      return;
    look.report(
        look.at(action, action.test),
        {{"{0} is tried in a segment, and {1} {1#stays|stay} untouched meanwhile: nothing compares them",
          "{0} est essayée dans un segment, et {1} {1#reste intact|restent intacts} pendant ce temps : rien "
          "ne "
          "les compare"},
         {action.id, untouched}},
        {{"give each segment's figures over time (protocol comparison): they tell what would have come "
          "anyway",
          "donnez les chiffres de chaque segment au fil du temps (protocole comparaison) : ils disent ce qui "
          "serait venu de toute façon"}});
  });
}
} // namespace

std::span<const Rule> trial_data_rules() {
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
      {{.name = "people-counted-for-groups",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"a test through relays, or by segments, that counts people one by one",
                    "un test par des relais, ou par segments, qui compte les personnes une à une"},
        .why =
            {"people of one group are alike: counted one by one, they show gains that are not there, up to "
             "four times out of ten rather than once in twenty",
             "les membres d'un groupe se ressemblent : comptés un à un, ils font voir des gains qui "
             "n'existent pas, jusqu'à quatre fois sur dix plutôt qu'une sur vingt"},
        .bad =
            R"({"actions": [{"id": "webinars", "lever": "relays", "relay": "partners", "test": {"protocol": "pilot", "exposed": 120, "converted": 31}}]})"},
       people_one_by_one},
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
      {{.name = "pilot-without-comparison",
        .severity = Severity::info,
        .step = 4,
        .summary = {"a pilot in a segment, while others stay untouched and are not compared",
                    "un pilote dans un segment, quand d'autres restent intacts sans être comparés"},
        .why = {"what a pilot reaches may have come by itself: segments without it tell",
                "ce qu'un pilote atteint serait peut-être venu seul : les segments sans lui le disent"},
        .bad =
            R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", "segment": "rural", "test": {"protocol": "pilot", "threshold": 0.2}}]})"},
       untouched_segments},
  };
  return all;
}

} // namespace deploy_plan::rules

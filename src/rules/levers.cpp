// Step 3: what makes levers, and the team that pulls them, sound.
#include "rules/rule.hpp"
#include <set>

namespace deploy_plan::rules {
namespace {

Text family_name(Family family) { return model::choice_of(family).name; }

std::set<Family> used_families(const Strategy& strategy) {
  std::set<Family> used;
  for (const Action& action : strategy.actions)
    if (action.origin.sound)
      used.insert(action.lever);
  return used;
}

void considered(const Look& look) {
  const Strategy& strategy = look.strategy;
  std::set<Family> settled = used_families(strategy);
  for (const Lever& lever : strategy.levers)
    if (!lever.why.empty())
      settled.insert(lever.family);
  std::vector<Text> left;
  for (const auto& family : model::choices<Family>())
    if (!settled.contains(static_cast<Family>(family.value)))
      left.push_back(family.name);
  if (!left.empty())
    look.report(
        look.at(strategy, strategy.levers),
        {{"neither used nor set aside with a reason: {0}", "ni utilisé ni écarté avec une raison : {0}"},
         {left}},
        {{"add an action on each, or say in levers why not",
          "ajoutez une action sur chacun, ou dites dans leviers pourquoi non"}});
}

void available(const Look& look) {
  std::set<Family> unavailable;
  for (const Lever& lever : look.strategy.levers)
    if (lever.available == false)
      unavailable.insert(lever.family);
  each_active_action(look, [&](const Action& action) {
    if (unavailable.contains(action.lever))
      look.report(look.at(action, action.lever),
                  {{"the lever {0} is said to be unavailable", "le levier {0} est dit indisponible"},
                   {family_name(action.lever)}},
                  {{"stop the action, or say that the lever is available",
                    "arrêtez l'action, ou dites le levier disponible"}});
  });
}

void several(const Look& look) {
  const auto used = used_families(look.strategy);
  if (look.strategy.actions.size() > 1 && used.size() == 1)
    look.report(look.at(look.strategy, look.strategy.actions),
                {{"all actions are on one lever: {0}", "toutes les actions portent sur un seul levier : {0}"},
                 {family_name(*used.begin())}},
                {{"try an action on another lever: it may cost less",
                  "essayez une action sur un autre levier : elle peut coûter moins"}});
}

/// An action works on the axis of its objective's stage: retention for those who must come back, adoption for
/// all others.
std::set<Axis> axes_of_actions(const Look& look) {
  std::set<std::string_view> retained;
  std::set<std::string_view> known;
  for (const Objective& objective : look.strategy.objectives) {
    known.insert(objective.id);
    if (objective.stage == Stage::retention)
      retained.insert(objective.id);
  }
  std::set<Axis> covered;
  each_active_action(look, [&](const Action& action) {
    if (known.contains(action.objective))
      covered.insert(retained.contains(action.objective) ? Axis::retention : Axis::adoption);
  });
  return covered;
}

void axes(const Look& look) {
  const Strategy& strategy = look.strategy;
  auto covered = axes_of_actions(look);
  for (const Member& member : strategy.team)
    covered.insert(member.axes.begin(), member.axes.end());
  for (const auto& axis : model::choices<Axis>())
    if (!covered.contains(static_cast<Axis>(axis.value)))
      look.report(look.at(strategy, strategy.team),
                  {{"no action and nobody in the team covers this axis: {0}",
                    "aucune action ni personne de l'équipe ne couvre cet axe : {0}"},
                   {axis.meaning}},
                  {{"give it to someone in the team, or add an action for it",
                    "confiez-le à quelqu'un de l'équipe, ou ajoutez une action pour lui"}});
}
} // namespace

std::span<const Rule> lever_rules() {
  static constexpr Rule all[] = {
      {{.name = "lever-not-considered",
        .severity = Severity::info,
        .step = 3,
        .summary = {"a lever is neither used nor set aside with a reason",
                    "un levier n'est ni utilisé ni écarté avec une raison"},
        .why = {"the cheapest way may be on a lever that nobody looked at",
                "la voie la moins chère est peut-être sur un levier que nul n'a regardé"},
        .bad = R"({"levers": null})"},
       considered},
      {{.name = "lever-unavailable",
        .severity = Severity::error,
        .step = 3,
        .summary = {"an action uses a lever said to be unavailable",
                    "une action utilise un levier dit indisponible"},
        .why = {"the plan counts on what the team does not have",
                "le plan compte sur ce que l'équipe n'a pas"},
        .bad = R"({"levers": [{"family": "relays", "available": false}]})"},
       available},
      {{.name = "single-lever",
        .severity = Severity::info,
        .step = 3,
        .summary = {"all actions are on one lever", "toutes les actions sont sur un seul levier"},
        .why = {"levers tire: a second one tells what the first is worth",
                "les leviers s'essoufflent : un second dit ce que vaut le premier"},
        .bad =
            R"({"actions": [{"id": "webinars", "lever": "relays"}], "levers": [{"family": "targeted_outreach", "why": "nobody has the time"}]})"},
       several},
      {{.name = "axis-not-covered",
        .severity = Severity::warning,
        .step = 3,
        .summary = {"nobody is in charge of adoption, or of retention",
                    "personne n'a la charge de l'adoption, ou de la rétention"},
        .why = {"beneficiaries who come and do not stay are lost",
                "des bénéficiaires qui viennent et ne restent pas sont perdus"},
        .bad = R"({"team": [{"name": "Deployment", "axes": ["adoption"]}]})"},
       axes},
  };
  return all;
}

} // namespace deploy_plan::rules

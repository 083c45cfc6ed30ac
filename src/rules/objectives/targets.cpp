// Step 2: an objective for each stage, with a figure that can be reached and is not yet.
#include "deploy_plan/direction.hpp"
#include "deploy_plan/market.hpp"
#include "rules/objectives/objectives.hpp"

namespace deploy_plan::rules {
namespace {

void stages(const Look& look) {
  if (look.strategy.objectives.empty())
    return;
  bool covered[5] = {};
  for (const Objective& objective : look.strategy.objectives) {
    if (!objective.origin.sound)
      return; // its stage may be the one that seems to lack
    covered[static_cast<std::size_t>(objective.stage)] = true;
  }
  for (const auto& stage : model::choices<Stage>())
    if (!covered[stage.value])
      look.report(look.at(look.strategy, look.strategy.objectives),
                  {{"no objective for the stage {0}: {1}", "aucun objectif pour l'étape {0} : {1}"},
                   {stage.name, stage.meaning}},
                  {{"add one, or accept that nobody looks at this stage",
                    "ajoutez-en un, ou acceptez que personne ne regarde cette étape"}});
}

void reached(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    const auto* seen = newest_observation(objective.observations, look.today);
    if (seen == nullptr || !objective.baseline || objective.target.value == objective.baseline->value)
      return;
    const bool upward = direction_of(objective, look.today) > 0;
    if (upward ? seen->value >= objective.target.value : seen->value <= objective.target.value)
      look.report(look.at(objective.target, objective.target.value),
                  {{"this figure is already reached: {0} on {1}", "ce chiffre est déjà atteint : {0} le {1}"},
                   {seen->value, seen->date}},
                  {{"set the next figure to reach", "fixez le prochain chiffre à atteindre"}});
  });
}

void unreachable(const Look& look) {
  const Market& market = look.strategy.market;
  const SizesBySegment sizes(market, look.today);
  each_objective(look, [&](const Objective& objective) {
    const TierSizes* const of = sizes.find(objective.segment);
    if (of == nullptr || !counts_beneficiaries(objective, market))
      return;
    // What the team can reach bounds an objective; where that is unknown, what there is does.
    const auto most = of->addressed ? of->addressed : of->addressable;
    if (!most || objective.target.value <= *most)
      return;
    look.report(
        look.at(objective.target, objective.target.value),
        {{"{0} is more than {1} ({2})", "{0} dépasse {1} ({2})"},
         {objective.target.value,
          of->addressed ? Text{"the addressed market", "le marché adressé"}
                        : Text{"the addressable market", "le marché adressable"},
          *most}},
        {{"set a figure that the market holds, or give the team the means to reach more",
          "fixez un chiffre que le marché contient, ou donnez à l'équipe les moyens d'atteindre plus"}});
  });
}
} // namespace

std::span<const Rule> target_rules() {
  static constexpr Rule all[] = {
      {{.name = "stage-without-objective",
        .severity = Severity::info,
        .step = 2,
        .summary = {"a stage of the beneficiary's path has no objective",
                    "une étape du parcours n'a pas d'objectif"},
        .why = {"beneficiaries are lost where nobody looks",
                "on perd les bénéficiaires là où personne ne regarde"},
        .bad = R"({"objectives": [{"id": "recommended", "stage": "impact"}]})"},
       stages},
      {{.name = "target-already-reached",
        .severity = Severity::info,
        .step = 2,
        .summary = {"an objective's figure is already reached", "le chiffre d'un objectif est déjà atteint"},
        .why = {"a reached figure no longer guides", "un chiffre atteint ne guide plus"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"value": 60}}]})"},
       reached},
      {{.name = "target-unreachable",
        .severity = Severity::error,
        .step = 2,
        .summary = {"an objective asks for more beneficiaries than can be reached",
                    "un objectif demande plus de bénéficiaires qu'on ne peut en atteindre"},
        .why = {"a figure that cannot be reached discourages", "un chiffre inatteignable décourage"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"value": 20000}}]})"},
       unreachable},
  };
  return all;
}

} // namespace deploy_plan::rules

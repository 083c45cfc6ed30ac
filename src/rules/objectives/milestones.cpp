// Milestones: the path that they make leads from the start to the goal, forwards.
#include "deploy_plan/direction.hpp"
#include "deploy_plan/market.hpp"
#include "rules/objectives/objectives.hpp"
#include "text/number.hpp"
#include <cmath>

namespace deploy_plan::rules {
namespace {

/// The way to a share goal or to an objective's target, as far as rules judge it.
struct Way {
  const std::vector<Milestone>& milestones;
  double value;
  Date by;
  source::NodeId by_node;
  int direction;
  bool is_share;
  std::optional<DatedFigure> start;
  const Baseline* baseline;
};

/// Calls `judge` with each way that has milestones.
template <class Judge>
void each_way(const Look& look, Judge judge) {
  for (const ShareGoal& goal : look.strategy.market.share_goals)
    if (goal.origin.sound && !goal.milestones.empty())
      judge(Way{goal.milestones, goal.share, goal.by, look.at(goal, goal.by), 1, true, {}, nullptr});
  each_objective(look, [&](const Objective& objective) {
    const ObjectiveTarget& target = objective.target;
    if (!target.milestones.empty())
      judge(Way{target.milestones, target.value, target.by, look.at(target, target.by),
                direction_of(objective, look.today), objective.metric.scale == Scale::rate,
                starting_point(objective, look.today), objective.baseline ? &*objective.baseline : nullptr});
  });
}

void in_turn(const Look& look) {
  each_way(look, [&](const Way& way) {
    const Milestone* before = nullptr;
    for (const Milestone& milestone : way.milestones) {
      const auto node = look.at(milestone, milestone.by);
      if (milestone.by >= way.by)
        look.report(node,
                    {{"this milestone is of {0}, and the goal itself of {1}",
                      "ce jalon est du {0}, et l'échéance elle-même du {1}"},
                     {milestone.by, way.by}},
                    {{"set a day before the goal's, or remove the milestone",
                      "fixez un jour d'avant l'échéance, ou supprimez le jalon"}},
                    {{look.place(way.by_node), {{"the goal's day", "l'échéance"}}}});
      else if (way.baseline != nullptr && milestone.by <= way.baseline->date)
        look.report(
            node,
            {{"this milestone is of {0}, and the start of {1}", "ce jalon est du {0}, et le départ du {1}"},
             {milestone.by, way.baseline->date}},
            {{"set a day after the start, or remove the milestone",
              "fixez un jour d'après le départ, ou supprimez le jalon"}},
            {{look.place(look.at(*way.baseline, way.baseline->date)), {{"the start", "le départ"}}}});
      else if (before != nullptr && milestone.by <= before->by)
        look.report(
            node,
            {{"{0} does not come after {1}", "le {0} ne vient pas après le {1}"}, {milestone.by, before->by}},
            {{"put milestones in the order of their days, one a day",
              "rangez les jalons par jour, un seul par jour"}});
      before = &milestone;
    }
  });
}

void forwards(const Look& look) {
  each_way(look, [&](const Way& way) {
    const auto said = [&](double figure) {
      return way.is_share ? Argument(Share{figure}) : Argument(figure);
    };
    std::optional<DatedFigure> before = way.start;
    for (const Milestone& milestone : way.milestones) {
      if (milestone.by >= way.by || (before && milestone.by <= before->date))
        continue; // no part of the path
      const double value = milestone.value;
      const auto node = look.at(milestone, milestone.value);
      if (way.direction * (value - way.value) > 0)
        look.report(node,
                    {{"{0} is beyond the goal itself, {1}", "{0}, c'est au-delà de l'objectif lui-même, {1}"},
                     {said(value), said(way.value)}},
                    {{"mend the figure, or set the goal further",
                      "corrigez le chiffre, ou fixez l'objectif plus loin"}});
      else if (before && way.direction * (value - before->value) < 0)
        look.report(node,
                    {{"the path goes back here, from {0} to {1}",
                      "la trajectoire revient ici en arrière, de {0} à {1}"},
                     {said(before->value), said(value)}},
                    {{"mend the figure: a milestone is where one hopes to be",
                      "corrigez le chiffre : un jalon est là où l'on espère être"}});
      before = DatedFigure{milestone.by, value};
    }
  });
}

/// A milestone, or the goal itself, and where its figure is written.
struct Step {
  Date by;
  double value;
  source::NodeId node;
  bool is_milestone = true;
};
/// Of a goal's milestones and its own figure, in what one of its units is.
template <class Goal>
std::vector<Step> steps_of(const Look& look, const Goal& goal, const double& figure, double unit) {
  std::vector<Step> steps;
  for (const Milestone& one : goal.milestones)
    if (one.origin.sound)
      steps.push_back({one.by, one.value * unit, look.at(one, one.value)});
  steps.push_back({goal.by, figure * unit, look.at(goal, figure), false});
  return steps;
}

/// Two goals of one day may want different figures: one is the least, another the most that is hoped for. A
/// milestone is on the way to both. A share of a tier is seldom a whole number: less than one of those
/// counted is no difference.
bool disagree(const Step& one, const Step& other) {
  return one.by == other.by && (one.is_milestone || other.is_milestone) &&
         std::abs(one.value - other.value) >= 1;
}

void in_accord(const Look& look) {
  const Market& market = look.strategy.market;
  const SizesBySegment sizes(market, look.today);
  const CoveringObjectives covering(look.strategy, look.today);
  for (const ShareGoal& goal : market.share_goals) {
    const TierSizes* const of = goal.origin.sound ? sizes.find(goal.segment) : nullptr;
    const auto tier = of != nullptr ? of->of(goal.of) : std::nullopt;
    if (!tier)
      continue;
    const auto seen = covered_until(market, goal.segment, look.today);
    for (const Objective* const objective : covering.of(goal.segment, seen))
      for (const Step& share : steps_of(look, goal, goal.share, *tier))
        for (const Step& step : steps_of(look, objective->target, objective->target.value, 1))
          if (disagree(share, step))
            look.report(
                share.node,
                {{"this share is {0} on {1}, when “{2}”, which counts the same, is to be at {3}",
                  "cette part fait {0} au {1}, quand « {2} », qui compte les mêmes, doit être à {3}"},
                 {text::shown(share.value), share.by, name_of(*objective), step.value}},
                {{"one figure a day for those who are the same: mend one of the two",
                  "un seul chiffre par échéance pour les mêmes bénéficiaires : corrigez l'un des deux"}},
                {{look.place(step.node), {{"the other figure", "l'autre chiffre"}}}});
  }
}
} // namespace

std::span<const Rule> milestone_rules() {
  static constexpr Rule all[] = {
      {{.name = "milestones-out-of-order",
        .severity = Severity::error,
        .step = 2,
        .summary = {"milestones do not lie between start and goal, in the order of their days",
                    "les jalons ne vont pas du départ à l'échéance, dans l'ordre des jours"},
        .why = {"no path passes them in turn, and a figure would be late or not by chance",
                "aucune trajectoire ne les passe tour à tour, et un retard ne tiendrait qu'au hasard"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "target": {"milestones": [{"by": "@200", "value": 300}, {"by": "@100", "value": 200}]}}]})",
        .good =
            R"({"objectives": [{"id": "active-schools", "target": {"milestones": [{"by": "@100", "value": 200}, {"by": "@200", "value": 300}]}}]})"},
       in_turn},
      {{.name = "milestone-astray",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"a milestone goes back, or beyond the goal",
                    "un jalon revient en arrière, ou dépasse l'objectif"},
        .why = {"whoever follows such a path would be told to undo what was won",
                "qui suit une telle trajectoire se verrait demander de défaire ce qui est gagné"},
        .bad =
            R"({"market": {"share_goals": [{"of": "target", "share": 0.5, "by": "@300", "milestones": [{"by": "@100", "value": "30 %"}, {"by": "@200", "value": "20 %"}]}]}})",
        .good =
            R"({"market": {"share_goals": [{"of": "target", "share": 0.5, "by": "@300", "milestones": [{"by": "@100", "value": "20 %"}, {"by": "@200", "value": "30 %"}]}]}})"},
       forwards},
      {{.name = "milestones-disagree",
        .severity = Severity::warning,
        .step = 2,
        .summary =
            {"a share goal and an objective want different figures of the same people on one day",
             "un objectif de part et un objectif veulent, un même jour, des chiffres différents des mêmes "
             "bénéficiaires"},
        .why = {"one of them is late while the other is in time, and nobody knows which was promised",
                "l'un est en retard quand l'autre est à l'heure, et nul ne sait lequel est promis"},
        .bad =
            R"({"market": {"penetrated": {"observations": [{"date": "@-60", "value": 40}, {"date": "@-2", "value": 110}]}, "share_goals": [{"of": "target", "share": 0.5, "by": "@300", "milestones": [{"by": "@150", "value": "20 %"}]}]}, "objectives": [{"id": "active-schools", "target": {"milestones": [{"by": "@150", "value": 300}]}}]})",
        .good =
            R"({"market": {"penetrated": {"observations": [{"date": "@-60", "value": 40}, {"date": "@-2", "value": 110}]}, "share_goals": [{"of": "target", "share": 0.5, "by": "@300", "milestones": [{"by": "@150", "value": "25 %"}]}]}, "objectives": [{"id": "active-schools", "target": {"milestones": [{"by": "@150", "value": 300}]}}]})"},
       in_accord},
  };
  return all;
}

} // namespace deploy_plan::rules

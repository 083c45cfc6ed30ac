// Rates lie from 0 to 1, and only rates are percentages.
#include "rules/rule.hpp"
#include <cmath>

namespace deploy_plan::rules {
namespace {

enum class Counted { counts, rates };

/// The least that a figure of a rate may be: a change may take away.
constexpr double least_value = 0;
constexpr double least_change = -1;

double number(double value) { return value; }
double number(const std::optional<double>& value) { return *value; }

/// Hands a judge the figures of objectives, goals, tiers, actions and events that are counted in one way.
/// `judge(record, member, least)` says whether a figure is right: of a series only the first that is wrong is
/// told, since the others are most often so too.
template <class Judge>
class FigureWalk {
public:
  FigureWalk(const Look& look, Counted wanted, const Judge& judge)
      : strategy_(look.strategy), wanted_(wanted), judge_(judge) {}

  void walk() const {
    std::map<std::string_view, Counted> by_objective;
    for (const Objective& objective : strategy_.objectives)
      if (objective.metric.origin.sound) {
        const Counted how = objective.metric.scale == Scale::rate ? Counted::rates : Counted::counts;
        by_objective.emplace(objective.id, how);
        if (how == wanted_)
          figures(objective);
      }
    for (const Action& action : strategy_.actions)
      if (action.origin.sound) {
        const auto found = by_objective.find(action.objective);
        if (found != by_objective.end() && found->second == wanted_)
          effects(action);
        if (action.test && wanted_ == Counted::counts)
          series(action.test->series);
      }
    for (const Event& event : strategy_.events)
      if (event.origin.sound && event.effect) {
        const auto found = by_objective.find(event.objective);
        if (event.objective.empty() ? wanted_ == Counted::counts
                                    : found != by_objective.end() && found->second == wanted_)
          uncertain(*event.effect);
      }
    if (wanted_ == Counted::counts)
      tiers();
    else
      for (const ShareGoal& goal : strategy_.market.share_goals)
        milestones(goal.milestones);
  }

private:
  const Strategy& strategy_;
  const Counted wanted_;
  const Judge& judge_;

  void figures(const Objective& objective) const {
    if (objective.baseline && objective.baseline->origin.sound)
      judge_(*objective.baseline, objective.baseline->value, least_value);
    if (objective.target.origin.sound)
      judge_(objective.target, objective.target.value, least_value);
    milestones(objective.target.milestones);
    series(objective.observations);
  }
  void milestones(const std::vector<Milestone>& passed) const {
    for (const Milestone& milestone : passed)
      if (milestone.origin.sound && !judge_(milestone, milestone.value, least_value))
        return;
  }
  void tiers() const {
    each_tier(strategy_, [&](const Tier& tier) { series(tier.observations); });
  }
  void series(const std::optional<Series>& observed) const {
    if (!observed)
      return;
    for (const Observation& point : observed->points)
      if (point.origin.sound && !judge_(point, point.value, least_value))
        return;
  }
  void uncertain(const Uncertain& effect) const {
    if (!effect.origin.sound)
      return;
    for (const auto* part : {&effect.value, &effect.low, &effect.high, &effect.min, &effect.mode, &effect.max,
                             &effect.mean, &effect.sd})
      if (*part && !judge_(effect, *part, least_change))
        return;
  }
  void effects(const Action& action) const {
    if (action.effect)
      uncertain(*action.effect);
    if (action.measure && action.measure->origin.sound && action.measure->target)
      judge_(*action.measure, action.measure->target, least_change);
    if (action.measure)
      series(action.measure->observations);
    for (const Result& result : action.results)
      if (result.origin.sound && !judge_(result, result.effect, least_change))
        break;
  }
};

void rates(const Look& look) {
  const auto judge = [&](const auto& record, const auto& member, double least) {
    const double figure = number(member);
    if (figure >= least && figure <= 1)
      return true;
    const bool was_percent = std::abs(figure) > 1 && figure / 100 >= least && figure <= 100;
    look.report(
        look.at(record, member),
        {{"a rate lies from 0 to 1, and this is {0}", "un taux va de 0 à 1, et ceci vaut {0}"}, {figure}},
        was_percent ? Phrase{{"write {0}, or \"{1} %\"", "écrivez {0}, ou \"{1} %\""}, {figure / 100, figure}}
                    : Phrase{{"write a part of 1, such as 0.6, or a percentage, such as \"60 %\"",
                              "écrivez une part de 1, comme 0.6, ou un pourcentage, comme \"60 %\""}});
    return false;
  };
  FigureWalk(look, Counted::rates, judge).walk();
}

void counts(const Look& look) {
  const auto judge = [&](const auto& record, const auto& member, double) {
    const auto node = look.at(record, member);
    if (!look.is_text(node))
      return true;
    look.report(node,
                {{"{0} is a percentage, and a count stands here",
                  "{0} est un pourcentage, et c'est un nombre qui se tient ici"},
                 {Share{number(member)}}},
                {{"write the count itself, or give the metric the scale rate",
                  "écrivez le nombre lui-même, ou donnez à la métrique l'échelle taux"}});
    return false;
  };
  FigureWalk(look, Counted::counts, judge).walk();
}
} // namespace

std::span<const Rule> rate_rules() {
  static constexpr Rule all[] = {
      {{.name = "rate-beyond-one",
        .severity = Severity::error,
        .step = 2,
        .summary = {"a rate that is not between 0 and 1", "un taux qui n'est pas entre 0 et 1"},
        .why = {"60 for 60% is a hundred times too much for every figure that follows",
                "60 pour 60 %, c'est cent fois trop pour tous les chiffres qui en découlent"},
        .bad = R"({"objectives": [{"id": "returning", "target": {"value": 60}}]})",
        .good = R"({"objectives": [{"id": "returning", "target": {"value": "60 %"}}]})"},
       rates},
      {{.name = "percentage-of-count",
        .severity = Severity::error,
        .step = 2,
        .summary = {"a percentage where beneficiaries or runs are counted",
                    "un pourcentage là où l'on compte"},
        .why = {"a percentage of what is not known is no count",
                "un pourcentage dont on ne sait de quoi n'est pas un nombre"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"value": "60 %"}}]})"},
       counts},
  };
  return all;
}

} // namespace deploy_plan::rules

// Rates lie from 0 to 1, and only rates are percentages.
#include "rules/rule.hpp"
#include <cmath>

namespace deploy_plan::rules {
namespace {

/// Judges the figures of one objective, and of the actions that serve it.
class FigureJudge {
public:
  FigureJudge(const Look& looking, bool rate) : look(looking), is_rate(rate) {}

  /// A value that the metric takes.
  template <class Record, class Member>
  bool value(const Record& record, const Member& member) const {
    return judge(record, member, 0);
  }
  /// What is added to it, or taken away.
  template <class Record, class Member>
  bool change(const Record& record, const Member& member) const {
    return judge(record, member, -1);
  }
  /// Up to the first that is wrong: the others are most often so too.
  void series(const std::optional<Series>& observed) const {
    if (!observed)
      return;
    for (const Observation& point : observed->points)
      if (point.origin.sound && !value(point, point.value))
        return;
  }
  void effects(const Action& action) const {
    if (action.effect && action.effect->origin.sound) {
      const Uncertain& effect = *action.effect;
      for (const auto* part : {&effect.value, &effect.low, &effect.high, &effect.min, &effect.mode,
                               &effect.max, &effect.mean, &effect.sd})
        if (*part && !change(effect, *part))
          break;
    }
    if (action.measure && action.measure->origin.sound && action.measure->target)
      (void)change(*action.measure, action.measure->target);
    for (const Result& result : action.results)
      if (result.origin.sound && !change(result, result.effect))
        break;
  }

private:
  const Look& look;
  const bool is_rate;

  static double number(double value) { return value; }
  static double number(const std::optional<double>& value) { return *value; }

  template <class Record, class Member>
  bool judge(const Record& record, const Member& member, double least) const {
    const double figure = number(member);
    const auto node = look.at(record, member);
    if (!is_rate && look.is_text(node)) {
      look.report("percentage-of-count", node,
                  {{"{0} is a percentage, and a count stands here",
                    "{0} est un pourcentage, et c'est un nombre qui se tient ici"},
                   {Share{figure}}},
                  {{"write the count itself, or give the metric the scale rate",
                    "écrivez le nombre lui-même, ou donnez à la métrique l'échelle taux"}});
      return false;
    }
    if (!is_rate || (figure >= least && figure <= 1))
      return true;
    const bool was_percent = std::abs(figure) > 1 && figure / 100 >= least && figure <= 100;
    look.report(
        "rate-beyond-one", node,
        {{"a rate lies from 0 to 1, and this is {0}", "un taux va de 0 à 1, et ceci vaut {0}"}, {figure}},
        was_percent ? Phrase{{"write {0}, or \"{1} %\"", "écrivez {0}, ou \"{1} %\""}, {figure / 100, figure}}
                    : Phrase{{"write a part of 1, such as 0.6, or a percentage, such as \"60 %\"",
                              "écrivez une part de 1, comme 0.6, ou un pourcentage, comme \"60 %\""}});
    return false;
  }
};

void figures(const Look& look) {
  const Strategy& strategy = look.strategy;
  std::map<std::string_view, bool> rates;
  for (const Objective& objective : strategy.objectives) {
    if (!objective.metric.origin.sound)
      continue;
    const bool is_rate = objective.metric.scale == Scale::rate;
    rates.emplace(objective.id, is_rate);
    const FigureJudge judge(look, is_rate);
    if (objective.baseline && objective.baseline->origin.sound)
      (void)judge.value(*objective.baseline, objective.baseline->value);
    if (objective.target.origin.sound)
      (void)judge.value(objective.target, objective.target.value);
    judge.series(objective.observations);
  }
  each_action(look, [&](const Action& action) {
    if (const auto found = rates.find(action.objective); found != rates.end())
      FigureJudge(look, found->second).effects(action);
    if (action.test)
      FigureJudge(look, false).series(action.test->series);
  });
  const auto of_tier = [&](const std::optional<Tier>& tier) {
    if (tier)
      FigureJudge(look, false).series(tier->observations);
  };
  of_tier(strategy.market.penetrated);
  for (const Segment& segment : strategy.market.segments)
    of_tier(segment.penetrated);
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
       figures},
      {{.name = "percentage-of-count",
        .severity = Severity::error,
        .step = 2,
        .summary = {"a percentage where beneficiaries or runs are counted",
                    "un pourcentage là où l'on compte"},
        .why = {"a percentage of what is not known is no count",
                "un pourcentage dont on ne sait de quoi n'est pas un nombre"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"value": "60 %"}}]})"}},
  };
  return all;
}

} // namespace deploy_plan::rules

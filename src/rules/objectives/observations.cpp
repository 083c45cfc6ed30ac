// Step 2: what is observed, and the days that it is of.
#include "rules/objectives/objectives.hpp"

namespace deploy_plan::rules {
namespace {

/// Calls `judge(points, is_cumulative)` with what is observed of each objective, tier and action, each up to
/// the first point that could not be read.
template <class Judge>
void each_series(const Look& look, Judge judge) {
  const auto readable = [](const std::vector<Observation>& points) {
    const auto end = std::find_if(points.begin(), points.end(),
                                  [](const Observation& point) { return !point.origin.sound; });
    return std::span(points.begin(), end);
  };
  each_objective(look, [&](const Objective& objective) {
    if (objective.observations)
      judge(readable(objective.observations->points), objective.metric.scale == Scale::count);
  });
  each_tier(look.strategy, [&](const Tier& tier) {
    if (tier.observations)
      judge(readable(tier.observations->points), false);
  });
  for (const Action& action : look.strategy.actions)
    if (action.measure && action.measure->observations)
      judge(readable(action.measure->observations->points), false);
  for (const Action& action : look.strategy.actions)
    if (action.test)
      for (const ComparedSegment& one : action.test->segments)
        if (one.observations)
          judge(readable(one.observations->points), false);
}
/// Calls `judge(before, point, is_cumulative)` with each point of a series and the one before it.
template <class Judge>
void each_step(const Look& look, Judge judge) {
  each_series(look, [&](std::span<const Observation> points, bool is_cumulative) {
    for (std::size_t i = 1; i < points.size(); ++i)
      judge(points[i - 1], points[i], is_cumulative);
  });
}

void in_order(const Look& look) {
  each_step(look, [&](const Observation& before, const Observation& point, bool) {
    if (point.date <= before.date)
      look.report(
          look.at(point, point.date),
          {{"{0} does not come after {1}", "le {0} ne vient pas après le {1}"}, {point.date, before.date}},
          {{"put observations in the order of their days, one a day",
            "rangez les relevés par jour, un seul par jour"}});
  });
}

void decrease(const Look& look) {
  each_step(look, [&](const Observation& before, const Observation& point, bool is_cumulative) {
    if (is_cumulative && point.date > before.date && point.value < before.value)
      look.report(
          look.at(point, point.value),
          {{"a cumulative count went down from {0} to {1}", "un nombre cumulé est descendu de {0} à {1}"},
           {before.value, point.value}},
          {{"mend the figure, or give the metric the scale rate",
            "corrigez le chiffre, ou donnez à la métrique l'échelle taux"}});
  });
}

template <class Record, class Day>
void not_in_future(const Look& look, const Record& record, const Day& date, Text message) {
  if (const std::optional<Date> day = date; record.origin.sound && day && *day > look.today)
    look.report(look.at(record, date), {message, {*day}},
                {{"mend the day, or move what you hope for to the target",
                  "corrigez le jour, ou mettez ce que vous espérez dans l'objectif chiffré"}});
}

void in_future(const Look& look) {
  each_series(look, [&](std::span<const Observation> points, bool) {
    for (const Observation& point : points)
      not_in_future(look, point, point.date,
                    {"this observation is of {0}, a day to come", "ce relevé est du {0}, un jour à venir"});
  });
  each_tier(look.strategy, [&](const Tier& tier) {
    if (!look.looks_back())
      not_in_future(look, tier, tier.as_of,
                    {"this size is of {0}, a day to come", "cette taille est du {0}, un jour à venir"});
  });
  each_action(look, [&](const Action& action) {
    for (const Result& result : action.results)
      not_in_future(look, result, result.date,
                    {"this result is of {0}, a day to come", "ce résultat est du {0}, un jour à venir"});
    if (action.test && action.test->series)
      for (const Observation& count : action.test->series->points)
        not_in_future(look, count, count.date,
                      {"this count is of {0}, a day to come", "ce comptage est du {0}, un jour à venir"});
  });
}

void target_after_baseline(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    if (objective.baseline && objective.target.by <= objective.baseline->date)
      look.report(look.at(objective.target, objective.target.by),
                  {{"the day to reach it by, {0}, is not after its start, {1}",
                    "l'échéance, le {0}, ne suit pas le départ, le {1}"},
                   {objective.target.by, objective.baseline->date}},
                  {{"set a later day", "fixez un jour plus tardif"}});
  });
}
} // namespace

std::span<const Rule> observation_rules() {
  static constexpr Rule all[] = {
      {{.name = "observations-out-of-order",
        .severity = Severity::error,
        .step = 2,
        .summary = {"observations do not follow the calendar", "les relevés ne suivent pas le calendrier"},
        .why = {"paces computed from them would be wrong", "les rythmes calculés seraient faux"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-9", "value": 80}, {"date": "@-28", "value": 70}]}]})"},
       in_order},
      {{.name = "observation-in-future",
        .severity = Severity::error,
        .step = 2,
        .summary = {"an observation, a result or a size is of a day to come",
                    "un relevé, un résultat ou une taille est d'un jour à venir"},
        .why = {"a hope is not an observation; as of a past day, what came later is left out instead",
                "un espoir n'est pas un relevé ; au jour passé demandé, la suite est laissée de côté"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-9", "value": 80}, {"date": "@702", "value": 90}]}]})"},
       in_future},
      {{.name = "observations-decrease",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"a cumulative count goes down", "un nombre cumulé diminue"},
        .why = {"a cumulative count only grows: a figure is wrong, or it is a rate",
                "un cumul ne fait que croître : un chiffre est faux, ou c'est un taux"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-28", "value": 80}, {"date": "@-9", "value": 70}]}]})"},
       decrease},
      {{.name = "target-not-after-baseline",
        .severity = Severity::error,
        .step = 2,
        .summary = {"an objective ends before it starts", "un objectif finit avant de commencer"},
        .why = {"no pace can be computed over no time", "aucun rythme ne se calcule sur aucun temps"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"by": "@-2251"}}]})"},
       target_after_baseline},
  };
  return all;
}

} // namespace deploy_plan::rules

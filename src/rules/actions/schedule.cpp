// Step 4: whether what is planned of actions has its time.
#include "deploy_plan/effect.hpp"
#include "rules/rule.hpp"
#include <cmath>
#include <map>
#include <unordered_map>

namespace deploy_plan::rules {
namespace {

using std::chrono::days;

/// The days on which an action can be run at all.
struct ActionTime {
  Date from, until;
  [[nodiscard]] bool is_sound() const { return from <= until; }
  [[nodiscard]] ActionTime within(Month month) const {
    return {std::max(from, month.first), std::min(until, last_day(month))};
  }
};
ActionTime time_of(const Strategy& strategy, const Action& action) {
  return {std::max(strategy.period.start, action.start.value_or(strategy.period.start)),
          std::min(strategy.period.end, action.end.value_or(strategy.period.end))};
}

void scheduled_in_time(const Look& look) {
  if (!look.strategy.period.origin.sound)
    return;
  each_action(look, [&](const Action& action) {
    const ActionTime time = time_of(look.strategy, action);
    for (const ScheduledRuns& one : action.schedule)
      if (time.is_sound() && one.origin.sound && one.runs > 0 && !time.within(one.month).is_sound())
        look.report(
            look.at(one, one.month),
            {{"in {0} no day is in the time of the action, from {1} to {2}",
              "en {0}, aucun jour n'est dans le temps de l'action, du {1} au {2}"},
             {one.month, time.from, time.until}},
            {{"move these runs to another month, or change the action's days or the period",
              "déplacez ces passages vers un autre mois, ou changez les jours de l'action ou la période"}});
  });
}

/// The most runs that an action's pace allows in a time.
double most_at_pace(const Action& action, const ActionTime& time) {
  double most = model::largest_exact;
  if (action.spacing_days.value_or(0) > 0)
    most = 1 + std::floor(static_cast<double>((time.until - time.from).count()) /
                          static_cast<double>(*action.spacing_days));
  if (action.runs && action.runs->per_month) {
    const auto months = static_cast<double>(months_between(month_of(time.from), month_of(time.until)) + 1);
    most = std::min(most, months * static_cast<double>(*action.runs->per_month));
  }
  return most;
}

void within_pace(const Look& look) {
  if (!look.strategy.period.origin.sound)
    return;
  const Phrase help{{"promise fewer, or raise per_month, or lower spacing_days",
                     "promettez-en moins, ou relevez par_mois, ou réduisez espacement_jours"}};
  each_active_action(look, [&](const Action& action) {
    const ActionTime time = time_of(look.strategy, action);
    if (!time.is_sound() || (!action.spacing_days && !(action.runs && action.runs->per_month)))
      return;
    const double most = most_at_pace(action, time);
    if (action.runs && action.runs->min && static_cast<double>(*action.runs->min) > most)
      look.report(
          look.at(*action.runs, action.runs->min),
          {{"{0} {0#run is|runs are} promised, and the pace leaves room for {1} from {2} to {3}",
            "{0} {0#passage est promis|passages sont promis}, et le rythme en permet {1} du {2} au {3}"},
           {*action.runs->min, most, time.from, time.until}},
          help);
    std::map<Month, std::int64_t> by_month;
    for (const ScheduledRuns& one : action.schedule) {
      std::int64_t& runs = by_month[one.month];
      const ActionTime month = time.within(one.month);
      const double most_in_month = month.is_sound() ? most_at_pace(action, month) : model::largest_exact;
      const bool was_within = static_cast<double>(runs) <= most_in_month;
      runs += one.origin.sound ? one.runs : 0;
      if (was_within && static_cast<double>(runs) > most_in_month)
        look.report(look.at(one, one.runs),
                    {{"{0} {0#run is|runs are} scheduled in {1}, and the pace leaves room for {2}",
                      "{0} {0#passage est prévu|passages sont prévus} en {1}, et le rythme en permet {2}"},
                     {runs, one.month, most_in_month}},
                    help);
    }
  });
}

/// The objectives by id, and the North Star's.
class GoalDays {
public:
  explicit GoalDays(const Strategy& strategy) {
    for (const Objective& objective : strategy.objectives)
      if (objective.origin.sound)
        days_.emplace(objective.id, objective.target.by);
    if (strategy.north_star)
      star_ = find(strategy.north_star->objective);
  }
  /// The last day on which what an action brings is asked for: it may pass on to the North Star.
  [[nodiscard]] std::optional<Date> of(const Action& action) const {
    const auto own = find(action.objective);
    return own && star_ ? std::max(own, star_) : own;
  }

private:
  std::unordered_map<std::string_view, Date> days_;
  std::optional<Date> star_;
  [[nodiscard]] std::optional<Date> find(std::string_view id) const {
    const auto found = days_.find(id);
    return found == days_.end() ? std::nullopt : std::optional(found->second);
  }
};

void effective_in_time(const Look& look) {
  if (!look.strategy.period.origin.sound)
    return;
  const GoalDays goals(look.strategy);
  each_active_action(look, [&](const Action& action) {
    const auto goal = goals.of(action);
    const Date first = time_of(look.strategy, action).from;
    const Date effect = first + delay_of(action);
    // A goal that is over before the period begins is judged by itself.
    const bool is_its_doing = action.delay_days || action.start;
    if (!goal || *goal <= look.strategy.period.start || effect < *goal || !is_its_doing)
      return;
    look.report(action.delay_days ? look.at(action, action.delay_days) : look.at(action, action.start),
                {{"a run on {0}, the first day, has its effect on {1}, and its goal is for {2}",
                  "un passage le {0}, le premier jour, a son effet le {1}, et son objectif est pour le {2}"},
                 {first, effect, *goal}},
                {{"begin earlier, or give the action to a later goal",
                  "commencez plus tôt, ou donnez à l'action un objectif plus tardif"}});
  });
}

void required_in_time(const Look& look) {
  std::unordered_map<std::string_view, const Action*> by_id;
  each_action(look, [&](const Action& action) { by_id.emplace(action.id, &action); });
  each_active_action(look, [&](const Action& action) {
    for (const std::string& id : action.requires_) {
      const auto found = by_id.find(id);
      const Action* const required = found == by_id.end() ? nullptr : found->second;
      if (required == nullptr || !required->start || !action.end || *required->start <= *action.end)
        continue;
      look.report(
          look.at(action, action.end),
          {{"the action {0} ends on {1}, before {2}, which it requires, begins on {3}",
            "l'action {0} finit le {1}, avant que {2}, qu'elle nécessite, ne commence le {3}"},
           {action.id, *action.end, id, *required->start}},
          {{"begin what is required earlier, or end the action later",
            "commencez plus tôt ce qui est nécessaire, ou finissez l'action plus tard"}},
          {{look.place(look.at(*required, required->start)), {{"it begins here", "le début est ici"}}}});
    }
  });
}
} // namespace

std::span<const Rule> schedule_rules() {
  static constexpr Rule all[] = {
      {{.name = "schedule-outside-action",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"runs are scheduled in a month in which their action cannot be run",
                    "des passages sont prévus un mois où leur action ne peut être menée"},
        .why = {"nobody will do them, and outlooks as committed do not count on them",
                "nul ne les fera, et les perspectives n'y comptent pas"},
        .bad =
            R"({"actions": [{"id": "webinars", "end": "@200", "schedule": [{"month": "@240m", "runs": 1}]}]})",
        .good =
            R"({"actions": [{"id": "webinars", "end": "@200", "schedule": [{"month": "@200m", "runs": 1}]}]})"},
       scheduled_in_time},
      {{.name = "runs-beyond-pace",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"more runs are promised than the action's pace leaves room for",
                    "plus de passages sont promis que le rythme de l'action n'en permet"},
        .why = {"per_month and spacing_days hold in every plan: the others will not be done",
                "par_mois et espacement_jours valent dans tout plan : les autres ne se feront pas"},
        .bad =
            R"({"actions": [{"id": "webinars", "runs": {"per_month": 1}, "schedule": [{"month": "@45m", "runs": 2}]}]})",
        .good =
            R"({"actions": [{"id": "webinars", "spacing_days": 14, "runs": {"per_month": 2}, "schedule": [{"month": "@45m", "runs": 2}]}]})"},
       within_pace},
      {{.name = "effect-too-late",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"no run of an action can have its effect before the day of its goal",
                    "aucun passage d'une action ne peut avoir son effet avant l'échéance de son objectif"},
        .why = {"no plan gives it a run, and its cost would be in vain",
                "aucun plan ne lui donne de passage, et son coût serait vain"},
        .bad = R"({"actions": [{"id": "webinars", "delay_days": 400}]})",
        .good = R"({"actions": [{"id": "webinars", "delay_days": 30}]})"},
       effective_in_time},
      {{.name = "requires-too-late",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action ends before what it requires begins",
                    "une action finit avant que ce qu'elle nécessite ne commence"},
        .why = {"its runs come after the first of what it requires: there will be none",
                "ses passages viennent après le premier de ce qu'elle nécessite : il n'y en aura aucun"},
        .bad =
            R"({"actions": [{"id": "webinars", "end": "@200", "requires": ["ambassadors"]}, {"id": "ambassadors", "start": "@240"}]})",
        .good =
            R"({"actions": [{"id": "webinars", "end": "@200", "requires": ["ambassadors"]}, {"id": "ambassadors", "start": "@200"}]})"},
       required_in_time},
  };
  return all;
}

} // namespace deploy_plan::rules

// Step 4: the segments in which actions are run.
#include "deploy_plan/effect.hpp"
#include "rules/rule.hpp"
#include <unordered_set>

namespace deploy_plan::rules {
namespace {

void one_way_to_say_segments(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.segment.empty() && !action.segments.empty())
      look.report(
          look.at(action, action.segments),
          {{"the action {0} has both segment and segments", "l'action {0} a à la fois segment et segments"},
           {action.id}},
          {{"keep segments, with all in which it can be run", "gardez segments, avec tous ceux où elle "
                                                              "peut être menée"}},
          {{look.place(look.at(action, action.segment)),
            {{"this one counts for nothing", "celui-ci ne compte pas"}}}});
  });
}

/// What no segment of the market is called is an unknown reference already.
void runs_where_it_can(const Look& look) {
  std::unordered_set<std::string_view> known;
  for (const Segment& segment : look.strategy.market.segments)
    known.insert(segment.id);
  each_action(look, [&](const Action& action) {
    std::unordered_set<std::string_view> own;
    for (const ActionSegment& one : action.segments)
      own.insert(one.segment);
    if (action.segments.empty())
      own.insert(action.segment);
    const auto judge = [&](const auto& one) {
      if (!one.origin.sound || one.segment.empty() || own.contains(one.segment) ||
          !known.contains(one.segment))
        return;
      look.report(look.at(one, one.segment),
                  {{"the action {0} is not run in {1}", "l'action {0} n'est pas menée dans {1}"},
                   {action.id, one.segment}},
                  {{"name one of its segments, or add this one to them",
                    "nommez un de ses segments, ou ajoutez-y celui-ci"}});
    };
    std::for_each(action.results.begin(), action.results.end(), judge);
    std::for_each(action.schedule.begin(), action.schedule.end(), judge);
  });
}

void scheduled_somewhere(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (action.segments.size() < 2)
      return;
    for (const ScheduledRuns& one : action.schedule)
      if (one.origin.sound && one.runs > 0 && one.segment.empty())
        look.report(look.at(one, one.month),
                    {{"nothing says in which of its segments {0} is run in {1}",
                      "rien ne dit dans lequel de ses segments {0} est menée en {1}"},
                     {action.id, one.month}},
                    {{"name the segment, on a line for each", "nommez le segment, une ligne pour chacun"}});
  });
}
} // namespace

std::span<const Rule> action_segment_rules() {
  static constexpr Rule all[] = {
      {{.name = "segment-and-segments",
        .severity = Severity::error,
        .step = 4,
        .summary = {"an action has both segment and segments", "une action a à la fois segment et segments"},
        .why = {"one of the two would silently count for nothing",
                "l'un des deux ne compterait pour rien, en silence"},
        .bad =
            R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", "segment": "rural", "segments": ["rural", "urban"]}]})",
        .good =
            R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", "segments": [{"segment": "rural", "effect": {"low": 4, "high": 20}}, "urban"]}]})"},
       one_way_to_say_segments},
      {{.name = "segment-not-of-action",
        .severity = Severity::error,
        .step = 4,
        .summary = {"runs in a segment that their action does not have",
                    "des passages dans un segment que leur action n'a pas"},
        .why = {"they would wear out no segment and count in none",
                "ils n'essouffleraient aucun segment et ne compteraient dans aucun"},
        .bad =
            R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", "segments": ["rural"], "schedule": [{"month": "@45m", "runs": 1, "segment": "urban"}]}]})"},
       runs_where_it_can},
      {{.name = "schedule-without-segment",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"runs are scheduled, and nothing says in which segment",
                    "des passages sont au calendrier, et rien ne dit dans quel segment"},
        .why = {"what they bring depends on where they are done",
                "ce qu'ils apportent dépend d'où ils se font"},
        .bad =
            R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", "segments": ["rural", "urban"], "schedule": [{"month": "@45m", "runs": 2}]}]})",
        .good =
            R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", "segments": ["rural", "urban"], "schedule": [{"month": "@45m", "runs": 2, "segment": "urban"}]}]})"},
       scheduled_somewhere},
  };
  return all;
}

} // namespace deploy_plan::rules

#include "report/views/gap/gap_goals.hpp"
#include "answers/answers.hpp"
#include "report/document/cells.hpp"
#include "report/views/outlook/course_plot.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::report {
namespace {

Phrase goal_name(const ShareGoalGap& goal) {
  return {{"{0}", "{0}"}, {answers::share_goal_words(goal.of, goal.segment_name)}};
}
void tell_apart(std::vector<Way>& all) {
  std::map<std::string, int> called;
  for (const Way& way : all)
    ++called[way.name.words().en];
  for (Way& way : all)
    if (called[way.name.words().en] > 1)
      way.name = {{"{0}", "{0}"},
                  {answers::told_apart(way.name.words(),
                                       way.goal != nullptr ? Share{way.goal->share}
                                                           : figure_of(way.progress->goal, way.is_rate),
                                       way.progress->by)}};
}

/// What one beneficiary is in the unit that a row is told in.
double unit_of(const Way& way) {
  return way.goal != nullptr && way.progress->goal > 0 ? way.goal->share / way.progress->goal : 1;
}
std::optional<double> in_its_unit(const std::optional<double>& figure, const Way& way) {
  return figure ? std::optional(*figure * unit_of(way)) : std::nullopt;
}
Words outlook_value(const Outlook& people, const Way& way) {
  Outlook told = people;
  for (auto* const figure : {&told.median, &told.low, &told.high})
    *figure = in_its_unit(*figure, way);
  return report::outlook_value(told, way.is_in_shares());
}

Cell name_cell(const Way& way) {
  return way.north_star ? text_cell({{"★ {0}", "★ {0}"}, way.name.arguments}) : text_cell(way.name);
}

std::vector<Cell> row_of(const Way& way) {
  const Progress& one = *way.progress;
  const Phrase status{one.stale ? Text{"{0}, stale", "{0}, périmé"} : Text{"{0}", "{0}"},
                      {status_words(one)}};
  const WayCells cells = cells_of(way);
  const auto size = [&](const std::optional<double>& figure) {
    return difference_cell(in_its_unit(figure, way), way.is_in_shares());
  };
  return {cells.name,
          text_cell(status, status_tone(one)),
          cells.current,
          cells.path_now,
          cells.ahead,
          cells.goal,
          date_cell(one.by),
          size(one.gap),
          size(one.needed_per_month),
          size(one.recent_per_month),
          size(one.observed_per_month)};
}

struct Due {
  const std::vector<DueFigure>& milestones;
  const std::optional<DueFigure>& on_its_day;
};
Due due_of(const Way& way) {
  if (way.goal != nullptr)
    return {way.goal->milestones, way.goal->on_its_day};
  return {way.progress->milestones, way.progress->on_its_day};
}

std::vector<Cell> due_row(const Way& way, const DueFigure& one) {
  const auto figure = [&](const std::optional<double>& value) {
    return figure_cell_of(value, way.is_in_shares());
  };
  const Cell nothing = text_cell(words(Text{"—", "—"}));
  const bool is_past = one.status != DueStatus::to_come;
  return {name_cell(way),
          date_cell(one.by),
          figure(one.value),
          is_past ? figure(one.seen) : nothing,
          is_past ? date_cell(one.seen_on) : nothing,
          text_cell(words(shown_name(one.status)), tone_of(one.status))};
}

/// Each milestone, and each goal whose day is past; nothing where there are none.
std::optional<Table> due_table(const std::vector<Way>& rows) {
  Table table{words(Text{"Milestones, and goals whose day is past", "Jalons, et objectifs échus"}),
              {{"goal", "objectif"},
               {"by", "échéance"},
               {"to have by then", "à avoir ce jour-là"},
               {"observed", "relevé"},
               {"on", "le"},
               {"status", "statut"}},
              {}};
  for (const Way& way : rows) {
    const auto [milestones, on_its_day] = due_of(way);
    for (const DueFigure& one : milestones)
      table.rows.push_back(due_row(way, one));
    if (on_its_day)
      table.rows.push_back(due_row(way, *on_its_day));
  }
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

Cell words_cell(const Words& words) { return words.en.empty() ? unknown() : figure_cell(words); }
Cell class_cell(const Outlook& outlook) {
  return text_cell({{"{0}", "{0}"}, {outlook_words(outlook)}}, outlook_tone(outlook));
}

/// Whether anything is told of it but that nothing can be.
bool has_outlook(const Way& way) {
  return way.outlook != nullptr && way.outlook->as_committed.probability.has_value();
}

std::vector<Cell> outlook_row(const Way& way, bool planned) {
  const Outlooks& all = *way.outlook;
  std::vector<Cell> row{name_cell(way), class_cell(all.as_committed),
                        words_cell(outlook_value(all.as_committed, way)),
                        date_cell(all.as_committed.reached)};
  if (!planned)
    return row;
  const bool told = all.with_plan && all.with_plan->probability;
  row.push_back(told ? class_cell(*all.with_plan) : Cell{std::nullopt});
  row.push_back(told ? words_cell(outlook_value(*all.with_plan, way)) : unknown());
  return row;
}

/// Where none can be told, one line says so for all.
Paragraph no_outlook(const std::vector<Way>& rows) {
  const bool early = std::all_of(rows.begin(), rows.end(), [](const Way& way) {
    return way.outlook == nullptr || way.outlook->no_trend == NoTrend::few_observations;
  });
  if (early)
    return {{{"Where they are going: too early to tell; {0} observations are needed.",
              "Où ils vont : trop tôt pour le dire ; il faut {0} relevés."},
             {static_cast<std::int64_t>(least_observations)}}};
  return {words(Text{"Where they are going cannot be told from what was observed.",
                     "Où ils vont ne peut se dire d'après les relevés."})};
}

/// Where each is going, beside where it is; nothing where no outlook was drawn.
std::vector<Block> outlook_blocks(const std::vector<Way>& rows) {
  const auto any = [&](auto is_so) { return std::any_of(rows.begin(), rows.end(), is_so); };
  if (!any([](const Way& way) { return way.outlook != nullptr; }))
    return {};
  if (!any(has_outlook))
    return {no_outlook(rows)};
  const bool planned = any([](const Way& way) { return has_outlook(way) && way.outlook->with_plan; });
  Table table{words(Text{"Where they are going, with the runs that are promised",
                         "Où ils vont, avec les passages promis"}),
              {{"goal", "objectif"},
               {"as committed", "engagements tenus"},
               {"on its day, 90% sure", "à l'échéance, sûr à 90 %"},
               {"reached about", "atteint vers le"}},
              {}};
  if (planned) {
    table.columns.push_back({"with the plan", "avec le plan"});
    table.columns.push_back({"on its day, 90% sure", "à l'échéance, sûr à 90 %"});
  }
  for (const Way& way : rows)
    if (way.outlook != nullptr)
      table.rows.push_back(outlook_row(way, planned));
  std::vector<Block> blocks{std::move(table)};
  std::vector<std::string> events;
  for (const Way& way : rows)
    if (has_outlook(way))
      for (const std::string& event : way.outlook->assumed_events)
        if (std::find(events.begin(), events.end(), event) == events.end())
          events.push_back(event);
  if (auto said = assumed_events_words(events))
    blocks.emplace_back(Paragraph{std::move(*said)});
  if (any([](const Way& way) { return has_outlook(way) && way.outlook->unwritten_results; }))
    blocks.emplace_back(unwritten_results_words());
  return blocks;
}

/// As committed by its day where that was drawn, else now, against the goal.
Phrase course_seen(const ObjectiveGap& one) {
  const auto figure = [&](double value) { return figure_of(value, !one.counted); };
  if (one.outlook && one.outlook->as_committed.median && one.observed.back().date < one.progress.by)
    return {
        {"{0}: by {1}, what is committed leads to about {2}, for {3} to reach",
         "{0} : au {1}, ce qui est engagé mène à {2} environ, pour {3} à atteindre"},
        {one.name, one.progress.by, figure(*one.outlook->as_committed.median), figure(one.progress.goal)}};
  return {{"{0}: {1} on {2}, for {3} to reach by {4}", "{0} : {1} au {2}, pour {3} à atteindre au {4}"},
          {one.name, figure(*one.progress.current), one.observed.back().date, figure(one.progress.goal),
           one.progress.by}};
}

/// Each objective that was observed against its path, those of one unit on one scale; nothing for one alone.
std::optional<Panels> paths(const Gap& gap) {
  Panels panels{words(Text{"Each objective against its path", "Chaque objectif et sa trajectoire"}),
                words(Text{"those of one unit on one scale", "ceux d'une même unité à la même échelle"}),
                {}};
  std::vector<const ObjectiveGap*> drawn;
  std::map<std::pair<std::string_view, bool>, Interval> scales; // of a unit
  constexpr std::size_t most_panels = 12;
  for (const ObjectiveGap& one : gap.objectives)
    if (!one.observed.empty() && drawn.size() < most_panels) {
      drawn.push_back(&one);
      Interval& scale =
          scales.try_emplace({one.unit, one.counted}, Interval{one.progress.goal, one.progress.goal})
              .first->second;
      scale = {std::min(scale.low, one.progress.goal), std::max(scale.high, one.progress.goal)};
      for (const Observation& seen : one.observed)
        scale = {std::min(scale.low, seen.value), std::max(scale.high, seen.value)};
    }
  const auto late = std::count_if(drawn.begin(), drawn.end(),
                                  [](const ObjectiveGap* one) { return is_late(one->progress.status); });
  if (drawn.size() < 2)
    return std::nullopt;
  panels.title = {{"{0} of {1} {1#objective|objectives} with observations {0#is|are} late or at risk",
                   "Sur {1} {1#objectif relevé|objectifs relevés}, {0} {0#est|sont} en retard ou à risque"},
                  {static_cast<std::int64_t>(late), static_cast<std::int64_t>(drawn.size())}};
  for (const ObjectiveGap* const one : drawn) {
    BriefCourse past = course_by_outlook(*one);
    past.as_committed.clear(); // a wide fan would hide what is compared
    past.with_plan.clear();
    Plot plot = course_plot(*one, past, gap.as_of, words(one->name));
    plot.uprights.clear(); // the curve ends there
    plot.description = {{"{0} now, {1} to reach by {2}", "{0} à ce jour, {1} à atteindre au {2}"},
                        {figure_of(*one->progress.current, !one->counted),
                         figure_of(one->progress.goal, !one->counted), one->progress.by}};
    const Interval& scale = scales.at({one->unit, one->counted});
    plot.also_y = {scale.low, scale.high};
    panels.plots.push_back(std::move(plot));
  }
  return panels;
}

/// How many are late, of those that can be told.
Phrase bars_seen(const std::vector<Way>& rows) {
  std::int64_t told = 0, late = 0;
  for (const Way& way : rows) {
    const GoalStatus status = way.progress->status;
    told += status != GoalStatus::unmeasured;
    late += is_late(status);
  }
  if (told == 0)
    return words(Text{"Progress against the path", "Avancement et trajectoire"});
  return {{"Of {0} measured {0#goal|goals}, {1} {1#has|have} gone less of the way than the path asks by now",
           "Sur {0} {0#objectif mesuré|objectifs mesurés}, {1} {1#a|ont} fait moins de chemin que la "
           "trajectoire n'en demande à ce jour"},
          {told, late}};
}
} // namespace

WayCells cells_of(const Way& way) {
  if (way.goal != nullptr) {
    const ShareGoalGap& one = *way.goal;
    return {name_cell(way), share_cell(one.current), share_cell(one.path_now),
            difference_cell(one.ahead, true), share_cell(one.share)};
  }
  const Progress& one = *way.progress;
  const auto figure = [&](const std::optional<double>& value) { return figure_cell_of(value, way.is_rate); };
  return {name_cell(way), figure(one.current), figure(one.path_now), difference_cell(one.ahead, way.is_rate),
          figure(one.goal)};
}

std::vector<Way> ways(const Gap& gap, const GapViewOptions& options) {
  const auto told = [](const std::optional<Outlooks>& outlook) { return outlook ? &*outlook : nullptr; };
  std::vector<Way> all;
  for (const ObjectiveGap& one : gap.objectives)
    if (options.segment.empty())
      all.push_back({words(one.name), &one.progress, told(one.outlook), one.north_star, !one.counted});
  for (const ShareGoalGap& goal : gap.goals)
    if (options.segment.empty() || goal.segment == options.segment)
      all.push_back({goal_name(goal), &goal.beneficiaries, told(goal.outlook), false, false, &goal});
  tell_apart(all);
  if (options.by_urgency)
    std::stable_sort(all.begin(), all.end(), [](const Way& a, const Way& b) {
      const auto rank = [](const Way& way) {
        return std::tuple(model::choice_of(way.progress->status).order, !way.north_star, way.progress->by);
      };
      return rank(a) < rank(b);
    });
  return all;
}

std::vector<Block> goal_blocks(const Gap& gap, const GapViewOptions& options) {
  const std::vector<Way> rows = ways(gap, options);
  Bars bars{
      bars_seen(rows),
      words(Text{"a tick marks where the path is today", "un trait marque où la trajectoire en est ce jour"}),
      {}};
  Table table{words(Text{"Most urgent first; paces by month", "Le plus urgent d'abord ; rythmes par mois"}),
              {{"goal", "objectif"},
               {"status", "statut"},
               {"now", "actuel"},
               {"path today", "trajectoire ce jour"},
               {"ahead", "avance"},
               {"to reach", "à atteindre"},
               {"by", "échéance"},
               {"left", "reste"},
               {"pace needed", "rythme requis"},
               {"recent pace", "rythme récent"},
               {"pace so far", "rythme depuis le début"}},
              {}};
  for (const Way& way : rows) {
    const Progress& one = *way.progress;
    if (one.progress)
      bars.bars.push_back({way.name,
                           *one.progress,
                           one.due(),
                           {{"{0} · {1}", "{0} · {1}"}, {Share{*one.progress}, status_words(one)}},
                           status_tone(one)});
    table.rows.push_back(row_of(way));
  }
  std::vector<Block> blocks;
  if (table.rows.empty())
    return blocks;
  if (!bars.bars.empty())
    blocks.emplace_back(std::move(bars));
  const ObjectiveGap* const star = north_star_of(gap);
  if (star != nullptr && star->observed.size() > 1 && options.segment.empty() && !options.has_course)
    blocks.emplace_back(course_plot(*star, course_by_outlook(*star), gap.as_of, course_seen(*star)));
  if (auto panels = paths(gap); panels && options.segment.empty())
    blocks.emplace_back(std::move(*panels));
  blocks.emplace_back(std::move(table));
  if (auto due = due_table(rows))
    blocks.emplace_back(std::move(*due));
  std::vector<Block> outlooks = outlook_blocks(rows);
  std::move(outlooks.begin(), outlooks.end(), std::back_inserter(blocks));
  return blocks;
}

} // namespace deploy_plan::report

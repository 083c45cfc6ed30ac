#include "report/views/gap/gap_goals.hpp"
#include "answers/answers.hpp"
#include "report/document/cells.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

Phrase goal_name(const ShareGoalGap& goal) {
  const Text of = answers::share_words(goal.of);
  if (goal.segment.empty())
    return words(of);
  return {{"{0} ({1})", "{0} ({1})"}, {of, goal.segment}};
}

Share shown_share(double share) { return {shown(share * 100) / 100}; }

/// The day, else why there is none.
Cell eta_cell(const Progress& way) {
  const Text why = way.no_eta ? no_eta_words(*way.no_eta) : Text{};
  return why.en.empty() ? date_cell(way.eta) : figure_cell(why);
}

std::vector<Cell> row_of(const Way& way) {
  const Progress& one = *way.progress;
  const Phrase status{one.stale ? Text{"{0}, stale", "{0}, périmé"} : Text{"{0}", "{0}"},
                      {shown_name(one.status)}};
  const auto figure = [&](const std::optional<double>& of_one, const std::optional<double>& share) {
    return way.goal != nullptr ? share_cell(share) : figure_cell_of(of_one, way.is_rate);
  };
  const ShareGoalGap of_share = way.goal != nullptr ? *way.goal : ShareGoalGap{};
  return {way.north_star ? text_cell({{"★ {0}", "★ {0}"}, way.name.arguments}) : text_cell(way.name),
          text_cell(status, tone_of(one.status)),
          figure(one.current, of_share.current),
          figure(one.path_now, of_share.path_now),
          figure(one.ahead, of_share.ahead),
          figure(one.goal, of_share.share),
          date_cell(one.by),
          figure_cell_of(one.gap, way.is_rate),
          figure_cell_of(one.needed_per_month, way.is_rate),
          figure_cell_of(one.observed_per_month, way.is_rate),
          eta_cell(one)};
}

/// Two columns more, where futures were simulated.
void add_closings(Table& table, const std::vector<Way>& rows) {
  if (std::none_of(rows.begin(), rows.end(), [](const Way& way) { return way.progress->closing; }))
    return;
  table.columns.push_back({"closed by then, 90% sure", "comblé à l'échéance, sûr à 90 %"});
  table.columns.push_back({"probability", "probabilité"});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& closing = rows[i].progress->closing;
    table.rows[i].push_back(closing
                                ? figure_cell(Phrase{{"{0} ({1} to {2})", "{0} ({1} à {2})"},
                                                     {shown_share(closing->median), shown_share(closing->low),
                                                      shown_share(closing->high)}}
                                                  .words())
                                : unknown());
    table.rows[i].push_back(closing ? figure_cell(chance_words(closing->probability)) : unknown());
  }
}

/// What was observed, where today's pace leads by the day of the goal, and the goal.
Plot course(const ObjectiveGap& one) {
  Plot plot{{{"Observed, pace and goal: {0}", "Relevés, rythme et objectif : {0}"}, {one.name}},
            {{"{0} now, {1} to reach by {2}", "{0} aujourd'hui, {1} à atteindre pour le {2}"},
             {figure_of(*one.progress.current, !one.counted), figure_of(one.progress.goal, !one.counted),
              one.progress.by}},
            {words(Text{"day", "jour"}), AxisKind::date},
            {words(one.unit), one.counted ? AxisKind::number : AxisKind::share},
            {},
            true};
  Plot::Curve observed{words(Text{"observed", "relevés"}), Plot::Style::line, {}};
  constexpr std::size_t most = 400; // points: a screen has no more columns to tell them apart
  const std::size_t step = std::max<std::size_t>(1, one.observed.size() / most);
  for (std::size_t i = 0; i < one.observed.size(); i += step)
    observed.points.push_back({on_axis(one.observed[i].date), one.observed[i].value});
  const Observation& newest = one.observed.back();
  if (observed.points.back().x != on_axis(newest.date))
    observed.points.push_back({on_axis(newest.date), newest.value});
  plot.curves.push_back(std::move(observed));
  if (one.progress.observed_per_month && newest.date < one.progress.by) {
    const double towards = one.progress.baseline && one.progress.goal < *one.progress.baseline ? -1 : 1;
    const double months = static_cast<double>((one.progress.by - newest.date).count()) / days_a_month;
    plot.curves.push_back(
        {words(Text{"at today's pace", "au rythme actuel"}),
         Plot::Style::dashed,
         {{on_axis(newest.date), newest.value},
          {on_axis(one.progress.by), newest.value + towards * *one.progress.observed_per_month * months}}});
  }
  plot.curves.push_back(
      {words(Text{"goal", "objectif"}), Plot::Style::goal, {{on_axis(one.progress.by), one.progress.goal}}});
  return plot;
}
} // namespace

std::vector<Way> ways(const Gap& gap, const GapViewOptions& options) {
  std::vector<Way> all;
  for (const ObjectiveGap& one : gap.objectives)
    if (options.segment.empty())
      all.push_back({words(one.name), &one.progress, one.north_star, !one.counted});
  for (const ShareGoalGap& goal : gap.goals)
    if (options.segment.empty() || goal.segment == options.segment)
      all.push_back({goal_name(goal), &goal.beneficiaries, false, false, &goal});
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
  Bars bars{words(Text{"Progress against time gone", "Avancement et temps écoulé"}),
            words(Text{"a tick marks the share of the time that is gone",
                       "un trait marque la part du temps écoulé"}),
            {}};
  Table table{
      words(
          Text{"Most urgent first; paces by month; market shares move in beneficiaries",
               "Le plus urgent d'abord ; rythmes par mois ; les parts de marché avancent en bénéficiaires"}),
      {{"goal", "objectif"},
       {"status", "statut"},
       {"now", "actuel"},
       {"path today", "trajectoire ce jour"},
       {"ahead", "avance"},
       {"to reach", "à atteindre"},
       {"by", "échéance"},
       {"left", "reste"},
       {"pace needed", "rythme requis"},
       {"pace observed", "rythme observé"},
       {"at this pace", "à ce rythme"}},
      {}};
  for (const Way& way : rows) {
    const Progress& one = *way.progress;
    if (one.progress)
      bars.bars.push_back({way.name,
                           *one.progress,
                           one.elapsed,
                           {{"{0}", "{0}"}, {Share{*one.progress}}},
                           tone_of(one.status)});
    table.rows.push_back(row_of(way));
  }
  add_closings(table, rows);
  std::vector<Block> blocks;
  if (table.rows.empty())
    return blocks;
  if (!bars.bars.empty())
    blocks.emplace_back(std::move(bars));
  for (const ObjectiveGap& one : gap.objectives)
    if (one.north_star && one.observed.size() > 1 && options.segment.empty())
      blocks.emplace_back(course(one));
  blocks.emplace_back(std::move(table));
  return blocks;
}

} // namespace deploy_plan::report

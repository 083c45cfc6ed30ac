#include "report/views/plan/plan_time.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <map>

namespace deploy_plan::report {
namespace {

/// What somebody does, from its first day on.
struct Task {
  Date day{};
  const PlannedAction* action = nullptr;
  std::vector<PlannedRuns> runs; ///< of one segment, tests apart; none where something else is done
  bool is_setup = false;         ///< what it takes to begin
  [[nodiscard]] bool is_decision() const { return runs.empty() && !is_setup; }
};

std::int64_t count_of(const std::vector<PlannedRuns>& runs) {
  std::int64_t all = 0;
  for (const PlannedRuns& part : runs)
    all += part.runs;
  return all;
}

std::vector<Task> tasks_of(const Plan& plan) {
  std::vector<Task> all;
  for (const PlannedAction& one : plan.actions) {
    std::map<std::pair<bool, std::string>, std::vector<PlannedRuns>> groups; // tests are not among the others
    for (const PlannedRuns& part : one.schedule)
      if (part.runs > 0)
        groups[{!part.is_test, part.segment}].push_back(part);
    for (auto& [kind, runs] : groups)
      all.push_back({runs.front().first, &one, std::move(runs)});
    if (!one.setup.empty() && one.runs > 0)
      all.push_back({std::max(plan.from, one.setup.front().month.first), &one, {}, true});
    if (one.test && (one.runs > 0 || one.test->is_under_way))
      all.push_back({one.test->decision, &one, {}});
  }
  std::stable_sort(all.begin(), all.end(), [](const Task& a, const Task& b) { return a.day < b.day; });
  return all;
}

class TaskRows {
public:
  explicit TaskRows(const Plan& told)
      : plan_(told), words_(told), tasks_(tasks_of(told)),
        has_owners_(any([](const Task& task) { return !task.action->owner.empty(); })),
        has_segments_(
            any([](const Task& task) { return !task.runs.empty() && !task.runs.front().segment.empty(); })) {}

  std::vector<Block> blocks() const {
    Table table{words(Text{"By the day on which each begins, with the days on which tests are decided",
                           "Par jour de début, avec les jours où se tranchent les tests"}),
                {{"what", "quoi"}},
                {}};
    if (has_owners_)
      table.columns.push_back({{"who", "qui"}});
    table.columns.push_back({{"runs", "passages"}});
    table.columns.push_back({{"when", "quand"}});
    if (has_segments_)
      table.columns.push_back({{"segment", "segment"}});
    table.columns.push_back({{"why", "pourquoi"}});
    for (const Task& task : tasks_)
      table.rows.push_back(row_of(task));
    std::vector<Block> blocks;
    add_rows(std::move(table), blocks);
    return blocks;
  }

private:
  const Plan& plan_;
  const PlanWords words_;
  const std::vector<Task> tasks_;
  const bool has_owners_, has_segments_;

  template <class Is>
  bool any(const Is& is) const {
    return std::any_of(tasks_.begin(), tasks_.end(), is);
  }

  std::vector<Cell> row_of(const Task& task) const {
    const PlannedAction& one = *task.action;
    const bool has_runs = !task.runs.empty();
    std::vector<Cell> row{text_cell(what(task))};
    if (has_owners_)
      row.push_back(one.owner.empty() ? Cell{std::nullopt} : text_cell(words(one.owner)));
    row.push_back(has_runs ? figure_cell(count_of(task.runs)) : unknown());
    row.push_back(text_cell(when(task)));
    if (has_segments_)
      row.push_back(has_runs ? words_.segment_cell(task.runs.front().segment) : Cell{std::nullopt});
    row.push_back(text_cell(why(task)));
    return row;
  }
  Phrase when(const Task& task) const {
    if (task.is_decision())
      return {{"{0}", "{0}"}, {task.day}};
    if (!task.is_setup)
      return {{"{0}", "{0}"}, {words_.when(task.runs)}};
    const auto& setup = task.action->setup;
    return setup.size() == 1 ? Phrase{{"{0}", "{0}"}, {setup.front().month}}
                             : Phrase{{"{0} to {1}", "{0} à {1}"}, {setup.front().month, setup.back().month}};
  }
  Phrase what(const Task& task) const {
    const std::string name = words_.name_of(*task.action);
    if (task.is_setup)
      return {{"Prepare: {0}", "Préparer : {0}"}, {name}};
    if (task.runs.empty())
      return {{"Decide: {0}", "Trancher : {0}"}, {name}};
    if (task.runs.front().is_test)
      return {{"Test: {0}", "Tester : {0}"}, {name}};
    return words(name);
  }
  /// What it is done for.
  Phrase why(const Task& task) const {
    const PlannedAction& one = *task.action;
    if (task.is_setup) {
      double days = 0;
      for (const PlannedSetup& part : one.setup)
        days += part.days;
      return {
          {"{0} person-{0#day|days} before its first run", "{0} {0#jour|jours} avant son premier passage"},
          {shown(days)}};
    }
    if (task.runs.empty())
      return words(Text{"what its test shows can be told then", "ce que montre son test peut alors se dire"});
    if (task.runs.front().is_test)
      return words(Text{"before more is spent on it", "avant d'y dépenser plus"});
    if (one.value == 0)
      return words_.reason(one);
    return {{"{0}: {1} a run on average", "{0} : {1} par passage en moyenne"},
            {words_.objective_of(one), figure_of(value_of_a_run(task), one.is_rate)}};
  }
  static double value_of_a_run(const Task& task) {
    const PlannedAction& one = *task.action;
    for (const SegmentRuns& segment : one.segments)
      if (segment.segment == task.runs.front().segment)
        return segment.value / static_cast<double>(segment.runs);
    return one.value / static_cast<double>(one.runs);
  }
};

class TimelineMaker {
public:
  explicit TimelineMaker(const Plan& told) : plan_(told), words_(told) {}

  std::vector<Block> blocks() const {
    const std::vector<const PlannedAction*> actions = in_order();
    const bool by_strategy = words_.is_portfolio() && actions.size() > most_plan_rows;
    Timeline timeline{by_strategy ? words(Text{"When the actions of each strategy run",
                                               "Quand passent les actions de chaque stratégie"})
                                  : seen(actions),
                      words(Text{"how many runs in which month", "combien de passages en quel mois"}),
                      plan_.from,
                      plan_.until,
                      {},
                      days(),
                      words(Text{"runs to do", "passages à faire"}),
                      words(Text{"a test", "un test"}),
                      words(Text{"its test is decided", "son test est tranché"})};
    std::vector<Timeline::Row> rows = rows_of(actions, by_strategy);
    const std::size_t count = rows.size();
    rows.resize(std::min(count, most_plan_rows));
    timeline.rows = std::move(rows);
    if (timeline.rows.empty())
      return {};
    std::vector<Block> blocks{std::move(timeline), months()};
    if (count > most_plan_rows)
      blocks.emplace_back(
          Paragraph{{{"The chart shows the {0} that begin first, of {1}.",
                      "Le graphique montre les {0} qui commencent d'abord, sur {1}."},
                     {static_cast<std::int64_t>(most_plan_rows), static_cast<std::int64_t>(count)}}});
    return blocks;
  }

private:
  const Plan& plan_;
  const PlanWords words_;

  Phrase seen(const std::vector<const PlannedAction*>& actions) const {
    std::int64_t runs = 0;
    for (const PlannedAction* const one : actions)
      for (const PlannedRuns& part : one->schedule)
        runs += part.runs;
    return {{"{0} {0#run|runs} of {1} {1#action|actions}, from {2} to {3}",
             "{0} {0#passage|passages} de {1} {1#action|actions}, du {2} au {3}"},
            {runs, static_cast<std::int64_t>(actions.size()), plan_.from, plan_.until}};
  }

  /// Those that have something to be drawn, by their first day.
  std::vector<const PlannedAction*> in_order() const {
    std::vector<const PlannedAction*> all;
    for (const PlannedAction& one : plan_.actions)
      if (!one.schedule.empty() || (one.test && one.test->is_under_way))
        all.push_back(&one);
    const auto begin = [](const PlannedAction& one) {
      return one.schedule.empty() ? one.test->decision : one.schedule.front().first;
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const PlannedAction* a, const PlannedAction* b) { return begin(*a) < begin(*b); });
    return all;
  }

  /// A row an action, or a strategy.
  std::vector<Timeline::Row> rows_of(const std::vector<const PlannedAction*>& actions,
                                     bool by_strategy) const {
    std::vector<std::vector<const PlannedAction*>> groups;
    std::map<std::size_t, std::size_t> places; // of strategies among the groups
    for (const PlannedAction* const one : actions) {
      const auto [place, is_new] = places.try_emplace(one->strategy, groups.size());
      if (is_new || !by_strategy)
        groups.emplace_back();
      (by_strategy ? groups[place->second] : groups.back()).push_back(one);
    }
    std::vector<Timeline::Row> rows;
    for (const auto& group : groups)
      rows.push_back(row_of(group, by_strategy ? plan_.strategies[group.front()->strategy]
                                               : words_.name_of(*group.front())));
    return rows;
  }
  /// What runs at once, in several segments or of several actions, is one span.
  Timeline::Row row_of(const std::vector<const PlannedAction*>& actions, const std::string& name) const {
    std::map<std::pair<Date, bool>, Timeline::Span> spans;
    Timeline::Row row{words(name), {}, {}};
    for (const PlannedAction* const one : actions) {
      for (const PlannedRuns& part : one->schedule)
        add(part, spans);
      if (one->test)
        row.marks.push_back(one->test->decision);
    }
    for (const auto& [begin, span] : spans)
      row.spans.push_back(span);
    return row;
  }
  void add(const PlannedRuns& part, std::map<std::pair<Date, bool>, Timeline::Span>& spans) const {
    const Date begin = plan_.step == PlanStep::month ? month_of(part.from).first : part.from;
    Timeline::Span& span =
        spans.try_emplace({begin, part.is_test}, Timeline::Span{part.from, part.until, 0, part.is_test})
            .first->second;
    span.from = std::min(span.from, part.from);
    span.until = std::max(span.until, part.until);
    span.count += part.runs;
  }

  std::vector<Timeline::Day> days() const {
    constexpr std::size_t most_days = 6;
    std::vector<Timeline::Day> all{{plan_.as_of, {{"today, {0}", "ce jour, {0}"}, {plan_.as_of}}}};
    std::map<Date, std::vector<const ObjectiveGain*>> goals;
    for (const ObjectiveGain& one : plan_.objectives)
      if (one.is_wanted && one.by)
        goals[*one.by].push_back(&one);
    for (const auto& [day, objectives] : goals) {
      if (all.size() > most_days)
        break;
      all.push_back({day, objectives.size() == 1
                              ? Phrase{{"{0}: {1}", "{0} : {1}"}, {day, objectives.front()->name}}
                              : Phrase{{"{0}: {1} goals", "{0} : {1} objectifs"},
                                       {day, static_cast<std::int64_t>(objectives.size())}}});
    }
    return all;
  }

  /// The same figures, month by month; in a row of many, actions stand without their strategies.
  Table months() const {
    constexpr std::size_t most_months = 36;
    Table table{words(Text{"The same, month by month", "La même chose, mois par mois"}),
                {{"month", "mois"}, {"runs", "passages"}, {"what", "quoi"}},
                {}};
    const PlanCalendar all = calendar(plan_);
    for (const PlannedMonth& month : all.months) {
      if (table.rows.size() == most_months)
        break;
      std::int64_t count = 0;
      std::vector<Phrase> parts;
      for (std::size_t i = 0; i < month.runs.size(); ++i)
        if (month.runs[i] > 0) {
          count += month.runs[i];
          parts.push_back(
              {{"{0} ({1})", "{0} ({1})"}, {name_of(plan_.actions[all.actions[i]]), month.runs[i]}});
        }
      add_decisions(Month{month.first}, parts);
      if (parts.empty())
        continue;
      table.rows.push_back({text_cell({{"{0}", "{0}"}, {Month{month.first}}}),
                            count == 0 ? unknown() : figure_cell(count), joined(parts)});
    }
    return table;
  }
  void add_decisions(Month month, std::vector<Phrase>& parts) const {
    for (const PlannedAction& one : plan_.actions)
      if (one.test && (one.runs > 0 || one.test->is_under_way) && month_of(one.test->decision) == month)
        parts.push_back({{"decide: {0}", "trancher : {0}"}, {name_of(one)}});
  }
  static Cell joined(const std::vector<Phrase>& parts) {
    constexpr std::size_t most_parts = 12;
    if (parts.empty())
      return {std::nullopt};
    Words all;
    for (std::size_t i = 0; i < std::min(parts.size(), most_parts); ++i) {
      all.en += (i == 0 ? "" : ", ") + parts[i].in(Language::english);
      all.fr += (i == 0 ? "" : ", ") + parts[i].in(Language::french);
    }
    if (parts.size() > most_parts)
      return text_cell({{"{0}, and {1} more", "{0}, et {1} de plus"},
                        {all, static_cast<std::int64_t>(parts.size() - most_parts)}});
    return text_cell({{"{0}", "{0}"}, {all}});
  }
};
} // namespace

std::vector<Block> who_does_what_when(const Plan& plan) { return TaskRows(plan).blocks(); }
std::vector<Block> timeline_of(const Plan& plan) { return TimelineMaker(plan).blocks(); }

} // namespace deploy_plan::report

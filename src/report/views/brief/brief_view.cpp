#include "report/views/brief/brief_view.hpp"
#include "report/document/cells.hpp"
#include "report/views/brief/brief_options.hpp"
#include "report/views/brief/brief_words.hpp"
#include "report/views/gap/gap_goals.hpp"
#include "report/views/gap/gap_view.hpp"
#include "report/views/outlook/course_plot.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "report/views/week/week_view.hpp"
#include "text/counted.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

/// Beyond these they are better read in full: the most urgent.
constexpr std::size_t most_goals = 8;

/// Parts that are known, one after the other.
void add_note(Words& all, const std::optional<Words>& one) {
  if (one && !one->en.empty())
    text::add_to_list(all, *one, {" · ", " · "});
}
Phrase note_of(const Words& words) { return {{"{0}", "{0}"}, {words}}; }
text::Unit beneficiaries(const Brief& brief) { return {brief.market_unit, brief.market_units}; }

class BriefView {
public:
  BriefView(const Brief& told, const Gap& of) : brief(told), gap(of) {}

  std::vector<Section> sections() const {
    std::vector<Section> all;
    const auto add = [&](std::string id, Phrase title, std::vector<Block> blocks) {
      if (!blocks.empty())
        all.push_back({std::move(id), std::move(title), false, std::move(blocks)});
    };
    add("brief", words(Text{"In short", "En bref"}), short_blocks());
    if (brief.north_star)
      add("course", course_title(brief), course());
    add("next", next_title(), next());
    add("asked", choice_title(brief), option_blocks(brief, gap));
    add("all-goals", words(Text{"All goals", "Tous les objectifs"}), goals());
    return all;
  }

private:
  const Brief& brief;
  const Gap& gap;

  Words money(double amount) const { return week_money(amount, brief.currency); }

  std::vector<Block> short_blocks() const {
    KeyFigures figures;
    if (brief.north_star)
      figures.figures.push_back(north_star());
    if (const MarketGap& market = brief.market; market.share.target)
      figures.figures.push_back(covered());
    if (brief.north_star)
      if (auto one = chance())
        figures.figures.push_back(std::move(*one));
    figures.figures.push_back(spent());
    std::vector<Block> blocks{Paragraph{standing_sentence(brief), Tone::plain, true}};
    const auto say = [&](std::optional<Phrase> said, Tone tone = Tone::plain) {
      if (said)
        blocks.emplace_back(Paragraph{std::move(*said), tone});
    };
    say(early_sentence());
    say(stale_sentence(brief), Tone::warning);
    say(doubt_sentence(brief));
    if (auto said = not_viable_paragraph(gap))
      blocks.emplace_back(std::move(*said));
    for (const WeekDecision& one : brief.overspent)
      say(Phrase{{"{0}.", "{0}."}, {overspent_words(one, brief.currency)}}, Tone::bad);
    say(choice_sentence(brief));
    add_decisions(blocks);
    blocks.emplace_back(std::move(figures));
    return blocks;
  }

  std::optional<Phrase> early_sentence() const {
    if (brief.as_of >= brief.period.start)
      return std::nullopt;
    return Phrase{{"The period begins on {0}.", "La période commence le {0}."}, {brief.period.start}};
  }

  /// A paragraph each: where room is short, one is cut that is long.
  void add_decisions(std::vector<Block>& blocks) const {
    const bool is_first = brief.choice == BriefChoice::reached || brief.choice == BriefChoice::nothing;
    Text said = is_first ? Text{"To be decided: {0}", "À trancher : {0}"}
                         : Text{"To be decided, too: {0}", "À trancher aussi : {0}"};
    for (const WeekDecision& one : brief.decisions) {
      blocks.emplace_back(Paragraph{{said, {week_question(one, brief.as_of, brief.currency)}}});
      said = {"{0}", "{0}"};
    }
  }

  KeyFigures::Figure north_star() const {
    const ObjectiveGap& star = *brief.north_star;
    const Progress& way = star.progress;
    const auto figure = [&](double value) { return star_figure(star, value); };
    Words note;
    if (brief.observed_on)
      add_note(note, Phrase{{"on {0}", "au {0}"}, {*brief.observed_on}}.words());
    if (way.ahead)
      add_note(note, Phrase{*way.ahead < 0 ? Text{"{0} behind the path", "{0} de retard sur la trajectoire"}
                                           : Text{"{0} ahead of the path", "{0} d'avance sur la trajectoire"},
                            {difference_words(std::abs(*way.ahead), !star.counted)}}
                         .words());
    if (brief.before)
      add_note(note, change_since(brief.before->north_star, way.current, brief.before->day, !star.counted));
    const text::Unit unit{star.unit, star.counted ? star.units : ""};
    return {note_of(text::titled(Text{"North Star", "Étoile polaire"}, unit)),
            way.current ? note_of(text::counted_if_worded(figure(*way.current), unit))
                        : words(Text{"—", "—"}),
            note_of(note), status_tone(way)};
  }

  KeyFigures::Figure covered() const {
    const MarketGap& market = brief.market;
    Words note = Phrase{{"of {0} in the target", "d'une cible de {0}"},
                        {text::counted_if_worded(*market.sizes.target, beneficiaries(brief))}}
                     .words();
    if (brief.covered_before)
      add_note(note, change_since(brief.covered_before->value, market.share.target,
                                  brief.covered_before->date, true));
    return {words(Text{"Share of the target covered", "Part de la cible couverte"}),
            {{"{0}", "{0}"}, {Share{shown(*market.share.target * 1000) / 1000}}},
            note_of(note)};
  }

  std::optional<KeyFigures::Figure> chance() const {
    const ObjectiveGap& star = *brief.north_star;
    if (!star.outlook || !star.outlook->as_committed.probability ||
        star.progress.status == GoalStatus::reached)
      return std::nullopt;
    const Outlook& committed = star.outlook->as_committed;
    const auto& planned = star.outlook->with_plan;
    const bool both = planned && planned->probability;
    Words note = both ? Words{"as committed → with the plan", "engagements tenus → avec le plan"}
                      : Words{"as committed", "engagements tenus"};
    if (brief.before && brief.before->probability)
      add_note(note, chance_change(*brief.before->probability, *committed.probability));
    return KeyFigures::Figure{
        {{"Chance of reaching {0} by {1}", "Chances d'atteindre {0} au {1}"},
         {star_figure(star, star.progress.goal), star.progress.by}},
        both ? Phrase{{"{0} → {1}", "{0} → {1}"},
                      {chance_words(*committed.probability), chance_words(*planned->probability)}}
             : Phrase{{"{0}", "{0}"}, {chance_words(*committed.probability)}},
        note_of(note),
        outlook_tone(committed)};
  }

  /// Nothing where draws alone may make it.
  std::optional<Words> chance_change(double before, double now) const {
    const double change = std::round((now - before) * 100);
    if (std::abs(now - before) < least_change_of_chance)
      return std::nullopt;
    return Phrase{
        change > 0
            ? Text{"as committed +{0} points since {1}", "engagements tenus : +{0} points depuis le {1}"}
            : Text{"as committed −{0} points since {1}", "engagements tenus : −{0} points depuis le {1}"},
        {std::abs(change), brief.before->day}}
        .words();
  }

  KeyFigures::Figure spent() const {
    Words note;
    if (brief.money) {
      const double left = *brief.money - brief.spent.money;
      add_note(note,
               Phrase{beyond(brief.spent.money, brief.money) > 0
                          ? Text{"of {0}, {1} beyond", "sur {0}, dépassé de {1}"}
                      : brief.is_cost_known ? Text{"of {0}, {1} left", "sur {0}, reste {1}"}
                                            : Text{"of {0}, {1} left at most", "sur {0}, reste au plus {1}"},
                      {money(*brief.money), money(std::abs(left))}}
                   .words());
    }
    add_note(note,
             brief.days
                 ? Phrase{{"{0} of {1} {1#day|days}", "{0} {0#jour|jours} sur {1}"},
                          {shown(brief.spent.days), *brief.days}}
                       .words()
                 : Phrase{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {shown(brief.spent.days)}}.words());
    if (brief.foreseen_money)
      add_note(note, Phrase{{"{0} foreseen for these runs", "{0} prévus pour ces passages"},
                            {money(*brief.foreseen_money)}}
                         .words());
    if (brief.spent.full_cost > brief.spent.money)
      add_note(note,
               Phrase{{"{0} with the days", "{0} jours compris"}, {money(brief.spent.full_cost)}}.words());
    if (brief.before && brief.before->spent_since.value_or(0) > 0)
      add_note(note, Phrase{{"+{0} since {1}", "+{0} depuis le {1}"},
                            {money(*brief.before->spent_since), brief.before->day}}
                         .words());
    const bool is_over =
        beyond(brief.spent.money, brief.money) > 0 || beyond(brief.spent.days, brief.days) > 0;
    return {words(!brief.is_cost_known  ? Text{"Spent at least", "Dépensé, au moins"}
                  : brief.is_spent_told ? Text{"Spent", "Dépensé"}
                                        : Text{"Spent, estimated", "Dépensé (estimé)"}),
            note_of(money(brief.spent.money)), note_of(note), is_over ? Tone::bad : Tone::plain};
  }

  // ---- the course

  std::vector<Block> course() const {
    const BriefCourse& way = brief.course;
    if (way.path.empty() && way.observed.empty())
      return {};
    const Phrase untitled = words(Text{"", ""}); // the section's title says what is seen
    Plot plot = course_plot(*brief.north_star, way, brief.as_of, untitled);
    plot.is_on_first_sheet = true;
    return {std::move(plot), course_table()};
  }

  Table course_table() const {
    const ObjectiveGap& star = *brief.north_star;
    const auto cell = [&](const std::optional<double>& value) {
      return figure_cell_of(value, !star.counted);
    };
    constexpr std::size_t most = 24; // rows that are read, rather than scrolled
    const auto& seen = brief.course.observed;
    const auto& then = brief.course.as_committed;
    const auto& planned = brief.course.with_plan;
    Table table{words(Text{"The figures in a table", "Les chiffres en tableau"}),
                {{"day", "jour"},
                 {"observed", "relevé"},
                 {"as committed", "engagements tenus"},
                 {"with the plan", "avec le plan"}},
                {},
                true};
    for (std::size_t i = seen.size() > most ? seen.size() - most : 0; i < seen.size(); ++i)
      table.rows.push_back(
          {text_cell({{"{0}", "{0}"}, {seen[i].date}}), cell(seen[i].value), unknown(), unknown()});
    const std::size_t every = (then.size() + most - 1) / most;
    for (std::size_t i = 0; i < then.size(); ++i)
      if (i + 1 == then.size() || (i + 1) % every == 0)
        table.rows.push_back({text_cell({{"{0}", "{0}"}, {then[i].date}}), unknown(), cell(then[i].value),
                              i < planned.size() ? cell(planned[i].value) : unknown()});
    table.rows.push_back({text_cell({{"goal, {0}", "objectif, {0}"}, {star.progress.by}}),
                          cell(star.progress.goal), unknown(), unknown()});
    if (planned.empty()) {
      table.columns.pop_back();
      for (std::vector<Cell>& row : table.rows)
        row.pop_back();
    }
    return table;
  }

  // ---- what is next, what is asked

  /// What no one has chosen yet is no order.
  Phrase next_title() const {
    const bool is_of_plan = std::any_of(brief.next.begin(), brief.next.end(), [](const WeekTask& one) {
      return one.kind == TaskKind::planned_runs;
    });
    const bool is_open = !brief.options.empty() || brief.choice == BriefChoice::reached;
    return words(is_of_plan && is_open ? Text{"What is done next, with the proposed plan",
                                              "Les prochaines actions, avec le plan proposé"}
                                       : Text{"What is done next", "Les prochaines actions"});
  }
  std::vector<Block> next() const {
    Steps steps;
    for (const WeekTask& one : brief.next) {
      const Argument who = week_owner(one);
      steps.steps.push_back(
          {{{"by {0}", "d'ici au {0}"}, {one.until}},
           {{"{0}", "{0}"}, {week_task_words(one)}},
           one.is_test
               ? Phrase{{"{0} · before deciding on more", "{0} · avant de décider de la suite"}, {who}}
               : Phrase{{"{0}", "{0}"}, {who}}});
    }
    if (steps.steps.empty())
      return {};
    return {std::move(steps)};
  }

  // ---- all goals

  std::vector<Block> goals() const {
    Table table{words(Text{"Most urgent first", "Le plus pressant d'abord"}),
                {{"goal", "objectif"},
                 {"now", "actuel"},
                 {"due by now", "prévu ce jour"},
                 {"wanted", "voulu"},
                 {"by", "pour le"},
                 {"today", "aujourd'hui"},
                 {"on its day", "à l'échéance"}},
                {}};
    const std::vector<Way> all = ways(gap, {});
    for (std::size_t i = 0; i < all.size() && i < most_goals; ++i)
      table.rows.push_back(goal_row(all[i]));
    if (table.rows.empty())
      return {};
    std::vector<Block> blocks{std::move(table)};
    if (all.size() > most_goals)
      blocks.emplace_back(Paragraph{{{"{0} more {0#goal is|goals are} less urgent.",
                                      "{0} {0#autre est moins pressant|autres sont moins pressants}."},
                                     {static_cast<std::int64_t>(all.size() - most_goals)}}});
    return blocks;
  }

  static std::vector<Cell> goal_row(const Way& way) {
    const WayCells cells = cells_of(way);
    return {cells.name,      cells.current,   cells.path_now, cells.goal, date_cell(way.progress->by),
            today_cell(way), future_cell(way)};
  }
  static Cell today_cell(const Way& way) {
    const Progress& one = *way.progress;
    const std::optional<double> ahead = way.goal != nullptr ? way.goal->ahead : one.ahead;
    if (!is_behind_path(one.status) || !ahead)
      return text_cell(words(status_words(one)), status_tone(one));
    const Words size = difference_words(std::abs(*ahead), way.is_in_shares());
    return text_cell({one.status == GoalStatus::behind ? Text{"{0} by {1}", "{0} de {1}"}
                                                       : Text{"{0}, behind by {1}", "{0}, en retard de {1}"},
                      {shown_name(one.status), size}},
                     tone_of(one.status));
  }
  static Cell future_cell(const Way& way) {
    if (way.outlook == nullptr)
      return text_cell(words(Text{"—", "—"}));
    if (way.progress->status == GoalStatus::reached)
      return text_cell(words(Text{"—", "—"}));
    const auto& planned = way.outlook->with_plan;
    if (planned && planned->probability)
      return text_cell({{"{0}; with the plan {1}", "{0} ; avec le plan {1}"},
                        {outlook_words(way.outlook->as_committed), chance_words(*planned->probability)}},
                       outlook_tone(way.outlook->as_committed));
    return text_cell({{"{0}", "{0}"}, {outlook_words(way.outlook->as_committed)}},
                     outlook_tone(way.outlook->as_committed));
  }
};
} // namespace

std::vector<Phrase> brief_about(const Brief& brief) {
  std::vector<Phrase> lines;
  const bool is_named = !brief.solution.empty() && brief.solution != brief.strategy;
  if (!brief.description.empty())
    lines.push_back(is_named ? Phrase{{"{0}: {1}", "{0} : {1}"}, {brief.solution, brief.description}}
                             : words(brief.description));
  else if (is_named)
    lines.push_back(words(brief.solution));
  Words line;
  if (brief.market.sizes.target)
    add_note(line, Phrase{{"Target: {0}", "Cible : {0}"},
                          {text::counted(*brief.market.sizes.target, beneficiaries(brief))}}
                       .words());
  add_note(line,
           Phrase{{"from {0} to {1}", "du {0} au {1}"}, {brief.period.start, brief.period.end}}.words());
  Words team;
  for (const Member& one : brief.team)
    text::add_to_list(team, {one.name + (one.role.empty() ? "" : " (" + one.role + ")"),
                             one.name + (one.role.empty() ? "" : " (" + one.role + ")")});
  add_note(line, team);
  lines.push_back(note_of(line));
  return lines;
}

std::optional<Money> spent_money(const Brief& brief) {
  return brief.money ? std::optional(Money{brief.spent.money, brief.currency}) : std::nullopt;
}
std::optional<Money> left_money(const Brief& brief) {
  return brief.money ? std::optional(Money{*brief.money - brief.spent.money, brief.currency}) : std::nullopt;
}

std::vector<Section> brief_sections(const Brief& brief, const Gap& gap) {
  return BriefView(brief, gap).sections();
}

} // namespace deploy_plan::report

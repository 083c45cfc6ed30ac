#include "report/views/brief/brief_view.hpp"
#include "report/document/cells.hpp"
#include "report/views/brief/brief_words.hpp"
#include "report/views/gap/gap_goals.hpp"
#include "report/views/gap/gap_view.hpp"
#include "report/views/outlook/course_plot.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "report/views/week/week_view.hpp"
#include "text/lists.hpp"
#include <cmath>

namespace deploy_plan::report {
namespace {

/// Beyond these an option is better read in full.
constexpr std::size_t most_runs_named = 3;
/// Of goals likewise: the most urgent.
constexpr std::size_t most_goals = 10;

/// Parts that are known, one after the other.
void add_note(Words& all, const std::optional<Words>& one) {
  if (!one || one->en.empty())
    return;
  all.en += (all.en.empty() ? "" : " · ") + one->en;
  all.fr += (all.fr.empty() ? "" : " · ") + one->fr;
}
Phrase note_of(const Words& words) { return {{"{0}", "{0}"}, {words}}; }

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
    add("next", words(Text{"What is done next", "Les prochaines actions"}), next());
    add("asked", words(Text{"What you are asked to choose", "Ce qui vous est demandé : choisir"}), asked());
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
    std::vector<Block> blocks{Paragraph{standing_sentence(brief), Tone::plain, true},
                              Paragraph{doubt_sentence(brief)}};
    if (auto said = not_viable_paragraph(gap))
      blocks.emplace_back(std::move(*said));
    blocks.emplace_back(Paragraph{choice_sentence()});
    blocks.emplace_back(std::move(figures));
    return blocks;
  }

  /// What is asked, before its figures are.
  Phrase choice_sentence() const {
    if (brief.options.empty())
      return words(Text{"No choice is asked of you.", "Aucun choix ne vous est demandé."});
    Words all;
    char letter = 'A';
    for (const BriefOption& one : brief.options)
      text::add_to_list(
          all, Phrase{{"{0} · {1}", "{0} · {1}"}, {std::string(1, letter++), name_of_option(one)}}.words());
    return Phrase{{"You are asked to choose: {0}.", "Il vous est demandé de choisir : {0}."}, {all}};
  }

  static Words name_of_option(const BriefOption& one) {
    switch (one.kind) {
    case BriefOption::Kind::plan: return {"the proposed plan", "le plan proposé"};
    case BriefOption::Kind::nothing_more: return {"nothing more", "rien de plus"};
    case BriefOption::Kind::scenario: break;
    }
    return {one.name, one.name};
  }

  KeyFigures::Figure north_star() const {
    const ObjectiveGap& star = *brief.north_star;
    const Progress& way = star.progress;
    const auto figure = [&](double value) { return star_figure(star, value); };
    Words note;
    if (way.ahead)
      add_note(note, Phrase{*way.ahead < 0 ? Text{"{0} short of the path", "{0} sous la trajectoire"}
                                           : Text{"{0} ahead of the path", "{0} au-dessus de la trajectoire"},
                            {figure(std::abs(*way.ahead))}}
                         .words());
    if (brief.before)
      add_note(note, change_since(brief.before->north_star, way.current, brief.before->day, !star.counted));
    return {{{"North Star ({0})", "Étoile polaire ({0})"}, {star.unit}},
            way.current ? Phrase{{"{0}", "{0}"}, {figure(*way.current)}} : words(Text{"—", "—"}),
            note_of(note),
            tone_of(way.status)};
  }

  KeyFigures::Figure covered() const {
    const MarketGap& market = brief.market;
    Words note = Phrase{{"of {0} in the target", "d'une cible de {0}"}, {*market.sizes.target}}.words();
    if (brief.before)
      add_note(note, change_since(brief.before->covered, market.share.target, brief.before->day, true));
    return {words(Text{"Share of the target covered", "Part de la cible couverte"}),
            {{"{0}", "{0}"}, {Share{shown(*market.share.target * 1000) / 1000}}},
            note_of(note)};
  }

  std::optional<KeyFigures::Figure> chance() const {
    const ObjectiveGap& star = *brief.north_star;
    if (!star.outlook || !star.outlook->as_committed.probability)
      return std::nullopt;
    const Outlook& committed = star.outlook->as_committed;
    const auto& planned = star.outlook->with_plan;
    const bool both = planned && planned->probability;
    Words note = both ? Words{"as committed → with the plan", "engagé → avec le plan"}
                      : Words{"as committed", "par ce qui est engagé"};
    if (brief.before)
      add_note(note, change_since(brief.before->probability, committed.probability, brief.before->day, true));
    return KeyFigures::Figure{
        {{"Reaching {0} by {1}", "Atteindre {0} au {1}"},
         {star_figure(star, star.progress.goal), star.progress.by}},
        both ? Phrase{{"{0} → {1}", "{0} → {1}"},
                      {chance_words(*committed.probability), chance_words(*planned->probability)}}
             : Phrase{{"{0}", "{0}"}, {chance_words(*committed.probability)}},
        note_of(note),
        outlook_tone(both ? *planned : committed)};
  }

  KeyFigures::Figure spent() const {
    Words note;
    if (brief.money) {
      const double left = *brief.money - brief.spent.money;
      add_note(note, Phrase{left < 0 ? Text{"of {0}, {1} beyond", "sur {0}, dépassé de {1}"}
                                     : Text{"of {0}, {1} left", "sur {0}, reste {1}"},
                            {money(*brief.money), money(std::abs(left))}}
                         .words());
    }
    add_note(
        note,
        brief.days
            ? Phrase{{"{0} of {1} days", "{0} jours sur {1}"}, {shown(brief.spent.days), *brief.days}}.words()
            : Phrase{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {shown(brief.spent.days)}}.words());
    if (brief.full_cost && *brief.full_cost > brief.spent.money)
      add_note(note, Phrase{{"{0} with the days", "{0} jours compris"}, {money(*brief.full_cost)}}.words());
    if (brief.before && brief.spent.money > brief.before->spent.money)
      add_note(note, Phrase{{"+{0} since {1}", "+{0} depuis le {1}"},
                            {money(brief.spent.money - brief.before->spent.money), brief.before->day}}
                         .words());
    const bool is_over =
        (brief.money && brief.spent.money > *brief.money) || (brief.days && brief.spent.days > *brief.days);
    return {words(brief.full_cost ? Text{"Spent", "Dépensé"} : Text{"Spent at least", "Dépensé, au moins"}),
            note_of(money(brief.spent.money)), note_of(note), is_over ? Tone::bad : Tone::plain};
  }

  // ---- the course

  std::vector<Block> course() const {
    const BriefCourse& way = brief.course;
    if (way.path.empty() && way.observed.empty())
      return {};
    const Phrase untitled = words(Text{"", ""}); // the section's title says what is seen
    std::vector<Block> blocks{course_plot(*brief.north_star, way, brief.as_of, untitled)};
    blocks.emplace_back(course_table());
    return blocks;
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
    Table table{words(Text{"The same figures as a table", "Les mêmes chiffres en tableau"}),
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
    return table;
  }

  // ---- what is next, what is asked

  std::vector<Block> next() const {
    Steps steps;
    for (const WeekTask& one : brief.next) {
      const Argument who =
          one.owner.empty() ? Argument(Text{"nobody is named", "personne n'est nommé"}) : Argument(one.owner);
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

  std::vector<Block> asked() const {
    if (brief.options.empty())
      return {};
    Table table{
        words(Text{"Cost and days from now on; the probability is that of the North Star",
                   "Coût et jours à partir d'aujourd'hui ; la probabilité est celle de l'étoile polaire"}),
        {{"option", "option"},
         {"what is done", "ce qui est fait"},
         {"cost", "coût"},
         {"days", "jours"},
         {"goal reached", "objectif atteint"},
         {"main risk", "risque principal"}},
        {}};
    char letter = 'A';
    for (const BriefOption& one : brief.options)
      table.rows.push_back(option_row(one, std::string(1, letter++)));
    return {std::move(table)};
  }

  std::vector<Cell> option_row(const BriefOption& one, const std::string& letter) const {
    return {text_cell({{"{0} · {1}", "{0} · {1}"}, {letter, name_of_option(one)}}),
            text_cell(note_of(done_words(one))),
            one.means ? money_cell(one.means->money, brief.currency) : unknown(),
            one.means ? number_cell(one.means->days) : unknown(),
            one.outlook.probability ? figure_cell(chance_words(*one.outlook.probability)) : unknown(),
            text_cell(risk_words(one))};
  }

  static Words done_words(const BriefOption& one) {
    if (!one.means)
      return {"no plan holds within its limits", "aucun plan ne tient dans ses limites"};
    Words all;
    for (std::size_t i = 0; i < one.runs.size() && i < most_runs_named; ++i)
      text::add_to_list(all,
                        Phrase{{"{0} × {1}", "{0} × {1}"}, {one.runs[i].runs, one.runs[i].action}}.words());
    if (one.runs.size() > most_runs_named) {
      const auto others = static_cast<std::int64_t>(one.runs.size() - most_runs_named);
      text::add_to_list(
          all,
          Phrase{{"{0} more {0#action|actions}", "{0} {0#autre action|autres actions}"}, {others}}.words());
    }
    return all.en.empty() ? Words{"nothing more", "rien de plus"} : all;
  }

  // ---- all goals

  std::vector<Block> goals() const {
    Table table{words(Text{"Most urgent first; paces and paths are in the annex",
                           "Le plus urgent d'abord ; rythmes et trajectoires sont en annexe"}),
                {{"goal", "objectif"},
                 {"now", "actuel"},
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
    const Progress& one = *way.progress;
    const bool of_share = way.goal != nullptr;
    const auto figure = [&](const std::optional<double>& value, const std::optional<double>& share) {
      return of_share ? share_cell(share) : figure_cell_of(value, way.is_rate);
    };
    return {way.north_star ? text_cell({{"★ {0}", "★ {0}"}, way.name.arguments}) : text_cell(way.name),
            figure(one.current, of_share ? way.goal->current : std::nullopt),
            figure(one.goal, of_share ? std::optional(way.goal->share) : std::nullopt),
            date_cell(one.by),
            today_cell(way),
            future_cell(way)};
  }
  static Cell today_cell(const Way& way) {
    const Progress& one = *way.progress;
    const bool is_late = one.status == GoalStatus::behind || one.status == GoalStatus::at_risk;
    if (!is_late || !one.ahead || way.goal != nullptr)
      return text_cell(words(shown_name(one.status)), tone_of(one.status));
    return text_cell({{"{0}, by {1}", "{0} de {1}"},
                      {shown_name(one.status), whole_figure(std::abs(*one.ahead), way.is_rate)}},
                     tone_of(one.status));
  }
  static Cell future_cell(const Way& way) {
    if (way.outlook == nullptr)
      return text_cell(words(Text{"—", "—"}));
    const auto& planned = way.outlook->with_plan;
    if (planned && planned->probability)
      return text_cell({{"{0} with the plan", "{0} avec le plan"}, {outlook_words(*planned)}},
                       outlook_tone(*planned));
    return text_cell({{"{0}", "{0}"}, {outlook_words(way.outlook->as_committed)}},
                     outlook_tone(way.outlook->as_committed));
  }
};
} // namespace

std::vector<Phrase> brief_about(const Brief& brief) {
  std::vector<Phrase> lines;
  if (!brief.description.empty())
    lines.push_back(words(brief.description));
  Words line;
  if (brief.market.sizes.target)
    add_note(line, Phrase{{"Target: {0} ({1})", "Cible : {0} ({1})"},
                          {*brief.market.sizes.target, brief.market_unit}}
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

std::vector<Section> brief_sections(const Brief& brief, const Gap& gap) {
  return BriefView(brief, gap).sections();
}

} // namespace deploy_plan::report

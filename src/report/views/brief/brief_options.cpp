#include "report/views/brief/brief_options.hpp"
#include "answers/change_words.hpp"
#include "report/document/cells.hpp"
#include "report/views/brief/brief_words.hpp"
#include "report/views/week/week_view.hpp"
#include "text/lists.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

/// Beyond these an option is better read in full.
constexpr std::size_t most_runs_named = 3;
/// Likewise a scenario, which `compare` tells in full.
constexpr std::size_t most_changes_named = 2;

std::string letter_of(std::size_t place) { return std::string(1, static_cast<char>('A' + place)); }

/// "A", "A and B", "A, B and C".
Words letters_of(const std::vector<std::size_t>& places) {
  std::vector<Words> letters;
  for (const std::size_t place : places)
    letters.push_back({letter_of(place), letter_of(place)});
  return text::enumerated(letters);
}

class OptionsView {
public:
  explicit OptionsView(const Brief& told, answers::ToldNumbers of_numbers = {})
      : brief(told), numbers(std::move(of_numbers)) {}

  /// What is asked, before its figures are.
  Phrase choice_sentence() const {
    switch (brief.choice) {
    case BriefChoice::no_north_star:
      return words(Text{"You are asked to choose the North Star: the objective that comes before the others.",
                        "Il vous est demandé de choisir l'étoile polaire : l'objectif qui passe avant les "
                        "autres."});
    case BriefChoice::infeasible: return limit_sentence();
    case BriefChoice::reached:
      return words(brief.decisions.empty()
                       ? Text{"Nothing is asked of you, unless a further goal is to be set.",
                              "Rien ne vous est demandé, sauf à fixer un objectif plus haut."}
                       : Text{"The goal is reached: no plan is to be chosen, unless a further goal is to be "
                              "set.",
                              "L'objectif est atteint : aucun plan n'est à choisir, sauf à fixer un objectif "
                              "plus haut."});
    case BriefChoice::overdue:
      return words(Text{"You are asked to set a new day, or another goal.",
                        "Il vous est demandé de fixer une autre échéance, ou un autre objectif."});
    case BriefChoice::over:
      return words(Text{"The period is over: what is to be decided is what follows.",
                        "La période est finie : ce qui est à décider, c'est la suite."});
    case BriefChoice::not_viable:
      return words(Text{"You are asked whether to go on.", "Il vous est demandé s'il faut continuer."});
    case BriefChoice::means:
      return words(Text{"You are asked for other means, or another goal.",
                        "Il vous est demandé d'autres moyens, ou un autre objectif."});
    case BriefChoice::nothing:
      return words(brief.decisions.empty()
                       ? Text{"No choice is asked of you.", "Aucun choix ne vous est demandé."}
                       : Text{"No plan is to be chosen.", "Aucun plan n'est à choisir."});
    case BriefChoice::options: break;
    }
    Words all;
    for (std::size_t i = 0; i < brief.options.size(); ++i)
      text::add_to_list(all, option_words(brief.options[i], letter_of(i)));
    if (brief.choose_by)
      return {{"You are asked to choose by {1}: {0}.",
               "Il vous est demandé de choisir, au plus tard le {1} : {0}."},
              {all, brief.choose_by->day}};
    return {{"You are asked to choose: {0}.", "Il vous est demandé de choisir : {0}."}, {all}};
  }

  Phrase title() const {
    if (brief.choice == BriefChoice::infeasible)
      return words(Text{"What you are asked: to lift a limit", "Ce qui vous est demandé : lever une limite"});
    if (brief.choice != BriefChoice::options)
      return words(Text{"The scenarios", "Les scénarios"});
    if (brief.choose_by)
      return {
          {"What you are asked to choose, by {0}", "Ce qui vous est demandé : choisir, au plus tard le {0}"},
          {brief.choose_by->day}};
    return words(Text{"What you are asked to choose", "Ce qui vous est demandé : choisir"});
  }

  /// "A · the proposed plan (€16,200, 97 days)".
  Words option_words(const BriefOption& one, const std::string& letter) const {
    if (one.same_as)
      return Phrase{{"{0} · {1} (as {2}, at other times)", "{0} · {1} (comme {2}, à d'autres dates)"},
                    {letter, name_of_option(one), letter_of(*one.same_as)}}
          .words();
    const BriefMeans means = one.means.value_or(BriefMeans{});
    Words note =
        Phrase{{"{0}, {1} {1#day|days}", "{0}, {1} {1#jour|jours}"}, {money(means.money), shown(means.days)}}
            .words();
    const auto is_unused = [](const std::optional<BriefOption::Idle>& idle) {
      return idle && shown(idle->used) == 0;
    };
    add_idle(note, is_unused(one.idle_money) ? one.idle_money : std::nullopt,
             is_unused(one.idle_days) ? one.idle_days : std::nullopt);
    return Phrase{{"{0} · {1} ({2})", "{0} · {1} ({2})"}, {letter, name_of_option(one), note}}.words();
  }

  /// Means that a scenario adds, and its plan leaves.
  void add_idle(Words& all, const std::optional<BriefOption::Idle>& of_money,
                const std::optional<BriefOption::Idle>& of_days) const {
    const auto days = [](double count) {
      return Phrase{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {shown(count)}}.words();
    };
    const auto add = [&](double used, const Words& added, const Words& taken) {
      const Phrase said =
          shown(used) == 0
              ? Phrase{{"the {0} more would stay unused", "les {0} de plus resteraient inemployés"}, {added}}
              : Phrase{{"of the {0} more, {1} alone would be of use",
                        "sur les {0} de plus, {1} seulement serviraient"},
                       {added, taken}};
      text::add_to_list(all, said.words(), text::between_clauses);
    };
    if (of_money)
      add(of_money->used, money(of_money->added), money(of_money->used));
    if (of_days)
      add(of_days->used, days(of_days->added), days(of_days->used));
  }

  static Words name_of_option(const BriefOption& one) {
    switch (one.kind) {
    case BriefOption::Kind::plan: return {"the proposed plan", "le plan proposé"};
    case BriefOption::Kind::commitments:
      return {"no more than is promised", "rien de plus que ce qui est promis"};
    case BriefOption::Kind::nothing_more: return {"nothing more", "rien de plus"};
    case BriefOption::Kind::scenario: break;
    }
    return {one.scenario.name, one.scenario.name};
  }

  std::vector<Block> blocks() const {
    std::vector<Block> all;
    if (!brief.options.empty())
      all.emplace_back(table());
    add_remarks(all);
    return all;
  }

  Table table() const {
    Table table{
        words(Text{
            "Cost and days from now on; chances of reaching the North Star's goal",
            "Coût et jours à partir d'aujourd'hui ; chances d'atteindre l'objectif de l'étoile polaire"}),
        {{"option", "option"},
         what_is_done(),
         {"cost", "coût"},
         {"days", "jours"},
         {"cost, days included", "coût, jours compris"},
         {"chance", "chances"},
         {"main risk", "risque principal"}},
        {}};
    for (std::size_t i = 0; i < brief.options.size(); ++i)
      table.rows.push_back(option_row(i));
    return table;
  }

  /// A scenario's changes stand beside what is done.
  Phrase what_is_done() const {
    const bool is_changed = std::any_of(brief.options.begin(), brief.options.end(),
                                        [](const BriefOption& one) { return !one.scenario.changes.empty(); });
    return words(is_changed ? Text{"what is done · what changes", "ce qui est fait · ce qui change"}
                            : Text{"what is done", "ce qui est fait"});
  }

  /// On the options, and on those that are none.
  void add_remarks(std::vector<Block>& blocks) const {
    if (brief.choose_by && !brief.choose_by->begun.empty())
      blocks.emplace_back(Paragraph{why_then(*brief.choose_by)});
    if (brief.choose_by && !brief.choose_by->too_late.empty())
      blocks.emplace_back(Paragraph{too_late_sentence(brief.choose_by->too_late), Tone::warning});
    for (std::size_t i = 0; i < brief.options.size(); ++i)
      for (const BriefScenario& scenario : brief.options[i].alike)
        blocks.emplace_back(Paragraph{alike_sentence(scenario, letter_of(i))});
    if (brief.is_infeasible)
      blocks.emplace_back(Paragraph{brief.limits.empty()
                                        ? words(Text{"No plan holds within the limits as they stand today.",
                                                     "Aucun plan ne tient dans les limites d'aujourd'hui."})
                                        : Phrase{{"No plan keeps together today: {0}.",
                                                  "Aucun plan ne tient aujourd'hui à la fois : {0}."},
                                                 {limits_words(brief.limits)}},
                                    Tone::bad});
    add_unplanned(blocks);
    if (!brief.more_scenarios.empty())
      blocks.emplace_back(Paragraph{
          {{"{1#This scenario is|These scenarios are} not worked out here: {0}.",
            "{1#Ce scénario n'est pas chiffré|Ces scénarios ne sont pas chiffrés} ici : {0}."},
           {quoted_list(brief.more_scenarios), static_cast<std::int64_t>(brief.more_scenarios.size())}}});
  }

  /// What is asked where no plan holds.
  Phrase limit_sentence() const {
    if (brief.limits.empty())
      return words(Text{"You are asked to lift a limit: no plan holds within those that are set.",
                        "Il vous est demandé de lever une limite : aucun plan ne tient dans celles qui sont "
                        "posées."});
    return {brief.limits.size() == 1
                ? Text{"You are asked to lift a limit that no plan can keep: {0}.",
                       "Il vous est demandé de lever une limite qu'aucun plan ne peut tenir : {0}."}
                : Text{"You are asked to lift a limit among these, which no plan keeps together: {0}.",
                       "Il vous est demandé de lever une limite parmi celles-ci, qu'aucun plan ne tient "
                       "toutes à la "
                       "fois : {0}."},
            {limits_words(brief.limits)}};
  }

  /// Those that no plan holds in, by the limits that are why; then reason by reason.
  void add_unplanned(std::vector<Block>& blocks) const {
    std::vector<std::pair<Words, std::vector<std::string>>> by_limits;
    for (const UnplannedScenario& one : brief.unplanned) {
      if (one.why != NoOption::infeasible)
        continue;
      const Words limits = limits_words(one.limits);
      const auto same = std::find_if(by_limits.begin(), by_limits.end(),
                                     [&](const auto& other) { return other.first.en == limits.en; });
      if (same == by_limits.end())
        by_limits.push_back({limits, {one.name}});
      else
        same->second.push_back(one.name);
    }
    for (const auto& [limits, names] : by_limits)
      blocks.emplace_back(Paragraph{infeasible_sentence(limits, names)});
    constexpr std::pair<NoOption, Text> reasons[] = {
        {NoOption::unsound,
         {"{0}: what the scenario changes cannot hold together.",
          "{0} : ce que change le scénario ne tient pas ensemble."}},
        {NoOption::reached,
         {"{0}: the goal would be reached already.", "{0} : l'objectif serait déjà atteint."}},
        {NoOption::overdue,
         {"{0}: the day of the goal would be past.", "{0} : l'échéance de l'objectif serait déjà passée."}}};
    for (const auto& [why, said] : reasons) {
      std::vector<std::string> names;
      for (const UnplannedScenario& one : brief.unplanned)
        if (one.why == why)
          names.push_back(one.name);
      if (!names.empty())
        blocks.emplace_back(Paragraph{{said, {quoted_list(names)}}});
    }
  }
  Phrase infeasible_sentence(const Words& limits, const std::vector<std::string>& names) const {
    if (limits.en.empty())
      return {{"{0}: no plan holds within the limits.", "{0} : aucun plan ne tient dans les limites."},
              {quoted_list(names)}};
    if (brief.is_infeasible && limits.en == limits_words(brief.limits).en)
      return {{"{0}: no plan keeps them either.", "{0} : aucun plan ne les tient non plus."},
              {quoted_list(names)}};
    return {{"{0}: no plan keeps together: {1}.", "{0} : aucun plan ne tient à la fois : {1}."},
            {quoted_list(names), limits}};
  }

  static Phrase why_then(const BriefDeadline& by) {
    return {{"After that day, what {0} {1#does|do} in {2} could no longer be done in full.",
             "Passé ce jour, ce que {0} {1#fait|font} en {2} ne pourrait plus être fait en entier."},
            {letters_of(by.begun), static_cast<std::int64_t>(by.begun.size()), month_of(by.until)}};
  }

  Phrase too_late_sentence(const std::vector<std::size_t>& places) const {
    return {{"Choosing today is too late already for all that {0} {1#has|have} to do in {2}.",
             "Décider ce jour est déjà trop tard pour tout ce que {0} {1#doit|doivent} faire en {2}."},
            {letters_of(places), static_cast<std::int64_t>(places.size()), month_of(brief.as_of)}};
  }

  Phrase alike_sentence(const BriefScenario& scenario, const std::string& same) const {
    const Words name = quoted(scenario.name);
    if (scenario.changes.empty())
      return {{"{0}: the best plan is the same as that of {1}.",
               "{0} : le meilleur plan est le même que celui de {1}."},
              {name, same}};
    return {{"{0}: the best plan is the same as that of {1}. What this scenario changes: {2}.",
             "{0} : le meilleur plan est le même que celui de {1}. Ce que change ce scénario — {2}."},
            {name, same, changes_words(scenario)}};
  }

  /// "budget, money lowered from 45,000 to 0 (−100%); …"
  Words changes_words(const BriefScenario& scenario) const {
    std::vector<Words> all;
    for (const Difference& change : scenario.changes)
      all.push_back(answers::change_words(change, numbers).words());
    return text::shortened(all, most_changes_named);
  }

  std::vector<Cell> option_row(std::size_t place) const {
    const BriefOption& one = brief.options[place];
    const Words done = done_words(place);
    Words changes = changes_words(one.scenario);
    add_idle(changes, one.idle_money, one.idle_days);
    return {text_cell({{"{0} · {1}", "{0} · {1}"}, {letter_of(place), name_of_option(one)}}),
            text_cell(changes.en.empty() ? Phrase{{"{0}", "{0}"}, {done}}
                                         : Phrase{{"{0} · {1}", "{0} · {1}"}, {done, changes}}),
            one.means ? money_cell(one.means->money, brief.currency) : unknown(),
            one.means ? number_cell(one.means->days) : unknown(),
            one.means ? money_cell(one.means->full_cost, brief.currency) : unknown(),
            chance_cell(one),
            text_cell(risk_words(one))};
  }

  /// With the goal, where it is another.
  Cell chance_cell(const BriefOption& one) const {
    if (!one.outlook.probability)
      return unknown();
    const ObjectiveGap& star = *brief.north_star;
    const Argument chance = chance_words(*one.outlook.probability);
    if (one.star != star.id)
      return text_cell({{"{0} ({1})", "{0} ({1})"}, {chance, one.star_name}});
    if (one.goal && one.by && (*one.goal != star.progress.goal || *one.by != star.progress.by))
      return text_cell(
          {{"{0} ({1} by {2})", "{0} ({1} au {2})"}, {chance, star_figure(star, *one.goal), *one.by}});
    return figure_cell(chance);
  }

  Words done_words(std::size_t place) const {
    const BriefOption& one = brief.options[place];
    if (one.same_as)
      return Phrase{{"as {0}, but for the time of {1}", "comme {0}, sauf les dates de {1}"},
                    {letter_of(*one.same_as), quoted_list(one.other_times)}}
          .words();
    // Whoever reads need not compare two lists.
    for (std::size_t before = 0; before < place && !one.runs.empty(); ++before)
      if (brief.options[before].runs == one.runs)
        return Phrase{{"as {0}", "comme {0}"}, {letter_of(before)}}.words();
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

private:
  const Brief& brief;
  const answers::ToldNumbers numbers; ///< of what scenarios change

  Words money(double amount) const { return week_money(amount, brief.currency); }
};
} // namespace

Phrase choice_sentence(const Brief& brief) { return OptionsView(brief).choice_sentence(); }
Phrase choice_title(const Brief& brief) { return OptionsView(brief).title(); }
std::vector<Block> option_blocks(const Brief& brief, const Gap& gap) {
  return OptionsView(brief, answers::told_numbers(gap)).blocks();
}

} // namespace deploy_plan::report

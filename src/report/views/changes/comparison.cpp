#include "report/views/changes/comparison.hpp"
#include "answers/json.hpp"
#include "report/document/cells.hpp"
#include "text/terminal.hpp"

namespace deploy_plan::report {
namespace {

using answers::ComparedScenario;
using answers::Row;
using answers::ScenarioComparison;
using answers::Value;

/// What people call a scenario.
template <class Scenario>
Words name_of(const Scenario& scenario, const ChangesView& view) {
  if (!scenario.shown.en.empty() && !view.paths)
    return scenario.shown;
  const std::string& name = deploy_plan::name_of(scenario);
  return {name, name};
}

Table what_changes(const ScenarioComparison& comparison, const ChangesView& view) {
  Table table{
      words(Text{"Values of the strategy, before and after", "Valeurs de la stratégie, avant et après"}),
      {{"scenario", "scénario"}, {"change", "changement"}},
      {}};
  if (view.paths)
    table.columns.push_back({"path", "chemin"});
  for (const ComparedScenario& one : comparison.scenarios)
    for (const Difference& change : one.changes) {
      table.rows.push_back(
          {words_cell(name_of(one, view)), text_cell(answers::change_words(change, comparison.numbers))});
      if (view.paths)
        table.rows.back().push_back(words_cell(change.path));
    }
  return table;
}

std::vector<Cell> figure_row(const ScenarioComparison& comparison, const Row& row, const ChangesView& view) {
  std::vector<Cell> cells{words_cell(answers::words_of(row))};
  if (view.paths)
    cells.push_back(words_cell(answers::path_words(row)));
  const auto& scenarios = comparison.scenarios;
  const auto best = answers::best_of(row, scenarios);
  const Value* const first = scenarios.front().figures.find(row.path);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const Value* const value = scenarios[i].figures.find(row.path);
    Cell cell = value_cell(row, value);
    if (const auto change = i > 0 ? change_phrase(row, first, value) : std::nullopt)
      cell.value = Phrase{{"{0} ({1})", "{0} ({1})"}, {cell.value->words(), change->words()}};
    cell.best = best[i];
    cells.push_back(std::move(cell));
  }
  return cells;
}

Table what_differs(const ScenarioComparison& comparison, const ToldRows& told, const ChangesView& view) {
  Table table{
      words(Text{
          "★ marks the best of a row, where better has a direction; in brackets, the difference with the "
          "first column",
          "★ : le meilleur de la ligne, quand un sens est meilleur ; entre parenthèses, l'écart avec la "
          "première colonne"}),
      {{"figure", "chiffre"}},
      {}};
  if (view.paths)
    table.columns.push_back({"path", "chemin"});
  for (const ComparedScenario& one : comparison.scenarios)
    table.columns.push_back({{"{0}", "{0}"}, {name_of(one, view)}});
  for (const RowGroup& group : told.groups) {
    if (!group.title.en.empty())
      table.rows.push_back({text_cell(words(group.title))});
    for (const Row& row : group.rows)
      table.rows.push_back(figure_row(comparison, row, view));
  }
  return table;
}

std::string visible(std::string json) { return text::visible_json(std::move(json)) + "\n"; }
} // namespace

Document comparison_document(const ScenarioComparison& comparison, std::span<const Row> rows,
                             const ChangesView& view) {
  Document document{{{"{0}, scenarios side by side, as of {1}", "{0}, scénarios côte à côte, au {1}"},
                     {comparison.strategy, comparison.as_of}},
                    {}};
  Section differs{"differs", words(Text{"What differs", "Ce qui diffère"}), false, {}};
  const ToldRows told = told_rows({rows.begin(), rows.end()}, comparison.scenarios, view);
  if (rows.empty())
    differs.blocks.emplace_back(Paragraph{words(Text{"No figure differs.", "Aucun chiffre ne diffère."})});
  else if (!told.groups.empty())
    differs.blocks.emplace_back(what_differs(comparison, told, view));
  if (told.left_out > 0)
    differs.blocks.emplace_back(left_out_words(told.left_out));
  document.sections.push_back(std::move(differs));
  if (Table changes = what_changes(comparison, view); !changes.rows.empty())
    document.sections.push_back({"changes",
                                 words(Text{"What each scenario changes", "Ce que change chaque scénario"}),
                                 true,
                                 {std::move(changes)}});
  if (comparison.unsound.empty())
    return document;
  Section unsound{"unsound", words(Text{"Left out", "Laissés de côté"}), false, {}};
  for (const answers::UnsoundScenario& one : comparison.unsound)
    unsound.blocks.emplace_back(Paragraph{
        {{"{0} makes the strategy unsound.", "{0} rend la stratégie incohérente."}, {name_of(one, view)}},
        Tone::bad});
  document.sections.push_back(std::move(unsound));
  return document;
}

std::string comparison_json(const ScenarioComparison& comparison, std::span<const Row> rows) {
  return visible(answers::as_json(answers::told(comparison, rows)));
}

std::string comparison_csv(const ScenarioComparison& comparison, std::span<const Row> rows,
                           bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::vector<std::string> heads{french_dialect ? "chemin" : "path"};
  for (const ComparedScenario& one : comparison.scenarios)
    heads.push_back(CsvDialect::words(one.id));
  std::string result = dialect.begin() + dialect.row(heads);
  for (const Row& row : rows) {
    std::vector<std::string> cells{CsvDialect::words(answers::text_of(row.path))};
    for (const ComparedScenario& one : comparison.scenarios)
      cells.push_back(csv_cell(dialect, one.figures.find(row.path)));
    result += dialect.row(cells);
  }
  return result;
}

} // namespace deploy_plan::report

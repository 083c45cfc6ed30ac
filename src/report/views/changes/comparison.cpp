#include "report/views/changes/comparison.hpp"
#include "report/document/cells.hpp"
#include "report/json_values.hpp"
#include "report/views/gap/gap_json.hpp"
#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Phrase amount_phrase(FigureKind kind, double amount, const std::string& currency) {
  const bool more = amount >= 0;
  const double size = std::abs(amount);
  if (kind == FigureKind::share)
    return {more ? Text{"+{0} points", "+{0} points"} : Text{"\u2212{0} points", "\u2212{0} points"},
            {shown(size * 100)}};
  if (kind == FigureKind::money)
    return {more ? Text{"+{0}", "+{0}"} : Text{"\u2212{0}", "\u2212{0}"}, {Money{shown(size), currency}}};
  return {more ? Text{"+{0}", "+{0}"} : Text{"\u2212{0}", "\u2212{0}"}, {shown(size)}};
}

Phrase share_phrase(double share) {
  return {share >= 0 ? Text{"+{0}", "+{0}"} : Text{"\u2212{0}", "\u2212{0}"}, {Share{std::abs(share)}}};
}

Phrase days_phrase(double days) {
  const auto count = static_cast<std::int64_t>(std::abs(days));
  return {days < 0 ? Text{"{0} {0#day|days} sooner", "{0} {0#jour|jours} plus tôt"}
                   : Text{"{0} {0#day|days} later", "{0} {0#jour|jours} plus tard"},
          {count}};
}

/// A word of an answer as people read it.
Phrase word_phrase(const std::string& word) {
  for (int status = 0; status <= static_cast<int>(GoalStatus::behind); ++status)
    if (status_key(static_cast<GoalStatus>(status)) == word)
      return words(shown_name(static_cast<GoalStatus>(status)));
  for (const model::Choice& stage : model::choices<Stage>())
    if (stage.name.en == word)
      return words(stage.name);
  return words(word);
}

/// The scenarios whose figure is the best of a row: none where they are all the same, or better has no
/// direction.
std::vector<bool> best_of(std::string_view path, std::span<const ComparedScenario> scenarios) {
  std::vector<std::optional<double>> rank;
  for (const ComparedScenario& one : scenarios) {
    const FigureValue* const value = one.figures.find(path);
    const auto* const number = value == nullptr ? nullptr : std::get_if<double>(value);
    const auto* const date = value == nullptr ? nullptr : std::get_if<Date>(value);
    rank.push_back(number != nullptr ? std::optional(*number)
                   : date != nullptr ? std::optional(on_axis(*date))
                                     : std::nullopt);
  }
  std::vector<bool> best(scenarios.size());
  const int direction = better_direction(path);
  std::optional<double> most;
  std::optional<double> least;
  for (const auto& one : rank)
    if (one) {
      most = std::max(most.value_or(*one), *one);
      least = std::min(least.value_or(*one), *one);
    }
  if (direction == 0 || !most || most == least)
    return best;
  for (std::size_t i = 0; i < rank.size(); ++i)
    best[i] = rank[i] && *rank[i] == (direction > 0 ? *most : *least);
  return best;
}

std::string name_of(const ComparedScenario& scenario) {
  return scenario.name.empty() ? scenario.id : scenario.name;
}
/// A value that a change took or gave; whole elements are not spelt out.
Cell changed_cell(const std::string& json, Text element) {
  if (json == "null")
    return {std::nullopt};
  return text_cell(json.starts_with('{') ? words(element) : words(json));
}

Table what_changes(const Comparison& comparison) {
  Table table{
      words(Text{"Values of the strategy, before and after", "Valeurs de la stratégie, avant et après"}),
      {{"scenario", "scénario"}, {"path", "chemin"}, {"from", "de"}, {"to", "à"}},
      {}};
  for (const ComparedScenario& one : comparison.scenarios)
    for (const AppliedChange& change : one.changes)
      table.rows.push_back({text_cell(words(name_of(one))), text_cell({{"{0}", "{0}"}, {change.path}}),
                            changed_cell(change.from, {"removed", "retrait"}),
                            changed_cell(change.to, {"added", "ajout"})});
  return table;
}

Table what_differs(const Comparison& comparison, std::span<const std::string> rows) {
  Table table{
      words(Text{
          "★ marks the best of a row, where better has a direction; in brackets, the difference with the "
          "first column",
          "★ : le meilleur de la ligne, quand un sens est meilleur ; entre parenthèses, l'écart avec la "
          "première colonne"}),
      {{"figure", "chiffre"}},
      {}};
  const auto& scenarios = comparison.scenarios;
  for (const ComparedScenario& one : scenarios)
    table.columns.push_back(words(name_of(one)));
  for (const std::string& path : rows) {
    std::vector<Cell> row{text_cell({{"{0}", "{0}"}, {path_words(path)}})};
    const auto best = best_of(path, scenarios);
    const FigureValue* const first = scenarios.front().figures.find(path);
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
      const FigureValue* const value = scenarios[i].figures.find(path);
      Cell cell = figure_value_cell(path, value, comparison.terms);
      if (const auto change = i > 0 ? change_phrase(path, first, value, comparison.terms) : std::nullopt)
        cell.value = Phrase{{"{0} ({1})", "{0} ({1})"}, {cell.value->words(), change->words()}};
      cell.best = best[i];
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}
} // namespace

Cell figure_value_cell(std::string_view path, const FigureValue* value, const FigureTerms& terms) {
  if (value == nullptr)
    return unknown();
  if (const auto* const date = std::get_if<Date>(value))
    return date_cell(*date);
  if (const auto* const word = std::get_if<std::string>(value))
    return text_cell(word_phrase(*word));
  const double number = std::get<double>(*value);
  switch (terms.kind_of(path)) {
  case FigureKind::share: return share_cell(number);
  case FigureKind::money: return money_cell(number, terms.currency);
  case FigureKind::number: break;
  }
  return number_cell(number);
}

std::optional<Phrase> change_phrase(std::string_view path, const FigureValue* from, const FigureValue* to,
                                    const FigureTerms& terms) {
  const FigureChange change = change_of(from, to);
  if (!change.amount || *change.amount == 0)
    return std::nullopt;
  if (std::holds_alternative<Date>(*from))
    return days_phrase(*change.amount);
  const FigureKind kind = terms.kind_of(path);
  const Phrase amount = amount_phrase(kind, *change.amount, terms.currency);
  if (!change.share || kind == FigureKind::share)
    return amount;
  return Phrase{{"{0}, {1}", "{0}, {1}"}, {amount.words(), share_phrase(*change.share).words()}};
}

std::vector<std::string> all_paths(std::span<const ComparedScenario> scenarios) {
  std::vector<std::string> paths;
  std::unordered_set<std::string_view> known;
  for (const ComparedScenario& one : scenarios)
    for (const Figure& figure : one.figures)
      if (known.insert(figure.path).second)
        paths.push_back(figure.path);
  return paths;
}

std::vector<std::string> differing(std::span<const ComparedScenario> scenarios) {
  std::vector<std::string> paths = all_paths(scenarios);
  std::erase_if(paths, [&](const std::string& path) {
    const FigureValue* const first = scenarios.front().figures.find(path);
    return std::all_of(scenarios.begin(), scenarios.end(), [&](const ComparedScenario& one) {
      const FigureValue* const other = one.figures.find(path);
      return first == nullptr || other == nullptr ? first == other : *first == *other;
    });
  });
  return paths;
}

Document comparison_document(const Comparison& comparison, std::span<const std::string> rows) {
  Document document{{{"{0}, scenarios side by side, as of {1}", "{0}, scénarios côte à côte, au {1}"},
                     {comparison.strategy, comparison.as_of}},
                    {}};
  Section differs{"differs", words(Text{"What differs", "Ce qui diffère"}), false, {}};
  if (rows.empty())
    differs.blocks.emplace_back(Paragraph{words(Text{"No figure differs.", "Aucun chiffre ne diffère."})});
  else
    differs.blocks.emplace_back(what_differs(comparison, rows));
  document.sections.push_back(std::move(differs));
  if (Table changes = what_changes(comparison); !changes.rows.empty())
    document.sections.push_back({"changes",
                                 words(Text{"What each scenario changes", "Ce que change chaque scénario"}),
                                 true,
                                 {std::move(changes)}});
  if (comparison.unsound.empty())
    return document;
  Section unsound{"unsound", words(Text{"Left out", "Laissés de côté"}), false, {}};
  for (const UnsoundScenario& one : comparison.unsound)
    unsound.blocks.emplace_back(
        Paragraph{{{"{0} makes the strategy unsound.", "{0} rend la stratégie incohérente."},
                   {one.name.empty() ? one.id : one.name}},
                  Tone::bad});
  document.sections.push_back(std::move(unsound));
  return document;
}

Json scenario_json(const ComparedScenario& scenario, std::span<const std::string> rows) {
  Json result{{"id", scenario.id},        {"name", scenario.name},   {"changes", Json::array()},
              {"values", Json::object()}, {"dates", Json::object()}, {"words", Json::object()}};
  for (const AppliedChange& change : scenario.changes)
    result["changes"].push_back(
        {{"path", change.path.en}, {"from", Json::parse(change.from)}, {"to", Json::parse(change.to)}});
  const std::unordered_set<std::string_view> wanted(rows.begin(), rows.end());
  for (const Figure& figure : scenario.figures) {
    if (!wanted.contains(figure.path))
      continue;
    if (const auto* const number = std::get_if<double>(&figure.value))
      append_member(result["values"], figure.path, number_json(*number));
    else if (const auto* const date = std::get_if<Date>(&figure.value))
      append_member(result["dates"], figure.path, day_json(*date));
    else
      append_member(result["words"], figure.path, std::get<std::string>(figure.value));
  }
  return result;
}

Json comparison_json(const Comparison& comparison, std::span<const std::string> rows) {
  Json result{{"format", "deploy-plan/compare@1"},
              {"as_of", day_json(comparison.as_of)},
              {"strategy", comparison.strategy},
              {"scenarios", Json::array()},
              {"differs", differing(comparison.scenarios)},
              {"unsound", Json::array()}};
  for (const ComparedScenario& one : comparison.scenarios)
    result["scenarios"].push_back(scenario_json(one, rows));
  for (const UnsoundScenario& one : comparison.unsound) {
    Json findings = Json::array();
    for (const Finding& finding : one.checked.findings)
      if (finding.severity == Severity::error) {
        const auto located = one.checked.sources.locate(finding.place);
        findings.push_back({{"rule", finding.rule},
                            {"message", finding.message.in(Language::english)},
                            {"source", located.source->name()},
                            {"line", located.begin().line},
                            {"column", located.begin().column}});
      }
    result["unsound"].push_back({{"id", one.id}, {"name", one.name}, {"findings", findings}});
  }
  return result;
}

std::string comparison_csv(const Comparison& comparison, std::span<const std::string> rows,
                           bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::vector<std::string> heads{french_dialect ? "chemin" : "path"};
  for (const ComparedScenario& one : comparison.scenarios)
    heads.push_back(CsvDialect::words(one.id));
  std::string result = dialect.begin() + dialect.row(heads);
  for (const std::string& path : rows) {
    std::vector<std::string> cells{CsvDialect::words(path)};
    for (const ComparedScenario& one : comparison.scenarios)
      cells.push_back(csv_cell(dialect, one.figures.find(path)));
    result += dialect.row(cells);
  }
  return result;
}

std::string csv_cell(const CsvDialect& dialect, const FigureValue* value) {
  if (value == nullptr)
    return {};
  if (const auto* const number = std::get_if<double>(value))
    return dialect.number(std::optional(*number));
  if (const auto* const date = std::get_if<Date>(value))
    return iso(*date);
  return CsvDialect::words(std::get<std::string>(*value));
}

} // namespace deploy_plan::report

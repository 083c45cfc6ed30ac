#include "report/views/sheet/sheet_view.hpp"
#include "answers/json.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan::report {
namespace {

using Missing = SheetFigure::Missing;

constexpr Text undetermined{"not determined", "non déterminé"};

Text missing_words(Missing why) {
  return why == Missing::not_applicable ? Text{"not applicable", "sans objet"} : undetermined;
}

/// A figure that a sheet tells of a year.
struct SheetLine {
  Phrase name;
  const SheetFigure& figure;
};

std::vector<SheetLine> lines_of(const SheetIndicator& one, int year) {
  const auto of = [](Text words, int in) { return Phrase{words, {std::to_string(in)}}; };
  return {{of({"{0}, realised", "{0}, réalisation"}, year - 2), one.two_years_before},
          {of({"{0}, realised", "{0}, réalisation"}, year - 1), one.year_before},
          {of({"{0}, where the path to the target passes", "{0}, point de passage vers la cible"}, year),
           one.aimed},
          {of({"{0}, forecast", "{0}, prévision"}, year), one.forecast},
          {of({"{0}, realised to date", "{0}, réalisé à ce jour"}, year), one.realised}};
}

/// Empty where nothing is to be added to the figure.
Cell note_of(const SheetLine& line, const SheetIndicator& one) {
  const SheetFigure& figure = line.figure;
  if (figure.value && figure.day)
    return text_cell({{"observed on {0}", "relevé du {0}"}, {*figure.day}});
  if (figure.value && figure.low && figure.high)
    return text_cell({{"median at the year's end, with what is committed; 90% sure: {0} to {1}",
                       "médiane en fin d'année, avec ce qui est engagé ; sûr à 90 % : {0} à {1}"},
                      {figure_of(*figure.low, one.is_rate), figure_of(*figure.high, one.is_rate)}});
  if (figure.value)
    return text_cell(words(Text{"at the year's end", "en fin d'année"}));
  return text_cell(words(Text{"", ""}));
}

Table table_of(const SheetIndicator& one, const IndicatorSheet& sheet) {
  // Its name heads it, too: a caption stands beneath, where it would seem to be of what follows.
  Table table{{{"{0}, as of {1}", "{0}, au {1}"}, {one.name, sheet.as_of}},
              {words(one.name), words(Text{"Value", "Valeur"}), words(Text{"Remark", "Précision"})},
              {}};
  const auto nothing = [] { return text_cell(words(Text{"", ""})); };
  const auto add = [&](Text name, Cell value, Cell note) {
    table.rows.push_back({text_cell(words(name)), std::move(value), std::move(note)});
  };
  const auto told = [](const std::string& what) {
    return text_cell(what.empty() ? words(undetermined) : words(what));
  };
  const auto figure = [&](const SheetFigure& told_figure) {
    return told_figure.value ? figure_cell_of(told_figure.value, one.is_rate)
                             : text_cell(words(missing_words(told_figure.why)));
  };
  const auto by = [](Date day) { return text_cell({{"by {0}", "pour le {0}"}, {day}}); };
  add({"Unit", "Unité"}, told(one.unit), nothing());
  for (const SheetLine& line : lines_of(one, sheet.year))
    table.rows.push_back({text_cell(line.name), figure(line.figure), note_of(line, one)});
  add({"Target", "Cible"}, figure_cell_of(one.target, one.is_rate), by(one.by));
  add({"Revised target", "Cible actualisée"}, figure(one.revised),
      one.revised.day ? by(*one.revised.day) : nothing());
  add({"Source of the data", "Source des données"}, told(one.source), nothing());
  add({"Calculation", "Mode de calcul"}, told(one.method), nothing());
  return table;
}
} // namespace

Section indicator_sheet_section(const IndicatorSheet& sheet) {
  Section section{"parliament",
                  words(Text{"Parliament's indicators", "Indicateurs du projet annuel de performances"}),
                  false,
                  {}};
  if (sheet.indicators.empty())
    section.blocks.emplace_back(
        Paragraph{{{"There is no objective to tell of.", "Aucun objectif n'est à présenter."}}});
  for (const SheetIndicator& one : sheet.indicators)
    section.blocks.emplace_back(table_of(one, sheet));
  return section;
}

std::string indicator_sheet_csv_header(Language language, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  constexpr Text heads[] = {{"strategy", "stratégie"},
                            {"year", "année"},
                            {"indicator", "indicateur"},
                            {"name", "nom"},
                            {"unit", "unité"},
                            {"two_years_before", "réalisation_n-2"},
                            {"year_before", "réalisation_n-1"},
                            {"aimed", "trajectoire"},
                            {"forecast", "prévision"},
                            {"realised", "réalisé"},
                            {"forecast_low", "prévision_basse"},
                            {"forecast_high", "prévision_haute"},
                            {"target", "cible"},
                            {"target_by", "échéance"},
                            {"revised_target", "cible_actualisée"},
                            {"revised_by", "échéance_actualisée"},
                            {"source", "source_des_données"},
                            {"calculation", "mode_de_calcul"}};
  std::vector<std::string> cells;
  for (const Text head : heads)
    cells.emplace_back(head.in(language));
  return dialect.begin() + dialect.row(cells);
}

std::string indicator_sheet_csv(const IndicatorSheet& sheet, Language language, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  const auto cell = [](std::string_view words) { return CsvDialect::words(words); };
  const auto told = [&](const std::string& what) {
    return cell(what.empty() ? undetermined.in(language) : std::string_view(what));
  };
  std::string rows;
  for (const SheetIndicator& one : sheet.indicators) {
    std::vector<std::string> cells{cell(sheet.strategy), std::to_string(sheet.year), cell(one.objective),
                                   cell(one.name), told(one.is_rate ? "ratio" : one.unit)};
    const auto figure = [&](const SheetFigure& one_figure) {
      return one_figure.value ? dialect.number(one_figure.value)
                              : cell(missing_words(one_figure.why).in(language));
    };
    for (const SheetLine& line : lines_of(one, sheet.year))
      cells.push_back(figure(line.figure));
    for (const auto& bound : {one.forecast.low, one.forecast.high})
      cells.push_back(bound ? dialect.number(bound) : figure(one.forecast));
    cells.push_back(dialect.number(std::optional(one.target)));
    cells.push_back(iso(one.by));
    cells.push_back(figure(one.revised));
    cells.push_back(one.revised.day ? iso(*one.revised.day) : figure(one.revised));
    cells.push_back(told(one.source));
    cells.push_back(told(one.method));
    rows += dialect.row(cells);
  }
  return rows;
}

} // namespace deploy_plan::report

#include "report/views/changes/difference_view.hpp"
#include "answers/json.hpp"
#include "deploy_plan/check.hpp"
#include "report/document/cells.hpp"
#include "text/terminal.hpp"

namespace deploy_plan::report {
namespace {

using answers::change_words;
using answers::FigureDifference;
using answers::step_of;
using answers::VersionComparison;

constexpr int steps_in_order[] = {1, 2, 3, 4, 0};
constexpr std::string_view step_ids[] = {"rest", "market", "objectives", "levers", "actions"};

Phrase section_title(int step) {
  return step == 0 ? words(Text{"Means and the rest", "Moyens et le reste"}) : words(step_name(step));
}

/// A section a step, a paragraph a change.
template <class Say>
std::vector<Section> by_step(std::span<const Difference> differences, Say say_one) {
  std::vector<Section> sections;
  for (const int step : steps_in_order) {
    Section section{std::string(step_ids[step]), section_title(step), false, {}};
    for (const Difference& one : differences)
      if (step_of(one) == step)
        section.blocks.emplace_back(Paragraph{say_one(one)});
    if (!section.blocks.empty())
      sections.push_back(std::move(section));
  }
  return sections;
}

Tone tone_of(const FigureDifference& one) {
  const auto change = one.change();
  const answers::Better better = one.row.member->better;
  if (!change.amount || better == answers::Better::neither || answers::is_noise(one.row, one.from, one.to))
    return Tone::plain;
  return (*change.amount > 0) == (better == answers::Better::more) ? Tone::good : Tone::bad;
}

/// Versions that share their observations have the figures of one day: what was known when the older one was
/// written is another day's.
Phrase no_figure_differs(const VersionComparison& versions) {
  if (versions.from.as_of != versions.to.as_of)
    return words(Text{"No figure differs.", "Aucun chiffre ne diffère."});
  return {
      {"No figure differs: both versions are told as of {0}, with what is observed by then. --since DAY "
       "tells "
       "the older one as of an earlier day.",
       "Aucun chiffre ne diffère : les deux versions sont dites au {0}, avec ce qui est observé ce jour-là. "
       "--since JOUR dit l'ancienne à un jour antérieur."},
      {versions.to.as_of}};
}

Phrase difference_title(const VersionComparison& versions) {
  if (versions.from.as_of == versions.to.as_of)
    return {{"{0}, what changed from {1} to {2}", "{0}, ce qui a changé de {1} à {2}"},
            {versions.to.strategy, versions.from.file, versions.to.file}};
  return {
      {"{0}, what changed from {1}, as of {2}, to {3}, as of {4}",
       "{0}, ce qui a changé de {1}, au {2}, à {3}, au {4}"},
      {versions.to.strategy, versions.from.file, versions.from.as_of, versions.to.file, versions.to.as_of}};
}

std::vector<Cell> figure_row(const FigureDifference& one, const ChangesView& view) {
  std::vector<Cell> cells{words_cell(answers::words_of(one.row))};
  if (view.paths)
    cells.push_back(words_cell(answers::path_words(one.row)));
  cells.push_back(value_cell(one.row, one.from));
  cells.push_back(value_cell(one.row, one.to));
  cells.push_back({change_phrase(one.row, one.from, one.to), true, tone_of(one)});
  return cells;
}

Table figure_table(const VersionComparison& versions, const ToldRows& told, const ChangesView& view) {
  Table table{words(Text{"Figures that differ between the two versions",
                         "Chiffres qui diffèrent entre les deux versions"}),
              {{"figure", "chiffre"}},
              {}};
  if (view.paths)
    table.columns.push_back({"path", "chemin"});
  table.columns.insert(table.columns.end(), {{"before", "avant"}, {"after", "après"}, {"change", "écart"}});
  for (const RowGroup& group : told.groups) {
    table.rows.push_back({text_cell(words(group.title))});
    for (const answers::Row& row : group.rows)
      table.rows.push_back(
          figure_row({row, versions.from.figures.find(row.path), versions.to.figures.find(row.path)}, view));
  }
  return table;
}

std::vector<Block> figure_blocks(const VersionComparison& versions, const ChangesView& view) {
  if (!versions.from.sound || !versions.to.sound)
    return {Paragraph{{{"{0} has errors: no figure can be compared before check finds none.",
                        "{0} est en erreur : aucun chiffre ne se compare avant que check n'en trouve plus."},
                       {versions.from.sound ? versions.to.file : versions.from.file}},
                      Tone::bad}};
  const auto sides = answers::sides_of(versions);
  auto rows = answers::differing(sides);
  if (rows.empty())
    return {Paragraph{no_figure_differs(versions)}};
  const ToldRows told = told_rows(std::move(rows), sides, view);
  std::vector<Block> blocks;
  if (!told.groups.empty())
    blocks.emplace_back(figure_table(versions, told, view));
  if (told.left_out > 0)
    blocks.emplace_back(left_out_words(told.left_out));
  return blocks;
}
} // namespace

Document difference_document(const VersionComparison& versions, const ChangesView& view) {
  Document document{difference_title(versions), by_step(versions.differences, [&](const Difference& one) {
                      return change_words(one, versions.to.numbers);
                    })};
  if (versions.differences.empty())
    document.sections.push_back({"changes",
                                 words(Text{"Changes", "Changements"}),
                                 false,
                                 {Paragraph{words(Text{"None.", "Aucun."})}}});
  document.sections.push_back({"figures",
                               words(Text{"What it does to the figures", "Ce que cela fait aux chiffres"}),
                               false, figure_blocks(versions, view)});
  return document;
}

std::string difference_json(const VersionComparison& versions) {
  return text::visible_json(answers::as_json(answers::told(versions))) + "\n";
}

std::string difference_csv(const VersionComparison& versions, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"chemin", "avant", "après", "changement"})
                           : dialect.row({"path", "from", "to", "change"});
  const Language language = french_dialect ? Language::french : Language::english;
  const auto cell = [&](const VersionValue& value) {
    if (value.number)
      return dialect.number(value.number);
    return CsvDialect::words(value.text.empty() && value.is_there() ? value.json : value.text);
  };
  for (const Difference& one : versions.differences)
    result += dialect.row({CsvDialect::words(one.path.in(language)), cell(one.from), cell(one.to),
                           CsvDialect::words(change_words(one, versions.to.numbers).in(language))});
  return result;
}

Document version_document(const std::string& name, const answers::ToldNumbers& numbers,
                          std::span<const Difference> everything) {
  return {{{"{0}", "{0}"}, {name}},
          by_step(everything, [&](const Difference& one) { return answers::value_words(one, numbers); })};
}

} // namespace deploy_plan::report

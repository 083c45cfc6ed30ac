#include "report/views/changes/difference_view.hpp"
#include "deploy_plan/check.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"
#include "report/json_values.hpp"
#include "report/views/changes/change_words.hpp"
#include "report/views/changes/comparison.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

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

struct FigureDifference {
  std::string path;
  const FigureValue* from;
  const FigureValue* to;
};

std::vector<FigureDifference> figure_differences(const VersionComparison& versions) {
  std::vector<FigureDifference> all;
  if (!versions.from.sound || !versions.to.sound)
    return all;
  const ComparedScenario sides[] = {{"", "", {}, versions.from.figures}, {"", "", {}, versions.to.figures}};
  for (const std::string& path : differing(sides))
    all.push_back({path, versions.from.figures.find(path), versions.to.figures.find(path)});
  return all;
}

Tone tone_of(const FigureDifference& one) {
  const auto change = change_of(one.from, one.to);
  const int direction = better_direction(one.path);
  if (!change.amount || direction == 0)
    return Tone::plain;
  return *change.amount * direction > 0 ? Tone::good : Tone::bad;
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

std::vector<Block> figure_blocks(const VersionComparison& versions) {
  if (!versions.from.sound || !versions.to.sound)
    return {Paragraph{{{"{0} has errors: no figure can be compared before check finds none.",
                        "{0} est en erreur : aucun chiffre ne se compare avant que check n'en trouve plus."},
                       {versions.from.sound ? versions.to.file : versions.from.file}},
                      Tone::bad}};
  Table table{words(Text{"Figures that differ between the two versions",
                         "Chiffres qui diffèrent entre les deux versions"}),
              {{"figure", "chiffre"}, {"before", "avant"}, {"after", "après"}, {"change", "écart"}},
              {}};
  for (const FigureDifference& one : figure_differences(versions)) {
    const auto change = change_phrase(one.path, one.from, one.to, versions.to.terms);
    table.rows.push_back({text_cell({{"{0}", "{0}"}, {path_words(one.path)}}),
                          figure_value_cell(one.path, one.from, versions.from.terms),
                          figure_value_cell(one.path, one.to, versions.to.terms),
                          {change, true, tone_of(one)}});
  }
  if (table.rows.empty())
    return {Paragraph{no_figure_differs(versions)}};
  return {std::move(table)};
}

/// Puts a value into nested objects along a path.
void put(Json& root, std::string_view path, const Json& value) {
  const auto dot = path.find('.');
  Json& child = root[std::string(path.substr(0, dot))];
  if (dot == std::string_view::npos)
    child = value;
  else
    put(child, path.substr(dot + 1), value);
}

Json value_json(const FigureValue* value) {
  if (value == nullptr)
    return nullptr;
  if (const auto* const number = std::get_if<double>(value))
    return number_json(*number);
  if (const auto* const date = std::get_if<Date>(value))
    return day_json(*date);
  return std::get<std::string>(*value);
}

Json figure_json(const FigureDifference& one) {
  const auto change = change_of(one.from, one.to);
  return {{"from", value_json(one.from)},
          {"to", value_json(one.to)},
          {"change", number_json(change.amount)},
          {"relative_change", number_json(change.share)}};
}
} // namespace

Document difference_document(const VersionComparison& versions) {
  Document document{difference_title(versions), by_step(versions.differences, [&](const Difference& one) {
                      return change_words(one, versions.to.terms.rates);
                    })};
  if (versions.differences.empty())
    document.sections.push_back({"changes",
                                 words(Text{"Changes", "Changements"}),
                                 false,
                                 {Paragraph{words(Text{"None.", "Aucun."})}}});
  document.sections.push_back({"figures",
                               words(Text{"What it does to the figures", "Ce que cela fait aux chiffres"}),
                               false, figure_blocks(versions)});
  return document;
}

Json difference_json(const VersionComparison& versions) {
  const auto side = [](const VersionSide& one) {
    return Json{
        {"file", one.file}, {"strategy", one.strategy}, {"as_of", day_json(one.as_of)}, {"sound", one.sound}};
  };
  Json result{{"format", "deploy-plan/diff@1"}, {"as_of", day_json(versions.to.as_of)},
              {"from", side(versions.from)},    {"to", side(versions.to)},
              {"changes", Json::array()},       {"figures", Json::object()}};
  for (const Difference& one : versions.differences)
    result["changes"].push_back(
        {{"path", one.path.en},
         {"from", Json::parse(one.from.json)},
         {"to", Json::parse(one.to.json)},
         {"step", step_of(one)},
         {"words", change_words(one, versions.to.terms.rates).in(Language::english)}});
  for (const FigureDifference& one : figure_differences(versions))
    append_member(result["figures"], one.path, figure_json(one));
  return result;
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
                           CsvDialect::words(change_words(one, versions.to.terms.rates).in(language))});
  return result;
}

Json difference_gates(const VersionComparison& versions) {
  // Figures that do not differ are there too: their change is 0, and a gate on them can be read.
  Json all = Json::object();
  const ComparedScenario sides[] = {{"", "", {}, versions.from.figures}, {"", "", {}, versions.to.figures}};
  for (const std::string& path : all_paths(sides))
    put(all, path, figure_json({path, versions.from.figures.find(path), versions.to.figures.find(path)}));
  // The figures of gap go without its name too, as in its own gates: what is first found is taken.
  Json gates = all.value("gap", Json::object());
  for (const auto& [analysis, figures] : all.items())
    if (!gates.contains(analysis))
      gates[analysis] = figures;
  gates["changes"] = versions.differences.size();
  return gates;
}

Document version_document(const std::string& name, const FigureTerms& terms,
                          std::span<const Difference> everything) {
  return {{{"{0}", "{0}"}, {name}},
          by_step(everything, [&](const Difference& one) { return value_words(one, terms.rates); })};
}

} // namespace deploy_plan::report

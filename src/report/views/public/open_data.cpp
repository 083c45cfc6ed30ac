#include "report/views/public/open_data.hpp"
#include "answers/description.hpp"
#include "report/csv.hpp"
#include "report/json_values.hpp"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

using model::choice_of;

/// A figure as a row tells it.
struct OpenRow {
  std::string id;
  std::optional<ImpactAxis> axis;
  Words name, definition;
  std::string segment;
  PublicKind kind{};
  std::string unit;
  std::optional<double> value;
  Disclosure disclosure{};
  std::optional<Date> day;
  Words source, method;
};

template <model::Chosen E>
std::vector<std::string> words_for(Language language) {
  std::vector<std::string> all;
  for (const model::Choice& choice : model::choices<E>())
    all.emplace_back(choice.name.in(language));
  return all;
}

/// A column, for the table and for what describes it.
struct OpenColumn {
  Text name, title, description;
  std::string_view type;
  bool required = false;
  std::string (*cell)(const OpenRow& row, Language language);
  std::vector<std::string> (*choices)(Language language) = nullptr;
};
std::string of_words(std::string_view words) { return CsvDialect::words(words); }

constexpr OpenColumn open_columns[] = {
    {{"figure", "chiffre"},
     {"Figure", "Chiffre"},
     {"what names it, alike from one publication to the next",
      "ce qui le nomme, pareil d'une publication à l'autre"},
     "string",
     true,
     [](const OpenRow& row, Language) { return of_words(row.id); }},
    {{"question", "question"},
     {"Question", "Question"},
     {"of the impact matrix that it answers", "de la matrice d'impact à laquelle il répond"},
     "string",
     false,
     [](const OpenRow& row, Language language) {
       return row.axis ? std::string(choice_of(*row.axis).name.in(language)) : std::string();
     },
     &words_for<ImpactAxis>},
    {{"name", "nom"},
     {"Name", "Nom"},
     {"in words", "en mots"},
     "string",
     true,
     [](const OpenRow& row, Language language) { return of_words(row.name.in(language)); }},
    {{"segment", "segment"},
     {"Segment", "Segment"},
     {"empty for the whole", "vide pour le tout"},
     "string",
     false,
     [](const OpenRow& row, Language) { return of_words(row.segment); }},
    {{"kind", "nature"},
     {"What it is", "Ce que c'est"},
     {"how to read the value", "comment lire la valeur"},
     "string",
     true,
     [](const OpenRow& row, Language language) { return std::string(choice_of(row.kind).name.in(language)); },
     &words_for<PublicKind>},
    {{"value", "valeur"},
     {"Value", "Valeur"},
     {"shares are fractions of 1; empty where it is not told",
      "les parts sont des fractions de 1 ; vide là où elle n'est pas dite"},
     "number",
     false,
     [](const OpenRow& row, Language) { return CsvDialect(false).number(row.value); }},
    {{"unit", "unité"},
     {"Unit", "Unité"},
     {"what is counted, or a currency (ISO 4217)", "ce qui est compté, ou une devise (ISO 4217)"},
     "string",
     false,
     [](const OpenRow& row, Language) { return of_words(row.unit); }},
    {{"disclosure", "diffusion"},
     {"Disclosure", "Diffusion"},
     {"whether the value is told; a masked one is small, or hides one that is",
      "si la valeur est dite ; une valeur masquée est petite, ou en cache une qui l'est"},
     "string",
     true,
     [](const OpenRow& row, Language language) {
       return std::string(choice_of(row.disclosure).name.in(language));
     },
     &words_for<Disclosure>},
    {{"day", "jour"},
     {"Day", "Jour"},
     {"that it is of, or by which it is to be reached", "dont il est, ou auquel il doit être atteint"},
     "date",
     false,
     [](const OpenRow& row, Language) { return row.day ? iso(*row.day) : std::string(); }},
    {{"definition", "définition"},
     {"Definition", "Définition"},
     {"what the figure is", "ce qu'est le chiffre"},
     "string",
     false,
     [](const OpenRow& row, Language language) { return of_words(row.definition.in(language)); }},
    {{"source", "source"},
     {"Source", "Source"},
     {"where it comes from", "d'où il vient"},
     "string",
     false,
     [](const OpenRow& row, Language language) { return of_words(row.source.in(language)); }},
    {{"method", "méthode"},
     {"Method", "Méthode"},
     {"how it is taken", "comment il est relevé"},
     "string",
     false,
     [](const OpenRow& row, Language language) { return of_words(row.method.in(language)); }},
};

Words with(const Words& words, Text more) {
  return {words.en + std::string(more.en), words.fr + std::string(more.fr)};
}

OpenRow target_row(const PublicGoal& goal, const PublicTarget& target, std::string_view which, Text words) {
  return {goal.id + std::string(which),
          std::nullopt,
          with(goal.name, words),
          goal.definition,
          goal.segment,
          goal.kind,
          goal.unit,
          target.value,
          Disclosure::told,
          target.by,
          {"the strategy", "la stratégie"},
          {"given as such", "donné tel quel"}};
}
void add_goal(const PublicGoal& goal, std::vector<OpenRow>& rows) {
  rows.push_back(target_row(goal, goal.first, ".first",
                            goal.revised ? Text{" (first goal)", " (objectif initial)"}
                                         : Text{" (goal)", " (objectif)"}));
  if (goal.revised)
    rows.push_back(target_row(goal, *goal.revised, ".revised", {" (revised goal)", " (objectif révisé)"}));
  if (goal.kind == PublicKind::share) // what objectives realised stands among the figures
    rows.push_back({goal.id + ".realised", ImpactAxis::used, with(goal.name, {" (realised)", " (réalisé)"}),
                    goal.definition, goal.segment, goal.kind, goal.unit, goal.realised, goal.disclosure,
                    goal.day, goal.source, goal.method});
}
/// Where what is known of those who are covered comes from.
PublicFigure covered_in(const PublicPage& page) {
  const auto found = std::find_if(page.figures.begin(), page.figures.end(),
                                  [](const PublicFigure& one) { return one.id == "market.penetrated"; });
  return found == page.figures.end() ? PublicFigure{} : *found;
}
void add_point(const PublicPage& page, const PublicPoint& point, std::vector<OpenRow>& rows) {
  const PublicFigure covered = covered_in(page);
  const std::string id = "trend." + iso(point.day);
  rows.push_back({id + ".covered",
                  ImpactAxis::used,
                  {"covered on the day", "couverts ce jour-là"},
                  {"those who are covered", "ceux qui sont couverts"},
                  "",
                  PublicKind::count,
                  page.unit,
                  point.covered,
                  point.disclosure,
                  point.day,
                  covered.source,
                  covered.method});
  if (point.cost_by_beneficiary)
    rows.push_back(
        {id + ".cost_by_beneficiary",
         ImpactAxis::efficient,
         {"yearly cost for one who is covered", "coût annuel par bénéficiaire couvert"},
         {"yearly cost of today / covered on the day", "coût annuel d'aujourd'hui / couverts ce jour-là"},
         "",
         PublicKind::money_by_unit,
         page.currency,
         point.cost_by_beneficiary,
         Disclosure::told,
         point.day,
         covered.source,
         {"reckoned", "calculé"}});
}
std::vector<OpenRow> rows_of(const PublicPage& page) {
  std::vector<OpenRow> rows;
  for (const PublicFigure& one : page.figures)
    rows.push_back({one.id, one.axis, one.name, one.definition, one.segment, one.kind, one.unit, one.value,
                    one.disclosure, one.day, one.source, one.method});
  for (const PublicGoal& goal : page.goals)
    add_goal(goal, rows);
  for (const PublicPoint& point : page.trend)
    add_point(page, point, rows);
  return rows;
}
} // namespace

std::string public_csv(const PublicPage& page, Language language) {
  const CsvDialect dialect(false);
  std::vector<std::string> cells;
  for (const OpenColumn& column : open_columns)
    cells.emplace_back(column.name.in(language));
  std::string all = dialect.begin() + dialect.row(cells);
  for (const OpenRow& row : rows_of(page)) {
    cells.clear();
    for (const OpenColumn& column : open_columns)
      cells.push_back(column.cell(row, language));
    all += dialect.row(cells);
  }
  return all;
}

std::string public_table_schema(const PublicPage& page, Language language) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::array();
  for (const OpenColumn& column : open_columns) {
    nlohmann::ordered_json field{{"name", column.name.in(language)},
                                 {"title", column.title.in(language)},
                                 {"description", typeset(column.description.in(language), language)},
                                 {"type", column.type}};
    if (column.type == "date")
      field["format"] = "%Y-%m-%d";
    if (column.required)
      field["constraints"]["required"] = true;
    if (column.choices != nullptr)
      field["constraints"]["enum"] = column.choices(language);
    fields.push_back(std::move(field));
  }
  const std::string key(open_columns[0].name.in(language));
  return written({{"title", page.strategy},
                  {"fields", std::move(fields)},
                  {"missingValues", {""}},
                  {"primaryKey", {key}}});
}

} // namespace deploy_plan::report

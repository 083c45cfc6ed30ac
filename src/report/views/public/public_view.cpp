// A public page: what was promised, what came of it, what it cost.
#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"
#include "text/counted.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using namespace report;

Argument told_value(double value, PublicKind kind, const std::string& unit) {
  switch (kind) {
  case PublicKind::share: return Share{shown(value * 1000) / 1000};
  case PublicKind::rate: return figure_of(value, value >= 0 && value <= 1);
  case PublicKind::money:
  case PublicKind::money_by_unit:
    return Money{value >= 1000 ? std::round(value) : std::round(value * 100) / 100, unit};
  case PublicKind::count:
  case PublicKind::person_days: break;
  }
  return shown(value);
}
constexpr Text not_yet{"not known yet", "pas encore connu"};
Cell value_cell(const std::optional<double>& value, Disclosure disclosure, PublicKind kind,
                const std::string& unit) {
  if (disclosure == Disclosure::masked)
    return text_cell(words(Text{"masked", "masqué"}));
  return value ? figure_cell(told_value(*value, kind, unit)) : text_cell(words(not_yet));
}
Phrase in_words(const Words& words) { return {{"{0}", "{0}"}, {words}}; }

/// At the head of figures that count beneficiaries.
std::string unit_word(const PublicPage& page) { return text::axis_word({page.unit, page.units}); }

/// What is counted, where the value does not say it.
Phrase unit_of(PublicKind kind, const std::string& unit) {
  if (kind == PublicKind::person_days)
    return words(Text{"person-days", "jours-personne"});
  return words(kind == PublicKind::count ? unit : std::string());
}
Phrase named_in(const Words& name, const std::string& segment) {
  return segment.empty() ? in_words(name) : Phrase{{"{0}, {1}", "{0}, {1}"}, {name, segment}};
}
Phrase source_and_method(const Words& source, const Words& method) {
  if (source.en.empty() || method.en.empty())
    return in_words(source.en.empty() ? method : source);
  return {{"{0}; {1}", "{0} ; {1}"}, {source, method}};
}
const PublicFigure* find_figure(const PublicPage& page, std::string_view id) {
  const auto found = std::find_if(page.figures.begin(), page.figures.end(),
                                  [&](const PublicFigure& one) { return one.id == id; });
  return found == page.figures.end() ? nullptr : &*found;
}

/// Lines beneath the title: what it is, and for when.
std::vector<Phrase> about_page(const PublicPage& page) {
  std::vector<Phrase> about;
  if (!page.description.empty())
    about.push_back(words(page.description));
  about.push_back({{"From {0} to {1}. Figures as they were known on {2}.",
                    "Du {0} au {1}. Chiffres tels qu'ils étaient connus le {2}."},
                   {page.start, page.end, page.as_of}});
  return about;
}

Paragraph what_comes_first(const PublicGoal& goal) {
  const PublicTarget& aim = goal.revised ? *goal.revised : goal.first;
  const Argument wanted = told_value(aim.value, goal.kind, goal.unit);
  if (goal.realised && goal.day)
    return {
        .text = {{"What comes first: {0}. {1} on {2}, {3} wanted by {4}.",
                  "Ce qui passe d'abord : {0}. {1} au {2}, {3} visés pour le {4}."},
                 {goal.name, told_value(*goal.realised, goal.kind, goal.unit), *goal.day, wanted, aim.by}},
        .lead = true};
  const Text missing =
      goal.disclosure == Disclosure::masked
          ? Text{"What comes first: {0}. {1} wanted by {2}; what came of it is masked.",
                 "Ce qui passe d'abord : {0}. {1} visés pour le {2} ; le réalisé est masqué."}
          : Text{"What comes first: {0}. {1} wanted by {2}; what came of it is not known yet.",
                 "Ce qui passe d'abord : {0}. {1} visés pour le {2} ; le réalisé n'est pas "
                 "encore connu."};
  return {.text = {missing, {goal.name, wanted, aim.by}}, .lead = true};
}

/// Of those that are told, under their names.
KeyFigures key_figures(const PublicPage& page) {
  KeyFigures all;
  const auto add = [&](std::string_view id, auto note) {
    const PublicFigure* const one = find_figure(page, id);
    if (one != nullptr && one->value)
      all.figures.push_back({one->kind == PublicKind::count
                                 ? Phrase{{"{0} ({1})", "{0} ({1})"}, {one->name, unit_word(page)}}
                                 : in_words(one->name),
                             {{"{0}", "{0}"}, {told_value(*one->value, one->kind, one->unit)}},
                             note(*one)});
  };
  const auto of_day = [](const PublicFigure& one) {
    return one.day ? Phrase{{"on {0}", "au {0}"}, {*one.day}} : Phrase{};
  };
  add("market.penetrated", of_day);
  add("market.share_of_target", [&](const PublicFigure&) {
    const PublicFigure& target = *find_figure(page, "market.target");
    return Phrase{{"of {0}", "sur {0}"},
                  {text::counted_if_worded(told_value(*target.value, target.kind, target.unit),
                                           {page.unit, page.units})}};
  });
  add("market.cost_by_beneficiary", of_day);
  add("budget.money.spent", [&](const PublicFigure& spent) {
    const PublicFigure* const given = find_figure(page, "budget.money.given");
    return given != nullptr && given->value
               ? Phrase{{"of {0}", "sur {0}"}, {told_value(*given->value, given->kind, given->unit)}}
               : of_day(spent);
  });
  return all;
}

Section opening(const PublicPage& page) {
  std::vector<Block> blocks;
  for (const PublicGoal& goal : page.goals)
    if (goal.is_north_star)
      blocks.emplace_back(what_comes_first(goal));
  if (KeyFigures figures = key_figures(page); !figures.figures.empty())
    blocks.emplace_back(std::move(figures));
  if (page.launched)
    blocks.emplace_back(
        Paragraph{{*page.launched > page.as_of ? Text{"Opens on {0}.", "Ouvre le {0}."}
                                               : Text{"Open since {0}.", "Ouvert depuis le {0}."},
                   {*page.launched}}});
  if (!page.url.empty())
    blocks.emplace_back(Paragraph{.text = {{"Presented at {0}", "Présenté à l'adresse {0}"}, {page.url}},
                                  .addresses = {page.url}});
  return {"public-summary", words(page.solution.empty() ? page.strategy : page.solution), false,
          std::move(blocks)};
}

/// A tier of a segment, or a share of one: they have a table of their own.
bool is_of_segments_market(const PublicFigure& one) { return one.id.starts_with("segments."); }

Section matrix(const PublicPage& page) {
  Table table{words(Text{"The impact matrix", "La matrice d'impact"}),
              {words(Text{"figure", "chiffre"}), words(Text{"value", "valeur"}), words(Text{"unit", "unité"}),
               words(Text{"of", "au"}), words(Text{"definition", "définition"}),
               words(Text{"source and method", "source et méthode"})},
              {}};
  for (const model::Choice& axis : model::choices<ImpactAxis>()) {
    table.rows.push_back({text_cell({{"{0}: {1}", "{0} : {1}"}, {axis.name, axis.meaning}})});
    const std::size_t before = table.rows.size();
    for (const PublicFigure& one : page.figures)
      if (static_cast<int>(one.axis) == axis.value && !is_of_segments_market(one))
        table.rows.push_back({text_cell(named_in(one.name, one.segment)),
                              value_cell(one.value, one.disclosure, one.kind, one.unit),
                              text_cell(unit_of(one.kind, one.unit)), date_cell(one.day),
                              text_cell(in_words(one.definition)),
                              text_cell(source_and_method(one.source, one.method))});
    if (table.rows.size() == before)
      table.rows.push_back({text_cell(words(Text{"nothing is measured", "rien n'est mesuré"})), unknown(),
                            unknown(), unknown(), unknown(), unknown()});
  }
  return {"public-impact", words(Text{"Impact", "Impact"}), false, {std::move(table)}};
}

/// A row a segment, in their order; sources and methods of each figure are in the table beside the page.
std::optional<Section> segments(const PublicPage& page) {
  static constexpr std::string_view columns[] = {"penetrated", "target", "share_of_target", "addressed",
                                                 "addressable"};
  Table table{
      {{"Segments, {0}", "Segments, {0}"}, {unit_word(page)}}, {words(Text{"segment", "segment"})}, {}};
  for (const std::string_view column : columns) {
    const PublicFigure* const whole = find_figure(page, "market." + std::string(column));
    table.columns.push_back(whole == nullptr
                                ? words(Text{"share of the target covered", "part de la cible couverte"})
                                : in_words(whole->name));
  }
  table.columns.push_back(words(Text{"covered on", "couverts au"}));
  std::vector<std::string> known;
  for (const PublicFigure& one : page.figures) {
    const std::string id = one.id.substr(0, one.id.rfind('.') + 1);
    if (!is_of_segments_market(one) || std::find(known.begin(), known.end(), id) != known.end())
      continue;
    known.push_back(id);
    std::vector<Cell> row{text_cell(words(one.segment))};
    for (const std::string_view column : columns) {
      const PublicFigure* const figure = find_figure(page, id + std::string(column));
      row.push_back(figure == nullptr
                        ? unknown()
                        : value_cell(figure->value, figure->disclosure, figure->kind, figure->unit));
    }
    const PublicFigure* const covered = find_figure(page, id + "penetrated");
    row.push_back(date_cell(covered == nullptr ? std::nullopt : covered->day));
    table.rows.push_back(std::move(row));
  }
  if (known.empty())
    return std::nullopt;
  return Section{
      "public-segments", words(Text{"Segment by segment", "Segment par segment"}), false, {std::move(table)}};
}

Cell target_cell(const std::optional<PublicTarget>& target, const PublicGoal& goal) {
  return target ? text_cell({{"{0} by {1}", "{0} pour le {1}"},
                             {told_value(target->value, goal.kind, goal.unit), target->by}})
                : text_cell(words(Text{"unchanged", "inchangé"}));
}
/// Without an earlier version, nothing is known of revisions: there is no column for them.
Table goals_table(const PublicPage& page) {
  const bool is_compared = page.earlier_versions > 0;
  Table table{words(Text{"Goals and what came of them", "Objectifs et réalisé"}),
              {words(Text{"goal", "objectif"}),
               words(is_compared ? Text{"first set", "fixé d'abord"} : Text{"wanted", "visé"})},
              {}};
  if (is_compared)
    table.columns.push_back(words(Text{"as revised", "révisé"}));
  for (const Text title : {Text{"realised", "réalisé"}, Text{"unit", "unité"}, Text{"of", "au"},
                           Text{"definition", "définition"}, Text{"source and method", "source et méthode"}})
    table.columns.push_back(words(title));
  for (const PublicGoal& goal : page.goals) {
    std::vector<Cell> row{text_cell(named_in(goal.name, goal.segment)), target_cell(goal.first, goal)};
    if (is_compared)
      row.push_back(target_cell(goal.revised, goal));
    for (Cell& cell : std::vector<Cell>{value_cell(goal.realised, goal.disclosure, goal.kind, goal.unit),
                                        text_cell(unit_of(goal.kind, goal.unit)), date_cell(goal.day),
                                        text_cell(in_words(goal.definition)),
                                        text_cell(source_and_method(goal.source, goal.method))})
      row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  return table;
}
Section goals(const PublicPage& page) {
  std::vector<Block> blocks{goals_table(page)};
  blocks.emplace_back(Paragraph{
      page.earlier_versions == 0
          ? words(
                Text{"The goals are those of today: without an earlier version of the file, nobody can tell "
                     "from this page whether they have changed.",
                     "Les objectifs sont ceux d'aujourd'hui : sans version antérieure du fichier, cette "
                     "page ne permet pas de savoir s'ils ont changé."})
          : Phrase{
                {"First goals are those of the oldest of {0} earlier {0#version|versions} that has them; "
                 "what was set before it is not known.",
                 "Les objectifs fixés d'abord sont ceux de la plus ancienne des versions antérieures qui les "
                 "donne ({0} {0#version lue|versions lues}) ; ce qui fut fixé avant n'est pas connu."},
                {page.earlier_versions}}});
  return {"public-goals", words(Text{"Goals, revised and realised", "Objectifs, révisions et réalisé"}),
          false, std::move(blocks)};
}

/// The newest day of which the cost for one is told.
const PublicPoint* newest_cost(const PublicPage& page) {
  const PublicPoint* newest = nullptr;
  for (const PublicPoint& point : page.trend)
    if (point.cost_by_beneficiary)
      newest = &point;
  return newest;
}
/// What is divided by what, on the newest day: a year's cost over the few of a launch says how few they were.
Phrase title_of_curve(const PublicPage& page, const PublicPoint& newest) {
  const auto money = [&](double amount, PublicKind kind) { return told_value(amount, kind, page.currency); };
  return {{"{0} a year for {1} covered on {2}: {3} for each",
           "{0} par an pour {1} au {2} : {3} par bénéficiaire couvert"},
          {money(*newest.cost_by_beneficiary * *newest.covered, PublicKind::money),
           text::counted(shown(*newest.covered), {page.unit, page.units}), newest.day,
           money(*newest.cost_by_beneficiary, PublicKind::money_by_unit)}};
}
std::optional<Plot> cost_curve(const PublicPage& page) {
  constexpr double just_opening = 0.1; // of those who are covered today: how few they were is in the table
  const PublicPoint* const newest = newest_cost(page);
  if (newest == nullptr)
    return std::nullopt;
  Plot plot{
      title_of_curve(page, *newest),
      words(
          Text{"The yearly cost of today, divided by those who were covered on each day; in the table alone: "
               "days when fewer than a tenth as many were covered as on the last.",
               "Le coût annuel d'aujourd'hui, divisé par ceux qui étaient couverts chaque jour ; dans le "
               "tableau seulement : les jours où il y avait moins d'un dixième des couverts du dernier "
               "relevé."}),
      {words(Text{"day", "jour"}), AxisKind::date},
      {words(Text{"yearly cost", "coût annuel"}), AxisKind::money, page.currency},
      {}};
  Plot::Curve curve{words(Text{"cost", "coût"}), Plot::Style::line, {}};
  for (const PublicPoint& point : page.trend)
    if (point.cost_by_beneficiary && *point.covered >= just_opening * *newest->covered)
      curve.points.push_back({on_axis(point.day), *point.cost_by_beneficiary});
  if (curve.points.size() < 2)
    return std::nullopt;
  plot.curves.push_back(std::move(curve));
  return plot;
}
Section trend(const PublicPage& page) {
  Table table{words(Text{"Over time", "Dans le temps"}),
              {words(Text{"day", "jour"}),
               {{"covered, {0}", "couverts, {0}"}, {unit_word(page)}},
               words(Text{"yearly cost for one", "coût annuel par bénéficiaire"})},
              {}};
  for (const PublicPoint& point : page.trend)
    table.rows.push_back(
        {date_cell(point.day), value_cell(point.covered, point.disclosure, PublicKind::count, page.unit),
         value_cell(point.cost_by_beneficiary, point.disclosure, PublicKind::money_by_unit, page.currency)});
  std::vector<Block> blocks;
  if (auto curve = cost_curve(page))
    blocks.emplace_back(std::move(*curve));
  blocks.emplace_back(std::move(table));
  return {"public-trend", words(Text{"Over time", "Dans le temps"}), false, std::move(blocks)};
}

Phrase about_masks(const PublicPage& page) {
  if (page.masked == 0)
    return {{"Counts under {0} would be masked; there is none here.",
             "Les nombres inférieurs à {0} seraient masqués ; il n'y en a pas ici."},
            {page.min_count}};
  return {{"Counts under {0} are masked, and as many more as it takes that none of them can be found by "
           "subtraction in this page: {1} {1#figure is|figures are} masked. A masked figure may be small or "
           "large.",
           "Les nombres inférieurs à {0} sont masqués, et autant d'autres qu'il faut pour qu'aucun ne se "
           "retrouve par soustraction dans cette page : {1} {1#chiffre est masqué|chiffres sont masqués}. Un "
           "chiffre masqué peut être petit ou grand."},
          {page.min_count, page.masked}};
}

void add_parts(std::vector<std::string>& all, std::string_view words, std::string_view between) {
  for (std::size_t at = words.find_first_not_of(between); at != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_of(between, at), words.size());
    all.emplace_back(words.substr(at, end - at));
    at = words.find_first_not_of(between, end);
  }
}

/// "The team, team@example.org" has an address among its words. One of a page goes on to the next space: it
/// may hold commas and brackets, but for what ends a sentence's part.
std::vector<std::string> words_of(const std::string& value) {
  std::vector<std::string> all, spaced;
  add_parts(spaced, value, " \t\r\n<>");
  for (const std::string& word : spaced) {
    const std::size_t at = std::min(word.find("http://"), word.find("https://"));
    add_parts(all, std::string_view(word).substr(0, at), ",;()");
    if (at == std::string::npos)
      continue;
    const std::string_view page = std::string_view(word).substr(at);
    const std::string_view ends = page.find('(') == std::string_view::npos ? ",;.)" : ",;.";
    all.emplace_back(page.substr(0, page.find_last_not_of(ends) + 1));
  }
  return all;
}

Section about(const PublicPage& page) {
  std::vector<Block> blocks;
  const auto line = [&](Text pattern, const std::string& value, Text missing) {
    blocks.emplace_back(value.empty() ? Paragraph{words(missing)}
                                      : Paragraph{.text = {pattern, {value}}, .addresses = words_of(value)});
  };
  if (!page.table.empty())
    blocks.emplace_back(
        Paragraph{.text = {{"All figures of this page as a table: {0}, whose columns {1} tells.",
                            "Tous les chiffres de cette page en tableau : {0}, dont {1} décrit "
                            "les colonnes."},
                           {page.table, page.table_schema}},
                  .addresses = {page.table, page.table_schema}});
  line({"Licence: {0}", "Licence : {0}"}, page.licence,
       {"Licence: none is given; ask before using these figures again.",
        "Licence : aucune n'est indiquée ; demandez avant de réutiliser ces chiffres."});
  line({"Contact: {0}", "Contact : {0}"}, page.contact,
       {"Contact: none is given.", "Contact : aucun n'est indiqué."});
  line({"Accessibility: its declaration stands at {0}", "Accessibilité : sa déclaration est à l'adresse {0}"},
       page.accessibility_url,
       {"Accessibility: no declaration is given.", "Accessibilité : aucune déclaration n'est indiquée."});
  if (page.min_count > 1)
    blocks.emplace_back(Paragraph{about_masks(page)});
  return {"public-about", words(Text{"About these figures", "À propos de ces chiffres"}), false,
          std::move(blocks)};
}
} // namespace

Document document_of(const PublicPage& page) {
  Document document{words(page.strategy), {opening(page), goals(page), matrix(page)}, about_page(page)};
  if (auto by_segment = segments(page))
    document.sections.push_back(std::move(*by_segment));
  if (!page.trend.empty())
    document.sections.push_back(trend(page));
  document.sections.push_back(about(page));
  return document;
}

} // namespace deploy_plan

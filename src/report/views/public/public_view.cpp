// A public page: what was promised, what came of it, what it cost.
#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"
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
Cell value_cell(const std::optional<double>& value, Disclosure disclosure, PublicKind kind,
                const std::string& unit) {
  if (disclosure == Disclosure::masked)
    return text_cell(words(Text{"masked", "masqué"}));
  return value ? figure_cell(told_value(*value, kind, unit)) : unknown();
}
Phrase in_words(const Words& words) { return {{"{0}", "{0}"}, {words}}; }

/// What is counted, where the value does not say it.
Phrase unit_of(PublicKind kind, const std::string& unit) {
  if (kind == PublicKind::person_days)
    return words(Text{"person-days", "jours-personne"});
  return words(kind == PublicKind::count ? unit : std::string());
}
Phrase named_in(const Words& name, const std::string& segment) {
  return segment.empty() ? in_words(name) : Phrase{{"{0}, {1}", "{0}, {1}"}, {name, segment}};
}
Phrase source_and_method(const std::string& source, const std::string& method) {
  if (source.empty() || method.empty())
    return words(source.empty() ? method : source);
  return {{"{0}; {1}", "{0} ; {1}"}, {source, method}};
}

Section opening(const PublicPage& page) {
  std::vector<Block> blocks;
  if (!page.description.empty())
    blocks.emplace_back(Paragraph{words(page.description)});
  blocks.emplace_back(Paragraph{{{"From {0} to {1}. Figures as they were known on {2}.",
                                  "Du {0} au {1}. Chiffres tels qu'ils étaient connus le {2}."},
                                 {page.start, page.end, page.as_of}}});
  if (page.launched)
    blocks.emplace_back(Paragraph{{{"Open since {0}.", "Ouvert depuis le {0}."}, {*page.launched}}});
  if (!page.url.empty())
    blocks.emplace_back(Paragraph{{{"Presented at {0}", "Présenté à l'adresse {0}"}, {page.url}}});
  for (const PublicGoal& goal : page.goals)
    if (goal.is_north_star) {
      const PublicTarget& aim = goal.revised ? *goal.revised : goal.first;
      const Argument wanted = told_value(aim.value, goal.kind, goal.unit);
      blocks.emplace_back(Paragraph{
          goal.realised && goal.day
              ? Phrase{{"What comes first: {0}. {1} on {2}, {3} wanted by {4}.",
                        "Ce qui passe d'abord : {0}. {1} au {2}, {3} visés pour le {4}."},
                       {goal.name, told_value(*goal.realised, goal.kind, goal.unit), *goal.day, wanted,
                        aim.by}}
              : Phrase{
                    {"What comes first: {0}. {1} wanted by {2}; what came of it is not told yet.",
                     "Ce qui passe d'abord : {0}. {1} visés pour le {2} ; le réalisé n'est pas encore dit."},
                    {goal.name, wanted, aim.by}}});
    }
  return {"public-summary", words(page.solution.empty() ? page.strategy : page.solution), false,
          std::move(blocks)};
}

Section matrix(const PublicPage& page) {
  Table table{words(Text{"The impact matrix", "La matrice d'impact"}),
              {words(Text{"figure", "chiffre"}), words(Text{"value", "valeur"}), words(Text{"in", "en"}),
               words(Text{"of", "au"}), words(Text{"what it is", "ce que c'est"}),
               words(Text{"source and method", "source et méthode"})},
              {}};
  for (const model::Choice& axis : model::choices<ImpactAxis>()) {
    table.rows.push_back({text_cell({{"{0}: {1}", "{0} : {1}"}, {axis.name, axis.meaning}})});
    const std::size_t before = table.rows.size();
    for (const PublicFigure& one : page.figures)
      if (static_cast<int>(one.axis) == axis.value)
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

Cell target_cell(const std::optional<PublicTarget>& target, const PublicGoal& goal) {
  return target ? text_cell({{"{0} by {1}", "{0} pour le {1}"},
                             {told_value(target->value, goal.kind, goal.unit), target->by}})
                : text_cell(words(Text{"unchanged", "inchangé"}));
}
Section goals(const PublicPage& page) {
  Table table{words(Text{"Goals", "Objectifs"}),
              {words(Text{"goal", "objectif"}), words(Text{"first set", "fixé d'abord"}),
               words(Text{"as revised", "révisé"}), words(Text{"realised", "réalisé"}),
               words(Text{"in", "en"}), words(Text{"of", "au"}), words(Text{"method", "méthode"})},
              {}};
  for (const PublicGoal& goal : page.goals) {
    Cell revised = target_cell(goal.revised, goal);
    if (page.earlier_versions == 0)
      revised = text_cell(words(Text{"not known", "inconnu"}));
    table.rows.push_back(
        {text_cell(named_in(goal.name, goal.segment)), target_cell(goal.first, goal), std::move(revised),
         value_cell(goal.realised, goal.disclosure, goal.kind, goal.unit),
         text_cell(unit_of(goal.kind, goal.unit)), date_cell(goal.day), text_cell(words(goal.method))});
  }
  std::vector<Block> blocks{std::move(table)};
  blocks.emplace_back(Paragraph{
      page.earlier_versions == 0
          ? words(Text{"The goals are those of today: whether they were set otherwise before cannot be known "
                       "here, as no earlier version was at hand.",
                       "Les objectifs sont ceux d'aujourd'hui : s'ils étaient autres auparavant ne peut se "
                       "savoir ici, faute de version antérieure."})
          : Phrase{
                {"First goals are those of the oldest of {0} earlier {0#version|versions} that has them; "
                 "what was set before it is not known.",
                 "Les objectifs initiaux sont ceux de la plus ancienne de {0} {0#version antérieure|versions "
                 "antérieures} qui les donne ; ce qui fut fixé avant n'est pas connu."},
                {page.earlier_versions}}});
  return {"public-goals", words(Text{"Goals, revised and realised", "Objectifs, révisions et réalisé"}),
          false, std::move(blocks)};
}

std::optional<Plot> cost_curve(const PublicPage& page) {
  Plot plot{words(Text{"Yearly cost for one who is covered", "Coût annuel par bénéficiaire couvert"}),
            words(Text{"A line over time; its figures stand in the table beneath.",
                       "Une ligne dans le temps ; ses chiffres sont dans le tableau dessous."}),
            {words(Text{"day", "jour"}), AxisKind::date},
            {words(Text{"yearly cost", "coût annuel"}), AxisKind::money, page.currency},
            {}};
  Plot::Curve curve{words(Text{"cost", "coût"}), Plot::Style::line, {}};
  for (const PublicPoint& point : page.trend)
    if (point.cost_by_beneficiary)
      curve.points.push_back({on_axis(point.day), *point.cost_by_beneficiary});
  if (curve.points.size() < 2)
    return std::nullopt;
  plot.curves.push_back(std::move(curve));
  return plot;
}
Section trend(const PublicPage& page) {
  Table table{words(Text{"Over time", "Dans le temps"}),
              {words(Text{"day", "jour"}),
               {{"covered, {0}", "couverts, {0}"}, {page.unit}},
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

Section about(const PublicPage& page) {
  std::vector<Block> blocks;
  const auto line = [&](Text pattern, const std::string& value, Text missing) {
    blocks.emplace_back(Paragraph{value.empty() ? words(missing) : Phrase{pattern, {value}}});
  };
  line({"Licence: {0}.", "Licence : {0}."}, page.licence,
       {"Licence: none is given; ask before using these figures again.",
        "Licence : aucune n'est indiquée ; demandez avant de réutiliser ces chiffres."});
  line({"Contact: {0}", "Contact : {0}"}, page.contact,
       {"Contact: none is given.", "Contact : aucun n'est indiqué."});
  line({"Accessibility: its declaration stands at {0}", "Accessibilité : sa déclaration est à l'adresse {0}"},
       page.accessibility_url,
       {"Accessibility: no declaration is given.", "Accessibilité : aucune déclaration n'est indiquée."});
  if (page.min_count > 1)
    blocks.emplace_back(Paragraph{
        {{"Counts under {0} are masked, and as many more as it takes that none of them can be found by "
          "subtraction: {1} {1#figure is|figures are} masked here. A masked figure may be small or large.",
          "Les nombres inférieurs à {0} sont masqués, et autant d'autres qu'il faut pour qu'aucun ne se "
          "retrouve "
          "par soustraction : {1} {1#chiffre est masqué|chiffres sont masqués} ici. Un chiffre masqué peut "
          "être "
          "petit ou grand."},
         {page.min_count, page.masked}}});
  return {"public-about", words(Text{"About these figures", "À propos de ces chiffres"}), false,
          std::move(blocks)};
}
} // namespace

Document document_of(const PublicPage& page) {
  Document document{words(page.strategy), {opening(page), goals(page), matrix(page)}};
  if (!page.trend.empty())
    document.sections.push_back(trend(page));
  document.sections.push_back(about(page));
  return document;
}

} // namespace deploy_plan

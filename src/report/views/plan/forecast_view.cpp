#include "report/views/plan/forecast_view.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

/// Rows of a table of points that are read, rather than scrolled.
constexpr std::size_t most_rows = 14;

Text model_name(GrowthModel model) {
  constexpr Text names[] = {
      {"constant pace", "rythme constant"}, {"logistic", "logistique"}, {"Bass", "Bass"}};
  return names[static_cast<std::size_t>(model)];
}

Text problem_words(FitProblem problem) {
  constexpr Text words[] = {
      {"", ""},
      {"too few observations: 4 at least for a pace, 6 for a curve",
       "trop peu de relevés : 4 au moins pour un rythme, 6 pour une courbe"},
      {"nothing moves", "rien ne bouge"},
      {"nothing seen bounds its ceiling: it would be infinite",
       "rien d'observé ne borne son plafond : il serait infini"},
      {"the pace has not begun to fall: no ceiling can be told from it yet",
       "le rythme n'a pas commencé à baisser : aucun plafond ne s'en déduit encore"},
      {"no imitation to see: it says no more than a simpler model",
       "aucune imitation visible : il n'en dit pas plus qu'un modèle simple"},
      {"not fitted: install NLopt (libnlopt0)", "non ajusté : installez NLopt (libnlopt0)"}};
  return words[static_cast<std::size_t>(problem)];
}

Phrase title_of(const SeriesForecast& told) {
  if (told.kind == ForecastOf::market)
    return words(Text{"The market covered", "Le marché pénétré"});
  if (told.kind == ForecastOf::segment)
    return {{"Segment {0}", "Segment {0}"}, {told.name}};
  return {{"Objective {0}", "Objectif {0}"}, {told.name}};
}

class SeriesWriter {
public:
  explicit SeriesWriter(const SeriesForecast& forecast) : told(forecast) {}

  std::vector<Block> write() {
    if (!told.chosen) {
      blocks.emplace_back(
          Paragraph{{{"No forecast: {0}.", "Pas de prévision : {0}."},
                     {told.candidates.empty() ? Text{"no model applies", "aucun modèle ne convient"}
                                              : problem_words(told.candidates.front().problem)}},
                    Tone::warning});
      add_candidates();
      return std::move(blocks);
    }
    for (const ForecastGoal& goal : told.goals)
      add_goal(goal);
    add_model();
    add_plot();
    add_points();
    add_candidates();
    add_backtest();
    return std::move(blocks);
  }

private:
  const SeriesForecast& told;
  std::vector<Block> blocks;

  [[nodiscard]] Argument figure(double value) const { return figure_of(value, told.is_rate); }
  [[nodiscard]] Cell cell(const std::optional<double>& value) const {
    return figure_cell_of(value, told.is_rate);
  }
  [[nodiscard]] const GrowthFit& fit() const { return told.candidates[*told.chosen]; }
  void say(Phrase text, Tone tone = Tone::plain) { blocks.emplace_back(Paragraph{std::move(text), tone}); }

  /// With its unit, which a percentage does without.
  [[nodiscard]] Words amount_of(const ForecastGoal& goal) const {
    if (told.is_rate)
      return Phrase{{"{0}", "{0}"}, {figure(goal.value)}}.words();
    return Phrase{{"{0} ({1})", "{0} ({1})"}, {figure(goal.value), told.unit}}.words();
  }

  void add_goal(const ForecastGoal& goal) {
    if (!goal.probability)
      return;
    const Tone tone = *goal.probability >= 0.8   ? Tone::good
                      : *goal.probability >= 0.5 ? Tone::warning
                                                 : Tone::bad;
    const Words amount = amount_of(goal);
    Phrase line{{"{0} by {1}: probability {2}", "{0} au {1} : probabilité {2}"},
                {amount, goal.by, chance_words(*goal.probability)}};
    if (goal.by <= told.observed.back().date || (*goal.probability == 1 && !goal.reached))
      line = {
          {"{0} by {1}: {2}", "{0} au {1} : {2}"},
          {amount, goal.by, *goal.probability == 1 ? Text{"reached", "atteint"} : Text{"missed", "manqué"}}};
    if (goal.probability_with_plan)
      line = {{"{0} ({1} with the plan)", "{0} ({1} avec le plan)"},
              {line.words(), chance_words(*goal.probability_with_plan)}};
    if (!goal.reached && *goal.probability < 1)
      line = {{"{0}; more likely than not it is not reached within the years looked at",
               "{0} ; plus probablement, elle n'est pas atteinte dans les années examinées"},
              {line.words()}};
    else if (goal.reached && goal.earliest && goal.latest)
      line = {{"{0}; reached about {1} (80% sure: {2} to {3})",
               "{0} ; atteinte vers le {1} (sûr à 80 % : du {2} au {3})"},
              {line.words(), *goal.reached, *goal.earliest, *goal.latest}};
    else if (goal.reached)
      line = {{"{0}; reached about {1}, or much later", "{0} ; atteinte vers le {1}, ou bien plus tard"},
              {line.words(), *goal.reached}};
    say({{"{0}.", "{0}."}, {line.words()}}, tone);
  }

  void add_model() {
    const GrowthFit& one = fit();
    switch (one.model) {
    case GrowthModel::linear:
      say({{"At a constant pace: {0} a month.", "À rythme constant : {0} par mois."},
           {figure(one.pace_per_month())}});
      break;
    case GrowthModel::logistic:
      say({{"As a logistic curve: growth of {0} a year at first, towards {1}.",
            "Selon une courbe logistique : {0} de croissance par an au début, vers {1}."},
           {Share{shown(one.q * 100) / 100}, figure(*one.ceiling)}});
      break;
    case GrowthModel::bass:
      say({{"As innovations spread (Bass): of those left, {0} a year come by themselves, and up to {1} by "
            "imitation, "
            "towards {2}.",
            "Comme se diffuse une innovation (Bass) : parmi ceux qui restent, {0} par an viennent "
            "d'eux-mêmes, et "
            "jusqu'à {1} par imitation, vers {2}."},
           {Share{shown(one.p * 1000) / 1000}, Share{shown(one.q * 1000) / 1000}, figure(*one.ceiling)}});
      break;
    }
    if (told.peak)
      say(*told.peak > told.observed.back().date
              ? Phrase{{"The pace will be highest about {0}.", "Le rythme sera le plus fort vers le {0}."},
                       {*told.peak}}
              : Phrase{{"The pace was highest about {0}.", "Le rythme a été le plus fort vers le {0}."},
                       {*told.peak}});
    if (told.launch_added)
      say(words(Text{"The day of launch stands before the observations, at 0.",
                     "Le jour du lancement précède les relevés, à 0."}));
  }

  void add_plot() {
    Plot plot{
        title_of(told),
        words(Text{"points: observed; line: median to come; band: 90% sure; circles: goals",
                   "points : relevés ; ligne : médiane à venir ; bande : sûr à 90 % ; ronds : objectifs"}),
        {words(Text{"day", "jour"}), AxisKind::date},
        {words(told.unit), told.is_rate ? AxisKind::share : AxisKind::number},
        {{words(Text{"90% sure", "sûr à 90 %"}), Plot::Style::band, {}},
         {words(Text{"observed", "relevés"}), Plot::Style::dots, {}},
         {words(Text{"to come", "à venir"}), Plot::Style::line, {}},
         {words(Text{"goals", "objectifs"}), Plot::Style::goal, {}}}};
    const Observation& newest = told.observed.back();
    plot.curves[0].points.push_back({on_axis(newest.date), newest.value, newest.value, newest.value});
    plot.curves[2].points.push_back({on_axis(newest.date), newest.value});
    for (const Observation& one : told.observed)
      plot.curves[1].points.push_back({on_axis(one.date), one.value});
    for (const ForecastPoint& one : told.points) {
      plot.curves[0].points.push_back({on_axis(one.date), one.value, one.low, one.high});
      plot.curves[2].points.push_back({on_axis(one.date), one.value});
    }
    if (!told.with_plan.empty()) {
      plot.curves.push_back({words(Text{"with the plan", "avec le plan"}),
                             Plot::Style::dashed,
                             {{on_axis(newest.date), newest.value}}});
      for (const ForecastPoint& one : told.with_plan)
        plot.curves.back().points.push_back({on_axis(one.date), one.value});
    }
    for (const ForecastGoal& goal : told.goals)
      plot.curves[3].points.push_back({on_axis(goal.by), goal.value});
    std::erase_if(plot.curves, [](const Plot::Curve& curve) { return curve.points.empty(); });
    blocks.emplace_back(std::move(plot));
  }

  void add_points() {
    Table table{
        {{"To come, in {0}: half of what may happen is above, half below; 90% of it between low and high",
          "À venir, en {0} : la moitié de ce qui peut arriver est au-dessus, la moitié au-dessous ; 90 % "
          "entre "
          "bas et haut"},
         {told.unit}},
        {{"day", "jour"}, {"median", "médiane"}, {"low", "bas"}, {"high", "haut"}},
        {}};
    if (!told.with_plan.empty())
      table.columns.push_back({{"with the plan", "avec le plan"}});
    const std::size_t every = (told.points.size() + most_rows - 1) / std::max<std::size_t>(1, most_rows);
    for (std::size_t i = 0; i < told.points.size(); ++i) {
      const ForecastPoint& one = told.points[i];
      const bool is_goal = std::any_of(told.goals.begin(), told.goals.end(),
                                       [&](const ForecastGoal& goal) { return goal.by == one.date; });
      if (!is_goal && (i + 1) % every != 0)
        continue;
      table.rows.push_back(
          {text_cell({{"{0}", "{0}"}, {one.date}}), cell(one.value), cell(one.low), cell(one.high)});
      if (!told.with_plan.empty())
        table.rows.back().push_back(cell(told.with_plan[i].value));
    }
    blocks.emplace_back(std::move(table));
  }

  void add_candidates() {
    if (told.candidates.empty())
      return;
    Table table{words(Text{"The models tried; the lowest AICc explains most with least; futures are shared "
                           "among them by how well they explain",
                           "Les modèles essayés ; l'AICc le plus bas explique le plus avec le moins ; les "
                           "futurs se répartissent entre eux selon ce qu'ils expliquent"}),
                {{"model", "modèle"},
                 {"AICc", "AICc"},
                 {"share of the futures", "part des futurs"},
                 {"ceiling", "plafond"},
                 {"remark", "remarque"}},
                {}};
    for (std::size_t i = 0; i < told.candidates.size(); ++i) {
      const GrowthFit& one = told.candidates[i];
      Cell named = text_cell(words(model_name(one.model)));
      named.best = told.chosen == i;
      table.rows.push_back({named, number_cell(one.aicc),
                            one.weight > 0 ? share_cell(shown(one.weight * 1000) / 1000) : unknown(),
                            cell(one.ceiling), text_cell(words(problem_words(one.problem)))});
    }
    blocks.emplace_back(std::move(table));
  }

  void add_backtest() {
    if (!told.backtest)
      return;
    const Backtest& test = *told.backtest;
    if (!test.model)
      return say({{"Without the last {0#observation|{0} observations} nothing could have been forecast.",
                   "Sans {0#le dernier relevé|les {0} derniers relevés}, rien n'aurait pu être prévu."},
                  {static_cast<std::int64_t>(test.hidden)}},
                 Tone::warning);
    const bool better = test.error < test.naive_error;
    say({{"Forecast without the last {0#observation|{0} observations}, it would have been off by {1} on "
          "average "
          "({2} by prolonging the pace), and {3} of those hidden fall within the 90% intervals.",
          "Prévu sans {0#lui, le dernier relevé l'aurait|eux, les {0} derniers relevés l'auraient} été à {1} "
          "près en moyenne ({2} en prolongeant le rythme), et {3} des relevés cachés tombent dans les "
          "intervalles à 90 %."},
         {static_cast<std::int64_t>(test.hidden), figure(test.error), figure(test.naive_error),
          Share{shown(test.coverage * 1000) / 1000}}},
        better ? Tone::good : Tone::warning);
  }
};
} // namespace

std::vector<Section> forecast_sections(const Forecast& forecast) {
  std::vector<Section> sections;
  for (const SeriesForecast& told : forecast.series)
    sections.push_back({"forecast-" + std::to_string(sections.size() + 1), title_of(told),
                        told.kind != ForecastOf::market, SeriesWriter(told).write()});
  if (!sections.empty())
    sections.back().blocks.emplace_back(
        Paragraph{{{"Simulated {0} times, with the seed {1}. What made the past goes on: actions to come are "
                    "not counted.",
                    "Simulé {0} fois, avec la graine {1}. Ce qui a fait le passé continue : les actions à "
                    "venir ne sont "
                    "pas comptées."},
                   {static_cast<std::int64_t>(forecast.draws), std::to_string(forecast.seed)}}});
  return sections;
}

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const Forecast& forecast) {
  Document document{{{"{0}, adoption to come, as of {1}", "{0}, adoption à venir, au {1}"},
                     {forecast.strategy, forecast.as_of}},
                    report::forecast_sections(forecast)};
  if (document.sections.empty())
    document.sections.push_back(
        {"forecast",
         report::words(Text{"Adoption to come", "Adoption à venir"}),
         false,
         {Paragraph{
             report::words(Text{"Nothing is observed by the day: add observations to market.penetrated.",
                                "Rien n'est relevé à ce jour : ajoutez des relevés à marché.pénétré."})}}});
  return document;
}

} // namespace deploy_plan

#include "report/views/plan/forecast_view.hpp"
#include "report/document/cells.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "text/counted.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

/// Rows of a table of points that are read, rather than scrolled.
constexpr std::size_t most_rows_of_points = 14;

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
    if (told.no_trend) {
      say(no_trend_words(*told.no_trend, observations()), Tone::warning);
      return std::move(blocks);
    }
    for (const ForecastGoal& goal : told.goals)
      add_goal(goal);
    add_combination();
    add_plot();
    add_points();
    add_models();
    add_backtest();
    if (told.unwritten_results)
      blocks.emplace_back(unwritten_results_words());
    return std::move(blocks);
  }

private:
  const SeriesForecast& told;
  std::vector<Block> blocks;

  [[nodiscard]] text::Unit unit() const { return {told.unit, told.units}; }
  [[nodiscard]] Argument figure(double value) const { return figure_of(value, told.is_rate); }
  [[nodiscard]] Cell cell(const std::optional<double>& value) const {
    return figure_cell_of(value, told.is_rate);
  }
  [[nodiscard]] std::size_t observations() const {
    return told.observed.size() - std::min<std::size_t>(told.observed.size(), told.launch_added ? 1 : 0);
  }
  void say(Phrase text, Tone tone = Tone::plain) { blocks.emplace_back(Paragraph{std::move(text), tone}); }

  /// With its unit, which a percentage does without.
  [[nodiscard]] Words amount_of(const ForecastGoal& goal) const {
    if (told.is_rate)
      return Phrase{{"{0}", "{0}"}, {figure(goal.value)}}.words();
    return text::counted(figure(goal.value), unit());
  }

  void add_goal(const ForecastGoal& goal) {
    const Outlook& committed = goal.outlook.as_committed;
    if (!committed.probability)
      return;
    const Words amount = amount_of(goal);
    if (goal.by <= told.observed.back().date || (*committed.probability == 1 && !committed.reached))
      return say({{"{0} by {1}: {2}.", "{0} au {1} : {2}."},
                  {amount, goal.by,
                   *committed.probability == 1 ? Text{"reached", "atteint"} : Text{"missed", "manqué"}}},
                 *committed.probability == 1 ? Tone::good : Tone::bad);
    say({{"{0} by {1}. {2}", "{0} au {1}. {2}"}, {amount, goal.by, futures_line(goal.outlook).words()}},
        outlook_tone(committed));
    add_day(goal);
  }

  /// What that day may find, then when the goal is met; with nothing more too, where that says another thing.
  void add_day(const ForecastGoal& goal) {
    const Outlook& committed = goal.outlook.as_committed;
    const Outlook& nothing_more = goal.outlook.nothing_more;
    if (committed.median)
      say({{"On that day: {0}, 90% sure; reached about: {1}.",
            "Ce jour-là : {0}, sûr à 90 % ; atteint vers : {1}."},
           {outlook_value(committed, told.is_rate), outlook_day(committed)}});
    if (goal.outlook.with_plan && goal.outlook.with_plan->median)
      say({{"With the plan, on that day: {0}; reached about: {1}.",
            "Avec le plan, ce jour-là : {0} ; atteint vers : {1}."},
           {outlook_value(*goal.outlook.with_plan, told.is_rate), outlook_day(*goal.outlook.with_plan)}});
    if (nothing_more.probability && nothing_more.probability != committed.probability)
      say({{"With no run more: {0}.", "Sans rien de plus : {0}."}, {outlook_words(nothing_more)}});
  }

  /// The models that more than a trace of the futures are drawn of.
  void add_combination() {
    constexpr double trace = 0.01;
    Words parts;
    for (const TrendMember& one : told.models)
      if (one.weight >= trace)
        text::add_to_list(
            parts, Phrase{{"{0} {1}", "{0} {1}"}, {shown_name(one.model), share_of(one.weight)}}.words());
    if (told.models.size() == 1)
      say({{"Futures of one model: {0}.", "Futurs d'un seul modèle : {0}."},
           {shown_name(told.models.front().model)}});
    else if (!told.models.empty())
      say({{"Futures of several models, each by how well it would have foretold what came: {0}.",
            "Futurs de plusieurs modèles, chacun selon qu'il aurait bien prédit la suite : {0}."},
           {parts}});
    if (auto said = assumed_events_words(told.assumed_events))
      say(std::move(*said));
    if (told.launch_added)
      say(words(Text{"The day of launch stands before the observations, at 0.",
                     "Le jour du lancement précède les relevés, à 0."}));
  }
  static Share share_of(double weight) { return {std::round(weight * 100) / 100}; }

  /// Where what is committed leads by the first goal that is still to come.
  [[nodiscard]] Phrase seen() const {
    for (const ForecastGoal& goal : told.goals)
      if (goal.outlook.as_committed.median && goal.by > told.observed.back().date)
        return {
            {"{0}: by {1}, what is committed leads to about {2}, for {3} to reach",
             "{0} : au {1}, ce qui est engagé mène à {2} environ, pour {3} à atteindre"},
            {title_of(told).words(), goal.by, figure(*goal.outlook.as_committed.median), figure(goal.value)}};
    return title_of(told);
  }

  void add_plot() {
    Plot plot{seen(),
              words(Text{
                  "what comes is drawn by its median; tinted: where it will be, 90% sure, as committed",
                  "la suite est tracée par sa médiane ; en teinte : là où elle sera, sûr à 90 %, engagements "
                  "tenus"}),
              {words(Text{"day", "jour"}), AxisKind::date},
              {words(text::axis_word(unit())), told.is_rate ? AxisKind::share : AxisKind::number},
              {{words(Text{"90% sure, as committed", "sûr à 90 %, engagements tenus"}),
                Plot::Style::band,
                {},
                Role::committed},
               {words(Text{"observed", "relevés"}), Plot::Style::line, {}, Role::observed},
               {words(Text{"as committed", "engagements tenus"}), Plot::Style::dashed, {}, Role::committed},
               {words(Text{"goals", "objectifs"}), Plot::Style::goal, {}, Role::aim}}};
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
                             Plot::Style::line,
                             {{on_axis(newest.date), newest.value}},
                             Role::planned});
      for (const ForecastPoint& one : told.with_plan)
        plot.curves.back().points.push_back({on_axis(one.date), one.value});
    }
    for (const ForecastGoal& goal : told.goals)
      plot.curves[3].points.push_back({on_axis(goal.by), goal.value});
    std::erase_if(plot.curves, [](const Plot::Curve& curve) { return curve.points.empty(); });
    blocks.emplace_back(std::move(plot));
  }

  void add_points() {
    const bool planned = !told.with_plan.empty();
    Table table{{planned ? Text{"{0}, as committed and with the plan: half of what may happen is above the "
                                "median, half below; 90% of it between low and high",
                                "{0}, engagements tenus et avec le plan : la moitié de ce qui peut arriver "
                                "est au-dessus de la médiane, la moitié au-dessous ; 90 % entre bas et haut"}
                         : Text{"{0}, as committed: half of what may happen is above the median, half below; "
                                "90% of it between low and high",
                                "{0}, engagements tenus : la moitié de ce qui peut arriver est au-dessus de "
                                "la médiane, la moitié au-dessous ; 90 % entre bas et haut"},
                 {text::told_in(Text{"To come", "À venir"}, unit())}},
                {{"day", "jour"}, {"median", "médiane"}, {"low", "bas"}, {"high", "haut"}},
                {}};
    if (planned)
      table.columns.insert(table.columns.end(),
                           {{"with the plan", "avec le plan"}, {"low", "bas"}, {"high", "haut"}});
    const std::size_t every =
        (told.points.size() + most_rows_of_points - 1) / std::max<std::size_t>(1, most_rows_of_points);
    for (std::size_t i = 0; i < told.points.size(); ++i) {
      const ForecastPoint& one = told.points[i];
      const bool is_goal = std::any_of(told.goals.begin(), told.goals.end(),
                                       [&](const ForecastGoal& goal) { return goal.by == one.date; });
      if (!is_goal && (i + 1) % every != 0)
        continue;
      table.rows.push_back(
          {text_cell({{"{0}", "{0}"}, {one.date}}), cell(one.value), cell(one.low), cell(one.high)});
      if (i < told.with_plan.size()) {
        const ForecastPoint& more = told.with_plan[i];
        table.rows.back().insert(table.rows.back().end(),
                                 {cell(more.value), cell(more.low), cell(more.high)});
      }
    }
    blocks.emplace_back(std::move(table));
  }

  void add_models() {
    if (told.models.empty())
      return;
    Table table{words(Text{"The models combined; a loss below 1 is less than a step between observations",
                           "Les modèles combinés ; une perte sous 1 est moindre qu'un pas entre relevés"}),
                {{"model", "modèle"},
                 {"share of the futures", "part des futurs"},
                 {"loss", "perte"},
                 {"pace now, by month", "rythme actuel, par mois"},
                 {"ceiling", "plafond"}},
                {}};
    for (const TrendMember& one : told.models)
      table.rows.push_back({text_cell(words(shown_name(one.model))), share_cell(share_of(one.weight).of_one),
                            number_cell(one.loss), difference_cell(one.pace_per_month, told.is_rate),
                            cell(one.ceiling)});
    blocks.emplace_back(std::move(table));
  }

  void add_backtest() {
    if (!told.backtest || told.backtest->forecasts == 0)
      return;
    const Backtest& test = *told.backtest;
    const auto forecasts = static_cast<std::int64_t>(test.forecasts);
    say({{"Of {0} {0#value|values} hidden and forecast from what was known before, {1} lay within the 90% "
          "intervals; the medians were off by {2} on average ({3} by prolonging the pace).",
          "Sur {0} {0#valeur cachée, puis prévue|valeurs cachées, puis prévues} avec ce qu'on savait avant, "
          "{1} {1#était|étaient} dans les intervalles à 90 % ; les médianes s'écartaient de {2} en moyenne "
          "({3} en prolongeant le rythme)."},
         {forecasts,
          static_cast<std::int64_t>(std::llround(test.coverage * static_cast<double>(test.forecasts))),
          figure(test.error), figure(test.naive_error)}},
        test.error <= test.naive_error ? Tone::good : Tone::warning);
    if (test.widened > 1)
      say({{"The intervals are widened by {0} for it.", "Les intervalles en sont élargis de {0}."},
           {Share{shown((test.widened - 1) * 100) / 100}}});
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
        Paragraph{{{"Drawn {0} times, with the seed {1}. As committed: what made the past goes on, and the "
                    "runs that are promised are done.",
                    "Tiré {0} fois, avec la graine {1}. Engagements tenus : ce qui a fait le passé continue, "
                    "et les passages promis sont faits."},
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

#include "report/csv.hpp"
#include "report/forecast_view.hpp"
#include "report/json_values.hpp"

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json problem_json(FitProblem problem) {
  return problem == FitProblem::none ? Json(nullptr) : word_json(problem);
}

Json candidate_json(const GrowthFit& fit) {
  const bool fitted = fit.problem != FitProblem::too_few && fit.problem != FitProblem::no_growth &&
                      fit.problem != FitProblem::not_fitted;
  const auto of = [&](bool known, double value) {
    return fitted && known ? number_json(value) : Json(nullptr);
  };
  return {{"model", word_json(fit.model)},
          {"aicc", number_json(fit.aicc)},
          {"weight", number_json(fit.weight)},
          {"problem", problem_json(fit.problem)},
          {"pace", of(fit.model == GrowthModel::linear, fit.pace)},
          {"p", of(fit.model == GrowthModel::bass, fit.p)},
          {"q", of(fit.model != GrowthModel::linear, fit.q)},
          {"ceiling", fitted ? number_json(fit.ceiling) : Json(nullptr)}};
}

Json backtest_json(const std::optional<Backtest>& test) {
  if (!test)
    return nullptr;
  const auto known = [&](double value) { return test->model ? number_json(value) : Json(nullptr); };
  return {{"hidden", test->hidden},
          {"model", test->model ? word_json(*test->model) : Json(nullptr)},
          {"error", known(test->error)},
          {"naive_error", known(test->naive_error)},
          {"coverage", known(test->coverage)}};
}

Json points_json(const std::vector<ForecastPoint>& points) {
  Json all = Json::array();
  for (const ForecastPoint& point : points)
    all.push_back({{"date", day_json(point.date)},
                   {"value", number_json(point.value)},
                   {"low", number_json(point.low)},
                   {"high", number_json(point.high)}});
  return all;
}

void add(Json& result, const SeriesForecast& told) {
  const GrowthFit* const fit = told.chosen ? &told.candidates[*told.chosen] : nullptr;
  const bool bass = fit != nullptr && fit->model == GrowthModel::bass;
  result["model"] = fit != nullptr ? word_json(fit->model) : Json(nullptr);
  result["p"] = bass ? number_json(fit->p) : Json(nullptr);
  result["q"] = bass ? number_json(fit->q) : Json(nullptr);
  result["ceiling"] = fit != nullptr ? number_json(fit->ceiling) : Json(nullptr);
  result["peak"] = day_json(told.peak);
  result["points"] = points_json(told.points);
  result["with_plan"] = points_json(told.with_plan);
  result["goals"] = Json::array();
  for (const ForecastGoal& goal : told.goals)
    result["goals"].push_back({{"of", goal.of.empty() ? Json(nullptr) : Json(goal.of)},
                               {"value", number_json(goal.value)},
                               {"by", day_json(goal.by)},
                               {"probability", number_json(goal.probability)},
                               {"probability_with_plan", number_json(goal.probability_with_plan)},
                               {"reached", day_json(goal.reached)},
                               {"earliest", day_json(goal.earliest)},
                               {"latest", day_json(goal.latest)}});
  result["candidates"] = Json::array();
  for (const GrowthFit& one : told.candidates)
    result["candidates"].push_back(candidate_json(one));
  result["backtest"] = backtest_json(told.backtest);
}
} // namespace

Json forecast_json(const Forecast& forecast, Date as_of) {
  Json result{{"format", "deploy-plan/forecast@1"},
              {"as_of", day_json(as_of)},
              {"strategy", forecast.strategy},
              {"draws", forecast.draws},
              {"seed", forecast.seed}};
  const bool has_market = !forecast.series.empty() && forecast.series.front().kind == ForecastOf::market;
  add(result, has_market ? forecast.series.front() : SeriesForecast{});
  result["series"] = Json::array();
  for (const SeriesForecast& told : forecast.series) {
    if (told.kind == ForecastOf::market)
      continue;
    Json one{{"kind", word_json(told.kind)}, {"id", told.id}};
    add(one, told);
    result["series"].push_back(std::move(one));
  }
  return result;
}

std::string forecast_csv(const Forecast& forecast, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"série", "id", "date", "valeur", "bas", "haut"})
                           : dialect.row({"series", "id", "date", "value", "low", "high"});
  for (const SeriesForecast& told : forecast.series)
    for (const ForecastPoint& point : told.points)
      result +=
          dialect.row({word_json(told.kind).get<std::string>(), CsvDialect::words(told.id), iso(point.date),
                       dialect.number(std::optional(point.value)), dialect.number(std::optional(point.low)),
                       dialect.number(std::optional(point.high))});
  return result;
}

} // namespace deploy_plan::report

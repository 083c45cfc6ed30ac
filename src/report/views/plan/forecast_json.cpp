#include "answers/json.hpp"
#include "report/csv.hpp"
#include "report/json_values.hpp"
#include "report/views/plan/forecast_view.hpp"

namespace deploy_plan::report {

using Json = nlohmann::ordered_json;

Json forecast_json(const Forecast& forecast) { return Json::parse(answers::as_json(forecast)); }

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

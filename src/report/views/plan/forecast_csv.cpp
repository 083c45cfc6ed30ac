#include "report/csv.hpp"
#include "report/document/cells.hpp"
#include "report/views/plan/forecast_view.hpp"

namespace deploy_plan::report {

std::string forecast_csv(const Forecast& forecast, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"série", "id", "date", "valeur", "bas", "haut"})
                           : dialect.row({"series", "id", "date", "value", "low", "high"});
  for (const SeriesForecast& told : forecast.series)
    for (const ForecastPoint& point : told.points)
      result +=
          dialect.row({std::string(name_of(told.kind).en), CsvDialect::words(told.id), iso(point.date),
                       dialect.number(std::optional(point.value)), dialect.number(std::optional(point.low)),
                       dialect.number(std::optional(point.high))});
  return result;
}

} // namespace deploy_plan::report

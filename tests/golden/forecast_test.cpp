// What people read of forecasts.
#include "golden/golden.hpp"
#include "report/views/plan/forecast_view.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("forecasts read as they must, those that cannot be made too") {
  ForecastOptions options;
  options.draws = 1000;
  const Forecast told = forecast(strategy_of("examples/diagnostic-communes.json"), day, options);
  matches_in_each_format("forecast/communes", document_of(told));
  matches("forecast/communes.json", json_of(told));
  matches("forecast/communes.csv", report::forecast_csv(told, false));
  matches("forecast/communes.fr.csv", report::forecast_csv(told, true));
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions planned;
  planned.frontier = 0;
  planned.draws = options.draws;
  const auto best = plan({&strategy, 1}, day, planned);
  options.with_plan = &*best;
  matches_in_each_format("forecast/with-plan", document_of(forecast(strategy, day, options)));
  const Forecast none = forecast(strategy_of("examples/tests-rappels.json"), day, {});
  matches_in_each_format("forecast/too-few", document_of(none));
}

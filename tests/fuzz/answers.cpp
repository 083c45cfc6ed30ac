// The whole chain, from a strategy to every answer in every format. Inputs are JSON, and are mutated as JSON:
// values, keys and elements change while the file stays one that is read to its end.
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/ranking.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/mutation.hpp"
#include "report/answer_paths.hpp"
#include "report/csv.hpp"
#include "report/views/gap/gap_json.hpp"
#include "report/views/gap/gap_view.hpp"
#include "report/views/plan/forecast_view.hpp"
#include "report/views/plan/plan_json.hpp"
#include "report/views/plan/plan_view.hpp"
#include "report/views/trial/trial_json.hpp"
#include "report/views/trial/trial_view.hpp"
#include <cmath>

using namespace deploy_plan;

namespace {

/// No figure is infinite or NaN, and no probability is beyond its bounds.
void demand_figures(const nlohmann::ordered_json& answer) {
  report::each_value(answer, "", [](const std::string& path, const nlohmann::ordered_json& value) {
    if (!value.is_number())
      return;
    const auto number = value.get<double>();
    fuzz::demand(std::isfinite(number));
    if (path.ends_with("probability") || path.ends_with("p_value"))
      fuzz::demand(number >= 0 && number <= 1);
  });
}

void answer(const Strategy& strategy, std::size_t size) {
  ForecastOptions futures;
  futures.draws = 100;
  futures.backtest = 2;
  PlanOptions planned;
  planned.draws = 100;
  planned.seconds = 1;
  planned.frontier = 2;

  const auto plan_result = plan({&strategy, 1}, fuzz::day, planned);
  if (plan_result) {
    futures.lifts = planned_lifts(strategy, *plan_result, fuzz::day);
    demand_figures(report::plan_json(*plan_result));
    (void)report::plan_csv(*plan_result, true);
    fuzz::write(document_of(*plan_result), size);
  } else
    (void)plan_result.error();
  const Forecast told = forecast(strategy, fuzz::day, futures);
  demand_figures(report::forecast_json(told));
  fuzz::write(document_of(told), size);
  Gap stands = gap(strategy, fuzz::day);
  add_closings(stands, told);
  demand_figures(report::gap_json(stands));
  (void)report::gaps_csv({&stands, 1}, true);
  fuzz::write(report::gap_document({&stands, 1}, fuzz::day, {}), size);
  const Ranking ranking = rank(strategy, fuzz::day);
  demand_figures(report::ranking_json(ranking));
  fuzz::write(document_of(ranking), size);
  const auto trials = read_trials(strategy, fuzz::day);
  demand_figures(report::trials_json(strategy.name, trials, fuzz::day));
  fuzz::write(document_of(StrategyTrials{strategy.name, fuzz::day, "", trials}), size);
}
} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<Strategy> strategies;
  const CheckedFile file = check(fuzz::source_of(fuzz::words_of(data, size)), fuzz::options(),
                                 [&](Strategy&& strategy) { strategies.push_back(std::move(strategy)); });
  fuzz::write(file, size);
  if (file.is_sound() && strategies.size() == 1)
    answer(strategies.front(), size);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  const std::string mutated = fuzz::mutate(fuzz::words_of(data, size), seed);
  if (mutated.size() > most)
    return size;
  std::copy(mutated.begin(), mutated.end(), data);
  return mutated.size();
}

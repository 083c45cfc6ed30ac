// The whole chain, from a strategy to every answer in every format. Inputs are JSON, and are mutated as JSON:
// values, keys and elements change while the file stays one that is read to its end.
#include "deploy_plan/answers.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/mutation.hpp"
#include "report/views/gap/gap_document.hpp"
#include "report/views/gap/gap_writers.hpp"
#include "report/views/plan/plan_csv.hpp"
#include <cmath>
#include <nlohmann/json.hpp>

using namespace deploy_plan;

namespace {

/// No figure is infinite or NaN, and no probability is beyond its bounds.
void demand_figures(const std::string& json) {
  const auto answer = nlohmann::json::parse(json).flatten();
  for (const auto& [path, value] : answer.items()) {
    if (!value.is_number())
      continue;
    const auto number = value.get<double>();
    fuzz::demand(std::isfinite(number));
    if (path.ends_with("/probability") || path.ends_with("/p_value"))
      fuzz::demand(number >= 0 && number <= 1);
  }
}

void answer(const Strategy& strategy, std::size_t size) {
  ForecastOptions futures;
  futures.draws = 100;
  PlanOptions planned;
  planned.draws = 100;
  planned.seconds = 1;
  planned.frontier = 2;

  const auto plan_result = plan({&strategy, 1}, fuzz::day, planned);
  if (plan_result) {
    futures.with_plan = &*plan_result;
    demand_figures(json_of(*plan_result));
    (void)report::plan_csv(*plan_result, true);
    fuzz::write(document_of(*plan_result), size);
  } else
    (void)plan_result.error();
  const Forecast told = forecast(strategy, fuzz::day, futures);
  demand_figures(json_of(told));
  fuzz::write(document_of(told), size);
  Gap stands = gap(strategy, fuzz::day);
  add_outlooks(stands, strategy, futures, futures.with_plan);
  demand_figures(json_of(stands));
  (void)report::gaps_csv({&stands, 1}, true);
  fuzz::write(report::gap_document({&stands, 1}, fuzz::day, {}), size);
  const Ranking ranking = rank(strategy, fuzz::day);
  demand_figures(json_of(ranking));
  fuzz::write(document_of(ranking), size);
  const StrategyTrials trials{strategy.name, fuzz::day, "", read_trials(strategy, fuzz::day)};
  demand_figures(json_of(trials));
  fuzz::write(document_of(trials), size);
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

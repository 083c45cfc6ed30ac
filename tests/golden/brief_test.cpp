// What a sponsor reads in a minute.
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/plan.hpp"
#include "deploy_plan/scenario.hpp"
#include "golden/golden.hpp"
#include "report/views/brief/brief_view.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::vector<BriefOption> scenarios_of(const std::string& path, const PlanOptions& planned) {
  std::vector<BriefOption> all;
  const auto opened = StrategyFile::open(std::make_shared<const Source>(path, content(path)), on_that_day());
  for (const Scenario& one : opened.file->scenarios()) {
    const Changes change = OwnScenario{one.id};
    const Variant variant = opened.file->with({&change, 1});
    const auto best = plan({&variant.strategy, 1}, day, planned);
    Gap told = gap(variant.strategy, day);
    add_outlooks(told, variant.strategy, {}, best ? &*best : nullptr);
    all.push_back(option_of(variant.strategy, told, best ? &*best : nullptr, {one.name, variant.changes}));
  }
  return all;
}

Document brief_of(const std::string& path) {
  const Strategy strategy = strategy_of(path);
  PlanOptions planned;
  planned.frontier = 0;
  const auto best = plan({&strategy, 1}, day, planned);
  ForecastOptions futures;
  futures.with_plan = best ? &*best : nullptr;
  const Forecast foretold = forecast(strategy, day, futures);
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, {}, futures.with_plan);
  const Brief all = brief(strategy, {told, futures.with_plan, &foretold, scenarios_of(path, planned)}, {});
  return {{{"{0}, as of {1}", "{0}, au {1}"}, {strategy.name, day}},
          report::brief_sections(all, told),
          report::brief_about(all)};
}
} // namespace

TEST_CASE("a brief reads as it must, in each format and language") {
  matches_in_each_format("brief/diagnostic-communes", brief_of("examples/diagnostic-communes.json"));
}

TEST_CASE("a brief of what cannot be foretold says so") {
  matches_in_each_format("brief/nis2-registration", brief_of("examples/nis2-registration.jsonc"));
}

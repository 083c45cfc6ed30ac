// What names the rows of series.
#include "catch.hpp"
#include "model/measured_rows.hpp"

namespace {

using namespace deploy_plan;
using namespace deploy_plan::model;
} // namespace

TEST_CASE("rows are named by a metric, else by what has a query") {
  Strategy strategy;
  Objective& typed = strategy.objectives.emplace_back();
  typed.id = "typed";
  typed.observations.emplace().file = "m.csv";
  typed.observations->metric = "visits";
  Objective& asked = strategy.objectives.emplace_back();
  asked.id = "asked";
  asked.measurement.emplace().query.emplace();
  asked.observations.emplace().file = "m.csv";
  strategy.market.penetrated.emplace().measurement.emplace().query.emplace();
  strategy.market.penetrated->observations.emplace().file = "t.csv";
  CHECK(names_of_rows(strategy, false) == NamesOfRows{{"m.csv", "asked"}, {"t.csv", "penetrated"}});
  CHECK(names_of_rows(strategy, true) == NamesOfRows{{"m.csv", "visits"}});
}

TEST_CASE("what a series is of says whether measure writes it") {
  Objective objective;
  objective.id = "accounts";
  objective.metric.scale = Scale::rate;
  CHECK_FALSE(measured_by(objective, "").by_query);
  objective.measurement.emplace().query.emplace();
  const model::Measured what = measured_by(objective, "north");
  CHECK(what.by_query);
  CHECK(what.id == "accounts");
  CHECK(what.segment == "north");
  CHECK(what.scale == Scale::rate);
}

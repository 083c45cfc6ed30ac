// The queries that a strategy names.
#include "catch.hpp"
#include "examples.hpp"
#include "measure/queries.hpp"

namespace {

using namespace deploy_plan;

/// Everything that can be measured, once.
constexpr std::string_view all_measured = R"({
  "market": {
    "penetrated": { "size": 1, "measurement": { "query": { "source": "register", "sql": "SELECT 1" }, "every_days": 30 },
                    "observations": [{ "date": "2026-02-01", "value": 1 }] },
    "segments": [{ "id": "rural", "name": "Rural", "addressable": { "size": 2000, "measurement": { "query": { "source": "register", "sql": "SELECT 2" } } },
                   "addressed": 1200, "target": 600 }]
  },
  "actions": [{ "id": "letters", "lever": "communication", "objective": "accounts",
                "measure": { "method": "link", "query": { "source": "links", "sql": "SELECT 3" } } }]
})";
} // namespace

TEST_CASE("tiers, objectives and actions name queries, in the order of the file") {
  Strategy strategy;
  strategy.market.penetrated = Tier{};
  strategy.market.penetrated->measurement.emplace().query.emplace().source = "register";
  strategy.market.penetrated->measurement->every_days = 30;
  strategy.market.penetrated->observations.emplace().file = "measures.csv";
  Segment& rural = strategy.market.segments.emplace_back();
  rural.id = "rural";
  rural.name = "Rural";
  rural.target = Tier{};
  rural.target->measurement.emplace().query.emplace();
  rural.addressed = Tier{};
  Objective& accounts = strategy.objectives.emplace_back();
  accounts.id = "accounts";
  accounts.measurement.emplace().query.emplace();
  strategy.objectives.emplace_back().measurement.emplace(); // measured by hand
  Action& letters = strategy.actions.emplace_back();
  letters.id = "letters";
  letters.name = "Letters";
  letters.segment = "rural";
  letters.measure.emplace().query.emplace();

  const auto found = measuring::queries_of(strategy);
  REQUIRE(found.size() == 4);
  CHECK(found[0].path == "market.penetrated");
  CHECK(found[0].name.fr == "marché pénétré");
  CHECK(found[0].every_days == 30);
  CHECK(found[0].observations->file == "measures.csv");
  CHECK(found[0].query->source == "register");
  CHECK(found[1].path == "market.segments.rural.target");
  CHECK(found[1].name.en == "target market (Rural)");
  CHECK(found[1].segment == "rural");
  CHECK(found[1].observations == nullptr);
  CHECK(found[2].path == "objectives.accounts");
  CHECK(found[2].id == "accounts");
  CHECK(found[3].path == "actions.letters");
  CHECK(found[3].name.en == "Letters");
  CHECK(found[3].segment == "rural");
}

TEST_CASE("the file says what is asked, and of what period") {
  const Strategy read = test::strategy_with(all_measured);
  const auto found = measuring::queries_of(read);
  REQUIRE(found.size() == 3);
  CHECK(found[0].query->sql == "SELECT 1");
  CHECK(period_of(*found[0].query, found[0].every_days) == MeasuringPeriod::month);
  CHECK(period_of(*found[1].query, found[1].every_days) == MeasuringPeriod::day);
  Query weekly;
  weekly.period = MeasuringPeriod::week;
  CHECK(period_of(weekly, 30) == MeasuringPeriod::week);
  const std::pair<std::int64_t, MeasuringPeriod> known[] = {{1, MeasuringPeriod::day},
                                                            {7, MeasuringPeriod::week},
                                                            {14, MeasuringPeriod::day},
                                                            {91, MeasuringPeriod::quarter},
                                                            {365, MeasuringPeriod::year}};
  for (const auto& [every_days, period] : known)
    CHECK(period_of(Query{}, every_days) == period);
}

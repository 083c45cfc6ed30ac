// From a strategy's queries to its ledger, over a database that is a file.
#include "catch.hpp"
#include "deploy_plan/measure.hpp"
#include "examples.hpp"
#include "folder.hpp"
#include "measure/example_database.hpp"
#include <cstdlib>

namespace of_measuring {

using namespace deploy_plan;
using namespace std::chrono_literals;

namespace {

/// A folder with a database, and a strategy whose queries ask it.
class Bench {
public:
  Bench() {
    REQUIRE_FALSE(measuring::make_database(
        (folder.path / "figures.db").string(),
        "CREATE TABLE counts (day TEXT, segment TEXT, n INT);"
        "INSERT INTO counts VALUES ('2025-12-31', 'north', 1), ('2025-12-31', 'south', 2), "
        "('2026-01-31', 'north', 3), ('2026-01-31', 'south', 5), ('2026-03-31', 'south', 9);"));
    folder.write("sources.json", R"({"figures": "sqlite:figures.db"})");
    strategy.name = "Bench";
    strategy.period = {2025y / 12 / 1, 2026y / 12 / 31, {}};
    options.as_of = 2026y / 3 / 1;
    options.sources = (folder.path / "sources.json").string();
  }

  Objective& objective(const std::string& id, const std::string& sql) {
    Objective& one = strategy.objectives.emplace_back();
    one.id = one.name = id;
    Query& query = one.measurement.emplace().query.emplace();
    query.source = "figures";
    query.sql = query.text = sql;
    query.period = MeasuringPeriod::month;
    one.observations.emplace().file = "ledger.csv";
    return one;
  }
  Measured measured() const { return measure(strategy, (folder.path / "strategy.json").string(), options); }
  std::string ledger() const { return test::content((folder.path / "ledger.csv").string()); }

  test::Folder folder;
  Strategy strategy;
  MeasureOptions options;
};

constexpr const char* totals =
    "SELECT day, sum(n) FROM counts WHERE day >= :from AND day < :until GROUP BY day";
} // namespace

TEST_CASE("figures go from a database to the ledger, once") {
  Bench bench;
  bench.objective("people", totals);
  const Measured first = bench.measured();
  REQUIRE(first.queries.size() == 1);
  CHECK(first.failed == 0);
  CHECK(first.added == 2);
  CHECK(first.queries[0].outcome == QueryOutcome::changed);
  CHECK(first.queries[0].from == Date(2025y / 12 / 1));
  CHECK(first.queries[0].until == Date(2026y / 3 / 1));
  CHECK(first.queries[0].transport == Transport::file);
  REQUIRE(first.queries[0].periods_without_row.size() == 1);
  CHECK(first.queries[0].periods_without_row[0].first == Date(2026y / 2 / 1));
  CHECK(first.ledgers.at(0).rows == 2);
  const std::string once = bench.ledger();
  CHECK(once ==
        "date,metric,segment,value,seen\n2025-12-31,people,,3,2026-03-01\n2026-01-31,people,,8,2026-03-01\n");
  const Measured again = bench.measured();
  CHECK(again.added + again.revised == 0);
  CHECK(again.queries[0].outcome == QueryOutcome::unchanged);
  CHECK(bench.ledger() == once);
}

TEST_CASE("each segment is asked for where the statement names one, with rows of its own") {
  Bench bench;
  bench.objective("people", "SELECT day, n FROM counts WHERE segment = :segment AND day < :until");
  CHECK(bench.measured().failed == 1); // the market has no segment
  for (const char* const id : {"north", "south"})
    bench.strategy.market.segments.emplace_back().id = id;
  const Measured told = bench.measured();
  CHECK(told.failed == 0);
  CHECK(told.added == 4);
  CHECK(bench.ledger().find("2026-01-31,people,south,5,2026-03-01\n") != std::string::npos);
  // A segment that comes later has its past asked for.
  bench.strategy.market.segments.emplace_back().id = "east";
  CHECK(bench.measured().unchanged == 4);
  bench.strategy.market.segments.pop_back();
  CHECK(bench.measured().unchanged == 4); // of all days, as the statement does not name :from
  bench.strategy.objectives[0].segment = "north";
  CHECK(bench.measured().unchanged == 2);
}

TEST_CASE(
    "rows of segments that the market does not have are told, and a ledger that cannot be written fails") {
  Bench bench;
  bench.strategy.market.segments.emplace_back().id = "north";
  bench.objective("people", "SELECT segment, day, n FROM counts WHERE day < :until");
  const Measured told = bench.measured();
  CHECK(told.queries[0].unknown_segments == std::vector<std::string>{"south"});
  bench.folder.write("ledger.csv", "no ledger\n");
  const Measured refused = bench.measured();
  CHECK(refused.failed == 1);
  CHECK(refused.queries[0].outcome == QueryOutcome::failed);
  CHECK(refused.ledgers.empty());
  CHECK(bench.ledger() == "no ledger\n");
}

TEST_CASE("a French ledger begins as French spreadsheets have it") {
  Bench bench;
  bench.options.ledgers = Language::french;
  bench.objective("people", "SELECT day, sum(n) / 2.0 FROM counts WHERE day < :until GROUP BY day");
  CHECK(bench.measured().failed == 0);
  CHECK(bench.ledger() == "date;métrique;segment;valeur;vu\n2025-12-31;people;;1,5;2026-03-01\n"
                          "2026-01-31;people;;4;2026-03-01\n");
}

TEST_CASE("a period that is over here may not be there") {
  Bench bench;
  bench.objective("people", totals).measurement->query->time_zone = "UTC";
  bench.options.as_of = 2026y / 2 / 1;
  bench.options.now = std::chrono::sys_days(2026y / 2 / 1) + 2h;
  CHECK(bench.measured().queries[0].until == Date(2026y / 2 / 1));
  bench.strategy.objectives[0].measurement->query->time_zone = "America/Martinique";
  CHECK(bench.measured().queries[0].until == Date(2026y / 1 / 1));
}

TEST_CASE("a ledger that would refuse its figures holds all others back") {
  Bench bench;
  bench.objective("people", totals);
  bench.objective("others", totals).observations->file = "other.csv";
  bench.folder.write("other.csv", "no ledger\n");
  const Measured told = bench.measured();
  CHECK(told.failed == 1);
  CHECK_FALSE(std::filesystem::exists(bench.folder.path / "ledger.csv"));
}

TEST_CASE("nothing is written where one query fails, unless what could be had is wanted") {
  Bench bench;
  bench.objective("people", totals);
  bench.objective("others", "SELECT day, m FROM counts");
  const Measured held = bench.measured();
  CHECK(held.failed == 1);
  CHECK(held.queries[1].failure);
  CHECK(held.queries[1].help);
  CHECK(held.ledgers.at(0).rows == 0);
  CHECK_FALSE(std::filesystem::exists(bench.folder.path / "ledger.csv"));
  bench.options.is_dry_run = bench.options.is_partial = true;
  CHECK(bench.measured().added == 2);
  CHECK_FALSE(std::filesystem::exists(bench.folder.path / "ledger.csv"));
  bench.options.is_dry_run = false;
  CHECK(bench.measured().ledgers.at(0).rows == 2);
  for (const char* const one : {"people", "objectives.people", "Objectifs.people"}) {
    bench.options.only = {one};
    CHECK(bench.measured().queries.size() == 1);
  }
  bench.options.only = {"nobody"};
  CHECK(bench.measured().queries.empty());
}

TEST_CASE("queries fail by themselves: without a ledger, a source, or a statement that reads") {
  Bench bench;
  bench.objective("nowhere", totals).observations.reset();
  bench.objective("unknown", totals).measurement->query->source = "elsewhere";
  bench.objective("address", totals).measurement->query->source = "postgresql://reader:Geheim@host/base";
  bench.objective("writing", "DELETE FROM counts");
  const Measured told = bench.measured();
  CHECK(told.failed == 4);
  CHECK(told.queries[1].is_source_failure);
  CHECK(told.queries[2].source.empty());
  for (const MeasuredQuery& query : told.queries) {
    REQUIRE(query.failure);
    for (const Language language : {Language::english, Language::french}) {
      CHECK_FALSE(query.failure->in(language).empty());
      CHECK(query.failure->in(language).find("Geheim") == std::string::npos);
      CHECK(query.help->in(language).find("Geheim") == std::string::npos);
    }
  }
  CHECK(told.ledgers.empty());
}

TEST_CASE("a figure that is given twice is nobody's") {
  Bench bench;
  bench.objective("people", totals);
  bench.objective("others", totals).observations->metric = "people";
  const Measured told = bench.measured();
  CHECK(told.failed == 1);
  CHECK_FALSE(told.queries[0].failure);
  REQUIRE(told.queries[1].failure);
  CHECK(told.queries[1].failure->in(Language::english) ==
        "the figure of 31 December 2025 for the whole is given twice, by this query and by that of people");
  CHECK_FALSE(std::filesystem::exists(bench.folder.path / "ledger.csv"));
  // Asked by segments, and giving all of them each time.
  Bench again;
  for (const char* const id : {"north", "south"})
    again.strategy.market.segments.emplace_back().id = id;
  again.objective("people", "SELECT segment, day, n FROM counts WHERE :segment <> '' AND day < :until");
  CHECK(again.measured().failed == 1);
}

TEST_CASE("what may still change is read again, and late days say how far back") {
  Bench bench;
  Objective& people = bench.objective("people", totals);
  (void)bench.measured();
  CHECK(bench.measured().queries[0].from == Date(2026y / 1 / 1)); // of the newest
  people.measurement->query->late_days = 80;
  CHECK(bench.measured().queries[0].from == Date(2025y / 12 / 1));
  bench.options.from = 2025y / 12 / 15; // a part of a month would be taken for all of it
  CHECK(bench.measured().queries[0].from == Date(2025y / 12 / 1));
}

} // namespace of_measuring

// Series in ledgers: rows that say on which day they were seen.
#include "deploy_plan/week.hpp"
#include "examples.hpp"
#include "folder.hpp"

namespace of_ledger_series {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

struct LoadedLedger {
  CheckedFile file;
  Strategy strategy;
  [[nodiscard]] std::string rules() const {
    std::string all;
    for (const std::string& one : rules_of(file))
      all += one + " ";
    return all;
  }
  [[nodiscard]] const Series& series() const { return *strategy.objectives.at(1).observations; }
  [[nodiscard]] std::vector<double> values() const {
    std::vector<double> all;
    for (const Observation& one : series().points)
      all.push_back(one.value);
    return all;
  }
};

LoadedLedger loaded(const Folder& folder, std::string_view fragment, Date as_of = day,
                    bool looks_back = false) {
  CheckOptions options = on_that_day();
  options.as_of = as_of;
  options.looks_back = looks_back;
  Strategy strategy;
  auto file = check(std::make_shared<const Source>((folder.path / "s.json").string(),
                                                   example_strategy(fragment, Language::english, day)),
                    options, [&](Strategy&& read) { strategy = std::move(read); });
  return {std::move(file), std::move(strategy)};
}

constexpr std::string_view by_hand =
    R"({"objectives": [{"id": "active-schools", "observations": {"file": "m.csv", "metric": "a"}}]})";
constexpr std::string_view by_query =
    R"({"objectives": [{"id": "active-schools", "measurement": {"method": "a count", "every_days": 30, "query": {"source": "registry", "sql": "select 1"}},
    "observations": {"file": "m.csv"}}]})";

std::string told(const LoadedLedger& read, std::string_view rule) {
  for (const Finding& one : read.file.findings)
    if (one.rule == rule)
      return one.message.in(Language::english);
  return "";
}
} // namespace

TEST_CASE("revisions are no findings, and the last that was seen by the day holds") {
  const Folder folder;
  folder.write("m.csv",
               "date,metric,segment,value,seen\n2026-01-31,a,,40,2026-02-02\n2026-02-15,a,,50,2026-02-16\n"
               "2026-01-31,a,,41,2026-02-20\n2026-01-31,a,,43,2026-03-01\n");
  const auto today = loaded(folder, by_hand);
  CHECK(today.rules().empty());
  CHECK(today.values() == std::vector<double>{43, 50});
  CHECK(today.series().revisions.size() == 2);
  CHECK(loaded(folder, by_hand, day - std::chrono::days{1}, true).values() == std::vector<double>{41, 50});
  const auto before = loaded(folder, by_hand, day - std::chrono::days{11}, true); // 18 February
  CHECK(before.values() == std::vector<double>{40, 50});
  // Two of the ledger, and two of the example that it stands in.
  CHECK(told(before, "later-figures") == "as of 18 February 2026, 4 observations of later days are left out");
  CHECK(loaded(folder, by_hand, day - std::chrono::days{28}, true).values().empty()); // nobody had seen any
}

TEST_CASE("the column has its name in both languages, and days as the file writes them") {
  for (const std::string name : {"seen", "vu", "Vu_le", "VU"}) {
    const Folder folder;
    folder.write("m.csv", "Date;Métrique;Valeur;" + name +
                              "\n31/01/2026;a;40;02/02/2026\n31/01/2026;a;41;20/02/2026\n");
    CHECK(loaded(folder, by_hand).values() == std::vector<double>{41});
  }
}

TEST_CASE("a day of measuring that is none is said in its cell") {
  const Folder folder;
  folder.write("m.csv", "date,metric,value,seen\n2026-01-31,a,40,2026-02-02\n2026-02-15,a,50,2026-02-30\n");
  const auto read = loaded(folder, by_hand);
  REQUIRE(read.rules() == "unparsable-value ");
  CHECK(shown(read.file, read.file.findings[0]) == "2026-02-30");
  folder.write("m.csv", "date,metric,value,seen\n2026-01-31,a,40,soon\n2026-02-15,a,50,later\n");
  CHECK(loaded(folder, by_hand).rules() == "series-malformed ");
  folder.write("m.csv", "date,metric,value,seen,vu\n2026-01-31,a,40,,\n");
  CHECK(loaded(folder, by_hand).rules() == "series-malformed ");
  folder.write("m.csv", "date,metric,value,seen\n2026-01-31,a,40,1815-06-18\n");
  CHECK(loaded(folder, by_hand).rules() == "out-of-range ");
}

TEST_CASE("a day of measuring before the figure's own is none of our business, and one to come is told") {
  const Folder folder;
  folder.write("m.csv", "date,metric,value,seen\n2026-01-31,a,40,2026-01-30\n2026-02-15,a,50,2026-02-16\n"
                        "2026-02-15,a,55,2026-03-02\n");
  const auto read = loaded(folder, by_hand);
  CHECK(read.file.is_sound());
  CHECK(read.values() == std::vector<double>{40, 50});
  CHECK(told(read, "later-figures") ==
        "1 observation is left out: measured on a day to come, by the column seen");
}

TEST_CASE("two rows of one day that both do not say when they were seen stay an error") {
  const Folder folder;
  folder.write("m.csv",
               "date,metric,value,seen\n2026-01-31,a,40,\n2026-01-31,a,41,\n2026-01-31,a,42,2026-02-02\n");
  CHECK(raises(loaded(folder, by_hand).file, "observations-out-of-order"));
  folder.write("m.csv", "date,metric,value,seen\n2026-01-31,a,40,\n2026-01-31,a,42,2026-02-02\n");
  const auto read = loaded(folder, by_hand);
  CHECK(read.rules().empty());
  CHECK(read.values() == std::vector<double>{42});
}

TEST_CASE("segments are summed as they were known") {
  const Folder folder;
  folder.write(
      "m.csv",
      "date,metric,segment,value,seen\n2026-01-31,a,rural,4,2026-02-02\n2026-01-31,a,urban,5,2026-02-02\n"
      "2026-01-31,a,rural,6,2026-02-20\n");
  CHECK(loaded(folder, by_hand).values() == std::vector<double>{11});
  const auto before = loaded(folder, by_hand, day - std::chrono::days{11}, true);
  CHECK(before.values() == std::vector<double>{9});
  CHECK(before.file.is_sound());
}

TEST_CASE("on days that have a row of the whole it holds, and on others the sum of the segments") {
  const Folder folder;
  const std::string rows =
      "date,metric,segment,value,seen\n2025-12-31,active-schools,,12,\n"
      "2026-01-31,active-schools,s1,6,2026-02-01\n2026-01-31,active-schools,s2,8,2026-02-01\n"
      "2026-02-15,active-schools,s1,60,2026-02-16\n2026-02-15,active-schools,s2,80,2026-02-16\n";
  folder.write("m.csv", rows);
  CHECK(loaded(folder, by_query).values() == std::vector<double>{12, 14, 140});
  // A row of the whole that is seen later replaces the sum from then on.
  folder.write("m.csv", rows + "2026-01-31,active-schools,,15,2026-02-20\n");
  CHECK(loaded(folder, by_query).values() == std::vector<double>{12, 15, 140});
  CHECK(loaded(folder, by_query, day - std::chrono::days{11}, true).values() ==
        std::vector<double>{12, 14, 140});
  // A day after the newest of the whole is missed, one before it is not.
  folder.write("m.csv", rows + "2026-02-22,active-schools,s1,9,2026-02-23\n"
                               "2025-11-30,active-schools,s1,1,2025-12-01\n");
  const auto read = loaded(folder, by_query);
  CHECK(told(read, "series-incomplete") ==
        "on 22 February 2026 not every segment has a row: 1 day is left out of their sum");
  CHECK(read.values() == std::vector<double>{12, 14, 140});
  // Segments that somebody typed beside the whole need not be all of it.
  folder.write("m.csv", "date,metric,segment,value\n2025-12-31,a,,12\n2026-01-31,a,s1,6\n");
  CHECK(loaded(folder, by_hand).values() == std::vector<double>{12});
}

TEST_CASE("a sum that no query has completed yet is told, and stops nothing") {
  const Folder folder;
  const auto message = [&](const std::string& rows, std::string fragment = std::string(by_query)) {
    folder.write("m.csv", "date,metric,segment,value,seen\n" + rows);
    const auto read = loaded(folder, fragment);
    CHECK_FALSE(raises(read.file, "series-empty"));
    CHECK_FALSE(raises(read.file, "never-measured"));
    return told(read, "series-incomplete");
  };
  CHECK(message("2025-12-31,active-schools,s1,4,2026-02-02\n2026-01-31,active-schools,s2,5,2026-02-02\n") ==
        "m.csv has no day yet on which every segment has a row: their sum is not known");
  std::string rate(by_query);
  rate.replace(rate.find("\"id\""), 4,
               R"("metric": {"scale": "rate"}, "baseline": null, "target": {"value": 0.6}, "id")");
  const std::string shares =
      "m.csv has rates of segments, and they are not summed: that of the whole is not known";
  CHECK(message("2026-01-31,active-schools,s1,0.4,2026-02-02\n", rate) == shares);
  CHECK(message("2025-12-31,active-schools,,0.3,\n2026-01-31,active-schools,s1,0.4,2026-02-02\n", rate) ==
        shares);
}

TEST_CASE("segments and metrics that nobody had seen by then are not there yet") {
  const Folder folder;
  const auto values = [&](std::string_view fragment, const std::string& later) {
    folder.write("m.csv", "date,metric,segment,value,seen\n2026-01-31,a,rural,4,2026-02-02\n"
                          "2026-01-31,a,urban,5,2026-02-02\n" +
                              later);
    const auto read = loaded(folder, fragment, day - std::chrono::days{11}, true);
    CHECK(read.file.is_sound());
    return read.values();
  };
  const std::vector<double> nine{9};
  CHECK(values(by_hand, "") == nine);
  CHECK(values(by_hand, "2026-01-31,a,sea,1,2026-02-20\n") == nine);
  CHECK(values(by_hand, "2026-01-31,a,,10,2026-02-20\n") == nine);
  CHECK(values(R"({"objectives": [{"id": "active-schools", "observations": {"file": "m.csv"}}]})",
               "2026-01-31,b,,10,2026-02-20\n") == nine);
}

TEST_CASE("a ledger that its query has not made yet is told, and is no error") {
  const Folder folder;
  const auto message = [&](std::string_view fragment, const std::string& rows) {
    if (!rows.empty())
      folder.write("m.csv", rows);
    const auto read = loaded(folder, fragment);
    CHECK_FALSE(raises(read.file, "series-unreadable"));
    CHECK_FALSE(raises(read.file, "series-empty"));
    return told(read, "never-measured");
  };
  const std::string never = "m.csv has no row of this yet: its query was never asked";
  CHECK(message(by_query, "") == never);
  CHECK(raises(loaded(folder, by_hand).file, "series-unreadable"));
  CHECK(message(by_query, "date,metric,segment,value,seen\n") == never);
  CHECK(message(by_query, "\xEF\xBB\xBF \r\n\n") == never); // as where there is no file
  CHECK(message(by_query, "date,metric,segment,value,seen\n2026-01-31,active-schools,rural,4,\n").empty());
  CHECK(
      message(
          R"({"objectives": [{"id": "active-schools", "segment": "rural", "measurement": {"query": {"source": "r", "sql": "select 1"}},
    "observations": {"file": "m.csv"}}]})",
          "date,metric,segment,value,seen\n2026-01-31,active-schools,,4,\n") ==
      "m.csv has no row for the segment rural yet: its query has given none");
}

TEST_CASE("rows that are measured are named by what they are of, where no metric is named") {
  const Folder folder;
  folder.write("m.csv", "date,metric,value\n2026-01-31,active-schools,40\n2026-01-31,other,7\n");
  CHECK(loaded(folder, by_query).values() == std::vector<double>{40});
  folder.write("m.csv", "date,value\n2026-01-31,41\n");
  CHECK(loaded(folder, by_query).values() == std::vector<double>{41});
  // One metric of another name, typed before there was a query: which are its rows must be said.
  folder.write("m.csv", "date,metric,value\n2026-01-31,schools,40\n");
  const auto unnamed = loaded(folder, by_query);
  CHECK(told(unnamed, "series-empty") ==
        "m.csv holds the metric schools alone, and rows that are measured are named active-schools here");
  // Rows that all say when they were measured were not typed: they are those of another strategy's query.
  folder.write("m.csv", "date,metric,value,seen\n2026-01-31,schools,40,2026-02-01\n");
  CHECK(raises(loaded(folder, by_query).file, "never-measured"));
  CHECK_FALSE(raises(loaded(folder, by_query).file, "series-empty"));
  // The rows of another query are those of another.
  folder.write("m.csv", "date,metric,value\n2026-01-31,addressable,40\n");
  const auto shared = loaded(
      folder,
      R"({"market": {"addressable": {"size": 54000, "measurement": {"query": {"source": "r", "sql": "select 1"}}, "observations": {"file": "m.csv"}}},
      "objectives": [{"id": "active-schools", "measurement": {"query": {"source": "registry", "sql": "select 1"}}, "observations": {"file": "m.csv"}}]})");
  CHECK(raises(shared.file, "never-measured"));
  CHECK(shared.values().empty());
  CHECK(shared.strategy.market.addressable->observations->points.size() == 1);
}

TEST_CASE("tiers of the market and of its segments, and actions' measures, are observed") {
  const Folder folder;
  folder.write("m.csv", "date,metric,segment,value,seen\n2026-01-31,target,,900,2026-02-02\n"
                        "2026-01-31,target,,950,2026-02-20\n2026-01-31,openings,,\"12 %\",2026-02-02\n");
  const auto read = loaded(
      folder, R"({"market": {"target": {"size": 1200, "observations": {"file": "m.csv", "metric": "target"}}},
    "actions": [{"id": "webinars", "measure": {"method": "a count", "target": 0.2, "observations": {"file": "m.csv", "metric": "openings"}}}]})");
  CHECK(read.file.is_sound());
  CHECK(read.strategy.market.target->observations->points.at(0).value == 950);
  CHECK(read.strategy.actions.at(0).measure->observations->points.at(0).value == 0.12);
  const auto before = loaded(
      folder,
      R"({"market": {"target": {"size": 1200, "observations": {"file": "m.csv", "metric": "target"}}}})",
      day - std::chrono::days{11}, true);
  CHECK(before.strategy.market.target->observations->points.at(0).value == 900);
}

TEST_CASE("weeks tell late figures and those that moved, against what was known then") {
  const Folder folder;
  const auto news = [&](const std::string& rows) {
    folder.write("m.csv", "date,metric,segment,value,seen\n2026-01-31,a,,40,2026-02-02\n" + rows);
    const Week week =
        deploy_plan::week(loaded(folder, by_hand).strategy, day, day - std::chrono::days{7}, {});
    std::string all;
    for (const NewObservation& one : week.observed)
      if (one.id == "active-schools")
        all += std::to_string(one.count) + ": " + std::to_string(static_cast<int>(one.from.value_or(-1))) +
               " to " + std::to_string(static_cast<int>(one.to));
    return all;
  };
  CHECK(news("").empty());
  CHECK(news("2026-02-15,a,,50,2026-02-16\n").empty());
  CHECK(news("2026-02-15,a,,50,2026-02-26\n") == "1: 40 to 50");                     // late
  CHECK(news("2026-01-31,a,,44,2026-02-26\n") == "1: 40 to 44");                     // revised
  CHECK(news("2026-01-31,a,,40,2026-02-26\n").empty());                              // and not moved
  CHECK(news("2026-02-15,a,,50,2026-02-16\n2026-01-31,a,,44,2026-02-26\n").empty()); // nothing newer moved
  CHECK(news("2026-02-15,a,,50,2026-02-16\n2026-02-15,a,,52,2026-02-26\n2026-02-27,a,,60,2026-02-28\n") ==
        "2: 50 to 60");
}

TEST_CASE("weeks tell what was observed of any tier") {
  const Folder folder;
  folder.write("m.csv", "date,metric,segment,value,seen\n2026-01-31,target,,900,2026-02-02\n"
                        "2026-01-31,target,,950,2026-02-26\n");
  const auto read = loaded(
      folder,
      R"({"market": {"target": {"size": 1200, "as_of": "@-3", "observations": {"file": "m.csv", "metric": "target"}}}})");
  const Week week = deploy_plan::week(read.strategy, day, day - std::chrono::days{7}, {});
  REQUIRE(week.observed.size() >= 1);
  const auto target = std::find_if(week.observed.begin(), week.observed.end(), [](const NewObservation& one) {
    return one.figure == ObservedFigure::target;
  });
  REQUIRE(target != week.observed.end());
  CHECK(target->from == 900);
  CHECK(target->to == 950);
}

} // namespace of_ledger_series

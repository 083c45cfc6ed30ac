// Queries on their way from the file to the ledger.
#include "catch.hpp"
#include "measure/on_the_way.hpp"

namespace {

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using namespace std::chrono_literals;

OnTheWay way_of(const std::string& metric, std::vector<Figure> figures) {
  OnTheWay way;
  way.told.ledger = "ledger.csv";
  way.told.metric = metric;
  way.told.name = {metric, metric};
  way.figures = std::move(figures);
  return way;
}
} // namespace

TEST_CASE("figures of one day are refused to the second that gives them, of one metric alone") {
  std::vector<OnTheWay> ways{way_of("a", {{2026y / 1 / 31, "", 1}}), way_of("a", {{2026y / 1 / 31, "", 1}}),
                             way_of("b", {{2026y / 1 / 31, "", 1}}),
                             way_of("a", {{2026y / 1 / 31, "north", 1}})};
  refuse_what_is_given_twice(ways);
  CHECK_FALSE(ways[0].has_failed());
  CHECK(ways[1].has_failed());
  CHECK_FALSE(ways[2].has_failed());
  CHECK_FALSE(ways[3].has_failed());
}

TEST_CASE("an entry is of what was asked for, else of what came") {
  OnTheWay way = way_of("a", {{2026y / 2 / 28, "", 1}, {2026y / 1 / 31, "", 1}});
  way.wanted.from = 2025y / 1 / 1;
  way.wanted.until = 2026y / 3 / 1;
  CHECK(entry_of(way).from == Date(2026y / 1 / 31));
  way.told.from = way.wanted.from;
  CHECK(entry_of(way).from == Date(2025y / 1 / 1));
}

TEST_CASE("what became of figures is counted, and only what changed is told") {
  MeasuredQuery told;
  const MeasuredFigure figures[] = {{2026y / 1 / 31, "", 1, {}, FigureChange::added},
                                    {2026y / 1 / 30, "", 1, 2, FigureChange::revised},
                                    {2026y / 1 / 29, "", 1, {}, FigureChange::unchanged},
                                    {2026y / 1 / 28, "", 1, {}, FigureChange::withdrawn}};
  tell_changes(told, figures);
  CHECK((told.added == 1 && told.revised == 1 && told.unchanged == 1 && told.withdrawn == 1));
  CHECK(told.figures.size() == 3);
  CHECK(told.outcome == QueryOutcome::changed);
}

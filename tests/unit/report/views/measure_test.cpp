// What was measured, as people read it; whole pages stand in tests/golden/measure.
#include "catch.hpp"
#include "deploy_plan/answers.hpp"

namespace of_measured_view {

using namespace deploy_plan;
using namespace std::chrono_literals;

namespace {

bool says(const Measured& told, const std::string& words, Language language = Language::english) {
  RenderOptions options;
  options.language = language;
  const std::string shown = render(document_of(told), "text", options);
  CAPTURE(shown);
  return shown.find(words) != std::string::npos;
}

Measured one_query() {
  Measured told;
  told.as_of = 2026y / 3 / 1;
  told.strategy = "Bench";
  MeasuredQuery& query = told.queries.emplace_back();
  query.name = {"People", "Personnes"};
  query.outcome = QueryOutcome::unchanged;
  return told;
}
} // namespace

TEST_CASE("a query that gave no row says that nothing is taken for 0") {
  CHECK(says(one_query(), "nothing is taken for 0"));
  CHECK(says(one_query(), "rien n'est pris pour 0", Language::french));
  Measured left_out = one_query();
  left_out.queries[0].unfinished = 1;
  CHECK_FALSE(says(left_out, "nothing is taken for 0"));
  CHECK(says(left_out, "1 row is left out, as its period is not over"));
}

TEST_CASE("a long list of changes is cut, and says so") {
  Measured told = one_query();
  MeasuredQuery& query = told.queries[0];
  query.outcome = QueryOutcome::changed;
  for (int i = 0; i < 40; ++i)
    query.figures.push_back(
        {Date(2026y / 1 / 1) + std::chrono::days(i), "", double(i), {}, FigureChange::added});
  told.added = query.added = 40;
  CHECK(says(told, "the last 25 of 40"));
  CHECK_FALSE(says(told, "10 January 2026"));
  CHECK(says(told, "9 February 2026"));
}

} // namespace of_measured_view

// What check found in all, as gates ask it.
#include "answers/path.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("what was found in all has paths in both languages, and every rule has its figure") {
  CheckSummary summary;
  summary.add(checked_with(R"({"market": {"target": {"size": 5000}}, "budget": {"money": 10}})"));
  const auto& record = answers::description<CheckSummary>();
  const auto figure = [&](std::string_view path) {
    const auto found = answers::look_up(record, &summary, path);
    REQUIRE(std::holds_alternative<answers::Located>(found));
    return std::get<std::int64_t>(std::get<answers::Located>(found).value);
  };
  CHECK(figure("files") == 1);
  CHECK(figure("erreurs") == static_cast<std::int64_t>(summary.errors));
  CHECK(figure("rules.market-nesting") == 1);
  CHECK(figure("regles.commitment-beyond-budget") == 1);
  CHECK(figure("rules.tier-outdated") == 0);
  const auto misspelt = answers::look_up(record, &summary, "rules.tier-outdatd");
  REQUIRE(std::holds_alternative<answers::Astray>(misspelt));
  CHECK(std::get<answers::Astray>(misspelt).nearest == "rules.tier-outdated");
}

#include "deploy_plan/render.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("findings known before are subtracted, as many as there were") {
  std::vector<CheckedFile> before;
  before.push_back(checked_with(R"({"market": {"target": {"size": 5000}}})"));
  const auto json = std::find_if(findings_formats().begin(), findings_formats().end(),
                                 [](const FindingsFormat& format) { return format.name == "json"; });
  const auto known = KnownFindings::read(render(*json, before, {}));
  REQUIRE(known);
  auto after = checked_with(R"({"market": {"target": {"size": 5000}}, "budget": {"money": 300},
    "actions": [{"id": "webinars", "runs": {"min": 2}}]})");
  known->subtract_from(after);
  CHECK(rules_of(after) == std::vector<std::string>{"commitment-beyond-budget"});
  CHECK_FALSE(KnownFindings::read("[]"));
  CHECK_FALSE(KnownFindings::read("{\"format\":"));
}

#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

bool raised(const std::string& members, std::string_view rule) {
  return raises(checked_with(R"({"actions": [{"id": "webinars", )" + members + "}]}"), rule);
}
} // namespace

TEST_CASE("bounds stand from the lowest to the highest") {
  CHECK(raised(R"("effect": {"low": 9, "high": 3})", "bounds-reversed"));
  CHECK(raised(R"("effect": {"low": null, "high": null, "min": 1, "mode": 9, "max": 3})", "bounds-reversed"));
  CHECK_FALSE(
      raised(R"("effect": {"low": null, "high": null, "min": 1, "mode": 1, "max": 1})", "bounds-reversed"));
}

TEST_CASE("runs fit within their maximum, and results within the runs done") {
  CHECK(raised(R"("runs": {"min": 3, "max": 2})", "runs-beyond-max"));
  CHECK_FALSE(raised(R"("runs": {"min": 2, "max": 2})", "runs-beyond-max"));
  CHECK(raised(R"("runs": {"done": 1}, "results": [{"date": "@-5", "runs": 2, "effect": 9}])",
               "results-beyond-done"));
  CHECK_FALSE(raised(R"("runs": {"done": 2}, "results": [{"date": "@-5", "runs": 2, "effect": 9}])",
                     "results-beyond-done"));
}

TEST_CASE("promises that cannot be kept any more are said") {
  const std::string promised = R"("runs": {"min": 4, "done": 1, "max": 6}, "start": "@-90")";
  CHECK(raised(promised + R"(, "end": "@-30")", "commitment-too-late"));
  CHECK(raised(promised + R"(, "status": "stopped")", "commitment-too-late"));
  CHECK_FALSE(raised(promised + R"(, "end": "@30")", "commitment-too-late"));
  CHECK_FALSE(raised(R"("runs": {"min": 1, "done": 1, "max": 6}, "start": "@-90", "end": "@-30")",
                     "commitment-too-late"));
}

TEST_CASE("of a stopped action nothing is asked that is still to be planned") {
  const std::string bare = R"("measure": null, "test": null, "cost": null, "effect": null)";
  for (const char* const rule :
       {"action-without-measure", "action-without-test", "action-without-cost", "action-without-effect"}) {
    CAPTURE(rule);
    CHECK(raised(bare, rule));
    CHECK_FALSE(raised(bare + R"(, "status": "stopped")", rule));
  }
}

TEST_CASE("each circle of requirements is one finding") {
  const auto file = checked_with(R"({"actions": [{"id": "webinars", "requires": ["a"]},
    {"id": "a", "name": "a", "lever": "relays", "objective": "active-schools", "requires": ["webinars"]},
    {"id": "b", "name": "b", "lever": "relays", "objective": "active-schools", "requires": ["b"]}]})");
  const auto rules = rules_of(file);
  CHECK(std::count(rules.begin(), rules.end(), "requires-cycle") == 2);
}

TEST_CASE("more variation than three times the mean is most often a percentage") {
  const auto varies = [](const std::string& by) {
    return raises(checked_with(R"({"actions": [{"id": "webinars", "variation": )" + by + "}]}"),
                  "variation-too-large");
  };
  CHECK_FALSE(varies("0"));
  CHECK_FALSE(varies("3"));
  CHECK(varies("3.01"));
  CHECK(varies("50"));
  CHECK_FALSE(varies("\"50 %\""));
  CHECK(raises(checked_with(R"({"actions": [{"id": "webinars", "variation": -0.1}]})"), "out-of-range"));
}

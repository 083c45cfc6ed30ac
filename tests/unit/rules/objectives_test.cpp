#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

CheckedFile with(const std::string& members) {
  return checked_with(R"({"objectives": [{"id": "active-schools", )" + members + "}]}");
}
} // namespace

TEST_CASE("observations stand in the order of their days, and a count never falls") {
  CHECK(raises(with(R"("observations": [{"date": "@-9", "value": 5}, {"date": "@-9", "value": 6}])"),
               "observations-out-of-order"));
  CHECK(raises(with(R"("observations": [{"date": "@-9", "value": 5}, {"date": "@-2", "value": 4}])"),
               "observations-decrease"));
  CHECK_FALSE(raises(
      with(
          R"("metric": {"scale": "rate"}, "baseline": null, "target": {"value": 0.9}, "observations": [{"date": "@-9", "value": 0.5}, {"date": "@-2", "value": 0.4}])"),
      "observations-decrease"));
}

TEST_CASE("an observation is stale after twice the time at which one is due") {
  const auto seen = [](const std::string& days) {
    return with(
        R"("measurement": {"method": "log", "automation": "automated", "every_days": 7}, "observations": [{"date": "@-)" +
        days + R"(", "value": 5}])");
  };
  CHECK_FALSE(raises(seen("14"), "stale-observations"));
  CHECK(raises(seen("15"), "stale-observations"));
}

TEST_CASE("a target that is reached asks for the next one, whichever way it goes") {
  const auto rate = [](const std::string& now) {
    return checked_with(
        R"({"objectives": [{"id": "returning", "baseline": {"date": "@-90", "value": 0.8}, "target": {"value": 0.3}, "observations": [{"date": "@-2", "value": )" +
        now + "}]}]}");
  };
  CHECK(raises(rate("0.3"), "target-already-reached"));
  CHECK_FALSE(raises(rate("0.31"), "target-already-reached"));
}

TEST_CASE("a share goal and an objective of the same people want one figure a day") {
  const auto with = [](const std::string& share, const std::string& by) {
    return raises(
        checked_with(
            R"({"market": {"penetrated": {"observations": [{"date": "@-60", "value": 40}, {"date": "@-2", "value": 110}]}, "share_goals": [{"of": "target", "share": )" +
            share + R"(, "by": ")" + by +
            R"("}]}, "objectives": [{"id": "active-schools", "target": {"milestones": [{"by": "@150", "value": 300}]}}]})"),
        "milestones-disagree");
  };
  CHECK_FALSE(with("0.25", "@150"));   // 300 of 1,200
  CHECK_FALSE(with("0.2504", "@150")); // less than one school more
  CHECK(with("0.2", "@150"));
  CHECK_FALSE(with("0.2", "@149"));
  CHECK_FALSE(with("0.4", "@300")); // the goals themselves may differ
}

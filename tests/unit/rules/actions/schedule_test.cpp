// Whether what is planned of actions has its time.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

bool planned(const std::string& members, std::string_view rule) {
  return raises(
      checked_with(
          R"({"period": {"start": "2026-01-01", "end": "2026-12-31"}, "actions": [{"id": "webinars", )" +
          members + "}]}"),
      rule);
}
std::string in(const std::string& month, int runs) {
  return R"({"month": ")" + month + R"(", "runs": )" + std::to_string(runs) + "}";
}
} // namespace

TEST_CASE("a month is in an action's time where one of its days is") {
  const auto outside = [](const std::string& month) {
    return planned(R"("start": "2026-03-31", "end": "2026-06-01", "schedule": [)" + in(month, 1) + "]",
                   "schedule-outside-action");
  };
  CHECK(outside("2026-02"));
  CHECK_FALSE(outside("2026-03"));
  CHECK_FALSE(outside("2026-06"));
  CHECK(outside("2026-07"));
  // The period bounds what has no days of its own.
  const auto beyond = [](const std::string& month) {
    return planned(R"("start": null, "end": null, "schedule": [)" + in(month, 1) + "]",
                   "schedule-outside-action");
  };
  CHECK(beyond("2025-12"));
  CHECK_FALSE(beyond("2026-01"));
  CHECK(beyond("2027-01"));
  CHECK_FALSE(
      planned(R"("end": "2026-06-01", "schedule": [)" + in("2026-07", 0) + "]", "schedule-outside-action"));
}

TEST_CASE("the pace bounds what a month and the whole time have room for") {
  const auto beyond = [](const std::string& members) {
    return planned(R"("start": "2026-03-01", "end": "2026-08-31", )" + members, "runs-beyond-pace");
  };
  CHECK(beyond(R"("runs": {"per_month": 2}, "schedule": [)" + in("2026-04", 3) + "]"));
  CHECK(beyond(R"("runs": {"per_month": 2}, "schedule": [)" + in("2026-04", 2) + ", " + in("2026-04", 1) +
               "]"));
  CHECK_FALSE(beyond(R"("runs": {"per_month": 2}, "schedule": [)" + in("2026-04", 2) + ", " +
                     in("2026-05", 2) + "]"));
  CHECK_FALSE(
      beyond(R"("spacing_days": 29, "schedule": [)" + in("2026-04", 2) + "]")); // on the 1st and the 30th
  CHECK(beyond(R"("spacing_days": 30, "schedule": [)" + in("2026-04", 2) + "]"));
  CHECK_FALSE(beyond(R"("runs": {"min": 6, "per_month": 1})"));
  CHECK(beyond(R"("runs": {"min": 7, "per_month": 1})"));
  CHECK_FALSE(beyond(R"("spacing_days": 0, "runs": {"min": 12})"));
}

TEST_CASE("an effect comes before the day of its goal, or that of the North Star") {
  const auto late = [](const std::string& members) { return planned(members, "effect-too-late"); };
  // Its goal is for 26 December, and it can begin on 9 February: 320 days.
  CHECK_FALSE(late(R"("delay_days": 319)"));
  CHECK(late(R"("delay_days": 320)"));
  CHECK(late(R"("start": "2026-12-26", "end": null)"));
  CHECK_FALSE(late(R"("start": "2026-12-25", "end": null)"));
  CHECK_FALSE(late(R"("delay_days": 3000, "status": "stopped")"));
}

TEST_CASE("what is required begins before the end of what requires it") {
  const auto late = [](const std::string& start) {
    return planned(R"("end": "2026-06-30", "requires": ["ambassadors"]}, {"id": "ambassadors", "start": )" +
                       start,
                   "requires-too-late");
  };
  CHECK(late("\"2026-07-01\""));
  CHECK_FALSE(late("\"2026-06-30\""));
  CHECK_FALSE(late("null"));
}

TEST_CASE("what is scheduled counts among the runs that are promised") {
  const std::string two = R"(, "schedule": [)" + in("2026-02", 5) + ", " + in("2026-04", 2) + "]";
  CHECK(planned(R"("runs": {"max": 4, "done": 3})" + two, "runs-beyond-max"));
  CHECK_FALSE(planned(R"("runs": {"max": 5, "done": 3})" + two, "runs-beyond-max")); // February is over
  CHECK(planned(R"("status": "stopped")" + two, "commitment-too-late"));
  CHECK_FALSE(planned(R"("status": "testing")" + two, "commitment-too-late"));
  const auto costs = [&](const std::string& money) {
    return raises(checked_with(R"({"budget": {"money": )" + money +
                               R"(}, "actions": [{"id": "webinars", "runs": {"done": 1})" + two + "}]}"),
                  "commitment-beyond-budget");
  };
  CHECK_FALSE(costs("600"));
  CHECK(costs("599"));
  const auto after = [&](const std::string& spent, const std::string& money) {
    return raises(
        checked_with(R"({"budget": {"money": )" + money +
                     R"(}, "actions": [{"id": "webinars", "runs": {"done": 1}, "results": [{"date": )" +
                     R"("2026-01-20", "runs": 1, "effect": 20, "money": )" + spent + "}]" + two + "}]}"),
        "commitment-beyond-budget");
  };
  CHECK(after("900", "1299")); // what was spent, whatever a run is said to cost
  CHECK_FALSE(after("900", "1300"));
  CHECK_FALSE(after("20", "420"));
  CHECK_FALSE(
      raises(checked_with(R"({"budget": {"money": 10}})"), "commitment-beyond-budget")); // spent already
  const auto exceeds = [&](const std::string& credits) {
    return raises(checked_with(R"({"budget": {"terms": [{"from": "2020-01-01", )" + credits +
                               R"(}]}, "actions": [{"id": "webinars", "runs": {"done": 1})" + two + "}]}"),
                  "commitment-beyond-budget");
  };
  CHECK_FALSE(exceeds(R"("until": "2026-12-31", "money": 600)"));
  CHECK(exceeds(R"("until": "2026-12-31", "money": 599)"));
  CHECK_FALSE(exceeds(R"("until": "2026-04-29", "money": 599)")); // they can be done after it
}

TEST_CASE("what is spent beyond the budget is told, and beyond credits likewise") {
  const auto told = [](const std::string& budget) {
    return raises(checked_with(R"({"budget": {)" + budget +
                               R"(}, "actions": [{"id": "webinars", "cost": {"setup_money": 100}, "runs": )"
                               R"({"done": 2}, "results": [{"date": "@-30", "runs": 2, "money": 400, )"
                               R"("effect": 20}]}]})"),
                  "budget-overspent");
  };
  CHECK_FALSE(told(R"("money": 500)"));
  CHECK(told(R"("money": 499)"));
  CHECK_FALSE(told(R"("terms": [{"from": "@-40", "until": "@40", "money": 500}])"));
  CHECK(told(R"("terms": [{"from": "@-40", "until": "@40", "money": 499}])"));
  CHECK_FALSE(told(R"("terms": [{"from": "@-20", "until": "@40", "money": 499}])"));
}

#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("one action is not yet a strategy of one lever; two on the same one are") {
  const std::string another = R"({"id": "a", "name": "a", "lever": "LEVER", "objective": "active-schools"})";
  const auto with = [&](std::string lever) {
    const std::string only =
        R"("actions": [{"id": "b", "name": "b", "lever": "relays", "objective": "active-schools"})";
    std::string text = another;
    text.replace(text.find("LEVER"), 5, lever);
    return checked(
        R"({"version": 1, "name": "s", "period": {"start": "2026-01-01", "end": "2026-12-31"}, "market": {"unit": "u"},
      "objectives": [{"id": "active-schools", "stage": "acquisition", "metric": {"name": "n"}, "target": {"value": 9, "by": "2026-12-01"}}], )" +
        only + (lever.empty() ? "" : ", " + text) + "]}");
  };
  CHECK(raises(with("relays"), "single-lever"));
  CHECK_FALSE(raises(with("sponsors"), "single-lever"));
  CHECK_FALSE(raises(with(""), "single-lever"));
}

TEST_CASE("a lever that is said to be unavailable carries no action, unless it is stopped") {
  const auto with = [](const std::string& status) {
    return checked_with(R"({"levers": [{"family": "sponsors", "available": false, "why": "none"}],
      "actions": [{"id": "a", "name": "a", "lever": "sponsors", "objective": "active-schools", "status": ")" +
                        status + "\"}]}");
  };
  CHECK(raises(with("idea"), "lever-unavailable"));
  CHECK_FALSE(raises(with("stopped"), "lever-unavailable"));
}

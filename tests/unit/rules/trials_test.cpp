#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

CheckedFile with(const std::string& status, const std::string& test) {
  return checked_with(R"({"actions": [{"id": "webinars", "status": ")" + status +
                      R"(", "test": {"protocol": "pilot", )" + test + "}}]}");
}
} // namespace

TEST_CASE("what its test says to drop is not spread, and what it does not adopt yet neither") {
  const std::string poor = R"("planned_size": 200, "exposed": 400, "converted": 12, "threshold": 0.2)";
  CHECK(raises(with("scaling", poor), "active-though-dropped"));
  CHECK_FALSE(raises(with("stopped", poor), "active-though-dropped"));
  const std::string early = R"("planned_size": 400, "exposed": 120, "converted": 26, "threshold": 0.2)";
  CHECK(raises(with("scaling", early), "spread-before-adopted"));
  CHECK_FALSE(raises(with("testing", early), "spread-before-adopted"));
  const std::string good = R"("planned_size": 400, "exposed": 400, "converted": 130, "threshold": 0.2)";
  CHECK_FALSE(raises(with("scaling", good), "spread-before-adopted"));
}

TEST_CASE("as many may convert as are exposed, and no more") {
  CHECK_FALSE(raises(with("testing", R"("exposed": 10, "converted": 10, "threshold": 0.2)"),
                     "converted-beyond-exposed"));
  CHECK(raises(with("testing", R"("exposed": 10, "converted": 11, "threshold": 0.2)"),
               "converted-beyond-exposed"));
}

TEST_CASE("more converted than exposed is told beside other errors of the test") {
  CHECK(raises(with("testing", R"("exposed": 10, "converted": 11, "threshold": 2)"),
               "converted-beyond-exposed"));
  CHECK(raises(
      checked_with(
          R"({"actions": [{"id": "webinars", "test": {"protocol": "ab", "planned_size": -1, "arms": [{"name": "a", "exposed": 10, "converted": 11}, {"name": "b", "exposed": 10, "converted": 1}]}}]})"),
      "converted-beyond-exposed"));
}

TEST_CASE("a comparison of too few segments for any verdict is told") {
  const auto compared = [](int segments) {
    std::string all;
    for (int i = 0; i < segments; ++i)
      all += std::string(i > 0 ? "," : "") + R"({"segment": "s)" + std::to_string(i) + R"(")" +
             (i == 0 ? R"(, "from": "2026-02-01")" : "") +
             R"(, "observations": [{"date": "2026-01-01", "value": 5}, {"date": "2026-02-10", "value": 6}]})";
    return checked_with(
        R"({"actions": [{"id": "webinars", "test": {"protocol": "comparison", "segments": [)" + all +
        "]}}]}");
  };
  CHECK(raises(compared(3), "planned-size-too-small"));
  CHECK_FALSE(raises(compared(20), "planned-size-too-small"));
}

TEST_CASE("a test through relays is asked for its groups") {
  const auto relayed = [](const std::string& test) {
    return checked_with(
        R"({"actions": [{"id": "webinars", "status": "testing", "lever": "relays", "relay": "partners", "test": {"protocol": "pilot", "threshold": 0.2, )" +
        test + "}}]}");
  };
  CHECK(raises(relayed(R"("exposed": 100, "converted": 30)"), "people-counted-for-groups"));
  CHECK_FALSE(raises(relayed(R"("exposed": 0, "converted": 0)"), "people-counted-for-groups"));
  CHECK_FALSE(raises(
      relayed(
          R"("exposed": null, "converted": null, "clusters": [{"exposed": 50, "converted": 20}, {"exposed": 50, "converted": 10}])"),
      "people-counted-for-groups"));
  CHECK_FALSE(raises(with("testing", R"("exposed": 100, "converted": 30, "threshold": 0.2)"),
                     "people-counted-for-groups"));
}

TEST_CASE("a planned size is held against what groups as alike as those seen ask") {
  const std::string alone = R"("planned_size": 150, "threshold": 0.2, "min_effect": 0.1, )";
  CHECK_FALSE(raises(with("testing", alone + R"("exposed": 90, "converted": 20)"), "planned-size-too-small"));
  CHECK(raises(
      with(
          "testing",
          alone +
              R"("exposed": null, "converted": null, "clusters": [{"exposed": 30, "converted": 0}, {"exposed": 30, "converted": 20}, {"exposed": 30, "converted": 0}])"),
      "planned-size-too-small"));
}

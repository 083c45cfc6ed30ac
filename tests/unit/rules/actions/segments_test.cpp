// The segments in which actions are run.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

CheckedFile with(const std::string& members) {
  return checked_with(
      R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]}, "actions": [{"id": "webinars", )" +
      members + "}]}");
}
} // namespace

TEST_CASE("runs are in segments that the market and their action have") {
  const std::string both = R"("segments": ["rural", "urban"], )";
  CHECK(raises(with(R"("segments": ["rural", "suburban"])"), "unknown-reference"));
  CHECK(raises(with(R"("segments": ["rural", {"segment": "rural", "effect": 3}])"), "duplicate-id"));
  CHECK(raises(with(R"("segment": "rural", "segments": ["rural"])"), "segment-and-segments"));
  for (const std::string list : {R"("results": [{"date": "@-9", "effect": 3, "segment": )",
                                 R"("schedule": [{"month": "2026-05", "runs": 1, "segment": )"}) {
    const auto file = [&](const std::string& members, const std::string& segment) {
      return with(members + list + segment + "}]");
    };
    CHECK(raises(file(both, "\"nowhere\""), "unknown-reference"));
    CHECK_FALSE(raises(file(both, "\"nowhere\""), "segment-not-of-action")); // once is enough
    CHECK_FALSE(raises(file(both, "\"urban\""), "segment-not-of-action"));
    CHECK(raises(file(R"("segments": ["rural"], )", "\"urban\""), "segment-not-of-action"));
    CHECK_FALSE(raises(file(R"("segment": "urban", )", "\"urban\""), "segment-not-of-action"));
    CHECK(raises(file("", "\"urban\""), "segment-not-of-action"));
  }
}

TEST_CASE("a schedule says where, of an action with several segments") {
  const auto says_not = [](const std::string& segments, const std::string& runs) {
    return raises(
        with(R"("segments": )" + segments + R"(, "schedule": [{"month": "2026-05", "runs": )" + runs + "}]"),
        "schedule-without-segment");
  };
  CHECK(says_not(R"(["rural", "urban"])", "2"));
  CHECK_FALSE(says_not(R"(["rural", "urban"])", "0"));
  CHECK_FALSE(says_not(R"(["rural"])", "2"));
}

TEST_CASE("effects of segments are effects: bounded, and enough where each has one") {
  CHECK(raises(with(R"("segments": [{"segment": "rural", "effect": {"low": 9, "high": 3}}])"),
               "bounds-reversed"));
  const std::string none = R"("effect": null, "segments": )";
  CHECK_FALSE(raises(with(none + R"([{"segment": "rural", "effect": 3}])"), "action-without-effect"));
  CHECK(raises(with(none + R"([{"segment": "rural", "effect": 3}, "urban"])"), "action-without-effect"));
}

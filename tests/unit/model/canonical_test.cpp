#include "catch.hpp"
#include "model/override.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

std::string canonical_of(const std::string& text) {
  const auto parsed =
      source::parse(std::make_shared<const Source>("s.json", text), source::Comments::refused);
  REQUIRE_FALSE(parsed.error);
  return canonical(parsed.tree, TypeOf<Strategy>::value, false, 0).dump();
}
} // namespace

TEST_CASE("two spellings of one thing have one form") {
  const std::string english =
      R"({"name": "s", "market": {"unit": "school", "target": {"size": 12}}, "objectives": [{"id": "a", "stage": "retention"}]})";
  const std::string french =
      R"({"objectifs": [{"étape": "rétention", "id": "a"}], "marché": {"cible": 12.0, "unité": "school"}, "nom": "s"})";
  CHECK(canonical_of(english) == canonical_of(french));
  CHECK(
      canonical_of(english) ==
      R"({"name":"s","market":{"unit":"school","target":{"size":12}},"objectives":[{"id":"a","stage":"retention"}]})");
}

TEST_CASE("percentages are shares, and what nobody knows stays as it is") {
  CHECK(canonical_of(R"({"objectives": [{"target": {"value": "60 %"}}]})") ==
        R"({"objectives":[{"target":{"value":0.6}}]})");
  CHECK(canonical_of(R"({"actions": "none"})") == R"({"actions":"none"})");
  CHECK(canonical_of(R"({"objectives": [{"stage": "nowhere"}]})") ==
        R"({"objectives":[{"stage":"nowhere"}]})");
}

TEST_CASE("a segment of an action has one form, bare or not") {
  const std::string whole =
      R"({"actions":[{"segments":[{"segment":"rural"}],"schedule":[{"month":"2026-03","runs":2}]}]})";
  CHECK(canonical_of(
            R"({"actions": [{"schedule": [{"passages": 2, "mois": "2026-03"}], "segments": ["rural"]}]})") ==
        whole);
  CHECK(canonical_of(whole) == whole);
}

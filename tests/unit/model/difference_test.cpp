#include "catch.hpp"
#include "model/difference.hpp"

using namespace deploy_plan;
using model::differences;

namespace {

source::Parsed parsed(const std::string& text) {
  auto result = source::parse(std::make_shared<const Source>("s.json", text), source::Comments::refused);
  REQUIRE_FALSE(result.error);
  return result;
}
/// Each difference as "path: from > to".
std::vector<std::string> told(const std::string& from, const std::string& to) {
  const auto older = parsed(from);
  const auto newer = parsed(to);
  std::vector<std::string> all;
  for (const Difference& one : differences({older.tree, 0}, {newer.tree, 0}))
    all.push_back(one.path.en + ": " + one.from.json + " > " + one.to.json);
  return all;
}
using Told = std::vector<std::string>;
} // namespace

TEST_CASE("spelling, order and layout are no difference") {
  CHECK(told(R"({"market": {"target": 12, "unit": "school"}})",
             R"({"marché": {"unité": "school",  "cible": {"taille": 12.0}}})")
            .empty());
}

TEST_CASE("a value that differs has its path, and what stood there before and after") {
  CHECK(told(R"({"market": {"target": 12}})", R"({"market": {"target": {"size": 15}}})") ==
        Told{"market.target.size: 12 > 15"});
  CHECK(told(R"({"budget": {"money": 5}})", R"({})") == Told{"budget: {\"money\":5} > null"});
}

TEST_CASE("elements are told by their names, wherever they stand") {
  const std::string a = R"({"id": "a", "name": "A", "lever": "relays"})";
  const std::string b = R"({"id": "b", "name": "B", "lever": "relays"})";
  CHECK(told("{\"actions\": [" + a + ", " + b + "]}", "{\"actions\": [" + b + ", " + a + "]}").empty());
  CHECK(told("{\"actions\": [" + a + ", " + b + "]}",
             R"({"actions": [{"id": "b", "name": "C", "lever": "relais"}, )" + a + "]}") ==
        Told{"actions.b.name: \"B\" > \"C\""});
}

TEST_CASE("everything of one version comes from nothing") {
  const auto one = parsed(R"({"name": "s", "market": {"target": 12}})");
  const auto all = model::everything({one.tree, 0});
  REQUIRE(all.size() == 2);
  for (const Difference& difference : all)
    CHECK_FALSE(difference.from.is_there());
  CHECK(all[1].path.en == "market.target.size");
}

TEST_CASE("a schedule differs month by month, and segments of an action by their names") {
  CHECK(
      told(
          R"({"actions": [{"id": "a", "schedule": [{"month": "2026-03", "runs": 1}, {"month": "2026-04", "runs": 1}]}]})",
          R"({"actions": [{"id": "a", "schedule": [{"month": "2026-04", "runs": 2}]}]})") ==
      Told{R"(actions.a.schedule.2026-03: {"month":"2026-03","runs":1} > null)",
           "actions.a.schedule.2026-04.runs: 1 > 2"});
  CHECK(
      told(
          R"({"actions": [{"id": "a", "segments": ["rural", "urban"]}]})",
          R"({"actions": [{"id": "a", "segments": [{"segment": "urban", "effect": 9}, {"segment": "rural"}]}]})") ==
      Told{"actions.a.segments.urban.effect: null > 9"});
}

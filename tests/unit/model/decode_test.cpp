#include "catch.hpp"
#include "model/decode.hpp"

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

struct Decoded {
  Strategy strategy;
  Collector findings{100};
};

Decoded decoded(const std::string& text) {
  const auto parsed =
      source::parse(std::make_shared<const Source>("s.json", text), source::Comments::refused);
  REQUIRE_FALSE(parsed.error);
  Decoded result;
  result.strategy = decode(parsed.tree, 0, result.findings);
  return result;
}
std::vector<std::string> rules(const Decoded& read) {
  std::vector<std::string> all;
  for (const Finding& finding : read.findings.kept)
    all.push_back(finding.rule);
  return all;
}
constexpr std::string_view head =
    R"("version": 1, "name": "s", "period": {"start": "2026-01-01", "end": "2026-12-31"}, )";

Decoded with(const std::string& members) {
  return decoded("{" + std::string(head) + R"("market": {"unit": "school"}, "objectives": [], )" + members +
                 "}");
}
} // namespace

TEST_CASE("either language is read, and a short form stands for the object that says the same") {
  const auto short_form = decoded("{" + std::string(head) + R"("market": {"unit": "school", "target": 12}})");
  const auto french =
      decoded("{" + std::string(head) + R"("marché": {"unité": "school", "cible": {"taille": 12}}})");
  for (const Decoded* const read : {&short_form, &french}) {
    REQUIRE(read->strategy.market.target);
    CHECK(read->strategy.market.target->size == 12);
    CHECK(read->strategy.market.unit == "school");
  }
}

TEST_CASE("what cannot be read is said and left at its default, and the walk goes on") {
  const auto read = with(R"("budget": {"money": "lots", "days": -3, "day_rate": 400})");
  CHECK(rules(read) == std::vector<std::string>{"wrong-type", "out-of-range"});
  REQUIRE(read.strategy.budget);
  CHECK(read.strategy.budget->money.value_or(0) == 0);
  CHECK_FALSE(read.strategy.budget->origin.sound);
  CHECK(read.strategy.budget->day_rate == 400);
}

TEST_CASE("a key is known, given once, and not left out where it must be there") {
  CHECK(rules(with(R"("budget": {"mony": 3})")) == std::vector<std::string>{"unknown-key"});
  CHECK(rules(with(R"("budget": {"money": 3, "argent": 4})")) == std::vector<std::string>{"duplicate-key"});
  const auto bare = rules(decoded(R"({"version": 1})"));
  CHECK(std::count(bare.begin(), bare.end(), "missing-field") >= 2);
}

TEST_CASE("days are those of the calendar, in one form") {
  CHECK(read_date("2028-02-29"));
  for (const char* const text : {"2026-02-29", "2026-2-1", "26-02-01", "2026/02/01", "", "2026-02-01T00:00"})
    CHECK_FALSE(read_date(text));
}

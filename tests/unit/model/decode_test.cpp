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

TEST_CASE("a unit says something, in the singular first") {
  using Rules = std::vector<std::string>;
  const auto market = [](const std::string& units) {
    return decoded("{" + std::string(head) + R"("objectives": [], "market": {)" + units + "}}");
  };
  for (const char* blank : {"", "  ", "\\u00a0\\t"}) {
    const std::string quoted = '"' + std::string(blank) + '"';
    const auto refused = market(R"("unit": )" + quoted);
    CHECK(rules(refused) == Rules{"missing-field"});
    CHECK_FALSE(refused.strategy.market.origin.sound);
    CHECK(refused.findings.kept.front().message.in(Language::english) == "unit is blank");
    const auto without = market(R"("unit": "school", "units": )" + quoted);
    CHECK(rules(without).empty());
    CHECK(without.strategy.market.units.empty());
  }
  CHECK(rules(market(R"("unit": "school", "units": " ", "unités": "schools")")).empty());
  const auto metric = [](const std::string& units) {
    return decoded(
        "{" + std::string(head) +
        R"("market": {"unit": "school"}, "objectives": [{"id": "a", "stage": "impact", "metric": {"name": "m", )" +
        units + R"(}, "target": {"value": 1, "by": "2026-06-01"}}]})");
  };
  const auto told = [&](const std::string& units) {
    Rules all;
    for (const Finding& finding : metric(units).findings.kept)
      if (finding.pointer.find("metric") != std::string::npos)
        all.push_back(finding.message.in(Language::english));
    return all;
  };
  CHECK(told(R"("unit": "visit", "units": "visits")").empty());
  CHECK(told(R"("units": "visits")") == Rules{"metric lacks unit"});
  CHECK(told(R"("unit": " ", "units": "visits")") == Rules{"metric lacks unit"});
  CHECK(told(R"("units": "  ")").empty());
}

TEST_CASE("days are those of the calendar, in one form") {
  CHECK(read_date("2028-02-29"));
  for (const char* const text : {"2026-02-29", "2026-2-1", "26-02-01", "2026/02/01", "", "2026-02-01T00:00"})
    CHECK_FALSE(read_date(text));
}

TEST_CASE("a month is one of the calendar, and what was meant is proposed") {
  const auto scheduled = [](const std::string& month) {
    return with(R"("actions": [{"id": "a", "lever": "relays", "objective": "o", "schedule": [{"month": )" +
                month + R"(, "runs": 2}]}])");
  };
  const auto read = scheduled(R"("2026-03")");
  CHECK(rules(read).empty());
  REQUIRE(read.strategy.actions.front().schedule.size() == 1);
  CHECK(read.strategy.actions.front().schedule.front().month == month_of(std::chrono::year{2026} / 3 / 9));
  const auto help = [&](const std::string& month) {
    const auto wrong = scheduled(month);
    REQUIRE(wrong.findings.kept.size() == 1);
    CHECK_FALSE(wrong.strategy.actions.front().schedule.front().origin.sound);
    return wrong.findings.kept.front().rule + ": " + wrong.findings.kept.front().help.in(Language::english);
  };
  for (const char* const meant : {"\"2026-3\"", "\"3/2026\"", "\"03.2026\"", "\"2026-03-01\"",
                                  "\"01/03/2026\"", "\"Mars 2026\"", "\"march 2026\""})
    CHECK(help(meant) == "unparsable-value: did you mean 2026-03?");
  for (const char* const lost : {"\"2026-13\"", "\"spring\"", "\"\"", "\"2026\"", "\"20260-3\"", "\"-\""})
    CHECK(help(lost) == "unparsable-value: write a month as year-month: \"2026-03\"");
  CHECK(help("\"1726-03\"") ==
        "out-of-range: write a month from January 1900 to December 2200; is it the year?");
  CHECK(help("3").find("wrong-type: write a month like") == 0);
}

TEST_CASE("a bare text stands for a segment of an action") {
  const auto read = with(
      R"("actions": [{"id": "a", "lever": "relays", "objective": "o", "segments": ["rural", {"segment": "urban", "effect": 9}]}])");
  CHECK(rules(read).empty());
  const auto& segments = read.strategy.actions.front().segments;
  REQUIRE(segments.size() == 2);
  CHECK(segments[0].segment == "rural");
  CHECK_FALSE(segments[0].effect);
  CHECK(segments[1].effect->value == 9);
}

TEST_CASE("what a plan in time reads is kept within bounds, in either language") {
  const auto action = [](const std::string& members) {
    return rules(with(R"("actions": [{"id": "a", "lever": "relays", "objective": "o", )" + members + "}]"));
  };
  CHECK(action(R"("délai_jours": 30, "espacement_jours": 14, "passages": {"par_mois": 2},
                  "calendrier": [{"mois": "2026-03", "passages": 2, "segment": "s"}])")
            .empty());
  const std::vector<std::string> outside{"out-of-range"};
  CHECK(action(R"("delay_days": -1)") == outside);
  CHECK(action(R"("spacing_days": 100000)") == outside);
  CHECK(action(R"("runs": {"per_month": 0})") == outside);
  CHECK(action(R"("schedule": [{"month": "2026-03", "runs": -1}])") == outside);
  CHECK(rules(with(
                  R"("équipe": [{"nom": "Ana", "absences": [{"du": "2026-08-01", "jusqu_au": "2026-08-21"}]}],
               "budget": {"exercices": [{"du": "2026-01-01", "jusqu_au": "2026-12-31", "argent": 5, "jours": 3}]})"))
            .empty());
  CHECK(rules(with(R"("budget": {"terms": [{"from": "2026-01-01"}]})")) ==
        std::vector<std::string>{"missing-field"});
}

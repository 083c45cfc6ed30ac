#include "catch.hpp"
#include "model/rewrite.hpp"

using namespace deploy_plan;

namespace {

std::string with_runs(const std::string& text, const std::vector<WrittenValue>& values) {
  const auto parsed =
      source::parse(std::make_shared<const Source>("s.jsonc", text), source::Comments::allowed);
  REQUIRE_FALSE(parsed.error);
  return model::rewritten(parsed.tree, 0, values);
}
const WrittenValue most{{"actions", "a", "runs", "max"}, "4"};
const WrittenValue least{{"actions", "a", "runs", "min"}, "2"};
} // namespace

TEST_CASE("a value is written where it stands, and all else stays") {
  CHECK(with_runs("{ // ours\n  \"actions\": [{\"id\": \"a\", \"runs\": {\"max\":9 }}]\n}", {most}) ==
        "{ // ours\n  \"actions\": [{\"id\": \"a\", \"runs\": {\"max\":4 }}]\n}");
}

TEST_CASE("what is missing goes into the nearest object, in its layout and the file's language") {
  CHECK(with_runs(R"({"actions": [{"id": "a"}]})", {most, least}) ==
        R"({"actions": [{"id": "a", "runs": { "max": 4, "min": 2 }}]})");
  CHECK(with_runs("{\"actions\": [{\n    \"id\": \"a\"\n  }]}", {most}) ==
        "{\"actions\": [{\n    \"id\": \"a\",\n    \"runs\": { \"max\": 4 }\n  }]}");
  CHECK(with_runs(R"({"marché": {}, "actions": [{"id": "a"}]})", {least}) ==
        R"({"marché": {}, "actions": [{"id": "a", "passages": { "min": 2 }}]})");
}

TEST_CASE("a place that is not there changes nothing") {
  const std::string text = R"({"actions": [{"id": "a"}]})";
  CHECK(with_runs(text, {{{"actions", "b", "runs", "max"}, "4"}, {{"acts"}, "4"}}) == text);
}

TEST_CASE("a list of objects takes the language and the lines of what surrounds it") {
  const WrittenValue schedule{
      {"actions", "a", "schedule"},
      R"([{"month": "2026-03", "runs": 2}, {"month": "2026-04", "runs": 1, "segment": "s"}])"};
  CHECK(with_runs("{\"marché\": {}, \"actions\": [{\n    \"id\": \"a\"\n  }]}", {schedule}) ==
        "{\"marché\": {}, \"actions\": [{\n    \"id\": \"a\",\n    \"calendrier\": [\n"
        "      { \"mois\": \"2026-03\", \"passages\": 2 },\n"
        "      { \"mois\": \"2026-04\", \"passages\": 1, \"segment\": \"s\" }\n    ]\n  }]}");
  CHECK(with_runs(R"({"actions": [{"id": "a", "schedule": [] }]})", {schedule}) ==
        R"({"actions": [{"id": "a", "schedule": [{ "month": "2026-03", "runs": 2 }, )"
        R"({ "month": "2026-04", "runs": 1, "segment": "s" }] }]})");
  CHECK(with_runs(R"({"actions": [{"id": "a", "schedule": [{"month": "2026-02", "runs": 1}]}]})",
                  {{{"actions", "a", "schedule", "2026-02", "runs"}, "4"}}) ==
        R"({"actions": [{"id": "a", "schedule": [{"month": "2026-02", "runs": 4}]}]})");
}

// Queries beside what they measure.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr auto query = R"("query": {"source": "product", "sql": "select 1"})";

std::size_t count(const CheckedFile& file, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(file.findings.begin(), file.findings.end(),
                                                [&](const Finding& one) { return one.rule == rule; }));
}
} // namespace

TEST_CASE("whatever is said to come by itself wants a query: objectives, tiers, those of segments") {
  const auto automated = R"("measurement": {"automation": "automated"})";
  CHECK(count(checked_with(R"({"market": {"target": {)" + std::string(automated) +
                           R"(}, "segments": [{"id": "rural", "addressed": {"size": 4000, )" + automated +
                           R"(}}]}, "objectives": [{"id": "returning", )" + automated + "}]}"),
              "automated-without-query") == 3);
  CHECK_FALSE(raises(
      checked_with(R"({"objectives": [{"id": "returning", "measurement": {"automation": "automated", )" +
                   std::string(query) + "}}]}"),
      "automated-without-query"));
}

TEST_CASE("a query wants a file for its figures: of objectives, tiers and actions, not of what is typed") {
  const std::string measurement = R"("measurement": {)" + std::string(query) + "}";
  CHECK(count(checked_with(R"({"market": {"target": {)" + measurement +
                           R"(}}, "objectives": [{"id": "returning", )" + measurement +
                           R"(}], "actions": [{"id": "webinars", "measure": {)" + query + "}}]}"),
              "query-without-ledger") == 3);
  const auto typed = checked_with(R"({"objectives": [{"id": "active-schools", )" + measurement + "}]}");
  REQUIRE(raises(typed, "query-without-ledger"));
  const auto found = std::find_if(typed.findings.begin(), typed.findings.end(),
                                  [](const Finding& one) { return one.rule == "query-without-ledger"; });
  CHECK(found->message.in(Language::english).find("typed in the file itself") != std::string::npos);
  CHECK(found->help.in(Language::french).find("\"fichier\"") != std::string::npos);
  CHECK_FALSE(raises(checked_with(R"({"objectives": [{"id": "returning", )" + measurement +
                                  R"(, "observations": {"file": "figures.csv"}}]})"),
                     "query-without-ledger"));
}

TEST_CASE("the first strategy says of no figure that it comes by itself, and raises nothing") {
  for (const Language language : {Language::english, Language::french})
    CHECK(rules_of(checked(first_strategy(language, day))).empty());
}

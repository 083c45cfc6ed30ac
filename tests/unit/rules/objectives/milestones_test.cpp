// Milestones lie between start and goal, in the order of their days, and lead forwards.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// From 40 sixty days ago to 600 in 300 days.
CheckedFile through(const std::string& milestones) {
  return checked_with(R"({"objectives": [{"id": "active-schools", "target": {"milestones": [)" + milestones +
                      "]}}]}");
}
/// To half of the target tier in 300 days.
CheckedFile of_share(const std::string& milestones) {
  return checked_with(
      R"({"market": {"share_goals": [{"of": "target", "share": 0.5, "by": "@300", "milestones": [)" +
      milestones + "]}]}}");
}
/// What stands at the places where a rule finds something.
std::vector<std::string> places(const CheckedFile& file, std::string_view rule) {
  std::vector<std::string> all;
  for (const Finding& finding : file.findings)
    if (finding.rule == rule)
      all.emplace_back(shown(file, finding));
  return all;
}
std::string quoted(int days) { return '"' + iso(day + std::chrono::days{days}) + '"'; }
} // namespace

TEST_CASE("milestones are passed one after another, between start and goal") {
  const auto sound =
      through(R"({"by": "@-59", "value": 40}, {"by": "@100", "value": 200}, {"by": "@299", "value": 590})");
  CHECK_FALSE(raises(sound, "milestones-out-of-order"));
  CHECK_FALSE(raises(sound, "milestone-astray"));
  using Places = std::vector<std::string>;
  CHECK(places(through(R"({"by": "@100", "value": 200}, {"by": "@100", "value": 210})"),
               "milestones-out-of-order") == Places{quoted(100)});
  CHECK(
      places(
          through(
              R"({"by": "@-60", "value": 50}, {"by": "@100", "value": 200}, {"by": "@300", "value": 500}, {"by": "@400", "value": 600})"),
          "milestones-out-of-order") == Places{quoted(-60), quoted(300), quoted(400)});
  CHECK(
      places(of_share(
                 R"({"by": "@90", "value": 0.2}, {"by": "@30", "value": 0.1}, {"by": "@301", "value": 0.5})"),
             "milestones-out-of-order") == Places{quoted(30), quoted(301)});
}

TEST_CASE("a milestone neither goes back nor beyond the goal, whichever way that goes") {
  using Places = std::vector<std::string>;
  CHECK(
      places(
          through(
              R"({"by": "@50", "value": 30}, {"by": "@100", "value": 300}, {"by": "@150", "value": 299}, {"by": "@200", "value": 700})"),
          "milestone-astray") == Places{"30", "299", "700"});
  CHECK(
      places(
          of_share(
              R"({"by": "@50", "value": "30 %"}, {"by": "@100", "value": 0.3}, {"by": "@150", "value": "20 %"})"),
          "milestone-astray") == Places{R"("20 %")"});
  const auto falls = checked_with(
      R"({"objectives": [{"id": "returning", "baseline": {"date": "@-90", "value": 0.8}, "target": {"value": 0.3,
        "milestones": [{"by": "@50", "value": 0.6}, {"by": "@100", "value": 0.7}, {"by": "@150", "value": 0.2}]}}]})");
  CHECK(places(falls, "milestone-astray") == Places{"0.7", "0.2"});
  const auto said = std::find_if(falls.findings.begin(), falls.findings.end(),
                                 [](const Finding& one) { return one.rule == "milestone-astray"; });
  CHECK(said->message.in(Language::english) == "the path goes back here, from 60% to 70%");
}

TEST_CASE(
    "milestones are counted as their goals are: rates and shares are parts of one, counts no percentages") {
  CHECK(raises(of_share(R"({"by": "@50", "value": 30})"), "rate-beyond-one"));
  CHECK_FALSE(raises(of_share(R"({"by": "@50", "value": "30 %"})"), "rate-beyond-one"));
  CHECK(raises(through(R"({"by": "@50", "value": "30 %"})"), "percentage-of-count"));
  CHECK(raises(
      checked_with(
          R"({"objectives": [{"id": "returning", "target": {"milestones": [{"by": "@50", "value": 30}]}}]})"),
      "rate-beyond-one"));
}

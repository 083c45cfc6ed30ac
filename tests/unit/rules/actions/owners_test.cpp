// Who answers for actions, and whether they have the days.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// A team of one, who gives so many days, and an action of theirs.
CheckedFile owned(const std::string& days, const std::string& members) {
  return checked_with(R"({"team": [{"name": "Zoé", "axes": ["adoption", "retention"])" + days +
                      R"(}], "actions": [{"id": "webinars", )" + members + "}]}");
}
const Finding& found(const CheckedFile& file, std::string_view rule) {
  const auto one = std::find_if(file.findings.begin(), file.findings.end(),
                                [&](const Finding& finding) { return finding.rule == rule; });
  REQUIRE(one != file.findings.end());
  return *one;
}
} // namespace

TEST_CASE("an owner is of the team, where there is one") {
  CHECK_FALSE(raises(owned("", R"("owner": "ZOE")"), "owner-unknown"));
  const auto file = owned("", R"("owner": "Zoée")");
  CHECK(found(file, "owner-unknown").help.in(Language::english) == "did you mean Zoé?");
  CHECK(shown(file, found(file, "owner-unknown")) == "\"Zoée\"");
  CHECK_FALSE(raises(owned("", R"("owner": "Someone", "status": "stopped")"), "owner-unknown"));
  CHECK_FALSE(raises(checked_with(R"({"team": null, "actions": [{"id": "webinars", "owner": "Someone"}]})"),
                     "owner-unknown"));
}

TEST_CASE("an owner without days has no action that takes some") {
  CHECK(raises(owned(R"(, "days": 0)", R"("owner": "Zoé")"), "owner-without-days"));
  CHECK_FALSE(
      raises(owned(R"(, "days": 0)", R"("owner": "Zoé", "cost": {"days": 0})"), "owner-without-days"));
  CHECK_FALSE(raises(owned("", R"("owner": "Zoé")"), "owner-without-days"));
}

TEST_CASE("a month that schedules overload is said with what is in it, in whole months") {
  const std::string april = R"("owner": "Zoé", "schedule": [{"month": "2026-04", "runs": 6}])";
  const auto file = owned(R"(, "days": 120)", april);
  const Finding& one = found(file, "load-beyond-capacity");
  CHECK(one.message.in(Language::french) ==
        "Zoé a 10,1 jours-personne à donner en avril 2026, et les calendriers en demandent 12");
  REQUIRE(one.related.size() == 1);
  CHECK(file.sources.bytes(one.related.front().place) == "\"2026-04\"");
  CHECK_FALSE(raises(owned(R"(, "days": 144)", april), "load-beyond-capacity"));
  CHECK_FALSE(raises(owned("", april), "load-beyond-capacity"));
  CHECK_FALSE(raises(owned(R"(, "days": 0)", april), "load-beyond-capacity")); // it has no days: that is said
  // On the last day of a month all of it counts still.
  CheckOptions late = on_that_day();
  late.as_of = std::chrono::year{2026} / 4 / 30;
  const std::string text = example_strategy(
      R"({"actions": [{"id": "webinars", "owner": "Deployment", "schedule": [{"month": "2026-04", "runs": 4}]}]})",
      Language::english, day);
  CHECK_FALSE(raises(checked(text, "s.json", late), "load-beyond-capacity"));
  const auto months =
      owned(R"(, "days": 120)", R"("owner": "Zoé", "schedule": [{"month": "2026-04", "runs": 6},
    {"month": "2026-05", "runs": 9}, {"month": "2026-06", "runs": 7}])");
  CHECK(found(months, "load-beyond-capacity").message.in(Language::english) ==
        "Zoé has 10.1 person-days to give in May 2026, and schedules ask for 18; in 2 other months they ask "
        "too "
        "much as well");
}

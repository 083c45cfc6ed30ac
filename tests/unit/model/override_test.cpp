// Changes by path: where they lead, what they give, where they are pointed at when they are wrong.
#include "deploy_plan/market.hpp"
#include "deploy_plan/scenario.hpp"
#include "examples.hpp"
#include "model/override.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

StrategyFile opened(const std::string& text) {
  auto result = StrategyFile::open(std::make_shared<const Source>("strategy.json", text), on_that_day());
  REQUIRE(result.file);
  return *result.file;
}
StrategyFile first() { return opened(first_strategy(Language::english, day)); }

Variant set(const StrategyFile& file, std::vector<std::string> texts) {
  const Changes changes = Assignments{"--set", std::move(texts)};
  return file.with({&changes, 1});
}
Variant overlaid(const StrategyFile& file, const std::string& text) {
  const Changes changes = Overlay{std::make_shared<const Source>("overlay.json", text)};
  return file.with({&changes, 1});
}
const Action& action(const Variant& variant, const std::string& id) {
  const auto& all = variant.strategy.actions;
  return *std::find_if(all.begin(), all.end(), [&](const Action& one) { return one.id == id; });
}
} // namespace

TEST_CASE("a number that changes another says how") {
  using model::related_number;
  CHECK(related_number(1200, "+10%") == 1320.0);
  CHECK(related_number(1200, "+10 %") == 1320.0);
  CHECK(related_number(1200, "+10\u202f%") == 1320.0);
  CHECK(related_number(1200, "-10%") == 1080.0);
  CHECK(related_number(1200, "+5") == 1205.0);
  CHECK(related_number(1200, "-5") == 1195.0);
  CHECK(related_number(1200, "*1.2") == 1440.0);
  for (const char* const none : {"", "+", "5", "10%", "+x", "*2%", "+-5", "--5", "+5 % %", "+nan", "*1e400"})
    CHECK_FALSE(related_number(1, none));
  CHECK_FALSE(related_number(1e300, "*1e300"));
}

TEST_CASE("assignments change what their paths lead to, in either language") {
  const auto file = first();
  CHECK(*set(file, {"market.target.size=1500"}).strategy.market.target->size == 1500);
  CHECK(*set(file, {"marché.cible.taille=1500"}).strategy.market.target->size == 1500);
  CHECK(*set(file, {"market.target.size=+10%"}).strategy.market.target->size == 1320);
  CHECK(*set(file, {"market.target=*2"}).strategy.market.target->size == 2400);
  CHECK(set(file, {"market.target=*2"}).strategy.market.target->source == "steering committee");
  CHECK(set(file, {"name=Schools"}).strategy.name == "Schools");
  CHECK(set(file, {"name==+10%"}).strategy.name == "+10%");
  CHECK(set(file, {"period.end=2027-01-31"}).strategy.period.end == Date(std::chrono::year{2027} / 1 / 31));
  CHECK(set(file, {"solution.kind=subsidy"}).strategy.solution->kind == SolutionKind::subsidy);
  const auto wider = set(file, {"actions.webinars.effect=*2"});
  const auto as_is = set(file, {});
  CHECK(*action(wider, "webinars").effect->low == 2 * *action(as_is, "webinars").effect->low);
  CHECK(*action(wider, "webinars").effect->high == 2 * *action(as_is, "webinars").effect->high);
  CHECK(wider.is_sound());
}

TEST_CASE("a size that is set stands instead of what is observed, but for the penetrated market") {
  const auto file = opened(example_strategy(
      R"({"market": {"target": {"observations": [{"date": "@-9", "value": 1150}]},
          "segments": [{"id": "rural", "addressable": {"observations": [{"date": "@-9", "value": 10000}]}}]}})",
      Language::english, day));
  const auto sizes = [](const Variant& variant) { return tier_sizes(variant.strategy.market, day); };
  CHECK(sizes(set(file, {})).target == 1150);
  CHECK(sizes(set(file, {"market.target.size=900"})).target == 900);
  CHECK(sizes(set(file, {"market.target=900"})).target == 900);
  CHECK(sizes(overlaid(file, R"({"set": {"marché.cible.taille": 900}})")).target == 900);
  CHECK(tier_sizes(
            set(file, {"market.segments.rural.addressable.size=8000"}).strategy.market.segments.front(), day)
            .addressable == 8000);
  CHECK(sizes(set(file, {"market.penetrated.size=7"})).penetrated == 110);
  // What a relation would start from is known only once observations are read.
  for (const char* const change : {"market.target.size=+10%", "market.target=*2"}) {
    const auto variant = set(file, {change});
    REQUIRE(raises(variant.checked, "wrong-type"));
    CHECK(shown(variant.checked, variant.checked.findings.front()) ==
          std::string(change).substr(std::string(change).find('=') + 1));
    CHECK(variant.checked.findings.front().help.in(Language::english).find("give the size itself") == 0);
  }
  CHECK(sizes(set(file, {"market.addressed.size=+10%"})).addressed == 4400);
}

TEST_CASE("elements are added and removed by their ids, and what leads to a field is made") {
  const auto file = first();
  const auto count = set(file, {}).strategy.actions.size();
  const auto fewer = set(file, {"actions.webinars=null"});
  CHECK(fewer.strategy.actions.size() == count - 1);
  const auto more =
      set(file, {R"(actions.letter={"name": "Letter", "lever": "sponsors", "objective": "active-schools"})"});
  REQUIRE(more.strategy.actions.size() == count + 1);
  CHECK(more.strategy.actions.back().id == "letter");
  CHECK(more.strategy.actions.back().lever == Family::sponsors);
  CHECK(*set(file, {"market.viability.annual_cost=1000"}).strategy.market.viability->annual_cost == 1000);
  CHECK_FALSE(set(file, {"budget=null"}).strategy.budget);
  CHECK(*set(file, {"budget=null", "budget.days=3"}).strategy.budget->days == 3);
}

TEST_CASE("a short form gives way to the object that says the same") {
  const auto file = opened(example_strategy(R"({"market": {"target": null}})", Language::english, day));
  const auto bare = set(file, {"market.target=1000", "market.target.source=a vote", "market.target.size=+1"});
  CHECK(*bare.strategy.market.target->size == 1001);
  CHECK(bare.strategy.market.target->source == "a vote");
}

TEST_CASE("the ids of elements may hold dots") {
  const auto file = opened(example_strategy(
      R"({"actions": [{"id": "v1.2", "name": "x", "lever": "sponsors", "objective": "active-schools"}]})",
      Language::english, day));
  CHECK(set(file, {"actions.v1.2.name=y"}).strategy.actions.back().name == "y");
}

TEST_CASE("share goals are named by their id, given or made of tier, segment and day") {
  const auto file = opened(example_strategy(
      R"({"market": {"segments": [{"id": "a.b", "addressable": 10, "addressed": 9, "target": 8, "penetrated": 1}],
          "share_goals": [{"de": "cible", "share": 0.1, "by": "2026-12-01"}, {"of": "target", "share": 0.2, "by": "2026-12-31"},
                          {"of": "target", "share": 0.2, "by": "2026-12-31", "segment": "a.b"}, {"id": "all", "of": "addressable", "share": 0.4, "by": "2026-12-31"},
                          {"of": "addressed", "share": 0.3, "by": "2026-12-31"}, {"of": "target", "share": 0.25, "by": "2026-12-31"}]}})",
      Language::english, day));
  const auto share_of = [&](const std::string& name, std::size_t place) {
    const auto changed = set(file, {"market.share_goals." + name + ".share=0.55"});
    INFO(name);
    return changed.strategy.market.share_goals.at(place).share;
  };
  CHECK(share_of("target-2026-12-01", 0) == 0.55);
  CHECK(share_of("target-2026-12-31", 1) == 0.55);
  CHECK(share_of("target-a.b-2026-12-31", 2) == 0.55);
  CHECK(share_of("all", 3) == 0.55);
  CHECK(share_of("target-2026-12-31#2", 5) == 0.55);
  CHECK(share_of("adressé", 4) == 0.55); // alone to have that word
  const auto changed = set(file, {"marché.objectifs_de_part.addressed.part=0.35"});
  CHECK(changed.changes.at(0).path.en == "market.share_goals.addressed-2026-12-31.share");
  const auto leads = [&](std::vector<std::string> texts) {
    const auto found = set(file, std::move(texts)).checked.findings;
    return std::none_of(found.begin(), found.end(),
                        [](const Finding& one) { return one.rule == "scenario-path"; });
  };
  // Its tier alone names none of several, and a new day makes a new id.
  CHECK_FALSE(leads({"market.share_goals.target.share=0.3"}));
  CHECK(leads({"market.share_goals.all.by=2026-11-30", "market.share_goals.all.share=0.5"}));
  CHECK(leads({"market.share_goals.target-2026-12-01.by=2026-11-30",
               "market.share_goals.target-2026-11-30.share=0.5"}));
  CHECK_FALSE(leads({"market.share_goals.target-2026-12-01.by=2026-11-30",
                     "market.share_goals.target-2026-12-01.share=0.5"}));
  for (const ShareGoal& goal : set(file, {}).strategy.market.share_goals)
    CHECK(goal.id.empty() != (id_of(goal) == "all"));
}

TEST_CASE("a new share goal has the id of its path, unless it would make that itself") {
  const auto file = opened(example_strategy("{}", Language::english, day));
  const auto added = set(
      file,
      {R"(market.share_goals.wave={"of": "addressed", "share": 0.1, "by": "2026-12-31"})",
       R"(market.share_goals.addressable-2026-12-31={"of": "addressable", "share": 0.1, "by": "2026-12-31"})"});
  const auto& goals = added.strategy.market.share_goals;
  REQUIRE(goals.size() == 3);
  CHECK(goals[1].id == "wave");
  CHECK(goals[2].id.empty());
  CHECK(id_of(goals[2]) == "addressable-2026-12-31");
}

TEST_CASE("a series written in place takes a new observation") {
  const auto file = opened(example_strategy("{}", Language::english, day));
  const std::string id = set(file, {}).strategy.objectives.front().id;
  const auto before = set(file, {}).strategy.objectives.front().observations->points.size();
  const auto changed = set(file, {"objectives." + id + R"(.observations.2026-02-20={"value": 3})"});
  CHECK(changed.strategy.objectives.front().observations->points.size() == before + 1);
}

TEST_CASE("a change says its path in English, and what stood there before and after") {
  const auto variant = set(first(), {"marché.cible.taille=+10%", "actions.webinars=null"});
  REQUIRE(variant.changes.size() == 2);
  CHECK(variant.changes[0].path.en == "market.target.size");
  CHECK(variant.changes[0].from.json == "1200");
  CHECK(variant.changes[0].to.json == "1320");
  CHECK(variant.changes[1].to.json == "null");
}

TEST_CASE("what is wrong with a change is found at the change") {
  const auto file = first();
  const auto lost = set(file, {"market.taget.size=1"});
  REQUIRE(raises(lost.checked, "scenario-path"));
  CHECK(shown(lost.checked, lost.checked.findings.front()) == "market.taget.size");
  CHECK(lost.checked.findings.front().help.in(Language::english) == "did you mean market.target.size?");
  const auto help_of = [&](const std::string& one) {
    return set(file, {one}).checked.findings.front().help.in(Language::english);
  };
  CHECK(help_of("market.targte=1") == "did you mean market.target?");
  CHECK(help_of("market.targte.sise=1") == "did you mean market.target.size?");
  CHECK(help_of("actions.webinar.cost.mony=1") == "did you mean actions.webinars.cost.money?");
  CHECK(help_of("actions.webinar.cost.zebra=1") == "did you mean actions.webinars.cost?");
  CHECK(help_of("zebra.x=1") == "join field names and ids with dots, like market.target.size");
  const auto wrong = set(file, {"market.target.size=many"});
  REQUIRE(raises(wrong.checked, "wrong-type"));
  CHECK(shown(wrong.checked, wrong.checked.findings.front()) == "many");
  const auto nested =
      overlaid(file, R"({"name": "Wider", "set": {"market.target.size": 9000, "budget.money": "lots"}})");
  CHECK_FALSE(nested.is_sound());
  CHECK(raises(nested.checked, "wrong-type"));
  const auto found = std::find_if(nested.checked.findings.begin(), nested.checked.findings.end(),
                                  [](const Finding& one) { return one.rule == "wrong-type"; });
  CHECK(found->pointer == "/set/budget.money");
  CHECK(nested.checked.sources.locate(found->place).source->name() == "overlay.json");
  CHECK(raises(overlaid(file, R"({"sett": 1, "set": {}})").checked, "unknown-key"));
}

TEST_CASE("changes build on those before them") {
  CHECK(checked_with(R"({"scenarios": [{"id": "a", "set": {
          "actions.letter": {"name": "Letter", "lever": "sponsors", "objective": "active-schools"},
          "actions.letter.name": "Card"}}]})")
            .is_sound());
  CHECK(raises(checked_with(R"({"scenarios": [{"id": "a", "set": {
          "actions.webinars": null, "actions.webinars.cost.money": 3}}]})"),
               "scenario-path"));
  const auto file = first();
  const auto renamed = set(file, {"actions.webinars.id=talks", "actions.talks.cost.money=7"});
  CHECK(action(renamed, "talks").cost->money == 7);
  CHECK(raises(set(file, {"actions.webinars.id=talks", "actions.webinars.cost.money=7"}).checked,
               "scenario-path"));
  CHECK(
      set(file, {"actions.webinars=null",
                 R"(actions.webinars={"name": "Back", "lever": "sponsors", "objective": "active-schools"})"})
          .strategy.actions.back()
          .name == "Back");
  CHECK(raises(set(file, {"rules.single-lever=off", "rules.single-lever.why=known", "rules.single-lever=null",
                          "rules.single-lever.why=x"})
                   .checked,
               "scenario-path"));
}

TEST_CASE("one path changed twice, whatever its spelling, and one rule set twice are found") {
  const auto places = [](const CheckedFile& file) {
    std::vector<std::string> all;
    for (const Finding& one : file.findings)
      if (one.rule == "duplicate-key") {
        all.emplace_back(shown(file, one));
        REQUIRE(one.related.size() == 1);
        all.emplace_back(file.sources.bytes(one.related.front().place));
      }
    return all;
  };
  using Places = std::vector<std::string>;
  const std::string text = first_strategy(Language::english, day);
  const std::string set = R"("budget.money": 30000)";
  REQUIRE(text.find(set) != std::string::npos);
  CHECK(places(checked(std::string(text).insert(
            text.find('{') + 1, R"("rules": {"single-lever": "off", "single-lever": "info"},)"))) ==
        Places{"\"single-lever\"", "\"single-lever\""});
  const auto set_of = [&](const std::string& other) {
    return places(checked(std::string(text).replace(text.find(set), set.size(), other)));
  };
  CHECK(set_of(R"("budget.money": 1, "budget.money": 2)") == Places{"\"budget.money\"", "\"budget.money\""});
  CHECK(set_of(R"("budget.money": 1, "Budget.argent": 2)") ==
        Places{"\"Budget.argent\"", "\"budget.money\""});
  CHECK(places(overlaid(first(), R"({"set": {"budget.money": 1, "budget.argent": 2}})").checked) ==
        Places{"\"budget.argent\"", "\"budget.money\""});
  CHECK(places(overlaid(first(), R"({"set": {"budget.money": 1, "budget.money": 2}})").checked) ==
        Places{"\"budget.money\"", "\"budget.money\""});
}

TEST_CASE("months, terms, absences and segments are changed by their paths") {
  const auto file = opened(example_strategy(
      R"({"market": {"segments": [{"id": "rural"}, {"id": "urban"}]},
          "team": [{"name": "Ana", "absences": [{"from": "@60", "until": "@70"}]}],
          "budget": {"terms": [{"from": "@0", "until": "@90", "money": 500}]},
          "actions": [{"id": "webinars", "segments": ["rural", "urban"], "schedule": [{"month": "2026-05", "runs": 1}]}]})",
      Language::english, day));
  const auto changed =
      set(file, {"actions.webinars.schedule.2026-05.runs=3", "actions.webinars.segments.rural.effect=9",
                 "team.Ana.absences.2026-04-30.until=2026-05-20", "budget.terms.2026-03-01.money=+10%",
                 R"(actions.webinars.schedule.2026-06={"runs": 2, "segment": "urban"})",
                 "actions.webinars.segments.urban=null"});
  const Action& webinars = action(changed, "webinars");
  REQUIRE(webinars.schedule.size() == 2);
  CHECK(webinars.schedule[0].runs == 3);
  CHECK(iso(webinars.schedule[1].month) == "2026-06");
  REQUIRE(webinars.segments.size() == 1);
  CHECK(webinars.segments[0].effect->value == 9);
  CHECK(*changed.strategy.budget->terms.front().money == 550);
  CHECK(changed.strategy.team.front().absences.front().until == Date(std::chrono::year{2026} / 5 / 20));
  CHECK(
      opened(file.rewritten({{{"actions", "webinars", "schedule"}, R"([{"month": "2026-07", "runs": 4}])"}}))
          .with({})
          .strategy.actions.front()
          .schedule.front()
          .runs == 4);
}

TEST_CASE("values are written at their places, whatever dots the ids hold") {
  const auto file = opened(example_strategy(
      R"({"actions": [{"id": "webinars.runs", "name": "x", "lever": "sponsors", "objective": "active-schools"}]})",
      Language::english, day));
  const auto text = file.rewritten({{{"actions", "webinars", "runs", "max"}, "41"},
                                    {{"actions", "webinars.runs", "runs", "min"}, "2"},
                                    {{"actions", "webinars.runs", "runs", "max"}, "42"}});
  const auto again = opened(text);
  const auto as_is = set(again, {});
  CHECK(as_is.is_sound());
  CHECK(action(as_is, "webinars").runs->max == 41);
  CHECK(action(as_is, "webinars.runs").runs->min == 2);
  CHECK(action(as_is, "webinars.runs").runs->max == 42);
}

TEST_CASE("an overlay is told from a strategy by its keys") {
  const auto name_of = [](const std::string& text) {
    return overlay_name(std::make_shared<const Source>("folder/more-money.json", text));
  };
  CHECK(name_of(R"({"nom": "Plus", "change": {}})")->name == "Plus");
  CHECK(name_of(R"({"set": {}})")->id == "more-money");
  CHECK_FALSE(name_of(first_strategy(Language::english, day)));
  CHECK_FALSE(name_of("[1"));
}

// A plan in time, as people read it.
#include "catch.hpp"
#include "deploy_plan/answers.hpp"
#include "planned.hpp"
#include "report/views/plan/plan_words.hpp"
#include "text/terminal.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string told(const Plan& plan, Language language = Language::english, std::size_t width = 0) {
  RenderOptions options;
  options.language = language;
  options.width = width;
  return document_formats().front().render(document_of(plan), options);
}
bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string when(const std::vector<PlannedRuns>& runs, Language language, PlanStep step = PlanStep::month) {
  Plan plan;
  plan.from = on(2026, 3, 12);
  plan.step = step;
  return report::PlanWords(plan).when(runs).in(language);
}
PlannedRuns within(Date from, Date until, std::int64_t runs) {
  return {from, until, from, until, runs, "", false};
}
} // namespace

TEST_CASE("when runs are done is said in months, in days where a month is cut, and once where it repeats") {
  CHECK(when({runs_in(2026, 4, 3)}, Language::english) == "April 2026");
  CHECK(when({runs_in(2026, 4, 2), runs_in(2026, 5, 2), runs_in(2026, 7, 1)}, Language::english) ==
        "April to May 2026 (2 a month), July 2026 (1)");
  CHECK(when({runs_in(2026, 12, 2), runs_in(2027, 1, 2)}, Language::french) ==
        "décembre 2026 à janvier 2027 (2 par mois)");
  const PlannedRuns cut = within(on(2026, 6, 1), on(2026, 6, 24), 2);
  CHECK(when({cut}, Language::english) == "1 to 24 June 2026");
  CHECK(when({cut}, Language::french) == "du 1ᵉʳ au 24 juin 2026");
  CHECK(when({within(on(2026, 6, 3), on(2026, 6, 3), 1)}, Language::english) == "3 June 2026");
  // What spacing keeps apart within a month is said once.
  CHECK(when({within(on(2026, 6, 1), on(2026, 6, 24), 1), within(on(2026, 6, 8), on(2026, 6, 30), 1),
              runs_in(2026, 7, 2)},
             Language::english) == "June to July 2026 (2 a month)");
  // The day that a plan is of cuts its month for all alike.
  CHECK(when({within(on(2026, 3, 12), on(2026, 3, 31), 1)}, Language::english) == "March 2026");
  CHECK(when({within(on(2026, 3, 16), on(2026, 3, 22), 1), within(on(2026, 3, 23), on(2026, 3, 29), 1)},
             Language::english, PlanStep::week) == "16 to 29 March 2026 (1 a week)");
  CHECK(when({within(on(2026, 12, 28), on(2027, 1, 3), 1)}, Language::english, PlanStep::week) ==
        "28 December 2026 to 3 January 2027");
}

TEST_CASE("who does what when goes by names, the first day first, with tests and their decisions") {
  const std::string shown = told(plan_by_hand());
  const auto webinars = shown.find("  Monthly webinar"), test = shown.find("Test: Letter; to, all\\members"),
             decided = shown.find("Decide: Letter; to, all\\members");
  REQUIRE(decided != std::string::npos);
  CHECK(webinars < test);
  CHECK(test < decided);
  CHECK(holds(shown, "March to June 2026 (2 a month)"));
  CHECK(holds(shown, "1 to 24 June 2026"));
  CHECK(holds(shown, "Villages & hamlets"));
  CHECK(holds(shown, "15 June 2026"));
  CHECK(holds(shown, "Letter; to, all\\members excludes it")); // by its name
  CHECK_FALSE(holds(shown, "letters excludes"));
}

TEST_CASE("what a test decides, what moved, what floors cost and who is full are told in both languages") {
  const std::string english = told(plan_by_hand()), french = told(plan_by_hand(), Language::french);
  CHECK(holds(english, "Visits: 1 to 4"));
  CHECK(holds(english, "its month is over, and it was not done"));
  CHECK(holds(english, "given up"));
  CHECK(holds(english, "5 of 4, too many"));
  CHECK(holds(english, "4 of 4, full"));
  CHECK(holds(english, "21%"));
  CHECK(holds(french, "Qui fait quoi, quand"));
  CHECK(holds(french, "Trancher\u00a0: Letter"));
  CHECK(holds(french, "mars à juin 2026 (2 par mois)"));
  CHECK(holds(french, "5 sur 4, trop"));
  CHECK(holds(french, "son mois est passé sans qu'il soit fait"));
}

TEST_CASE("a timeline of the plan has its table, and no line is wider than the terminal") {
  const Plan plan = plan_by_hand();
  const std::string html = document_formats().back().render(document_of(plan), {});
  CHECK(holds(
      html, "<desc>how many runs in which month; today, 12 March 2026; 31 December 2026: First diagnostics"));
  CHECK(holds(html, "Monthly webinar (3)")); // June, of two segments
  CHECK(holds(html, "decide: Letter"));
  std::string line;
  for (const char c : told(plan, Language::french, 80))
    if (c == '\n') {
      CAPTURE(line);
      CHECK(text::width(line) <= 80);
      line.clear();
    } else
      line += c;
}

TEST_CASE("of hundreds of actions and strategies the first forty are told, and how many more there are") {
  Plan plan = plan_by_hand();
  const PlannedAction visits = plan.actions[2];
  for (int i = 0; i < 60; ++i) {
    plan.actions.push_back(visits);
    plan.actions.back().name = "Visits " + std::to_string(i);
  }
  CHECK(holds(told(plan), "And 26 more."));
  for (int i = 0; i < 99; ++i)
    plan.strategies.push_back("Strategy " + std::to_string(i));
  plan.unit.clear();
  const std::string shown = told(plan);
  CHECK(holds(shown, "Strategy by strategy"));
  CHECK(holds(shown, "And 60 more."));
  CHECK(
      holds(shown, "When the actions of each strategy run")); // rather than the first of thousands of actions
}

TEST_CASE("what holds actions back and no budget shows is named beneath the budgets") {
  Plan plan = plan_by_hand();
  CHECK_FALSE(holds(told(plan), "What limits this plan"));
  for (PlannedAction* const one : {&plan.actions[0], &plan.actions[1]})
    one->reason = PlanReason::over_capacity;
  CHECK(holds(told(plan), "What limits this plan: the days that Inès Moreau can give (2 actions)."));
  CHECK(holds(told(plan, Language::french),
              "Ce qui limite ce plan\u00a0: les jours que peut donner Inès Moreau (2 actions)."));
  plan.actions[2].reason = PlanReason::over_term;
  plan.actions[3].reason = PlanReason::over_capacity;
  CHECK(holds(told(plan), "the days that Inès Moreau can give (2 actions), the days that Paul can give (1 "
                          "action), the credits of a term (1 action)."));
}

TEST_CASE("a page draws who does how much in which month, on one scale, and says whether anybody can") {
  Plan plan = plan_by_hand();
  plan.load = {{0, "Inès", {{month_of(on(2026, 3, 1)), 5.0, 4.0}, {month_of(on(2026, 4, 1)), 5.0, 5.0}}},
               {0, "Théo", {{month_of(on(2026, 3, 1)), std::nullopt, 1.0}}}};
  const auto panels = [&] {
    for (const Section& section : document_of(plan).sections)
      for (const Block& block : section.blocks)
        if (const auto* const one = std::get_if<Panels>(&block))
          return *one;
    return Panels{};
  };
  const Panels within = panels();
  REQUIRE(within.plots.size() == 2);
  CHECK(within.plots[0].also_y == within.plots[1].also_y);
  CHECK(within.title.in(Language::english) == "Inès has most to do: 9 of the plan's 24 person-days");
  CHECK(within.title.in(Language::french) ==
        "Qui a le plus à faire\u00a0: Inès, 9 des 24 jours-personne du plan");
  CHECK(within.plots[1].curves.size() == 2); // no limit is drawn where none is known
  for (const Plot::Point& point : within.plots[1].curves[0].points)
    CHECK(*point.low == 0);
  plan.load.front().months.front().load = 7;
  CHECK(panels().title.in(Language::english) == "1 person has more to do than they can give, 1 month in all");
  CHECK(panels().title.in(Language::french) ==
        "1 personne a plus à faire que de jours disponibles, 1 mois en tout");
}

// A brief in the words of both languages.
#include "deploy_plan/answers.hpp"
#include "examples.hpp"
#include "report/views/brief/brief_options.hpp"
#include "report/views/brief/brief_view.hpp"
#include "report/views/brief/brief_words.hpp"

namespace of_brief_view {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

FutureOptions few() {
  FutureOptions futures;
  futures.draws = 100;
  return futures;
}

Document briefed(const Strategy& strategy) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, few());
  Brief all = brief(strategy, {told}, few());
  all.solution = "The solution";
  return {Phrase{{"{0}", "{0}"}, {strategy.name}}, report::brief_sections(all, told),
          report::brief_about(all)};
}

std::string shown(const Strategy& strategy, std::string_view format, Language language = Language::english) {
  RenderOptions options;
  options.language = language;
  return render(briefed(strategy), format, options);
}
} // namespace

TEST_CASE("a brief says in one sentence where the North Star stands, in each format and language") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  for (const std::string_view format : {"text", "markdown", "html"}) {
    CAPTURE(format);
    CHECK(shown(strategy, format).find("530, for a goal of 2,400 by 31 December 2026; behind its path") !=
          std::string::npos);
    CHECK(shown(strategy, format, Language::french).find("en retard sur sa trajectoire") !=
          std::string::npos);
  }
}

TEST_CASE(
    "a number stands beside its unit in words where the file has the plural, else the unit in brackets") {
  Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  const auto says = [&](std::string_view words, Language language = Language::english) {
    CAPTURE(words);
    CHECK(shown(strategy, "text", language).find(words) != std::string::npos);
  };
  says("Target: 3,000 communes");
  says("530 communes  North Star (on ");
  says("of 3,000 communes in the target");
  says("d'une cible de 3\u202f000 communes", Language::french);
  strategy.market.units.clear();
  says("Target: 3,000 (commune)");
  says("530  North Star (commune) (on ");
  says("of 3,000 in the target");
}

TEST_CASE("nothing of a brief speaks of a command") {
  for (const Language language : {Language::english, Language::french}) {
    const std::string all = shown(strategy_of("examples/diagnostic-communes.json"), "markdown", language);
    CHECK(all.find("deploy-plan") == std::string::npos);
    CHECK(all.find(" --") == std::string::npos);
  }
}

TEST_CASE("a strategy of which nothing was observed has a brief without a figure that is none") {
  const Strategy strategy =
      strategy_with(R"({"objectives": [{"id": "active-schools", "observations": null, "baseline": null}]})");
  const std::string all = shown(strategy, "text");
  CHECK(all.find("not measured yet") != std::string::npos);
  CHECK(all.find("nan") == std::string::npos);
  CHECK(all.find("inf ") == std::string::npos);
}

TEST_CASE("a brief says that launching costs more than is allowed") {
  const std::string all = shown(strategy_of("examples/harbour-register.json"), "text");
  CHECK(all.find("Each addressed beneficiary costs €2,400 a year, more than the €500 allowed.") !=
        std::string::npos);
  CHECK(all.find("You are asked whether to go on.") != std::string::npos);
}

TEST_CASE("what nothing tells the cost of was not free") {
  const auto spent = [](std::string_view cost) {
    return shown(strategy_with(R"({"actions": [{"id": "webinars", "results": null, "runs": {"done": 2}, )" +
                               std::string(cost) + "}]}"),
                 "text");
  };
  CHECK(spent(R"("cost": null)").find("Spent at least") != std::string::npos);
  const std::string known = spent(R"("cost": {"money": 100, "days": 1})");
  CHECK(known.find("€200  Spent, estimated (") != std::string::npos);
  CHECK(known.find(" with the days") != std::string::npos);
}

TEST_CASE("counts from ten on are told without a part of one") {
  const auto said = [](double value, bool is_rate) {
    return Phrase{{"{0}", "{0}"}, {report::whole_figure(value, is_rate)}}.in(Language::english);
  };
  CHECK(said(81.8, false) == "82");
  CHECK(said(9.5, false) == "9.5");
  CHECK(said(-81.8, false) == "−82");
  CHECK(said(0.818, true) == "81.8%");
}

namespace {

Difference number_change(Text field, double from, double to) {
  Difference change;
  change.parts = {{{"budget", "budget"}, "", {}}, {field, "", {}}};
  change.kind = ValueKind::number;
  change.from.number = from;
  change.from.json = std::to_string(from);
  change.to.number = to;
  change.to.json = std::to_string(to);
  return change;
}

/// A plan to choose against a scenario; the plan's own is told with it.
Brief to_choose() {
  const Difference money = number_change({"money", "argent"}, 45000, 0);
  const Difference time = number_change({"days", "jours"}, 200, 380);
  Brief all;
  all.choice = BriefChoice::options;
  all.north_star.emplace();
  all.currency = "EUR";
  all.options.resize(2);
  for (BriefOption& one : all.options)
    one.means.emplace();
  all.options[0].runs = {{"letter", 2}};
  all.options[0].alike = {{"More people", {time}}};
  all.options[1].kind = BriefOption::Kind::scenario;
  all.options[1].scenario = {"No money", {money, time, time, time}};
  const Date end_of_march = std::chrono::year{2026} / 3 / 31;
  all.choose_by = BriefDeadline{end_of_march, end_of_march, {0}, {}};
  return all;
}

std::string options_shown(const Brief& all, Language language = Language::english) {
  RenderOptions options;
  options.language = language;
  const Document page{Phrase{{"", ""}},
                      {{"asked", report::choice_title(all), false, report::option_blocks(all, Gap())}}};
  return render(page, "markdown", options);
}

std::string standing(Outlook as_committed, Outlook with_plan, Language language = Language::english) {
  Brief all;
  ObjectiveGap& star = all.north_star.emplace();
  star.name = "Star";
  star.progress.current = 50;
  star.progress.goal = 100;
  star.progress.status = GoalStatus::behind;
  star.outlook = outlooks_of(as_committed, as_committed, with_plan);
  return report::standing_sentence(all).in(language);
}

bool holds(const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; }
} // namespace

TEST_CASE("a choice has its day, in its title, its sentence and with its reason") {
  Brief all = to_choose();
  CHECK(report::choice_title(all).in(Language::english) == "What you are asked to choose, by 31 March 2026");
  CHECK(report::choice_title(all).in(Language::french) ==
        "Ce qui vous est demandé\u00a0: choisir, au plus tard le 31 mars 2026");
  CHECK(holds(report::choice_sentence(all).in(Language::english),
              "You are asked to choose by 31 March 2026: A · the proposed plan"));
  CHECK(holds(options_shown(all),
              "After that day, what A does in March 2026 could no longer be done in full."));
  all.choose_by->begun = {0, 1};
  CHECK(holds(options_shown(all),
              "After that day, what A and B do in March 2026 could no longer be done in full."));
  CHECK(holds(options_shown(all, Language::french),
              "Passé ce jour, ce que A et B font en mars 2026 ne pourrait plus être fait en entier."));
  all.choose_by->begun = {0, 1, 3};
  CHECK(holds(options_shown(all), "what A, B and D do"));
  all.choose_by.reset();
  CHECK(report::choice_title(all).in(Language::english) == "What you are asked to choose");
  CHECK(holds(report::choice_sentence(all).in(Language::english), "You are asked to choose: A"));
  CHECK_FALSE(holds(options_shown(all), "After that day"));
}

namespace {

PlanLimit limit(Text words) { return {Phrase{words}}; }

Brief without_a_plan() {
  Brief all;
  all.choice = BriefChoice::infeasible;
  all.is_infeasible = true;
  all.limits = {limit({"at least 2 runs", "au moins 2 passages"}), limit({"the budget", "le budget"})};
  return all;
}
} // namespace

TEST_CASE("a limit that is to be lifted is named, and is what is asked") {
  const Brief all = without_a_plan();
  CHECK(report::choice_sentence(all).in(Language::english) ==
        "You are asked to lift a limit among these, which no plan keeps together: at least 2 runs; the "
        "budget.");
  CHECK(holds(report::choice_sentence(all).in(Language::french), "au moins 2 passages\u202f; le budget."));
  CHECK(report::choice_title(all).in(Language::english) == "What you are asked: to lift a limit");
  CHECK(holds(options_shown(all), "No plan keeps together today: at least 2 runs; the budget."));
  Brief one = all;
  one.limits.pop_back();
  CHECK(holds(report::choice_sentence(one).in(Language::english), "a limit that no plan can keep: at least"));
  one.limits.clear();
  CHECK(holds(report::choice_sentence(one).in(Language::english), "no plan holds within those that are set"));
  CHECK(holds(options_shown(one), "No plan holds within the limits as they stand today."));
}

TEST_CASE("a scenario without a plan names its limits, unless they are those told already") {
  Brief all = without_a_plan();
  all.unplanned = {{"Less money", NoOption::infeasible, {limit({"the budget", "le budget"})}},
                   {"More money", NoOption::infeasible, all.limits},
                   {"None known", NoOption::infeasible, {}}};
  const std::string shown = options_shown(all);
  CHECK(holds(shown, "“Less money”: no plan keeps together: the budget."));
  CHECK(holds(shown, "“More money”: no plan keeps them either."));
  CHECK(holds(shown, "“None known”: no plan holds within the limits."));
}

TEST_CASE("where nothing is to be chosen, no title asks to choose") {
  for (const BriefChoice choice : {BriefChoice::nothing, BriefChoice::not_viable}) {
    Brief all;
    all.choice = choice;
    CHECK(report::choice_title(all).in(Language::english) == "The scenarios");
  }
}

TEST_CASE("a goal that is reached asks for nothing unless something is to be decided, and has no chances") {
  Brief all;
  all.choice = BriefChoice::reached;
  ObjectiveGap& star = all.north_star.emplace();
  star.progress.status = GoalStatus::reached;
  star.outlook = outlooks_of(outlook_of(OutlookClass::likely, 0.99), outlook_of(OutlookClass::likely, 0.99),
                             outlook_of(OutlookClass::likely, 0.99));
  all.next.emplace_back().kind = TaskKind::planned_runs;
  const auto shown = [&] {
    return render(Document{Phrase{{"", ""}}, report::brief_sections(all, Gap())}, "markdown", {});
  };
  CHECK(holds(shown(), "Nothing is asked of you, unless a further goal is to be set."));
  CHECK_FALSE(holds(shown(), "Chance of reaching"));
  CHECK(holds(shown(), "What is done next, with the proposed plan"));
  all.decisions.emplace_back().kind = DecisionKind::adopt;
  CHECK_FALSE(holds(shown(), "Nothing is asked of you"));
  CHECK(holds(shown(), "no plan is to be chosen"));
  CHECK(holds(shown(), "To be decided: Adopt"));
  all.choice = BriefChoice::nothing;
  CHECK(holds(shown(), "No plan is to be chosen."));
}

TEST_CASE("what can no longer be done though it were chosen today is told") {
  Brief all = to_choose();
  all.as_of = std::chrono::year{2026} / 3 / 20;
  all.choose_by->too_late = {1};
  CHECK(holds(options_shown(all),
              "Choosing today is too late already for all that B has to do in March 2026."));
  CHECK(holds(options_shown(all, Language::french),
              "Décider ce jour est déjà trop tard pour tout ce que B doit faire en mars 2026."));
  CHECK(holds(options_shown(all), "After that day"));
  all.choose_by->begun.clear();
  CHECK_FALSE(holds(options_shown(all), "After that day"));
}

TEST_CASE("means that a scenario adds in vain are told beside it, and what is as another is told as that") {
  Brief all = to_choose();
  BriefOption& one = all.options[1];
  one.idle_money = {30000, 0};
  one.idle_days = {110, 15};
  CHECK(holds(report::choice_sentence(all).in(Language::english),
              "B · No money (€0, 0 days; the €30,000 more would stay unused)"));
  CHECK(holds(options_shown(all), "the €30,000 more would stay unused; of the 110 days more, 15 days alone "
                                  "would be of use"));
  CHECK(holds(options_shown(all, Language::french),
              " de plus resteraient inemployés\u202f; sur les 110 jours "
              "de plus, 15 jours seulement serviraient"));
  one.same_as = 0;
  one.other_times = {"Letter"};
  CHECK(holds(report::choice_sentence(all).in(Language::english), "B · No money (as A, at other times)"));
  CHECK(holds(report::choice_sentence(all).in(Language::french), "(comme A, à d'autres dates)"));
  CHECK(holds(options_shown(all), "as A, but for the time of “Letter” · budget"));
  one.same_as.reset();
  one.runs = all.options[0].runs;
  REQUIRE_FALSE(one.runs.empty());
  CHECK(holds(options_shown(all), "as A · budget"));
  CHECK(holds(options_shown(all, Language::french), "comme A · budget"));
}

TEST_CASE("an option tells what its scenario changes, two changes at most by their values") {
  const Brief all = to_choose();
  CHECK(holds(options_shown(all),
              "budget, money lowered from €45,000 to €0 (−100%); budget, days raised from "
              "200 to 380 (+90%); and 2 others"));
  CHECK(holds(options_shown(all),
              "the best plan is the same as that of A. What this scenario changes: budget, "
              "days raised from 200 to 380 (+90%)."));
  CHECK(holds(options_shown(all, Language::french), "et 2 autres"));
  Brief plain = to_choose();
  plain.options[0].alike = {{"More people", {}}};
  plain.options[1].scenario.changes.clear();
  CHECK(holds(options_shown(plain), "the best plan is the same as that of A."));
  CHECK_FALSE(holds(options_shown(plain), "scenario changes"));
}

TEST_CASE("a plan that makes a goal ten points likelier is said to, though the class stays") {
  const auto uncertain = [](double chance) { return outlook_of(OutlookClass::uncertain, chance); };
  CHECK(holds(standing(uncertain(0.41), uncertain(0.796)),
              "The chances of reaching it, 41% as committed, would rise to 79.6% with the proposed plan: it "
              "stays uncertain."));
  CHECK(holds(standing(uncertain(0.41), uncertain(0.51)), "would rise to 51%"));
  CHECK(holds(standing(uncertain(0.41), uncertain(0.509)), "alike"));
  CHECK(holds(standing(uncertain(0.7), uncertain(0.41)),
              "Reaching it is uncertain, as committed and with the proposed plan alike."));
  CHECK(holds(standing(outlook_of(OutlookClass::unlikely, 0.02), outlook_of(OutlookClass::unlikely, 0.15),
                       Language::french),
              "cela reste peu probable."));
  CHECK(holds(standing(outlook_of(OutlookClass::likely, 0.81), outlook_of(OutlookClass::likely, 0.95),
                       Language::french),
              "cela reste probable."));
  CHECK(holds(standing(uncertain(0.41), outlook_of(OutlookClass::likely, 0.95)),
              "As committed, reaching it is uncertain; with the proposed plan, likely."));
}

namespace {

/// Of a day after the goal's, 28 February 2027.
Brief after_the_goal(Date observed_on, BriefChoice choice) {
  Brief all;
  ObjectiveGap& star = all.north_star.emplace();
  star.progress.by = std::chrono::year{2027} / 2 / 28;
  all.as_of = star.progress.by + std::chrono::days{15};
  all.observed_on = observed_on;
  all.choice = choice;
  return all;
}
std::string stale_in_french(const Brief& all) {
  const auto said = report::stale_sentence(all);
  return said ? said->in(Language::french) : "";
}
} // namespace

TEST_CASE("once the goal's day is past, a reading of long before is not taken for the result") {
  for (const BriefChoice choice : {BriefChoice::over, BriefChoice::overdue})
    CHECK(stale_in_french(after_the_goal(std::chrono::year{2026} / 11 / 20, choice)) ==
          "Le dernier relevé date du 20 novembre 2026\u00a0: où l'on en était à l'échéance, le 28 février "
          "2027, n'est pas connu.");
  CHECK(stale_in_french(after_the_goal(std::chrono::year{2027} / 2 / 25, BriefChoice::over)).empty());
}

TEST_CASE("that observations are few is a sentence of its own") {
  Brief all;
  all.choice = BriefChoice::options;
  all.north_star.emplace().outlook.emplace().observations = 6;
  all.doubt = BriefRisk::assumed_effect;
  all.because_of = "Appels";
  CHECK(holds(report::doubt_sentence(all)->in(Language::french),
              "dont l'effet est supposé, non mesuré. De plus, 6 relevés, c'est peu."));
  CHECK(holds(report::doubt_sentence(all)->in(Language::english),
              "is assumed, not measured. Besides, 6 observations are few."));
}

TEST_CASE("what a test says is told with its reserve") {
  Brief all;
  WeekDecision& one = all.decisions.emplace_back();
  one.kind = DecisionKind::adopt;
  one.name = "Relais";
  const auto shown = [&](Language language) {
    RenderOptions options;
    options.language = language;
    return render(Document{Phrase{{"", ""}}, report::brief_sections(all, Gap())}, "markdown", options);
  };
  CHECK(holds(shown(Language::english), "Adopt “Relais”? Its test says so."));
  one.reserve = TrialReserve::people_for_groups;
  CHECK(holds(shown(Language::english), "Its test says so, with a reserve: it counts one by one people who "
                                        "come in groups, and may show a gain that is not there."));
  CHECK(holds(shown(Language::french), "Son test le dit, avec une réserve\u00a0: il compte une à une "));
  one.kind = DecisionKind::drop;
  CHECK(holds(shown(Language::english), "and may be less sure than it says."));
  one.reserve = TrialReserve::no_comparison;
  one.kind = DecisionKind::adopt;
  CHECK(holds(shown(Language::english), "it compares with no segment left untouched"));
}

TEST_CASE("a share goal that is late says by how many points") {
  Gap told;
  ShareGoalGap& goal = told.goals.emplace_back();
  goal.beneficiaries.status = GoalStatus::behind;
  goal.beneficiaries.ahead = -300; // in beneficiaries
  goal.ahead = -0.047;
  const Document page{Phrase{{"", ""}}, report::brief_sections(Brief{}, told)};
  RenderOptions options;
  options.language = Language::french;
  CHECK(holds(render(page, "text", options), "en retard de 4,7 points"));
}

TEST_CASE("what is done next belongs to the proposed plan until that is chosen") {
  Brief all;
  all.next.emplace_back().kind = TaskKind::planned_runs;
  const auto title = [&] {
    for (const Section& one : report::brief_sections(all, Gap()))
      if (one.id == "next")
        return one.title.in(Language::french);
    return std::string();
  };
  CHECK(title() == "Les prochaines actions");
  all.options.resize(2);
  all.choice = BriefChoice::options;
  CHECK(title() == "Les prochaines actions, avec le plan proposé");
  all.next.front().kind = TaskKind::scheduled_runs;
  CHECK(title() == "Les prochaines actions");
}

TEST_CASE("a solution is named where its strategy bears another name") {
  Brief all;
  all.strategy = "Adoption 2026";
  all.description = "Un diagnostic en ligne.";
  const auto first = [&](const std::string& solution) {
    all.solution = solution;
    return report::brief_about(all).front().in(Language::french);
  };
  CHECK(first("MonAideCyber") == "MonAideCyber\u00a0: Un diagnostic en ligne.");
  CHECK(first("Adoption 2026") == "Un diagnostic en ligne.");
  CHECK(first("") == "Un diagnostic en ligne.");
}

TEST_CASE("a brief alone is laid out as one before an annex is") {
  CHECK(holds(shown(strategy_of("examples/diagnostic-communes.json"), "html"), "<div class=\"first\">"));
}

TEST_CASE("rows of what is read first know their columns, for telephones") {
  const std::string page = shown(strategy_of("examples/diagnostic-communes.json"), "html");
  CHECK(page.find("data-label=\"wanted\"") != std::string::npos);
}

} // namespace of_brief_view

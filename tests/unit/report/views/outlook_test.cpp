// Where goals are going, as people read it.
#include "examples.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "report/views/plan/plan_gains.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;
using report::outlook_paragraph;

namespace {

/// Seven months, a figure each.
std::vector<Observation> seven_figures() {
  std::vector<Observation> all;
  for (int month = 0; month < 7; ++month)
    all.push_back({day - std::chrono::days(30 * (6 - month)), 100.0 + 10 * month, {}});
  return all;
}

Progress standing(GoalStatus status, double needed, double recent) {
  Progress way;
  way.goal = 2400;
  way.current = 530;
  way.by = day + std::chrono::days(300);
  way.status = status;
  way.needed_per_month = needed;
  way.recent_per_month = recent;
  return way;
}

Outlooks with(OutlookClass rating, double probability, std::size_t observations = 12) {
  Outlooks all = outlooks_of(outlook_of(rating, probability), outlook_of(rating, probability));
  all.observations = observations;
  return all;
}

std::string said(const Progress& way, const Outlooks& outlooks, Language language = Language::english) {
  const auto told = outlook_paragraph({way, outlooks, seven_figures(), false});
  return told ? told->text.in(language) : "";
}
} // namespace

TEST_CASE("the futures are said as such, in both languages") {
  Outlooks all = with(OutlookClass::uncertain, 0.524);
  const Progress way = standing(GoalStatus::behind, 90, 50);
  CHECK(said(way, all) == "As committed: uncertain, 52%.");
  all.with_plan = outlook_of(OutlookClass::likely, 0.871);
  CHECK(said(way, all) == "As committed: uncertain, 52%; with the plan: likely, 87%.");
  CHECK(said(way, all, Language::french) ==
        "Engagements tenus\u00a0: incertain, 52\u202f%\u202f; avec le plan\u00a0: probable, 87\u202f%.");
}

TEST_CASE("what is told of the two futures has one colour, that of what is committed") {
  ObjectiveGain gain;
  gain.name = "First diagnostics";
  gain.as_committed = outlook_of(OutlookClass::unlikely, 0.1);
  gain.outlook = outlook_of(OutlookClass::likely, 0.91);
  std::vector<Block> blocks;
  report::add_gain(gain, blocks);
  Outlooks all = with(OutlookClass::unlikely, 0.1);
  all.with_plan = gain.outlook;
  const auto of_gap = outlook_paragraph({standing(GoalStatus::behind, 90, 50), all, seven_figures(), false});
  REQUIRE(of_gap);
  CHECK(of_gap->tone == Tone::bad);
  CHECK(std::get<Paragraph>(blocks.at(1)).tone == of_gap->tone);
}

TEST_CASE("few figures are said to be few, with how many and over how long") {
  const Progress way = standing(GoalStatus::behind, 90, 50);
  CHECK(said(way, with(OutlookClass::uncertain, 0.5, 7)) ==
        "As committed: uncertain, 50%. 7 observations over 6 months are few: expect these figures to move.");
  CHECK(said(way, with(OutlookClass::uncertain, 0.5, 7), Language::french)
            .find("7 relevés sur 6 mois, c'est peu") != std::string::npos);
}

TEST_CASE("one sentence says why status and outlook point different ways") {
  const auto late = [](double recent) {
    return said(standing(GoalStatus::behind, 88, recent), with(OutlookClass::likely, 0.9));
  };
  CHECK(late(99) ==
        "As committed: likely, 90%. It is late, yet likely: of late it moves by 99 a month, and 88 are "
        "enough.");
  CHECK(late(90).find("futures of its trend") != std::string::npos); // no faster than that explains nothing
  Outlooks promised = with(OutlookClass::likely, 0.9);
  promised.nothing_more = outlook_of(OutlookClass::uncertain, 0.4);
  CHECK(said(standing(GoalStatus::at_risk, 88, 60), promised).find("runs that are promised") !=
        std::string::npos);
  const auto on_path = [](double recent) {
    return said(standing(GoalStatus::on_track, 88, recent), with(OutlookClass::unlikely, 0.1));
  };
  CHECK(on_path(40).find("moves by 40 a month, and 88 are needed") != std::string::npos);
  CHECK(on_path(95).find("futures of its trend fall short") != std::string::npos);
  Outlooks assumed = with(OutlookClass::likely, 0.9);
  assumed.assumed_events = {"new law"};
  CHECK(said(standing(GoalStatus::behind, 88, 60), assumed) ==
        "As committed: likely, 90%. It is late, yet likely: an event to come is counted on. This counts on "
        "“new "
        "law”, whose effect is assumed.");
  CHECK(said(standing(GoalStatus::behind, 88, 40), with(OutlookClass::unlikely, 0.1)) ==
        "As committed: unlikely, 10%.");
}

TEST_CASE("what cannot be told is said with why, and without a probability") {
  Outlooks few;
  few.as_committed.rating = OutlookClass::too_early;
  few.no_trend = NoTrend::few_observations;
  few.observations = 4;
  CHECK(said(standing(GoalStatus::behind, 90, 50), few) ==
        "Too early to tell where it goes: 4 observations, and 6 are needed.");
  few.observations = 1;
  CHECK(said(standing(GoalStatus::behind, 90, 50), few, Language::french) ==
        "Trop tôt pour dire où il va\u00a0: 1 relevé, et il en faut 6.");
  Outlooks jump;
  jump.no_trend = NoTrend::one_jump;
  CHECK(said(standing(GoalStatus::behind, 90, 50), jump) ==
        "Where it goes cannot be told: it has moved only once.");
}

TEST_CASE("what its day has settled has no outlook") {
  CHECK(said(standing(GoalStatus::overdue, 90, 50), with(OutlookClass::unlikely, 0.0)).empty());
  CHECK(said(standing(GoalStatus::reached, 90, 50), with(OutlookClass::likely, 1.0)).empty());
  CHECK_FALSE(
      said(standing(GoalStatus::reached, 90, 50), with(OutlookClass::uncertain, 0.5)).empty()); // a rate
}

TEST_CASE("how a goal stood on its day is told where that is another figure than today's") {
  Progress way;
  way.status = GoalStatus::reached;
  way.goal = 200;
  way.current = 220;
  way.on_its_day = DueFigure{day - std::chrono::days(20), 200,  DueStatus::missed, 20.0,
                             day - std::chrono::days(21), false};
  CHECK(report::standing_words(way, false).en.starts_with("reached after its day (20 on "));
  CHECK(report::standing_words(way, false).fr.starts_with("atteint après l'échéance (20 au "));
  CHECK(report::status_tone(way) == Tone::warning);
  way.status = GoalStatus::overdue;
  way.current = 50;
  CHECK(report::standing_words(way, false).fr.starts_with("manqué à l'échéance (20 au "));
  way.on_its_day->status = DueStatus::met;
  CHECK(report::standing_words(way, false).en == "its day is past"); // met by the line to what came after
  way.on_its_day->seen = 210;
  CHECK(report::standing_words(way, false).en.starts_with("met on its day, and lost since (210 on "));
  way.on_its_day->seen = 50;
  CHECK(report::standing_words(way, false).en == "its day is past");
}

TEST_CASE("the last milestone is told where it was missed, and the next one with it") {
  Progress way;
  const auto due = [](int days, double value, DueStatus status, std::optional<double> seen) {
    return DueFigure{day + std::chrono::days(days),
                     value,
                     status,
                     seen,
                     seen ? std::optional(day + std::chrono::days(days)) : std::nullopt,
                     false};
  };
  const auto said = [&] { return report::missed_milestone_words(way, false); };
  way.milestones = {due(-100, 350, DueStatus::missed, 331)};
  CHECK(said().en.find(" missed (331 instead of 350)") != std::string::npos);
  CHECK(said().en.find("next") == std::string::npos);
  way.milestones.push_back(due(100, 900, DueStatus::to_come, {}));
  CHECK(said().fr.find(" manqué (331 au lieu de 350), prochain") != std::string::npos);
  way.milestones.insert(way.milestones.begin() + 1, due(-10, 400, DueStatus::met, 410));
  CHECK(said().en.empty());
}

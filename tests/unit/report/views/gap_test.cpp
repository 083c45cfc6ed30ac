#include "deploy_plan/describe.hpp"
#include "deploy_plan/gap.hpp"
#include "examples.hpp"
#include "report/views/gap/gap_document.hpp"
#include "report/views/gap/gap_writers.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
Gap gap_with(std::string_view fragment) { return gap(strategy_with(fragment), day); }
} // namespace

TEST_CASE("words of a file do nothing in any format") {
  const auto hostile = gap_with(
      R"x({"name": "=cmd()<script>alert(1)</script>|\u001b[31m@everyone `x` \"q\"", "market": {"unit": "</td>"},
    "objectives": [{"id": "active-schools", "name": "<img src=x onerror=alert(1)>| [a](b)"}]
})x");
  const auto document = report::gap_document({&hostile, 1}, day, {});
  for (const DocumentFormat& format : document_formats()) {
    const auto shown = format.render(document, {});
    CAPTURE(format.name);
    CHECK(shown.find('\x1b') == std::string::npos);
    if (format.name == "text")
      continue;
    CHECK(shown.find("<script") == std::string::npos);
    CHECK(shown.find("<img") == std::string::npos);
    CHECK(shown.find("</td>\"") == std::string::npos);
  }
  const auto csv = report::gaps_csv({&hostile, 1}, false);
  CHECK(csv.find("\n=cmd") == std::string::npos);
  CHECK(csv.find("\"'=cmd") != std::string::npos);
}

TEST_CASE("a target that lacks one beneficiary in a million is not shown as covered") {
  const auto one = gap_with(
      R"({"market": {"addressable": 2000000, "addressed": 2000000, "target": 1000000, "penetrated": {"size": 999999, "observations": null}}})");
  const auto shown = document_formats().front().render(report::gap_document({&one, 1}, day, {}), {});
  CHECK(shown.find("99.9999%") != std::string::npos);
}

TEST_CASE("the French dialect of CSV is what French spreadsheets open") {
  const auto one = gap_with("");
  const auto csv = report::gaps_csv({&one, 1}, true);
  CHECK(csv.starts_with("\xEF\xBB\xBFstratégie;segment;chemin;valeur;unité\r\n"));
  CHECK(csv.find(";0,091") != std::string::npos);
}

TEST_CASE("figures of a rate are shown as percentages") {
  const auto told =
      gap_with(R"({"objectives": [{"id": "returning", "observations": [{"date": "@-2", "value": 0.3}]}]})");
  const auto shown = document_formats().front().render(report::gap_document({&told, 1}, day, {}), {});
  CHECK(shown.find("60%") != std::string::npos);
  CHECK(shown.find("30%") != std::string::npos);
  CHECK(shown.find("0.6") == std::string::npos);
}

TEST_CASE("what lies between two shares is told in points") {
  const auto told = gap_with(
      R"({"objectives": [{"id": "returning", "baseline": {"date": "@-60", "value": 0.3},
          "observations": [{"date": "@-60", "value": 0.3}, {"date": "@-2", "value": 0.31}]}]})");
  for (const std::string_view format : {"text", "markdown", "html"}) {
    RenderOptions options;
    options.language = Language::french;
    const std::string shown = render(report::gap_document({&told, 1}, day, {}), format, options);
    CAPTURE(shown);
    CHECK(shown.find("29 points") != std::string::npos); // left, of 60 %
    CHECK(shown.find("29\u202f%") == std::string::npos);
  }
}

TEST_CASE("gaps written as they come are those that are there at once, whatever their number") {
  const Gap one = gap_with("");
  const Gap other = gap_with(R"({"name": "another"})");
  const auto json_as_they_come = [](std::span<const Gap> gaps) {
    std::string written;
    const auto writer = report::gap_json_writer([&](std::string_view piece) { written += piece; }, day);
    for (Gap gap : gaps)
      writer->add(std::move(gap));
    writer->end();
    return written;
  };
  for (const std::vector<Gap>& gaps : {std::vector<Gap>{}, std::vector<Gap>{one},
                                       std::vector<Gap>{one, other}, std::vector<Gap>{one, one, other}})
    CHECK(json_as_they_come(gaps) == json_of(gaps, day));
}

TEST_CASE("nobody goes on to be brought by another: the stage of referrals is compared, not passed to") {
  Gap one = gap_with("");
  const auto stage = [](Stage which, double value, std::optional<double> conversion) {
    FunnelStage told;
    told.stage = which;
    told.unit = "commune";
    told.value = value;
    told.conversion = conversion;
    return told;
  };
  one.funnel = {stage(Stage::activation, 671, {}), stage(Stage::referral, 57, 57.0 / 671)};
  const auto shown = [&](Language language) {
    RenderOptions how;
    how.language = language;
    for (const DocumentFormat& format : document_formats())
      if (format.name == "html")
        return format.render(report::gap_document({&one, 1}, day, {}), how);
    return std::string();
  };
  CHECK(shown(Language::english).find("referral counts 8.5% of what activation does") != std::string::npos);
  CHECK(shown(Language::french)
            .find("L'étape recommandation compte 8,5\u202f% de ce que compte l'étape activation") !=
        std::string::npos);
  one.funnel.back().stage = Stage::retention;
  CHECK(shown(Language::french).find("8,5\u202f% passent") != std::string::npos);
}

TEST_CASE("what tests of a lever say is counted after its words") {
  Gap one = gap_with("");
  REQUIRE_FALSE(one.levers.empty());
  one.levers.front().verdicts = {};
  one.levers.front().verdicts.add(Verdict::adopt);
  one.levers.front().verdicts.add(Verdict::cannot_tell);
  one.levers.front().verdicts.add(Verdict::cannot_tell);
  RenderOptions french;
  french.language = Language::french;
  french.width = 0;
  CHECK(document_formats()
            .front()
            .render(report::gap_document({&one, 1}, day, {}), french)
            .find("adopter\u00a0: 1, impossible de conclure\u00a0: 2") != std::string::npos);
}

namespace {

/// The page that leads to the others.
std::string index_of(const std::vector<std::pair<Gap, report::ToldAround>>& strategies) {
  report::PortfolioTable table;
  for (const auto& [gap, around] : strategies)
    table.add(gap, around);
  report::GapViewOptions options;
  options.each_strategy = true;
  return document_formats().front().render(report::portfolio_index(table, day, options), {});
}
} // namespace

TEST_CASE("of the goals of a strategy the most pressing is named, as its own page does") {
  Gap one = gap_with("");
  REQUIRE(one.objectives.size() > 1);
  for (ObjectiveGap& objective : one.objectives)
    objective.progress.status = GoalStatus::at_risk;
  one.objectives.back().progress.status = GoalStatus::behind;
  const std::string shown = index_of({{one, {}}});
  CHECK(shown.find(one.objectives.back().name.substr(0, 10)) != std::string::npos);
  CHECK(shown.find(one.objectives.front().name.substr(0, 10)) == std::string::npos);
}

TEST_CASE("money adds up where it is of one currency") {
  const Gap one = gap_with("");
  const auto around = [](double spent, const char* currency) {
    report::ToldAround told;
    told.spent = Money{spent, currency};
    return told;
  };
  CHECK(index_of({{one, around(1200, "EUR")}, {one, around(2300, "EUR")}}).find("€3,500") !=
        std::string::npos);
  CHECK(index_of({{one, around(1200, "EUR")}, {one, around(2300, "CHF")}}).find("3,500") ==
        std::string::npos);
}

TEST_CASE("a portfolio has the worst first, with and without pages") {
  Gap reached = gap_with(R"({"name": "there"})");
  Gap late = gap_with(R"({"name": "late"})");
  for (ObjectiveGap& objective : reached.objectives)
    objective.progress.status = GoalStatus::reached;
  for (ObjectiveGap& objective : late.objectives)
    objective.progress.status = GoalStatus::behind;
  const std::vector<Gap> both{reached, late};
  const std::string shown = document_formats().front().render(report::gap_document(both, day, {}), {});
  CHECK(shown.find("late  ") < shown.find("there  "));
  report::GapViewOptions as_they_come;
  as_they_come.by_urgency = false;
  const std::string unsorted =
      document_formats().front().render(report::gap_document(both, day, as_they_come), {});
  CHECK(unsorted.find("late  ") > unsorted.find("there  "));
}

TEST_CASE("a portfolio has outlooks where one strategy has, and plans where one is drawn with its plan") {
  Gap one = gap_with("");
  const Gap other = gap_with(R"({"name": "another"})");
  const auto shown = [&] {
    const std::vector<Gap> both{one, other};
    return document_formats().front().render(report::gap_document(both, day, {}), {});
  };
  CHECK(shown().find("as committed") == std::string::npos);
  for (ObjectiveGap& objective : one.objectives)
    if (objective.north_star)
      objective.outlook = outlooks_of(outlook_of(OutlookClass::uncertain, 0.5), {});
  CHECK(shown().find("uncertain, 50%") != std::string::npos);
  CHECK(shown().find("with the plan") == std::string::npos);
  for (ObjectiveGap& objective : one.objectives)
    if (objective.outlook)
      objective.outlook->with_plan = outlook_of(OutlookClass::likely, 0.9);
  CHECK(shown().find("likely, 90%") != std::string::npos);
}

TEST_CASE("goals of one name are told apart by their value and day, and share goals told in shares alone") {
  const auto two = gap_with(
      R"({"market": {"share_goals": [{"of": "target", "share": 0.3, "by": "@100"}, {"of": "target", "share": 0.5, "by": "@300"}]}})");
  const auto shown = document_formats().front().render(report::gap_document({&two, 1}, day, {}), {});
  CAPTURE(shown);
  CHECK(shown.find("share of the target, 30% by ") != std::string::npos);
  CHECK(shown.find("share of the target, 50% by ") != std::string::npos);
  CHECK(shown.find("20.8 points") != std::string::npos); // 30 % less 110 of 1,200
  CHECK(shown.find("in beneficiaries") == std::string::npos);
}

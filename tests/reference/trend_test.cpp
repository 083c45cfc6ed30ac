// Trends against what came of real series: tests/reference/trends.json says whose they are.
#include "analysis/numbers/sampling.hpp"
#include "analysis/trend/trend.hpp"
#include "catch.hpp"
#include "model/decode.hpp"
#include <fstream>
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using analysis::Trend;
using analysis::TrendSubject;

namespace {

Date date_of(const std::string& text) { return *model::read_date(text); }

std::vector<Observation> series_of(const std::string& name, const std::string& until = "2100-01-01") {
  const auto all = nlohmann::json::parse(std::ifstream("tests/reference/trends.json"));
  std::vector<Observation> points;
  for (const auto& one : all[name]["observations"]) {
    // Steps that have no date are weeks.
    const Date date = one[0].is_number() ? date_of("2020-01-01") + std::chrono::days(7 * one[0].get<int>())
                                         : date_of(one[0]);
    if (date <= date_of(until))
      points.push_back({date, one[1].get<double>(), {}});
  }
  return points;
}

analysis::DrawSummary told_on(const TrendSubject& subject, Date date) {
  const Trend trend(subject);
  REQUIRE_FALSE(trend.problem());
  std::vector<double> drawn(4000);
  for (std::size_t i = 0; i < drawn.size(); ++i)
    trend.draw(analysis::Random(2, i), {&date, 1}, std::span(drawn).subspan(i, 1));
  return analysis::summary_of(drawn);
}

/// 85 % of 67.8 million people.
constexpr double eligible = 0.85 * 67.8e6;

TrendSubject vaccination(const std::string& until) {
  TrendSubject subject;
  subject.points = series_of("vaccination", until);
  subject.addressed = subject.most = eligible;
  return subject;
}
} // namespace

TEST_CASE("vaccination: three weeks after the health pass was announced, the year's end is foretold") {
  const Observation came = series_of("vaccination").back();
  REQUIRE(came.date == date_of("2021-12-31"));
  TrendSubject subject = vaccination("2021-08-01");
  subject.events = {{date_of("2021-07-12"), EventKind::pace, {}}}; // its effect is what those weeks show
  const auto told = told_on(subject, came.date);
  CAPTURE(told.low, told.median, told.high);
  CHECK(told.low <= came.value);
  CHECK(came.value <= told.high);
  CHECK(told.median == Approx(came.value).epsilon(0.05));
  const auto told_in_autumn = told_on(subject, date_of("2021-10-31"));
  CHECK(told_in_autumn.median == Approx(51840933).epsilon(0.05));
}

TEST_CASE("vaccination: the day before, the interval says how little is known") {
  const auto told = told_on(vaccination("2021-07-11"), date_of("2021-12-31"));
  CAPTURE(told.low, told.median, told.high);
  CHECK(told.high - told.low > 0.15 * eligible);
  CHECK(told.high <= eligible);
}

TEST_CASE("pages of beta.gouv.fr: a step that is declared is not taken for a pace") {
  TrendSubject subject;
  subject.points = series_of("impact_pages", "2025-04-01");
  subject.addressed = 600;
  subject.most = 1000;
  const Observation came = series_of("impact_pages").back();
  const auto blind = told_on(subject, came.date);
  subject.events = {{date_of("2024-12-01"), EventKind::step, {}}}; // from 37 to 81 in a quarter
  const auto told = told_on(subject, came.date);
  CAPTURE(blind.low, blind.high, told.low, told.median, told.high, came.value);
  CHECK(told.low <= came.value);
  CHECK(came.value <= told.high);
  CHECK(told.high - told.low < 0.5 * (blind.high - blind.low));
}

TEST_CASE("the chicken grows as Gompertz has it") {
  TrendSubject subject;
  subject.points = series_of("chicken");
  const Observation last = subject.points.back();
  subject.points.resize(10);
  subject.only = TrendModel::gompertz;
  subject.ceiling_free = true;
  const auto told = told_on(subject, last.date);
  CAPTURE(told.low, told.median, told.high, last.value);
  CHECK(told.low <= last.value);
  CHECK(last.value <= told.high);
  CHECK(told.median == Approx(last.value).epsilon(0.05));
}

TEST_CASE("Bass parameters are near those of R's least squares, which weigh increments alike") {
  const auto all = nlohmann::json::parse(std::ifstream("tests/reference/statistics.json"));
  for (const auto& one : all["bass"]) {
    if (one["ceiling"].is_null())
      continue;
    TrendSubject subject;
    for (const auto& seen : one["observations"])
      subject.points.push_back({date_of(seen["date"]), seen["value"].get<double>(), {}});
    subject.only = TrendModel::bass;
    subject.ceiling = one["ceiling"].get<double>();
    const auto members = Trend(subject).members();
    CAPTURE(subject.points.size(), *subject.ceiling);
    REQUIRE(members.front().model == TrendModel::bass);
    CHECK(*members.front().p == Approx(one["p"].get<double>()).epsilon(0.3)); // beginnings weigh more here
    CHECK(*members.front().q == Approx(one["q"].get<double>()).epsilon(0.1));
  }
}

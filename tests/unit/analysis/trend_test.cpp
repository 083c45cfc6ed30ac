// A series' trend: what it recovers, what it refuses, and that a future depends on nothing but its stream.
#include "analysis/numbers/sampling.hpp"
#include "analysis/trend/trend.hpp"
#include "catch.hpp"
#include <cmath>

using namespace deploy_plan;
using analysis::Random;
using analysis::Trend;
using analysis::TrendSubject;

namespace {

const Date first_day = std::chrono::year{2024} / 1 / 1;
Date month_after(int month) { return std::chrono::year_month_day(first_day) + std::chrono::months(month); }

template <class Value>
TrendSubject by_month(int count, Value value) {
  TrendSubject subject;
  for (int month = 0; month < count; ++month)
    subject.points.push_back({month_after(month), static_cast<double>(value(month)), {}});
  return subject;
}
Uncertain exactly(double value) {
  Uncertain one;
  one.value = value;
  return one;
}
Uncertain interval_of(double low, double high) {
  Uncertain one;
  one.low = low;
  one.high = high;
  return one;
}
double scatter(int month) { return (month * 7 % 5 - 2) * 3.0; }

/// Of a value so many months after the newest.
analysis::DrawSummary summary_at(const TrendSubject& subject, int months, std::size_t draws = 1000) {
  const Trend trend(subject);
  const Date day[] = {std::chrono::year_month_day(subject.points.back().date) + std::chrono::months(months)};
  std::vector<double> drawn(draws);
  for (std::size_t i = 0; i < draws; ++i)
    trend.draw(Random(7, i), day, std::span(drawn).subspan(i, 1));
  return analysis::summary_of(drawn);
}
double median_at(const TrendSubject& subject, int months) { return summary_at(subject, months).median; }

double bass(double years, double p, double q, double ceiling) {
  const double gone = std::exp(-(p + q) * years);
  return ceiling * (1 - gone) / (1 + q / p * gone);
}
double years_after(int month) {
  return static_cast<double>((month_after(month) - first_day).count()) / 365.25;
}

std::vector<TrendMember> members_of(const TrendSubject& subject) { return Trend(subject).members(); }

bool all_hold(const TrendSubject& subject) {
  const Trend trend(subject);
  if (trend.problem())
    return trend.members().empty() && !trend.backtest();
  const double most = subject.is_rate ? 1 : subject.most.value_or(HUGE_VAL);
  std::vector<Date> days;
  for (const int later : {-40, 0, 1, 20, 31, 90, 400, 4000, 60000})
    days.push_back(subject.points.back().date + std::chrono::days(later));
  std::vector<double> values(days.size());
  for (std::size_t i = 0; i < 200; ++i) {
    trend.draw(Random(3, i), days, values);
    for (std::size_t k = 2; k < values.size(); ++k)
      if (!(values[k] >= 0 && values[k] <= most && std::isfinite(values[k])))
        return false;
  }
  double weights = 0;
  for (const TrendMember& one : trend.members()) {
    weights += one.weight;
    if (!std::isfinite(one.pace_per_month) || !std::isfinite(one.loss.value_or(0)))
      return false;
  }
  const auto told = trend.backtest().value_or(Backtest{});
  return std::abs(weights - 1) < 1e-9 && std::isfinite(told.error + told.naive_error + told.coverage) &&
         told.widened >= 1;
}
} // namespace

TEST_CASE("a trend recovers the parameters that made a series without noise") {
  TrendSubject subject = by_month(36, [](int m) { return bass(years_after(m) + 0.5, 0.03, 1.5, 10000); });
  subject.only = TrendModel::bass;
  subject.ceiling = 10000;
  const Trend trend(subject);
  REQUIRE(trend.members().size() == 1);
  const TrendMember& one = trend.members().front();
  CHECK(one.weight == 1);
  CHECK(*one.p == Approx(0.03).epsilon(0.02));
  CHECK(*one.q == Approx(1.5).epsilon(0.01));
  CHECK(*one.ceiling == Approx(10000));
  CHECK(median_at(subject, 12) == Approx(bass(years_after(47) + 0.5, 0.03, 1.5, 10000)).epsilon(0.005));

  const auto gompertz = [](int m) { return 5000 * std::exp(-4 * std::exp(-1.2 * years_after(m))); };
  subject = by_month(24, gompertz);
  subject.only = TrendModel::gompertz;
  subject.ceiling = 5000;
  CHECK(*Trend(subject).members().front().q == Approx(1.2).epsilon(0.01));
  CHECK(median_at(subject, 6) == Approx(gompertz(29)).epsilon(0.005));
}

TEST_CASE("a trend's models weigh by what they would have foretold") {
  const auto heaviest = [](const TrendSubject& subject) { return members_of(subject).front(); };
  TrendSubject line = by_month(24, [](int m) { return 1000 + 100 * m + 40 * scatter(m); });
  CHECK(heaviest(line).model == TrendModel::line);
  CHECK(heaviest(line).pace_per_month == Approx(100).epsilon(0.1));
  CHECK(median_at(line, 6) == Approx(1000 + 100 * 29).epsilon(0.03));
  const TrendSubject season = by_month(
      36, [](int m) { return 1000 + 100 * m + 300 * std::sin(2 * 3.14159265358979 * m / 12) + scatter(m); });
  CHECK(heaviest(season).model == TrendModel::seasonal);
  TrendSubject grown = by_month(36, [](int m) { return bass(years_after(m), 0.01, 3, 5000) + scatter(m); });
  grown.addressed = 5000;
  grown.most = 20000;
  double of_growth = 0;
  for (const TrendMember& one : members_of(grown))
    of_growth += one.ceiling ? one.weight : 0;
  CHECK(of_growth > 0.5);
  CHECK(median_at(grown, 12) < 5300);
}

TEST_CASE("a trend of a series that bears none says why, and no figure is ever without end") {
  const auto problem = [](const TrendSubject& subject) { return Trend(subject).problem(); };
  const auto rising = [](int m) { return 100 + 10 * m; };
  CHECK(problem(by_month(5, rising)) == NoTrend::few_observations);
  CHECK(problem({}) == NoTrend::few_observations);
  CHECK_FALSE(problem(by_month(6, rising)));
  TrendSubject launched = by_month(6, rising);
  launched.begins_with_launch = true;
  CHECK(problem(launched) == NoTrend::few_observations);
  CHECK(problem(by_month(9, [](int) { return 7; })) == NoTrend::nothing_moves);
  CHECK(problem(by_month(9, [](int) { return 0; })) == NoTrend::nothing_moves);
  CHECK(problem(by_month(9, [](int m) { return m < 4 ? 7 : 90; })) == NoTrend::one_jump);
  CHECK(problem(by_month(9, [](int m) { return 900 - 10 * m; })) == NoTrend::falls);
  CHECK(problem(by_month(9, [](int m) { return 1e16 * m; })) == NoTrend::too_large);
  CHECK(problem(by_month(9, [](int m) { return 1e308 * (m % 2 == 0 ? 1 : -1); })) == NoTrend::too_large);

  std::vector<TrendSubject> odd{by_month(6, rising),
                                by_month(40, rising),
                                by_month(9, [](int m) { return m < 7 ? 0 : m; }),
                                by_month(9, [](int m) { return 1e15 - 1e13 * (9 - m); }),
                                by_month(9, [](int m) { return 1e-12 * (m + m % 2); }),
                                by_month(9, [](int m) { return m == 4 ? 1e15 : m; }),
                                by_month(12, [](int m) { return m % 2 == 0 ? 1 : 5; }),
                                by_month(30, [](int m) { return std::exp(m); }),
                                by_month(9, [](int m) { return 1 + (m > 3 ? 1 : 0) + (m > 4 ? 1 : 0); })};
  for (TrendSubject& subject : odd) {
    CAPTURE(subject.points.size(), subject.points.back().value);
    CHECK(all_hold(subject));
    subject.most = subject.points.back().value; // nothing is left
    subject.addressed = subject.most;
    CHECK(all_hold(subject));
    subject.most = 1.5 * subject.points.back().value;
    CHECK(all_hold(subject));
    subject.ceiling = 1.2 * subject.points.back().value;
    for (const TrendModel only :
         {TrendModel::line, TrendModel::random_walk, TrendModel::local_trend, TrendModel::seasonal,
          TrendModel::logistic, TrendModel::bass, TrendModel::gompertz}) {
      subject.only = only;
      CHECK(all_hold(subject));
    }
    subject.ceiling = 0.5 * subject.points.back().value; // it lies behind
    CHECK(all_hold(subject));
  }
}

TEST_CASE("a future's value on a day is the same whatever other days are asked for") {
  TrendSubject subject = by_month(18, [](int m) { return bass(years_after(m), 0.05, 1, 5000) + scatter(m); });
  subject.addressed = 6000;
  subject.most = 9000;
  subject.events = {
      {subject.points[9].date, EventKind::pace, {}},
      {subject.points.back().date + std::chrono::days(100), EventKind::step, interval_of(50, 150)}};
  const Trend trend(subject);
  std::vector<Date> many;
  for (int day = 1; day < 4000; day += 13)
    many.push_back(subject.points.back().date + std::chrono::days(day));
  std::vector<double> values(many.size());
  for (std::size_t stream = 0; stream < 40; ++stream) {
    trend.draw(Random(1, stream), many, values);
    for (const std::size_t at : {std::size_t{0}, many.size() / 3, many.size() - 1}) {
      double alone = 0;
      trend.draw(Random(1, stream), std::span(many).subspan(at, 1), {&alone, 1});
      CHECK(alone == values[at]);
    }
  }
  double now = 0;
  trend.draw(Random(1), {&subject.points.back().date, 1}, {&now, 1});
  CHECK(now == Approx(subject.points.back().value));
}

TEST_CASE("what past runs brought is not prolonged, and futures begin at the newest value") {
  const TrendSubject all = by_month(12, [](int m) { return 1000 + 30 * m + scatter(m); });
  TrendSubject apart = all;
  for (int month = 0; month < 12; ++month)
    apart.brought.push_back(20.0 * month);
  CHECK(median_at(all, 6) == Approx(all.points.back().value + 180).epsilon(0.03));
  CHECK(median_at(apart, 6) == Approx(all.points.back().value + 60).epsilon(0.03));
}

TEST_CASE("events: a known effect is taken out of the past and added to what comes") {
  const TrendSubject still = by_month(12, [](int m) { return 1000 + 30 * m + scatter(m); });
  const Date newest = still.points.back().date;
  const auto with = [&](EventKind kind, Date date, double effect) {
    TrendSubject subject = still;
    subject.events = {{date, kind, exactly(effect)}};
    return subject;
  };
  const double before = median_at(still, 6);
  const Date soon = newest + std::chrono::days(60);
  CHECK(median_at(with(EventKind::step, soon, 500), 6) == Approx(before + 500).epsilon(0.01));
  CHECK(median_at(with(EventKind::step, soon, 500), 1) == Approx(median_at(still, 1)));
  CHECK(median_at(with(EventKind::pace, soon, 100), 6) == Approx(before + 400).epsilon(0.02));
  CHECK(median_at(with(EventKind::announcement, soon, 500), 6) == Approx(before + 490).epsilon(0.02));
  // A burst of 150 in the past is not what will come.
  const Date past = still.points[7].date + std::chrono::days(1);
  CHECK(median_at(with(EventKind::step, past, 150), 6) < before - 50);
}

TEST_CASE("events: an effect that is not known is estimated where it is seen, else left out") {
  const auto stepped = [](int m) { return 1000 + 30 * m + (m > 5 ? 800 : 0) + scatter(m); };
  TrendSubject subject = by_month(12, stepped);
  const auto blind = summary_at(subject, 6);
  subject.events = {{month_after(5) + std::chrono::days(10), EventKind::step, {}}};
  const auto told = summary_at(subject, 6);
  CHECK(told.median == Approx(stepped(17)).epsilon(0.05));
  CHECK(told.high - told.low < 0.5 * (blind.high - blind.low));

  const auto faster = [](int m) { return 1000 + 30 * m + 70 * std::max(0, m - 8) + scatter(m); };
  subject = by_month(12, faster);
  const double slow = median_at(subject, 6);
  subject.events = {{month_after(8), EventKind::pace, {}}};
  CHECK(median_at(subject, 6) > slow);
  CHECK(median_at(subject, 6) == Approx(faster(17)).epsilon(0.08));

  const double before = median_at(subject, 6);
  subject.events.push_back({month_after(20), EventKind::pace, {}});
  CHECK(median_at(subject, 6) == before);
}

TEST_CASE("a pace that an event adds ends where the market does") {
  TrendSubject subject = by_month(12, [](int m) { return 4000 + 100 * m + scatter(m); });
  subject.addressed = subject.most = 6000;
  subject.events = {{subject.points.back().date, EventKind::pace, exactly(500)}};
  const auto later = summary_at(subject, 4);
  CHECK(later.median < 6000);
  CHECK(later.median > median_at(by_month(12, [](int m) { return 4000 + 100 * m + scatter(m); }), 4));
}

TEST_CASE("related segments lend what a short series does not tell") {
  const auto curve = [](int m) { return bass(years_after(m), 0.02, 2, 5000); };
  const auto noise = [](int m) { return ((m * 5) % 7 - 3) * 4.0; };
  TrendSubject subject = by_month(7, [&](int m) { return curve(m) / 5 + noise(m) / 2; });
  subject.addressed = 1000;
  subject.most = 2000;
  const auto alone = summary_at(subject, 12);
  std::vector<Observation> others;
  for (int month = -12; month < 7; ++month)
    others.push_back({month_after(month), curve(month + 12), {}});
  subject.related = {{others, 5000}};
  const auto pooled = summary_at(subject, 12);
  CAPTURE(alone.low, alone.median, alone.high, pooled.low, pooled.median, pooled.high, curve(18) / 5);
  CHECK(std::abs(pooled.median - curve(18) / 5) < std::abs(alone.median - curve(18) / 5));
  subject.related = {{others, 0}}; // no size, nothing to scale by
  CHECK(summary_at(subject, 12).median == alone.median);
}

TEST_CASE("rates stay within their bounds, and what must fall may") {
  TrendSubject rate = by_month(12, [](int m) { return 0.5 + 0.03 * m + scatter(m) / 1000; });
  rate.is_rate = true;
  CHECK(all_hold(rate));
  const auto later = summary_at(rate, 36);
  CHECK(later.high <= 1);
  for (const TrendMember& one : members_of(rate))
    CHECK_FALSE(one.ceiling);
  TrendSubject falling = by_month(12, [](int m) { return 900 - 30 * m + scatter(m); });
  falling.is_falling = true;
  CHECK(median_at(falling, 6) == Approx(900 - 30 * 17).epsilon(0.08));
  CHECK(summary_at(falling, 60).low == 0);
  CHECK(all_hold(falling));
}

TEST_CASE("series of any rhythm: days, weeks, quarters, gaps") {
  for (const int days : {1, 7, 30, 91}) {
    TrendSubject subject;
    for (int i = 0; i < 400; i += i % 10 == 3 ? 3 : 1)
      subject.points.push_back(
          {first_day + std::chrono::days(days * i), 1000 + 2.0 * days * i + scatter(i), {}});
    CAPTURE(days);
    CHECK(all_hold(subject));
    CHECK(median_at(subject, 6) == Approx(subject.points.back().value + 2 * 182).epsilon(0.02));
  }
}

TEST_CASE("a backtest is told from eight observations on") {
  const auto line = [](int m) { return 500 + 30 * m + scatter(m); };
  CHECK_FALSE(Trend(by_month(7, line)).backtest());
  const auto told = Trend(by_month(8, line)).backtest();
  REQUIRE(told);
  CHECK(told->origins == 3);
  CHECK(told->steps == 3);
  CHECK(told->forecasts == 6);
  const auto longer = Trend(by_month(30, line)).backtest();
  CHECK(longer->steps == 4);
  CHECK(longer->error < 30);
  CHECK(longer->coverage > 0.8);
  // A series that no model saw coming widens intervals.
  CHECK(Trend(by_month(16, [](int m) { return 30 * m + (m > 11 ? 900 : 0); })).backtest()->widened > 1.2);
}

TEST_CASE("a count that was never seen to fall keeps what it has") {
  TrendSubject subject = by_month(14, [](int month) { return 900 + (month < 6 ? 10 * month : 60); });
  CHECK(summary_at(subject, 13).low >= 960);
  subject.points[3].value = 950; // it fell once, and may again
  CHECK(summary_at(subject, 13).low < 960);
}

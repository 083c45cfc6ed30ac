// Segments compared: what is published of the method, and that no figures make it nonsense.
#include "analysis/numbers/random.hpp"
#include "deploy_plan/roll_out.hpp"
#include "deploy_plan/trial_design.hpp"
#include "trials.hpp"
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

const Date january = std::chrono::year{2024} / 1 / 1;
Date on(std::size_t date) { return january + std::chrono::days(30 * static_cast<int>(date)); }

/// A segment's figures at dates from `first` on.
ComparedSegment segment(const std::string& name, std::optional<Date> from, const std::vector<double>& values,
                        std::size_t first = 0) {
  ComparedSegment one{name, from, Series{}, {}};
  for (std::size_t i = 0; i < values.size(); ++i)
    one.observations->points.push_back({on(first + i), values[i], {}});
  return one;
}

deploy_plan::Test comparison(std::vector<ComparedSegment> segments,
                             std::optional<std::int64_t> planned = {}) {
  deploy_plan::Test test;
  test.protocol = Protocol::comparison;
  test.planned_size = planned;
  test.segments = std::move(segments);
  return test;
}

const ComparedReading& figures(const Trial& trial) { return std::get<ComparedReading>(trial.reading); }

void check_says(const Trial& trial, Verdict verdict, TrialReason reason) {
  CHECK(static_cast<int>(trial.verdict) == static_cast<int>(verdict));
  CHECK(static_cast<int>(trial.reason) == static_cast<int>(reason));
}

/// Employment of 500 US counties, and the minimum wages that rose in some (the data set of the R package
/// did).
deploy_plan::Test counties() {
  std::ifstream file("tests/reference/mpdta.csv");
  std::string line;
  std::getline(file, line);
  std::map<std::string, ComparedSegment> all;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::istringstream words(line);
    for (std::string cell; std::getline(words, cell, ',');)
      cells.push_back(cell);
    ComparedSegment& one = all[cells[1]];
    one.segment = cells[1];
    if (cells[4] != "0")
      one.from = std::chrono::year{std::stoi(cells[4])} / 1 / 1;
    if (!one.observations)
      one.observations.emplace();
    one.observations->points.push_back(
        {std::chrono::year{std::stoi(cells[0])} / 1 / 1, std::stod(cells[3]), {}});
  }
  std::vector<ComparedSegment> segments;
  for (auto& [name, one] : all)
    segments.push_back(std::move(one));
  return comparison(std::move(segments), 5);
}
double year_of(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

/// Eight segments that wobble, three of which gain so much from the fourth date on.
std::vector<ComparedSegment> eight(double gain) {
  analysis::Random wobble(3);
  std::vector<ComparedSegment> all;
  for (int i = 0; i < 8; ++i) {
    std::vector<double> values;
    for (int date = 0; date < 6; ++date)
      values.push_back(100 + 10 * i + 2 * date + wobble.normal() + (i < 3 && date >= 3 ? gain : 0));
    all.push_back(segment("s" + std::to_string(i), i < 3 ? std::optional(on(3)) : std::nullopt, values));
  }
  return all;
}
} // namespace

TEST_CASE("a two by two table gives the textbook's difference in differences") {
  const Trial trial = read(comparison({segment("a", on(1), {10, 15}), segment("b", on(1), {11, 18}),
                                       segment("c", {}, {9, 12}), segment("d", {}, {10, 13})}));
  CHECK(figures(trial).effect == Approx(3).epsilon(1e-12));
  // Of segments' gains, 5 and 7 against 3 and 3. The textbook's 1.7321 takes the eight figures for eight
  // others' (ordinary least squares, 4 degrees: p 0.1583), and so forgets that each segment is seen twice.
  CHECK(*figures(trial).standard_error == Approx(1).epsilon(1e-12));
  CHECK(figures(trial).permutations == 6);
  CHECK(figures(trial).is_exact);
  CHECK_FALSE(figures(trial).trends_p_value);
  check_says(trial, Verdict::cannot_tell, TrialReason::too_few_segments);
  CHECK(figures(trial).segments_needed == 7); // two of seven can be chosen in 21 ways
}

TEST_CASE("effects by group and time are those that are published") {
  const Trial trial = read(counties());
  const ComparedReading& reading = figures(trial);
  const std::map<std::pair<int, int>, double> published = {
      {{2004, 2004}, -0.0105}, {{2004, 2005}, -0.0704}, {{2004, 2006}, -0.1373}, {{2004, 2007}, -0.1008},
      {{2006, 2004}, 0.0065},  {{2006, 2005}, -0.0028}, {{2006, 2006}, -0.0046}, {{2006, 2007}, -0.0412},
      {{2007, 2004}, 0.0305},  {{2007, 2005}, -0.0027}, {{2007, 2006}, -0.0311}, {{2007, 2007}, -0.0261}};
  CHECK(reading.effects.size() == published.size());
  for (const GroupTimeEffect& one : reading.effects) {
    CAPTURE(year_of(one.begun), year_of(one.date));
    CHECK(one.effect ==
          Approx(published.at({static_cast<int>(year_of(one.begun)), static_cast<int>(year_of(one.date))}))
              .margin(5.001e-5));
    CHECK(one.is_before == (one.date < one.begun));
  }
  CHECK(reading.effect == Approx(-0.0310).margin(5e-5)); // by group
  double mean = 0;
  for (const EventTimeEffect& one : reading.by_event_time)
    mean += one.steps >= 0 ? one.effect / 4 : 0;
  CHECK(mean == Approx(-0.0772).margin(5.1e-5)); // by event time
  CHECK(*reading.standard_error == Approx(0.0124).margin(5e-5));
  CHECK(reading.treated == 191);
  CHECK(reading.untouched == 309);
  check_says(trial, Verdict::drop, TrialReason::worse);
}

TEST_CASE("a gain that chance does not explain is adopted at the planned dates, and not looked for before") {
  check_says(read(comparison(eight(20), 6)), Verdict::adopt, TrialReason::better);
  check_says(read(comparison(eight(-20), 6)), Verdict::drop, TrialReason::worse);
  const Trial early = read(comparison(eight(20), 12));
  check_says(early, Verdict::go_on, TrialReason::size_not_reached);
  CHECK(early.go_on_until == 12);
  check_says(read(comparison(eight(20))), Verdict::cannot_tell, TrialReason::unplanned);
}

TEST_CASE("dates past the planned ones change nothing") {
  auto longer = eight(20);
  for (ComparedSegment& one : longer)
    one.observations->points.push_back({on(6), one.from ? 0.0 : 900.0, {}});
  const Trial trial = read(comparison(longer, 6));
  check_says(trial, Verdict::adopt, TrialReason::better);
  CHECK(figures(trial).later_dates == 1);
  CHECK(figures(trial).effect == figures(read(comparison(eight(20), 6))).effect);
}

TEST_CASE("a small gain is within chance, or surely less than what counts") {
  auto test = comparison(eight(0), 6);
  check_says(read(test), Verdict::cannot_tell, TrialReason::unclear);
  test.min_effect = 15;
  check_says(read(test), Verdict::drop, TrialReason::too_small);
  test.min_effect = 0.01;
  const Trial trial = read(test);
  check_says(trial, Verdict::cannot_tell, TrialReason::too_few_segments);
  CHECK(figures(trial).segments_needed.value_or(0) > 8);
}

TEST_CASE("segments whose trends differed before get no verdict") {
  std::vector<ComparedSegment> all;
  for (int i = 0; i < 10; ++i) {
    std::vector<double> values;
    for (int date = 0; date < 8; ++date)
      values.push_back(50 + (i < 4 ? 5.0 : 1.0) * date + 0.3 * std::sin(5.0 * i + 2.0 * date));
    all.push_back(segment("s" + std::to_string(i), i < 4 ? std::optional(on(5)) : std::nullopt, values));
  }
  const Trial trial = read(comparison(all, 8));
  check_says(trial, Verdict::cannot_tell, TrialReason::trends_apart);
  CHECK(figures(trial).trends_p_value.value_or(1) <= 0.05);
}

TEST_CASE("without untouched segments those that wait are the control, until they begin") {
  std::vector<ComparedSegment> all;
  for (int i = 0; i < 8; ++i) {
    const int start = i < 4 ? 2 : 4;
    std::vector<double> values;
    for (int date = 0; date < 6; ++date)
      values.push_back(10 * i + date + (date >= start ? 3.0 : 0.0));
    all.push_back(segment("s" + std::to_string(i), on(static_cast<std::size_t>(start)), values));
  }
  const Trial trial = read(comparison(all, 6));
  CHECK(static_cast<int>(figures(trial).control) == static_cast<int>(ComparisonControl::not_yet_treated));
  CHECK(figures(trial).effect == Approx(3));
  for (const GroupTimeEffect& one : figures(trial).effects)
    CHECK(one.date < on(4)); // afterwards nobody waits
  check_says(trial, Verdict::adopt, TrialReason::better);
  // The first four against the last four, and the other way round.
  CHECK(figures(trial).p_value == Approx(2.0 / 70));
}

TEST_CASE("relative effects are of logarithms, whatever the size of a segment") {
  std::vector<ComparedSegment> all;
  for (int i = 0; i < 9; ++i) {
    std::vector<double> values;
    for (int date = 0; date < 6; ++date)
      values.push_back(std::pow(3.0, i) * std::pow(1.1, date) * (i % 3 == 0 && date >= 3 ? 1.5 : 1.0));
    all.push_back(segment("s" + std::to_string(i), i % 3 == 0 ? std::optional(on(3)) : std::nullopt, values));
  }
  auto test = comparison(all, 6);
  test.relative = true;
  const Trial trial = read(test);
  CHECK(figures(trial).effect == Approx(std::log(1.5)));
  const double held = (1 + 27 + 729) * std::pow(1.1, 5);
  CHECK(figures(trial).added == Approx(held * 0.5));
  check_says(trial, Verdict::adopt, TrialReason::better);
  test.segments.front().observations->points.front().value = 0;
  check_says(read(test), Verdict::cannot_tell, TrialReason::impossible);
}

TEST_CASE("what cannot be compared says what is missing") {
  check_says(read(comparison({}, 6)), Verdict::not_begun, TrialReason::not_begun);
  check_says(read(comparison({segment("a", on(1), {1, 2})})), Verdict::cannot_tell, TrialReason::no_segment);
  check_says(read(comparison({segment("a", {}, {1, 2}), segment("b", {}, {1, 2})})), Verdict::cannot_tell,
             TrialReason::no_segment);
  check_says(read(comparison({segment("a", on(1), {1, 2}), segment("b", on(1), {1, 2})})),
             Verdict::cannot_tell, TrialReason::no_segment);
  check_says(read(comparison({segment("a", on(1), {1, 2}), segment("b", {}, {1, 2}, 2)})),
             Verdict::cannot_tell, TrialReason::no_figures);
  check_says(read(comparison({segment("a", on(0), {1, 2}), segment("b", {}, {1, 2})})), Verdict::cannot_tell,
             TrialReason::no_figures);
  check_says(read(comparison({segment("a", day + std::chrono::days(9), {1, 2}), segment("b", {}, {1, 2})})),
             Verdict::not_begun, TrialReason::no_data);
}

TEST_CASE("figures all alike, tied or huge give figures that are numbers") {
  const auto all_of = [](double before, double after) {
    std::vector<ComparedSegment> all;
    for (int i = 0; i < 8; ++i)
      all.push_back(segment("s" + std::to_string(i), i < 3 ? std::optional(on(2)) : std::nullopt,
                            {before, before, i < 3 ? after : before, i < 3 ? after : before}));
    return read(comparison(all, 4));
  };
  const Trial alike = all_of(5, 5);
  CHECK(figures(alike).p_value == 1);
  CHECK(figures(alike).effect == 0);
  CHECK(figures(alike).trends_p_value == 1.0);
  const Trial zero = all_of(0, 0);
  CHECK(figures(zero).p_value == 1);
  const Trial apart = all_of(5, 6);
  CHECK(figures(apart).p_value == Approx(1.0 / 56));
  check_says(apart, Verdict::adopt, TrialReason::better);
  for (const double huge : {1e300, 1e-300})
    for (const Trial& trial : {all_of(huge, 2 * huge), all_of(huge, huge)}) {
      CHECK(std::isfinite(figures(trial).effect));
      CHECK(std::isfinite(figures(trial).added));
      CHECK(std::isfinite(figures(trial).standard_error.value_or(0)));
      CHECK(figures(trial).p_value > 0);
    }
}

TEST_CASE("only figures up to the day are read") {
  auto test = comparison(eight(20), 6);
  for (ComparedSegment& one : test.segments)
    one.observations->points.push_back({day + std::chrono::days(1), 1e9, {}});
  CHECK(read(test).size == 6);
}

TEST_CASE("the power of a stepped wedge is the published one") {
  RollOutWish wish;
  wish.baseline = 0.05;
  wish.effect = -0.015;
  wish.waves = 4;
  wish.clusters = 24;
  wish.by_cluster_step = 120;
  wish.tau = 0.01;
  CHECK(*roll_out_power(wish) == Approx(0.7862).margin(5e-5)); // Hussey and Hughes 2007, section 3
  wish.clusters = 3;
  CHECK_FALSE(roll_out_power(wish));
  wish.clusters = 24;
  wish.effect = -0.05;
  CHECK_FALSE(roll_out_power(wish));
  wish.effect = 0.95;
  CHECK_FALSE(roll_out_power(wish));
}

TEST_CASE("differences of rounding are 0, and what is small is not") {
  std::vector<ComparedSegment> all;
  for (int i = 0; i < 8; ++i) {
    std::vector<double> values;
    for (int date = 0; date < 6; ++date)
      values.push_back(300.1 + 0.1 * i + 0.7 * date);
    all.push_back(segment("s" + std::to_string(i), i < 4 ? std::optional(on(3)) : std::nullopt, values));
  }
  for (const bool relative : {false, true}) {
    auto test = comparison(all, 6);
    if (relative)
      for (ComparedSegment& one : test.segments)
        for (Observation& seen : one.observations->points)
          seen.value = std::exp(0.3 + 0.1 * seen.value - 30);
    test.relative = relative;
    const Trial trial = read(test);
    REQUIRE(!figures(trial).effects.empty());
    CHECK(figures(trial).effect == 0);
    CHECK(figures(trial).added == 0);
    for (const GroupTimeEffect& one : figures(trial).effects) {
      CHECK(one.effect == 0);
      CHECK(one.standard_error.value_or(0) == 0);
    }
    for (const EventTimeEffect& one : figures(trial).by_event_time)
      CHECK(one.effect == 0);
  }
  for (ComparedSegment& one : all)
    if (one.from)
      for (std::size_t date = 3; date < 6; ++date)
        one.observations->points[date].value += 1e-9;
  CHECK(figures(read(comparison(all, 6))).effect == Approx(1e-9).epsilon(1e-3));
}

TEST_CASE("dates that some segments lack are left out, and counted") {
  auto test = comparison(eight(20), 6);
  test.segments[5].observations->points.erase(test.segments[5].observations->points.begin() + 1);
  test.segments[6].observations->points.erase(test.segments[6].observations->points.begin() + 1,
                                              test.segments[6].observations->points.begin() + 3);
  const Trial trial = read(test);
  CHECK(figures(trial).dates.size() == 4);
  CHECK(figures(trial).partial_dates == 2);
  CHECK(figures(trial).lacks_most == test.segments[6].segment);
  const Trial whole = read(comparison(eight(20), 6));
  CHECK(figures(whole).partial_dates == 0);
  CHECK(figures(whole).lacks_most.empty());
}

TEST_CASE("how many segments a comparison takes for any verdict is told from what it names") {
  std::vector<ComparedSegment> few{{"a", on(3), {}, {}}, {"b", {}, {}, {}}, {"c", {}, {}, {}}};
  CHECK(segments_to_tell(comparison(few)) == 20);
  few[1].from = on(3);
  CHECK(segments_to_tell(comparison(few)) == 7);
  CHECK_FALSE(segments_to_tell(comparison(eight(20))));
  CHECK_FALSE(segments_to_tell(comparison({{"a", {}, {}, {}}, {"b", {}, {}, {}}})));
  auto lenient = comparison(few);
  lenient.alpha = 0.4;
  CHECK_FALSE(segments_to_tell(lenient));
}

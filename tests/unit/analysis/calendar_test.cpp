// The parts of a plan's time, and days within them.
#include "analysis/calendar/calendar.hpp"
#include "catch.hpp"

using namespace deploy_plan;

namespace {
Date date_of(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day));
}
std::vector<std::pair<Date, Date>> spans(const std::vector<analysis::Slot>& slots) {
  std::vector<std::pair<Date, Date>> all;
  for (const analysis::Slot& slot : slots)
    all.emplace_back(slot.from, slot.until);
  return all;
}
} // namespace

TEST_CASE("time is cut into months, or into weeks that end with their month") {
  const auto months = analysis::buckets(date_of(2026, 2, 27), date_of(2026, 4, 2), PlanStep::month);
  REQUIRE(months.size() == 3);
  CHECK((months[0].from == date_of(2026, 2, 27) && months[0].until == date_of(2026, 2, 28)));
  CHECK((months[2].from == date_of(2026, 4, 1) && months[2].until == date_of(2026, 4, 2)));
  const auto weeks = analysis::buckets(date_of(2026, 2, 27), date_of(2026, 3, 10), PlanStep::week);
  REQUIRE(weeks.size() == 4);
  CHECK(weeks[0].until == date_of(2026, 2, 28)); // a Saturday, but the month's last day
  CHECK((weeks[1].from == date_of(2026, 3, 1) && weeks[1].until == date_of(2026, 3, 1)));
  CHECK((weeks[2].from == date_of(2026, 3, 2) && weeks[2].until == date_of(2026, 3, 8)));
  CHECK(analysis::buckets(date_of(2026, 3, 2), date_of(2026, 3, 1), PlanStep::month).empty());
}

TEST_CASE("nobody runs an action before it begins, after it counts, or while away") {
  const auto months = analysis::buckets(date_of(2026, 3, 1), date_of(2026, 5, 31), PlanStep::month);
  Member owner;
  owner.absences = {{date_of(2026, 3, 20), date_of(2026, 4, 5), {}}};
  const auto found =
      analysis::slots(months, {date_of(2026, 3, 10), date_of(2026, 5, 9), {date_of(2026, 4, 20)}, &owner});
  CHECK(spans(found) == std::vector<std::pair<Date, Date>>{{date_of(2026, 3, 10), date_of(2026, 3, 19)},
                                                           {date_of(2026, 4, 6), date_of(2026, 4, 19)},
                                                           {date_of(2026, 4, 20), date_of(2026, 4, 30)},
                                                           {date_of(2026, 5, 1), date_of(2026, 5, 9)}});
  CHECK(found[1].bucket == found[2].bucket);
}

TEST_CASE("runs are spread over their slots, as far apart as they must be") {
  const analysis::Slot march{date_of(2026, 3, 1), date_of(2026, 3, 31), 0};
  const analysis::Slot april{date_of(2026, 4, 1), date_of(2026, 4, 30), 1};
  const analysis::SlotRuns one[] = {{march, 1}};
  CHECK(analysis::spread(one, {}) == std::vector{date_of(2026, 3, 16)});
  CHECK(analysis::spread(one, {0, true, {}}) == std::vector{date_of(2026, 3, 1)});
  CHECK(analysis::spread(one, {0, false, date_of(2026, 3, 30)}) == std::vector{date_of(2026, 3, 31)});
  CHECK(analysis::most_apart(march.from, march.until, 30) == 2);
  const analysis::SlotRuns tight[] = {{march, 2}, {april, 1}};
  const auto days = analysis::spread(tight, {30, false, {}});
  CHECK(days == std::vector{date_of(2026, 3, 1), date_of(2026, 3, 31), date_of(2026, 4, 30)});
}

TEST_CASE("runs are spread so that no two are too near, wherever there is room for them") {
  for (std::int64_t spacing = 1; spacing < 40; ++spacing)
    for (int first = 1; first <= 31; first += 5) {
      const analysis::Slot early{date_of(2026, 3, 1), date_of(2026, 3, static_cast<unsigned>(first)), 0};
      const analysis::Slot late{early.until + std::chrono::days{3}, early.until + std::chrono::days{40}, 1};
      const std::int64_t in_early = analysis::most_apart(early.from, early.until, spacing);
      const std::int64_t in_all = analysis::most_apart(early.from, late.until, spacing);
      const std::int64_t in_late =
          std::min(in_all - in_early, analysis::most_apart(late.from, late.until, spacing));
      const analysis::SlotRuns runs[] = {{early, in_early}, {late, in_late}};
      const auto days = analysis::spread(runs, {spacing, false, {}});
      for (std::size_t i = 0; i < days.size(); ++i) {
        const analysis::Slot& slot = static_cast<std::int64_t>(i) < in_early ? early : late;
        CHECK((slot.from <= days[i] && days[i] <= slot.until));
        if (i > 0)
          CHECK((days[i] - days[i - 1]).count() >= spacing);
      }
    }
}

// Plans as calendars: what RFC 5545 asks of each line, and entries that stay themselves.
#include "catch.hpp"
#include "report/calendar_file.hpp"
#include "views/planned.hpp"
#include <algorithm>
#include <map>
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string written(const Plan& plan, Language language = Language::english) {
  const auto calendar = report::calendar_file(plan, language);
  REQUIRE(calendar);
  return *calendar;
}

/// Content lines, unfolded; each line as it stands ends in CRLF, and is no longer than 75 bytes.
std::vector<std::string> entry_lines(const std::string& calendar) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < calendar.size()) {
    const auto end = calendar.find("\r\n", from);
    REQUIRE(end != std::string::npos);
    const std::string line = calendar.substr(from, end - from);
    CAPTURE(line);
    CHECK(line.size() <= 75);
    CHECK(
        std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
    CHECK((line.empty() || (static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0U) !=
                               0x80U)); // no character is cut
    if (line.starts_with(' '))
      lines.back() += line.substr(1);
    else
      lines.push_back(line);
    from = end + 2;
  }
  return lines;
}
/// The values of one property, in order.
std::vector<std::string> values(const std::string& calendar, const std::string& property) {
  std::vector<std::string> all;
  for (const std::string& line : entry_lines(calendar))
    if (line.starts_with(property + ":"))
      all.push_back(line.substr(property.size() + 1));
  return all;
}
/// The day of each entry by what identifies it.
std::map<std::string, std::string> days(const std::string& calendar) {
  std::map<std::string, std::string> all;
  const auto ids = values(calendar, "UID"), begins = values(calendar, "DTSTART;VALUE=DATE");
  REQUIRE(ids.size() == begins.size());
  for (std::size_t i = 0; i < ids.size(); ++i)
    all[ids[i]] = begins[i];
  return all;
}
} // namespace

TEST_CASE("a calendar has an entry a run and a decision day, each a whole day, and each itself alone") {
  const std::string calendar = written(plan_by_hand());
  const auto lines = entry_lines(calendar);
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines[1] == "VERSION:2.0");
  CHECK(lines.back() == "END:VCALENDAR");
  CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT") == 9 + 16 + 1 + 1);
  const auto ids = values(calendar, "UID");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(values(calendar, "DTSTART;VALUE=DATE").front() == "20260312");
  CHECK(values(calendar, "DTEND;VALUE=DATE").front() == "20260313");
  CHECK(values(calendar, "DTSTAMP").front() == "20260312T000000Z");
  CHECK(values(calendar, "SUMMARY").front() == "Monthly webinar (1 of 9)");
  CHECK(values(calendar, "CATEGORIES").front() == "Inès Moreau");
  CHECK(values(calendar, "DESCRIPTION").front() ==
        "Who: Inès Moreau\\nSegment: Towns\\nIt can be done from 12 March 2026 to 31 March 2026.");
}

TEST_CASE("what would end a value is escaped, and what commands anything is dropped") {
  Plan plan = plan_by_hand();
  plan.actions[0].name = "a\r\nEND:VEVENT\x1b[31m\x07";
  plan.actions[0].owner = std::string(200, 'x') + "ééééé, \xF0\x9F\x9A\x80\xF0\x9F\x9A\x80; \\";
  const std::string calendar = written(plan);
  CHECK(values(calendar, "SUMMARY").front() == "a\\nEND:VEVENT[31m (1 of 9)");
  CHECK(values(calendar, "CATEGORIES").front() ==
        std::string(200, 'x') + "ééééé\\, \xF0\x9F\x9A\x80\xF0\x9F\x9A\x80\\; \\\\");
  const auto summaries = values(calendar, "SUMMARY");
  CHECK(std::find(summaries.begin(), summaries.end(), "Test: Letter\\; to\\, all\\\\members (1 of 16)") !=
        summaries.end());
}

TEST_CASE("entries stay themselves when a run is done and others move, and speak the language asked for") {
  const Plan before = plan_by_hand();
  Plan after = before;
  PlannedAction& webinars = after.actions[0];
  webinars.schedule.erase(webinars.schedule.begin());
  webinars.done = 2;
  webinars.runs = 7;
  webinars.schedule[0].first += std::chrono::days{1};
  const auto then = days(written(before)), now = days(written(after));
  CHECK(now.size() + 2 == then.size());
  for (const auto& [id, day] : now)
    CHECK(then.count(id) == 1);
  const auto again = days(written(before, Language::french));
  CHECK(again == then);
  CHECK(values(written(before, Language::french), "SUMMARY").front() == "Monthly webinar (1 sur 9)");
  Plan twins = before;
  twins.strategies = {"A strategy", "A strategy"};
  twins.actions.push_back(twins.actions[2]);
  twins.actions.back().strategy = 1;
  CHECK(days(written(twins)).size() == then.size() + 1);
}

TEST_CASE("a plan without a run makes no calendar, nor does one of more entries than anybody looks at") {
  Plan plan = plan_by_hand();
  plan.actions[2].schedule[0].runs = 20000;
  const auto beyond = report::calendar_file(plan, Language::english);
  REQUIRE_FALSE(beyond);
  CHECK(beyond.error().entries > report::NoCalendar::most);
  plan.actions[2].schedule[0].runs = std::numeric_limits<std::int64_t>::max();
  CHECK_FALSE(report::calendar_file(plan, Language::english));
  plan.actions.clear();
  const auto none = report::calendar_file(plan, Language::english);
  REQUIRE_FALSE(none);
  CHECK(none.error().entries == 0);
}

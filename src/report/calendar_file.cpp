#include "report/calendar_file.hpp"
#include "report/views/plan/plan_words.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

/// "20260312"
std::string basic(Date day) {
  std::string date = iso(day);
  std::erase(date, '-');
  return date;
}

/// A value of type TEXT (3.3.11): what would end it is escaped, and controls but line breaks are dropped.
std::string text_value(std::string_view words) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  std::string result;
  std::string part;
  const auto end_part = [&] {
    for (const char c : text::visible(part)) {
      if (c == ',' || c == ';' || c == '\\')
        result += '\\';
      result += c;
    }
    part.clear();
  };
  for (const char c : words)
    if (c == '\n') {
      end_part();
      result += "\\n";
    } else if (c == '\t')
      part += ' ';
    else if (!is_control(c))
      part += c;
  end_part();
  return result;
}

/// A content line, folded so that none is longer than 75 bytes, between characters (3.1).
std::string folded(std::string_view line) {
  constexpr std::size_t most = 75;
  std::string result;
  std::size_t room = most;
  while (line.size() > room) {
    const std::size_t end = text::character_begin(line, room);
    result.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = most - 1; // a blank begins the others
  }
  return result.append(line).append("\r\n");
}

/// FNV-1a, of 64 bits: the same wherever and whenever it is reckoned.
std::uint64_t hashed(std::string_view words) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : words)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

class CalendarWriter {
public:
  CalendarWriter(const Plan& told, Language said_in) : plan_(told), words_(told), language_(said_in) {}

  tl::expected<std::string, NoCalendar> write() {
    const std::size_t count = entries();
    if (count == 0 || count > NoCalendar::most)
      return tl::unexpected(NoCalendar{count});
    const std::string name = plan_.strategies.size() == 1 ? plan_.strategies.front() : say({"Plan", "Plan"});
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//deploy-plan//deploy-plan//" + std::string(language_ == Language::french ? "FR" : "EN"));
    line("CALSCALE:GREGORIAN");
    line("X-WR-CALNAME:" + text_value(name));
    for (const PlannedAction& one : plan_.actions)
      add(one);
    line("END:VCALENDAR");
    return std::move(result_);
  }

private:
  const Plan& plan_;
  const PlanWords words_;
  const Language language_;
  std::string result_;

  std::string say(Text text) const { return typeset(text.in(language_), language_); }
  void line(std::string_view content) { result_ += folded(content); }

  static bool is_decided(const PlannedAction& one) {
    return one.test && (one.runs > 0 || one.test->is_under_way);
  }
  std::size_t entries() const {
    std::size_t all = 0;
    for (const PlannedAction& one : plan_.actions) {
      for (const PlannedRuns& part : one.schedule)
        all += static_cast<std::size_t>(std::clamp<std::int64_t>(part.runs, 0, NoCalendar::most + 1));
      all += is_decided(one) ? 1 : 0;
    }
    return all;
  }

  /// Runs are counted on from those that are done: the fifth stays the fifth once the fourth is over.
  void add(const PlannedAction& one) {
    std::int64_t number = one.done;
    for (const PlannedRuns& part : one.schedule)
      for (std::int64_t run = 1; run <= part.runs; ++run) {
        ++number;
        event(one, fmt::format("run-{}", number), part.day_of(run), title(one, part, number),
              description(one, part));
      }
    if (is_decided(one))
      event(one, "decision", one.test->decision,
            {{"Decide on the test: {0}", "Trancher le test : {0}"}, {words_.name_of(one)}},
            {Phrase{{"What the test shows can be told from this day on.",
                     "Ce que montre le test peut se dire à partir de ce jour."}}});
  }

  static Phrase numbered(const PlannedAction& one, std::int64_t number, std::string name) {
    if (one.done + one.runs == 1)
      return {{"{0}", "{0}"}, {std::move(name)}};
    return {{"{0} ({1} of {2})", "{0} ({1} sur {2})"}, {std::move(name), number, one.done + one.runs}};
  }
  Phrase title(const PlannedAction& one, const PlannedRuns& part, std::int64_t number) const {
    const Phrase name = numbered(one, number, words_.name_of(one));
    return part.is_test ? Phrase{{"Test: {0}", "Test : {0}"}, {name.words()}} : name;
  }
  std::vector<Phrase> description(const PlannedAction& one, const PlannedRuns& part) const {
    std::vector<Phrase> lines;
    if (!part.segment.empty())
      lines.push_back({{"Segment: {0}", "Segment : {0}"}, {words_.segment_name(part.segment)}});
    lines.push_back(part.from == part.until
                        ? Phrase{{"It can be done on this day alone.", "Faisable ce seul jour."}}
                        : Phrase{{"It can be done from {0} to {1}.", "Faisable du {0} au {1}."},
                                 {part.from, part.until}});
    if (part.is_test && one.test)
      lines.push_back(
          {{"It is a test, decided on {0}.", "C'est un test, tranché le {0}."}, {one.test->decision}});
    return lines;
  }

  void event(const PlannedAction& one, std::string_view what, Date day, const Phrase& summary,
             std::vector<Phrase> about) {
    line("BEGIN:VEVENT");
    line("UID:" + identity(one, what));
    line("DTSTAMP:" + basic(plan_.as_of) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + basic(day));
    line("DTEND;VALUE=DATE:" + basic(day + std::chrono::days{1})); // the day after the last
    line("SUMMARY:" + text_value(summary.in(language_)));
    if (!one.owner.empty())
      about.insert(about.begin(), Phrase{{"Who: {0}", "Qui : {0}"}, {one.owner}});
    std::string lines;
    for (const Phrase& phrase : about)
      lines += (lines.empty() ? "" : "\n") + phrase.in(language_);
    line("DESCRIPTION:" + text_value(lines));
    if (!one.owner.empty())
      line("CATEGORIES:" + text_value(one.owner));
    line("TRANSP:TRANSPARENT"); // nobody is taken for the whole day
    line("END:VEVENT");
  }

  /// Of the strategy, the action and what it is; of strategies that share a name, by their place too.
  std::string identity(const PlannedAction& one, std::string_view what) const {
    const std::string& strategy = plan_.strategies[one.strategy];
    const auto before = plan_.strategies.begin() + static_cast<std::ptrdiff_t>(one.strategy);
    const auto namesakes = std::count(plan_.strategies.begin(), before, strategy);
    const std::string whose = fmt::format("{}\n{}\n{}", strategy, namesakes, one.id);
    return fmt::format("{:016x}-{:016x}-{}@deploy-plan", hashed(whose), hashed("deploy-plan\n" + whose),
                       what);
  }
};
} // namespace

tl::expected<std::string, NoCalendar> calendar_file(const Plan& plan, Language language) {
  return CalendarWriter(plan, language).write();
}

} // namespace deploy_plan::report

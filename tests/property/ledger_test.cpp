// Ledgers that grow: whatever is measured later, a past day tells what it told.
#include "deploy_plan/answers.hpp"
#include "examples.hpp"
#include "folder.hpp"
#include "measure/ledger/ledger.hpp"
#include "model/segment_sums.hpp"
#include "model/written.hpp"
#include "source/csv.hpp"
#include <fmt/format.h>
#include <random>

namespace of_ledger {

using namespace deploy_plan;
using namespace deploy_plan::test;
using std::chrono::days;

namespace {

class Dice {
public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int upto(int most) { return static_cast<int>(engine_() % static_cast<unsigned>(most + 1)); }
  bool toss() { return upto(1) == 0; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all.at(static_cast<std::size_t>(upto(static_cast<int>(all.size()) - 1)));
  }

private:
  std::mt19937 engine_; // the same everywhere; distributions are not
};

const Date first_day = day - days{150};

constexpr std::string_view measured_strategy = R"({
  "market": {"target": {"size": 1200, "observations": {"file": "m.csv", "metric": "target"}},
    "penetrated": {"observations": {"file": "m.csv", "metric": "covered"}}},
  "objectives": [{"id": "active-schools", "observations": {"file": "m.csv", "metric": "summed"}},
    {"id": "discovered", "observations": {"file": "m.csv", "metric": "covered"}}],
  "actions": [{"id": "webinars", "test": {"protocol": "comparison", "threshold": null, "planned_size": null,
    "series": {"file": "m.csv", "metric": "summed"}, "segments": [{"segment": "rural", "from": "2026-01-10"}]}},
    {"id": "ambassadors", "test": {"protocol": "sequence", "threshold": null, "planned_size": null,
    "series": {"file": "m.csv", "metric": "covered"}}}]})";

/// Rows of figures that are seen some days after their own, now and then again, in the order of their seeing;
/// or typed on their day, which is not said.
std::vector<std::pair<Date, std::string>> random_rows(Dice& dice) {
  struct Of {
    std::string metric, segment;
  };
  std::vector<Of> all{{"covered", ""}, {"target", ""}, {"summed", "rural"}, {"summed", "urban"}};
  if (dice.toss())
    all.push_back({"summed", "sea"});
  if (dice.toss())
    all.push_back({"summed", ""});
  std::vector<std::pair<Date, std::string>> rows;
  for (const Of& of : all)
    for (Date date = first_day; date <= day; date += days{15}) {
      const int grown = static_cast<int>((date - first_day).count());
      const auto add = [&](Date seen, bool is_said) {
        rows.emplace_back(seen, iso(date) + "," + of.metric + "," + of.segment + "," +
                                    std::to_string(20 + grown + dice.upto(9)) + "," +
                                    (is_said ? iso(seen) : ""));
      };
      if (dice.upto(4) == 0)
        add(date, false);
      else if (dice.upto(5) > 0)
        add(date + days{dice.upto(20)}, true);
      for (int again = dice.upto(2); again > 0 && dice.toss(); --again)
        add(date + days{1 + dice.upto(90)}, true);
    }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return rows;
}

/// Where two texts part, with what stands around.
std::string first_difference(const std::string& a, const std::string& b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() && in_b == b.end())
    return "";
  const auto at = static_cast<std::size_t>(in_a - a.begin());
  const std::size_t from = at - std::min<std::size_t>(at, 300);
  return a.substr(from, 400) + "\n--- or ---\n" + b.substr(from, 400);
}

std::string answers(const Folder& folder, Date as_of) {
  CheckOptions options = on_that_day();
  options.as_of = as_of;
  options.looks_back = true;
  Strategy strategy;
  const auto file =
      check(std::make_shared<const Source>((folder.path / "s.json").string(),
                                           example_strategy(measured_strategy, Language::english, day)),
            options, [&](Strategy&& one) { strategy = std::move(one); });
  std::string all;
  for (const Finding& one : file.findings) // but for how much is left out, which grows
    if (one.severity != Severity::info)
      all += one.rule + " " + one.message.in(Language::english) + "\n";
  if (!file.is_sound())
    return all;
  FutureOptions few;
  few.draws = 20;
  Gap told = gap(strategy, as_of);
  add_outlooks(told, strategy, few);
  ForecastOptions futures;
  futures.draws = 20;
  StrategyTrials trials{strategy.name, as_of, "", {}};
  for (const Action& action : strategy.actions)
    if (auto trial = read_trial(strategy, action, as_of))
      trials.trials.push_back(std::move(*trial));
  return all + json_of(told) + json_of(rank(strategy, as_of)) + json_of(forecast(strategy, as_of, futures)) +
         json_of(week(strategy, as_of, as_of - days{30}, few)) + json_of(trials);
}
} // namespace

TEST_CASE("as of a past day every answer has the same bytes, whatever is measured after it") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    Dice dice(seed);
    const Folder folder;
    const auto rows = random_rows(dice);
    const Date as_of = first_day + days{30 + dice.upto(120)};
    CAPTURE(seed, iso(as_of));
    const auto write = [&](auto is_wanted) {
      std::string text = "date,metric,segment,value,seen\n";
      for (const auto& [seen, row] : rows)
        text += is_wanted(seen) ? row + "\n" : "";
      folder.write("m.csv", text);
    };
    write([&](Date seen) { return seen <= as_of; });
    const std::string before = answers(folder, as_of);
    write([](Date) { return true; });
    CHECK(first_difference(before, answers(folder, as_of)) == "");
    CHECK(before.find("\"format\"") != std::string::npos);
  }
}

namespace {

using measuring::changed;
using measuring::Entry;
using measuring::Figure;

/// How a ledger may be written.
struct LedgerStyle {
  std::string separator, end;
  std::vector<std::string> columns;
  bool has_mark, is_french, ends_open, is_month_first = false;
};

LedgerStyle random_style(Dice& dice) {
  LedgerStyle style{dice.of<std::string>({",", ";", "\t"}),
                    dice.toss() ? "\n" : "\r\n",
                    {},
                    dice.toss(),
                    false,
                    dice.toss()};
  style.is_french = style.separator == ";" && dice.toss();
  style.is_month_first = !style.is_french && dice.toss();
  style.columns = style.is_french
                      ? std::vector<std::string>{"date", "métrique", "segment", "valeur", "note", "vu"}
                      : std::vector<std::string>{"date", "metric", "segment", "value", "note", "seen"};
  if (dice.toss())
    style.columns.pop_back();
  for (std::size_t i = style.columns.size(); i-- > 1;)
    std::swap(style.columns[i], style.columns[static_cast<std::size_t>(dice.upto(static_cast<int>(i)))]);
  return style;
}

const std::vector<std::string> segments{"",     "rural",           "mer; îles", "\"so-called\"",
                                        "a, b", " led by a blank", "two'lines"};

std::string written_day(Date date, const LedgerStyle& style) {
  const std::chrono::year_month_day parts(date);
  return style.is_french ? fmt::format("{:02}/{:02}/{}", unsigned{parts.day()}, unsigned{parts.month()},
                                       int{parts.year()})
         : style.is_month_first ? fmt::format("{:02}/{:02}/{}", unsigned{parts.month()},
                                              unsigned{parts.day()}, int{parts.year()})
                                : iso(date);
}

double random_value(Dice& dice) {
  const double whole = dice.upto(2000) - 500;
  return dice.toss() ? whole : dice.toss() ? whole / 7 : whole * 1e-8;
}

std::string random_ledger(Dice& dice, const LedgerStyle& style) {
  std::string text = style.has_mark ? "\xEF\xBB\xBF" : "";
  const auto add = [&](const auto& cell) {
    for (std::size_t i = 0; i < style.columns.size(); ++i)
      text += (i == 0 ? "" : style.separator) + cell(style.columns[i]);
    text += style.end;
  };
  add([](const std::string& name) { return name; });
  const bool has_seen = std::find_if(style.columns.begin(), style.columns.end(), [](const std::string& name) {
                          return name == "seen" || name == "vu";
                        }) != style.columns.end();
  for (Date date = first_day; date < day; date += days{20})
    for (const std::string& segment : segments)
      for (int times = 1 + (has_seen ? dice.upto(2) : 0); times > 0 && dice.toss(); --times)
        add([&](const std::string& name) -> std::string {
          if (name == "date")
            return written_day(date, style);
          if (name == "metric" || name == "métrique")
            return "accounts";
          if (name == "segment")
            return source::quoted_where_needed(segment);
          if (name == "seen" || name == "vu")
            return written_day(date + days{1 + dice.upto(9)}, style);
          if (name == "note")
            return dice.toss() ? "" : "\"a note; of, two\nlines\"";
          std::string number = fmt::format("{}", random_value(dice));
          if (style.is_french)
            std::replace(number.begin(), number.end(), '.', ',');
          return number;
        });
  if (style.ends_open)
    text.resize(text.size() - style.end.size());
  return text;
}

/// What the model's own reader makes of a ledger as of a day.
std::map<std::pair<std::string, Date>, double> read_back(const std::string& text, Date as_of) {
  model::CsvTable table;
  table.source = std::make_shared<const Source>("ledger.csv", text);
  model::read_table(table);
  REQUIRE(table.faults.empty());
  std::map<std::pair<std::string, Date>, double> figures;
  const auto metric = table.metrics.find("accounts");
  if (metric == table.metrics.end())
    return figures;
  for (const auto& [segment, rows] : metric->second)
    for (const model::DatedRow& one : model::known_rows(rows, as_of).points)
      figures[{segment, one.date()}] = model::read_number(table.digits(*one.row));
  return figures;
}

/// The old bytes, with nothing but separators and the name of a column between them.
bool is_grown(std::string_view before, std::string_view after, const std::string& separator) {
  std::size_t at = 0;
  for (const char c : after)
    if (at < before.size() && c == before[at])
      ++at;
    else if (at < before.size() && std::string_view(separator + "seenvu").find(c) == std::string_view::npos)
      return false;
  return at == before.size();
}
} // namespace

TEST_CASE("what is measured is read back as it was, and every row that stood still stands") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    Dice dice(seed);
    CAPTURE(seed);
    const LedgerStyle style = random_style(dice);
    const std::string text = dice.upto(9) == 0 ? "" : random_ledger(dice, style);
    const Date seen = day + days{dice.upto(40)};
    const auto held = read_back(text.empty() ? "date,value\n" : text, seen);
    std::map<std::pair<std::string, Date>, double> wanted = held;
    Entry entry{"accounts", {}, first_day, day};
    for (Date date = first_day; date < day; date += days{10})
      for (const std::string& segment : segments)
        if (const auto known = held.find({segment, date}); dice.toss()) {
          const double value = known != held.end() && dice.toss() ? known->second : random_value(dice);
          entry.figures.push_back({date, segment, value});
          wanted[{segment, date}] = value;
        }
    const auto all = changed("ledger.csv", text, std::span(&entry, 1), seen);
    REQUIRE(all);
    CHECK(read_back(all->text.empty() ? "date,value\n" : all->text, seen) == wanted);
    CHECK(read_back(all->text.empty() ? "date,value\n" : all->text, seen - days{1}) ==
          read_back(text.empty() ? "date,value\n" : text, seen - days{1}));
    CHECK((text.empty() || is_grown(text, all->text, style.separator)));
    const auto again = changed("ledger.csv", all->text, std::span(&entry, 1), seen + days{1});
    REQUIRE(again);
    CHECK(again->rows == 0);
    CHECK(again->text == all->text);
  }
}

} // namespace of_ledger

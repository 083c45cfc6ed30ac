#include "catch.hpp"
#include "measure/ledger/ledger.hpp"
#include <limits>

namespace of_ledger {

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using std::chrono::days;

namespace {

constexpr Date today{std::chrono::year{2026} / 3 / 2};

Date on(const std::string& day) {
  return Date{std::chrono::year{std::stoi(day.substr(0, 4))} / std::stoi(day.substr(5, 2)) /
              std::stoi(day.substr(8, 2))};
}

Entry entry(std::vector<Figure> figures, const std::string& metric = "accounts") {
  return {metric, std::move(figures), on("2026-01-01"), on("2026-03-01")};
}
Figure figure(const std::string& day, double value, const std::string& segment = "") {
  return {on(day), segment, value};
}

Changes changes(std::string_view text, const std::vector<Entry>& entries, Date seen = today) {
  auto all = changed("ledger.csv", text, entries, seen);
  INFO((all ? "" : all.error().in(Language::english)));
  REQUIRE(all);
  CHECK(changed("ledger.csv", all->text, entries, seen).value().rows == 0); // twice adds nothing
  return std::move(*all);
}
std::string added(std::string_view text, const std::vector<Entry>& entries) {
  const std::string whole = changes(text, entries).text;
  REQUIRE(whole.starts_with(text));
  return whole.substr(text.size());
}
std::string refusal(std::string_view text, const std::vector<Entry>& entries) {
  const auto all = changed("ledger.csv", text, entries, today);
  return all ? "nothing" : all.error().in(Language::english);
}
} // namespace

TEST_CASE("a new ledger names its columns, and says when each figure was seen") {
  const Changes all = changes("", {entry({figure("2026-01-31", 40), figure("2026-02-28", 52.5, "rural")})});
  CHECK(all.text == "date,metric,segment,value,seen\n2026-01-31,accounts,,40,2026-03-02\n"
                    "2026-02-28,accounts,rural,52.5,2026-03-02\n");
  CHECK(all.rows == 2);
  CHECK(changed("ledger.csv", "", {}, today).value().rows == 0);
}

TEST_CASE("figures are added, revised, unchanged or withdrawn") {
  const std::string text = "date,metric,segment,value,seen\n2026-01-31,accounts,,40,2026-02-01\n"
                           "2026-02-07,accounts,,44,2026-02-08\n2026-02-14,accounts,,46,2026-02-15\n"
                           "2025-12-31,accounts,,30,2026-01-01\n2026-02-07,other,,1,2026-02-08\n";
  const Changes all =
      changes(text, {entry({figure("2026-01-31", 40), figure("2026-02-07", 45), figure("2026-02-21", 50)})});
  REQUIRE(all.by_entry.size() == 1);
  std::vector<std::pair<FigureChange, double>> told;
  for (const MeasuredFigure& one : all.by_entry[0])
    told.emplace_back(one.change, one.value);
  CHECK(told == std::vector<std::pair<FigureChange, double>>{{FigureChange::unchanged, 40},
                                                             {FigureChange::revised, 45},
                                                             {FigureChange::withdrawn, 46},
                                                             {FigureChange::added, 50}});
  CHECK(all.by_entry[0][1].was == 44);
  CHECK(all.text == text + "2026-02-07,accounts,,45,2026-03-02\n2026-02-21,accounts,,50,2026-03-02\n");
}

TEST_CASE("a figure that changes back is a revision of what holds, not of what once stood") {
  const std::string text = "date,metric,segment,value,seen\n2026-01-31,accounts,,40,2026-02-01\n"
                           "2026-01-31,accounts,,41,2026-02-08\n";
  CHECK(added(text, {entry({figure("2026-01-31", 40)})}) == "2026-01-31,accounts,,40,2026-03-02\n");
  CHECK(added(text, {entry({figure("2026-01-31", 41)})}).empty());
}

TEST_CASE("rows are written as the ledger writes its own") {
  const std::vector<Entry> one{entry({figure("2026-02-28", 52.5)})};
  CHECK(added("seen;value;date\r\n01/02/2026;40,5;31/01/2026\r\n", one) == "02/03/2026;52,5;28/02/2026\r\n");
  CHECK(added("seen;value;date\n;40.5;2026-01-31\n", one) == "2026-03-02;52.5;2026-02-28\n");
  CHECK(added("date\tvalue\tseen\n2026-01-31\t40\t\n", one) == "2026-02-28\t52.5\t2026-03-02\n");
  CHECK(added("date\tvalue\tseen\n2026-01-31\t40,5\t\n", one) == "2026-02-28\t52,5\t2026-03-02\n");
  CHECK(added("date,note,metric,value,vu\n01/31/2026,\"a, b\",x,40,\n", one) ==
        "02/28/2026,,accounts,52.5,2026-03-02\n");
  CHECK(added("date,value,vu_le\n2026-01-31,40,", one) == "\n2026-02-28,52.5,2026-03-02\n");
  CHECK(added("\xEF\xBB\xBF"
              "Date;Métrique;Valeur;Vu\r\n31.01.2026;accounts;1 040,5;",
              one) == "\r\n28.02.2026;accounts;52,5;02.03.2026\r\n");
}

TEST_CASE("a ledger without the day of its figures gets the column, in its language") {
  const std::vector<Entry> one{entry({figure("2026-02-28", 52.5)})};
  CHECK(changes("date,value\n2026-01-31,40\n\n2026-02-07,41", one).text ==
        "date,value,seen\n2026-01-31,40,\n\n2026-02-07,41,\n2026-02-28,52.5,2026-03-02\n");
  CHECK(changes("date;valeur;note\r\n31/01/2026;40;\"deux\r\nlignes\"\r\n07/02/2026;41\r\n", one).text ==
        "date;valeur;note;vu\r\n31/01/2026;40;\"deux\r\nlignes\";\r\n07/02/2026;41;;\r\n"
        "28/02/2026;52,5;;02/03/2026\r\n");
  // What is not changed is not touched at all.
  const std::string text = "date,value\n2026-02-28,52.5";
  CHECK(changes(text, one).text == text);
}

TEST_CASE("names that would end a cell are quoted, and read back") {
  const std::string text =
      added("date,metric,segment,value,seen\n",
            {entry({figure("2026-01-31", 1, "a, b"), figure("2026-01-31", 2, "so-called \"c\""),
                    figure("2026-01-31", 3, " d "), figure("2026-01-31", 5, "g;h")},
                   "a, metric")});
  CHECK(text ==
        "2026-01-31,\"a, metric\",\" d \",3,2026-03-02\n2026-01-31,\"a, metric\",\"a, b\",1,2026-03-02\n"
        "2026-01-31,\"a, metric\",\"g;h\",5,2026-03-02\n"
        "2026-01-31,\"a, metric\",\"so-called \"\"c\"\"\",2,2026-03-02\n");
}

TEST_CASE("numbers are the shortest that read back the same") {
  const auto written = [](double value) {
    const std::string row = added("date,value,seen\n", {entry({figure("2026-01-31", value)})});
    return row.substr(11, row.rfind(',') - 11);
  };
  CHECK(written(0.1 + 0.2) == "0.30000000000000004");
  CHECK(written(1e20) == "100000000000000000000");
  CHECK(written(1e300) == "1e+300");
  CHECK(written(5e-324) == "5e-324");
  CHECK(written(-0.0) == "0");
  CHECK(written(-12.25) == "-12.25");
  CHECK(written(0.00001) == "0.00001");
}

TEST_CASE("figures of several metrics and segments share a ledger, and each query speaks of its own") {
  const std::string text = "date,metric,segment,value,seen\n2026-01-31,accounts,rural,4,2026-02-01\n"
                           "2026-01-31,accounts,urban,5,2026-02-01\n2026-01-31,accounts,,9,2026-02-01\n";
  const auto withdrawn = [&](const Entry& one) {
    std::string names;
    const Changes all = changes(text, {one});
    for (const MeasuredFigure& figure : all.by_entry[0])
      if (figure.change == FigureChange::withdrawn)
        names += figure.segment + "|";
    return names;
  };
  Entry of_rural = entry({figure("2026-02-28", 4, "rural")});
  of_rural.segment = "rural";
  CHECK(withdrawn(of_rural) == "rural|");
  CHECK(withdrawn(entry({figure("2026-01-31", 9)})).empty());
  CHECK(withdrawn(entry({})) == "|");
  CHECK(withdrawn(entry({figure("2026-01-31", 4, "rural")})) == "|urban|");
  CHECK(added(text, {entry({figure("2026-02-28", 1)}), entry({figure("2026-02-28", 2)}, "visits")}) ==
        "2026-02-28,accounts,,1,2026-03-02\n2026-02-28,visits,,2,2026-03-02\n");
}

TEST_CASE("what is no ledger, or has no place for a figure, is refused with a sentence") {
  const std::vector<Entry> one{entry({figure("2026-01-31", 1)})};
  CHECK(refusal("a,b\n1,2\n", one) ==
        "ledger.csv is no ledger, at line 1: the first line does not name a date column and a value column");
  CHECK(refusal("date,value\n\"2026-01-31,1\n", one) ==
        "ledger.csv is no ledger, at line 2: this quote is never closed");
  CHECK(refusal("\xff\xfe"
                "d\0a\0",
                one) == "ledger.csv is not in UTF-8: nothing can be added to it; save it in UTF-8");
  CHECK(refusal("date;valeur;\xe9l\xe8ves\n", one) ==
        "ledger.csv is not in UTF-8: nothing can be added to it; save it in UTF-8");
  CHECK(refusal("date,value\n2026-01-31,many\n", one) ==
        "ledger.csv cannot be added to: its line 2 has a day or a value that cannot be read");
  CHECK(refusal("date,value,seen\n2026-01-31,1,\n2026-02-07,1,soon\n2026-02-08,1,2026-02-09\n", one) ==
        "ledger.csv cannot be added to: its line 3 has a day or a value that cannot be read");
  CHECK(
      refusal("date,value\n2026-01-31,1\n2026-01-31,2\n", one) ==
      "ledger.csv cannot be added to: at line 3, a second row of its day, and neither says when it was seen");
  CHECK(refusal("date,value\n", {entry({figure("2026-01-31", 1, "rural")})}) ==
        "ledger.csv has no column segment, and these figures are of segments");
  CHECK(refusal("date,value\n", {one[0], entry({figure("2026-01-30", 1)}, "visits")}) ==
        "ledger.csv has no column metric, and figures of several metrics go to it");
  CHECK(refusal("", {one[0], one[0]}) ==
        "two queries give accounts of 31 January 2026 for ledger.csv: name a metric for each");
  CHECK(refusal("", {entry({figure("2026-01-31", 1, "\xff")})}) ==
        "nothing was added to ledger.csv: the name of a segment is no text in UTF-8");
  CHECK(refusal("", {entry({figure("2026-01-31", 1, std::string("a\0b", 3))})}) ==
        "nothing was added to ledger.csv: the name of a segment is no text in UTF-8");
}

TEST_CASE("names that a spreadsheet or a terminal would obey are refused") {
  const auto of = [](const std::string& name) {
    return refusal("", {entry({figure("2026-01-31", 1, name)})});
  };
  for (const std::string name :
       {"=1+1", "@SUM(A1)", "+HYPERLINK(\"x\")", "-1+cmd|' /C calc'!A1", "a;=1", "b, @x"})
    CHECK(of(name) ==
          "nothing was added to ledger.csv: a spreadsheet would take the name " + name + " for a formula");
  for (const std::string name : {"\t=1", "\r=1", "e\nf", "\x1B[2J",
                                 "\xC2\x9B"
                                 "2J"})
    CHECK(of(name) ==
          "nothing was added to ledger.csv: the name of a metric or segment has control characters");
  for (const std::string name : {"+65 ans", "-île", "a=b", "x@y", "rural - été"})
    CHECK(of(name) == "nothing");
  CHECK(refusal("", {entry({figure("2026-01-31", 1)}, "$(x)\n")}) ==
        "nothing was added to ledger.csv: the name of a metric or segment has control characters");
}

TEST_CASE("the newest day of segments is one that each of them has") {
  const std::string text =
      "date,metric,segment,value\n2026-01-31,a,x,1\n2026-02-28,a,x,2\n2026-02-07,a,y,1\n";
  const Ledger ledger("l.csv", text);
  const std::vector<std::string> both{"x", "y"}, more{"x", "z"};
  CHECK(ledger.newest_day("a") == on("2026-02-28"));
  CHECK(ledger.newest_day("a", both) == on("2026-02-07"));
  CHECK_FALSE(ledger.newest_day("a", more));
  CHECK(Ledger("l.csv", text).newest_day("a", both) == on("2026-02-07"));
  CHECK_FALSE(Ledger("l.csv", "no ledger").newest_day("a"));
}

TEST_CASE("the newest day of a metric is known, where it has one") {
  const std::string text =
      "date,metric,value\n2026-02-07,accounts,41\n2026-01-31,accounts,40\n2026-03-01,visits,1\n";
  CHECK(Ledger("l.csv", text).newest_day("accounts") == on("2026-02-07"));
  CHECK_FALSE(Ledger("l.csv", text).newest_day("others"));
  CHECK_FALSE(Ledger("l.csv", "").newest_day("accounts"));
  CHECK_FALSE(Ledger("l.csv", "no ledger").newest_day("accounts"));
  CHECK(Ledger("l.csv", "date,value\n2026-02-07,41\n").newest_day("accounts") == on("2026-02-07"));
}

} // namespace of_ledger

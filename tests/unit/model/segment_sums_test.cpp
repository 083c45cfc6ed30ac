#include "catch.hpp"
#include "model/segment_sums.hpp"
#include "model/written.hpp"

using namespace deploy_plan;
using model::CsvTable;

namespace {

CsvTable summed_table(std::string text) {
  CsvTable table;
  table.source = std::make_shared<const Source>("m.csv", std::move(text));
  model::read_table(table);
  REQUIRE(table.faults.empty());
  return table;
}

/// "31:9 (seen 5)", a day of January and its sum, each, as of a day of February.
std::string sums(const std::string& text, unsigned day) {
  const CsvTable table = summed_table(text);
  model::SegmentSums all(table.has_seen, Date{std::chrono::year{2026} / 2 / day},
                         [&](const CsvTable::Row& row) -> std::optional<double> {
                           if (row.figure != CsvTable::Figure::number)
                             return std::nullopt;
                           return model::read_number(table.digits(row));
                         });
  for (const auto& [segment, rows] : table.metrics.at(""))
    if (!all.add(rows))
      return "refused";
  const auto day_of = [](Date date) {
    return std::to_string(unsigned{std::chrono::year_month_day(date).day()});
  };
  std::string words;
  const auto read = all.read();
  for (const model::SegmentSum& one : read.points)
    words += day_of(*one.row->day) + ":" + std::to_string(static_cast<int>(one.value)) +
             (one.seen ? " (seen " + day_of(*one.seen) + ") " : " ");
  for (const model::SegmentSum& one : read.others)
    words += "- " + std::to_string(static_cast<int>(one.value)) + " ";
  return words + (read.left_out > 0 ? "without " + std::to_string(read.left_out) : "");
}
} // namespace

TEST_CASE("days are summed where every segment has a row") {
  const std::string text = "date,segment,value\n2026-01-30,a,1\n2026-01-31,a,4\n2026-01-31,b,5\n";
  CHECK(sums(text, 28) == "31:9 without 1");
  CHECK(sums(text + "2026-01-31,a,6\n", 28) == "refused");
  CHECK(sums("date,segment,value\n2026-01-31,a,4\n2026-01-31,b,many\n", 28) == "refused");
}

TEST_CASE("a sum is made anew each time that one of its segments is seen again") {
  const std::string text = "date,segment,value,seen\n2026-01-31,a,4,2026-02-01\n2026-01-31,b,5,2026-02-03\n"
                           "2026-01-31,a,6,2026-02-05\n2026-01-31,b,7,2026-02-05\n";
  CHECK(sums(text, 28) == "31:13 (seen 5) - 9 ");
  CHECK(sums(text, 4) == "31:9 (seen 3) - 13 ");
  CHECK(sums(text, 2) == "- 9 - 13 without 1");
  CHECK(sums(text, 1) == "- 9 - 13 without 1");
}

TEST_CASE("a revision that is not a number refuses no sum before it holds") {
  const std::string text = "date,segment,value,seen\n2026-01-31,a,4,2026-02-01\n2026-01-31,b,5,2026-02-01\n"
                           "2026-01-31,a,many,2026-02-05\n";
  CHECK(sums(text, 4) == "31:9 (seen 1) ");
  CHECK(sums(text, 5) == "refused");
}

TEST_CASE("rows whose days cannot be read hold, for it to be said") {
  const CsvTable table =
      summed_table("date,value,seen\n2026-01-31,1,2026-02-01\n2026-01-31,2,soon\nnever,3,\n");
  const auto held = model::known_rows(table.metrics.at("").at(""), Date{std::chrono::year{2026} / 2 / 28});
  CHECK(held.points.size() == 3);
  CHECK(held.others.empty());
}

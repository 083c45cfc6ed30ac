#include "report/views/gap/gap_csv.hpp"
#include "answers/csv.hpp"
#include "report/csv.hpp"

namespace deploy_plan::report {
namespace {

/// The id of the segment that a figure is of; empty for those of the whole market.
std::string segment_of(const answers::Path& path) {
  const auto is_list_of_segments = [](const answers::Step& step) {
    return step.member != nullptr && step.member->type == &answers::TypeOf<std::vector<MarketGap>>::value;
  };
  const auto list = std::find_if(path.begin(), path.end(), is_list_of_segments);
  return list == path.end() ? std::string() : std::next(list)->id;
}
} // namespace

std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"stratégie", "segment", "chemin", "valeur", "unité"})
                           : dialect.row({"strategy", "segment", "path", "value", "unit"});
  for (const Gap& gap : gaps)
    answers::each_row(gap, [&](const answers::FigureRow& row) {
      result +=
          dialect.row({CsvDialect::words(gap.strategy), CsvDialect::words(segment_of(row.figure.path)),
                       CsvDialect::words(row.path), dialect.number(row.value), CsvDialect::words(row.unit)});
    });
  return result;
}

} // namespace deploy_plan::report

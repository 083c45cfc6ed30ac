#include "report/views/gap/gap_writers.hpp"
#include "answers/answers.hpp"
#include "answers/csv.hpp"
#include "answers/json.hpp"
#include "report/csv.hpp"

namespace deploy_plan::answers {
template <>
const Record& description<Gap>();
template <>
const Record& description<GapPortfolio>();
template <>
const Record& description<PortfolioTotals>();
} // namespace deploy_plan::answers

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

class GapCsv : public GapWriter {
public:
  GapCsv(Sink sink, bool french_dialect) : sink_(std::move(sink)), dialect_(french_dialect) {
    sink_(dialect_.begin() + (french_dialect
                                  ? dialect_.row({"stratégie", "segment", "chemin", "valeur", "unité"})
                                  : dialect_.row({"strategy", "segment", "path", "value", "unit"})));
  }
  void add(Gap&& gap) override {
    answers::each_row(gap, [&](const answers::FigureRow& row) {
      sink_(dialect_.row({CsvDialect::words(gap.strategy), CsvDialect::words(segment_of(row.figure.path)),
                          CsvDialect::words(row.path), dialect_.number(row.value),
                          CsvDialect::words(row.unit)}));
    });
  }
  void end() override {}

private:
  Sink sink_;
  CsvDialect dialect_;
};

class GapJson : public GapWriter {
public:
  GapJson(Sink sink, Date as_of) : sink_(std::move(sink)), as_of_(as_of) {}
  void add(Gap&& gap) override {
    sum_.add(gap);
    if (++count_ == 1) { // whether it stands alone is known when the next one comes
      first_ = std::move(gap);
      return;
    }
    if (count_ == 2) {
      begin();
      write(first_);
    }
    write(gap);
  }
  void end() override {
    if (count_ == 1)
      return sink_(answers::as_json(first_) + "\n");
    if (count_ == 0)
      begin();
    sink_(std::string(count_ == 0 ? "]" : "\n  ]") +
          ",\n  \"totals\": " + answers::as_json_within(sum_.totals(), 1) + "\n}\n");
  }

private:
  Sink sink_;
  Date as_of_;
  Gap first_;
  PortfolioSum sum_;
  std::size_t count_ = 0;
  bool any_ = false;

  void begin() {
    sink_(
        "{\n  \"format\": " + answers::as_json_string(answers::description<answers::GapPortfolio>().format) +
        ",\n  \"as_of\": " + answers::as_json_string(iso(as_of_)) + ",\n  \"strategies\": [");
  }
  void write(const Gap& gap) {
    sink_(std::string(any_ ? "," : "") + "\n    " + answers::as_json_within(gap, 2));
    any_ = true;
  }
};
} // namespace

std::unique_ptr<GapWriter> gap_csv_writer(Sink sink, bool french_dialect) {
  return std::make_unique<GapCsv>(std::move(sink), french_dialect);
}
std::unique_ptr<GapWriter> gap_json_writer(Sink sink, Date as_of) {
  return std::make_unique<GapJson>(std::move(sink), as_of);
}

std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect) {
  std::string written;
  const auto writer = gap_csv_writer([&](std::string_view piece) { written += piece; }, french_dialect);
  for (Gap gap : gaps)
    writer->add(std::move(gap));
  writer->end();
  return written;
}

} // namespace deploy_plan::report

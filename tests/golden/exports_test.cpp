// What goes out to others: PILOTE, Prometheus, Parliament.
#include "deploy_plan/indicator_sheet.hpp"
#include "golden/golden.hpp"
#include "report/exports/openmetrics.hpp"
#include "report/exports/pilote.hpp"
#include "report/views/sheet/sheet_view.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
std::string metrics_of(Gap told) {
  std::string text;
  const auto writer = report::openmetrics_writer([&](std::string_view piece) { text += piece; });
  writer->add(std::move(told));
  writer->end();
  return text;
}
} // namespace

TEST_CASE("a strategy goes out as others take it") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  matches("exports/pilote.csv",
          report::pilote_header() + report::pilote_rows(indicator_figures(strategy, day)));
  matches("exports/metrics.txt", metrics_of(gap(strategy, day)));
}

TEST_CASE("Parliament's sheet reads as it must, in each format and language") {
  const IndicatorSheet sheet = indicator_sheet(strategy_of("examples/diagnostic-communes.json"), day, {});
  const Document document{{{"Indicators", "Indicateurs"}}, {report::indicator_sheet_section(sheet)}};
  for (const Language language : languages) {
    RenderOptions options;
    options.language = language;
    for (const DocumentFormat& format : document_formats())
      matches("exports/parliament" + suffix(language) + std::string(format.extension),
              format.render(document, options));
    const bool french = language == Language::french;
    matches("exports/parliament" + suffix(language) + ".csv",
            report::indicator_sheet_csv_header(language, french) +
                report::indicator_sheet_csv(sheet, language, french));
  }
}

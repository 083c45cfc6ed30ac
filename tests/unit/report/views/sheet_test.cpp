#include "catch.hpp"
#include "report/csv.hpp"
#include "report/views/sheet/sheet_view.hpp"

using namespace deploy_plan;

namespace {

constexpr Date on(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month);
}

IndicatorSheet sheet() {
  SheetIndicator one;
  one.objective = "accounts";
  one.name = "Accounts";
  one.unit = "%";
  one.is_rate = true;
  one.two_years_before.why = SheetFigure::Missing::not_applicable;
  one.year_before = {.value = 0.25, .day = on(2025, 12, 31)};
  one.aimed = {.value = 0.5};
  one.forecast = {.value = 0.4, .low = 0.3, .high = 0.45};
  one.target = 0.6;
  one.by = on(2027, 12, 31);
  return {on(2026, 3, 1), "Strategy; \"one\"", 2026, {one}};
}

std::string as(std::string_view format, Language language) {
  const Document document{{{"Indicators", "Indicateurs"}}, {report::indicator_sheet_section(sheet())}};
  RenderOptions options;
  options.language = language;
  for (const DocumentFormat& one : document_formats())
    if (one.name == format)
      return one.render(document, options);
  FAIL("no such format");
  return {};
}
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }
} // namespace

TEST_CASE("each table of Parliament's sheet is headed by its indicator, in every format") {
  for (const DocumentFormat& format : document_formats()) {
    const std::string text = as(format.name, Language::english);
    INFO(text);
    CHECK(has(text, "Accounts"));
    CHECK(text.find("Accounts") < text.find("25%"));
  }
}

TEST_CASE("what is foretold is told with its interval, and what is not known says why") {
  const std::string french = as("markdown", Language::french);
  INFO(french);
  CHECK(has(french, "sûr à 90"));
  CHECK(has(french, "Accounts, au"));
  CHECK(has(french, "| 2024, réalisation | sans objet |"));
  CHECK(has(french, "| Cible actualisée | non déterminé |"));
  CHECK(has(french, "relevé du 31 décembre 2025"));
}

TEST_CASE("the sheet as rows has a cell for each column, in both languages and dialects") {
  for (const Language language : {Language::english, Language::french})
    for (const bool french : {false, true}) {
      const std::string header = report::indicator_sheet_csv_header(language, french);
      const std::string row = report::indicator_sheet_csv(sheet(), language, french);
      const char separator = french ? ';' : ',';
      std::string bare; // what stands in quotes separates nothing
      bool in_quotes = false;
      for (const char c : row) {
        in_quotes = c == '"' ? !in_quotes : in_quotes;
        bare += in_quotes ? 'x' : c;
      }
      INFO(header << row);
      CHECK(std::count(header.begin(), header.end(), separator) ==
            std::count(bare.begin(), bare.end(), separator));
    }
}

#include "catch.hpp"
#include "deploy_plan/document.hpp"
#include "report/document/markup.hpp"
#include "report/document/plot.hpp"

using namespace deploy_plan;

namespace {

Phrase words(const std::string& text) { return {{"{0}", "{0}"}, {text}}; }

Document one_table(const std::string& title, const std::string& cell) {
  Table table{
      words("caption"), {words("name"), words("value")}, {{Cell{words(cell)}, Cell{words("7"), true}}}};
  return {words(title), {Section{"one", words("Section"), false, {table}}}};
}
} // namespace

TEST_CASE("every format tells the title, the section and the cells") {
  const Document document = one_table("Title", "cell");
  for (const DocumentFormat& format : document_formats()) {
    CAPTURE(format.name);
    const std::string shown = format.render(document, {});
    for (const char* const part : {"Title", "Section", "cell", "7"})
      CHECK(shown.find(part) != std::string::npos);
  }
}

TEST_CASE("no word of a file becomes markup") {
  const Document document = one_table("<script>x</script>", "<b>&|`*");
  for (const DocumentFormat& format : document_formats()) {
    CAPTURE(format.name);
    if (format.name != "text")
      CHECK(format.render(document, {}).find("<script>x") == std::string::npos);
  }
  CHECK(report::escaped_markup("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;'");
}

TEST_CASE("a plot's axis begins at zero and ends on a round figure") {
  Plot plot;
  plot.curves = {{words("seen"), Plot::Style::line, {{0, 3}, {10, 96}}}};
  const report::PlotFrame frame(plot);
  CHECK(frame.low_y() == 0);
  CHECK(frame.high_y() >= 96);
  CHECK(frame.high_y() <= 120);
  CHECK(frame.share_x(0) == 0);
  CHECK(frame.share_x(10) == 1);
  CHECK(frame.share_y(frame.high_y()) == 1);
  const auto cells = frame.cells(plot.curves.front(), 11, 5);
  REQUIRE_FALSE(cells.empty());
  for (const auto cell : cells) {
    CHECK(cell.column < 11);
    CHECK(cell.row < 5);
  }
  CHECK(report::is_empty(Plot()));
}

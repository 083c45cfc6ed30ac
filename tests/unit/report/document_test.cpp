#include "catch.hpp"
#include "deploy_plan/document.hpp"
#include "report/document/markup.hpp"

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

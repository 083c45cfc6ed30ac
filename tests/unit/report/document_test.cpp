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

namespace {

std::string markdown_of(const std::string& value) {
  const Paragraph said{{{"Contact: {0}", "Contact : {0}"}, {value}}, Tone::plain, false, {value}};
  const Document document{words("Title"), {Section{"one", words("Section"), false, {said}}}};
  for (const DocumentFormat& format : document_formats())
    if (format.name == "markdown")
      return format.render(document, {});
  return {};
}
bool has_link(const std::string& markdown) { return markdown.find("](<") != std::string::npos; }
} // namespace

TEST_CASE("addresses that are given to be followed are links in Markdown, and can be copied") {
  CHECK(markdown_of("https://example.org/a_b?c=1&copy=2")
            .find("[https://example.org/a\\_b?c=1&amp;copy=2](<https://"
                  "example.org/a_b?c=1&amp;copy=2>)") != std::string::npos);
  CHECK(markdown_of("team@example.org").find("[team@example.org](<mailto:team@example.org>)") !=
        std::string::npos);
  CHECK(markdown_of("https://example.org/é(1)").find("(<https://example.org/%C3%A9%281%29>)") !=
        std::string::npos);
}

TEST_CASE("what is no address of the web or of mail is inert in Markdown") {
  for (const char* const hostile :
       {"javascript:alert(1)", "data:text/html,x", "https://example.org/ x", "https://example.org/><script>",
        "https://example.org/\nx", "ftp://example.org", "@team", "team@", "a@b@c.org", "table.csv",
        "//example.org", "HTTPS://example.org", "https://example.org/\\"}) {
    CAPTURE(hostile);
    const std::string shown = markdown_of(hostile);
    CHECK_FALSE(has_link(shown));
    CHECK(shown.find("<script") == std::string::npos);
  }
  const std::string closed = markdown_of("https://example.org/](javascript:alert(1))");
  CHECK(closed.find("](<https://example.org/%5D%28javascript:alert%281%29%29>)") != std::string::npos);
  CHECK(markdown_of("see www.example.org").find("www.example") == std::string::npos); // words stay words
}

// Documents as one HTML page: no script, no network, legible without its style, in the dark, on a telephone
// and on A4.
#include "report/charts/plot.hpp"
#include "report/charts/timeline.hpp"
#include "report/document/cells.hpp"
#include "report/document/document.hpp"
#include "report/document/markup.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

// Colours keep a contrast of 4.5:1 at least on their grounds (WCAG 2.1, 1.4.3).
constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1f; --soft: #55555e; --line: #c9c9d1; --bar: #2f5fb3; --track: #e4e6ee;
  --good: #14692f; --warning: #8a4b00; --bad: #b01e1e; }
@media (prefers-color-scheme: dark) { :root { --ground: #17181c; --ink: #ececf1; --soft: #b3b3bd; --line: #44454f; --bar: #7fa8f0;
  --track: #2a2c35; --good: #6fcf8b; --warning: #f0b35a; --bad: #ff8f8f; } }
body { margin: 0 auto; padding: 1rem; max-width: 68rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
.good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); }
.summary p { margin: .3rem 0; font-size: 1.05rem; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid var(--bar); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { caption-side: bottom; text-align: left; color: var(--soft); font-size: .85rem; padding-top: .3rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; } th[scope=row] { font-weight: 500; min-width: 9rem; }
thead th { color: var(--soft); font-weight: 600; font-size: .85rem; }
.number { text-align: right; white-space: nowrap; }
@media print { @page { size: A4; margin: 15mm; } body { max-width: none; padding: 0; font-size: 10pt; } tr { break-inside: avoid; }
  h2 { break-after: avoid; } .scroll { overflow: visible; } }
)css";

class HtmlWriter {
public:
  explicit HtmlWriter(const RenderOptions& chosen) : options_(chosen) {}

  std::string write(const Document& document) {
    const std::string title = said(document.title);
    result_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n"
        "<link rel=\"icon\" "
        "href=\"data:,\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        options_.language == Language::french ? "fr" : "en", title,
        std::string(style) + std::string(chart_style()), title);
    for (const Section& section : document.sections)
      add(section);
    return result_ + "</main>\n</body>\n</html>\n";
  }

private:
  const RenderOptions& options_;
  std::string result_;
  int charts_ = 0;
  int tables_ = 0;
  std::string section_id_; ///< of the one that is being written

  std::string said(const Phrase& phrase) const { return escaped_markup(phrase.in(options_.language)); }
  void add(const Section& section) {
    section_id_ = section.id;
    result_ += fmt::format("<section class=\"{0}\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n",
                           section.id, said(section.title));
    const Block* before = nullptr;
    for (const Block& block : section.blocks) {
      const bool folds = before != nullptr && is_chart(*before) && std::holds_alternative<Table>(block);
      result_ += folds ? fmt::format("<details class=\"figures\">\n<summary>{}</summary>\n",
                                     said(words(same_figures)))
                       : std::string();
      std::visit([&](const auto& one) { add(one); }, block);
      result_ += folds ? "</details>\n" : "";
      before = &block;
    }
    result_ += "</section>\n";
  }

  void add(const Paragraph& paragraph) {
    result_ += fmt::format("<p class=\"{}\">{}</p>\n", class_of(paragraph.tone), said(paragraph.text));
  }

  void add(const Listing& listing) {
    result_ += fmt::format(
        "<p>{0}</p>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><pre>",
        said(listing.caption));
    for (const Words& line : listing.lines)
      result_ += escaped_markup(line.in(options_.language)) + "\n";
    result_ += "</pre></div>\n";
  }

  void add(const Table& table) {
    const int number = ++tables_;
    // A region that scrolls must be reachable from the keyboard.
    result_ += fmt::format(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-labelledby=\"{2} table-{0}\">\n<table>\n<caption id=\"table-{0}\">{1}</caption>\n<thead><tr>",
        number, said(table.caption), section_id_);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string words = said(table.columns[i]);
      const bool numeric = is_numeric(table, i);
      result_ += words.empty()
                     ? "<td></td>"
                     : fmt::format("<th scope=\"col\"{}>{}</th>", numeric ? " class=\"number\"" : "", words);
    }
    result_ += "</tr></thead>\n";
    result_ += !table.rows.empty() && is_heading(table, table.rows.front()) ? "" : "<tbody>\n";
    for (const auto& row : table.rows) {
      if (is_heading(table, row)) {
        result_ += &row == &table.rows.front() ? "" : "</tbody>\n";
        result_ += fmt::format("<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n",
                               table.columns.size(), said(*row.front().value));
        continue;
      }
      result_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string words =
            (row[i].best ? "★ " : "") + (row[i].value ? said(*row[i].value) : "—") + sparkline(row[i].series);
        const std::string_view tone = class_of(row[i].tone);
        result_ +=
            i == 0 ? fmt::format("<th scope=\"row\" class=\"{}\">{}</th>", tone, words)
                   : fmt::format("<td class=\"{}{}\">{}</td>", row[i].numeric ? "number " : "", tone, words);
      }
      result_ += "</tr>\n";
    }
    result_ += "</tbody>\n</table>\n</div>\n";
  }

  static bool is_chart(const Block& block) {
    return std::holds_alternative<Bars>(block) || std::holds_alternative<Plot>(block) ||
           std::holds_alternative<Panels>(block) || std::holds_alternative<Timeline>(block);
  }
  static constexpr Text same_figures{"The figures in a table", "Les chiffres en tableau"};

  void add_caption(const Phrase& title, const Phrase& description) {
    result_ += fmt::format("<figure>\n<figcaption><strong>{}</strong> <span>{}</span></figcaption>\n",
                           said(title), said(description));
  }
  void add_svg(const Phrase& title, const Phrase& description, const Canvas& canvas, const Drawing& drawing) {
    const int number = ++charts_;
    result_ += fmt::format("<svg class=\"{}\" viewBox=\"0 0 {:.0f} {:.0f}\" font-size=\"{}\" role=\"img\" "
                           "aria-labelledby=\"chart-{}\">\n<title id=\"chart-{}\">{}{}{}</title>\n{}</svg>\n",
                           canvas.name, canvas.width, std::ceil(drawing.height), canvas.letters, number,
                           number, said(title), options_.language == Language::french ? "\u00a0: " : ": ",
                           said(description), drawing.shapes);
  }
  /// Drawn for every canvas, of which the page shows the one that it has room for.
  template <class Chart, class Draw>
  void figure(const Chart& chart, Draw draw) {
    add_caption(chart.title, chart.description);
    for (const Canvas& canvas : canvases)
      add_svg(chart.title, chart.description, canvas, draw(chart, options_.language, canvas));
    result_ += "</figure>\n";
  }

  void add(const Bars& bars) {
    if (!bars.bars.empty())
      figure(bars, bars_as_svg);
  }
  void add(const Timeline& timeline) {
    if (!is_empty(timeline))
      figure(timeline, timeline_as_svg);
  }
  void add(const Plot& plot) {
    if (!is_empty(plot))
      figure(plot, plot_as_svg);
  }
  void add(const Panels& panels) {
    add_caption(panels.title, panels.description);
    result_ += "<div class=\"panels\">\n";
    for (const Plot& plot : panels.plots)
      if (!is_empty(plot)) {
        result_ += fmt::format("<div><p>{}</p>\n", said(plot.title));
        add_svg(plot.title, plot.description, panel_canvas,
                plot_as_svg(plot, options_.language, panel_canvas));
        result_ += "</div>\n";
      }
    result_ += "</div>\n</figure>\n";
  }
};
} // namespace

std::string document_as_html(const Document& document, const RenderOptions& options) {
  return HtmlWriter(options).write(document);
}

} // namespace deploy_plan::report

// Documents as one HTML page: no script, no network, legible without its style, in the dark, on a telephone
// and on A4.
#include "report/charts/plot.hpp"
#include "report/charts/timeline.hpp"
#include "report/document/cells.hpp"
#include "report/document/document.hpp"
#include "report/document/html_brief.hpp"
#include "report/document/html_public.hpp"
#include "report/document/links.hpp"
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
caption { caption-side: bottom; break-before: avoid; text-align: left; color: var(--soft); font-size: .85rem; padding-top: .3rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; } th[scope=row] { font-weight: 500; min-width: 9rem; }
thead th { color: var(--soft); font-weight: 600; font-size: .85rem; }
.number { text-align: right; white-space: nowrap; }
@media print { @page { size: A4; margin: 10mm; } body { max-width: none; padding: 0; font-size: 10pt; } tr { break-inside: avoid; }
  thead, tbody tr:first-child { break-after: avoid; } tbody tr:last-child { break-before: avoid; }
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
        "{}{}<link rel=\"icon\" "
        "href=\"data:,\">\n<title>{}</title>\n<style>{}{}{}{}{}</style>\n</"
        "head>\n<body>\n<main>\n<header>\n<h1>{}</h1>\n",
        options_.language == Language::french ? "fr" : "en", document.back.empty() ? "" : portfolio_page_mark,
        description_of(document), title, style, chart_style(), brief_style, brief_cards(),
        public_style_of(document), title);
    add_about(document);
    add_way_back(document);
    result_ += "</header>\n";
    add_body(document);
    return result_ + "</main>\n</body>\n</html>\n";
  }

private:
  const RenderOptions& options_;
  std::string result_;
  int charts_ = 0;
  int tables_ = 0;
  std::string section_id_; ///< of the one that is being written
  std::string part_;      ///< the id of the part that is being written, with its hyphen; empty outside of any
  int level_ = 2;         ///< of its sections' headings
  bool is_first_ = false; ///< it is among what is read first
  bool folds_ = false;    ///< the table that is being written is that of the chart before it

  std::string said(const Phrase& phrase) const { return escaped_markup(phrase.in(options_.language)); }
  std::string description_of(const Document& document) const {
    return document.about.empty()
               ? ""
               : fmt::format("<meta name=\"description\" content=\"{}\">\n", said(document.about.front()));
  }

  void add_about(const Document& document) {
    for (const Phrase& line : document.about)
      result_ += fmt::format("<p class=\"about\">{}</p>\n", said(line));
  }

  void add_way_back(const Document& document) {
    if (!document.back.empty())
      result_ += fmt::format("<p class=\"about\"><a href=\"{}\">{}</a></p>\n", escaped_markup(document.back),
                             said({{"← Portfolio", "← Portefeuille"}}));
  }
  static bool leads_on(const Document& document) {
    return std::any_of(document.sections.begin(), document.sections.end(), [](const Section& section) {
      const auto* const table = section.blocks.empty() ? nullptr : std::get_if<Table>(&section.blocks.back());
      return table != nullptr && !table->rows.empty() && !table->rows.front().front().page.empty();
    });
  }

  /// Alone, too, it is laid out for one screen and one sheet.
  static bool is_brief(const Document& document) {
    return !document.sections.empty() && document.sections.front().id == "brief";
  }

  /// What is read first, then what follows under a table of contents.
  void add_body(const Document& document) {
    const bool has_annex = std::any_of(document.sections.begin(), document.sections.end(), is_annex);
    const bool is_whole = has_annex || !document.parts.empty();
    const bool stands_first = is_whole || leads_on(document) || is_brief(document);
    result_ += stands_first ? "<div class=\"first\">\n" : "";
    for (const Section& section : document.sections)
      if (!section.is_annex())
        add(section);
    result_ += stands_first ? "</div>\n" : "";
    if (is_whole)
      add_contents(document);
    add_annex(document);
    for (const Document& part : document.parts)
      add_part(part);
  }
  static bool is_annex(const Section& section) { return section.is_annex(); }

  void add_annex(const Document& document) {
    std::string_view chapter;
    for (const Section& section : document.sections)
      if (section.is_annex()) {
        if (chapter != section.chapter.en)
          result_ += fmt::format("<h{0} class=\"chapter\">{1}</h{0}>\n", level_, said({section.chapter}));
        chapter = section.chapter.en;
        add(section);
      }
  }

  /// Links lead into what is folded, so that following one unfolds it.
  void add_contents(const Document& document) {
    const std::string id = part_ + "contents";
    result_ += fmt::format("<nav aria-labelledby=\"{0}\">\n<h{1} id=\"{0}\">{2}</h{1}>\n<ul>\n", id, level_,
                           said({contents_title}));
    const auto link = [&](const std::string& to, const Phrase& title) {
      result_ += fmt::format("<li><a href=\"#{}-inside\">{}</a></li>\n", to, said(title));
    };
    std::string_view chapter;
    for (const Section& section : document.sections)
      if (section.is_annex()) {
        if (chapter != section.chapter.en)
          result_ += fmt::format("{}<li>{}\n<ul>\n", chapter.empty() ? "" : "</ul>\n</li>\n",
                                 said({section.chapter}));
        chapter = section.chapter.en;
        link(section.id, section.title);
      }
    result_ += chapter.empty() ? "" : "</ul>\n</li>\n";
    for (const Document& part : document.parts)
      link(part.id, part.title);
    result_ += "</ul>\n</nav>\n";
  }

  void open_folded(const std::string& id, const Phrase& title, int level) {
    result_ +=
        fmt::format("<details>\n<summary><h{1} id=\"{0}\">{2}</h{1}></summary>\n<div id=\"{0}-inside\">\n",
                    id, level, said(title));
  }
  void close_folded() { result_ += "</div>\n</details>\n"; }

  void add_part(const Document& part) {
    result_ += fmt::format("<section class=\"part\" aria-labelledby=\"{}\">\n", part.id);
    open_folded(part.id, part.title, level_);
    part_ = part.id + "-";
    ++level_;
    add_about(part);
    add_body(part);
    --level_;
    part_.clear();
    close_folded();
    result_ += "</section>\n";
  }

  /// Its id without that of its part: what style goes by.
  std::string_view kind_of(const Section& section) const {
    const std::string_view id = section.id;
    return id.starts_with(part_) ? id.substr(part_.size()) : id;
  }

  void add(const Section& section) {
    section_id_ = section.id;
    is_first_ = !section.is_annex();
    const int level = level_ + (is_first_ ? 0 : 1); // beneath its chapter
    result_ += fmt::format("<section class=\"{0}{1}\" aria-labelledby=\"{2}\">\n", is_first_ ? "" : "annex ",
                           kind_of(section), section.id);
    if (is_first_)
      result_ += fmt::format("<h{1} id=\"{0}\">{2}</h{1}>\n", section.id, level, said(section.title));
    else
      open_folded(section.id, section.title, level);
    const Block* before = nullptr;
    for (const Block& block : section.blocks) {
      const auto* const table = std::get_if<Table>(&block);
      folds_ = table != nullptr && (table->folded || (before != nullptr && is_chart(*before)));
      std::visit([&](const auto& one) { add(one); }, block);
      before = &block;
    }
    if (!is_first_)
      close_folded();
    result_ += "</section>\n";
  }

  void add(const KeyFigures& key) {
    result_ += "<dl class=\"keys\">\n";
    for (const KeyFigures::Figure& one : key.figures)
      result_ += fmt::format("<div class=\"key {}\"><dt>{}</dt><dd>{} <small>{}</small></dd></div>\n",
                             class_of(one.tone), said(one.name), said(one.value), said(one.note));
    result_ += "</dl>\n";
  }

  void add(const Steps& steps) {
    result_ += "<ol class=\"steps\">\n";
    for (const Steps::Step& one : steps.steps)
      result_ += fmt::format("<li><span class=\"when\">{}</span> <span>{} <small>{}</small></span></li>\n",
                             said(one.when), said(one.what), said(one.note));
    result_ += "</ol>\n";
  }

  static std::string link_to(const std::string& address) {
    const std::string target = target_of(address);
    return target.empty()
               ? target
               : fmt::format("<a href=\"{}\">{}</a>", escaped_markup(target), escaped_markup(address));
  }
  void add(const Paragraph& paragraph) {
    result_ +=
        fmt::format("<p class=\"{}{}\">{}</p>\n", paragraph.lead ? "lead " : "", class_of(paragraph.tone),
                    linked(said(paragraph.text), paragraph.addresses, escaped_markup, link_to));
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
    result_ += folds_ ? fmt::format("<details class=\"figures\">\n<summary>{}</summary>\n",
                                    said(words(same_figures)))
                      : "";
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
        const std::string words = (row[i].best ? "★ " : "") + linked_cell(row[i]) + sparkline(row[i].series);
        const std::string_view tone = class_of(row[i].tone);
        result_ += i == 0 ? fmt::format("<th scope=\"row\" class=\"{}\">{}</th>", tone, words)
                          : fmt::format("<td class=\"{}{}\"{}>{}</td>", row[i].numeric ? "number " : "", tone,
                                        label_of(table, i), words);
      }
      result_ += "</tr>\n";
    }
    result_ += "</tbody>\n</table>\n</div>\n";
    result_ += folds_ ? "</details>\n" : "";
  }

  std::string linked_cell(const Cell& cell) const {
    const std::string words = cell.value ? said(*cell.value) : "—";
    return cell.page.empty() ? words : fmt::format("<a href=\"{}\">{}</a>", escaped_markup(cell.page), words);
  }

  /// What its column is called, for where rows are cards: those of what is read first.
  std::string label_of(const Table& table, std::size_t column) const {
    return is_first_ && !folds_ ? fmt::format(" data-label=\"{}\"", said(table.columns[column])) : "";
  }

  static bool is_chart(const Block& block) {
    return std::holds_alternative<Bars>(block) || std::holds_alternative<Plot>(block) ||
           std::holds_alternative<Panels>(block) || std::holds_alternative<Timeline>(block);
  }
  static constexpr Text same_figures{"The figures in a table", "Les chiffres en tableau"};

  /// What is seen, unless the section's title says it.
  void add_caption(const Phrase& title, const Phrase& description) {
    const std::string seen = said(title);
    result_ += fmt::format("<figure>\n<figcaption>{} <span>{}</span></figcaption>\n",
                           seen.empty() ? "" : "<strong>" + seen + "</strong>", said(description));
  }
  void add_svg(const Phrase& title, const Phrase& description, const Canvas& canvas, const Drawing& drawing) {
    const int number = ++charts_;
    const std::string seen = said(title);
    const std::string_view colon = options_.language == Language::french ? "\u00a0: " : ": ";
    result_ += fmt::format("<svg class=\"{}\" viewBox=\"0 0 {:.0f} {:.0f}\" font-size=\"{}\" role=\"img\" "
                           "aria-labelledby=\"chart-{}\">\n<title id=\"chart-{}\">{}{}{}</title>\n{}</svg>\n",
                           canvas.name, canvas.width, std::ceil(drawing.height), canvas.letters, number,
                           number, seen, seen.empty() ? "" : colon, said(description), drawing.shapes);
  }
  /// Drawn for every canvas, of which the page shows the one that it has room for.
  template <class Chart, class Draw>
  void figure(const Chart& chart, Draw draw) {
    add_caption(chart.title, chart.description);
    for (const Canvas& canvas : canvases)
      add_svg(chart.title, chart.description, canvas, draw(chart, options_.language, canvas));
    if constexpr (std::is_same_v<Chart, Plot>)
      if (chart.is_on_first_sheet)
        add_svg(chart.title, chart.description, sheet_canvas, draw(chart, options_.language, sheet_canvas));
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

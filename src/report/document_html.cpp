// Documents as one HTML page: no script, no network, legible without its style, in the dark, on a telephone
// and on A4.
#include "report/document.hpp"
#include "report/markup.hpp"
#include "text/terminal.hpp"
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
figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .85rem; }
svg { width: 100%; height: auto; max-width: 34rem; display: block; font: 14px system-ui, sans-serif; }
svg text { fill: currentColor; } svg .track { fill: var(--track); } svg .bar { fill: var(--bar); }
svg .bar.good { fill: var(--good); } svg .bar.warning { fill: var(--warning); } svg .bar.bad { fill: var(--bad); }
svg .mark, svg .axis { stroke: currentColor; stroke-width: 2; } svg .axis { stroke-width: 1; opacity: .5; }
svg .observed { fill: none; stroke: var(--bar); stroke-width: 2; } svg .pace { fill: none; stroke: var(--bar); stroke-width: 2; stroke-dasharray: 5 4; }
svg .goal { fill: var(--good); } svg .dot { fill: var(--bar); }
@media print { @page { size: A4; margin: 15mm; } body { max-width: none; padding: 0; font-size: 10pt; } figure, tr { break-inside: avoid; }
  h2 { break-after: avoid; } .scroll { overflow: visible; } }
)css";

constexpr double chart_width = 440; // small enough for its words to be read on a telephone

class HtmlWriter {
public:
  explicit HtmlWriter(const RenderOptions& chosen) : options(chosen) {}

  std::string write(const Document& document) {
    const std::string title = said(document.title);
    result = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n"
        "<link rel=\"icon\" "
        "href=\"data:,\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        options.language == Language::french ? "fr" : "en", title, style, title);
    for (const Section& section : document.sections)
      add(section);
    return result + "</main>\n</body>\n</html>\n";
  }

private:
  const RenderOptions& options;
  std::string result;
  int charts = 0;
  int tables = 0;
  std::string section_id; ///< of the one that is being written

  std::string said(const Phrase& phrase) const { return escaped_markup(phrase.in(options.language)); }
  static std::string_view class_of(Tone tone) {
    return tone == Tone::good ? "good" : tone == Tone::warning ? "warning" : tone == Tone::bad ? "bad" : "";
  }

  void add(const Section& section) {
    section_id = section.id;
    result += fmt::format("<section class=\"{0}\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n",
                          section.id, said(section.title));
    for (const Block& block : section.blocks)
      std::visit([&](const auto& one) { add(one); }, block);
    result += "</section>\n";
  }

  void add(const Paragraph& paragraph) {
    result += fmt::format("<p class=\"{}\">{}</p>\n", class_of(paragraph.tone), said(paragraph.text));
  }

  void add(const Table& table) {
    const int number = ++tables;
    // A region that scrolls must be reachable from the keyboard.
    result += fmt::format(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-labelledby=\"{2} table-{0}\">\n<table>\n<caption id=\"table-{0}\">{1}</caption>\n<thead><tr>",
        number, said(table.caption), section_id);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string words =
          escaped_markup(typeset(table.columns[i].in(options.language), options.language));
      const bool numeric = !table.rows.empty() && table.rows.front()[i].numeric;
      result += words.empty()
                    ? "<td></td>"
                    : fmt::format("<th scope=\"col\"{}>{}</th>", numeric ? " class=\"number\"" : "", words);
    }
    result += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      result += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string words = row[i].value ? said(*row[i].value) : "—";
        const std::string_view tone = class_of(row[i].tone);
        result +=
            i == 0 ? fmt::format("<th scope=\"row\" class=\"{}\">{}</th>", tone, words)
                   : fmt::format("<td class=\"{}{}\">{}</td>", row[i].numeric ? "number " : "", tone, words);
      }
      result += "</tr>\n";
    }
    result += "</tbody>\n</table>\n</div>\n";
  }

  template <class Chart>
  void figure(const Chart& chart, double height, const std::string& drawing) {
    const int number = ++charts;
    const std::string words = said(chart.title) +
                              std::string(options.language == Language::french ? "\u00a0: " : ": ") +
                              said(chart.description);
    result += fmt::format(
        "<figure>\n<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-labelledby=\"chart-{}\">\n"
        "<title id=\"chart-{}\">{}</title>\n{}</svg>\n<figcaption>{}</figcaption>\n</figure>\n",
        chart_width, height, number, number, words, drawing, words);
  }

  void add(const Bars& bars) {
    constexpr double row = 46;
    std::string drawing;
    double top = 0;
    for (const Bars::Bar& bar : bars.bars) {
      const double length = chart_width * std::clamp(bar.fraction, 0.0, 1.0);
      drawing += fmt::format("<text x=\"0\" y=\"{:.0f}\">{}</text><text x=\"{:.0f}\" y=\"{:.0f}\" "
                             "text-anchor=\"end\">{}</text>\n",
                             top + 14, clipped(said(bar.label)), chart_width, top + 14, said(bar.caption));
      drawing +=
          fmt::format("<rect class=\"track\" x=\"0\" y=\"{0:.0f}\" width=\"{1:.0f}\" height=\"16\"/><rect "
                      "class=\"bar {2}\" x=\"0\" y=\"{0:.0f}\" width=\"{3:.2f}\" height=\"16\"/>\n",
                      top + 20, chart_width, class_of(bar.tone), length);
      if (bar.mark) {
        const double mark = std::clamp(*bar.mark * chart_width, 1.0, chart_width - 1);
        drawing += fmt::format(
            "<line class=\"mark\" x1=\"{0:.2f}\" x2=\"{0:.2f}\" y1=\"{1:.0f}\" y2=\"{2:.0f}\"/>\n", mark,
            top + 17, top + 39);
      }
      top += row;
    }
    figure(bars, top, drawing);
  }

  /// SVG text does not wrap: the whole label stands in the table.
  static std::string clipped(const std::string& label) {
    constexpr std::size_t most = 46;
    return text::width(label) <= most ? label : text::columns(label, 0, most) + "…";
  }

  void add(const Lines& lines) {
    if (lines.observed.empty())
      return;
    constexpr double height = 220;
    Date first = lines.observed.front().date;
    Date last = std::max(lines.goal.date, lines.observed.back().date);
    double low = std::min(0.0, lines.goal.value);
    double high = std::max(0.0, lines.goal.value);
    for (const auto* points : {&lines.observed, &lines.pace})
      for (const Lines::Point& point : *points) {
        low = std::min(low, point.value);
        high = std::max(high, point.value);
        last = std::max(last, point.date);
      }
    const double days = std::max(1.0, static_cast<double>((last - first).count()));
    const double range = high > low ? high - low : 1;
    const auto place = [&](const Lines::Point& point) {
      const double x = 10 + static_cast<double>((point.date - first).count()) / days * (chart_width - 20);
      return fmt::format("{:.1f},{:.1f}", x, height - 24 - (point.value - low) / range * (height - 50));
    };
    const auto path = [&](const std::vector<Lines::Point>& points, std::string_view name) {
      std::string all;
      for (const Lines::Point& point : points)
        all += place(point) + " ";
      return all.empty() ? "" : fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n", name, all);
    };
    std::string drawing =
        fmt::format("<line class=\"axis\" x1=\"10\" x2=\"{0:.0f}\" y1=\"{1:.0f}\" y2=\"{1:.0f}\"/>\n",
                    chart_width - 10, height - 24);
    drawing += path(lines.observed, "observed") + path(lines.pace, "pace");
    const std::string goal = place(lines.goal);
    const auto comma = goal.find(',');
    drawing += fmt::format("<circle class=\"goal\" cx=\"{}\" cy=\"{}\" r=\"6\"/>\n", goal.substr(0, comma),
                           goal.substr(comma + 1));
    drawing += fmt::format("<text x=\"10\" y=\"{:.0f}\">{}</text><text x=\"{:.0f}\" y=\"{:.0f}\" "
                           "text-anchor=\"end\">{}</text>\n",
                           height - 6, escaped_markup(say(first, options.language)), chart_width - 10,
                           height - 6, escaped_markup(say(last, options.language)));
    figure(lines, height, drawing);
  }
};
} // namespace

std::string document_as_html(const Document& document, const RenderOptions& options) {
  return HtmlWriter(options).write(document);
}

} // namespace deploy_plan::report

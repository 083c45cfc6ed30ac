// Documents as one HTML page: no script, no network, legible without its style, in the dark, on a telephone
// and on A4.
#include "report/charts/plot.hpp"
#include "report/charts/timeline.hpp"
#include "report/document/document.hpp"
#include "report/document/markup.hpp"
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
svg .mark, svg .axis { fill: none; stroke: currentColor; stroke-width: 2; } svg .axis { stroke-width: 1; opacity: .5; }
svg .bar.apart { fill: var(--ground); stroke: var(--bar); stroke-width: 2; } svg .on { fill: var(--ground); }
svg .decided { fill: var(--warning); stroke: var(--ground); stroke-width: 1; }
svg .grid { stroke: var(--line); stroke-width: 1; } svg .curve { fill: none; stroke-width: 2; } svg .dashed { stroke-dasharray: 5 4; }
svg .band { opacity: .25; } svg .goal { fill: var(--good); }
svg .curve.c0 { stroke: var(--bar); } svg .dot.c0, svg .band.c0 { fill: var(--bar); }
svg .curve.c1 { stroke: var(--bad); } svg .dot.c1, svg .band.c1 { fill: var(--bad); }
svg .curve.c2 { stroke: var(--good); } svg .dot.c2, svg .band.c2 { fill: var(--good); }
svg .curve.c3 { stroke: var(--warning); } svg .dot.c3, svg .band.c3 { fill: var(--warning); }
svg .curve.c4 { stroke: var(--soft); } svg .dot.c4, svg .band.c4 { fill: var(--soft); }
@media print { @page { size: A4; margin: 15mm; } body { max-width: none; padding: 0; font-size: 10pt; } figure, tr { break-inside: avoid; }
  h2 { break-after: avoid; } .scroll { overflow: visible; } }
)css";

constexpr double chart_width = 440; // small enough for its words to be read on a telephone

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
        options_.language == Language::french ? "fr" : "en", title, style, title);
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
  static std::string_view class_of(Tone tone) {
    return tone == Tone::good ? "good" : tone == Tone::warning ? "warning" : tone == Tone::bad ? "bad" : "";
  }

  void add(const Section& section) {
    section_id_ = section.id;
    result_ += fmt::format("<section class=\"{0}\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n",
                           section.id, said(section.title));
    for (const Block& block : section.blocks)
      std::visit([&](const auto& one) { add(one); }, block);
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
        const std::string words = (row[i].best ? "★ " : "") + (row[i].value ? said(*row[i].value) : "—");
        const std::string_view tone = class_of(row[i].tone);
        result_ +=
            i == 0 ? fmt::format("<th scope=\"row\" class=\"{}\">{}</th>", tone, words)
                   : fmt::format("<td class=\"{}{}\">{}</td>", row[i].numeric ? "number " : "", tone, words);
      }
      result_ += "</tr>\n";
    }
    result_ += "</tbody>\n</table>\n</div>\n";
  }

  template <class Chart>
  void figure(const Chart& chart, double height, const std::string& drawing) {
    const int number = ++charts_;
    const std::string words = said(chart.title) +
                              std::string(options_.language == Language::french ? "\u00a0: " : ": ") +
                              said(chart.description);
    result_ += fmt::format(
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
                             top + 14, clipped(bar.label), chart_width, top + 14, said(bar.caption));
      drawing +=
          fmt::format("<rect class=\"track\" x=\"0\" y=\"{0:.0f}\" width=\"{1:.0f}\" height=\"16\"/><rect "
                      "class=\"bar {2}\" x=\"0\" y=\"{0:.0f}\" width=\"{3:.2f}\" height=\"16\"/>\n",
                      top + 20, chart_width, class_of(bar.tone), length);
      if (bar.low && bar.high) {
        const auto place = [](double share) { return std::clamp(share, 0.0, 1.0) * chart_width; };
        drawing +=
            fmt::format("<line class=\"mark\" x1=\"{0:.2f}\" x2=\"{1:.2f}\" y1=\"{2:.0f}\" y2=\"{2:.0f}\"/>"
                        "<path class=\"mark\" d=\"M{0:.2f} {3:.0f}v10M{1:.2f} {3:.0f}v10\"/>\n",
                        place(*bar.low), place(*bar.high), top + 28, top + 23);
      }
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

  void add(const Timeline& timeline) {
    if (is_empty(timeline))
      return;
    const Drawing drawing = timeline_as_svg(timeline, options_.language, chart_width);
    figure(timeline, drawing.height, drawing.shapes);
  }

  /// SVG text does not wrap: the whole label stands in the table.
  std::string clipped(const Phrase& phrase) const {
    constexpr std::size_t most = 46;
    const std::string label = text::visible(phrase.in(options_.language));
    return escaped_markup(text::width(label) <= most ? label : text::columns(label, 0, most) + "…");
  }

  void add(const Plot& plot) {
    if (is_empty(plot))
      return;
    constexpr double left = 62, right = 12, top = 10, bottom = 40, plot_height = 220;
    const PlotFrame frame(plot);
    const auto x_of = [&](double x) { return left + frame.share_x(x) * (chart_width - left - right); };
    const auto y_of = [&](double y) { return plot_height + top - frame.share_y(y) * plot_height; };
    std::string drawing;
    for (const double tick : frame.ticks_y())
      drawing += fmt::format(
          "<line class=\"grid\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/><text x=\"{:.1f}\" "
          "y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
          left, chart_width - right, y_of(tick), y_of(tick), left - 6, y_of(tick) + 5,
          escaped_markup(frame.said_y(tick, options_.language)));
    for (const double end : {frame.low_x(), frame.high_x()})
      drawing += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x_of(end),
                             plot_height + top + 18, end == frame.low_x() ? "start" : "end",
                             escaped_markup(frame.said_x(end, options_.language)));
    drawing += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                           (left + chart_width - right) / 2, plot_height + top + 36, clipped(plot.x.name));
    std::size_t number = 0;
    for (const Plot::Curve& curve : plot.curves)
      drawing += drawn(curve, number++ % most_colours, x_of, y_of);
    double height = plot_height + top + bottom;
    number = 0;
    for (const Plot::Curve& curve : plot.curves) { // the legend, beneath
      drawing += legend(curve, number++ % most_colours, height + 12);
      height += 20;
    }
    figure(plot, height + 6, drawing);
  }

  static constexpr std::size_t most_colours = 5;

  template <class PlaceX, class PlaceY>
  static std::string drawn(const Plot::Curve& curve, std::size_t colour, PlaceX x_of, PlaceY y_of) {
    std::string all;
    if (curve.style == Plot::Style::band) {
      std::string back;
      for (const Plot::Point& point : curve.points) {
        all += fmt::format("{:.1f},{:.1f} ", x_of(point.x), y_of(point.high.value_or(point.y)));
        back.insert(0, fmt::format("{:.1f},{:.1f} ", x_of(point.x), y_of(point.low.value_or(point.y))));
      }
      return fmt::format("<polygon class=\"band c{}\" points=\"{}{}\"/>\n", colour, all, back);
    }
    if (curve.style == Plot::Style::line || curve.style == Plot::Style::dashed) {
      for (const Plot::Point& point : curve.points)
        all += fmt::format("{:.1f},{:.1f} ", x_of(point.x), y_of(point.y));
      return fmt::format("<polyline class=\"{} c{}\" points=\"{}\"/>\n",
                         curve.style == Plot::Style::line ? "curve" : "curve dashed", colour, all);
    }
    for (const Plot::Point& point : curve.points) {
      if (point.low && point.high)
        all += fmt::format(
            "<line class=\"curve c{0}\" x1=\"{1:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.1f}\" y2=\"{3:.1f}\"/>\n",
            colour, x_of(point.x), y_of(*point.low), y_of(*point.high));
      all += marker(curve.style, colour, x_of(point.x), y_of(point.y));
    }
    return all;
  }

  /// Each curve of points has a shape of its own, so that colour is not all that tells them apart.
  static std::string marker(Plot::Style shape, std::size_t colour, double x, double y) {
    if (shape == Plot::Style::goal)
      return fmt::format("<circle class=\"goal\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6\"/>\n", x, y);
    if (colour % 2 == 1)
      return fmt::format("<rect class=\"dot c{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\"/>\n",
                         colour, x - 4, y - 4);
    return fmt::format("<circle class=\"dot c{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n", colour, x, y);
  }

  std::string legend(const Plot::Curve& curve, std::size_t colour, double y) const {
    const auto place_x = [](double x) { return x; };
    const auto place_y = [](double at) { return at; };
    Plot::Curve sample{curve.name, curve.style, {{4, y - 5}, {28, y - 5}}};
    if (curve.style == Plot::Style::dots || curve.style == Plot::Style::goal)
      sample.points = {{16, y - 5}};
    if (curve.style == Plot::Style::band)
      for (Plot::Point& point : sample.points) {
        point.low = y;
        point.high = y - 10;
      }
    return drawn(sample, colour, place_x, place_y) +
           fmt::format("<text x=\"36\" y=\"{:.1f}\">{}</text>\n", y, clipped(curve.name));
  }
};
} // namespace

std::string document_as_html(const Document& document, const RenderOptions& options) {
  return HtmlWriter(options).write(document);
}

} // namespace deploy_plan::report

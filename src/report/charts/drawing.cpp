#include "report/charts/drawing.hpp"
#include "report/charts/labels.hpp"
#include "report/document/markup.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::report {

// Colours keep a contrast of 4.5:1 at least on their grounds (WCAG 2.1, 1.4.3), and differ in lightness for
// those who do not tell hues apart. Text has a rim of the ground, so that no line runs through it.
std::string_view chart_style() {
  return R"css(
:root { --seen: var(--ink); --bar: #4d5b70; --committed: #2459b8; --plan: #0a6f69; --aim: #8a4b00; }
@media (prefers-color-scheme: dark) { :root { --bar: #a3b1c6; --committed: #8fb4ff; --plan: #5fd0c8; --aim: #f0b36a; } }
figure { margin: 1rem 0; container-type: inline-size; break-inside: avoid; }
figcaption { margin-bottom: .4rem; } figcaption strong { display: block; font-size: 1.05rem; } figcaption span { color: var(--soft); font-size: .85rem; }
svg { width: 100%; height: auto; display: block; font-family: system-ui, sans-serif; }
svg.narrow, svg.sheet { display: none; } svg.narrow { max-width: 36rem; }
@container (max-width: 38rem) { svg.wide { display: none; } svg.narrow { display: block; } }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .5rem 1.5rem; }
.panels svg { max-width: 30rem; } .panels p { margin: 0; font-weight: 600; font-size: .9rem; }
svg text { fill: var(--ink); stroke: var(--ground); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; } svg .soft { fill: var(--soft); }
svg .track { fill: var(--line); opacity: .45; } svg .bar { fill: var(--bar); } svg .bar.warning { fill: var(--ground); stroke: var(--warning); stroke-width: 2; } svg .bar.bad { fill: var(--bad); }
svg .bar.apart { fill: var(--ground); stroke: var(--bar); stroke-width: 2; }
svg .on { fill: var(--ground); stroke: none; }
svg .mark, svg .axis { fill: none; stroke: var(--ink); stroke-width: 2; } svg .axis { stroke-width: 1; opacity: .6; }
svg .decided { fill: var(--aim); stroke: var(--ground); stroke-width: 1; }
svg .grid { stroke: var(--line); stroke-width: 1; fill: none; } svg .leader { stroke: var(--soft); stroke-width: 1; fill: none; }
svg .curve { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linejoin: round; } svg .dot, svg .goal { fill: var(--ink); } svg .hollow { fill: var(--ground); stroke: var(--ink); stroke-width: 2; } svg .ring { fill: var(--ground); stroke: var(--ink); }
svg .dashed { stroke-dasharray: 8 5; } svg .dotted { stroke-dasharray: 2 5; stroke-linecap: round; } svg .mixed { stroke-dasharray: 10 4 2 4; } svg .axis.dashed { stroke-dasharray: 3 4; }
svg .band { fill: var(--soft); opacity: .22; }
svg .curve.seen { stroke: var(--seen); stroke-width: 3; } svg .dot.seen, svg text.seen { fill: var(--seen); }
svg .curve.committed { stroke: var(--committed); } svg .dot.committed, svg .band.committed, svg text.committed { fill: var(--committed); }
svg .curve.planned { stroke: var(--plan); stroke-width: 2.5; } svg .dot.planned, svg .goal.planned, svg .band.planned, svg text.planned { fill: var(--plan); }
svg .curve.aim { stroke: var(--aim); } svg .dot.aim, svg .goal.aim, svg text.aim { fill: var(--aim); }
.spark { display: inline-block; width: 6rem; height: 1.5rem; vertical-align: middle; } .spark .curve { stroke-width: 2; }
details.figures { margin: 0 0 1rem; } details.figures > summary { cursor: pointer; color: var(--soft); font-size: .85rem; }
@media print { svg text { stroke: none; } details.figures::details-content { content-visibility: visible; block-size: auto; } details.figures > summary { list-style: none; } }
)css";
}

std::string_view class_of(Role role) {
  constexpr std::string_view names[] = {"", "seen", "committed", "planned", "aim"};
  return names[static_cast<std::size_t>(role)];
}
std::string_view class_of(Tone tone) {
  return tone == Tone::good ? "good" : tone == Tone::warning ? "warning" : tone == Tone::bad ? "bad" : "";
}

namespace {

/// Bars, each beside its name and its figure, or beneath them where there is little room.
class BarsSvg {
public:
  BarsSvg(const Bars& drawn, Language said_in, const Canvas& on)
      : bars_(drawn), language_(said_in), canvas_(on) {
    const double names = canvas_.column() * columns_of(&Bars::Bar::label);
    const double figures = canvas_.column() * columns_of(&Bars::Bar::caption);
    is_beside_ = names + figures < canvas_.width * most_words;
    left_ = is_beside_ ? names + side : side / 2;
    right_ = canvas_.width - (is_beside_ ? figures + side : side / 2);
    row_ = is_beside_ ? canvas_.line() * 1.7 : canvas_.line() * 1.25 + thick + side;
  }

  Drawing draw() {
    double bottom = 0;
    for (const Bars::Bar& bar : bars_.bars)
      bottom += height_of(bar);
    if (bars_.reference)
      shapes_ += fmt::format("<path class=\"axis dashed\" d=\"M{:.1f} 0V{:.1f}\"/>\n", x_of(*bars_.reference),
                             bottom + side / 2);
    double top = 0;
    for (const Bars::Bar& bar : bars_.bars) {
      add_words(bar, top);
      const double above = height_of(bar) - row_ + canvas_.line() * 1.25; // of its words
      add(bar, top + (is_beside_ ? (row_ - thick) / 2 : above));
      top += height_of(bar);
    }
    const double height = bottom + add_scale(bottom); // before what is drawn is taken
    return {shapes_, height};
  }

private:
  static constexpr double thick = 16;       ///< a bar
  static constexpr double side = 12;        ///< between words and bars
  static constexpr double most_words = .55; ///< of the width
  const Bars& bars_;
  const Language language_;
  const Canvas& canvas_;
  std::string shapes_;
  bool is_beside_ = true;
  double left_ = 0, right_ = 0, row_ = 0;

  std::string said(const Phrase& phrase) const { return text::visible(phrase.in(language_)); }
  double columns_of(Phrase Bars::Bar::*words) const {
    std::size_t most = 0;
    for (const Bars::Bar& bar : bars_.bars)
      most = std::max(most, text::width(said(bar.*words)));
    return static_cast<double>(most);
  }
  double x_of(double share) const {
    return left_ + (std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0) * (right_ - left_);
  }
  void words(double x, double y, std::string_view anchor, const std::string& what) {
    shapes_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor,
                           escaped_markup(what));
  }

  void add_words(const Bars::Bar& bar, double top) {
    double y = is_beside_ ? top + row_ / 2 + canvas_.letters * .35 : top + canvas_.letters;
    words(canvas_.width, y, "end", shortened(said(bar.caption), canvas_.width / 2));
    for (const std::string& line : label_of(bar)) {
      words(0, y, "start", line);
      y += canvas_.line();
    }
  }
  /// In two lines at most, where it has no room beside its bar: the table has it whole.
  std::vector<std::string> label_of(const Bars::Bar& bar) const {
    constexpr std::size_t most_lines = 2;
    const std::string label = said(bar.label);
    if (is_beside_)
      return {label};
    const double caption =
        std::min(canvas_.width / 2, canvas_.column() * static_cast<double>(text::width(said(bar.caption))));
    const double room = canvas_.width - caption - side;
    std::vector<std::string> lines = lines_of(label, static_cast<std::size_t>(room / canvas_.column()));
    if (lines.size() > most_lines) {
      lines.resize(most_lines);
      lines.back() += " …";
    }
    for (std::string& line : lines)
      line = shortened(line, room);
    return lines;
  }
  double height_of(const Bars::Bar& bar) const {
    return row_ + canvas_.line() * static_cast<double>(label_of(bar).size() - 1);
  }
  std::string shortened(const std::string& name, double room) const {
    const auto most = static_cast<std::size_t>(room / canvas_.column());
    return text::width(name) <= most ? name : text::columns(name, 0, most - 1) + "…";
  }

  void add(const Bars::Bar& bar, double top) {
    const double middle = top + thick / 2;
    const double begin = x_of(std::min(bar.from, bar.fraction));
    if (!bars_.reference) {
      if (bar.from == 0 && !bar.is_apart)
        shapes_ +=
            fmt::format("<rect class=\"track\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>",
                        left_, top, right_ - left_, thick);
      shapes_ +=
          fmt::format("<rect class=\"bar {}{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>\n",
                      class_of(bar.tone), bar.is_apart ? " apart" : "", begin, top,
                      std::max(0.0, x_of(std::max(bar.from, bar.fraction)) - begin), thick);
    }
    if (bar.low && bar.high)
      shapes_ += fmt::format(
          "<path class=\"mark\" d=\"M{0:.1f} {2:.1f}H{1:.1f}M{0:.1f} {3:.1f}v10M{1:.1f} {3:.1f}v10\"/>\n",
          x_of(*bar.low), x_of(*bar.high), middle, middle - 5);
    if (bars_.reference)
      shapes_ += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"/>\n",
                             x_of(bar.fraction), middle);
    if (bar.mark)
      shapes_ += fmt::format("<path class=\"mark\" d=\"M{:.1f} {:.1f}v{}\"/>\n", x_of(*bar.mark), top - 3,
                             thick + 6);
  }

  /// Figures beneath, no two on one another; the height that they take.
  double add_scale(double bottom) {
    struct End {
      const Phrase* figure;
      double at;
      std::string_view anchor;
    };
    std::vector<Box> taken;
    for (const End& end : {End{&bars_.low_end, left_, "start"}, End{&bars_.high_end, right_, "end"},
                           End{&bars_.at_reference, x_of(bars_.reference.value_or(0)), "middle"}}) {
      const std::string figure = said(*end.figure);
      const double width = canvas_.column() * static_cast<double>(text::width(figure));
      const double from = end.anchor == "start" ? end.at
                          : end.anchor == "end" ? end.at - width
                                                : end.at - width / 2;
      const Box box{from, bottom, width, canvas_.line()};
      if (figure.empty() ||
          std::any_of(taken.begin(), taken.end(), [&](const Box& one) { return one.meets(box); }))
        continue;
      words(end.at, bottom + canvas_.line(), end.anchor, figure);
      taken.push_back(box);
    }
    return taken.empty() ? 0 : canvas_.line() * 1.6;
  }
};
} // namespace

Drawing bars_as_svg(const Bars& bars, Language language, const Canvas& canvas) {
  return BarsSvg(bars, language, canvas).draw();
}

std::string sparkline(const std::vector<double>& series) {
  constexpr double width = 96, height = 24, rim = 4;
  std::vector<double> known = series;
  std::erase_if(known, [](double value) { return !std::isfinite(value); });
  if (known.size() < 2)
    return {};
  const auto [low, high] = std::minmax_element(known.begin(), known.end());
  std::string points;
  double x = 0, y = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const double share = (known[i] / 2 - *low / 2) / (*high / 2 - *low / 2);
    x = rim + (width - 2 * rim) * static_cast<double>(i) / static_cast<double>(known.size() - 1);
    y = height - rim - (height - 2 * rim) * (std::isfinite(share) ? share : .5);
    points += fmt::format("{:.1f},{:.1f} ", x, y);
  }
  return fmt::format(
      "<svg class=\"spark\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\"><polyline class=\"curve seen\" "
      "points=\"{}\"/><circle class=\"dot seen\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"/></svg>",
      width, height, points, x, y);
}

} // namespace deploy_plan::report

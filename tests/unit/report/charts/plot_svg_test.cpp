// Charts as shapes: words never on one another, everything within its box, and no figure that is none.
#include "catch.hpp"
#include "report/charts/labels.hpp"
#include "report/charts/plot.hpp"
#include "report/charts/timeline.hpp"
#include "report/document/document.hpp"
#include "text/terminal.hpp"
#include <cmath>
#include <limits>

using namespace deploy_plan;

namespace {

Phrase called(const std::string& text) { return {{"{0}", "{0}"}, {text}}; }

struct DrawnWords {
  report::Box box;
  std::string said;
};
double attribute(std::string_view element, const std::string& name) {
  const auto at = element.find(" " + name + "=\"");
  REQUIRE(at != std::string_view::npos);
  return std::stod(std::string(element.substr(at + name.size() + 3)));
}
/// As wide as the drawing takes them to be at most.
std::vector<DrawnWords> words_in(const std::string& shapes, const report::Canvas& canvas) {
  std::vector<DrawnWords> all;
  for (std::size_t at = shapes.find("<text"); at != std::string::npos; at = shapes.find("<text", at + 1)) {
    const auto end = shapes.find('>', at);
    const std::string_view element = std::string_view(shapes).substr(at, end - at);
    DrawnWords one;
    one.said = shapes.substr(end + 1, shapes.find('<', end) - end - 1);
    const double width = canvas.column() * static_cast<double>(text::width(one.said));
    const double x = attribute(element, "x");
    const bool is_end = element.find("\"end\"") != std::string_view::npos;
    const bool is_middle = element.find("\"middle\"") != std::string_view::npos;
    one.box = {is_end      ? x - width
               : is_middle ? x - width / 2
                           : x,
               attribute(element, "y") - canvas.letters * .8, width, canvas.letters};
    all.push_back(one);
  }
  return all;
}
void check_sound(const report::Drawing& drawing, const report::Canvas& canvas) {
  CHECK(drawing.shapes.find("nan") == std::string::npos);
  CHECK(drawing.shapes.find("inf") == std::string::npos);
  CHECK(std::isfinite(drawing.height));
  const std::vector<DrawnWords> words = words_in(drawing.shapes, canvas);
  const report::Box whole{-.5, -.5, canvas.width + 1, drawing.height + 1};
  for (std::size_t i = 0; i < words.size(); ++i) {
    INFO(words[i].said);
    CHECK(whole.holds(words[i].box));
    for (std::size_t j = 0; j < i; ++j) {
      INFO(words[j].said);
      CHECK_FALSE(words[i].box.meets(words[j].box));
    }
  }
}

Plot course(double scale) {
  Plot plot;
  plot.title = called("Where it goes");
  plot.x.kind = AxisKind::date;
  using enum Plot::Style;
  plot.curves = {{called("90% sure"),
                  band,
                  {{20500, scale, scale, scale}, {20800, 3 * scale, scale, 6 * scale}},
                  Role::committed},
                 {called("path"), dotted, {{20450, 0}, {20800, 4 * scale}}, Role::aim},
                 {called("observed"), line, {{20400, 0}, {20450, scale / 2}, {20500, scale}}, Role::observed},
                 {called("as committed"), dashed, {{20500, scale}, {20800, 3 * scale}}, Role::committed},
                 {called("with the plan"), line, {{20500, scale}, {20800, 3.9 * scale}}, Role::planned},
                 {called("goal"), goal, {{20800, 4 * scale}}, Role::aim, called("goal 4 000")}};
  plot.uprights = {{20500, called("today")}};
  return plot;
}
std::size_t count_of(const std::string& words, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = words.find(part); at != std::string::npos; at = words.find(part, at + 1))
    ++count;
  return count;
}
} // namespace

TEST_CASE("words beside one another are moved apart, as little as that takes, or are told to have no room") {
  const auto tops = report::spread({{50, 20}, {52, 20}, {10, 20}}, 0, 100);
  REQUIRE(tops);
  CHECK((*tops)[2] == 0);
  CHECK((*tops)[0] == 40);
  CHECK((*tops)[1] == 60);
  const auto low = report::spread({{99, 20}, {99, 20}}, 0, 100);
  REQUIRE(low);
  CHECK(*low == std::vector<double>{60, 80});
  CHECK_FALSE(report::spread({{5, 60}, {6, 60}}, 0, 100));
  CHECK(report::spread({}, 0, 0));
}

TEST_CASE("a plot names its curves at their ends, nothing on anything else, on every canvas") {
  for (const double scale : {1.0, 1000.0, 0.001, 1e300, 0.0, -5.0})
    for (const report::Canvas& canvas : {report::canvases[0], report::canvases[1], report::sheet_canvas}) {
      INFO(scale << " on the " << canvas.name);
      const report::Drawing drawing = report::plot_as_svg(course(scale), Language::english, canvas);
      check_sound(drawing, canvas);
      CHECK(drawing.shapes.find(">observed</text>") != std::string::npos);
      if (scale == 1000)
        CHECK(drawing.shapes.find("90% sure") == std::string::npos); // told with its median
    }
}

TEST_CASE("a plot of one point, of equal values or of what is no number is still drawn") {
  Plot plot;
  plot.curves = {{called("one"), Plot::Style::line, {{3, 7}}}};
  for (const report::Canvas& canvas : report::canvases) {
    check_sound(report::plot_as_svg(plot, Language::french, canvas), canvas);
    plot.curves = {{called("level"), Plot::Style::line, {{1, 5}, {2, 5}, {3, 5}}}};
    check_sound(report::plot_as_svg(plot, Language::french, canvas), canvas);
    constexpr double most = std::numeric_limits<double>::max(),
                     none = std::numeric_limits<double>::quiet_NaN();
    plot.curves = {{called("wild"), Plot::Style::line, {{-most, -most}, {none, 1}, {0, none}, {most, most}}}};
    const report::Drawing wild = report::plot_as_svg(plot, Language::french, canvas);
    CHECK(wild.shapes.find("nan") == std::string::npos);
    CHECK(wild.shapes.find("inf") == std::string::npos);
  }
}

TEST_CASE("names too long for the ends of curves stand beneath, each with its own dashes") {
  Plot plot;
  for (int i = 0; i < 4; ++i)
    plot.curves.push_back({called("market.addressed.size_of_the_whole_country = " + std::to_string(9000 + i)),
                           Plot::Style::line,
                           {{0, 1.0 * i}, {10, 2.0 * i}}});
  const report::Canvas& narrow = report::canvases[1];
  const report::Drawing drawing = report::plot_as_svg(plot, Language::english, narrow);
  check_sound(drawing, narrow);
  CHECK(count_of(drawing.shapes, "class=\"curve dashed ") == 2); // the curve and its sample
  CHECK(count_of(drawing.shapes, "class=\"curve mixed ") == 2);
}

TEST_CASE("bars stand within their box; what falls away floats; a scale names its ends") {
  Bars bars{called("Tiers"), called("of the market"), {}};
  bars.bars = {{called("addressable"), 1, {}, called("34 875")},
               {called("out of reach"), 1, {}, called("22 875"), Tone::plain, {}, {}, 0.25, true},
               {called("a tier with a very long name indeed, longer than a telephone"), 7, .5, called("1"),
                Tone::bad, -1, 2},
               {called("none"), std::numeric_limits<double>::quiet_NaN(), {}, called("—")}};
  for (const report::Canvas& canvas : report::canvases) {
    check_sound(report::bars_as_svg(bars, Language::english, canvas), canvas);
    Bars points = bars;
    points.reference = 0.02;
    points.low_end = called("-5");
    points.high_end = called("40");
    points.at_reference = called("0");
    check_sound(report::bars_as_svg(points, Language::english, canvas), canvas);
  }
  CHECK(report::bars_as_svg(bars, Language::english, report::canvases[0]).shapes.find("apart") !=
        std::string::npos);
}

TEST_CASE("a cell's series is drawn from two figures on, and never seen by a screen reader") {
  CHECK(report::sparkline({3}).empty());
  CHECK(report::sparkline({3, 3, 3}).find("nan") == std::string::npos);
  CHECK(report::sparkline({-1e308, 1e308}).find("inf") == std::string::npos);
  CHECK(report::sparkline({1, 2}).find("aria-hidden") != std::string::npos);
}

TEST_CASE("on a page a chart's table is folded beneath it, and no other") {
  const Table table{called("Figures"), {{"a", "a"}, {"b", "b"}}, {{Cell{called("x")}, Cell{called("1")}}}};
  const Document document{called("Page"), {{"one", called("One"), false, {course(1), table, table}}}};
  const std::string page = report::document_as_html(document, {});
  CHECK(count_of(page, "<details class=\"figures\">") == 1);
  CHECK(page.find("<svg class=\"wide\"") < page.find("<details class=\"figures\">"));
  CHECK(count_of(page, "<svg class=\"narrow\"") == 1);
}

TEST_CASE("a scale's ends and its reference are written, and long names take two lines rather than half") {
  Bars bars{called("Tests"), called("in points"), {}};
  bars.reference = 0.5;
  bars.low_end = called("-5");
  bars.high_end = called("40");
  bars.at_reference = called("0");
  const std::string name = "Reminder by text message to files that were begun: ";
  bars.bars = {{called(name + "after 3 days"), .7, {}, called("9.77"), Tone::plain, .6, .8},
               {called(name + "after 10 days"), .4, {}, called("3.09"), Tone::plain, .3, .6}};
  for (const report::Canvas& canvas : report::canvases) {
    const report::Drawing drawing = report::bars_as_svg(bars, Language::english, canvas);
    check_sound(drawing, canvas);
    for (const char* const figure : {">-5<", ">40<", ">0<", "3 days<", "10 days<"})
      CHECK(drawing.shapes.find(figure) != std::string::npos);
  }
}

TEST_CASE("hundreds of bars and names without an end are drawn within their box") {
  for (const report::Canvas& canvas : report::canvases) {
    Bars many{called("Many"), called(""), {}};
    for (int i = 0; i < 200; ++i)
      many.bars.push_back({called("action " + std::to_string(i)), i / 100.0 - .5, i / 50.0, called("1e15")});
    check_sound(report::bars_as_svg(many, Language::french, canvas), canvas);
    Bars long_names{called("Long"), called(""), {}};
    for (const std::string& name :
         {std::string(300, 'n'), std::string(300, ' '), std::string("é è ") + std::string(296, 'x')})
      long_names.bars.push_back({called(name), .5, {}, called(name)});
    check_sound(report::bars_as_svg(long_names, Language::french, canvas), canvas);
    check_sound(report::bars_as_svg({called("None"), called(""), {}}, Language::french, canvas), canvas);
  }
}

TEST_CASE("a plot of any scale, with long names on its axes, keeps its words apart") {
  for (const report::Canvas& canvas : {report::canvases[0], report::canvases[1], report::panel_canvas})
    for (const double scale : {1e15, -1e15, 1e-9, 0.0}) {
      INFO(scale << " on the " << canvas.name);
      Plot plot = course(scale);
      plot.y.name = called(std::string(300, 'y'));
      check_sound(report::plot_as_svg(plot, Language::french, canvas), canvas);
      plot.x = {called(std::string(300, 'x'))};
      check_sound(report::plot_as_svg(plot, Language::french, canvas), canvas);
      plot.curves.resize(1);
      plot.curves.front().name = called(std::string(300, 'c'));
      plot.curves.front().points.resize(1);
      check_sound(report::plot_as_svg(plot, Language::french, canvas), canvas);
    }
}

TEST_CASE("what was explained is a whole line, what would have been is dashed") {
  Plot plot;
  plot.curves = {{called("counts"), Plot::Style::dots, {{0, 1}, {9, 3}}},
                 {called("explained"), Plot::Style::line, {{0, 1}, {9, 3}}},
                 {called("without"), Plot::Style::dashed, {{5, 1}, {9, 1}}}};
  const report::Drawing drawing = report::plot_as_svg(plot, Language::english, report::canvases[0]);
  CHECK(count_of(drawing.shapes, "class=\"curve dashed ") == 2); // the curve and its sample
  CHECK(count_of(drawing.shapes, "class=\"curve  ") == 2);
}

TEST_CASE("a mark is named where it stands, without a line across the plot, and in its own colour") {
  Plot plot = course(1000);
  plot.curves.back().points = {{20740, 4000}}; // nine tenths of the way
  for (const report::Canvas& canvas : report::canvases)
    check_sound(report::plot_as_svg(plot, Language::english, canvas), canvas);
  const report::Drawing drawing = report::plot_as_svg(plot, Language::english, report::canvases[0]);
  CHECK(drawing.shapes.find("class=\"goal aim\"") != std::string::npos);
}

TEST_CASE("a timeline of many rows, long names and days on one another stays within its box") {
  using namespace std::chrono_literals;
  const Date from = std::chrono::sys_days{2026y / 3 / 1};
  Timeline timeline{called(std::string(300, 't')),
                    called(""),
                    from,
                    from + std::chrono::days{900},
                    {},
                    {},
                    called("runs"),
                    called("a test"),
                    called("decided")};
  for (int i = 0; i < 200; ++i)
    timeline.rows.push_back(
        {called(std::string(300, 'n')),
         {{from + std::chrono::days{i}, from + std::chrono::days{i + 20}, 1000000, i % 2 == 0}},
         {from, from + std::chrono::days{900}}});
  for (int i = 0; i < 6; ++i)
    timeline.days.push_back({from + std::chrono::days{i}, called(std::string(300, 'd'))});
  for (const report::Canvas& canvas : report::canvases)
    check_sound(report::timeline_as_svg(timeline, Language::english, canvas), canvas);
}

namespace {
/// WCAG 2.1: relative luminance of "#rrggbb" or "#rgb".
double luminance(const std::string& colour) {
  const std::size_t digits = colour.size() == 4 ? 1 : 2;
  double all = 0;
  constexpr double weights[] = {.2126, .7152, .0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double one =
        std::stoi(colour.substr(1 + i * digits, digits), nullptr, 16) / (digits == 1 ? 15.0 : 255.0);
    all += weights[i] * (one <= .03928 ? one / 12.92 : std::pow((one + .055) / 1.055, 2.4));
  }
  return all;
}
double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + .05) / (std::min(a, b) + .05);
}
/// Of a custom property: the first in light, the second in dark.
std::string colour_of(const std::string& page, const std::string& name, bool is_dark) {
  std::size_t at = page.find("--" + name + ": #");
  REQUIRE(at != std::string::npos);
  if (is_dark)
    at = page.find("--" + name + ": #", at + 1);
  REQUIRE(at != std::string::npos);
  at = page.find('#', at);
  return page.substr(at, page.find_first_not_of("0123456789abcdef", at + 1) - at);
}
} // namespace

TEST_CASE("colours of charts are told from their ground, and words in them are read, in light and dark") {
  const std::string page =
      report::document_as_html({called("Page"), {{"one", called("One"), false, {course(1)}}}}, {});
  for (const bool is_dark : {false, true})
    for (const char* const name : {"ink", "soft", "bar", "committed", "plan", "aim", "bad"}) {
      INFO(name << (is_dark ? " in dark" : " in light"));
      CHECK(contrast(colour_of(page, name, is_dark), colour_of(page, "ground", is_dark)) >= 4.5);
    }
}

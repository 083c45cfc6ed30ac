// What an answer says, before any format: sections of paragraphs, tables with typed cells, and charts.
#pragma once
#include "deploy_plan/render.hpp"
#include "deploy_plan/text.hpp"
#include <optional>
#include <variant>

namespace deploy_plan {

/// A typed value, or nothing known.
struct Cell {
  std::optional<Phrase> value;
  bool numeric = false;
  Tone tone = Tone::plain;
  bool best = false;               ///< of its row or column: marked, and not by colour alone
  std::vector<double> series = {}; ///< how it came to be so, oldest first: drawn small where a format can
  std::string page = {}; ///< the address of the page that its words lead to; empty where they lead nowhere
};

struct Paragraph {
  Phrase text;
  Tone tone = Tone::plain;
  bool lead = false; ///< what all else is about: set larger where a format can
  /// Those of its words that name a page of the web, an address to write to or a file beside: a link where a
  /// format can, unless they are none of these.
  std::vector<std::string> addresses = {};
};

/// A few figures that are read first: each under its name, with what to compare it with.
struct KeyFigures {
  struct Figure {
    Phrase name;
    Phrase value;
    Phrase note;
    Tone tone = Tone::plain;
  };
  std::vector<Figure> figures;
};

/// What is to be done, one after the other.
struct Steps {
  struct Step {
    Phrase when;
    Phrase what;
    Phrase note; ///< who, and why
  };
  std::vector<Step> steps;
};

/// What is to be pasted as it stands: code, a file's lines.
struct Listing {
  Phrase caption;
  std::vector<Words> lines;
};

struct Table {
  Phrase caption;
  std::vector<Phrase> columns;
  /// The first cell of each names the row; a row of one cell is a heading over those beneath.
  std::vector<std::vector<Cell>> rows;
  bool folded =
      false; ///< the figures of the chart before it, for who wants them: behind its caption on screens
};

/// What is drawn, and so its colour: one meaning a colour in every chart, and never by colour alone.
enum class Role {
  plain,     ///< told from others by dashes and marks
  observed,  ///< what was seen
  committed, ///< what comes if all that is promised is done
  planned,   ///< what comes with the plan
  aim        ///< the goal, and the path to it
};

/// Horizontal bars on one scale from 0 to 1; the figures stand in the table beneath.
struct Bars {
  Phrase title;       ///< a sentence: what is seen
  Phrase description; ///< for those who do not see the chart
  struct Bar {
    Phrase label;
    double fraction = 0;        ///< drawn within [0, 1]
    std::optional<double> mark; ///< a tick: where the bar should be by now
    Phrase caption;
    Tone tone = Tone::plain;
    std::optional<double> low = {}, high = {}; ///< an interval around the fraction
    double from = 0;       ///< where the bar begins: what falls away between two others floats
    bool is_apart = false; ///< drawn unlike the others
  };
  std::vector<Bar> bars;
  /// A place that all are held against, as no difference; then the bars are points with their intervals.
  std::optional<double> reference = {};
  Phrase low_end = {}, high_end = {}, at_reference = {}; ///< figures at the ends of the scale, and there
};

/// What an axis counts, and so how its figures are said.
enum class AxisKind { number, share, money, date };
struct PlotAxis {
  Phrase name;
  AxisKind kind = AxisKind::number;
  std::string currency = {}; ///< of money
};
/// A day as a place on an axis: days since 1 January 1970.
[[nodiscard]] constexpr double on_axis(Date date) {
  return static_cast<double>(date.time_since_epoch().count());
}

/// Curves and points over two axes; the figures stand in the table beneath.
struct Plot {
  struct Point {
    double x = 0;
    double y = 0;
    std::optional<double> low = {}, high = {}; ///< an interval around y
  };
  enum class Style { line, dashed, dots, goal, band, dotted };
  struct Curve {
    Phrase name;
    Style style = Style::line;
    std::vector<Point> points; ///< in the order of x
    Role role = Role::plain;
    Phrase label = {}; ///< at its end, where a format can; its name where this is empty
  };
  /// A place of x that holds for every curve, as today.
  struct Upright {
    double x = 0;
    Phrase name;
  };
  Phrase title;       ///< a sentence: what is seen
  Phrase description; ///< for those who do not see the chart
  PlotAxis x, y;
  std::vector<Curve> curves;
  bool detail = false; ///< left out where there is little room
  std::vector<Upright> uprights = {};
  std::vector<double> also_y = {}; ///< figures that the scale must hold too: that of plots side by side
  bool is_on_first_sheet = false;  ///< drawn a further time, for the little room that it has there
};

/// Small plots side by side, to be compared; those of one unit on one scale. The figures stand in the table
/// beneath.
struct Panels {
  Phrase title; ///< a sentence: what is seen
  Phrase description;
  std::vector<Plot> plots;
};

/// What is done when: rows of spans over days; the figures stand in the table beneath.
struct Timeline {
  struct Span {
    Date from{}, until{};   ///< first and last day
    std::int64_t count = 0; ///< of what is done in it
    bool is_apart = false;  ///< drawn unlike the others
  };
  struct Row {
    Phrase name;
    std::vector<Span> spans;
    std::vector<Date> marks = {};
  };
  struct Day {
    Date day{};
    Phrase name;
  };
  Phrase title;
  Phrase description;   ///< for those who do not see the chart
  Date from{}, until{}; ///< first and last day, whose months are drawn whole
  std::vector<Row> rows;
  std::vector<Day> days;            ///< that hold for every row: today, goals' days
  Phrase spans, spans_apart, marks; ///< what each of them stands for
};

using Block = std::variant<Paragraph, Listing, Table, Bars, Plot, Panels, Timeline, KeyFigures, Steps>;

struct Section {
  std::string id; ///< for --only and anchors; unique in its document
  Phrase title;
  bool detail = false; ///< folded away where a format can
  std::vector<Block> blocks;
  /// Of the annex: that of its part which it belongs to. What has none is read first; the annex is named in a
  /// table of contents, folded on screens, and whole in print.
  Text chapter = {};
  [[nodiscard]] bool is_annex() const { return !chapter.en.empty(); }
};

struct Document {
  Phrase title;
  std::vector<Section> sections;
  std::vector<Phrase> about = {};   ///< lines beneath the title: what it is, for when, by whom
  std::string id = {};              ///< of a part: for anchors
  std::vector<Document> parts = {}; ///< of what the sections tell together: one each, of its own
  std::string back = {};            ///< the address of the page that leads here; empty where none does
};

/// A way to write documents.
struct DocumentFormat {
  std::string_view name;
  std::string_view extension; ///< of the files that are written in it
  std::string (*render)(const Document& document, const RenderOptions& options);
};
[[nodiscard]] std::span<const DocumentFormat> document_formats();

} // namespace deploy_plan

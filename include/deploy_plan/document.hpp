// What an answer says, before any format: sections of paragraphs, tables with typed cells, and charts.
#pragma once
#include "deploy_plan/render.hpp"
#include "deploy_plan/text.hpp"
#include <optional>
#include <variant>

namespace deploy_plan {

/// How a figure is to be taken; formats colour it, and never by colour alone.
enum class Tone { plain, good, warning, bad };

/// A typed value, or nothing known.
struct Cell {
  std::optional<Phrase> value;
  bool numeric = false;
  Tone tone = Tone::plain;
};

struct Paragraph {
  Phrase text;
  Tone tone = Tone::plain;
};

struct Table {
  Phrase caption;
  std::vector<Text> columns;
  std::vector<std::vector<Cell>> rows; ///< the first cell of each names the row
};

/// Horizontal bars on one scale from 0 to 1; the figures stand in the table beneath.
struct Bars {
  Phrase title;
  Phrase description; ///< for those who do not see the chart
  struct Bar {
    Phrase label;
    double fraction = 0;        ///< drawn within [0, 1]
    std::optional<double> mark; ///< a tick: where the bar should be by now
    Phrase caption;
    Tone tone = Tone::plain;
  };
  std::vector<Bar> bars;
};

/// Observations over time, where their pace leads, and the goal.
struct Lines {
  Phrase title;
  Phrase description;
  struct Point {
    Date date{};
    double value = 0;
  };
  std::vector<Point> observed;
  std::vector<Point> pace; ///< from the newest observation on; empty where no pace is known
  Point goal;
};

using Block = std::variant<Paragraph, Table, Bars, Lines>;

struct Section {
  std::string id; ///< for --only and anchors; unique in its document
  Phrase title;
  bool detail = false; ///< folded away where a format can
  std::vector<Block> blocks;
};

struct Document {
  Phrase title;
  std::vector<Section> sections;
};

/// A way to write documents: one file in src/report, one line in the list.
struct DocumentFormat {
  std::string_view name;
  std::string_view extension; ///< of the files that are written in it
  std::string (*render)(const Document& document, const RenderOptions& options);
};
[[nodiscard]] std::span<const DocumentFormat> document_formats();

} // namespace deploy_plan

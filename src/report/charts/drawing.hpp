// What every chart is drawn with: its room, its letters, and its colours by what they mean.
#pragma once
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// What stands within an svg element of a canvas's width.
struct Drawing {
  std::string shapes;
  double height = 0;
};

/// A width in units of the drawing, and the size of letters in them: a page shows one canvas where a chart
/// has room, another on a telephone, so that words are read on both.
struct Canvas {
  std::string_view name;
  double width = 0;
  double letters = 0;
  double plot_height = 0; ///< between a plot's axes
  /// What a column of words takes at most: fonts differ, and none can be measured here.
  [[nodiscard]] double column() const { return letters * 0.6; }
  [[nodiscard]] double line() const { return letters * 1.3; }
};
inline constexpr Canvas canvases[] = {{"wide", 880, 14, 300}, {"narrow", 400, 15, 260}};
/// Of the one plot that the first printed sheet has room for, which is little.
inline constexpr Canvas sheet_canvas{"sheet", 460, 12.5, 130};
inline constexpr Canvas panel_canvas{"panel", 400, 15, 170};

/// The style of charts, for a page that gives --ground, --ink, --soft and --line.
[[nodiscard]] std::string_view chart_style();
[[nodiscard]] std::string_view class_of(Role role);
[[nodiscard]] std::string_view class_of(Tone tone);

[[nodiscard]] Drawing bars_as_svg(const Bars& bars, Language language, const Canvas& canvas);
/// A whole svg element, for those who see it: the cell that it stands in says the same in words.
[[nodiscard]] std::string sparkline(const std::vector<double>& series);

} // namespace deploy_plan::report

// Rows of figures for people: which ones are told, beneath which headings, and how their values are said.
#pragma once
#include "answers/comparison.hpp"
#include "deploy_plan/document.hpp"
#include "report/csv.hpp"

namespace deploy_plan::report {

/// How comparisons are told to people.
struct ChangesView {
  bool all = false;   ///< every row, also what follows from the changes themselves
  bool asked = false; ///< the rows are those that were asked for: all of them, in their order
  bool paths = false; ///< beside the words
};

/// Rows beneath a heading: a step of the booklet, plans, or forecasts.
struct RowGroup {
  Text title; ///< empty where rows stand without headings
  std::vector<answers::Row> rows;
};
struct ToldRows {
  std::vector<RowGroup> groups;
  std::size_t left_out = 0;
};
/// The rows to tell: those most changed first beneath each heading, and of all of them no more than a screen
/// shows, unless the view wants all.
[[nodiscard]] ToldRows told_rows(std::vector<answers::Row> rows,
                                 std::span<const answers::ComparedScenario> scenarios,
                                 const ChangesView& view);
/// That there are more, and how to have them.
[[nodiscard]] Paragraph left_out_words(std::size_t count);

/// A value as a cell; `value` is nullptr where it is not known.
[[nodiscard]] Cell value_cell(const answers::Row& row, const answers::Value* value);
[[nodiscard]] Cell words_cell(const Words& words);
/// By how much it differs: shares in points; nothing for what differs by no more than chance.
[[nodiscard]] std::optional<Phrase> change_phrase(const answers::Row& row, const answers::Value* from,
                                                  const answers::Value* to);
[[nodiscard]] std::string csv_cell(const CsvDialect& dialect, const answers::Value* value);
/// What a row's figures are counted in, on an axis.
[[nodiscard]] AxisKind axis_of(const answers::Row& row);

} // namespace deploy_plan::report

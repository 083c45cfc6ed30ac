// Rows of a CSV file as nodes of a strategy's tree, to be decoded like observations that stand in it.
#pragma once
#include "model/description.hpp"
#include "model/table.hpp"

namespace deploy_plan::model {

/// A row as an observation that says when it was seen: its fields are an observation's, then that day.
[[nodiscard]] const Record& row_record();

struct RowNode {
  const CsvTable& table;
  std::uint32_t base; ///< of its source among the tree's
  const CsvTable::Row& row;
  bool is_number;
  std::optional<std::string> digits = {}; ///< stand for its own figure where they are given
};
/// Adds the node to a tree, under another one.
source::NodeId append_row(source::Tree& tree, source::NodeId parent, const RowNode& what);

} // namespace deploy_plan::model

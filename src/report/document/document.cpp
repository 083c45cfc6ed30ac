#include "report/document/document.hpp"
#include <algorithm>

namespace deploy_plan {

std::span<const DocumentFormat> document_formats() {
  static constexpr DocumentFormat all[] = {
      {"text", ".txt", report::document_as_text},
      {"markdown", ".md", report::document_as_markdown},
      {"html", ".html", report::document_as_html},
  };
  return all;
}

bool report::is_numeric(const Table& table, std::size_t column) {
  const auto first = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const auto& row) { return !is_heading(table, row); });
  return first != table.rows.end() && (*first)[column].numeric;
}

} // namespace deploy_plan

// The renderers of documents, one a file.
#pragma once
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// Whether a row is a heading over those beneath it.
[[nodiscard]] inline bool is_heading(const Table& table, const std::vector<Cell>& row) {
  return row.size() == 1 && table.columns.size() > 1;
}
/// Whether the figures of a column stand at the right, which its first row tells.
[[nodiscard]] bool is_numeric(const Table& table, std::size_t column);

/// What tells the page of a strategy of a portfolio from any other file of its folder; near its begin.
inline constexpr std::string_view portfolio_page_mark =
    "<meta name=\"generator\" content=\"deploy-plan, page of a portfolio\">\n";

std::string document_as_text(const Document& document, const RenderOptions& options);
std::string document_as_markdown(const Document& document, const RenderOptions& options);
std::string document_as_html(const Document& document, const RenderOptions& options);

} // namespace deploy_plan::report

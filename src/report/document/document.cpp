#include "report/document/document.hpp"

namespace deploy_plan {

std::span<const DocumentFormat> document_formats() {
  static constexpr DocumentFormat all[] = {
      {"text", ".txt", report::document_as_text},
      {"markdown", ".md", report::document_as_markdown},
      {"html", ".html", report::document_as_html},
  };
  return all;
}

} // namespace deploy_plan

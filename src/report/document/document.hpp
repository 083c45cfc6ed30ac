// The renderers of documents, one a file.
#pragma once
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

std::string document_as_text(const Document& document, const RenderOptions& options);
std::string document_as_markdown(const Document& document, const RenderOptions& options);
std::string document_as_html(const Document& document, const RenderOptions& options);

} // namespace deploy_plan::report

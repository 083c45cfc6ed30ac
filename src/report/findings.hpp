// The renderers of findings, one a file.
#pragma once
#include "deploy_plan/render.hpp"

namespace deploy_plan::report {

std::string findings_as_text(std::span<const CheckedFile> files, const RenderOptions& options);
std::string findings_as_json(std::span<const CheckedFile> files, const RenderOptions& options);
std::string findings_as_github(std::span<const CheckedFile> files, const RenderOptions& options);

[[nodiscard]] std::string_view severity_key(Severity severity);
[[nodiscard]] Text severity_name(Severity severity);

} // namespace deploy_plan::report

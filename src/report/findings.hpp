// The renderers of findings, one a file.
#pragma once
#include "deploy_plan/render.hpp"

namespace deploy_plan::report {

std::string findings_as_text(std::span<const CheckedFile> files, const RenderOptions& options);
std::string findings_as_json(std::span<const CheckedFile> files, const RenderOptions& options);
std::string findings_as_gitlab(std::span<const CheckedFile> files, const RenderOptions& options);
std::string findings_as_sarif(std::span<const CheckedFile> files, const RenderOptions& options);
std::string findings_as_github(std::span<const CheckedFile> files, const RenderOptions& options);

/// Names a finding across versions of a file: rule, file and pointer, hashed (FNV-1a, 64 bits) as 16
/// hexadecimal digits.
[[nodiscard]] std::string fingerprint(const Source& source, const Finding& finding);
[[nodiscard]] std::string_view severity_key(Severity severity);
[[nodiscard]] Text severity_name(Severity severity);

} // namespace deploy_plan::report

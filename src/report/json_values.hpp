// Values as the JSON of answers writes them.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace deploy_plan::report {

/// A value as text, on one line where `indent` is -1. Bytes that are no UTF-8 become U+FFFD, and what could
/// command a terminal stands as escapes.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value, int indent = -1);
/// A whole document as text.
[[nodiscard]] std::string written(const nlohmann::ordered_json& document);

} // namespace deploy_plan::report

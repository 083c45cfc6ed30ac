// Values as the JSON of answers writes them.
#pragma once
#include "model/description.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

/// A number, without a fraction where it has none; null where it is not known.
[[nodiscard]] nlohmann::ordered_json number_json(const std::optional<double>& value);
/// A value as text, on one line where `indent` is -1. Bytes that are no UTF-8 become U+FFFD, and what could
/// command a terminal stands as escapes.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value, int indent = -1);
/// A whole document as text.
[[nodiscard]] std::string written(const nlohmann::ordered_json& document);

} // namespace deploy_plan::report

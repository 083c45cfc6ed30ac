#include "report/json_values.hpp"
#include "text/terminal.hpp"
#include <cmath>

namespace deploy_plan::report {

using Json = nlohmann::ordered_json;

Json number_json(const std::optional<double>& value) {
  if (!value || !std::isfinite(*value)) // nothing bounds it
    return nullptr;
  const auto whole = static_cast<std::int64_t>(std::abs(*value) < model::largest_exact ? *value : 0);
  return static_cast<double>(whole) == *value ? Json(whole) : Json(*value);
}
std::string json_text(const Json& value, int indent) {
  return text::visible_json(value.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace));
}
std::string written(const Json& document) { return json_text(document, 2) + "\n"; }

} // namespace deploy_plan::report

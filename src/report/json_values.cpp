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
Json flag_json(const std::optional<bool>& value) { return value ? Json(*value) : Json(nullptr); }
Json day_json(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(nullptr); }
void append_member(Json& object, const std::string& key, Json value) {
  object.get_ref<Json::object_t&>().push_back({key, std::move(value)});
}
std::string json_text(const Json& value, int indent) {
  return text::visible_json(value.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace));
}
std::string written(const Json& document) { return json_text(document, 2) + "\n"; }

} // namespace deploy_plan::report

#include "report/json_values.hpp"
#include "text/terminal.hpp"

namespace deploy_plan::report {

using Json = nlohmann::ordered_json;

std::string json_text(const Json& value, int indent) {
  return text::visible_json(value.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace));
}
std::string written(const Json& document) { return json_text(document, 2) + "\n"; }

} // namespace deploy_plan::report

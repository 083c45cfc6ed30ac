// Names of sources, as strategies give them.
#pragma once
#include <string>
#include <string_view>

namespace deploy_plan::model {

/// Letters, digits, - and _: an address is no name.
[[nodiscard]] bool is_source_name(std::string_view name);

/// The environment's variable that says where a name leads: "Téléservice-2" gives
/// "DEPLOY_PLAN_SOURCE_TELESERVICE_2".
[[nodiscard]] std::string variable_of_source(std::string_view name);

} // namespace deploy_plan::model

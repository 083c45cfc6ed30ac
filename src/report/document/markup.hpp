// Words inside HTML and XML.
#pragma once
#include <string>
#include <string_view>

namespace deploy_plan::report {

/// The words as text or as an attribute between double quotes. What XML 1.0 cannot write is made
/// visible first.
[[nodiscard]] std::string escaped_markup(std::string_view words);

} // namespace deploy_plan::report

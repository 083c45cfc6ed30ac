// Bytes to a descriptor, all of them.
#pragma once
#include <string_view>

namespace deploy_plan::system {

/// False, with errno, where not all could be written. Safe after a fork.
[[nodiscard]] bool write_all(int file, std::string_view bytes);

} // namespace deploy_plan::system

// deploy-plan init --measured: an example whose figures come by themselves.
#pragma once
#include "cli/command.hpp"

namespace deploy_plan::cli {

/// Writes the example into a folder, made where there is none, or beside a strategy that the path names; no
/// file that stands there is touched. An empty path is a folder of a name of its own.
[[nodiscard]] Exit init_measured(const std::string& path, const Common& common);

} // namespace deploy_plan::cli

// Files that a folder was walked to find.
#pragma once
#include "deploy_plan/source.hpp"

namespace deploy_plan::source {

/// Reads a file that was found in a folder, as `read_neighbour` does one that is named in another.
[[nodiscard]] ReadResult read_found(const std::string& folder, const std::string& path,
                                    const NeighbourLimits& limits);

} // namespace deploy_plan::source

// One file among many: whatever it does to the program, the others are told.
#pragma once
#include "deploy_plan/files.hpp"

namespace deploy_plan::rules {

struct CheckedPath {
  CheckedFile file;
  std::vector<Strategy> strategies;
};

/// What `check_it` gives; where it throws, a file that is not readable, whose one finding says why.
[[nodiscard]] CheckedPath check_safely(const std::string& path, const std::function<CheckedPath()>& check_it);

} // namespace deploy_plan::rules

// Strategy files among the files of a folder.
#pragma once
#include "deploy_plan/check.hpp"
#include <span>
#include <string>
#include <vector>

namespace deploy_plan {

/// A file to read. Where a folder was walked to find it, links lead it nowhere outside that folder.
struct StrategyPath {
  std::string path;
  std::string folder = {}; ///< that was walked; empty for a file that was named itself
};

/// Folders become the .json, .jsonc and .jsonl files in them, at any depth, in the order of their names;
/// hidden ones are passed over. What cannot be listed stays in the list by its own name, so that reading it
/// says why.
[[nodiscard]] std::vector<StrategyPath> strategy_files(std::span<const std::string> paths);

/// Reads and checks files as `check_files` does with their names alone. Links in a folder that was walked are
/// followed within it only, unless `allow_outside`.
void check_files(std::span<const StrategyPath> paths, const CheckOptions& options, const TakeFile& take,
                 const TakeStrategy& take_strategy = {});

} // namespace deploy_plan

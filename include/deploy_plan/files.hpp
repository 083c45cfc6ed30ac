// Strategy files among the files of a folder.
#pragma once
#include <span>
#include <string>
#include <vector>

namespace deploy_plan {

/// Folders become the .json, .jsonc and .jsonl files in them, at any depth, in the order of their names;
/// hidden ones are passed over. What cannot be listed stays in the list by its own name, so that reading it
/// says why.
[[nodiscard]] std::vector<std::string> strategy_files(std::span<const std::string> paths);

} // namespace deploy_plan

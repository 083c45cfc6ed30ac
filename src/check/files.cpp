#include "deploy_plan/files.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan {
namespace fs = std::filesystem;
namespace {

bool is_strategy(const fs::path& path) {
  // Where sources lead, for `measure`: no strategy.
  if (path.filename() == "sources.json")
    return false;
  const auto extension = path.extension();
  return extension == ".json" || extension == ".jsonc" || extension == ".jsonl";
}

/// A link that leads nowhere is one of them, so that reading it says so.
bool is_file(const fs::directory_entry& entry) {
  std::error_code unknown;
  return entry.is_regular_file(unknown) ||
         (entry.is_symlink(unknown) && entry.status(unknown).type() == fs::file_type::not_found);
}

void list(const fs::path& folder, std::vector<std::string>& found) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    std::error_code unknown;
    if (entry->path().filename().string().starts_with('.'))
      continue;
    if (entry->is_directory(unknown) &&
        !entry->is_symlink(unknown)) // a link to a folder may lead round in a circle
      list(entry->path(), found);
    else if (is_strategy(entry->path()) && is_file(*entry))
      found.push_back(entry->path().string());
  }
  if (error)
    found.push_back(folder.string());
}
} // namespace

std::vector<StrategyPath> strategy_files(std::span<const std::string> paths) {
  std::vector<StrategyPath> files;
  for (const std::string& path : paths) {
    std::error_code unknown;
    if (!fs::is_directory(path, unknown)) {
      files.push_back({path});
      continue;
    }
    std::vector<std::string> found;
    list(path, found);
    std::sort(found.begin(), found.end());
    for (std::string& file : found)
      files.push_back({std::move(file), path});
  }
  return files;
}

} // namespace deploy_plan

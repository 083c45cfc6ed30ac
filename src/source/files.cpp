#include "deploy_plan/files.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan {
namespace fs = std::filesystem;
namespace {

bool is_strategy(const fs::path& path) {
  const auto extension = path.extension();
  return extension == ".json" || extension == ".jsonc" || extension == ".jsonl";
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
    else if (entry->is_regular_file(unknown) && is_strategy(entry->path()))
      found.push_back(entry->path().string());
  }
  if (error)
    found.push_back(folder.string());
}
} // namespace

std::vector<std::string> strategy_files(std::span<const std::string> paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code unknown;
    if (!fs::is_directory(path, unknown)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    list(path, found);
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

} // namespace deploy_plan

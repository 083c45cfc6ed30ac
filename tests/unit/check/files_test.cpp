#include "catch.hpp"
#include "deploy_plan/files.hpp"
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace deploy_plan;
namespace fs = std::filesystem;

TEST_CASE(
    "a folder is its strategy files at any depth, in the order of their names, hidden ones passed over") {
  const fs::path folder = fs::temp_directory_path() / ("strategy-files-" + std::to_string(getpid()));
  fs::create_directories(folder / "inner" / "deeper");
  fs::create_directories(folder / ".hidden");
  for (const char* const name :
       {"b.json", "a.jsonc", "c.txt", "inner/deeper/d.jsonl", ".hidden/e.json", ".f.json"})
    std::ofstream(folder / name) << "{}";
  fs::create_directory_symlink("..", folder / "inner" / "round");
  fs::create_symlink("nowhere", folder / "lost.json");
  const std::vector<std::string> paths{"one.json", folder.string()};
  std::vector<std::string> found;
  for (const StrategyPath& one : strategy_files(paths))
    found.push_back(one.folder.empty() ? one.path : fs::relative(one.path, one.folder).string());
  CHECK(found ==
        std::vector<std::string>{"one.json", "a.jsonc", "b.json", "inner/deeper/d.jsonl", "lost.json"});
  fs::remove_all(folder);
}

// Files that are reviewed like prose: UPDATE_GOLDEN=1 rewrites them.
#pragma once
#include "examples.hpp"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace deploy_plan::test {

inline std::string content(const std::string& path) {
  std::ostringstream words;
  words << std::ifstream(path, std::ios::binary).rdbuf();
  return words.str();
}

inline void matches(const std::string& name, const std::string& shown) {
  const std::string path = "tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << shown;
  }
  CAPTURE(path);
  CHECK(content(path) == shown);
}

inline constexpr Language languages[] = {Language::english, Language::french};
inline std::string suffix(Language language) { return language == Language::french ? ".fr" : ".en"; }

} // namespace deploy_plan::test

// Files that are reviewed like prose: UPDATE_GOLDEN=1 rewrites them.
#pragma once
#include "deploy_plan/document.hpp"
#include "examples.hpp"
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace deploy_plan::test {

inline void matches(const std::string& name, const std::string& shown) {
  const std::string path = "tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << shown;
  }
  if (const char* const names = std::getenv("GOLDEN_NAMES"); names != nullptr)
    std::ofstream(names, std::ios::app)
        << path << '\n'; // for tests/golden/run: what is not compared is stale
  CAPTURE(path);
  CHECK(content(path) == shown);
}

inline constexpr Language languages[] = {Language::english, Language::french};
inline std::string suffix(Language language) { return language == Language::french ? ".fr" : ".en"; }

/// A document in every format and both languages.
inline void matches_in_each_format(const std::string& name, const Document& document) {
  for (const Language language : languages) {
    RenderOptions options;
    options.language = language;
    for (const DocumentFormat& format : document_formats())
      matches(name + suffix(language) + std::string(format.extension), format.render(document, options));
  }
}

} // namespace deploy_plan::test

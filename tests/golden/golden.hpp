// Files that are reviewed like prose: UPDATE_GOLDEN=1 rewrites them.
#pragma once
#include "deploy_plan/document.hpp"
#include "examples.hpp"
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace deploy_plan::test {

/// A page without its style, which is the same in all: browsers test that.
inline std::string without_style(std::string page) {
  const std::size_t begin = page.find("<style>"), end = page.find("</style>");
  if (begin != std::string::npos && end != std::string::npos)
    page.replace(begin + 7, end - begin - 7, "…");
  return page;
}

inline void matches(const std::string& name, std::string shown) {
  if (name.ends_with(".html"))
    shown = without_style(std::move(shown));
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

// What fuzz targets have in common. Each is a file with libFuzzer's entry point; replay.cpp runs one on files
// instead, where there is no libFuzzer.
#pragma once
#include "deploy_plan/check.hpp"
#include "deploy_plan/document.hpp"
#include <cstdlib>
#include <fstream>
#include <iterator>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace deploy_plan::fuzz {

inline const Date day = std::chrono::year{2026} / 3 / 1;

inline std::string words_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline std::shared_ptr<const Source> source_of(std::string text,
                                               const std::string& name = "/nowhere/strategy.json") {
  return std::make_shared<const Source>(name, std::move(text));
}

inline CheckOptions options() {
  CheckOptions how;
  how.as_of = day;
  how.max_findings = 1000;
  return how;
}

/// What must hold, whatever the input.
inline void demand(bool holds) {
  if (!holds)
    std::abort();
}

/// Writes findings in one of the formats and languages: their places must be in the file, their words whole.
/// All of them for every input would take ten times as long as what is looked for.
inline void write(const CheckedFile& file, std::size_t which) {
  RenderOptions how;
  how.language = which % 2 == 0 ? Language::english : Language::french;
  how.width = 80;
  (void)render(findings_formats()[which / 2 % findings_formats().size()], {&file, 1}, how);
}

inline void write(const Document& document, std::size_t which) {
  RenderOptions how;
  how.language = which % 2 == 0 ? Language::english : Language::french;
  how.unicode = which % 3 != 0;
  how.width = which % 5 == 0 ? 80 : 0;
  (void)document_formats()[which % document_formats().size()].render(document, how);
}

inline std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  demand(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace deploy_plan::fuzz

// Findings as people and tools read them.
#pragma once
#include "deploy_plan/check.hpp"

namespace deploy_plan {

struct RenderOptions {
  Language language = Language::english;
  bool color = false;
  bool unicode = true; ///< draw frames with box characters, else with ASCII
};

struct Summary {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
};
[[nodiscard]] Summary summarize(std::span<const CheckedFile> files);

/// A way to write findings: one file in src/report, one line in the list of formats.
struct FindingsFormat {
  std::string_view name;
  Text meaning;
  std::string (*render)(std::span<const CheckedFile> files, const RenderOptions& options);
};
[[nodiscard]] std::span<const FindingsFormat> findings_formats();

/// A rule told to a person: what, why, a bad example and a good one.
[[nodiscard]] std::string explain(const RuleEntry& rule, Language language);

} // namespace deploy_plan

// What gap and report share: strategies read into gaps, judged by gates, and written.
#pragma once
#include "cli/command.hpp"
#include "deploy_plan/gap.hpp"
#include "report/gap_view.hpp"

namespace deploy_plan::cli {

struct GapOptions {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;
  std::vector<std::string> gates;
  std::string csv_dialect;
  report::GapViewOptions view;
  bool allow_unknown = false;
  bool allow_outside = false;
};

/// Options that both commands have; `sections` is the name of the one that chooses sections.
void declare_gap_options(CLI::App& app, GapOptions& options, const std::string& sections,
                         const Common& words);
[[nodiscard]] std::vector<std::string> gap_formats();
[[nodiscard]] Exit run_gap(const GapOptions& options, const std::string& sections, const Common& common);

} // namespace deploy_plan::cli

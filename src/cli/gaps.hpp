// What gap and report share: strategies read, told one after the other, judged by gates, and written as they
// come.
#pragma once
#include "cli/told_strategy.hpp"
#include "report/views/gap/gap_view.hpp"

namespace deploy_plan::cli {

struct GapOptions : AnswerOptions {
  std::vector<std::string> paths;
  GateOptions gate;
  report::GapViewOptions view;
  DrawOptions drawn;
  bool outlooks = true;
  bool with_plan = false; ///< outlooks with the best plan too
  bool in_full = false; ///< the tests, the forecast, the ranking and the plan of each strategy follow its gap
  bool brief_only = false;          ///< of a report
  std::vector<std::string> earlier; ///< versions of the strategy, the oldest first: see indicator_sheet
};

/// Options that both commands have; `sections` is the name of the one that chooses sections.
void declare_gap_options(CLI::App& app, GapOptions& options, const std::string& sections,
                         const Common& words);
[[nodiscard]] Exit run_gap(const GapOptions& options, const std::string& sections, const Common& common);

} // namespace deploy_plan::cli

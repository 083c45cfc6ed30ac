// What gap and report share: strategies read into gaps, judged by gates, and written.
#pragma once
#include "cli/answer.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/plan.hpp"
#include "report/views/gap/gap_view.hpp"

namespace deploy_plan::cli {

struct GapOptions : AnswerOptions {
  std::vector<std::string> paths;
  GateOptions gate;
  report::GapViewOptions view;
  std::optional<DrawOptions> futures; ///< simulated, to tell what part of each gap they close
  bool with_plans = false;            ///< the ranking and the plan of each strategy follow its gap
};

/// Options that both commands have; `sections` is the name of the one that chooses sections.
void declare_gap_options(CLI::App& app, GapOptions& options, const std::string& sections,
                         const Common& words);
[[nodiscard]] Exit run_gap(const GapOptions& options, const std::string& sections, const Common& common);

} // namespace deploy_plan::cli

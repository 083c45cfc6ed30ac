// What gap and report tell of one strategy.
#pragma once
#include "cli/own_scenarios.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/indicator_sheet.hpp"
#include "deploy_plan/pilote.hpp"
#include "deploy_plan/plan.hpp"
#include "report/views/gap/gap_portfolio.hpp"

namespace deploy_plan::cli {

struct ToldOptions {
  bool outlooks = true;
  bool with_plan = false;             ///< outlooks with the best plan too
  bool in_full = false;               ///< the tests, the forecast, the ranking and the plan as sections, too
  std::vector<std::string> only = {}; ///< ids of sections; all when empty
  std::size_t draws = 0;
  std::uint64_t seed = 0;
  bool indicators = false;            ///< as PILOTE has them
  std::vector<Strategy> earlier = {}; ///< for Parliament's sheet
};

struct ToldStrategy {
  Gap gap;
  report::ToldAround around = {}; ///< of a report
  std::vector<IndicatorFigure> indicators = {};
  std::optional<IndicatorSheet> sheet = {}; ///< where the section is asked for by its name
  std::optional<Phrase> without_plan = {};  ///< why no plan could be made that was asked for
  bool is_plan_missing = false;             ///< a plan there may be, which this machine cannot make
};

/// `scenarios` are set beside it where there is a brief. Nothing of it depends on the number of threads.
[[nodiscard]] ToldStrategy tell_of(const Strategy& strategy, Date day, const ToldOptions& options,
                                   unsigned threads, const OwnScenarios& scenarios = {});

} // namespace deploy_plan::cli

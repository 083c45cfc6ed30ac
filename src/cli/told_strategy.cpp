#include "cli/told_strategy.hpp"
#include "cli/plan_failure.hpp"
#include "deploy_plan/forecast.hpp"
#include "report/views/plan/forecast_view.hpp"
#include "report/views/plan/plan_view.hpp"
#include "report/views/sheet/sheet_view.hpp"
#include "report/views/trial/trial_view.hpp"
#include <algorithm>

namespace deploy_plan::cli {
namespace {

class Teller {
public:
  Teller(const Strategy& of, Date on, const ToldOptions& how, unsigned on_threads)
      : strategy(of), day(on), options(how), threads(on_threads) {}

  ToldStrategy tell() {
    ToldStrategy told{gap(strategy, day)};
    if (options.with_plan)
      make_plan(told);
    if (options.outlooks)
      add_outlooks(told.gap, strategy, drawn<FutureOptions>(), runs());
    if (options.indicators)
      told.indicators = indicator_figures(strategy, day);
    if (is_named("parliament"))
      told.sheet = indicator_sheet(strategy, day, drawn<FutureOptions>());
    if (options.in_full)
      told.after = sections();
    if (options.in_full && told.sheet)
      told.after.push_back(report::indicator_sheet_section(*told.sheet));
    return told;
  }

private:
  const Strategy& strategy;
  const Date day;
  const ToldOptions& options;
  const unsigned threads;
  std::optional<tl::expected<Plan, PlanFailure>> planned; ///< where one was to be made

  template <class How>
  How drawn() const {
    How how;
    how.draws = options.draws;
    how.seed = options.seed;
    how.threads = threads;
    return how;
  }

  /// Of a strategy without actions nobody expects one, unless it is asked for by name.
  void make_plan(ToldStrategy& told) {
    if (options.in_full && strategy.actions.empty() && !is_named("plan"))
      return;
    auto how = drawn<PlanOptions>();
    if (!options.in_full || !is_wanted("plan"))
      how.frontier = 0;
    how.values_tests = options.in_full && is_wanted("plan");
    planned = plan({&strategy, 1}, day, how);
    if (*planned)
      return;
    told.without_plan = said(planned->error());
    told.is_plan_missing = std::holds_alternative<SolverFailed>(planned->error());
  }

  /// The plan whose runs are drawn; nullptr where there is none.
  const Plan* runs() const { return planned && *planned ? &**planned : nullptr; }

  bool is_named(std::string_view section) const {
    return std::find(options.only.begin(), options.only.end(), section) != options.only.end();
  }
  bool is_wanted(std::string_view section) const { return options.only.empty() || is_named(section); }

  std::vector<Section> sections() const {
    std::vector<Section> all;
    const auto add = [&](std::vector<Section> some) {
      std::move(some.begin(), some.end(), std::back_inserter(all));
    };
    if (is_wanted("test"))
      add(report::trial_sections(read_trials(strategy, day),
                                 strategy.budget ? strategy.budget->currency : ""));
    if (is_wanted("forecast"))
      add(report::forecast_sections(futures()));
    if (is_wanted("rank"))
      add(report::ranking_sections(rank(strategy, day)));
    if (is_wanted("plan") && planned)
      add(plan_sections());
    for (Section& section : all)
      section.detail = true;
    return all;
  }

  Forecast futures() const {
    auto how = drawn<ForecastOptions>();
    how.with_plan = runs();
    return forecast(strategy, day, how);
  }

  /// Why there is none is said where it would stand.
  std::vector<Section> plan_sections() const {
    if (*planned)
      return report::plan_sections(**planned);
    return {{"plan", {{"No plan", "Aucun plan"}}, false, {Paragraph{said(planned->error()), Tone::bad}}}};
  }
};
} // namespace

ToldStrategy tell_of(const Strategy& strategy, Date day, const ToldOptions& options, unsigned threads) {
  return Teller(strategy, day, options, threads).tell();
}

} // namespace deploy_plan::cli

#include "cli/told_strategy.hpp"
#include "cli/plan_failure.hpp"
#include "deploy_plan/forecast.hpp"
#include "report/views/brief/brief_view.hpp"
#include "report/views/plan/forecast_view.hpp"
#include "report/views/plan/plan_view.hpp"
#include "report/views/sheet/sheet_view.hpp"
#include "report/views/trial/trial_view.hpp"
#include <algorithm>

namespace deploy_plan::cli {
namespace {

class Teller {
public:
  Teller(const Strategy& of, Date on, const ToldOptions& how, unsigned on_threads,
         const OwnScenarios& changed)
      : strategy(of), day(on), options(how), threads(on_threads), scenarios(changed) {}

  ToldStrategy tell() {
    ToldStrategy told{gap(strategy, day)};
    if (options.with_plan)
      make_plan(told);
    if (options.outlooks)
      add_outlooks(told.gap, strategy, drawn<FutureOptions>(), runs());
    if (options.indicators)
      told.indicators = indicator_figures(strategy, day);
    if (is_named("parliament"))
      told.sheet = indicator_sheet(strategy, day, drawn<FutureOptions>(), options.earlier);
    if (!options.in_full)
      return told;
    if (is_wanted("brief") || is_wanted("forecast"))
      make_forecast();
    if (is_wanted("brief"))
      add_brief(told);
    told.around.after = sections();
    if (told.sheet)
      told.around.after.push_back(report::indicator_sheet_section(*told.sheet));
    return told;
  }

private:
  const Strategy& strategy;
  const Date day;
  const ToldOptions& options;
  const unsigned threads;
  const OwnScenarios& scenarios;
  std::optional<tl::expected<Plan, PlanFailure>> planned; ///< where one was to be made
  std::optional<Forecast> futures;                        ///< likewise

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

  /// nullptr where there is none.
  const Plan* made() const { return planned && *planned ? &**planned : nullptr; }
  /// The plan whose runs are drawn; nullptr where there are none.
  const Plan* runs() const { return made() != nullptr && !made()->does_nothing() ? made() : nullptr; }

  bool is_named(std::string_view section) const {
    return std::find(options.only.begin(), options.only.end(), section) != options.only.end();
  }
  bool is_wanted(std::string_view section) const { return options.only.empty() || is_named(section); }

  std::vector<Section> sections() const {
    std::vector<Section> all;
    const auto add = [&](Text chapter, std::vector<Section> some) {
      for (Section& section : some) {
        section.detail = true;
        section.chapter = chapter;
        all.push_back(std::move(section));
      }
    };
    if (is_wanted("plan") && planned)
      add({"The proposed plan", "Le plan proposé"}, plan_sections());
    if (is_wanted("forecast"))
      add({"What is to come", "Ce qui vient"}, report::forecast_sections(*futures));
    if (is_wanted("test"))
      add({"Tests", "Les tests"}, report::trial_sections(read_trials(strategy, day),
                                                         strategy.budget ? strategy.budget->currency : ""));
    if (is_wanted("rank"))
      add({"Actions compared", "Les actions comparées"}, report::ranking_sections(rank(strategy, day)));
    return all;
  }

  void make_forecast() {
    auto how = drawn<ForecastOptions>();
    how.with_plan = runs();
    how.segments = is_wanted("forecast");
    futures = forecast(strategy, day, how);
  }

  std::vector<BriefOption> ways_to_choose() const {
    std::vector<BriefOption> all;
    for (const NamedStrategy& one : scenarios.sound) {
      auto how = drawn<PlanOptions>();
      how.frontier = 0;
      const auto made = plan({&one.strategy, 1}, day, how);
      Gap its = gap(one.strategy, day);
      add_outlooks(its, one.strategy, drawn<FutureOptions>(), made ? &*made : nullptr);
      all.push_back(option_of(one.strategy, its, made ? &*made : nullptr, {one.name, one.changes}));
    }
    return all;
  }

  void add_brief(ToldStrategy& told) const {
    const Brief all = brief(
        strategy, {told.gap, made(), &*futures, ways_to_choose(), scenarios.unsound, scenarios.left_out},
        drawn<FutureOptions>());
    told.around.about = report::brief_about(all);
    told.around.spent = report::spent_money(all);
    told.around.left = report::left_money(all);
    told.around.asks = !all.options.empty();
    told.around.before = report::brief_sections(all, told.gap);
  }

  /// Why there is none is said where it would stand.
  std::vector<Section> plan_sections() const {
    if (*planned)
      return report::plan_sections(**planned);
    return {{"plan", {{"No plan", "Aucun plan"}}, false, {Paragraph{said(planned->error()), Tone::bad}}}};
  }
};
} // namespace

ToldStrategy tell_of(const Strategy& strategy, Date day, const ToldOptions& options, unsigned threads,
                     const OwnScenarios& scenarios) {
  return Teller(strategy, day, options, threads, scenarios).tell();
}

} // namespace deploy_plan::cli

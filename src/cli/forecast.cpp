// deploy-plan forecast FILE
#include "deploy_plan/forecast.hpp"
#include "cli/numbers.hpp"
#include "cli/plan_failure.hpp"
#include "cli/strategies.hpp"
#include "deploy_plan/libraries.hpp"
#include "model/decode.hpp"
#include "report/views/plan/forecast_view.hpp"

namespace deploy_plan::cli {
namespace of_forecast {
namespace {

struct Options : AnswerOptions {
  std::string path, model;
  std::optional<std::string> ceiling, horizon;
  DrawOptions drawn;
  std::size_t backtest = 0;
  bool with_plan = false;
  GateOptions gate;
};

/// The command line's words as options of the analysis, or what is wrong with them.
tl::expected<ForecastOptions, Phrase> read_options(const Options& options, Date day) {
  ForecastOptions how;
  options.drawn.give_to(how);
  how.backtest = options.backtest;
  if (!options.model.empty())
    how.model = options.model == "linear"     ? GrowthModel::linear
                : options.model == "logistic" ? GrowthModel::logistic
                                              : GrowthModel::bass;
  how.ceiling_free = options.ceiling == "free" || options.ceiling == "libre";
  if (options.ceiling && !how.ceiling_free) {
    how.ceiling = read_number(*options.ceiling, NumberRange::above(0, 1e15));
    if (!how.ceiling)
      return tl::unexpected(
          Phrase{{"--ceiling {0}: write a number, or free", "--ceiling {0} : écrivez un nombre, ou libre"},
                 {*options.ceiling}});
  }
  if (!options.horizon)
    return how;
  how.horizon = model::read_date(*options.horizon);
  if (!how.horizon)
    return tl::unexpected(Phrase{
        {"--horizon {0}: write a day as 2027-06-30", "--horizon {0} : écrivez un jour comme 2027-06-30"},
        {*options.horizon}});
  if (*how.horizon <= day || *how.horizon > day + std::chrono::days(365 * 50))
    return tl::unexpected(Phrase{{"--horizon {0}: it must be after {1}, and within 50 years of it",
                                  "--horizon {0} : il doit être après le {1}, et dans les 50 ans"},
                                 {*options.horizon, day}});
  return how;
}

Exit run(const Options& options, const Common& common) {
  if (const auto misuse = misused(options))
    return refuse(common, *misuse);
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  auto how = read_options(options, common.as_of);
  if (!how)
    return refuse(common, how.error());
  const auto strategy = read_one(options.path, "forecast", options, common);
  if (!strategy)
    return refuse(common, strategy.error());
  if (options.with_plan) {
    PlanOptions planned;
    planned.frontier = 0;
    planned.draws = 0;
    const auto result = plan({&*strategy, 1}, common.as_of, planned);
    if (!result)
      return refuse(common, said(result.error()));
    how->lifts = planned_lifts(*strategy, *result, common.as_of);
  }
  Progress progress(common);
  how->progress = [&](std::size_t done, std::size_t of) { progress.show(done, of); };
  const Forecast told = forecast(*strategy, common.as_of, *how);
  progress.clear();
  if (const auto missing = missing_for(told))
    return refuse(common, {*missing});
  const Exit gated = judge_gates(options.gate, common, over(told.strategy, told));
  if (gated == not_carried_out)
    return gated;
  const Answer answer{.document = [&] { return document_of(told); },
                      .json = whole([&] { return json_of(told); }),
                      .csv = whole([&](bool french) { return report::forecast_csv(told, french); })};
  return write_answer(answer, options, common, gated);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->path, words.say({"a strategy file", "un fichier de stratégie"}))
      ->type_name("")
      ->required();
  add_choice(app, "--model", options->model, {"linear", "logistic", "bass"}, words,
             {"this model, rather than the one of the lowest AICc",
              "ce modèle, plutôt que celui du plus petit AICc"});
  app.add_option(
         "--ceiling", options->ceiling,
         words.say({"of the market covered: a number, or free to be fitted; the addressed market if left out",
                    "du marché pénétré : un nombre, ou libre pour l'ajuster ; le marché adressé sinon"}))
      ->type_name("N|free");
  app.add_option("--horizon", options->horizon,
                 words.say({"the last day to show; a year, or to the last goal, if left out",
                            "le dernier jour à montrer ; un an, ou jusqu'au dernier objectif, sinon"}))
      ->type_name("DATE");
  declare_draw_options(app, options->drawn, 100000, words);
  add_number(app, "--backtest", options->backtest, NumberRange::whole(1, 10000), words,
             {"hide the last N observations, forecast them and compare",
              "cacher les N derniers relevés, les prévoir et comparer"})
      ->type_name("N");
  app.add_flag("--with-plan", options->with_plan,
               words.say({"show too what the best plan would add",
                          "montrer aussi ce qu'ajouterait le meilleur plan"}));
  add_choice(app, "--format", options->format, answer_formats(), words,
             {"how to write it", "comment l'écrire"});
  declare_gate_options(app, options->gate, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan forecast strategy.json",
     {"where adoption goes, and how probable each goal is",
      "où va l'adoption, et la probabilité de chaque objectif"}},
    {"deploy-plan forecast strategy.json --backtest 3",
     {"how far such forecasts can be trusted", "jusqu'où se fier à de telles prévisions"}},
    {"deploy-plan forecast strategy.json --fail-if 'goals.target-2026-12-31.probability < 0.5'",
     {"fail when a goal is improbable", "échouer quand un objectif est improbable"}},
};
} // namespace
} // namespace of_forecast

const Command forecast_command{
    "forecast",
    {"forecast adoption, with its uncertainty", "prévoir l'adoption, avec son incertitude"},
    of_forecast::examples,
    of_forecast::declare};

} // namespace deploy_plan::cli

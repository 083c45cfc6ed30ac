// deploy-plan forecast FILE
#include "deploy_plan/forecast.hpp"
#include "cli/numbers.hpp"
#include "cli/plan_failure.hpp"
#include "cli/strategies.hpp"
#include "model/decode.hpp"
#include "model/description.hpp"
#include "report/views/plan/forecast_view.hpp"

namespace deploy_plan::cli {
namespace of_forecast {
namespace {

struct Options : AnswerOptions {
  std::string path, model;
  std::optional<std::string> ceiling, horizon;
  DrawOptions drawn;
  bool with_plan = false;
  GateOptions gate;
};

/// The command line's words as options of the analysis, or what is wrong with them.
tl::expected<ForecastOptions, Phrase> read_options(const Options& options, Date day) {
  ForecastOptions how;
  options.drawn.give_to(how);
  if (const auto* const model = model::find_choice(model::choices<TrendModel>(), options.model))
    how.model = static_cast<TrendModel>(model->value);
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

std::vector<std::string> model_names() {
  std::vector<std::string> names;
  for (const model::Choice& model : model::choices<TrendModel>())
    names.emplace_back(model.name.en);
  return names;
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
  const auto covered = tier_sizes(strategy->market, common.as_of).penetrated;
  if (how->ceiling && covered && *covered >= *how->ceiling)
    return refuse(common,
                  {{"--ceiling {0}: {1} are covered already", "--ceiling {0} : {1} sont déjà couverts"},
                   {*options.ceiling, *covered}});
  std::optional<Plan> planned;
  if (options.with_plan) {
    PlanOptions how_planned;
    how_planned.frontier = 0;
    options.drawn.give_to(how_planned);
    auto made = plan({&*strategy, 1}, common.as_of, how_planned);
    if (!made && std::holds_alternative<SolverFailed>(made.error()))
      return refuse(common, said(made.error()));
    if (made) {
      planned = std::move(*made);
      how->with_plan = &*planned;
    } else if (!common.quiet)
      tell(common, without_plan(strategy->name, said(made.error())));
  }
  Progress progress(common);
  how->progress = [&](std::size_t done, std::size_t of) { progress.show(done, of); };
  const Forecast told = forecast(*strategy, common.as_of, *how);
  progress.clear();
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
  declare_strategy_file(app, options->path, words)->required();
  add_choice(app, "--model", options->model, model_names(), words,
             {"this model alone, rather than the combination", "ce modèle seul, plutôt que la combinaison"});
  app.add_option("--ceiling", options->ceiling,
                 words.say({"of the market: a number that nothing goes beyond, or free, drawn whatever is "
                            "addressed; drawn around "
                            "the addressed market if left out",
                            "du marché : un nombre que rien ne dépasse, ou libre, tiré quel que soit le "
                            "marché adressé ; sinon "
                            "tiré autour du marché adressé"}))
      ->type_name("N|free");
  app.add_option("--horizon", options->horizon,
                 words.say({"the last day to show; a year, or to the last goal, if left out",
                            "le dernier jour à montrer ; un an, ou jusqu'au dernier objectif, sinon"}))
      ->type_name("DATE");
  declare_draw_options(app, options->drawn, 100000, words);
  app.add_flag(
      "--with-plan", options->with_plan,
      words.say({"show too where the best plan would lead", "montrer aussi où mènerait le meilleur plan"}));
  declare_format(app, options->format, answer_formats(), words);
  declare_gate_options(app, options->gate, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan forecast strategy.json",
     {"where adoption goes, and how probable each goal is",
      "où va l'adoption, et la probabilité de chaque objectif"}},
    {"deploy-plan forecast strategy.json --with-plan",
     {"the same with the runs of the best plan", "de même avec les passages du meilleur plan"}},
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

// deploy-plan week FILE
#include "deploy_plan/week.hpp"
#include "cli/numbers.hpp"
#include "cli/plan_failure.hpp"
#include "cli/strategies.hpp"
#include "cli/week_memory.hpp"
#include "model/decode.hpp"

namespace deploy_plan::cli {
namespace of_week {
namespace {

/// Where nothing says since when.
constexpr std::chrono::days usual_time{7};
/// Of the search for a plan: what is done this week does not wait for a proof.
constexpr double seconds_of_plan = 5;

struct Options : AnswerOptions {
  std::string path;
  std::optional<std::string> since;
  DrawOptions drawn;
  GateOptions gate;
};

/// The day that is asked for, else the last one that was told of, else seven days before.
tl::expected<Date, Phrase> read_since(const Options& options, const Common& common) {
  if (!options.since)
    return std::max(earliest_day,
                    last_week_told(options.path, common.as_of).value_or(common.as_of - usual_time));
  const auto day = model::read_date(*options.since);
  if (!day || *day < earliest_day)
    return tl::unexpected(
        Phrase{{"--since {0} is not a day: write it like 2026-03-01, from {1} on",
                "--since {0} n'est pas un jour : écrivez-le comme 2026-03-01, à partir du {1}"},
               {*options.since, earliest_day}});
  if (*day >= common.as_of)
    return tl::unexpected(Phrase{{"--since {0}: it must be before the day that is told, {1}",
                                  "--since {0} : il doit être avant le jour dont on parle, le {1}"},
                                 {*options.since, common.as_of}});
  return *day;
}

/// The plan that says what to do where no schedule does, else what can still be kept of that, or which limits
/// none keeps; nothing where none can be looked for.
std::optional<Plan> plan_of(const Strategy& strategy, const Options& options, const Common& common) {
  if (strategy.actions.empty() || strategy.period.end < common.as_of)
    return std::nullopt;
  PlanOptions how;
  how.seconds = seconds_of_plan;
  how.frontier = 0;
  how.draws = 0;
  how.branches = 0;
  how.values_tests = true;
  how.seed = options.drawn.seed;
  how.keep = is_scheduled(strategy);
  how.threads = options.drawn.count();
  auto made = plan({&strategy, 1}, common.as_of, how);
  if (made)
    return std::move(*made);
  if (std::holds_alternative<SolverFailed>(made.error()) && !common.quiet)
    tell(common, without_plan(strategy.name, said(made.error())));
  return std::nullopt;
}

Exit run(const Options& options, const Common& common) {
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  const auto since = read_since(options, common);
  if (!since)
    return refuse(common, since.error());
  if (*since >= common.as_of)
    return refuse(
        common, {{"nothing can be told of the first day there is", "rien à dire du premier jour qui soit"}});
  const auto strategy = read_one(options.path, "week", options, common);
  if (!strategy)
    return refuse(common, strategy.error());
  FutureOptions futures;
  options.drawn.give_to(futures);
  const std::optional<Plan> planned = plan_of(*strategy, options, common);
  const Week told = week(*strategy, common.as_of, *since, futures, planned ? &*planned : nullptr);
  const Exit gated = judge_gates(options.gate, common, over(told.strategy, told));
  if (gated == not_carried_out)
    return gated;
  const Answer answer{.document = [&] { return document_of(told); },
                      .json = whole([&] { return json_of(told); }),
                      .csv = tl::unexpected(Phrase{
                          {"a week has no rows and columns", "une semaine n'a ni lignes ni colonnes"}})};
  const Exit written = write_answer(answer, options, common, gated);
  if (written != not_carried_out && !common.looks_back)
    keep_week_told(options.path, common.as_of);
  return written;
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  declare_strategy_file(app, options->path, words)->required();
  app.add_option(
         "--since", options->since,
         words.say({"tell what came after this day; after the last day that it was told of this file, or "
                    "seven days before, if left out",
                    "dire ce qui est venu après ce jour ; sinon après le dernier jour où ce fichier l'a été, "
                    "ou les sept derniers jours"}))
      ->type_name("DATE");
  declare_draw_options(app, options->drawn, 100000, words);
  declare_format(app, options->format, {"text", "markdown", "json"}, words);
  declare_gate_options(app, options->gate, words);
  app.add_flag("--allow-outside", options->allow_outside, words.say(allow_outside_meaning));
  add_output(app, options->output, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan week strategy.json",
     {"since the last time: what came, what to do, what to decide",
      "depuis la dernière fois : ce qui est venu, quoi faire, que décider"}},
    {"deploy-plan week strategy.json --since 2026-02-22 --format markdown",
     {"for a chat or an issue", "pour une messagerie ou un ticket"}},
    {"deploy-plan week strategy.json --fail-if 'counts.decisions > 0'",
     {"fail while something waits to be decided", "échouer tant qu'il reste à décider"}},
};
} // namespace
} // namespace of_week

const Command week_command{
    "week",
    {"tell a week (or semaine): what came since last time, what to do now, what to decide",
     "dire la semaine (ou semaine) : ce qui est venu depuis la dernière fois, quoi faire, que décider"},
    of_week::examples,
    of_week::declare,
    "semaine"};

} // namespace deploy_plan::cli

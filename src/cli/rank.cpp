// deploy-plan rank FILE…
#include "cli/strategies.hpp"
#include "report/views/plan/plan_csv.hpp"

namespace deploy_plan::cli {
namespace of_rank {
namespace {

struct Options : AnswerOptions {
  std::string path;
  GateOptions gate;
};

Exit run(const Options& options, const Common& common) {
  if (const auto misuse = misused(options))
    return refuse(common, *misuse);
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  const auto strategy = read_one(options.path, "rank", options, common);
  if (!strategy)
    return refuse(common, strategy.error());
  const Ranking ranking = rank(*strategy, common.as_of);
  const Exit gated = judge_gates(options.gate, common, over(ranking.strategy, ranking));
  if (gated == not_carried_out)
    return gated;
  const Answer answer{.document = [&] { return document_of(ranking); },
                      .json = whole([&] { return json_of(ranking); }),
                      .csv = whole([&](bool french) { return report::ranking_csv(ranking, french); })};
  return write_answer(answer, options, common, gated);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  declare_strategy_file(app, options->path, words)->required();
  declare_format(app, options->format, answer_formats(), words);
  declare_gate_options(app, options->gate, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan rank strategy.json",
     {"which actions cost least, perform best and repeat easily",
      "quelles actions coûtent le moins, marchent le mieux et se répètent facilement"}},
};
} // namespace
} // namespace of_rank

const Command rank_command{
    "rank",
    {"rank actions by cost, effect and repeatability", "classer les actions par coût, effet et répétabilité"},
    of_rank::examples,
    of_rank::declare};

} // namespace deploy_plan::cli

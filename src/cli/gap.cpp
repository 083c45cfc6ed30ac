// deploy-plan gap FILE…
#include "cli/gaps.hpp"

namespace deploy_plan::cli {
namespace of_gap {
namespace {

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<GapOptions>();
  auto sort = std::make_shared<std::string>("urgency");
  declare_gap_options(app, *options, "--only", words);
  add_choice(app, "--format", options->format, answer_formats(), words,
             {"how to write it", "comment l'écrire"});
  app.add_option("--segment", options->view.segment,
                 words.say({"the figures of one segment", "les chiffres d'un segment"}))
      ->type_name("ID");
  add_choice(app, "--sort", *sort, {"urgency", "file"}, words,
             {"most urgent first, or as in the file", "le plus urgent d'abord, ou comme dans le fichier"});
  auto drawn = std::make_shared<DrawOptions>();
  auto forecast = std::make_shared<bool>(false);
  app.add_flag("--forecast", *forecast,
               words.say({"simulate what is to come: what part of each gap is closed by its day",
                          "simuler la suite : quelle part de chaque écart sera comblée à l'échéance"}));
  declare_draw_options(app, *drawn, 100000, words);
  return [&app, options, sort, drawn, forecast](const Common& common) {
    options->view.by_urgency = *sort == "urgency";
    for (const char* const option : {"--draws", "--seed", "--threads"})
      if (!*forecast && app.count(option) > 0)
        return refuse(common, {{"{0} has no effect without --forecast", "{0} est sans effet sans --forecast"},
                               {std::string(option)}});
    if (*forecast)
      options->futures = *drawn;
    return run_gap(*options, "--only", common);
  };
}

constexpr Example examples[] = {
    {"deploy-plan gap strategy.json",
     {"where the strategy stands today", "où en est la stratégie aujourd'hui"}},
    {"deploy-plan gap strategy.json --fail-if 'market.share.target < 0.01'",
     {"a gate for CI", "une condition pour l'intégration continue"}},
    {"deploy-plan gap strategy.json --format html -o gap.html",
     {"a page for a sponsor", "une page pour un sponsor"}},
    {"deploy-plan gap strategy.json --forecast",
     {"what is to come, too, as surely as it can be told", "la suite aussi, aussi sûrement qu'elle se dit"}},
    {"deploy-plan gap strategies/",
     {"a portfolio, one row a strategy", "un portefeuille, une ligne par stratégie"}},
};
} // namespace
} // namespace of_gap

const Command gap_command{
    "gap",
    {"tell where strategies stand: shares, gaps, paces, funnel, levers, costs",
     "dire où en sont des stratégies : parts, écarts, rythmes, entonnoir, leviers, coûts"},
    of_gap::examples,
    of_gap::declare};

} // namespace deploy_plan::cli

// deploy-plan gap FILE…
#include "cli/gaps.hpp"

namespace deploy_plan::cli {
namespace of_gap {
namespace {

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<GapOptions>();
  auto sort = std::make_shared<std::string>("urgency");
  declare_gap_options(app, *options, "--only", words);
  auto formats = answer_formats();
  formats.insert(formats.end(), {"pilote", "openmetrics"});
  declare_format(app, options->format, formats, words);
  app.add_option("--segment", options->view.segment,
                 words.say({"the figures of one segment", "les chiffres d'un segment"}))
      ->type_name("ID");
  add_choice(app, "--sort", *sort, {"urgency", "file"}, words,
             {"most urgent first, or as in the file", "le plus urgent d'abord, ou comme dans le fichier"});
  auto no_outlook = std::make_shared<bool>(false);
  app.add_flag("--no-outlook", *no_outlook,
               words.say({"leave out where goals are going: nothing is drawn",
                          "omettre où vont les objectifs : rien n'est tiré"}));
  app.add_flag("--with-plan", options->with_plan,
               words.say({"tell too where the best plan would take them",
                          "dire aussi où le meilleur plan les mènerait"}));
  declare_draw_options(app, options->drawn, 100000, words);
  return [&app, options, sort, no_outlook](const Common& common) {
    options->view.by_urgency = *sort == "urgency";
    options->outlooks = !*no_outlook;
    for (const char* const option : {"--with-plan", "--draws", "--seed"})
      if (*no_outlook && app.count(option) > 0)
        return refuse(common,
                      {{"{0} has no effect with --no-outlook", "{0} est sans effet avec --no-outlook"},
                       {std::string(option)}});
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
    {"deploy-plan gap strategy.json --with-plan",
     {"and where the best plan would take it", "et où le meilleur plan la mènerait"}},
    {"deploy-plan gap strategy.json --format pilote -o pilote.csv",
     {"objectives as indicators, for PILOTE's import",
      "les objectifs en indicateurs, pour l'import de PILOTE"}},
    {"deploy-plan gap strategies/ --format openmetrics",
     {"gauges for monitoring", "des jauges pour la supervision"}},
    {"deploy-plan gap strategies/",
     {"a portfolio, one row a strategy", "un portefeuille, une ligne par stratégie"}},
};
} // namespace
} // namespace of_gap

const Command gap_command{
    "gap",
    {"tell where strategies stand and where they are going: shares, gaps, outlooks, funnel, levers, costs",
     "dire où en sont des stratégies et où elles vont : parts, écarts, perspectives, entonnoir, leviers, "
     "coûts"},
    of_gap::examples,
    of_gap::declare};

} // namespace deploy_plan::cli

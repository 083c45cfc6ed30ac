// deploy-plan compare FILE…
#include "cli/compare.hpp"

namespace deploy_plan::cli {
namespace of_compare {
namespace {

/// Whole strategies: the first file is what the others are compared with.
Exit compare_files(const CompareOptions& options, const Common& common) {
  if (!options.scenarios.empty() || !options.sets.empty() || !options.sweeps.empty())
    return refuse(common, {{"--scenario, --set and --sweep change one strategy: give one file",
                            "--scenario, --set et --sweep changent une stratégie : donnez un seul fichier"}});
  CompareOptions others = options;
  others.paths.resize(1);
  others.scenarios.assign(options.paths.begin() + 1, options.paths.end());
  auto first = open_path(options.paths.front(), options, common);
  if (!first)
    return not_carried_out;
  ScenarioComparer comparer(others, common, std::move(*first));
  return comparer.find() ? comparer.compare() : not_carried_out;
}

Exit run(const CompareOptions& options, const Common& common) {
  if (const auto misuse = misused(options))
    return refuse(common, *misuse);
  if (options.all && !options.metrics.empty())
    return refuse(common, {{"--all and --metrics exclude each other", "--all et --metrics s'excluent"}});
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  if (!options.sweeps.empty() && !options.gate.gates.empty())
    return refuse(common, {{"--fail-if has no effect on a sweep: its points are not judged",
                            "--fail-if est sans effet sur un balayage : ses points ne sont pas jugés"}});
  if (options.paths.size() > 1)
    return compare_files(options, common);
  auto base = open_path(options.paths.front(), options, common);
  if (!base)
    return not_carried_out;
  ScenarioComparer comparer(options, common, std::move(*base));
  if (!comparer.find())
    return not_carried_out;
  return options.sweeps.empty() ? comparer.compare() : comparer.sweep();
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<CompareOptions>();
  app.add_option("FILE", options->paths,
                 words.say({"a strategy with its scenarios, or several strategies to set side by side",
                            "une stratégie et ses scénarios, ou plusieurs stratégies à mettre côte à côte"}))
      ->type_name("")
      ->required();
  add_repeatable(app, "--scenario", options->scenarios, words, {"ID|FILE", "ID|FILE"},
                 {"a scenario of the file, or a file of changes, or a strategy; repeatable; all of the "
                  "file's when left out",
                  "un scénario du fichier, ou un fichier de changements, ou une stratégie ; répétable ; "
                  "tous ceux du fichier sinon"});
  add_repeatable(app, "--set", options->sets, words, {"PATH=VALUE", "CHEMIN=VALEUR"},
                 {"change a value; +10%, -5 and *1.2 change a number, == takes the value as it stands; "
                  "repeatable",
                  "changer une valeur ; +10%, -5 et *1.2 changent un nombre, == prend la valeur telle "
                  "quelle ; répétable"});
  add_repeatable(app, "--sweep", options->sweeps, words, {"PATH=FROM:TO:STEP", "CHEMIN=DE:À:PAS"},
                 {"take a value through a range; twice for a grid",
                  "faire parcourir un intervalle à une valeur ; deux fois pour une grille"});
  add_repeatable(app, "--metrics", options->metrics, words, {"PATH", "CHEMIN"},
                 {"a figure to show; repeatable; those that differ when left out",
                  "un chiffre à montrer ; répétable ; ceux qui diffèrent sinon"});
  app.add_flag("--all", options->all,
               words.say({"all figures, not only those that differ most and tell more than the change itself",
                          "tous les chiffres, et pas seulement ceux qui diffèrent le plus et en disent plus "
                          "que le changement"}));
  app.add_flag("--paths", options->with_paths, words.say(paths_meaning));
  declare_format(app, options->format, answer_formats(), words);
  declare_gate_options(app, options->gate, words);
  declare_thread_options(app, options->threads, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan compare strategy.json",
     {"the file's own scenarios, and what they change", "les scénarios du fichier, et ce qu'ils changent"}},
    {"deploy-plan compare strategy.json --set market.target.size=+10%",
     {"what if the target were larger?", "et si la cible était plus large ?"}},
    {"deploy-plan compare before.json after.json",
     {"two strategies side by side", "deux stratégies côte à côte"}},
    {"deploy-plan compare strategy.json --fail-if 'scenarios.more-money.plan.value.change < 0'",
     {"a gate on what a scenario changes", "une condition sur ce que change un scénario"}},
    {"deploy-plan compare strategy.json --sweep market.target.size=1000:2000:100 --format csv",
     {"a row a point, for a script", "une ligne par point, pour un script"}},
};
} // namespace
} // namespace of_compare

const Command compare_command{"compare",
                              {"set scenarios side by side: what if, and what it changes",
                               "mettre des scénarios côte à côte : et si, et ce que cela change"},
                              of_compare::examples,
                              of_compare::declare};

} // namespace deploy_plan::cli

// deploy-plan init [FILE]
#include "cli/command.hpp"
#include "cli/init_measured.hpp"
#include "deploy_plan/describe.hpp"
#include <filesystem>

namespace deploy_plan::cli {
namespace of_init {
namespace {

struct Options {
  std::string path;
  bool comments = false;
  bool measured = false;
};

Exit run(const Options& options, const Common& common) {
  if (options.measured && options.comments)
    return refuse(common,
                  {{"--comments has no effect with --measured, whose strategy is plain JSON",
                    "--comments est sans effet avec --measured, dont la stratégie est du JSON simple"}});
  if (options.measured)
    return init_measured(options.path, common);
  std::error_code unknown;
  if (!options.path.empty() && std::filesystem::exists(options.path, unknown))
    return refuse(common, {{"{0} exists already: choose another name, or remove it first",
                            "{0} existe déjà : choisissez un autre nom, ou supprimez-le d'abord"},
                           {options.path}});
  const bool commented = options.path.ends_with(".jsonc");
  if (options.comments && !commented && !options.path.empty())
    return refuse(common, {{"--comments needs a file named .jsonc: {0} could not be read back",
                            "--comments demande un fichier nommé .jsonc : {0} ne pourrait être relu"},
                           {options.path}});
  return write_whole(first_strategy(common.language, common.as_of, commented || options.comments),
                     options.path, common);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->path,
                 words.say({"the file to write; standard output if left out",
                            "le fichier à écrire ; la sortie standard sinon"}))
      ->type_name("");
  app.add_flag("--comments", options->comments,
               words.say({"tell what each field is for; so does a FILE that ends in .jsonc",
                          "dire à quoi sert chaque champ ; un FICHIER en .jsonc le fait aussi"}));
  app.add_flag(
      "--measured", options->measured,
      words.say({"an example whose figures come by themselves, from a database that is made beside it; "
                 "FILE may be a folder",
                 "un exemple dont les chiffres viennent d'eux-mêmes, d'une base créée à côté ; FICHIER peut "
                 "être un dossier"}));
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan init strategy.json", {"a first strategy, to change", "une première stratégie, à modifier"}},
    {"deploy-plan init strategy.jsonc", {"the same, each field explained", "la même, chaque champ expliqué"}},
    {"deploy-plan init --measured",
     {"an example that measures itself at once", "un exemple qui se mesure aussitôt"}},
};
} // namespace
} // namespace of_init

const Command init_command{
    "init",
    {"write a first strategy to start from", "écrire une première stratégie pour démarrer"},
    of_init::examples,
    of_init::declare};

} // namespace deploy_plan::cli

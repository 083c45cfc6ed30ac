// deploy-plan init [FILE]
#include "cli/command.hpp"
#include <filesystem>

namespace deploy_plan::cli {
namespace {
Run declare(CLI::App& app, const Common& words) {
  auto path = std::make_shared<std::string>();
  app.add_option("FILE", *path,
                 words.say({"the file to write; standard output if left out",
                            "le fichier à écrire ; la sortie standard sinon"}));
  return [path](const Common& common) {
    if (!path->empty() && std::filesystem::exists(*path))
      return refuse(common, {{"{0} exists already: choose another name, or remove it first",
                              "{0} existe déjà : choisissez un autre nom, ou supprimez-le d'abord"},
                             {*path}});
    return answer(first_strategy(common.language, common.as_of), *path, common);
  };
}
} // namespace
const Command init_command{
    "init", {"write a first strategy to start from", "écrire une première stratégie pour démarrer"}, declare};
} // namespace deploy_plan::cli

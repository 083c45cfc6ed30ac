// deploy-plan schema
#include "cli/command.hpp"

namespace deploy_plan::cli {
namespace {
Run declare(CLI::App&, const Common&) {
  return [](const Common& common) { return answer(schema(common.language), "", common); };
}
} // namespace
const Command schema_command{"schema",
                             {"print the JSON Schema of a strategy file, keys in --lang",
                              "écrire le schéma JSON d'un fichier de stratégie, clés selon --lang"},
                             declare};
} // namespace deploy_plan::cli

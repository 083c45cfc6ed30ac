// deploy-plan schema
#include "cli/command.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan::cli {
namespace {

Run declare(CLI::App& app, const Common& words) {
  auto format = std::make_shared<std::string>("json");
  add_choice(app, "--format", *format, {"json", "markdown"}, words,
             {"a JSON Schema, or a reference to read", "un schéma JSON, ou une référence à lire"});
  return [format](const Common& common) {
    return answer(*format == "json" ? schema(common.language) : field_reference(common.language), "", common);
  };
}

constexpr Example examples[] = {
    {"deploy-plan schema > strategy.schema.json",
     {"for an editor that completes and checks as you type",
      "pour un éditeur qui complète et vérifie à la frappe"}},
    {"deploy-plan schema --lang fr", {"with French keys", "avec les clés françaises"}},
};
} // namespace

const Command schema_command{
    "schema",
    {"describe the strategy file: a JSON Schema, keys in --lang, or a reference to read",
     "décrire le fichier de stratégie : un schéma JSON, clés selon --lang, ou une référence à lire"},
    examples,
    declare};

} // namespace deploy_plan::cli

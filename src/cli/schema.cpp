// deploy-plan schema
#include "cli/command.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan::cli {
namespace of_schema {
namespace {

struct Options {
  std::string format = "json";
  std::string of = "strategy";
};

Exit run(const Options& options, const Common& common) {
  if (options.format == "openmetrics")
    return options.of == "gap" ? write_whole(metric_reference(common.language), "", common)
                               : refuse(common, {{"--format openmetrics tells the metrics of --of gap",
                                                  "--format openmetrics dit les métriques de --of gap"}});
  const bool json = options.format == "json";
  for (const AnswerSchema& answered : answer_schemas())
    if (answered.command == options.of)
      return write_whole((json ? answered.json : answered.reference)(common.language), "", common);
  return write_whole(json ? schema(common.language) : field_reference(common.language), "", common);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  std::vector<std::string> subjects{"strategy"};
  for (const AnswerSchema& answered : answer_schemas())
    subjects.emplace_back(answered.command);
  add_choice(app, "--format", options->format, {"json", "markdown", "openmetrics"}, words,
             {"a JSON Schema, a reference to read, or the names of gap's metrics",
              "un schéma JSON, une référence à lire, ou les noms des métriques de gap"});
  add_choice(app, "--of", options->of, subjects, words,
             {"of the strategy file, or of what a command writes as JSON",
              "du fichier de stratégie, ou de ce qu'une commande écrit en JSON"});
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan schema > strategy.schema.json",
     {"for an editor that completes and checks as you type",
      "pour un éditeur qui complète et vérifie à la frappe"}},
    {"deploy-plan schema --lang fr", {"with French keys", "avec les clés françaises"}},
};
} // namespace
} // namespace of_schema

const Command schema_command{
    "schema",
    {"describe the strategy file: a JSON Schema, keys in --lang, or a reference to read",
     "décrire le fichier de stratégie : un schéma JSON, clés selon --lang, ou une référence à lire"},
    of_schema::examples,
    of_schema::declare};

} // namespace deploy_plan::cli

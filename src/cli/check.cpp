// deploy-plan check FILE…
#include "cli/command.hpp"
#include <filesystem>

namespace deploy_plan::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string fail_on = "error";
  std::string output;
  std::vector<std::string> rules;
};

std::optional<Severity> severity(std::string_view word) {
  constexpr std::string_view words[] = {"off", "info", "warning", "error"};
  for (std::size_t i = 0; i < std::size(words); ++i)
    if (words[i] == word)
      return static_cast<Severity>(i);
  return std::nullopt;
}

/// Folders become the strategy files in them, at any depth, in the order of their names.
std::vector<std::string> files_of(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code none;
    if (!fs::is_directory(path, none)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    for (auto entry = fs::recursive_directory_iterator(path, none);
         !none && entry != fs::recursive_directory_iterator(); entry.increment(none)) {
      const auto extension = entry->path().extension();
      if (entry->is_regular_file(none) &&
          (extension == ".json" || extension == ".jsonc" || extension == ".jsonl"))
        found.push_back(entry->path().string());
    }
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

CheckedFile check_path(const std::string& path, const CheckOptions& options) {
  std::string reason;
  auto source = read_source(path, reason);
  if (reason.empty())
    return deploy_plan::check(std::move(source), options);
  CheckedFile unread;
  unread.source = std::move(source);
  unread.readable = false;
  unread.findings.push_back({"unreadable",
                             Severity::error,
                             {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {path, reason}},
                             {{"check the path and its permissions", "vérifiez le chemin et ses droits"}},
                             {},
                             {},
                             {}});
  return unread;
}

Exit run(const Options& options, const Common& common) {
  CheckOptions how;
  how.as_of = common.as_of;
  for (const std::string& rule : options.rules) {
    const auto equals = rule.find('=');
    const auto level =
        equals == std::string::npos ? std::nullopt : severity(std::string_view(rule).substr(equals + 1));
    if (!level || find_rule(rule.substr(0, equals)) == nullptr)
      return refuse(
          common,
          {{"--rule {0}: write NAME=off, info, warning or error, with a name that deploy-plan explain lists",
            "--rule {0} : écrivez NOM=off, info, warning ou error, avec un nom que liste deploy-plan "
            "explain"},
           {rule}});
    how.rules[rule.substr(0, equals)] = *level;
  }
  std::vector<CheckedFile> files;
  for (const std::string& path : files_of(options.paths))
    files.push_back(check_path(path, how));
  if (files.empty())
    return refuse(common,
                  {{"no strategy file in {0}: their names end in .json, .jsonc or .jsonl",
                    "aucun fichier de stratégie dans {0} : leurs noms finissent par .json, .jsonc ou .jsonl"},
                   {options.paths.front()}});

  bool readable = true;
  bool passed = true;
  for (CheckedFile& file : files) {
    readable &= file.readable;
    for (const Finding& finding : file.findings)
      passed &= finding.severity < *severity(options.fail_on);
    if (common.quiet)
      std::erase_if(file.findings,
                    [](const Finding& finding) { return finding.severity != Severity::error; });
  }
  const auto format = std::find_if(findings_formats().begin(), findings_formats().end(),
                                   [&](const FindingsFormat& one) { return one.name == options.format; });
  return answer(
      format->render(files, {common.language, common.color && options.output.empty(), common.unicode}),
      options.output, common,
      !readable ? not_carried_out
      : passed  ? fine
                : gate_failed);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  std::vector<std::string> formats;
  for (const FindingsFormat& format : findings_formats())
    formats.emplace_back(format.name);
  app.add_option("FILE", options->paths,
                 words.say({"strategy files or folders; - is standard input",
                            "fichiers ou dossiers de stratégies ; - est l'entrée standard"}))
      ->required();
  app.add_option("--format", options->format,
                 words.say({"how to write the findings", "comment écrire les constats"}))
      ->check(CLI::IsMember(formats));
  app.add_option("--fail-on", options->fail_on,
                 words.say({"exit 1 from this severity on: info, warning, error",
                            "sortie 1 dès cette gravité : info, warning, error"}))
      ->check(CLI::IsMember({"info", "warning", "error"}));
  app.add_option("--rule", options->rules,
                 words.say({"NAME=SEVERITY: change a rule's severity; repeatable",
                            "NOM=GRAVITÉ : changer la gravité d'une règle ; répétable"}))
      ->expected(1)
      ->take_all();
  app.add_option("-o,--output", options->output,
                 words.say({"write to this file, whole or not at all",
                            "écrire dans ce fichier, en entier ou pas du tout"}));
  return [options](const Common& common) { return run(*options, common); };
}
} // namespace

const Command check_command{"check",
                            {"check strategy files: every finding has a place, a reason and a remedy",
                             "vérifier des stratégies : chaque constat a un lieu, une raison et un remède"},
                            declare};

} // namespace deploy_plan::cli

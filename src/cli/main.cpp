// The command line: finds the language first, so that help and errors speak it, then hands over to one
// command.
#include "cli/command.hpp"
#include "model/decode.hpp"
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace deploy_plan::cli {
namespace {

// Registering a command is one line here.
const Command* const commands[] = {&check_command, &init_command, &explain_command, &schema_command};

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::string locale_name() {
  for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (auto value = environment(name); !value.empty())
      return value;
  return {};
}

Language language_of(int count, char** words) {
  std::string wanted;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--lang" && i + 1 < count)
      wanted = words[i + 1];
    else if (word.starts_with("--lang="))
      wanted = word.substr(7);
  }
  if (wanted.empty())
    wanted = environment("DEPLOY_PLAN_LANG");
  if (wanted.empty())
    wanted = locale_name();
  return wanted.starts_with("fr") ? Language::french : Language::english;
}

Date default_day() {
  if (const auto epoch = environment("SOURCE_DATE_EPOCH"); !epoch.empty())
    return std::chrono::floor<std::chrono::days>(
        std::chrono::system_clock::from_time_t(std::atoll(epoch.c_str())));
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

int run(int count, char** words) {
  Common common;
  common.language = language_of(count, words);
  common.as_of = default_day();
  const std::string locale = locale_name();
  common.unicode = locale.find("UTF-8") != std::string::npos || locale.find("utf8") != std::string::npos;

  CLI::App app(common.say({"deploy-plan: plan the adoption of public-policy levers",
                           "deploy-plan : planifier l'adoption des leviers de politique publique"}),
               "deploy-plan");
  app.require_subcommand(1);
  app.fallthrough();
  std::string lang, as_of, color = "auto";
  app.add_option("--lang", lang,
                 common.say({"en or fr; else DEPLOY_PLAN_LANG, else the locale",
                             "en ou fr ; sinon DEPLOY_PLAN_LANG, sinon la locale"}))
      ->check(CLI::IsMember({"en", "fr"}));
  app.add_option(
      "--as-of", as_of,
      common.say({"the day to judge on, YYYY-MM-DD; else SOURCE_DATE_EPOCH, else today",
                  "le jour du jugement, AAAA-MM-JJ ; sinon SOURCE_DATE_EPOCH, sinon aujourd'hui"}));
  app.add_option("--color", color, "auto, always, never")->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag("-q,--quiet", common.quiet, common.say({"errors only", "les erreurs seulement"}));
  app.set_version_flag("--version", "deploy-plan " DEPLOY_PLAN_VERSION);

  std::vector<std::pair<CLI::App*, Run>> declared;
  for (const Command* command : commands) {
    CLI::App* const options = app.add_subcommand(command->name, common.say(command->summary));
    options->fallthrough();
    declared.emplace_back(options, command->declare(*options, common));
  }
  try {
    app.parse(count, words);
  } catch (const CLI::Success& asked) {
    return app.exit(asked); // help or version
  } catch (const CLI::ParseError& error) {
    return refuse(common,
                  {{"{0} (deploy-plan --help shows the usage)", "{0} (deploy-plan --help montre l'usage)"},
                   {std::string(error.what())}});
  }
  if (!as_of.empty()) {
    const auto day = model::read_date(as_of);
    if (!day)
      return refuse(common, {{"--as-of {0} is not a day: write it like 2026-03-01",
                              "--as-of {0} n'est pas un jour : écrivez-le comme 2026-03-01"},
                             {as_of}});
    common.as_of = *day;
  }
  common.color = color == "always" || (color == "auto" && isatty(STDOUT_FILENO) == 1 &&
                                       environment("NO_COLOR").empty() && environment("TERM") != "dumb");
  for (const auto& [options, command] : declared)
    if (options->parsed())
      return command(common);
  return not_carried_out;
}
} // namespace
} // namespace deploy_plan::cli

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN); // a closed pipe is a write that fails, said like any other
  return deploy_plan::cli::run(count, words);
}

#include "cli/command.hpp"
#include "text/folding.hpp"
#include <fmt/format.h>

namespace deploy_plan::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string result;
  for (const std::string& word : words)
    result += (result.empty() ? "" : std::string(between)) + word;
  return result;
}

/// The command that was named, or the program itself.
const CLI::App& named(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::vector<std::string> known_words(const CLI::App& app, bool options) {
  std::vector<std::string> words;
  if (!options)
    for (const CLI::App* command : app.get_subcommands(nullptr))
      words.push_back(command->get_name());
  for (const CLI::App* one : {&app, &named(app)})
    for (const CLI::Option* option : one->get_options())
      for (const std::string& name : options ? option->get_lnames() : std::vector<std::string>{})
        words.push_back("--" + name);
  return words;
}

/// Options that were, and what to do now.
struct GoneOption {
  std::string_view command, name;
  Text instead;
};
constexpr GoneOption gone_options[] = {
    {"gap",
     "--forecast",
     {"outlooks are told without it, and --with-plan adds the plan's",
      "les perspectives sont dites sans elle, et --with-plan ajoute celles du plan"}},
    {"forecast",
     "--backtest",
     {"the past is always forecast and compared, from 8 observations on",
      "le passé est toujours prévu et comparé, à partir de 8 relevés"}},
};

Phrase unexpected(const CLI::App& app) {
  const auto left = app.remaining(true);
  const std::string word = left.empty() ? "" : left.front();
  const bool option = word.starts_with('-');
  for (const GoneOption& gone : gone_options)
    if (named(app).get_name() == gone.command && word.substr(0, word.find('=')) == gone.name)
      return {{"{0} is gone: {1}", "{0} n'existe plus : {1}"}, {std::string(gone.name), gone.instead}};
  const auto known = known_words(app, option);
  const std::vector<std::string_view> views(known.begin(), known.end());
  const std::string near(text::nearest(word.substr(0, word.find('=')), views));
  if (!near.empty())
    return {{"{0} is unknown: did you mean {1}?", "{0} est inconnu : vouliez-vous dire {1} ?"}, {word, near}};
  const CLI::App& command = named(app);
  const std::string usage = command.get_parent() == nullptr
                                ? "deploy-plan --help"
                                : fmt::format("deploy-plan {} --help", command.get_name());
  return {{"{0} is one word too many: {1} shows the usage", "{0} est de trop : {1} montre l'usage"},
          {word, usage}};
}

Phrase missing(const CLI::App& app) {
  const CLI::App& command = named(app);
  if (command.get_parent() == nullptr && !app.remaining(true).empty())
    return unexpected(app);
  if (command.get_parent() == nullptr)
    return {{"name a command: {0}", "nommez une commande : {0}"}, {joined(known_words(app, false), ", ")}};
  std::vector<std::string> positionals;
  for (const CLI::Option* option : command.get_options())
    if (option->get_required() && option->count() == 0)
      positionals.push_back(option->get_name());
  return {{"{0} is missing: deploy-plan {1} --help shows the usage",
           "il manque {0} : deploy-plan {1} --help montre l'usage"},
          {joined(positionals, ", "), command.get_name()}};
}
} // namespace

std::string placeholder(std::string declared, const Common& common) {
  constexpr Text file{"FILE", "FICHIER"};
  if (const std::size_t at = declared.find(file.en); at != std::string::npos)
    declared.replace(at, file.en.size(), file.in(common.language));
  return declared;
}

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& words, const Common& common, Text meaning) {
  const auto is_known = [words, language = common.language](const std::string& word) {
    if (std::find(words.begin(), words.end(), word) != words.end())
      return std::string();
    return Phrase{{"{0} is not one of {1}", "{0} n'est pas parmi {1}"}, {word, joined(words, ", ")}}.in(
        language);
  };
  return app.add_option(name, value, common.say(meaning))
      ->type_name(joined(words, "|"))
      ->check(CLI::Validator(is_known, ""));
}

CLI::Option* add_repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                            const Common& common, Text type, Text meaning) {
  return app.add_option(name, values, common.say(meaning))
      ->type_name(common.say(type))
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
}

CLI::Option* add_output(CLI::App& app, std::string& path, const Common& common) {
  return app
      .add_option("-o,--output", path,
                  common.say({"write to this file, whole or not at all",
                              "écrire dans ce fichier, en entier ou pas du tout"}))
      ->type_name("FILE");
}

Phrase usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return unexpected(app);
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
    return missing(app);
  // CLI11 writes "--option: what is wrong"; the validators above already said it in the user's language.
  const std::string words = error.what();
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
    return {{"{0}", "{0}"}, {words}};
  const auto begin = std::min(words.find("--"), words.size());
  const std::string option = words.substr(begin, words.find_first_of(": ", begin) - begin);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return {{"{0} needs one value", "{0} demande une valeur"}, {option}};
  return {{"{0} (deploy-plan --help shows the usage)", "{0} (deploy-plan --help montre l'usage)"}, {words}};
}

} // namespace deploy_plan::cli

// deploy-plan completions SHELL
#include "cli/command.hpp"
#include <fmt/format.h>

namespace deploy_plan::cli {
namespace of_completions {
namespace {

/// One option as shells complete it.
struct Completion {
  std::string name;
  std::string meaning;
  std::vector<std::string> values; ///< empty where any value, or none, may follow
  bool takes_value;
};

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> parts;
  std::istringstream stream(words);
  for (std::string part; std::getline(stream, part, '|');)
    parts.push_back(part);
  return parts.size() > 1 ? parts : std::vector<std::string>{};
}

std::vector<Completion> options_of(const CLI::App& app) {
  std::vector<Completion> all;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames())
      all.push_back({"--" + name, option->get_description(), split(option->get_type_name()),
                     option->get_items_expected_max() > 0});
  return all;
}

std::string rule_names() {
  std::string names;
  for (const RuleEntry& rule : rule_catalogue())
    names += std::string(names.empty() ? "" : " ") + std::string(rule.name);
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words)
    result += (result.empty() ? "" : " ") + word;
  return result;
}

/// A text between single quotes, for any of the three shells.
std::string quoted(std::string_view words, std::string_view quote) {
  std::string result = "'";
  for (const char c : words)
    result += c == '\'' ? std::string(quote) : std::string(1, c);
  return result + "'";
}

/// What may stand at a command's place for words.
std::string words_of(const CLI::App& command) {
  if (command.get_name() == "explain")
    return rule_names();
  return command.get_name() == "completions" ? "bash zsh fish" : "";
}

std::string bash(const CLI::App& root) {
  std::string commands;
  std::string cases;
  std::string values;
  const auto add_values = [&](const std::vector<Completion>& options) {
    for (const Completion& option : options)
      if (!option.values.empty())
        values += fmt::format("    {}:{}) words={} ;;\n", "*", option.name,
                              quoted(joined(option.values), R"('\'')"));
  };
  std::string common;
  for (const Completion& option : options_of(root))
    common += " " + option.name;
  add_values(options_of(root));
  for (const CLI::App* command : root.get_subcommands(nullptr)) {
    commands += " " + command->get_name();
    std::string options;
    for (const Completion& option : options_of(*command)) {
      options += " " + option.name;
      if (!option.values.empty())
        values += fmt::format("    {}:{}) words={} ;;\n", command->get_name(), option.name,
                              quoted(joined(option.values), R"('\'')"));
    }
    cases += fmt::format("    {}) options={}; words={} ;;\n", command->get_name(), quoted(options, ""),
                         quoted(words_of(*command), ""));
  }
  return fmt::format(
      R"(# deploy-plan, completed by bash: source this file, or put it in /etc/bash_completion.d
_deploy_plan() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command='' options='' words='' word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {0} " in *" $word "*) command=$word; break ;; esac
  done
  case $command in
{1}    '') words='{0}' ;;
  esac
  case $command:$previous in
{2}    *) [[ $current == -* ]] && words="$options{3}" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  [[ -n $words ]] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}}
complete -o filenames -F _deploy_plan deploy-plan
)",
      commands.substr(1), cases, values, common);
}

std::string zsh_option(const Completion& option) {
  std::string meaning;
  for (const char c : option.meaning)
    meaning += c == '[' || c == ']' || c == ':' ? std::string("\\") + c : std::string(1, c);
  std::string value;
  if (option.takes_value)
    value = option.values.empty() ? ":value:_files" : fmt::format(":value:({})", joined(option.values));
  return "      " + quoted(fmt::format("{}[{}]{}", option.name, meaning, value), R"('\'')") + " \\\n";
}

std::string zsh(const CLI::App& root) {
  std::string result = "#compdef deploy-plan\n# deploy-plan, completed by zsh: put this file in a folder of "
                       "$fpath, as _deploy-plan\n"
                       "_deploy_plan() {\n  local -a commands\n  commands=(\n";
  std::string common;
  for (const Completion& option : options_of(root))
    common += zsh_option(option);
  for (const CLI::App* command : root.get_subcommands(nullptr))
    result += "    " + quoted(command->get_name() + ":" + command->get_description(), R"('\'')") + "\n";
  result += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case "
            "$words[2] in\n";
  for (const CLI::App* command : root.get_subcommands(nullptr)) {
    result += "    " + command->get_name() + ")\n      _arguments \\\n";
    for (const Completion& option : options_of(*command))
      result += zsh_option(option);
    const std::string words = words_of(*command);
    result += common + "      " + (words.empty() ? "'*:file:_files'" : quoted("1:word:(" + words + ")", "")) +
              " ;;\n";
  }
  return result + "  esac\n}\n_deploy_plan \"$@\"\n";
}

std::string fish(const CLI::App& root) {
  std::string result = "# deploy-plan, completed by fish: put this file in ~/.config/fish/completions\n";
  const auto add = [&](const CLI::App& app, const std::string& condition) {
    for (const Completion& option : options_of(app)) {
      result += "complete -c deploy-plan" + condition + " -l " + option.name.substr(2);
      if (option.takes_value)
        result += option.values.empty() ? " -r" : " -x -a " + quoted(joined(option.values), R"(\')");
      result += " -d " + quoted(option.meaning, R"(\')") + "\n";
    }
  };
  add(root, "");
  for (const CLI::App* command : root.get_subcommands(nullptr)) {
    const std::string name = command->get_name();
    const std::string condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", name);
    result += fmt::format("complete -c deploy-plan -n __fish_use_subcommand -f -a {} -d {}\n", name,
                          quoted(command->get_description(), R"(\')"));
    add(*command, condition);
    if (const std::string words = words_of(*command); !words.empty())
      result += fmt::format("complete -c deploy-plan{} -f -a '{}'\n", condition, words);
  }
  return result;
}

Run declare(CLI::App& app, const Common& words) {
  auto shell = std::make_shared<std::string>();
  add_choice(app, "SHELL", *shell, {"bash", "zsh", "fish"}, words,
             {"the shell to complete in", "l'interpréteur où compléter"})
      ->required();
  const CLI::App* const root = app.get_parent();
  return [shell, root](const Common& common) {
    return write_whole(*shell == "bash"  ? bash(*root)
                       : *shell == "zsh" ? zsh(*root)
                                         : fish(*root),
                       "", common);
  };
}

constexpr Example examples[] = {
    {"source <(deploy-plan completions bash)", {"for this session", "pour cette session"}},
    {"deploy-plan completions fish > ~/.config/fish/completions/deploy-plan.fish",
     {"for good", "pour de bon"}},
};
} // namespace
} // namespace of_completions

const Command completions_command{"completions",
                                  {"write what completes this program's words in a shell",
                                   "écrire ce qui complète les mots de ce programme dans un interpréteur"},
                                  of_completions::examples,
                                  of_completions::declare};

} // namespace deploy_plan::cli

// deploy-plan man [COMMAND]
#include "cli/command.hpp"
#include <fmt/format.h>

namespace deploy_plan::cli {
namespace of_man {
namespace {

/// Words as roff takes them: a backslash, a hyphen that is to be copied, and a dot or quote at a line's
/// beginning stand for themselves.
std::string roff(std::string_view words) {
  std::string result;
  for (const char c : words) {
    if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n'))
      result += "\\&";
    result += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
  }
  return result;
}

/// A page, in the order in which man pages are read.
class Page {
public:
  Page(const Common& speaker, const std::string& name, Text summary) : common(speaker) {
    text = fmt::format(".\\\" deploy-plan man, {}\n.TH {} 1 \"{}\" \"deploy-plan {}\"\n",
                       common.language == Language::french ? "fr" : "en", roff(name), iso(common.as_of),
                       DEPLOY_PLAN_VERSION);
    section({"NAME", "NOM"});
    text += roff(name) + " \\- " + roff(common.say(summary)) + "\n";
  }
  void section(Text title) { text += ".SH " + common.say(title) + "\n"; }
  void paragraph(Text words) { text += roff(common.say(words)) + "\n"; }
  void bold(std::string_view words) { text += ".B " + roff(words) + "\n"; }
  /// A term, and what it means.
  void term(std::string_view words, std::string_view meaning) {
    text += ".TP\n.B " + roff(words) + "\n" + roff(meaning) + "\n";
  }

  const Common& common;
  std::string text;
};

std::string positional(const CLI::Option& option, const Common& common) {
  std::string name = placeholder(option.get_name(true), common);
  if (option.get_expected_max() > 1)
    name += "...";
  return option.get_required() ? name : "[" + name + "]";
}

std::string names(const CLI::Option& option, const Common& common) {
  std::string result;
  for (const std::string& one : option.get_snames())
    result += (result.empty() ? "-" : ", -") + one;
  for (const std::string& one : option.get_lnames())
    result += (result.empty() ? "--" : ", --") + one;
  if (option.get_items_expected_max() > 0 && !option.get_type_name().empty())
    result += " " + placeholder(option.get_type_name(), common);
  return result;
}

void add_synopsis(Page& page, const CLI::App& command) {
  page.section({"SYNOPSIS", "SYNOPSIS"});
  std::string line = "deploy-plan " + command.get_name() + " [OPTIONS]";
  for (const CLI::Option* option : command.get_options())
    if (option->get_positional())
      line += " " + positional(*option, page.common);
  page.bold(line);
}

void add_options(Page& page, const CLI::App& app, Text title) {
  page.section(title);
  for (const CLI::Option* option : app.get_options())
    page.term(option->get_positional() ? positional(*option, page.common) : names(*option, page.common),
              option->get_description());
}

void add_examples(Page& page, std::span<const Example> examples) {
  page.section({"EXAMPLES", "EXEMPLES"});
  for (const Example& example : examples)
    page.term(example.line, page.common.say(example.meaning));
}

/// What all pages end with.
void add_common(Page& page) {
  page.section({"EXIT STATUS", "CODE DE RETOUR"});
  page.term("0", page.common.say({"fine", "tout va bien"}));
  page.term(
      "1",
      page.common.say(
          {"a gate failed: a finding at or above --fail-on, or a --fail-if that holds",
           "une condition a échoué : un constat au niveau de --fail-on ou plus, ou un --fail-if rempli"}));
  page.term(
      "2", page.common.say({"the command could not be carried out", "la commande n'a pas pu être exécutée"}));
  page.section({"ENVIRONMENT", "ENVIRONNEMENT"});
  page.term("DEPLOY_PLAN_LANG", page.common.say({"the language, fr or en; else the locale's",
                                                 "la langue, fr ou en ; sinon celle de la locale"}));
  page.term("SOURCE_DATE_EPOCH",
            page.common.say({"the day to judge on, in seconds since 1970; --as-of stands above it",
                             "le jour du jugement, en secondes depuis 1970 ; --as-of l'emporte"}));
  page.term("NO_COLOR", page.common.say({"where it is set, nothing is coloured",
                                         "si elle est définie, rien n'est coloré"}));
}

void add_see_also(Page& page, const std::string& but) {
  page.section({"SEE ALSO", "VOIR AUSSI"});
  std::vector<std::string> others;
  if (!but.empty())
    others.emplace_back("deploy-plan");
  for (const Command* command : all_commands())
    if (command->name != but)
      others.push_back(std::string("deploy-plan-") + command->name);
  for (const std::string& other : others)
    page.text += ".BR " + roff(other) + (other == others.back() ? " (1)\n" : " (1),\n");
}

/// Named here, described on the program's page.
void add_common_options(Page& page, const CLI::App& root) {
  page.section({"COMMON OPTIONS", "OPTIONS COMMUNES"});
  std::string all;
  for (const CLI::Option* option : root.get_options())
    for (const std::string& name : option->get_lnames())
      all += (all.empty() ? "--" : ", --") + name;
  page.text += roff(Phrase{{"Those of deploy-plan(1), before or after the command: {0}.",
                            "Celles de deploy-plan(1), avant ou après la commande : {0}."},
                           {all}}
                        .in(page.common.language)) +
               "\n";
}

std::string command_page(const Command& command, const CLI::App& app, const Common& common) {
  Page page(common, std::string("deploy-plan-") + command.name, command.summary);
  add_synopsis(page, app);
  add_options(page, app, {"OPTIONS", "OPTIONS"});
  add_common_options(page, *app.get_parent());
  add_examples(page, command.examples);
  add_common(page);
  add_see_also(page, command.name);
  return page.text;
}

std::string program_page(const CLI::App& root, const Common& common) {
  Page page(common, "deploy-plan",
            {"plan the adoption of public-policy levers",
             "planifier l'adoption des leviers de politique publique"});
  page.section({"SYNOPSIS", "SYNOPSIS"});
  page.bold(common.say({"deploy-plan [OPTIONS] COMMAND ...", "deploy-plan [OPTIONS] COMMANDE ..."}));
  page.section({"DESCRIPTION", "DESCRIPTION"});
  page.paragraph(
      {"Runs the method of the booklet Déployer (ANSSI, December 2025) on a strategy, which is a JSON file: "
       "checks it, tells where it stands, reads its tests, forecasts, plans its actions, compares and "
       "reports.",
       "Applique la méthode du livret Déployer (ANSSI, décembre 2025) à une stratégie, qui est un fichier "
       "JSON : "
       "la vérifie, dit où elle en est, lit ses tests, prévoit, planifie ses actions, compare et rend "
       "compte."});
  page.section({"COMMANDS", "COMMANDES"});
  for (const Command* command : all_commands())
    page.term(std::string("deploy-plan-") + command->name + "(1)", common.say(command->summary));
  add_options(page, root, {"OPTIONS", "OPTIONS"});
  add_common(page);
  add_see_also(page, "");
  return page.text;
}

Run declare(CLI::App& app, const Common& words) {
  auto name = std::make_shared<std::string>();
  app.add_option("COMMAND", *name,
                 words.say({"a command; the program itself if left out",
                            "une commande ; le programme lui-même sinon"}))
      ->type_name("");
  const CLI::App* const root = app.get_parent();
  return [name, root](const Common& common) {
    if (name->empty())
      return write_whole(program_page(*root, common), "", common);
    for (const Command* command : all_commands())
      if (*name == command->name)
        return write_whole(command_page(*command, *root->get_subcommand(*name), common), "", common);
    return refuse(common, {{"{0} is no command: deploy-plan --help names them",
                            "{0} n'est pas une commande : deploy-plan --help les nomme"},
                           {*name}});
  };
}

constexpr Example examples[] = {
    {"deploy-plan man gap | man -l -", {"read the page of gap", "lire la page de gap"}},
    {"deploy-plan man --lang fr > deploy-plan.1",
     {"the program's page, in French", "la page du programme, en français"}},
};
} // namespace
} // namespace of_man

const Command man_command{"man",
                          {"write a page of the manual, for man", "écrire une page du manuel, pour man"},
                          of_man::examples,
                          of_man::declare};

} // namespace deploy_plan::cli

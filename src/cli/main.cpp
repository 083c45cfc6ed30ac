// The command line: finds the language first, so that help and errors speak it, then hands over to one
// command.
#include "cli/numbers.hpp"
#include "model/decode.hpp"
#include "text/failure.hpp"
#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace deploy_plan::cli {

// Registering a command is one line here.
std::span<const Command* const> all_commands() {
  static const Command* const all[] = {
      &check_command,    &gap_command,    &rank_command,        &test_command,
      &forecast_command, &plan_command,   &week_command,        &measure_command,
      &compare_command,  &diff_command,   &report_command,      &init_command,
      &explain_command,  &schema_command, &completions_command, &man_command};
  return all;
}

namespace {

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

constexpr NumberRange epochs = NumberRange::whole(0, 7289654399); // until the end of 2200

/// The moment that SOURCE_DATE_EPOCH says it is, else the clock; nothing where the first says none.
std::optional<std::chrono::sys_seconds> current_moment() {
  using std::chrono::seconds;
  const auto words = environment("SOURCE_DATE_EPOCH");
  if (words.empty())
    return std::chrono::floor<seconds>(std::chrono::system_clock::now());
  const auto epoch = read_number(words, epochs);
  return epoch ? std::optional(std::chrono::sys_seconds(seconds(static_cast<std::int64_t>(*epoch))))
               : std::nullopt;
}

/// The day that nobody names.
std::optional<Date> default_day() {
  const auto now = current_moment();
  return now ? std::optional(std::chrono::floor<std::chrono::days>(*now)) : std::nullopt;
}

/// Whether the answer is asked for as JSON: known before the words are read, so that a refusal of them is
/// JSON too.
bool asks_for_json(int count, char** words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--format=json" ||
        (word == "--format" && i + 1 < count && std::string_view(words[i + 1]) == "json"))
      return true;
  }
  return false;
}

bool is_utf8(const std::string& locale) {
  constexpr std::string_view names[] = {"UTF-8", "utf-8", "UTF8", "utf8"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return locale.find(name) != std::string::npos; });
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 1)
    return 0;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20 ? size.ws_col : 80;
}

Common common_of(int count, char** words) {
  Common common;
  common.language = language_of(count, words);
  common.json = asks_for_json(count, words);
  common.unicode = is_utf8(locale_name());
  common.width = terminal_width();
  return common;
}

/// Whether a command may be the one that is meant; completions and pages of the manual are about any of them.
bool is_named(const Command& command, std::span<char* const> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word == command.name || (command.alias != nullptr && word == command.alias) ||
           word == completions_command.name || word == man_command.name;
  });
}

/// A command is listed by its name; its summary may tell another one.
class CommandList : public CLI::Formatter {
public:
  explicit CommandList(const Common& words) : common_(words) {}
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    const std::string name = CLI::Formatter::make_option_name(option, is_positional);
    return is_positional ? placeholder(name, common_) : name;
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::stringstream line;
    CLI::detail::format_help(line, command->get_name(), command->get_description(), column_width_);
    return line.str();
  }

private:
  const Common& common_;
};

/// CLI11's own words, in the user's language; it adds a colon to each heading, which French sets apart.
void speak(CLI::App& app, const Common& common) {
  const std::string before_colon = common.language == Language::french ? "\u00a0" : "";
  app.option_defaults()->group("Options" + before_colon);
  app.set_help_flag("-h,--help", common.say({"show this help", "montrer cette aide"}));
  auto formatter = std::make_shared<CommandList>(common);
  formatter->label("Usage", common.say({"Usage", "Utilisation"}) + before_colon);
  formatter->label("Positionals", "Arguments" + before_colon);
  formatter->label("REQUIRED", common.say({"(required)", "(obligatoire)"}));
  for (const char* const declared : {"FILE", "ID|FILE"})
    formatter->label(declared, placeholder(declared, common));
  formatter->label("SUBCOMMAND", common.say({"COMMAND", "COMMANDE"}));
  formatter->column_width(34);
  app.formatter(formatter);
}

std::string footer(std::span<const Example> examples, const Common& common) {
  std::string result = common.say({"Examples:", "Exemples :"});
  for (const Example& example : examples)
    result += "\n  " + std::string(example.line) + "\n      " + common.say(example.meaning);
  return result + "\n";
}

/// A number of bytes, or of as many as K, M or G say, of 1024.
std::optional<std::uint64_t> read_size(std::string_view words) {
  constexpr std::string_view units = "KMG";
  const auto unit = words.empty() ? std::string_view::npos : units.find(words.back());
  const double bytes = unit == std::string_view::npos ? 1 : std::pow(1024, unit + 1);
  if (unit != std::string_view::npos)
    words.remove_suffix(1);
  const auto count = read_number(words, NumberRange::whole(1, std::pow(1024, 3) * 4 / bytes));
  return count ? std::optional(std::min(static_cast<std::uint64_t>(*count * bytes), most_source_bytes))
               : std::nullopt;
}

/// The day to judge on, from --as-of or the environment; or why there is none.
tl::expected<Date, Phrase> read_day(const std::optional<std::string>& as_of) {
  const auto found = as_of ? model::read_date(*as_of) : default_day();
  if (found && (*found < earliest_day || *found > latest_day))
    return tl::unexpected(
        Phrase{{"{0} {1}: name a day from {2} to {3}", "{0} {1} : nommez un jour du {2} au {3}"},
               {std::string(as_of ? "--as-of" : "SOURCE_DATE_EPOCH"), *found, earliest_day, latest_day}});
  if (found)
    return *found;
  if (!as_of)
    return tl::unexpected(not_a_number("SOURCE_DATE_EPOCH", environment("SOURCE_DATE_EPOCH"), epochs));
  return tl::unexpected(Phrase{{"--as-of {0} is not a day: write it like 2026-03-01",
                                "--as-of {0} n'est pas un jour : écrivez-le comme 2026-03-01"},
                               {*as_of}});
}

struct CommonOptions {
  std::string lang, color = "auto";
  std::optional<std::string> as_of, max_file_size;
};

void declare_common(CLI::App& app, Common& common, CommonOptions& options) {
  add_choice(app, "--lang", options.lang, {"en", "fr"}, common,
             {"the language; else DEPLOY_PLAN_LANG, else the locale",
              "la langue ; sinon DEPLOY_PLAN_LANG, sinon la locale"});
  app.add_option("--as-of", options.as_of,
                 common.say({"the day to judge on; else SOURCE_DATE_EPOCH, else today",
                             "le jour du jugement ; sinon SOURCE_DATE_EPOCH, sinon aujourd'hui"}))
      ->type_name(common.say({"YYYY-MM-DD", "AAAA-MM-JJ"}));
  add_choice(app, "--color", options.color, {"auto", "always", "never"}, common,
             {"when to colour; NO_COLOR is heeded", "quand colorer ; NO_COLOR est respecté"});
  app.add_option("--max-file-size", options.max_file_size,
                 common.say({"read no file larger than this; 4G if left out",
                             "ne lire aucun fichier plus grand ; 4G sinon"}))
      ->type_name("N[KMG]");
  app.add_flag("-q,--quiet", common.quiet, common.say({"errors only", "les erreurs seulement"}));
  app.set_version_flag("--version", "deploy-plan " DEPLOY_PLAN_VERSION,
                       common.say({"show the version", "montrer la version"}));
}

/// What was given without a value, by its name: in a script, a variable that is not set.
std::optional<std::string> without_value(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options())
    for (const std::string& value : option->results())
      if (value.empty())
        return option->get_name();
  for (const CLI::App* command : app.get_subcommands())
    if (auto found = without_value(*command))
      return found;
  return std::nullopt;
}

int run(Common& common, int count, char** words) {
  CLI::App app(common.say({"deploy-plan: plan the adoption of public-policy levers",
                           "deploy-plan : planifier l'adoption des leviers de politique publique"}),
               "deploy-plan");
  speak(app, common);
  app.require_subcommand(1);
  app.fallthrough();
  CommonOptions chosen;
  declare_common(app, common, chosen);
  std::vector<std::pair<CLI::App*, Run>> declared;
  for (const Command* command : all_commands()) {
    CLI::App* const options = app.add_subcommand(command->name, common.say(command->summary));
    if (command->alias != nullptr)
      options->alias(command->alias);
    options->group(common.say({"Commands", "Commandes"}) +
                   (common.language == Language::french ? "\u00a0" : ""));
    if (!is_named(*command, {words, static_cast<std::size_t>(count)}))
      continue; // its options take time to declare, and nobody asks for them
    // CLI11 makes a command's help option before it hands the heading down.
    options->get_help_ptr()->group(options->option_defaults()->get_group());
    options->footer(footer(command->examples, common));
    declared.emplace_back(options, command->declare(*options, common));
  }
  app.footer(footer(check_command.examples, common));
  try {
    app.parse(count, words);
  } catch (const CLI::Success& asked) {
    std::ostringstream told;
    app.exit(asked, told, told); // help or version
    return write_whole(told.str(), "", common);
  } catch (const CLI::ParseError& error) {
    return refuse(common, usage_error(app, error));
  }
  if (const auto empty = without_value(app))
    return refuse(common, {{"{0}: nothing is written there; write a value, or leave it out",
                            "{0} : rien n'y est écrit ; écrivez une valeur, ou retirez cela"},
                           {*empty}});
  const auto day = read_day(chosen.as_of);
  if (!day)
    return refuse(common, day.error());
  common.as_of = *day;
  common.now = current_moment().value_or(std::chrono::sys_seconds(*day));
  common.looks_back = chosen.as_of.has_value();
  if (chosen.max_file_size) {
    const auto size = read_size(*chosen.max_file_size);
    if (!size)
      return refuse(
          common, {{"--max-file-size {0}: write a number of bytes, or such as 500K, 20M or 1G, up to 4G",
                    "--max-file-size {0} : écrivez un nombre d'octets, ou comme 500K, 20M ou 1G, jusqu'à 4G"},
                   {*chosen.max_file_size}});
    common.reading.most_bytes = *size;
  }
  common.color =
      chosen.color == "always" || (chosen.color == "auto" && isatty(STDOUT_FILENO) == 1 &&
                                   environment("NO_COLOR").empty() && environment("TERM") != "dumb");
  for (const auto& [options, command] : declared)
    if (options->parsed())
      return command(common);
  return not_carried_out;
}

/// The number of a standard stream that is closed would go to the next file that is opened, which would then
/// be taken for it. It goes to /dev/null instead, opened the wrong way round: using it fails, as it should.
void keep_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) < 0)
      (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/// What no command is meant to throw: said like any other failure, not as a crash.
int run_safely(int count, char** words) {
  Common common;
  int result = not_carried_out;
  const auto failure = text::failure_of([&] {
    common = common_of(count, words);
    result = run(common, count, words);
  });
  return failure ? refuse(common, *failure) : result;
}
} // namespace
} // namespace deploy_plan::cli

int main(int count, char** words) {
  deploy_plan::cli::keep_standard_streams();
  for (const int signal : {SIGPIPE, SIGXFSZ}) // a write that fails is said, like any other
    std::signal(signal, SIG_IGN);
  return deploy_plan::cli::run_safely(count, words);
}

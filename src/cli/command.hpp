// What every command shares: the common options, and how to answer.
#pragma once
#include "deploy_plan/render.hpp"
#include "system/temporary_files.hpp"
#include <CLI/CLI.hpp>
#include <chrono>
#include <functional>
#include <sys/stat.h>

namespace deploy_plan::cli {

/// Exit statuses: 0 fine, 1 a gate failed, 2 the command could not be carried out.
enum Exit : int { fine = 0, gate_failed = 1, not_carried_out = 2 };

/// Options that stand before or after any command, and what the environment says.
struct Common {
  Language language = Language::english;
  Date as_of{};
  std::chrono::sys_seconds now{}; ///< what SOURCE_DATE_EPOCH says, else the clock
  bool looks_back = false;        ///< the day was asked for with --as-of
  bool color = false;
  bool unicode = true;
  bool quiet = false;
  std::shared_ptr<FilesRead> files_read = std::make_shared<FilesRead>(); ///< none of which is overwritten
  ReadLimits reading{
      .most_bytes = most_source_bytes,
      .noted = files_read.get(),
      .refusals = {.too_large = {"it is larger than --max-file-size allows",
                                 "il dépasse ce que --max-file-size admet"},
                   .outside = {"it lies outside the strategy's folder; --allow-outside permits it",
                               "il est hors du dossier de la stratégie ; --allow-outside le permet"},
                   .led_outside = {"its links lead outside the folder; --allow-outside permits it",
                                   "ses liens mènent hors du dossier ; --allow-outside le permet"}}};
  bool json = false;     ///< the answer is to be JSON, a refusal included
  std::size_t width = 0; ///< of the terminal; 0 where the answer goes elsewhere
  [[nodiscard]] std::string say(Text text) const { return typeset(text.in(language), language); }
};

/// What stands for a file, in help as in the manual: what is declared is FILE.
[[nodiscard]] std::string placeholder(std::string declared, const Common& common);

/// A command's options on its CLI11 subcommand, and what to do once they are read.
using Run = std::function<Exit(const Common&)>;
struct Example {
  std::string_view line;
  Text meaning;
};
struct Command {
  const char* name;
  Text summary;
  std::span<const Example> examples;
  Run (*declare)(CLI::App& options, const Common& words);
  const char* alias = nullptr; ///< another name that it goes by
};
extern const Command check_command;
extern const Command gap_command;
extern const Command compare_command;
extern const Command diff_command;
extern const Command rank_command;
extern const Command test_command;
extern const Command forecast_command;
extern const Command plan_command;
extern const Command week_command;
extern const Command measure_command;
extern const Command report_command;
extern const Command init_command;
extern const Command explain_command;
extern const Command schema_command;
extern const Command completions_command;
extern const Command man_command;
/// Every command, in the order in which they are told.
[[nodiscard]] std::span<const Command* const> all_commands();

/// An option whose value is one of some words, which help and completions list.
CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& words, const Common& common, Text meaning);
/// An option that may be given several times, one value each: words that follow are other arguments.
CLI::Option* add_repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                            const Common& common, Text type, Text meaning);
/// -o: the file to write instead of standard output.
CLI::Option* add_output(CLI::App& app, std::string& path, const Common& common);

/// Whether the lines of an answer are words, or the commands of a runner that were asked for.
enum class Lines { words, commands };

/// Whether a file that nobody named may stand at a path: where nothing is, or a file that it replaces. What a
/// link leads to stays, and no pipe is waited for; if it may not, says so on standard error.
[[nodiscard]] bool may_stand(const std::string& path, const Common& common);

/// The one way out for an answer: standard output, or a file that is written whole or not at all. No file
/// that was read for the answer is overwritten, nor one that may not be written in place.
class Output {
public:
  /// An empty path is standard output.
  explicit Output(std::string path, Lines lines = Lines::words);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  /// From here on nothing is told before the end, on standard output either: an answer written as its parts
  /// come may still be refused.
  void hold() { is_held_ = true; }
  void write(std::string_view piece);
  /// Whether it could be ended so far, of several that are written all or not at all; if not, says why on
  /// standard error and leaves no file behind.
  [[nodiscard]] bool is_ready(const Common& common);
  /// Ends the answer; on failure says why on standard error, leaves no file behind and gives
  /// `not_carried_out`.
  [[nodiscard]] Exit finish(const Common& common, Exit success = fine);

private:
  void open_file();
  bool may_be_replaced(const struct stat& about);
  void open_temporary(const struct stat* replaced);
  void forget_temporary(); ///< it is no more, or in its place
  void flush(bool all);
  [[nodiscard]] bool keep_apart();
  void pass_on();
  void abandon();
  void put_in_place();
  void close_file();
  [[nodiscard]] Exit say_failure(const Common& common);
  void fail(int error); ///< one of the system's; the first failure is the one that is told
  void fail(Text why);

  const Lines lines_;
  std::string path_;
  std::string temporary_; ///< empty where the path is written directly: standard output, a device, a pipe
  std::optional<system::RemovedBySignal> removed_; ///< that file
  std::string buffer_;
  int file_ = -1;
  bool is_held_ = false;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> kept_{nullptr, std::fclose}; ///< what is held, beyond a bit
  int destination_ = -1;                                                       ///< of it
  std::optional<Text> failure_;
};

/// How far a run is that has already taken long, on a terminal; nothing where standard error is none, or with
/// --quiet.
class Progress {
public:
  explicit Progress(const Common& common);
  void show(std::size_t done, std::size_t of);
  void clear() const;

private:
  const bool is_wanted_;
  const std::chrono::steady_clock::time_point begin_;
  int percent_ = -1; ///< on the screen
};

/// Words that are there at once.
[[nodiscard]] Exit write_whole(std::string_view words, const std::string& path, const Common& common);
/// The one way out for standard error: lines whose words are visible ones.
void tell(std::string_view lines);
/// One line of it.
void tell(const Common& common, const Phrase& what);
/// One line on standard error: what went wrong and how to mend it; with `common.json`, the same as a document
/// on standard output.
Exit refuse(const Common& common, const Phrase& what);

/// What is wrong with a command line, in the user's words.
[[nodiscard]] Phrase usage_error(const CLI::App& app, const CLI::ParseError& error);

} // namespace deploy_plan::cli

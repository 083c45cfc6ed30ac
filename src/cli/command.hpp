// What every command shares: the common options, and how to answer.
#pragma once
#include "deploy_plan/render.hpp"
#include <CLI/CLI.hpp>
#include <functional>

namespace deploy_plan::cli {

/// Exit statuses: 0 fine, 1 a gate failed, 2 the command could not be carried out.
enum Exit : int { fine = 0, gate_failed = 1, not_carried_out = 2 };

/// Options that stand before or after any command.
struct Common {
  Language language = Language::english;
  Date as_of{};
  bool color = false;
  bool unicode = true;
  bool quiet = false;
  [[nodiscard]] std::string say(Text text) const { return typeset(text.in(language), language); }
};

/// A command's options on its CLI11 subcommand, and what to do once they are read.
using Run = std::function<Exit(const Common&)>;
struct Command {
  const char* name;
  Text summary;
  Run (*declare)(CLI::App& options, const Common& words);
};
extern const Command check_command;
extern const Command init_command;
extern const Command explain_command;
extern const Command schema_command;

/// Writes all of an answer to standard output, or to `path` whole or not at all; says on standard error why
/// it could not.
[[nodiscard]] Exit answer(const std::string& words, const std::string& path, const Common& common,
                          Exit success = fine);
/// One line on standard error: what went wrong and how to mend it.
Exit refuse(const Common& common, const Phrase& what);

/// A file's bytes; "-" is standard input. On failure the source is empty and `reason` says why, as the system
/// does.
[[nodiscard]] std::shared_ptr<const Source> read_source(const std::string& path, std::string& reason);

} // namespace deploy_plan::cli

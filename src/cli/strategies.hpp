// Strategies read to be worked on: sound ones, or a refusal.
#pragma once
#include "cli/answer.hpp"
#include "deploy_plan/strategy.hpp"

namespace deploy_plan::cli {

/// A strategy, and the file that it was read from.
using TakeFromFile = std::function<void(Strategy&& strategy, const std::string& file)>;

/// Gives each strategy of files and folders, once it is checked; or says what is wrong where one is unsound
/// (after its errors, as `check` says them), a file or a folder holds none, or `take` throws: the other files
/// are told all the same.
[[nodiscard]] tl::expected<void, Phrase> each_strategy(std::span<const std::string> paths,
                                                       const AnswerOptions& options, const Common& common,
                                                       const TakeFromFile& take);

/// The strategies of files and folders, or why there are none, as `each_strategy` says it.
[[nodiscard]] tl::expected<std::vector<Strategy>, Phrase>
read_strategies(std::span<const std::string> paths, const AnswerOptions& options, const Common& common);

/// The argument that names one file.
CLI::Option* declare_strategy_file(CLI::App& app, std::string& path, const Common& words);
/// The one strategy of a file. `command` names who takes one only.
[[nodiscard]] tl::expected<Strategy, Phrase> read_one(const std::string& path, const std::string& command,
                                                      const AnswerOptions& options, const Common& common);
/// That of each file, in their order.
[[nodiscard]] tl::expected<std::vector<Strategy>, Phrase> read_each(std::span<const std::string> paths,
                                                                    const std::string& command,
                                                                    const AnswerOptions& options,
                                                                    const Common& common);

} // namespace deploy_plan::cli

#include "cli/strategies.hpp"
#include "text/failure.hpp"

namespace deploy_plan::cli {

tl::expected<void, Phrase> each_strategy(std::span<const std::string> paths, const AnswerOptions& options,
                                         const Common& common, const TakeFromFile& take) {
  const auto files = find_files(paths);
  if (!files)
    return tl::unexpected(files.error());
  bool sound = true;
  LeftOut left_out;
  std::optional<Phrase> failure; // the first: with one refusal, JSON stays one document
  std::vector<Strategy> of_file; // taken once their file is known to be sound
  const auto take_all = [&](const std::string& file) {
    for (Strategy& strategy : std::exchange(of_file, {}))
      if (const auto failed = text::failure_of([&] { take(std::move(strategy), file); }); failed && !failure)
        failure = Phrase{{"{0}: {1}", "{0} : {1}"}, {file, failed->words()}};
  };
  check_files(
      *files, check_options(options, common),
      [&](CheckedFile&& file) {
        const std::string name = file.sources.first().name();
        const bool is_empty = file.readable && file.strategies == 0;
        if (is_empty && !failure)
          failure = Phrase{{"no strategy in {0}", "aucune stratégie dans {0}"}, {name}};
        left_out.note(file);
        sound &= is_sound(std::move(file), common);
        if (sound && !failure)
          return take_all(name);
        of_file.clear(); // there will be no answer; the other files' errors are told all the same
      },
      [&](Strategy&& strategy) { of_file.push_back(std::move(strategy)); });
  if (!sound)
    return tl::unexpected(unsound());
  if (failure)
    return tl::unexpected(*failure);
  left_out.tell(common);
  return {};
}

tl::expected<std::vector<Strategy>, Phrase>
read_strategies(std::span<const std::string> paths, const AnswerOptions& options, const Common& common) {
  std::vector<Strategy> strategies;
  return each_strategy(
             paths, options, common,
             [&](Strategy&& strategy, const std::string&) { strategies.push_back(std::move(strategy)); })
      .map([&] { return std::move(strategies); });
}

CLI::Option* declare_strategy_file(CLI::App& app, std::string& path, const Common& words) {
  return app.add_option("FILE", path, words.say({"a strategy file", "un fichier de stratégie"}))
      ->type_name("");
}

tl::expected<Strategy, Phrase> read_one(const std::string& path, const std::string& command,
                                        const AnswerOptions& options, const Common& common) {
  auto strategies = read_strategies({&path, 1}, options, common);
  if (!strategies)
    return tl::unexpected(strategies.error());
  if (strategies->size() == 1)
    return std::move(strategies->front());
  return tl::unexpected(
      Phrase{{"{0} holds {1} strategies: {2} takes one", "{0} contient {1} stratégies : {2} en prend une"},
             {path, static_cast<std::int64_t>(strategies->size()), command}});
}

tl::expected<std::vector<Strategy>, Phrase> read_each(std::span<const std::string> paths,
                                                      const std::string& command,
                                                      const AnswerOptions& options, const Common& common) {
  std::vector<Strategy> all;
  for (const std::string& path : paths) {
    auto one = read_one(path, command, options, common);
    if (!one)
      return tl::unexpected(one.error());
    all.push_back(std::move(*one));
  }
  return all;
}

} // namespace deploy_plan::cli

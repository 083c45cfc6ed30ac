// deploy-plan diff OLD NEW
#include "cli/strategies.hpp"
#include "deploy_plan/scenario.hpp"
#include "model/decode.hpp"
#include "report/views/changes/difference_view.hpp"

namespace deploy_plan::cli {
namespace of_diff {
namespace {

struct Options : AnswerOptions {
  std::vector<std::string> paths;
  GateOptions gate;
  std::string since;
  bool exit_code = false;
  bool all = false;
  bool with_paths = false; ///< beside the words
};

/// A version: a strategy file, or nothing where git compares with /dev/null.
struct VersionFile {
  std::optional<StrategyFile> file;
  answers::VersionSide side;
  LeftOut left_out = {};
};

std::optional<VersionFile> read_version(const std::string& path, const Options& options,
                                        const Common& common) {
  VersionFile version{std::nullopt, {.file = path, .as_of = common.as_of}};
  if (path == "/dev/null") {
    version.side.answers = std::make_shared<const answers::StrategyAnswers>();
    return version;
  }
  const auto source = read_source(path, common.reading);
  if (!source) {
    (void)refuse(common, {{"{0}: {1}", "{0} : {1}"}, {path, source.error()}});
    return std::nullopt;
  }
  auto opened = StrategyFile::open(*source, check_options(options, common));
  if (!opened.file) {
    if (is_sound(opened.checked, common))
      (void)refuse(common, {{"{0} holds {1} strategies: diff takes files of one",
                             "{0} contient {1} stratégies : diff prend des fichiers d'une seule"},
                            {path, static_cast<std::int64_t>(opened.checked.strategies)}});
    else
      (void)refuse(common,
                   {{"{0} cannot be read as a strategy", "{0} ne se lit pas comme une stratégie"}, {path}});
    return std::nullopt;
  }
  version.left_out.note(opened.checked);
  version.side.sound = opened.checked.is_sound();
  if (!version.side.sound && !options.gate.gates.empty()) {
    (void)is_sound(std::move(opened.checked), common); // says what no gate can be judged for
    (void)refuse_unsound(common);
    return std::nullopt;
  }
  version.side.strategy = opened.strategy.name;
  version.side.numbers = answers::told_numbers(opened.strategy);
  if (version.side.sound) {
    version.side.answers = std::make_shared<const answers::StrategyAnswers>(
        answers::answers_about(opened.strategy, common.as_of, answers::Analyses::all));
    version.side.figures = answers::Figures(*version.side.answers);
  }
  version.file = std::move(opened.file);
  return version;
}

std::vector<Difference> differences(const VersionFile& from, const VersionFile& to) {
  if (from.file && to.file)
    return from.file->differences_to(*to.file);
  if (to.file)
    return to.file->everything();
  std::vector<Difference> gone = from.file ? from.file->everything() : std::vector<Difference>();
  for (Difference& one : gone)
    std::swap(one.from, one.to);
  return gone;
}

/// One file: what it says, a line a value, for `git diff` to compare.
Exit tell(const VersionFile& version, const Options& options, const Common& common) {
  if (options.exit_code || !options.gate.gates.empty())
    return refuse(common, {{"--exit-code and --fail-if compare two files: give OLD and NEW",
                            "--exit-code et --fail-if comparent deux fichiers : donnez ANCIEN et NOUVEAU"}});
  if (!options.is_document())
    return refuse(common, {{"--format {0} compares two files: give OLD and NEW",
                            "--format {0} compare deux fichiers : donnez ANCIEN et NOUVEAU"},
                           {options.format}});
  const auto everything = differences({std::nullopt, {}}, version);
  return write_whole(
      rendered(report::version_document(version.side.strategy, version.side.numbers, everything), options,
               common),
      options.output, common);
}

/// The day of the older version, as the words of the command line.
std::optional<Phrase> look_back(const Options& options, Common& older) {
  if (options.since.empty())
    return std::nullopt;
  const auto day = model::read_date(options.since);
  if (!day)
    return Phrase{{"--since {0} is not a day: write it like 2026-03-01",
                   "--since {0} n'est pas un jour : écrivez-le comme 2026-03-01"},
                  {options.since}};
  if (options.paths.size() < 2)
    return Phrase{{"--since compares two files: give OLD and NEW",
                   "--since compare deux fichiers : donnez ANCIEN et NOUVEAU"}};
  if (*day > older.as_of)
    return Phrase{{"--since {0} is after {1}, the day of the newer version",
                   "--since {0} vient après le {1}, jour de la nouvelle version"},
                  {options.since, older.as_of}};
  older.as_of = *day;
  older.looks_back = true;
  return std::nullopt;
}

Exit run(const Options& options, const Common& common) {
  if (const auto misuse = misused(options))
    return refuse(common, *misuse);
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  if (options.paths.size() > 2)
    return refuse(common, {{"diff compares two files, and {0} are given",
                            "diff compare deux fichiers, et {0} sont donnés"},
                           {static_cast<std::int64_t>(options.paths.size())}});
  Common older = common;
  if (const auto misuse = look_back(options, older))
    return refuse(common, *misuse);
  std::vector<VersionFile> files;
  for (const std::string& path : options.paths) {
    auto version = read_version(path, options, files.empty() ? older : common);
    if (!version)
      return not_carried_out;
    if (version->side.answers && version->side.answers->missing && options.paths.size() == 2)
      return refuse(common, {*version->side.answers->missing});
    files.push_back(std::move(*version));
  }
  if (files.size() == 1)
    return tell(files.front(), options, common);
  files[0].left_out.tell(older);
  files[1].left_out.tell(common);
  answers::VersionComparison versions{files[0].side, files[1].side, differences(files[0], files[1])};
  if (versions.to.strategy.empty())
    versions.to.strategy = versions.from.strategy;
  const Exit gated = judge_gates(options.gate, common, {versions.to.strategy, [&](std::string_view path) {
                                                          return answers::look_up(versions, path);
                                                        }});
  if (gated == not_carried_out)
    return gated;
  const bool differ = options.exit_code && !versions.differences.empty();
  const report::ChangesView view{.all = options.all, .paths = options.with_paths};
  const Answer answer{.document = [&] { return report::difference_document(versions, view); },
                      .json = whole([&] { return report::difference_json(versions); }),
                      .csv = whole([&](bool french) { return report::difference_csv(versions, french); })};
  return write_answer(answer, options, common, differ ? gate_failed : gated);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  app.add_option(
         "FILE", options->paths,
         words.say({"the older version, then the newer; one file alone is told value by value",
                    "l'ancienne version, puis la nouvelle ; un fichier seul est dit valeur par valeur"}))
      ->type_name("")
      ->required();
  declare_format(app, options->format, answer_formats(), words);
  app.add_option(
         "--since", options->since,
         words.say({"tell the older version as of this day, with what was observed by then; else both "
                    "as of --as-of",
                    "dire l'ancienne version à ce jour, avec ce qui était observé alors ; sinon les "
                    "deux à --as-of"}))
      ->type_name(words.say({"YYYY-MM-DD", "AAAA-MM-JJ"}));
  app.add_flag("--all", options->all,
               words.say({"every figure that differs, also those that follow from the change itself",
                          "tout chiffre qui diffère, y compris ceux qui découlent du changement lui-même"}));
  app.add_flag("--paths", options->with_paths, words.say(paths_meaning));
  app.add_flag("--exit-code", options->exit_code,
               words.say({"exit 1 when anything changed", "sortie 1 quand quelque chose a changé"}));
  declare_gate_options(app, options->gate, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan diff before.json after.json",
     {"what changed, and what it does to the figures", "ce qui a changé, et ce que cela fait aux chiffres"}},
    {"deploy-plan diff before.json after.json --fail-if 'market.share.target.change < -0.02'",
     {"a gate on a change", "une condition sur un changement"}},
    {"deploy-plan diff before.json after.json --since 2026-01-31",
     {"the figures of the older one as of an earlier day", "les chiffres de l'ancienne à un jour antérieur"}},
    {"deploy-plan diff strategy.json",
     {"one version, a line a value: git's textconv",
      "une version, une ligne par valeur : le textconv de git"}},
};
} // namespace
} // namespace of_diff

const Command diff_command{
    "diff",
    {"tell what changed between two versions of a strategy, in the method's words",
     "dire ce qui a changé entre deux versions d'une stratégie, avec les mots de la méthode"},
    of_diff::examples,
    of_diff::declare};

} // namespace deploy_plan::cli

// deploy-plan measure FILE…
#include "answers/measure.hpp"
#include "cli/numbers.hpp"
#include "cli/strategies.hpp"
#include "deploy_plan/measure.hpp"
#include "measure/queries.hpp"
#include "measure/sources/sources.hpp"
#include "model/decode.hpp"
#include "system/secrecy.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan::cli {
namespace of_measure {
namespace {

struct Options : AnswerOptions {
  std::vector<std::string> paths;
  std::vector<std::string> only;
  std::string sources;
  std::string from;
  double timeout = 60;
  bool is_dry_run = false;
  bool is_partial = false;
  GateOptions gate;
};

/// What --sources gives is a file, and not what may hold a password.
std::optional<Phrase> unfit(const std::string& sources) {
  if (measuring::is_address(sources))
    return Phrase{
        {"--sources takes a file that says where sources lead, not an address, which everyone sees on a "
         "command line: put it there, or in DEPLOY_PLAN_SOURCE_NAME",
         "--sources prend un fichier qui dit où mènent les sources, et non une adresse, que chacun voit "
         "sur une ligne de commande : mettez-la dans ce fichier, ou dans DEPLOY_PLAN_SOURCE_NOM"}};
  std::error_code unknown;
  if (sources.empty() || std::filesystem::is_regular_file(sources, unknown))
    return std::nullopt;
  return Phrase{{"--sources {0}: there is no such file", "--sources {0} : il n'y a pas de tel fichier"},
                {sources}};
}

tl::expected<MeasureOptions, Phrase> read(const Options& options, const Common& common) {
  using std::chrono::milliseconds;
  if (const auto why = unfit(options.sources))
    return tl::unexpected(*why);
  MeasureOptions how;
  how.as_of = common.as_of;
  how.now = common.now;
  how.sources = options.sources;
  how.asking = milliseconds(static_cast<std::int64_t>(options.timeout * 1000));
  how.connecting = std::min(how.connecting, how.asking);
  how.only = options.only;
  how.ledgers = common.language;
  how.is_dry_run = options.is_dry_run;
  how.is_partial = options.is_partial;
  how.allow_outside = options.allow_outside;
  if (options.from.empty())
    return how;
  how.from = model::read_date(options.from);
  if (!how.from || *how.from < earliest_day || *how.from > common.as_of)
    return tl::unexpected(Phrase{{"--from {0} is not a day that has come: write it like 2026-03-01",
                                  "--from {0} n'est pas un jour déjà venu : écrivez-le comme 2026-03-01"},
                                 {options.from}});
  return how;
}

/// A file's strategies. What is wrong with them does not keep their queries from being asked: figures that
/// came may be what is wrong, and those that come may mend it.
struct ReadFile {
  std::string path;
  std::vector<Strategy> strategies;
};

tl::expected<ReadFile, Phrase> read_file(const StrategyPath& file, const Options& options,
                                         const Common& common) {
  ReadFile read{file.path, {}};
  std::optional<Phrase> failure;
  const auto take = [&](CheckedFile&& checked) {
    if (!checked.readable) {
      (void)is_sound(std::move(checked), common);
      failure = unsound();
    } else if (checked.strategies == 0)
      failure = Phrase{{"no strategy in {0}", "aucune stratégie dans {0}"}, {file.path}};
    else if (!checked.is_sound() && !common.quiet)
      tell(common, {{"{0} has errors, which check tells; its queries are asked all the same",
                     "{0} a des erreurs, que check dit ; ses requêtes sont posées quand même"},
                    {file.path}});
  };
  check_files({&file, 1}, check_options(options, common), take,
              [&](Strategy&& strategy) { read.strategies.push_back(std::move(strategy)); });
  if (failure)
    return tl::unexpected(*failure);
  return read;
}

tl::expected<std::vector<ReadFile>, Phrase> read_all(const Options& options, const Common& common) {
  const auto files = find_files(options.paths);
  if (!files)
    return tl::unexpected(files.error());
  std::vector<ReadFile> all;
  for (const StrategyPath& file : *files) {
    auto read = read_file(file, options, common);
    if (!read)
      return tl::unexpected(read.error());
    all.push_back(std::move(*read));
  }
  return all;
}

/// What is asked for by name must be somewhere.
std::optional<Phrase> unmet(const Options& options, const std::vector<ReadFile>& files) {
  std::vector<measuring::NamedQuery> all;
  for (const ReadFile& file : files)
    for (const Strategy& strategy : file.strategies)
      for (measuring::NamedQuery& query : measuring::queries_of(strategy))
        all.push_back(std::move(query));
  for (const std::string& one : options.only)
    if (std::none_of(all.begin(), all.end(), [&](const auto& query) { return is_called(query, one); }))
      return Phrase{{"no query measures {0}: name an objective, an action or market.penetrated",
                     "aucune requête ne mesure {0} : nommez un objectif, une action ou marché.pénétré"},
                    {one}};
  return std::nullopt;
}

std::vector<Measured> measure_all(const std::vector<ReadFile>& files, const MeasureOptions& how) {
  std::vector<Measured> all;
  for (const ReadFile& file : files)
    for (const Strategy& strategy : file.strategies)
      all.push_back(measure(strategy, file.path, how));
  return all;
}

/// Not carried out where anything asked for was not had: all of it with --partial, any of it else.
Exit status_of(std::span<const Measured> all, bool is_partial) {
  std::int64_t asked = 0, failed = 0;
  bool is_written = true;
  for (const Measured& told : all) {
    asked += static_cast<std::int64_t>(told.queries.size());
    failed += told.failed;
    for (const WrittenLedger& ledger : told.ledgers)
      is_written &= !ledger.failure;
  }
  const bool is_enough = is_partial ? failed == 0 || failed < asked : failed == 0;
  return is_enough && is_written ? fine : not_carried_out;
}

Exit run(const Options& options, const Common& common) {
  system::leave_no_core();
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  if (common.looks_back)
    return refuse(common,
                  {{"--as-of has no effect on measure: figures are seen on the day they are measured",
                    "--as-of est sans effet sur measure : un chiffre est vu le jour où il est mesuré"}});
  auto how = read(options, common);
  if (!how)
    return refuse(common, how.error());
  const auto files = read_all(options, common);
  if (!files)
    return refuse(common, files.error());
  if (const auto missing = unmet(options, *files))
    return refuse(common, *missing);
  Progress progress(common);
  how->progress = [&](std::size_t done, std::size_t of) { progress.show(done, of); };
  const std::vector<Measured> all = measure_all(*files, *how);
  progress.clear();
  std::vector<Gated> gated;
  for (const Measured& told : all)
    gated.push_back(over(told.strategy, told));
  const Exit judged = judge_gates(options.gate, common, gated);
  if (judged == not_carried_out)
    return judged;
  const Exit status = status_of(all, options.is_partial);
  const Answer answer{.document = [&] { return document_of(all, common.as_of); },
                      .json = whole([&] { return json_of(all, common.as_of); }),
                      .csv = tl::unexpected(Phrase{
                          {"what was measured has no rows and columns: they are the ledger's",
                           "ce qui a été mesuré n'a ni lignes ni colonnes : ce sont celles du registre"}})};
  return write_answer(answer, options, common, status == fine ? judged : status);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->paths,
                 words.say({"strategy files or folders", "fichiers ou dossiers de stratégies"}))
      ->type_name("")
      ->required();
  app.add_option("--sources", options->sources,
                 words.say({"the file that says where sources lead; the environment comes first",
                            "le fichier qui dit où mènent les sources ; l'environnement passe avant"}))
      ->type_name(words.say({"FILE", "FICHIER"}));
  add_repeatable(app, "--only", options->only, words, {"ID", "ID"},
                 {"measure this objective, action or tier alone; repeatable",
                  "ne mesurer que cet objectif, cette action ou ce niveau ; répétable"});
  app.add_option("--from", options->from,
                 words.say({"read again from this day on", "relire à partir de ce jour"}))
      ->type_name("DATE");
  add_number(app, "--timeout", options->timeout, NumberRange{0.001, 86400}, words,
             {"seconds that a statement may take; 60 if left out",
              "secondes qu'une instruction peut prendre ; 60 sinon"})
      ->type_name("S");
  app.add_flag("--dry-run", options->is_dry_run,
               words.say({"show what is asked and what would change, and write nothing",
                          "montrer ce qui est demandé et ce qui changerait, sans rien écrire"}));
  app.add_flag("--partial", options->is_partial,
               words.say({"write what could be measured, where something could not",
                          "écrire ce qui a pu être mesuré, quand tout n'a pas pu l'être"}));
  declare_format(app, options->format, {"text", "markdown", "json"}, words);
  declare_gate_options(app, options->gate, words);
  app.add_flag("--allow-outside", options->allow_outside, words.say(allow_outside_meaning));
  add_output(app, options->output, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan measure strategy.json",
     {"ask the databases, and add what is new to the ledger",
      "interroger les bases, et ajouter au registre ce qui est nouveau"}},
    {"deploy-plan measure strategy.json --dry-run",
     {"see what would be asked and what would change", "voir ce qui serait demandé et ce qui changerait"}},
    {"deploy-plan measure strategies/ --partial --format json",
     {"every night, whatever some base does", "chaque nuit, quoi que fasse une base"}},
};
} // namespace
} // namespace of_measure

const Command measure_command{
    "measure",
    {"measure (or mesurer): ask the databases that queries name, and keep what is new",
     "mesurer (ou measure) : interroger les bases que nomment les requêtes, et garder ce qui est nouveau"},
    of_measure::examples,
    of_measure::declare,
    "mesurer"};

} // namespace deploy_plan::cli

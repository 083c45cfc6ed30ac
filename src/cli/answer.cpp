#include "cli/answer.hpp"
#include "cli/numbers.hpp"
#include <algorithm>
#include <thread>

namespace deploy_plan::cli {

std::vector<std::string> answer_formats() {
  std::vector<std::string> formats;
  for (const DocumentFormat& format : document_formats())
    formats.emplace_back(format.name);
  formats.insert(formats.end(), {"json", "csv"});
  return formats;
}

void declare_format(CLI::App& app, std::string& format, const std::vector<std::string>& formats,
                    const Common& words) {
  add_choice(app, "--format", format, formats, words, {"how to write it", "comment l'écrire"});
}

void declare_answer_options(CLI::App& app, AnswerOptions& options, const Common& words) {
  add_choice(app, "--csv-dialect", options.csv_dialect, {"en", "fr"}, words,
             {"fr: semicolons and decimal commas", "fr : points-virgules et virgules décimales"});
  app.add_flag("--allow-outside", options.allow_outside, words.say(allow_outside_meaning));
  add_output(app, options.output, words);
}

unsigned ThreadOptions::count() const {
  return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

void declare_thread_options(CLI::App& app, ThreadOptions& options, const Common& words) {
  add_number(app, "--threads", options.threads, NumberRange::whole(1, 1024), words,
             {"threads to use; all cores if left out", "fils d'exécution ; tous les cœurs sinon"})
      ->type_name("N");
}

void declare_draw_options(CLI::App& app, DrawOptions& options, std::size_t most, const Common& words) {
  add_number(app, "--draws", options.draws, NumberRange::whole(100, static_cast<double>(most)), words,
             {"how many futures to draw; 1000 if left out", "combien de futurs tirer ; 1000 sinon"})
      ->type_name("N");
  add_number(app, "--seed", options.seed, NumberRange::whole(0, largest_whole), words,
             {"of the random numbers; 1 if left out", "des nombres au hasard ; 1 sinon"})
      ->type_name("S");
  declare_thread_options(app, options, words);
}

std::optional<Phrase> misused(const AnswerOptions& options) {
  if (options.csv_dialect.empty() || options.format == "csv")
    return std::nullopt;
  return Phrase{
      {"--csv-dialect has no effect on --format {0}", "--csv-dialect est sans effet sur --format {0}"},
      {options.format}};
}

CheckOptions check_options(const AnswerOptions& options, const Common& common) {
  CheckOptions how;
  how.as_of = common.as_of;
  how.looks_back = common.looks_back;
  how.allow_outside = options.allow_outside;
  how.reading = common.reading;
  how.threads = ThreadOptions().count();
  return how;
}

std::string rendered(const Document& document, const AnswerOptions& options, const Common& common,
                     std::size_t most) {
  const bool on_screen = options.output.empty();
  RenderOptions how{common.language, common.color && on_screen, common.unicode, on_screen ? common.width : 0,
                    Severity::error};
  how.most = most;
  return render(document, options.format, how);
}

Exit write_answer(const Answer& answer, const AnswerOptions& options, const Common& common, Exit success) {
  if (options.format == "csv" && !answer.csv)
    return refuse(common, answer.csv.error());
  Output output(options.output);
  const Sink sink = [&](std::string_view piece) { output.write(piece); };
  if (options.format == "json")
    answer.json(sink);
  else if (options.format == "csv")
    (*answer.csv)(sink, options.is_french_csv());
  else
    sink(rendered(answer.document(), options, common));
  return output.finish(common, success);
}

tl::expected<std::vector<StrategyPath>, Phrase> find_files(std::span<const std::string> paths) {
  std::vector<StrategyPath> all;
  for (const std::string& path : paths) {
    auto found = strategy_files({&path, 1});
    if (found.empty())
      return tl::unexpected(
          Phrase{{"no strategy file in {0}: their names end in .json, .jsonc or .jsonl",
                  "aucun fichier de stratégie dans {0} : leurs noms finissent par .json, .jsonc ou .jsonl"},
                 {path}});
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

bool is_sound(CheckedFile file, const Common& common) {
  if (file.is_sound())
    return true;
  keep_errors(file);
  tell(render(findings_formats().front(), {&file, 1},
              {common.language, false, common.unicode, 0, Severity::error}));
  return false;
}

void LeftOut::note(const CheckedFile& file) {
  for (const Finding& finding : file.findings)
    if (finding.rule == "later-figures" && strategies_++ == 0) {
      file_ = file.sources.first().name();
      counted_ = finding.message;
    }
}

void LeftOut::tell(const Common& common) const {
  if (strategies_ == 0 || common.quiet)
    return;
  if (strategies_ == 1)
    return cli::tell(common, {{"{0}: {1}", "{0} : {1}"}, {file_, counted_.words()}});
  cli::tell(common, {{"as of {0}, what came later is left out of {1} strategies: check counts it",
                      "au {0}, ce qui est venu plus tard est laissé de côté dans {1} stratégies : check le "
                      "compte"},
                     {common.as_of, strategies_}});
}

void keep_errors(CheckedFile& file) {
  std::erase_if(file.findings, [](const Finding& finding) { return finding.severity != Severity::error; });
  std::erase_if(file.unkept, [](const UnkeptFindings& more) { return more.severity != Severity::error; });
}

Phrase unsound() {
  return {{"a strategy with errors has no figures to trust: mend what check finds",
           "une stratégie en erreur n'a pas de chiffres fiables : corrigez ce que trouve check"}};
}
Exit refuse_unsound(const Common& common) { return refuse(common, unsound()); }

} // namespace deploy_plan::cli

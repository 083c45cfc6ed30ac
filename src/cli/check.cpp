// deploy-plan check FILE…
#include "cli/answer.hpp"
#include "cli/numbers.hpp"
#include "deploy_plan/silence.hpp"

namespace deploy_plan::cli {
namespace of_check {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string fail_on = "error";
  std::string output;
  std::string baseline;
  std::vector<std::string> rules;
  std::size_t max_findings = CheckOptions{}.max_findings;
  ThreadOptions threads;
  GateOptions gate;
  bool allow_outside = false;
};

std::optional<Severity> severity(std::string_view word) {
  constexpr std::string_view words[] = {"off", "info", "warning", "error"};
  for (std::size_t i = 0; i < std::size(words); ++i)
    if (words[i] == word)
      return static_cast<Severity>(i);
  return std::nullopt;
}

using Severities = decltype(CheckOptions::rules);
/// NAME=SEVERITY settings, or what is wrong with the first that is none.
tl::expected<Severities, Phrase> read_settings(const std::vector<std::string>& settings) {
  Severities rules;
  for (const std::string& setting : settings) {
    const auto equals = std::min(setting.find('='), setting.size());
    const std::string name = setting.substr(0, equals);
    const auto level = severity(std::string_view(setting).substr(std::min(equals + 1, setting.size())));
    if (!level || find_rule(name) == nullptr)
      return tl::unexpected(
          Phrase{{"--rule {0}: write NAME=off, info, warning or error, with a name that deploy-plan explain "
                  "lists",
                  "--rule {0} : écrivez NOM=off, info, warning ou error, avec un nom que liste deploy-plan "
                  "explain"},
                 {setting}});
    rules[name] = *level;
  }
  for (const auto& [name, level] : rules)
    if (level != Severity::error && !can_be_silenced(*find_rule(name)))
      return tl::unexpected(
          Phrase{{"--rule {0}: this rule cannot be silenced, what it finds could not be read",
                  "--rule {0} : cette règle ne peut être mise en silence, ce qu'elle trouve n'a pu être lu"},
                 {name}});
  return rules;
}

/// What an earlier report holds; nothing where none is named.
tl::expected<KnownFindings, Phrase> read_baseline(const std::string& path, const ReadLimits& limits) {
  if (path.empty())
    return KnownFindings();
  const auto source = read_source(path, limits);
  const auto known = source ? KnownFindings::read((*source)->bytes()) : std::nullopt;
  constexpr Text of_another_kind{"it is not what check --format json writes",
                                 "ce n'est pas ce qu'écrit check --format json"};
  if (!known)
    return tl::unexpected(Phrase{{"--baseline {0}: {1}", "--baseline {0} : {1}"},
                                 {path, source ? of_another_kind : source.error()}});
  return *known;
}

bool reaches(const CheckedFile& file, Severity gate) {
  const auto at_gate = [&](const auto& found) { return found.severity >= gate; };
  return std::any_of(file.findings.begin(), file.findings.end(), at_gate) ||
         std::any_of(file.unkept.begin(), file.unkept.end(), at_gate);
}

/// What is wrong with a gate, before anything is checked: the figures of a summary are always the same ones.
std::optional<Phrase> unjudgeable(const GateOptions& gates) {
  if (auto misuse = misused(gates))
    return misuse;
  const CheckSummary none;
  for (const std::string& gate : gates.gates)
    if (auto judged = answers::judge(gate, answers::paths_into(none), gates.allow_unknown); judged.failure)
      return not_judged(*judged.failure);
  return std::nullopt;
}

Exit run(const Options& options, const Common& common) {
  if (const auto misuse = unjudgeable(options.gate))
    return refuse(common, *misuse);
  CheckOptions how;
  how.as_of = common.as_of;
  how.looks_back = common.looks_back;
  how.max_findings = options.max_findings;
  how.reading = common.reading;
  how.allow_outside = options.allow_outside;
  how.threads = options.threads.count();
  const auto severities = read_settings(options.rules);
  if (!severities)
    return refuse(common, severities.error());
  how.rules = *severities;
  const auto baseline = read_baseline(options.baseline, common.reading);
  if (!baseline)
    return refuse(common, baseline.error());
  const auto files = find_files(options.paths);
  if (!files)
    return refuse(common, files.error());

  const Severity gate = *severity(options.fail_on);
  const auto format = std::find_if(findings_formats().begin(), findings_formats().end(),
                                   [&](const FindingsFormat& one) { return one.name == options.format; });
  Output output(options.output, options.format == "github" ? Lines::commands : Lines::words);
  const bool on_screen = options.output.empty();
  const auto writer =
      format->open([&](std::string_view piece) { output.write(piece); },
                   {common.language,
                    common.color && on_screen,
                    common.unicode,
                    on_screen ? common.width : 0,
                    gate,
                    {"a larger --max-findings shows them", "un --max-findings plus grand les montre"}});
  CheckSummary summary;
  bool readable = true;
  bool passed = true;
  writer->begin();
  check_files(*files, how, [&](CheckedFile&& file) {
    baseline->subtract_from(file);
    readable &= file.readable;
    passed &= !reaches(file, gate);
    summary.add(file); // --quiet hides what is no error, and neither forgets it nor lets it pass
    if (common.quiet)
      keep_errors(file);
    writer->file(file);
  });
  writer->end(summary);
  const Exit gated = judge_gates(options.gate, common, over("check", summary));
  return output.finish(common, !readable ? not_carried_out : passed ? gated : gate_failed);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  std::vector<std::string> formats;
  for (const FindingsFormat& format : findings_formats())
    formats.emplace_back(format.name);
  app.add_option("FILE", options->paths,
                 words.say({"strategy files or folders; - is standard input",
                            "fichiers ou dossiers de stratégies ; - est l'entrée standard"}))
      ->type_name("")
      ->required();
  add_choice(app, "--format", options->format, formats, words,
             {"how to write the findings", "comment écrire les constats"});
  add_choice(app, "--fail-on", options->fail_on, {"info", "warning", "error"}, words,
             {"exit 1 from this severity on", "sortie 1 dès cette gravité"});
  declare_gate_options(app, options->gate, words);
  add_repeatable(app, "--rule", options->rules, words, {"NAME=SEVERITY", "NOM=NIVEAU"},
                 {"change a rule's severity: off, info, warning or error; repeatable",
                  "changer la gravité d'une règle : off, info, warning ou error ; répétable"});
  app.add_option("--baseline", options->baseline,
                 words.say({"report only what this earlier JSON report does not hold",
                            "ne rapporter que ce que ce rapport JSON antérieur ne contient pas"}))
      ->type_name("FILE");
  add_number(app, "--max-findings", options->max_findings, NumberRange::whole(0, 1e9), words,
             {"write at most so many findings of a file; all are counted",
              "écrire au plus tant de constats par fichier ; tous sont comptés"})
      ->type_name("N");
  declare_thread_options(app, options->threads, words);
  app.add_flag("--allow-outside", options->allow_outside, words.say(allow_outside_meaning));
  add_output(app, options->output, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan check strategy.json", {"what is unsound in it, and where", "ce qui n'y tient pas, et où"}},
    {"deploy-plan check strategies/ --fail-on warning",
     {"every strategy of a folder, strictly", "toutes les stratégies d'un dossier, sévèrement"}},
    {"deploy-plan check strategy.json --rule tier-outdated=off", {"without one rule", "sans une règle"}},
    {"deploy-plan check strategies/ --format sarif -o findings.sarif",
     {"for code scanning", "pour l'analyse de code"}},
};
} // namespace
} // namespace of_check

const Command check_command{"check",
                            {"check strategy files: every finding has a place, a reason and a remedy",
                             "vérifier des stratégies : chaque constat a un lieu, une raison et un remède"},
                            of_check::examples,
                            of_check::declare};

} // namespace deploy_plan::cli

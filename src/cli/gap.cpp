// deploy-plan gap FILE…
#include "deploy_plan/gap.hpp"
#include "cli/command.hpp"
#include "deploy_plan/files.hpp"
#include "report/gap_json.hpp"
#include "report/gap_view.hpp"
#include "report/gate.hpp"

namespace deploy_plan::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;
  std::vector<std::string> gates;
  std::string csv_dialect;
  std::string sort = "urgency";
  report::GapViewOptions view;
  bool allow_unknown = false;
  bool allow_outside = false;
};

/// The gaps of sound strategies; nothing where one is unsound, which is then said as `check` says it.
std::optional<std::vector<Gap>> read_gaps(const Options& options, const Common& common) {
  CheckOptions how;
  how.as_of = common.as_of;
  how.allow_outside = options.allow_outside;
  std::vector<Gap> gaps;
  bool sound = true;
  const FindingsFormat& text = findings_formats().front();
  for (const std::string& path : strategy_files(options.paths)) {
    auto [source, failure] = read_source(path);
    if (failure) {
      (void)refuse(common, {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {path, *failure}});
      return std::nullopt;
    }
    CheckedFile file =
        check(source, how, [&](Strategy&& strategy) { gaps.push_back(gap(strategy, common.as_of)); });
    std::erase_if(file.findings, [](const Finding& finding) { return finding.severity != Severity::error; });
    if (file.findings.empty())
      continue;
    sound = false;
    std::cerr << render(text, {&file, 1}, {common.language, false, common.unicode, 0, Severity::error});
  }
  if (!sound) {
    (void)refuse(common,
                 {{"a strategy with errors has no figures to trust: mend what check finds",
                   "une stratégie en erreur n'a pas de chiffres fiables : corrigez ce que trouve check"}});
    return std::nullopt;
  }
  return gaps;
}

std::string rendered(const Options& options, const Common& common, std::span<const Gap> gaps) {
  if (options.format == "json")
    return report::gaps_json(gaps, common.as_of)
               .dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
  if (options.format == "csv")
    return report::gaps_csv(gaps, options.csv_dialect == "fr");
  const auto format = std::find_if(document_formats().begin(), document_formats().end(),
                                   [&](const DocumentFormat& one) { return one.name == options.format; });
  const bool on_screen = options.output.empty();
  return format->render(report::gap_document(gaps, common.as_of, options.view),
                        {common.language, common.color && on_screen, common.unicode,
                         on_screen ? common.width : 0, Severity::error});
}

/// Says each gate that holds; gives the exit status.
Exit judge_gates(const Options& options, const Common& common, std::span<const Gap> gaps) {
  Exit result = fine;
  for (const std::string& gate : options.gates)
    for (const Gap& one : gaps) {
      const auto judged = report::evaluate_gate(report::gap_json(one), gate, options.allow_unknown);
      if (judged.failure)
        return refuse(common, {{"--fail-if {0}", "--fail-if {0}"}, {judged.failure->in(common.language)}});
      if (judged.holds) {
        std::cerr << "deploy-plan: "
                  << Phrase{{"{0}: the gate holds: {1}", "{0} : la condition est remplie : {1}"},
                            {one.strategy, gate}}
                         .in(common.language)
                  << "\n";
        result = gate_failed;
      }
    }
  return result;
}

Exit run(Options& options, const Common& common) {
  options.view.by_urgency = options.sort == "urgency";
  if (!options.csv_dialect.empty() && options.format != "csv")
    return refuse(common, {{"--csv-dialect has no effect on --format {0}",
                            "--csv-dialect est sans effet sur --format {0}"},
                           {options.format}});
  for (const std::string& section : options.view.only)
    if (std::find(std::begin(report::gap_sections), std::end(report::gap_sections), section) ==
        std::end(report::gap_sections))
      return refuse(common,
                    {{"--only {0}: there is no such section", "--only {0} : il n'y a pas de telle section"},
                     {section}});
  const auto gaps = read_gaps(options, common);
  if (!gaps)
    return not_carried_out;
  if (!options.view.segment.empty())
    for (const Gap& one : *gaps)
      if (std::none_of(one.segments.begin(), one.segments.end(),
                       [&](const MarketGap& segment) { return segment.id == options.view.segment; }))
        return refuse(common,
                      {{"--segment {0}: {1} has no such segment", "--segment {0} : {1} n'a pas ce segment"},
                       {options.view.segment, one.strategy}});
  const Exit gated = judge_gates(options, common, *gaps);
  if (gated == not_carried_out)
    return gated;
  Output output(options.output);
  output.write(rendered(options, common, *gaps));
  return output.finish(common, gated);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->paths,
                 words.say({"strategy files or folders; several make a portfolio",
                            "fichiers ou dossiers de stratégies ; plusieurs font un portefeuille"}))
      ->type_name("")
      ->required();
  std::vector<std::string> formats;
  for (const DocumentFormat& format : document_formats())
    formats.emplace_back(format.name);
  formats.insert(formats.end(), {"json", "csv"});
  add_choice(app, "--format", options->format, formats, words, {"how to write it", "comment l'écrire"});
  add_choice(app, "--csv-dialect", options->csv_dialect, {"en", "fr"}, words,
             {"fr: semicolons and decimal commas", "fr : points-virgules et virgules décimales"});
  app.add_option("--only", options->view.only,
                 words.say({"a section to show; repeatable", "une section à montrer ; répétable"}))
      ->type_name("SECTION")
      ->expected(1)
      ->take_all();
  app.add_option("--segment", options->view.segment,
                 words.say({"the figures of one segment", "les chiffres d'un segment"}))
      ->type_name("ID");
  add_choice(app, "--sort", options->sort, {"urgency", "file"}, words,
             {"most urgent first, or as in the file", "le plus urgent d'abord, ou comme dans le fichier"});
  app.add_option(
         "--fail-if", options->gates,
         words.say({"exit 1 when this holds: PATH OPERATOR VALUE, over the JSON; repeatable",
                    "sortie 1 quand ceci est vrai : CHEMIN OPÉRATEUR VALEUR, sur le JSON ; répétable"}))
      ->type_name("EXPRESSION")
      ->expected(1)
      ->take_all();
  app.add_flag("--allow-unknown", options->allow_unknown,
               words.say({"a gate on a figure that is not known does not hold",
                          "une condition sur un chiffre inconnu n'est pas remplie"}));
  app.add_flag("--allow-outside", options->allow_outside,
               words.say({"let series be read from outside the strategy's folder",
                          "admettre des séries hors du dossier de la stratégie"}));
  add_output(app, options->output, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan gap strategy.json",
     {"where the strategy stands today", "où en est la stratégie aujourd'hui"}},
    {"deploy-plan gap strategy.json --fail-if 'market.share.target < 0.01'",
     {"a gate for CI", "une condition pour l'intégration continue"}},
    {"deploy-plan gap strategy.json --format html -o gap.html",
     {"a page for a sponsor", "une page pour un sponsor"}},
    {"deploy-plan gap strategies/",
     {"a portfolio, one row a strategy", "un portefeuille, une ligne par stratégie"}},
};
} // namespace

const Command gap_command{
    "gap",
    {"tell where strategies stand: shares, gaps, paces, funnel, levers, costs",
     "dire où en sont des stratégies : parts, écarts, rythmes, entonnoir, leviers, coûts"},
    examples,
    declare};

} // namespace deploy_plan::cli

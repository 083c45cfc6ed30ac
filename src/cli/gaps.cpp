#include "cli/gaps.hpp"
#include "deploy_plan/files.hpp"
#include "report/gap_json.hpp"
#include "report/gate.hpp"
#include "report/json_values.hpp"
#include <iostream>

namespace deploy_plan::cli {
namespace {

/// The gaps of sound strategies; nothing where one is unsound, which is then said as `check` says it.
std::optional<std::vector<Gap>> read_gaps(const GapOptions& options, const Common& common) {
  std::vector<Gap> gaps;
  bool sound = true;
  check_files(
      strategy_files(options.paths), check_options(options, common),
      [&](CheckedFile&& file) { sound &= is_sound(std::move(file), common); },
      [&](Strategy&& strategy) { gaps.push_back(gap(strategy, common.as_of)); });
  if (sound)
    return gaps;
  (void)refuse_unsound(common);
  return std::nullopt;
}

std::string written(const GapOptions& options, const Common& common, std::span<const Gap> gaps) {
  if (options.format == "json")
    return report::written(report::gaps_json(gaps, common.as_of));
  if (options.format == "csv")
    return report::gaps_csv(gaps, options.is_french_csv());
  return rendered(report::gap_document(gaps, common.as_of, options.view), options, common);
}

std::string listed_sections() {
  std::string all;
  for (const std::string_view section : report::gap_sections)
    all += (all.empty() ? "" : ", ") + std::string(section);
  return all;
}

/// An option that has no effect, or a section that there is not.
std::optional<Phrase> misused(const GapOptions& options, const std::string& sections) {
  if (auto misuse = cli::misused(options))
    return misuse;
  if (!options.view.only.empty() && (options.format == "json" || options.format == "csv"))
    return Phrase{{"{0} has no effect on --format {1}", "{0} est sans effet sur --format {1}"},
                  {sections, options.format}};
  const std::span<const std::string_view> known(report::gap_sections);
  for (const std::string& section : options.view.only)
    if (std::find(known.begin(), known.end(), section) == known.end())
      return Phrase{
          {"{0} {1}: there is no such section, but {2}", "{0} {1} : il n'y a pas de telle section, mais {2}"},
          {sections, section, listed_sections()}};
  return std::nullopt;
}

/// The first strategy that has not the segment that is asked for, if any.
const Gap* lacks_segment(std::span<const Gap> gaps, const std::string& wanted) {
  if (wanted.empty())
    return nullptr;
  for (const Gap& one : gaps)
    if (std::none_of(one.segments.begin(), one.segments.end(),
                     [&](const MarketGap& segment) { return segment.id == wanted; }))
      return &one;
  return nullptr;
}

/// Says each gate that holds; gives the exit status.
Exit judge_gates(const GapOptions& options, const Common& common, std::span<const Gap> gaps) {
  Exit result = fine;
  for (const std::string& gate : options.gate.gates)
    for (const Gap& one : gaps) {
      const auto judged = report::evaluate_gate(report::gap_json(one), gate, options.gate.allow_unknown);
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
} // namespace

void declare_gap_options(CLI::App& app, GapOptions& options, const std::string& sections,
                         const Common& words) {
  app.add_option("FILE", options.paths,
                 words.say({"strategy files or folders; several make a portfolio",
                            "fichiers ou dossiers de stratégies ; plusieurs font un portefeuille"}))
      ->type_name("")
      ->required();
  app.add_option(sections, options.view.only,
                 words.say({"a section to show; repeatable", "une section à montrer ; répétable"}))
      ->type_name("SECTION")
      ->expected(1)
      ->take_all();
  declare_gate_options(app, options.gate, words);
  declare_answer_options(app, options, words);
}

Exit run_gap(const GapOptions& options, const std::string& sections, const Common& common) {
  if (const auto misuse = misused(options, sections))
    return refuse(common, *misuse);
  const auto gaps = read_gaps(options, common);
  if (!gaps)
    return not_carried_out;
  if (const Gap* const without = lacks_segment(*gaps, options.view.segment))
    return refuse(common,
                  {{"--segment {0}: {1} has no such segment", "--segment {0} : {1} n'a pas ce segment"},
                   {options.view.segment, without->strategy}});
  const Exit gated = judge_gates(options, common, *gaps);
  if (gated == not_carried_out)
    return gated;
  Output output(options.output);
  output.write(written(options, common, *gaps));
  return output.finish(common, gated);
}

} // namespace deploy_plan::cli

#include "cli/gaps.hpp"
#include "cli/plan_failure.hpp"
#include "cli/strategies.hpp"
#include "deploy_plan/libraries.hpp"
#include "report/views/gap/gap_csv.hpp"
#include "report/views/plan/forecast_view.hpp"
#include "report/views/plan/plan_view.hpp"
#include "report/views/trial/trial_view.hpp"

namespace deploy_plan::cli {
namespace {

/// What is known of strategies: their gaps and, where wanted, what their actions are worth.
struct Known {
  std::vector<Gap> gaps;
  std::vector<std::vector<Section>> plans; ///< of each strategy
  std::optional<Text> missing = {};        ///< a library, without which some of it would be wrong
};

Forecast futures(const Strategy& strategy, const DrawOptions& options, Date day) {
  ForecastOptions how;
  options.give_to(how);
  return forecast(strategy, day, how);
}

/// Says where something would stand why it does not.
Section not_told(const char* id, Text title, const Phrase& why) {
  return {id, {title}, false, {Paragraph{why, Tone::bad}}};
}

std::vector<Section> told_forecast(const Forecast& told) {
  if (const auto missing = missing_for(told))
    return {not_told("forecast", {"No forecast", "Aucune prévision"}, {*missing})};
  return report::forecast_sections(told);
}

/// Nobody expects a plan of a strategy without actions, unless it is asked for by name.
std::vector<Section> told_plan(const Strategy& strategy, bool by_name, Date day) {
  if (strategy.actions.empty() && !by_name)
    return {};
  PlanOptions how;
  DrawOptions().give_to(how);
  const auto planned = plan({&strategy, 1}, day, how);
  if (planned)
    return report::plan_sections(*planned);
  return {not_told("plan", {"No plan", "Aucun plan"}, said(planned.error()))};
}

/// The tests, the forecast, the ranking and the plan of a strategy, as sections, as far as they are wanted.
std::vector<Section> plan_sections(const Strategy& strategy, const std::vector<std::string>& only, Date day) {
  const auto is_wanted = [&](std::string_view kind) {
    return only.empty() || std::find(only.begin(), only.end(), kind) != only.end();
  };
  std::vector<Section> all;
  const auto add = [&](std::vector<Section> sections) {
    std::move(sections.begin(), sections.end(), std::back_inserter(all));
  };
  if (is_wanted("test"))
    add(report::trial_sections(read_trials(strategy, day), strategy.budget ? strategy.budget->currency : ""));
  if (is_wanted("forecast"))
    add(told_forecast(futures(strategy, {}, day)));
  if (is_wanted("rank"))
    add(report::ranking_sections(rank(strategy, day)));
  if (is_wanted("plan"))
    add(told_plan(strategy, !only.empty(), day));
  return all;
}

/// Adds each strategy's sections to a document of several, under its name.
void add_plans(const Known& known, Document& document) {
  const bool several = known.gaps.size() > 1;
  for (std::size_t i = 0; i < known.plans.size(); ++i)
    for (Section section : known.plans[i]) {
      section.detail = true;
      if (several) {
        section.id.insert(0, "strategy-" + std::to_string(i + 1) + "-");
        section.title = {{"{0}: {1}", "{0} : {1}"}, {known.gaps[i].strategy, section.title.words()}};
      }
      document.sections.push_back(std::move(section));
    }
}

tl::expected<Known, Phrase> read_gaps(const GapOptions& options, const Common& common) {
  Known known;
  const auto read = each_strategy(options.paths, options, common, [&](Strategy&& strategy) {
    known.gaps.push_back(gap(strategy, common.as_of));
    if (options.futures) {
      const Forecast told = futures(strategy, *options.futures, common.as_of);
      if (const auto missing = missing_for(told))
        known.missing = missing;
      add_closings(known.gaps.back(), told);
    }
    if (options.with_plans && options.is_document())
      known.plans.push_back(plan_sections(strategy, options.view.only, common.as_of));
  });
  if (read && known.missing)
    return tl::unexpected(Phrase{*known.missing});
  return read.map([&] { return std::move(known); });
}

Document document_with_plans(const Known& known, const GapOptions& options, Date day) {
  Document document = report::gap_document(known.gaps, day, options.view);
  add_plans(known, document);
  return document;
}

std::vector<std::string> known_sections(const GapOptions& options) {
  std::vector<std::string> all(std::begin(report::gap_sections), std::end(report::gap_sections));
  if (options.with_plans)
    all.insert(all.end(), {"test", "forecast", "rank", "plan"});
  return all;
}
std::string listed(const std::vector<std::string>& sections) {
  std::string all;
  for (const std::string& section : sections)
    all += (all.empty() ? "" : ", ") + section;
  return all;
}

/// An option that has no effect, or a section that there is not.
std::optional<Phrase> misused(const GapOptions& options, const std::string& sections) {
  if (auto misuse = cli::misused(options))
    return misuse;
  if (auto misuse = cli::misused(options.gate))
    return misuse;
  if (!options.view.only.empty() && !options.is_document())
    return Phrase{{"{0} has no effect on --format {1}", "{0} est sans effet sur --format {1}"},
                  {sections, options.format}};
  const auto known = known_sections(options);
  for (const std::string& section : options.view.only)
    if (std::find(known.begin(), known.end(), section) == known.end())
      return Phrase{
          {"{0} {1}: there is no such section, but {2}", "{0} {1} : il n'y a pas de telle section, mais {2}"},
          {sections, section, listed(known)}};
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

} // namespace

void declare_gap_options(CLI::App& app, GapOptions& options, const std::string& sections,
                         const Common& words) {
  app.add_option("FILE", options.paths,
                 words.say({"strategy files or folders; several make a portfolio",
                            "fichiers ou dossiers de stratégies ; plusieurs font un portefeuille"}))
      ->type_name("")
      ->required();
  add_repeatable(app, sections, options.view.only, words, {"SECTION", "SECTION"},
                 {"a section to show; repeatable", "une section à montrer ; répétable"});
  declare_gate_options(app, options.gate, words);
  declare_answer_options(app, options, words);
}

Exit run_gap(const GapOptions& options, const std::string& sections, const Common& common) {
  if (const auto misuse = misused(options, sections))
    return refuse(common, *misuse);
  const auto known = read_gaps(options, common);
  if (!known)
    return refuse(common, known.error());
  if (const Gap* const without = lacks_segment(known->gaps, options.view.segment))
    return refuse(common,
                  {{"--segment {0}: {1} has no such segment", "--segment {0} : {1} n'a pas ce segment"},
                   {options.view.segment, without->strategy}});
  std::vector<Gated> all;
  for (const Gap& one : known->gaps)
    all.push_back(over(one.strategy, one));
  const Exit gated = judge_gates(options.gate, common, all);
  if (gated == not_carried_out)
    return gated;
  const Answer answer{.document = [&] { return document_with_plans(*known, options, common.as_of); },
                      .json = whole([&] { return json_of(known->gaps, common.as_of); }),
                      .csv = whole([&](bool french) { return report::gaps_csv(known->gaps, french); })};
  return write_answer(answer, options, common, gated);
}

} // namespace deploy_plan::cli

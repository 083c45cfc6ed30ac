// Scenarios side by side: found in the strategy, in files and on the command line.
#include "cli/compare.hpp"
#include "text/folding.hpp"
#include <filesystem>

namespace deploy_plan::cli {
namespace {

constexpr std::size_t most_side_by_side = 100;

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts)
    all += (all.empty() ? "" : ", ") + text;
  return all;
}
} // namespace

std::optional<OpenedPath> open_path(const std::string& path, const AnswerOptions& options,
                                    const Common& common) {
  const auto source = read_source(path, common.reading);
  if (!source) {
    (void)refuse(common, {{"{0}: {1}", "{0} : {1}"}, {path, source.error()}});
    return std::nullopt;
  }
  auto opened = StrategyFile::open(*source, check_options(options, common));
  LeftOut left_out;
  left_out.note(opened.checked);
  if (!is_sound(opened.checked, common)) {
    (void)refuse_unsound(common);
    return std::nullopt;
  }
  if (!opened.file) {
    (void)refuse(common, {{"{0} holds {1} strategies: compare takes files of one",
                           "{0} contient {1} stratégies : compare prend des fichiers d'une seule"},
                          {path, static_cast<std::int64_t>(opened.checked.strategies)}});
    return std::nullopt;
  }
  left_out.tell(common);
  return OpenedPath{std::move(opened.file), std::move(opened.strategy)};
}

ScenarioComparer::ScenarioComparer(const CompareOptions& chosen, const Common& words, OpenedPath&& opened)
    : options(chosen), common(words), base(std::move(opened)) {
  comparison.as_of = common.as_of;
  comparison.strategy = base.strategy.name;
  comparison.numbers = answers::told_numbers(base.strategy);
}

bool ScenarioComparer::find() {
  if (options.scenarios.empty() && options.sets.empty() && options.sweeps.empty()) {
    for (const Scenario& one : base.file->scenarios())
      named.push_back({one.id, one.name, {OwnScenario{one.id}}});
    if (named.size() > most_side_by_side)
      return refused({{"{0} has {1} scenarios, too many side by side: name some with --scenario",
                       "{0} a {1} scénarios, trop pour être côte à côte : nommez-en avec --scenario"},
                      {base.file->name(), static_cast<std::int64_t>(named.size())}});
    if (named.empty())
      return refused({{"{0} has no scenario: write some in it, or give --scenario, --set or --sweep",
                       "{0} n'a pas de scénario : écrivez-en, ou donnez --scenario, --set ou --sweep"},
                      {base.file->name()}});
  }
  for (const std::string& wanted : options.scenarios)
    if (!find_scenario(wanted))
      return false;
  for (const std::string& set : options.sets)
    if (const auto equals = set.find('='); equals == std::string::npos || equals == 0)
      return refused({{"--set {0}: write PATH=VALUE", "--set {0} : écrivez CHEMIN=VALEUR"}, {set}});
  if (!options.sets.empty())
    named.push_back({.id = "set",
                     .name = joined(options.sets),
                     .changes = {Assignments{"--set", options.sets}},
                     .shown = {"with --set", "avec --set"}});
  return true;
}

bool ScenarioComparer::refused(const Phrase& why) const {
  (void)refuse(common, why);
  return false;
}
bool ScenarioComparer::find_scenario(const std::string& wanted) {
  std::vector<std::string_view> ids;
  for (const Scenario& one : base.file->scenarios()) {
    if (one.id == wanted) {
      named.push_back({one.id, one.name, {OwnScenario{one.id}}});
      return true;
    }
    ids.push_back(one.id);
  }
  std::error_code none;
  if (!std::filesystem::exists(wanted, none))
    return refused({{"--scenario {0}: neither a scenario of {1} nor a file; {2}",
                     "--scenario {0} : ni un scénario de {1} ni un fichier ; {2}"},
                    {wanted, base.file->name(),
                     text::suggestion(text::nearest(wanted, ids),
                                      {{"its scenarios have ids", "ses scénarios ont des ids"}})
                         .words()}});
  const auto source = read_source(wanted, common.reading);
  if (!source)
    return refused({{"--scenario {0}: {1}", "--scenario {0} : {1}"}, {wanted, source.error()}});
  if (const auto overlay = overlay_name(*source)) {
    named.push_back({overlay->id, overlay->name, {Overlay{*source}}});
    return true;
  }
  if (!options.sweeps.empty())
    return refused({{"--scenario {0} is a whole strategy: a sweep moves values of one",
                     "--scenario {0} est une stratégie entière : un balayage change les valeurs d'une seule"},
                    {wanted}});
  auto opened = open_path(wanted, options, common);
  if (opened)
    named.push_back({wanted, opened->strategy.name, {}, std::move(opened)});
  return opened.has_value();
}

void ScenarioComparer::add(const Named& one) {
  if (one.whole) {
    comparison.scenarios.push_back(
        side(one, base.file->differences_to(*one.whole->file), one.whole->strategy));
    return;
  }
  Variant variant = base.file->with(one.changes);
  if (is_sound(variant.checked, common))
    comparison.scenarios.push_back(side(one, std::move(variant.changes), variant.strategy));
  else
    comparison.unsound.push_back({one.id, one.name, one.shown, std::move(variant.checked)});
}

answers::ComparedScenario ScenarioComparer::side(const Named& one, std::vector<Difference> changes,
                                                 const Strategy& strategy) const {
  auto answers = std::make_shared<const answers::StrategyAnswers>(
      answers::answers_about(strategy, common.as_of, answers::Analyses::all));
  return {one.id, one.name, one.shown, std::move(changes), answers, answers::Figures(*answers)};
}

/// Said beside the answer, which tells what was left out and why.
Exit ScenarioComparer::nothing_compared() const {
  Common beside = common;
  beside.json = false;
  return refuse(beside, {{"nothing was compared: all that differs was left out",
                          "rien n'a été comparé : tout ce qui diffère a été écarté"}});
}

Exit ScenarioComparer::compare() {
  comparison.scenarios.push_back(
      side({.id = "baseline", .name = common.say({"baseline", "référence"})}, {}, base.strategy));
  for (const Named& one : named)
    add(one);
  for (const answers::ComparedScenario& one : comparison.scenarios)
    if (one.answers->missing)
      return refuse(common, {*one.answers->missing});
  const auto rows = chosen_rows(comparison.scenarios);
  if (!rows)
    return not_carried_out;
  const Exit gated = judge_gates(options.gate, common, {comparison.strategy, [this](std::string_view path) {
                                                          return answers::look_up(comparison, path);
                                                        }});
  if (gated == not_carried_out)
    return gated;
  const bool narrowed = !options.metrics.empty();
  const Answer answer{
      .document = [&] { return report::comparison_document(comparison, *rows, options.view()); },
      .json = whole([&] {
        return report::comparison_json(comparison,
                                       narrowed ? *rows : answers::all_rows(comparison.scenarios));
      }),
      .csv = whole([&](bool french) { return report::comparison_csv(comparison, *rows, french); })};
  const bool compared = comparison.scenarios.size() > 1;
  const Exit wrote = write_answer(answer, options, common, comparison.unsound.empty() ? gated : gate_failed);
  return compared || wrote == not_carried_out ? wrote : nothing_compared();
}

std::optional<std::vector<answers::Row>>
ScenarioComparer::chosen_rows(std::span<const answers::ComparedScenario> scenarios) const {
  if (options.metrics.empty())
    return options.all ? answers::all_rows(scenarios) : answers::differing(scenarios);
  std::vector<answers::Row> rows;
  for (const std::string& asked : options.metrics) {
    auto row = asked_row(asked, scenarios);
    if (!row)
      return std::nullopt;
    rows.push_back(std::move(*row));
  }
  return rows;
}

std::optional<answers::Row>
ScenarioComparer::asked_row(const std::string& asked,
                            std::span<const answers::ComparedScenario> scenarios) const {
  std::string nearest;
  for (const answers::ComparedScenario& one : scenarios) {
    const answers::Lookup found = answers::look_up(*one.answers, asked);
    const auto* const located = std::get_if<answers::Located>(&found);
    if (located != nullptr && answers::is_compared(located->path))
      return answers::row_at(*one.answers, located->path);
    if (const auto* const astray = std::get_if<answers::Astray>(&found); astray != nullptr && nearest.empty())
      nearest = astray->nearest;
  }
  (void)refuse(
      common,
      {{"--metrics {0} is no figure of this strategy: {1}",
        "--metrics {0} n'est pas un chiffre de cette stratégie : {1}"},
       {asked, text::suggestion(nearest, {{"--all shows them all", "--all les montre tous"}}).words()}});
  return std::nullopt;
}

} // namespace deploy_plan::cli

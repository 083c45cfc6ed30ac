// Scenarios: a copy of the strategy's tree, changed by path, then read and judged like any strategy.
#include "check/judge.hpp"
#include "deploy_plan/scenario.hpp"
#include "model/difference.hpp"
#include "model/override.hpp"
#include "model/rewrite.hpp"
#include "model/rule_names.hpp"
#include "rules/file/engine.hpp"
#include "source/documents.hpp"
#include "text/number.hpp"
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace deploy_plan {
namespace {

using model::Override;
using rules::Judged;
using source::no_node;
using source::NodeId;
using source::Tree;

/// The assignments of an object whose keys are paths.
std::vector<Override> overrides_in(const Tree& tree, NodeId set) {
  std::vector<Override> all;
  for (NodeId child = tree[set].first_child; child != no_node; child = tree[child].next)
    all.push_back({std::string(tree.key(child)), tree[child].key, child, true});
  return all;
}

NodeId set_of(const Tree& tree, NodeId scenario) {
  const model::Record& record = model::description<Scenario>();
  const NodeId set = model::node_of(tree, record, Origin{scenario, true}, model::find_field(record, "set"));
  return set != no_node && tree[set].kind == source::Kind::object ? set : no_node;
}

/// A strategy being changed: its tree, and what was wrong with the changes.
class Changer {
public:
  Changer(Tree base, const Strategy& strategy, Judged& into)
      : tree(std::move(base)), declared_(strategy), judged_(into), overrider_(tree, 0) {}

  void operator()(const OwnScenario& own) {
    for (const Scenario& scenario : declared_.scenarios)
      if (scenario.id == own.id)
        apply(overrides_in(tree, set_of(tree, scenario.origin.node)));
  }

  void operator()(const Overlay& overlay) {
    const NodeId root = source::parse_into(tree, overlay.source, source::whole(*overlay.source),
                                           source::comments_of(*overlay.source));
    if (root == no_node)
      return;
    Scenario read;
    model::Collector found(1000);
    (void)model::decode(tree, root, model::description<Scenario>(), &read, found);
    for (Finding& finding : found.kept)
      if (finding.rule != model::rule::missing_field) // the file's name stands for the id
        judged_.found.add(std::move(finding));
    if (const NodeId set = set_of(tree, root); set != no_node)
      apply(overrides_in(tree, set));
  }

  void operator()(const Assignments& assignments) {
    for (const std::string& text : assignments.texts)
      if (const auto one = assigned(assignments.option, text))
        apply({*one});
  }

  Tree tree;
  std::vector<Difference> applied;

private:
  const Strategy& declared_;
  Judged& judged_;
  model::Overrider overrider_;

  void apply(const std::vector<Override>& all) {
    std::unordered_map<std::string, const Override*> first; // by the paths in English
    for (const Override& one : all) {
      auto result = overrider_.apply(one, judged_.found.hints);
      if (result.failure) {
        result.failure->pointer = tree.pointer(one.value);
        judged_.found.add(std::move(*result.failure));
        continue;
      }
      if (const auto [same, is_new] = first.emplace(result.done->path.en, &one);
          !is_new && same->second->path != one.path) // one text twice is found as it is read
        judged_.found.add(changed_twice(*same->second, one));
      applied.push_back(std::move(*result.done));
    }
  }

  Finding changed_twice(const Override& before, const Override& again) const {
    return {std::string(model::rule::duplicate_key.word),
            Severity::error,
            {{"{0} is changed twice", "{0} est changé deux fois"}, {again.path}},
            {{"keep one of them; both languages' spellings are the same path",
              "n'en gardez qu'un ; les deux langues désignent le même chemin"}},
            again.path_place,
            tree.pointer(again.value),
            {{before.path_place, {{"first changed here", "changé ici d'abord"}}}}};
  }

  std::optional<Override> assigned(const std::string& option, const std::string& text) {
    const auto equals = text.find('=');
    const bool exact = text.compare(equals + 1, 1, "=") == 0;
    const auto begin = static_cast<std::uint32_t>(equals + (exact ? 2 : 1));
    const auto line = std::make_shared<const Source>(option, text);
    const auto base = tree.sources.add(line);
    if (!base)
      return std::nullopt;
    const auto end = static_cast<std::uint32_t>(text.size());
    const Place value_place{*base + begin, *base + end};
    const std::string words = text.substr(begin);
    NodeId value = no_node;
    const bool relative = !exact && model::related_number(1, words).has_value();
    if (!relative)
      value = source::parse_into(tree, line, {begin, end}, source::Comments::refused);
    if (value == no_node && !relative && text::read_number(words)) // a decimal comma: JSON took the others
      value = tree.add(source::Kind::number, value_place, fmt::format("{}", *text::read_number(words)));
    if (value == no_node)
      value = tree.add(source::Kind::string, value_place, words);
    return Override{
        text.substr(0, equals), {*base, *base + static_cast<std::uint32_t>(equals)}, value, relative};
  }
};

bool is_error(const Finding& finding) { return finding.severity == Severity::error; }
} // namespace

struct StrategyFile::Inside {
  Inside(std::shared_ptr<const Source> read, const CheckOptions& how, Tree&& parsed)
      : source(std::move(read)), options(how), tree(std::move(parsed)),
        series([this](const std::string& path) {
          return read_neighbour(source->name(), path, {options.allow_outside, options.reading});
        }) {}

  std::shared_ptr<const Source> source;
  CheckOptions options;
  Tree tree; ///< as it was read: a variant changes a copy
  Strategy strategy;
  mutable model::SeriesFiles series;
};

bool Variant::is_sound() const { return checked.is_sound(); }

StrategyFile::Opened StrategyFile::open(const std::shared_ptr<const Source>& source,
                                        const CheckOptions& options) {
  Opened opened{std::nullopt, {SourceMap(source), {}, {}}, {}};
  const auto documents = source::documents(*source);
  if (documents.texts.size() != 1) {
    opened.checked = check(source, options);
    return opened;
  }
  auto parsed = source::parse(SourceMap(source), documents.texts.front(), source::comments_of(*source),
                              documents.pointer(0));
  if (parsed.error) {
    opened.checked = check(source, options);
    return opened;
  }
  const auto inside = std::make_shared<Inside>(source, options, std::move(parsed.tree));
  Tree judged_tree = inside->tree;
  Judged judged{SourceMap(source), model::Collector(options.max_findings), true, {}};
  rules::judge(judged_tree, inside->series, options, rules::Judging::as_written, judged);
  rules::merge(judged, opened.checked, options);
  inside->strategy = judged.strategy;
  opened.strategy = std::move(judged.strategy);
  opened.file.emplace();
  opened.file->inside_ = inside;
  return opened;
}

const std::string& StrategyFile::name() const { return inside_->source->name(); }
const std::vector<Scenario>& StrategyFile::scenarios() const { return inside_->strategy.scenarios; }

Variant StrategyFile::with(std::span<const Changes> changes) const {
  const CheckOptions& options = inside_->options;
  Judged judged{SourceMap(inside_->source), model::Collector(options.max_findings), true, {}};
  Changer changer(inside_->tree, inside_->strategy, judged);
  for (const Changes& one : changes)
    std::visit(changer, one);
  rules::judge(changer.tree, inside_->series, options, rules::Judging::what_if, judged);
  Variant variant{{}, {SourceMap(inside_->source), {}, {}}, std::move(changer.applied)};
  rules::merge(judged, variant.checked, options);
  variant.strategy = std::move(judged.strategy);
  return variant;
}

std::vector<Difference> StrategyFile::differences_to(const StrategyFile& newer) const {
  return model::differences({inside_->tree, 0}, {newer.inside_->tree, 0});
}
std::string StrategyFile::rewritten(const std::vector<WrittenValue>& values) const {
  return model::rewritten(inside_->tree, 0, values);
}
std::vector<Difference> StrategyFile::everything() const { return model::everything({inside_->tree, 0}); }

std::optional<OverlayName> overlay_name(const std::shared_ptr<const Source>& source) {
  const auto parsed = source::parse(source, source::comments_of(*source));
  if (parsed.error || set_of(parsed.tree, 0) == no_node)
    return std::nullopt;
  const model::Record& strategy = model::description<Strategy>();
  if (model::node_of(parsed.tree, strategy, Origin{0, true}, model::find_field(strategy, "market")) !=
      no_node)
    return std::nullopt;
  OverlayName name{std::filesystem::path(source->name()).stem().string(), {}};
  const model::Record& scenario = model::description<Scenario>();
  const NodeId words =
      model::node_of(parsed.tree, scenario, Origin{0, true}, model::find_field(scenario, "name"));
  if (words != no_node && parsed.tree[words].kind == source::Kind::string)
    name.name = std::string(parsed.tree.text(words));
  return name;
}

namespace rules {
namespace {

constexpr std::size_t most_nodes = 2000000; // to copy and judge again for the scenarios of one strategy

bool is_of_loading(const std::string& rule) {
  const auto rules = loading_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& one) { return one.entry.name == rule; });
}

/// Whether a strategy has errors by itself, kept or only counted.
bool is_unsound(const model::Collector& found) {
  const auto counts = [](std::string_view rule) {
    return find_rule(rule)->severity == Severity::error && rule != model::rule::scenario_path;
  };
  return std::any_of(found.kept.begin(), found.kept.end(),
                     [&](const Finding& one) { return counts(one.rule); }) ||
         std::any_of(found.beyond.begin(), found.beyond.end(),
                     [&](const auto& one) { return counts(one.first); });
}

/// Where a path was found to lead nowhere in the strategy as it is written; nothing where some were only
/// counted.
std::optional<std::set<std::uint32_t>> lost_paths(const model::Collector& found) {
  if (found.beyond.contains(model::rule::scenario_path.word))
    return std::nullopt;
  std::set<std::uint32_t> places;
  for (const Finding& one : found.kept)
    if (one.rule == model::rule::scenario_path)
      places.insert(one.place.begin);
  return places;
}

/// One finding for all that a rule finds: what refers to an action that the scenario removes is one fault.
Finding unsound(const Tree& tree, const Scenario& scenario, std::span<Finding> of_one_rule) {
  const Place written = tree[scenario.origin.node].value;
  Finding whole{std::string(scenario_unsound.name),
                scenario_unsound.severity,
                {{"the scenario {0} makes the strategy unsound: {1}",
                  "le scénario {0} rend la stratégie incohérente : {1}"},
                 {scenario.id, of_one_rule.front().rule}},
                {{"change what goes with it too, or deploy-plan compare leaves the scenario out",
                  "changez aussi ce qui va avec, sinon deploy-plan compare laisse le scénario de côté"}},
                model::place_of(tree, scenario.origin),
                tree.pointer(scenario.origin.node),
                {}};
  for (Finding& one : of_one_rule) {
    if (whole.related.empty() && one.place.begin >= written.begin && one.place.end <= written.end)
      whole.place = one.place;
    whole.related.push_back({one.place, std::move(one.message)});
    std::move(one.related.begin(), one.related.end(), std::back_inserter(whole.related));
  }
  return whole;
}

/// Says at a scenario what it makes wrong: a value that does not fit as in any file, and a strategy that no
/// longer holds as a warning, since it is but a what-if.
void tell(const Tree& tree, const Scenario& scenario, Judged& tried,
          const std::optional<std::set<std::uint32_t>>& known, Judged& judged) {
  std::vector<Finding> by_rule;
  for (Finding& finding : tried.found.kept) {
    if (!is_error(finding))
      continue;
    if (finding.rule == model::rule::scenario_path && (!known || known->contains(finding.place.begin)))
      continue; // said before, or counted
    if (finding.rule == model::rule::scenario_path || is_of_loading(finding.rule))
      judged.found.add(std::move(finding));
    else
      by_rule.push_back(std::move(finding));
  }
  std::stable_sort(by_rule.begin(), by_rule.end(),
                   [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
  for (auto first = by_rule.begin(); first != by_rule.end();) {
    const auto end =
        std::find_if(first, by_rule.end(), [&](const Finding& one) { return one.rule != first->rule; });
    judged.found.add(unsound(tree, scenario, {first, end}));
    first = end;
  }
}
} // namespace

void try_scenarios(const Tree& tree, model::SeriesFiles& series, const CheckOptions& options,
                   Judged& judged) {
  if (tree[0].kind != source::Kind::object || judged.strategy.scenarios.empty() || is_unsound(judged.found))
    return;
  const auto known = lost_paths(judged.found);
  std::size_t nodes = 0;
  for (const Scenario& scenario : judged.strategy.scenarios) {
    if (!scenario.origin.sound)
      continue;
    nodes += tree.nodes.size();
    if (nodes > most_nodes)
      return judged.found.add(
          {std::string(scenario_unsound.name),
           scenario_unsound.severity,
           {{"from the scenario {0} on, none is tried: the file is too large",
             "à partir du scénario {0}, aucun n'est essayé : le fichier est trop grand"},
            {scenario.id}},
           {{"deploy-plan compare tries them one by one", "deploy-plan compare les essaie un par un"}},
           model::place_of(tree, scenario.origin),
           tree.pointer(scenario.origin.node),
           {}});
    // All that it finds is looked at, however little of it is to be shown.
    Judged tried{judged.sources,
                 model::Collector(std::max(options.max_findings, CheckOptions{}.max_findings)),
                 true,
                 {}};
    Changer changer(tree, judged.strategy, tried);
    changer(OwnScenario{scenario.id});
    judge(changer.tree, series, options, Judging::what_if, tried);
    tell(tree, scenario, tried, known, judged);
  }
  std::stable_sort(judged.found.kept.begin(), judged.found.kept.end(),
                   [](const Finding& a, const Finding& b) { return a.place.begin < b.place.begin; });
}
} // namespace rules

} // namespace deploy_plan

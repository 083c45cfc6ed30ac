// Ids, paths, and what they name.
#include "model/rule_names.hpp"
#include "rules/file/engine.hpp"
#include "text/folding.hpp"
#include <unordered_map>
#include <unordered_set>

namespace deploy_plan::rules {
namespace {

/// The ids of a list, to find one and to propose one.
class Ids {
public:
  template <class Element>
  explicit Ids(const std::vector<Element>& elements) {
    for (const Element& element : elements)
      if (known.insert(element.id).second)
        in_order.push_back(element.id);
  }
  [[nodiscard]] bool contains(std::string_view id) const { return known.contains(id); }
  [[nodiscard]] std::string_view nearest(std::string_view id, text::HintBudget& budget) const {
    if (!names)
      names.emplace(in_order); // most files need no hint
    return names->nearest(id, budget);
  }

private:
  std::unordered_set<std::string_view> known;
  std::vector<std::string_view> in_order;
  mutable std::optional<text::Names> names;
};

template <class Element>
void unique(const Look& look, const std::vector<Element>& elements, std::string Element::*name) {
  std::unordered_map<std::string_view, const Element*> seen;
  for (const Element& element : elements)
    if (const auto [first, is_new] = seen.emplace(element.*name, &element);
        !is_new && !(element.*name).empty())
      look.report(
          look.at(element, element.*name),
          {{"the id {0} is already taken", "l'id {0} est déjà pris"}, {element.*name}},
          {{"give each element of a list an id of its own: references and paths use it",
            "donnez à chaque élément d'une liste un id propre : références et chemins l'utilisent"}},
          {{look.place(look.at(*first->second, first->second->*name)), {{"taken here", "pris ici"}}}});
}
template <class Element>
void unique_ids(const Look& look, const std::vector<Element>& elements) {
  unique(look, elements, &Element::id);
}
void duplicate_ids(const Look& look) {
  unique_ids(look, look.strategy.market.segments);
  unique_ids(look, look.strategy.market.share_goals);
  unique_ids(look, look.strategy.objectives);
  unique_ids(look, look.strategy.actions);
  unique_ids(look, look.strategy.scenarios);
  for (const Action& action : look.strategy.actions)
    unique(look, action.segments, &ActionSegment::segment);
  // A segment that is listed twice would count for two.
  for (const Action& action : look.strategy.actions)
    if (action.test)
      unique(look, action.test->segments, &ComparedSegment::segment);
}

/// What a strategy declares, and what to say when something names what it does not.
class Declared {
public:
  explicit Declared(const Look& looking)
      : look(looking), segments(looking.strategy.market.segments), objectives(looking.strategy.objectives),
        actions(looking.strategy.actions) {}

  void segment(source::NodeId node, const std::string& id) const {
    expect(segments, node, {"segment", "de segment"}, id);
  }
  void objective(source::NodeId node, const std::string& id) const {
    expect(objectives, node, {"objective", "d'objectif"}, id);
  }
  void action(source::NodeId node, const std::string& id) const {
    expect(actions, node, {"action", "d'action"}, id);
  }

private:
  const Look& look;
  Ids segments, objectives, actions;

  void expect(const Ids& ids, source::NodeId node, Text what, const std::string& id) const {
    if (id.empty() || ids.contains(id))
      return;
    const std::string_view near = look.is_full() ? std::string_view() : ids.nearest(id, look.hints());
    look.report(node, {{"there is no {0} {1}", "il n'y a pas {0} {1}"}, {what, id}},
                text::suggestion(
                    near, {{"name an id that the file declares", "nommez un id que le fichier déclare"}}));
  }
};

void references(const Look& look) {
  const Strategy& strategy = look.strategy;
  const Declared declared(look);
  for (const ShareGoal& goal : strategy.market.share_goals)
    declared.segment(look.at(goal, goal.segment), goal.segment);
  for (const Objective& objective : strategy.objectives)
    declared.segment(look.at(objective, objective.segment), objective.segment);
  for (const Action& action : strategy.actions) {
    declared.segment(look.at(action, action.segment), action.segment);
    for (const ActionSegment& one : action.segments)
      declared.segment(look.at(one, one.segment), one.segment);
    for (const Result& result : action.results)
      declared.segment(look.at(result, result.segment), result.segment);
    for (const ScheduledRuns& one : action.schedule)
      declared.segment(look.at(one, one.segment), one.segment);
    declared.objective(look.at(action, action.objective), action.objective);
    for (const auto* list : {&action.requires_, &action.excludes}) {
      auto node = list->empty() ? source::no_node : look.first_child(look.at(action, *list));
      for (const std::string& id : *list) {
        declared.action(node, id);
        node = look.next(node);
      }
    }
    if (action.test)
      for (const Start& start : action.test->starts)
        declared.action(look.at(start, start.action), start.action);
  }
  for (const Event& event : strategy.events)
    declared.objective(look.at(event, event.objective), event.objective);
}

/// Whether one of the paths leads to what holds another's end: "actions.letter" to "actions.letter.cost".
bool is_beneath(std::string_view path, const std::unordered_set<std::string_view>& others) {
  for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1))
    if (others.contains(path.substr(0, dot)))
      return true;
  return false;
}

void paths(const Look& look) {
  auto follower = look.paths();
  for (const Scenario& scenario : look.strategy.scenarios) {
    std::unordered_set<std::string_view> added; // what is changed beneath them is judged when they are there
    for (const Change& change : scenario.set) {
      const bool object = change.value.starts_with('{');
      const auto followed = follower.follow(change.path, object);
      if (object)
        added.insert(change.path);
      if (followed.leads || is_beneath(change.path, added))
        continue;
      const std::string near = look.is_full() ? "" : follower.nearest(change.path, followed, look.hints());
      look.report_at(look.key_place(look.at(change.origin)), look.at(change.origin),
                     followed.message(change.path), model::path_help(near));
    }
  }
}
} // namespace

std::span<const Rule> reference_rules() {
  static constexpr Rule all[] = {
      {{.name = "duplicate-id",
        .severity = Severity::error,
        .step = 0,
        .summary = {"two elements of a list have one id", "deux éléments d'une liste ont le même id"},
        .why = {"references and paths would not know which one is meant",
                "références et chemins ne sauraient lequel désigner"},
        .bad = R"({"market": {"segments": [{"id": "rural"}, {"id": "rural"}]}})"},
       duplicate_ids},
      {unknown_reference, references},
      {{.name = model::rule::scenario_path.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a scenario changes something that the strategy does not have",
                    "un scénario change ce que la stratégie n'a pas"},
        .why = {"a comparison would show no difference, and nobody would know why",
                "une comparaison ne montrerait aucune différence, sans que nul sache pourquoi"},
        .bad = R"({"scenarios": [{"id": "more-money", "set": {"market.taget.size": 900}}]})",
        .good =
            R"({"scenarios": [{"id": "more-money", "set": {"marché.cible.taille": 900, "actions.webinars.cost.money": 100}}]})"},
       paths,
       true},
      {scenario_unsound},
  };
  return all;
}

} // namespace deploy_plan::rules

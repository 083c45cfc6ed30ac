// Step 4: what actions require and exclude.
#include "rules/rule.hpp"
#include <unordered_map>

namespace deploy_plan::rules {
namespace {

/// What actions require and exclude, as a graph of their positions in the file.
class Dependencies {
public:
  explicit Dependencies(const Strategy& judged) : strategy(judged), needs(judged.actions.size()) {
    for (std::size_t i = 0; i < strategy.actions.size(); ++i)
      positions.emplace(strategy.actions[i].id, i);
    for (std::size_t i = 0; i < strategy.actions.size(); ++i)
      for (const std::string& id : strategy.actions[i].requires_)
        if (const auto needed = positions.find(id); needed != positions.end())
          needs[i].push_back(needed->second);
  }

  /// Actions that each circle of requirements leads back to, one for each circle: depth-first search, without
  /// recursion.
  [[nodiscard]] std::vector<std::size_t> circles() const {
    enum class Seen : char { no, open, done };
    std::vector<Seen> seen(needs.size(), Seen::no);
    std::vector<std::size_t> found;
    std::vector<std::pair<std::size_t, std::size_t>>
        path; // an action, and how many of its needs were followed
    for (std::size_t root = 0; root < needs.size(); ++root) {
      if (seen[root] == Seen::no)
        path.emplace_back(root, 0);
      while (!path.empty()) {
        auto& [action, followed] = path.back();
        seen[action] = Seen::open;
        if (followed == needs[action].size()) {
          seen[action] = Seen::done;
          path.pop_back();
          continue;
        }
        const std::size_t next = needs[action][followed++];
        if (seen[next] == Seen::open)
          found.push_back(action);
        else if (seen[next] == Seen::no)
          path.emplace_back(next, 0);
      }
    }
    return found;
  }

  /// An action that `action` needs, itself included, and another that the first of them excludes; nothing
  /// where all can go together.
  struct Contradiction {
    const Action* excluding;
    const Action* excluded;
  };
  [[nodiscard]] std::optional<Contradiction> contradiction(std::size_t action) const {
    if (needs[action].empty())
      return std::nullopt;
    std::vector<std::size_t> together{action};
    std::vector<bool> in(needs.size());
    in[action] = true;
    for (std::size_t i = 0; i < together.size() && together.size() < most_followed; ++i)
      for (const std::size_t next : needs[together[i]])
        if (!in[next]) {
          in[next] = true;
          together.push_back(next);
        }
    for (const std::size_t one : together)
      for (const std::string& id : strategy.actions[one].excludes)
        if (const auto other = positions.find(id); other != positions.end() && in[other->second])
          return Contradiction{&strategy.actions[one], &strategy.actions[other->second]};
    return std::nullopt;
  }

private:
  // A chain longer than this is no plan of a team's, and following each of its actions to the end would cost
  // its square.
  static constexpr std::size_t most_followed = 1000;
  const Strategy& strategy;
  std::unordered_map<std::string_view, std::size_t> positions;
  std::vector<std::vector<std::size_t>> needs;
};

Phrase said(const Action& action, const Dependencies::Contradiction& found) {
  if (found.excluding == &action)
    return {{"the action {0} requires {1}, which it excludes", "l'action {0} nécessite {1}, qu'elle exclut"},
            {action.id, found.excluded->id}};
  if (found.excluded == &action)
    return {{"the action {0} requires {1}, which excludes it", "l'action {0} nécessite {1}, qui l'exclut"},
            {action.id, found.excluding->id}};
  return {{"the action {0} requires both {1} and {2}, which exclude each other",
           "l'action {0} nécessite à la fois {1} et {2}, qui s'excluent"},
          {action.id, found.excluding->id, found.excluded->id}};
}

void circles(const Look& look) {
  const auto& actions = look.strategy.actions;
  for (const std::size_t i : Dependencies(look.strategy).circles())
    look.report(look.at(actions[i], actions[i].requires_),
                {{"the action {0} requires itself, through others or directly",
                  "l'action {0} se nécessite elle-même, par d'autres ou directement"},
                 {actions[i].id}},
                {{"remove one of the links", "supprimez l'un des liens"}});
}

void contradictions(const Look& look) {
  const auto& actions = look.strategy.actions;
  const Dependencies graph(look.strategy);
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (const auto found = graph.contradiction(i))
      look.report(look.at(actions[i], actions[i].requires_), said(actions[i], *found),
                  {{"remove a requirement, or the exclusion", "supprimez une nécessité, ou l'exclusion"}},
                  {{look.place(look.at(*found->excluding, found->excluding->excludes)),
                    {{"excluded here", "exclu ici"}}}});
}
} // namespace

std::span<const Rule> dependency_rules() {
  static constexpr Rule all[] = {
      {{.name = "requires-cycle",
        .severity = Severity::error,
        .step = 4,
        .summary = {"actions require one another in a circle", "des actions se nécessitent en cercle"},
        .why = {"none of them could ever begin", "aucune ne pourrait jamais commencer"},
        .bad = R"({"actions": [{"id": "webinars", "requires": ["webinars"]}]})"},
       circles},
      {{.name = "requires-excluded",
        .severity = Severity::error,
        .step = 4,
        .summary = {"an action requires what it excludes", "une action nécessite ce qu'elle exclut"},
        .why = {"it could never be planned", "elle ne pourrait jamais être planifiée"},
        .bad =
            R"({"actions": [{"id": "webinars", "requires": ["ambassadors"], "excludes": ["ambassadors"]}]})"},
       contradictions},
  };
  return all;
}

} // namespace deploy_plan::rules

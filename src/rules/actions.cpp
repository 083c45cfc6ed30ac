// Step 4: what makes actions sound.
#include "deploy_plan/effect.hpp"
#include "rules/rule.hpp"
#include <unordered_map>

namespace deploy_plan::rules {
namespace {

void measured(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (!action.measure || !action.measure->target)
      look.report("action-without-measure", look.at(action, action.measure),
                  {{"the action {0} has no measure with a figure to reach",
                    "l'action {0} n'a pas de mesure avec un chiffre à atteindre"},
                   {action.id}},
                  {{"say how its effect is seen, and how much is wanted",
                    "dites comment son effet se voit, et combien en est attendu"}});
  });
}

void tested(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (!action.test)
      look.report(
          "action-without-test", look.at(action.origin),
          {{"the action {0} has no test protocol", "l'action {0} n'a pas de protocole de test"}, {action.id}},
          {{"plan a comparison, a pilot or a sequence before spreading it",
            "prévoyez une comparaison, un pilote ou une séquence avant de la généraliser"}});
  });
}

void costed(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (!action.cost || (!action.cost->money && !action.cost->days))
      look.report("action-without-cost", look.at(action, action.cost),
                  {{"the action {0} has no cost", "l'action {0} n'a pas de coût"}, {action.id}},
                  {{"give the money and the person-days of one run, even roughly",
                    "donnez l'argent et les jours-personne d'un passage, même à peu près"}});
  });
}

void effective(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (action.results.empty() && (!action.effect || action.effect->value == 0.0))
      look.report("action-without-effect", look.at(action, action.effect),
                  {{"the action {0} has no effect", "l'action {0} n'a pas d'effet"}, {action.id}},
                  {{"say what one run adds, as an interval if need be: { low, high }",
                    "dites ce qu'ajoute un passage, en intervalle au besoin : { bas, haut }"}});
  });
}

bool has_data(const Test& test) { return !test.arms.empty() || test.exposed || test.series; }

void proven(const Look& look) {
  each_active_action(look, [&](const Action& action) {
    if (action.status == Status::scaling && action.results.empty() &&
        !(action.test && has_data(*action.test)))
      look.report("scaling-unproven", look.at(action, action.status),
                  {{"the action {0} is being spread without a test or a result",
                    "l'action {0} est généralisée sans test ni résultat"},
                   {action.id}},
                  {{"test it first on a small perimeter", "testez-la d'abord sur un petit périmètre"}});
  });
}

/// A number that is not known is known between bounds, and those have an order.
void effect_bounds(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.effect)
      return;
    const Uncertain& effect = *action.effect;
    const auto reversed = [&](const std::optional<double>& low, const std::optional<double>& high) {
      if (low && high && *low > *high)
        look.report("bounds-reversed", look.at(effect, high),
                    {{"{0} is below {1}, which stands before it", "{0} est inférieur à {1}, qui le précède"},
                     {*high, *low}},
                    {{"write the bounds from the lowest to the highest",
                      "écrivez les bornes de la plus basse à la plus haute"}});
    };
    reversed(effect.low, effect.high);
    reversed(effect.min, effect.mode);
    reversed(effect.mode, effect.max);
  });
}

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

void dependencies(const Look& look) {
  const auto& actions = look.strategy.actions;
  const Dependencies graph(look.strategy);
  for (const std::size_t i : graph.circles())
    look.report("requires-cycle", look.at(actions[i], actions[i].requires_),
                {{"the action {0} requires itself, through others or directly",
                  "l'action {0} se nécessite elle-même, par d'autres ou directement"},
                 {actions[i].id}},
                {{"remove one of the links", "supprimez l'un des liens"}});
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (const auto found = graph.contradiction(i))
      look.report("requires-excluded", look.at(actions[i], actions[i].requires_), said(actions[i], *found),
                  {{"remove a requirement, or the exclusion", "supprimez une nécessité, ou l'exclusion"}},
                  {{look.place(look.at(*found->excluding, found->excluding->excludes)),
                    {{"excluded here", "exclu ici"}}}});
}

void runs(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.runs || !action.runs->max)
      return;
    for (const auto* few : {&action.runs->min, &action.runs->done})
      if (*few && **few > *action.runs->max)
        look.report("runs-beyond-max", look.at(*action.runs, *few),
                    {{"{0} {0#run|runs}, more than the maximum of {1}",
                      "{0} {0#passage|passages}, plus que le maximum de {1}"},
                     {**few, *action.runs->max}},
                    {{"raise max, or mend this figure", "relevez max, ou corrigez ce chiffre"}});
  });
}

/// Results without `done` say by themselves what was done.
void results(const Look& look) {
  each_action(look, [&](const Action& action) {
    const std::int64_t told = past_runs(action).in_results;
    if (action.runs && action.runs->done && *action.runs->done < told)
      look.report(
          "results-beyond-done", look.at(*action.runs, action.runs->done),
          {{"{0} {0#run|runs} done, but results tell of {1}",
            "{0} {0#passage fait|passages faits}, mais les résultats en comptent {1}"},
           {*action.runs->done, told}},
          {{"count the runs of the results in done: what was spent and what decays follow from it",
            "comptez dans faits les passages des résultats : ce qui est dépensé et ce qui s'essouffle en "
            "dépendent"}});
  });
}

Phrase days_beyond(double committed, double means) {
  return {{"minimum runs commit {0} {0#person-day|person-days}, out of {1}",
           "les passages minimaux engagent {0} {0#jour-personne|jours-personne}, sur {1}"},
          {committed, means}};
}

void budget(const Look& look) {
  const Strategy& strategy = look.strategy;
  double money = 0;
  double days = 0;
  each_active_action(look, [&](const Action& action) {
    if (!action.runs || !action.cost || action.runs->min.value_or(0) == 0)
      return;
    const auto times = static_cast<double>(*action.runs->min);
    money += times * action.cost->money.value_or(0) + action.cost->setup_money.value_or(0);
    days += times * action.cost->days.value_or(0) + action.cost->setup_days.value_or(0);
  });
  const Phrase help{{"lower the minimum runs, or raise the means",
                     "réduisez les passages minimaux, ou augmentez les moyens"}};
  if (strategy.budget && strategy.budget->origin.sound) {
    const Budget& means = *strategy.budget;
    if (means.money && money > *means.money)
      look.report("commitment-beyond-budget", look.at(means, means.money),
                  {{"minimum runs commit {0}, out of {1}", "les passages minimaux engagent {0}, sur {1}"},
                   {Money{money, means.currency}, Money{*means.money, means.currency}}},
                  help);
    if (means.days && days > *means.days)
      look.report("commitment-beyond-budget", look.at(means, means.days), days_beyond(days, *means.days),
                  help);
  }
  double team = 0;
  for (const Member& member : strategy.team) {
    if (!member.days)
      return; // someone's days are not known: the team's total is not either
    team += *member.days;
  }
  if (!strategy.team.empty() && days > team)
    look.report("commitment-beyond-budget", look.at(strategy, strategy.team), days_beyond(days, team), help);
}
} // namespace

std::span<const Rule> action_rules() {
  static constexpr Rule all[] = {
      {{.name = "action-without-measure",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no measure or no figure to reach",
                    "une action n'a pas de mesure ou de chiffre à atteindre"},
        .why = {"nobody will know whether it worked", "nul ne saura si elle a marché"},
        .bad = R"({"actions": [{"id": "webinars", "measure": null}]})"},
       measured},
      {{.name = "action-without-test",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no test protocol", "une action n'a pas de protocole de test"},
        .why = {"untested actions are repeated by habit", "les actions non testées se répètent par habitude"},
        .bad = R"({"actions": [{"id": "webinars", "test": null}]})"},
       tested},
      {{.name = "action-without-cost",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no cost", "une action n'a pas de coût"},
        .why = {"actions are chosen by what they cost for what they give",
                "on choisit les actions sur ce qu'elles coûtent pour ce qu'elles donnent"},
        .bad = R"({"actions": [{"id": "webinars", "cost": null}]})"},
       costed},
      {{.name = "action-without-effect",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action has no effect", "une action n'a pas d'effet"},
        .why = {"an action that adds nothing only costs", "une action qui n'ajoute rien ne fait que coûter"},
        .bad = R"({"actions": [{"id": "webinars", "effect": 0}]})"},
       effective},
      {{.name = "scaling-unproven",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action is spread without proof", "une action est généralisée sans preuve"},
        .why = {"a pilot costs less than a mistake at scale",
                "un pilote coûte moins qu'une erreur à grande échelle"},
        .bad = R"({"actions": [{"id": "webinars", "status": "scaling", "results": null}]})"},
       proven},
      {{.name = "bounds-reversed",
        .severity = Severity::error,
        .step = 4,
        .summary = {"an uncertain number's bounds are out of order",
                    "les bornes d'un nombre incertain sont dans le désordre"},
        .why = {"no probability can be given to an empty interval",
                "on ne peut donner de probabilité à un intervalle vide"},
        .bad = R"({"actions": [{"id": "webinars", "effect": {"low": 30, "high": 8}}]})"},
       effect_bounds},
      {{.name = "requires-cycle",
        .severity = Severity::error,
        .step = 4,
        .summary = {"actions require one another in a circle", "des actions se nécessitent en cercle"},
        .why = {"none of them could ever begin", "aucune ne pourrait jamais commencer"},
        .bad = R"({"actions": [{"id": "webinars", "requires": ["webinars"]}]})"},
       dependencies},
      {{.name = "requires-excluded",
        .severity = Severity::error,
        .step = 4,
        .summary = {"an action requires what it excludes", "une action nécessite ce qu'elle exclut"},
        .why = {"it could never be planned", "elle ne pourrait jamais être planifiée"},
        .bad =
            R"({"actions": [{"id": "webinars", "requires": ["ambassadors"], "excludes": ["ambassadors"]}]})"}},
      {{.name = "runs-beyond-max",
        .severity = Severity::error,
        .step = 4,
        .summary = {"more runs than the maximum", "plus de passages que le maximum"},
        .why = {"no plan can keep both", "aucun plan ne peut tenir les deux"},
        .bad = R"({"actions": [{"id": "webinars", "runs": {"min": 9, "max": 4}}]})"},
       runs},
      {{.name = "results-beyond-done",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"results tell of more runs than were done",
                    "les résultats comptent plus de passages que de faits"},
        .why = {"one of the two figures is wrong, and the budget left follows from it",
                "l'un des deux chiffres est faux, et le budget qui reste en dépend"},
        .bad =
            R"({"actions": [{"id": "webinars", "runs": {"done": 0}, "results": [{"date": "@-30", "runs": 2, "effect": 20}]}]})"},
       results},
      {{.name = "commitment-beyond-budget",
        .severity = Severity::error,
        .step = 4,
        .summary = {"committed runs cost more than the means",
                    "les passages promis coûtent plus que les moyens"},
        .why = {"promises beyond the means are broken late",
                "des promesses au-delà des moyens se rompent tard"},
        .bad = R"({"budget": {"money": 10}})"},
       budget},
  };
  return all;
}

} // namespace deploy_plan::rules

// Step 4: how many runs, and whether the means are there for them.
#include "deploy_plan/effect.hpp"
#include "deploy_plan/spending.hpp"
#include "deploy_plan/workload.hpp"
#include "rules/rule.hpp"

namespace deploy_plan::rules {
namespace {

/// Runs that each action's schedule still promises, by its place in the file.
std::vector<std::int64_t> runs_to_come(const Look& look) {
  std::vector<std::int64_t> runs(look.strategy.actions.size());
  for (const CommittedRuns& one : scheduled_runs(look.strategy, look.today))
    runs[one.action] += one.runs;
  return runs;
}
std::size_t place_of(const Look& look, const Action& action) {
  return static_cast<std::size_t>(&action - look.strategy.actions.data());
}

void runs(const Look& look) {
  const auto to_come = runs_to_come(look);
  each_action(look, [&](const Action& action) {
    if (!action.runs || !action.runs->max)
      return;
    const std::int64_t scheduled = to_come[place_of(look, action)];
    if (const std::int64_t all = past_runs(action).count + scheduled;
        scheduled > 0 && all > *action.runs->max)
      look.report(look.at(action, action.schedule),
                  {{"{0} {0#run|runs} done or scheduled, more than the maximum of {1}",
                    "{0} {0#passage fait ou prévu|passages faits ou prévus}, plus que le maximum de {1}"},
                   {all, *action.runs->max}},
                  {{"raise max, or schedule fewer", "relevez max, ou prévoyez-en moins"}});
    for (const auto* few : {&action.runs->min, &action.runs->done})
      if (*few && **few > *action.runs->max)
        look.report(look.at(*action.runs, *few),
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
          look.at(*action.runs, action.runs->done),
          {{"{0} {0#run|runs} done, but results tell of {1}",
            "{0} {0#passage fait|passages faits}, mais les résultats en comptent {1}"},
           {*action.runs->done, told}},
          {{"count the runs of the results in done: what was spent and what decays follow from it",
            "comptez dans faits les passages des résultats : ce qui est dépensé et ce qui s'essouffle en "
            "dépendent"}});
  });
}

/// What is promised of an action that cannot run any more counts in no outlook.
void promises(const Look& look) {
  const auto to_come = runs_to_come(look);
  each_action(look, [&](const Action& action) {
    const bool has_ended = action.end && *action.end <= look.today;
    const std::int64_t least = (action.runs ? action.runs->min.value_or(0) : 0) - past_runs(action).count;
    // Of one that has ended, the schedule is judged by its months.
    const std::int64_t scheduled = has_ended ? 0 : to_come[place_of(look, action)];
    const std::int64_t left = std::max(least, scheduled);
    if (left <= 0 || !(has_ended || action.status == Status::stopped))
      return;
    look.report(
        least >= scheduled ? look.at(*action.runs, action.runs->min) : look.at(action, action.schedule),
        {has_ended ? Text{"{0} {0#run|runs} more {0#is|are} promised of an action that has ended",
                          "{0} {0#passage|passages} de plus {0#est promis|sont promis} d'une action qui "
                          "a pris fin"}
                   : Text{"{0} {0#run|runs} more {0#is|are} promised of an action that is stopped",
                          "{0} {0#passage|passages} de plus {0#est promis|sont promis} d'une action "
                          "arrêtée"},
         {left}},
        {{"lower min to the runs done and empty the schedule, or take the action up again",
          "ramenez min aux passages faits et videz le calendrier, ou reprenez l'action"}});
  });
}

/// What schedules still promise within a term, setting up with the first run.
Spent scheduled_within(const Look& look, const BudgetTerm& term) {
  Spent all;
  const std::vector<CommittedRuns> runs = scheduled_runs(look.strategy, look.today);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Action& action = look.strategy.actions[runs[i].action];
    const auto cost = run_cost(action);
    if (action.status == Status::stopped || !cost ||
        !holds(term, runs[i].month.first, last_day(runs[i].month)))
      continue;
    const bool is_first = i == 0 || runs[i - 1].action != runs[i].action;
    all += taken_by(runs[i].runs, *cost, is_first && past_runs(action).count == 0);
  }
  return all;
}

/// Runs that are promised, and what was spent before them.
struct Commitment {
  Spent before, promised;

  void add(const Spent& done, const Spent& more) {
    before += done;
    promised += more;
  }
  [[nodiscard]] double money() const { return before.money + promised.money; }
  [[nodiscard]] double days() const { return before.days + promised.days; }
  [[nodiscard]] bool is_beyond_money(const std::optional<double>& limit) const {
    return promised.money > 0 && beyond(money(), limit) > 0;
  }
  [[nodiscard]] bool is_beyond_days(const std::optional<double>& limit) const {
    return promised.days > 0 && beyond(days(), limit) > 0;
  }
};

/// What was spent of credits is no promise: without any, they are for another rule.
void promises_in_terms(const Look& look, const Phrase& help) {
  const Budget& means = *look.strategy.budget;
  for (const BudgetTerm& term : means.terms) {
    if (!term.origin.sound || term.until < look.today)
      continue;
    const Commitment all{spent_within(look.strategy, term, look.today), scheduled_within(look, term)};
    if (all.is_beyond_money(term.money))
      look.report(
          look.at(term, term.money),
          {{"from {2} to {3}, runs done and promised cost {0}, out of {1}",
            "du {2} au {3}, les passages faits et promis engagent {0}, sur {1}"},
           {Money{all.money(), means.currency}, Money{*term.money, means.currency}, term.from, term.until}},
          help);
    if (all.is_beyond_days(term.days))
      look.report(look.at(term, term.days),
                  {{"from {2} to {3}, runs done and promised take {0} {0#person-day|person-days}, out of {1}",
                    "du {2} au {3}, les passages faits et promis engagent {0} "
                    "{0#jour-personne|jours-personne}, sur {1}"},
                   {all.days(), *term.days, term.from, term.until}},
                  help);
  }
}

/// Of the budget, or of one of its terms.
template <class Means>
void spent_beyond(const Look& look, const Means& means, const Spent& beyond, const Words& when) {
  const std::string& currency = look.strategy.budget->currency;
  const Phrase help{{"raise the means, or mend what results say was taken",
                     "augmentez les moyens, ou corrigez ce que les résultats disent avoir pris"}};
  if (beyond.money > 0)
    look.report(look.at(means, means.money),
                {{"{2}{0} was spent, out of {1}", "{2}{0} dépensés, sur {1}"},
                 {Money{*means.money + beyond.money, currency}, Money{*means.money, currency}, when}},
                help);
  if (beyond.days > 0)
    look.report(look.at(means, means.days),
                {{"{2}{0} {0#person-day was|person-days were} spent, out of {1}",
                  "{2}{0} {0#jour-personne dépensé|jours-personne dépensés}, sur {1}"},
                 {*means.days + beyond.days, *means.days, when}},
                help);
}

void spending(const Look& look) {
  if (!look.strategy.budget || !look.strategy.budget->origin.sound)
    return;
  for (const Overspent& one : overspent(look.strategy, look.today))
    if (one.term == nullptr)
      spent_beyond(look, *look.strategy.budget, one.beyond, {});
    else
      spent_beyond(
          look, *one.term, one.beyond,
          Phrase{{"from {0} to {1}, ", "du {0} au {1}, "}, {one.term->from, one.term->until}}.words());
}

/// What is promised of an action beyond its runs done: its schedule, or what its least number asks for.
Spent promised_of(const Action& action, std::int64_t scheduled) {
  const PastRuns past = past_runs(action);
  const std::int64_t least = action.runs ? action.runs->min.value_or(0) : 0;
  const auto cost = run_cost(action);
  const std::int64_t left = std::max(scheduled, least - past.count);
  return left > 0 && cost ? taken_by(left, *cost, past.count == 0) : Spent{};
}

Words runs_promised(double before) {
  return before > 0 ? Words{"runs done and promised", "les passages faits et promis"}
                    : Words{"runs that are promised", "les passages promis"};
}
Phrase days_beyond(const Commitment& all, double limit) {
  return {{"{2} take {0} {0#person-day|person-days}, out of {1}",
           "{2} engagent {0} {0#jour-personne|jours-personne}, sur {1}"},
          {all.days(), limit, runs_promised(all.before.days)}};
}

/// Days of the team: nothing where someone's are not known.
std::optional<double> days_of_team(const Strategy& strategy) {
  double team = 0;
  for (const Member& member : strategy.team) {
    if (!member.days)
      return std::nullopt;
    team += *member.days;
  }
  return strategy.team.empty() ? std::nullopt : std::optional(team);
}

void budget(const Look& look) {
  const Strategy& strategy = look.strategy;
  Commitment all, of_team; // who is named for nothing has no limit
  const auto to_come = runs_to_come(look);
  for (std::size_t i = 0; i < strategy.actions.size(); ++i) {
    const Action& action = strategy.actions[i];
    const Spent done = past_runs(action).all;
    const Spent more = action.status == Status::stopped ? Spent{} : promised_of(action, to_come[i]);
    all.add(done, more);
    if (owner_of(strategy, action) != nullptr)
      of_team.add(done, more);
  }
  const Phrase help{
      {"promise fewer runs, or raise the means", "promettez moins de passages, ou augmentez les moyens"}};
  if (strategy.budget && strategy.budget->origin.sound) {
    const Budget& means = *strategy.budget;
    if (all.is_beyond_money(means.money))
      look.report(look.at(means, means.money),
                  {{"{2} cost {0}, out of {1}", "{2} engagent {0}, sur {1}"},
                   {Money{all.money(), means.currency}, Money{*means.money, means.currency},
                    runs_promised(all.before.money)}},
                  help);
    if (all.is_beyond_days(means.days))
      look.report(look.at(means, means.days), days_beyond(all, *means.days), help);
    promises_in_terms(look, help);
  }
  if (const auto team = days_of_team(strategy); of_team.is_beyond_days(team))
    look.report(look.at(strategy, strategy.team), days_beyond(of_team, *team), help);
}
} // namespace

std::span<const Rule> run_rules() {
  static constexpr Rule all[] = {
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
      {{.name = "commitment-too-late",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"runs are promised that cannot be done any more",
                    "des passages sont promis qui ne peuvent plus se faire"},
        .why = {"outlooks as committed do not count on them, whoever was promised them does",
                "les perspectives n'y comptent pas, ceux à qui ils sont promis, si"},
        .bad =
            R"({"actions": [{"id": "webinars", "start": "@-90", "end": "@-30", "runs": {"min": 4, "done": 1, "max": 6}}]})"},
       promises},
      {{.name = "commitment-beyond-budget",
        .severity = Severity::error,
        .step = 4,
        .summary = {"committed runs cost more than the means",
                    "les passages promis coûtent plus que les moyens"},
        .why = {"promises beyond the means are broken late",
                "des promesses au-delà des moyens se rompent tard"},
        .bad = R"({"budget": {"money": 300}, "actions": [{"id": "webinars", "runs": {"min": 2}}]})"},
       budget},
      {{.name = "budget-overspent",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"more was spent than the budget, or than the credits of a term",
                    "plus est dépensé que le budget, ou que les crédits d'un exercice"},
        .why = {"what is beyond must be found elsewhere, and no plan has a run more that costs",
                "ce qui dépasse est à trouver ailleurs, et aucun plan n'a plus de passage qui coûte"},
        .bad =
            R"({"budget": {"terms": [{"from": "@-90", "until": "@400", "money": 100}]}, "actions": [{"id": "webinars", "runs": {"done": 2}, "results": [{"date": "@-30", "runs": 2, "money": 400, "effect": 20}]}]})"},
       spending},
  };
  return all;
}

} // namespace deploy_plan::rules

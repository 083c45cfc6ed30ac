// Step 4: who answers for actions, and whether they have the days.
#include "deploy_plan/effect.hpp"
#include "deploy_plan/workload.hpp"
#include "rules/rule.hpp"
#include "text/number.hpp"
#include <cmath>
#include <unordered_map>

namespace deploy_plan::rules {
namespace {

/// The members of the team by name, as owners are found: the first of a name.
using MembersByName = std::unordered_map<std::string, const Member*>;
MembersByName members_of(const Strategy& strategy) {
  MembersByName all;
  for (const Member& member : strategy.team)
    all.emplace(text::fold(member.name), &member);
  return all;
}
const Member* member_named(const MembersByName& members, const std::string& name) {
  const auto found = name.empty() ? members.end() : members.find(text::fold(name));
  return found == members.end() ? nullptr : found->second;
}

void known_owners(const Look& look) {
  const MembersByName members = members_of(look.strategy);
  if (members.empty())
    return;
  std::vector<std::string_view> names;
  for (const Member& member : look.strategy.team)
    names.push_back(member.name);
  const text::Names team(names);
  each_active_action(look, [&](const Action& action) {
    if (action.owner.empty() || member_named(members, action.owner) != nullptr)
      return;
    const std::string_view near =
        look.is_full() ? std::string_view() : team.nearest(action.owner, look.hints());
    look.report(look.at(action, action.owner),
                {{"{0} is nobody of the team", "{0} n'est personne de l'équipe"}, {action.owner}},
                text::suggestion(near, {{"name someone of the team, or add them to it with their days",
                                         "nommez quelqu'un de l'équipe, ou ajoutez cette personne avec ses "
                                         "jours"}}));
  });
}

void owners_with_days(const Look& look) {
  const MembersByName members = members_of(look.strategy);
  each_active_action(look, [&](const Action& action) {
    const Member* const owner = member_named(members, action.owner);
    const auto cost = run_cost(action);
    if (owner == nullptr || owner->days != 0.0 || !cost || cost->days <= 0)
      return;
    look.report(look.at(action, action.owner),
                {{"a run takes {0} {0#person-day|person-days}, and {1} has none to give",
                  "un passage prend {0} {0#jour-personne|jours-personne}, et {1} n'en a aucun à donner"},
                 {cost->days, owner->name}},
                {{"give the action to someone else, or say how many days they have",
                  "confiez l'action à quelqu'un d'autre, ou dites combien de jours cette personne a"}},
                {{look.place(look.at(*owner, owner->days)), {{"no day here", "aucun jour ici"}}}});
  });
}

double to_a_tenth(double days) { return std::round(days * 10) / 10; }

/// Where runs of a member's actions are scheduled in a month.
std::vector<Related> scheduled_in(const Look& look, const std::string& owner, Month month) {
  constexpr std::size_t most = 5;
  std::vector<Related> places;
  each_active_action(look, [&](const Action& action) {
    if (text::fold(action.owner) != owner)
      return;
    for (const ScheduledRuns& one : action.schedule)
      if (one.month == month && one.runs > 0 && places.size() < most)
        places.push_back(
            {look.place(look.at(one, one.month)),
             {{"{0} {0#run|runs} of {1}", "{0} {0#passage|passages} de {1}"}, {one.runs, action.id}}});
  });
  return places;
}

/// Whole months are compared, lest a month that nears its end look overloaded.
void load_within_capacity(const Look& look) {
  if (!look.strategy.period.origin.sound)
    return;
  const MembersByName members = members_of(look.strategy);
  for (const MemberLoad& load : committed_load(look.strategy, month_of(look.today).first)) {
    const MonthLoad* worst = nullptr;
    std::int64_t others = -1;
    for (const MonthLoad& month : load.months)
      if (month.is_over()) {
        ++others;
        if (worst == nullptr || month.load - *month.capacity > worst->load - *worst->capacity)
          worst = &month;
      }
    const Member* const member = member_named(members, load.member);
    if (worst == nullptr || member == nullptr || member->days == 0.0) // which is said already
      continue;
    look.report(
        look.at(*member, member->days),
        {others > 0
             ? Text{"{0} has {1} {1#person-day|person-days} to give in {2}, and schedules ask for {3}; in "
                    "{4} other {4#month|months} they ask too much as well",
                    "{0} a {1} {1#jour-personne|jours-personne} à donner en {2}, et les calendriers en "
                    "demandent {3} ; {4} autre{4#|s} mois en {4#demande|demandent} trop aussi"}
             : Text{"{0} has {1} {1#person-day|person-days} to give in {2}, and schedules ask for {3}",
                    "{0} a {1} {1#jour-personne|jours-personne} à donner en {2}, et les calendriers en "
                    "demandent {3}"},
         {load.member, to_a_tenth(*worst->capacity), worst->month, to_a_tenth(worst->load), others}},
        {{"move runs to another month, or give actions to someone else",
          "déplacez des passages vers un autre mois, ou confiez des actions à quelqu'un d'autre"}},
        look.is_full() ? std::vector<Related>() : scheduled_in(look, text::fold(load.member), worst->month));
  }
}
} // namespace

std::span<const Rule> owner_rules() {
  static constexpr Rule all[] = {
      {{.name = "owner-unknown",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"who answers for an action is nobody of the team",
                    "qui répond d'une action n'est personne de l'équipe"},
        .why = {"a plan then takes their days for unlimited", "un plan tient alors ses jours pour illimités"},
        .bad = R"({"actions": [{"id": "webinars", "owner": "Deployement || Deploiment"}]})",
        .good = R"({"actions": [{"id": "webinars", "owner": "DEPLOYMENT || DEPLOIEMENT"}]})"},
       known_owners},
      {{.name = "owner-without-days",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"who answers for an action that takes days has none to give",
                    "qui répond d'une action qui prend des jours n'en a aucun à donner"},
        .why = {"no plan can give the action a single run",
                "aucun plan ne peut donner à l'action un seul passage"},
        .bad =
            R"({"team": [{"name": "Deployment || Déploiement", "axes": ["adoption", "retention"], "days": 0}], "actions": [{"id": "webinars", "owner": "Deployment || Déploiement"}]})"},
       owners_with_days},
      {{.name = "load-beyond-capacity",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"schedules ask more of someone in a month than they can give",
                    "les calendriers demandent à quelqu'un, un mois, plus qu'il ne peut donner"},
        .why = {"what nobody has the time for slips, and what waits for it slips with it",
                "ce que nul n'a le temps de faire glisse, et ce qui l'attend glisse avec"},
        .bad =
            R"({"actions": [{"id": "webinars", "owner": "Deployment || Déploiement", "schedule": [{"month": "@45m", "runs": 9}]}]})",
        .good =
            R"({"actions": [{"id": "webinars", "owner": "Deployment || Déploiement", "schedule": [{"month": "@45m", "runs": 4}]}]})"},
       load_within_capacity},
  };
  return all;
}

} // namespace deploy_plan::rules

// When a plan does what, and for whom that is how much work; described.
#include "answers/plan.hpp"

namespace deploy_plan::answers {
namespace {

struct ToldMonth {
  std::string month; ///< "2026-03"
  Map<std::int64_t> runs;
};
/// Parts of a plan with the plan that they are of.
struct ToldLoad {
  const Plan* plan;
  const MemberLoad* load;
};
struct ToldMove {
  const Plan* plan;
  const MovedRuns* move;
};
} // namespace

template <>
const Record& description<ToldMonth>();
template <>
const Record& description<ToldLoad>();
template <>
const Record& description<MonthLoad>();
template <>
const Record& description<ToldMove>();
template <>
const Record& description<PlanFloor>();

namespace {

constexpr Member schedule_members[] = {
    figure<&PlannedRuns::from>(
        {{"from", "du"},
         {"can be done from", "faisable du"},
         {"the first day on which they can be done", "le premier jour où ils peuvent se faire"},
         Kind::date}),
    figure<&PlannedRuns::until>({{"until", "au"},
                                 {"can be done until", "faisable jusqu'au"},
                                 {"the last one", "le dernier"},
                                 Kind::date}),
    figure<&PlannedRuns::first>({{"first", "premier"},
                                 {"day of the first", "jour du premier"},
                                 {"that is planned", "prévu"},
                                 Kind::date}),
    figure<&PlannedRuns::last>(
        {{"last", "dernier"},
         {"day of the last", "jour du dernier"},
         {"the others are planned evenly between", "les autres sont prévus régulièrement entre les deux"},
         Kind::date}),
    figure<&PlannedRuns::runs>({{"runs", "passages"}, {"runs to do", "passages à faire"}, {}, Kind::count}),
    computed({{"segment", "segment"}, {"segment", "segment"}, {"null where none is said", "null sinon"}},
             [](const PlannedRuns& runs) { return unless_empty(runs.segment); }),
    figure<&PlannedRuns::is_test>(
        {{"is_test", "est_un_test"},
         {"is a test", "est un test"},
         {"what is tried before it is decided to go on", "ce qui s'essaie avant de décider de poursuivre"},
         Kind::flag}),
};

constexpr Member month_members[] = {
    figure<&ToldMonth::month>({{"month", "mois"}, {"month", "mois"}}),
    detail(figure<&ToldMonth::runs>(
        {{"runs", "passages"}, {"runs of each action", "passages de chaque action"}, {}, Kind::count})),
};

constexpr Member strategy_of_load_members[] = {
    computed({{"strategy", "stratégie"}, {"strategy", "stratégie"}, {"of a portfolio", "d'un portefeuille"}},
             [](const ToldLoad& told) { return told.plan->strategies[told.load->strategy]; }),
};
constexpr Record strategy_of_load{{"of strategy", "de stratégie"}, {}, strategy_of_load_members};
constexpr Member load_members[] = {
    computed({{"member", "membre"}, {"member", "membre"}, {"of the team", "de l'équipe"}},
             [](const ToldLoad& told) { return told.load->member; }),
    spread_where(strategy_of_load,
                 [](const ToldLoad& told) { return told.plan->strategies.size() > 1 ? &told : nullptr; }),
    computed({{"months", "mois"}, {"month by month", "mois par mois"}},
             [](const ToldLoad& told) -> const std::vector<MonthLoad>& { return told.load->months; }),
};
constexpr Member setup_members[] = {
    computed({{"month", "mois"}, {"month", "mois"}},
             [](const PlannedSetup& setup) { return month_key(setup.month.first); }),
    detail(figure<&PlannedSetup::days>({{"days", "jours"},
                                        {"person-days of setting up", "jours-personne de mise en place"},
                                        {},
                                        Kind::person_days})),
};
constexpr Member month_load_members[] = {
    computed({{"month", "mois"}, {"month", "mois"}},
             [](const MonthLoad& load) { return month_key(load.month.first); }),
    detail(figure<&MonthLoad::capacity>({{"capacity", "disponible"},
                                         {"person-days that can be given", "jours-personne disponibles"},
                                         {"from the day on, less days away; null for no limit",
                                          "à partir de ce jour, absences déduites ; null si rien ne limite"},
                                         Kind::person_days})),
    detail(figure<&MonthLoad::load>({{"load", "charge"},
                                     {"person-days planned", "jours-personne prévus"},
                                     {"of runs, setup included", "des passages, mise en place comprise"},
                                     Kind::person_days})),
};

constexpr Member move_members[] = {
    computed({{"action", "action"}, {"action", "action"}},
             [](const ToldMove& told) { return told.plan->actions[told.move->action].id; }),
    computed({{"segment", "segment"}, {"segment", "segment"}, {"null where none is said", "null sinon"}},
             [](const ToldMove& told) { return unless_empty(told.move->segment); }),
    computed({{"runs", "passages"}, {"runs", "passages"}, {}, Kind::count},
             [](const ToldMove& told) { return told.move->runs; }),
    computed({{"from", "de"}, {"scheduled for", "prévus en"}, {"a month", "un mois"}},
             [](const ToldMove& told) { return month_key(told.move->from); }),
    computed({{"to", "à"},
              {"now in", "désormais en"},
              {"a month; null where they are given up", "un mois ; null quand on y renonce"}},
             [](const ToldMove& told) {
               return told.move->to ? std::optional(month_key(*told.move->to)) : std::nullopt;
             }),
    computed({{"why", "pourquoi"}, {"why", "pourquoi"}}, [](const ToldMove& told) { return told.move->why; }),
};

constexpr Member floor_members[] = {
    computed({{"segment", "segment"}, {"segment", "segment"}},
             [](const PlanFloor& floor) -> const std::string& { return floor.floor.segment; }),
    given(computed({{"share", "part"},
                    {"least share", "part minimale"},
                    {"of what all runs bring to what is planned for, before any ceiling",
                     "de ce que tous les passages apportent à ce qui est planifié, avant tout plafond"},
                    Kind::share},
                   [](const PlanFloor& floor) { return floor.floor.share; })),
    figure<&PlanFloor::reached>(
        {{"reached", "atteinte"}, {"share in this plan", "part dans ce plan"}, {}, Kind::share}),
    figure<&PlanFloor::price>({{"price", "prix"},
                               {"price of the floor", "prix du plancher"},
                               {"how much less the plan's value is for it, or its full cost dearer, where it "
                                "is to reach; null where "
                                "that was not worked out",
                                "ce que le plan vaut de moins à cause de lui, ou son coût complet de plus, "
                                "s'il s'agit d'atteindre ; "
                                "null quand ce n'a pas été calculé"},
                               Kind::number}),
};

std::vector<ToldMonth> months_of(const Plan& plan) {
  std::vector<ToldMonth> all;
  const PlanCalendar months = calendar(plan);
  for (const PlannedMonth& month : months.months) {
    ToldMonth told{month_key(month.first), {}};
    for (std::size_t i = 0; i < month.runs.size(); ++i)
      if (month.runs[i] > 0)
        told.runs.emplace_back(plan.actions[months.actions[i]].id, month.runs[i]);
    all.push_back(std::move(told));
  }
  return all;
}

/// Days that were never set are of a plan that was not found.
std::optional<Date> unless_unset(Date day) { return day == Date{} ? std::nullopt : std::optional(day); }

constexpr Member plan_time_members[] = {
    figure<&Plan::step>({{"step", "pas"},
                         {"step", "pas"},
                         {"the parts of the time that runs are planned in",
                          "les parties du temps où se planifient les passages"}}),
    computed({{"from", "début"},
              {"planned from", "planifié du"},
              {"the first day", "le premier jour"},
              Kind::date},
             [](const Plan& plan) { return unless_unset(plan.from); }),
    computed({{"until", "fin"},
              {"planned until", "planifié jusqu'au"},
              {"the last day", "le dernier jour"},
              Kind::date},
             [](const Plan& plan) { return unless_unset(plan.until); }),
    computed({{"calendar", "calendrier"}, {"month by month", "mois par mois"}},
             [](const Plan& plan) { return months_of(plan); }),
    computed({{"load", "charge"},
              {"load by person and month", "charge par personne et par mois"},
              {"of those who answer for an action", "de qui répond d'une action"}},
             [](const Plan& plan) {
               std::vector<ToldLoad> all;
               for (const MemberLoad& load : plan.load)
                 all.push_back({&plan, &load});
               return all;
             }),
    computed({{"moved", "déplacés"},
              {"what moved", "ce qui a bougé"},
              {"of a plan that keeps its schedules", "d'un plan qui garde ses calendriers"}},
             [](const Plan& plan) {
               std::vector<ToldMove> all;
               for (const MovedRuns& move : plan.moved)
                 all.push_back({&plan, &move});
               return all;
             }),
    figure<&Plan::floors>({{"floors", "planchers"},
                           {"floors", "planchers"},
                           {"least shares for segments, and what they come to",
                            "parts minimales de segments, et ce qu'elles donnent"}}),
};
} // namespace

template <>
const Record& description<PlannedRuns>() {
  static constexpr Record record{{"planned runs", "passages planifiés"}, {}, schedule_members};
  return record;
}
template <>
const Record& description<ToldMonth>() {
  static constexpr Record record{{"month", "mois"}, {}, month_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldLoad>() {
  static constexpr Record record{{"load", "charge"}, {}, load_members, {}, 0};
  return record;
}
template <>
const Record& description<PlannedSetup>() {
  static constexpr Record record{{"setting up", "mise en place"}, {}, setup_members, {}, 0};
  return record;
}
template <>
const Record& description<MonthLoad>() {
  static constexpr Record record{{"load of a month", "charge d'un mois"}, {}, month_load_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldMove>() {
  static constexpr Record record{{"move", "déplacement"}, {}, move_members};
  return record;
}
template <>
const Record& description<PlanFloor>() {
  static constexpr Record record{{"floor", "plancher"}, {}, floor_members, {}, 0};
  return record;
}

constexpr Record plan_time{{"plan in time", "plan dans le temps"}, {}, plan_time_members};

} // namespace deploy_plan::answers

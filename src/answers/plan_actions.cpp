// The actions and the objectives of a plan, described.
#include "answers/outlook.hpp"
#include "answers/plan.hpp"

namespace deploy_plan::answers {
namespace {

constexpr Member of_strategy_members[] = {
    computed({{"strategy", "stratégie"}, {"strategy", "stratégie"}, {"of a portfolio", "d'un portefeuille"}},
             [](const ToldAction& told) { return told.plan->strategies[told.action->strategy]; }),
};
constexpr Record of_strategy{{"of strategy", "de stratégie"}, {}, of_strategy_members};

/// What a test of an action comes to, beside the plan whose value it moves.
struct ToldRunsChange {
  std::string id;
  std::int64_t from = 0, to = 0;
};
struct ToldTest {
  const Plan* plan;
  const PlannedTest* test;
  std::vector<ToldRunsChange> changes;
};
} // namespace

template <>
const Record& description<ToldRunsChange>();
template <>
const Record& description<ToldTest>();
template <>
const Record& description<SegmentRuns>();

namespace {

constexpr Member runs_change_members[] = {
    figure<&ToldRunsChange::id>({{"id", "id"}, {"action", "action"}}),
    detail(figure<&ToldRunsChange::from>(
        {{"from", "de"}, {"runs where it is adopted", "passages s'il est adopté"}, {}, Kind::count})),
    detail(figure<&ToldRunsChange::to>(
        {{"to", "à"}, {"runs where it is dropped", "passages s'il est abandonné"}, {}, Kind::count})),
};
constexpr Member test_members[] = {
    computed({{"protocol", "protocole"}, {"protocol", "protocole"}},
             [](const ToldTest& told) { return told.test->protocol; }),
    computed({{"under_way", "en_cours"},
              {"under way", "en cours"},
              {"else its first run is the test", "sinon son premier passage est le test"},
              Kind::flag},
             [](const ToldTest& told) { return told.test->is_under_way; }),
    computed({{"decision", "décision"},
              {"decided on", "décidé le"},
              {"the first day on which it can be; other runs come after",
               "le premier jour où ce peut l'être ; les autres passages viennent après"},
              Kind::date},
             [](const ToldTest& told) { return told.test->decision; }),
    computed({{"if_adopted", "si_adopté"},
              {"value of the plan if it is adopted", "valeur du plan s'il est adopté"},
              {"null where that was not worked out", "null quand ce n'a pas été calculé"},
              Kind::measure,
              Better::more},
             [](const ToldTest& told) { return told.test->if_adopted; }),
    computed({{"if_dropped", "si_abandonné"},
              {"value of the plan if it is dropped", "valeur du plan s'il est abandonné"},
              {"from its decision on, the best with what is left: what comes before is the same; null where "
               "that was not worked out",
               "dès sa décision, le mieux avec ce qui reste : ce qui vient avant est le même ; null quand ce "
               "n'a pas été calculé"},
              Kind::measure,
              Better::more},
             [](const ToldTest& told) { return told.test->if_dropped; }),
    computed({{"changes", "changements"},
              {"what changes if it is dropped", "ce qui change s'il est abandonné"},
              {"runs of other actions", "les passages d'autres actions"}},
             [](const ToldTest& told) { return told.changes; }),
};
constexpr Member segment_runs_members[] = {
    figure<&SegmentRuns::segment>({{"id", "id"}, {"segment", "segment"}}),
    figure<&SegmentRuns::runs>({{"runs", "passages"}, {"runs to do", "passages à faire"}, {}, Kind::count}),
    detail(figure<&SegmentRuns::value>({{"value", "valeur"},
                                        {"what its runs there add", "ce qu'y ajoutent ses passages"},
                                        {},
                                        Kind::measure})),
    detail(figure<&SegmentRuns::basis>(
        {{"basis", "base"}, {"basis", "base"}, {"measured or assumed", "mesuré ou supposé"}, Kind::name})),
};

std::optional<ToldTest> test_of(const ToldAction& told) {
  if (!told.action->test)
    return std::nullopt;
  ToldTest test{told.plan, &*told.action->test, {}};
  for (const RunsChange& change : test.test->changes)
    test.changes.push_back({told.plan->actions[change.action].id, change.from, change.to});
  return test;
}

constexpr Member runs_members[] = {
    figure<&PlannedAction::runs>({{"runs", "passages"}, {"runs to do", "passages à faire"}, {}, Kind::count}),
    detail(figure<&PlannedAction::done>(
        {{"done", "faits"}, {"runs done", "passages faits"}, {"before", "avant"}, Kind::count})),
    figure<&PlannedAction::value>(
        {{"value", "valeur"},
         {"what its runs add", "ce qu'ajoutent ses passages"},
         {"to their own objective, before any ceiling", "à leur propre objectif, avant tout plafond"},
         Kind::measure}),
    figure<&PlannedAction::basis>(
        {{"basis", "base"}, {"basis", "base"}, {"measured or assumed", "mesuré ou supposé"}, Kind::name}),
    figure<&PlannedAction::too_narrow>(
        {{"too_narrow", "trop_étroit"},
         {"interval likely too narrow", "intervalle sans doute trop étroit"},
         {"its effect rests on an interval given as `effect`, and of those of this file too few held",
          "son effet repose sur un intervalle donné comme `effet`, et ceux de ce fichier ont trop peu tenu"},
         Kind::flag}),
    detail(figure<&PlannedAction::money>(
        {{"money", "argent"},
         {"money", "argent"},
         {"of these runs, setup included", "de ces passages, mise en place comprise"},
         Kind::money})),
    detail(figure<&PlannedAction::days>(
        {{"days", "jours"},
         {"person-days", "jours-personne"},
         {"of these runs, setup included", "de ces passages, mise en place comprise"},
         Kind::person_days})),
    figure<&PlannedAction::full_cost>({{"full_cost", "coût_complet"},
                                       {"full cost", "coût complet"},
                                       {"money + days × day rate", "argent + jours × coût du jour"},
                                       Kind::money}),
    figure<&PlannedAction::reason>({{"reason", "raison"}, {"why", "pourquoi"}, {}, Kind::name}),
    computed({{"because_of", "à_cause_de"},
              {"because of", "à cause de"},
              {"the action that excludes, dominates or is required",
               "l'action qui exclut, domine ou est nécessaire"}},
             [](const PlannedAction& action) { return unless_empty(action.because_of); }),
    detail(figure<&PlannedAction::next_gain>(
        {{"next_value", "apport_suivant"},
         {"what one run more would add", "ce qu'ajouterait un passage de plus"},
         {},
         Kind::measure})),
    detail(figure<&PlannedAction::next_cost>(
        {{"next_full_cost", "coût_suivant"},
         {"what one run more would cost", "ce que coûterait un passage de plus"},
         {},
         Kind::money})),
};
constexpr Record runs_record{{"runs", "passages"}, {}, runs_members};

constexpr Member told_action_members[] = {
    computed({{"id", "id"}, {"action", "action"}}, [](const ToldAction& told) { return told.action->id; }),
    spread_where(of_strategy,
                 [](const ToldAction& told) { return told.plan->strategies.size() > 1 ? &told : nullptr; }),
    computed({{"objective", "objectif"}, {"objective", "objectif"}},
             [](const ToldAction& told) { return unless_empty(told.action->objective); }),
    computed({{"owner", "responsable"},
              {"who does it", "qui le fait"},
              {"null where nobody is named", "null quand personne n'est nommé"}},
             [](const ToldAction& told) { return unless_empty(told.action->owner); }),
    spread(runs_record, [](const ToldAction& told) -> const PlannedAction& { return *told.action; }),
    computed({{"schedule", "calendrier"},
              {"when its runs are done", "quand se font ses passages"},
              {"in the order of time: a part of it, and one segment, each",
               "dans l'ordre du temps : une partie du temps et un segment chacun"}},
             [](const ToldAction& told) -> const std::vector<PlannedRuns>& { return told.action->schedule; }),
    computed({{"setup", "mise_en_place"},
              {"setting up", "mise en place"},
              {"days that beginning takes, in the months until the first run",
               "jours que prend le démarrage, dans les mois jusqu'au premier passage"}},
             [](const ToldAction& told) -> const std::vector<PlannedSetup>& { return told.action->setup; }),
    computed({{"segments", "segments"},
              {"runs by segment", "passages par segment"},
              {"of one that can be run in several", "d'une action qui peut passer dans plusieurs"}},
             [](const ToldAction& told) -> const std::vector<SegmentRuns>& { return told.action->segments; }),
    computed({{"test", "test"},
              {"its test", "son test"},
              {"of one that is tested first; else null", "d'une action testée d'abord ; sinon null"}},
             [](const ToldAction& told) { return test_of(told); }),
};

constexpr Member gain_members[] = {
    figure<&ObjectiveGain::id>({{"id", "id"}, {"objective", "objectif"}}),
    figure<&ObjectiveGain::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    given(figure<&ObjectiveGain::is_wanted>(
        {{"wanted", "visé"},
         {"planned for", "planifié"},
         {"else it gains what passes to it", "sinon il gagne ce qui en passe"},
         Kind::flag})),
    detail(figure<&ObjectiveGain::by>(
        {{"by", "échéance"}, {"day of the target", "échéance de la cible"}, {}, Kind::date})),
    figure<&ObjectiveGain::gain>({{"gain", "gain"},
                                  {"gain of these actions alone", "gain de ces seules actions"},
                                  {"towards its target, beside what comes by itself",
                                   "vers sa cible, en plus de ce qui vient de soi-même"},
                                  Kind::measure,
                                  Better::more}),
    detail(figure<&ObjectiveGain::median>(
        {{"median", "médiane"},
         {"gain of these actions alone, median", "gain de ces seules actions, médiane"},
         {},
         Kind::measure})),
    detail(figure<&ObjectiveGain::low>(
        {{"low", "bas"},
         {"gain of these actions alone, at least", "gain de ces seules actions, au moins"},
         {"of a 90 % interval", "d'un intervalle à 90 %"},
         Kind::measure})),
    detail(figure<&ObjectiveGain::high>(
        {{"high", "haut"},
         {"gain of these actions alone, at most", "gain de ces seules actions, au plus"},
         {"of a 90 % interval", "d'un intervalle à 90 %"},
         Kind::measure})),
    given(figure<&ObjectiveGain::organic>(
        {{"organic", "spontané"},
         {"what comes by itself", "ce qui vient de soi-même"},
         {"by its day, whatever is run: median, towards its target; null where no trend can be told",
          "à son échéance, quoi qu'on fasse : médiane, vers sa cible ; null quand aucune tendance ne se dit"},
         Kind::measure})),
    computed({{"as_committed", "engagements_tenus"},
              {"as committed", "engagements tenus"},
              {"what may come of it with the runs that are promised, without this plan; as gap tells it",
               "ce qu'il peut en advenir avec les passages promis, sans ce plan ; comme le dit gap"}},
             [](const ObjectiveGain& objective) {
               return told_future<Future::as_committed, Compared::given>(objective.as_committed);
             }),
    computed({{"outlook", "perspective"},
              {"with the plan", "avec le plan"},
              {"what may come of it with this plan; null where it is not observed",
               "ce qu'il peut en advenir avec ce plan ; null là où il n'est pas relevé"}},
             [](const ObjectiveGain& objective) {
               return told_future<Future::with_plan, Compared::given>(objective.outlook);
             }),
    figure<&ObjectiveGain::needed>(
        {{"needed", "requis"}, {"still needed", "encore requis"}, {}, Kind::measure}),
    detail(computed({{"closed", "comblé"},
                     {"share of what is needed that the plan brings", "part du requis qu'apporte le plan"},
                     {"gain / needed", "gain / requis"},
                     Kind::share,
                     Better::more},
                    [](const ObjectiveGain& objective) { return objective.closed(); })),
    given(figure<&ObjectiveGain::ceiling>(
        {{"ceiling", "plafond"},
         {"ceiling", "plafond"},
         {"what the market can still absorb", "ce que le marché peut encore absorber"},
         Kind::measure})),
};

} // namespace

template <>
const Record& description<ToldRunsChange>() {
  static constexpr Record record{
      {"change of runs", "changement de passages"}, {}, runs_change_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldTest>() {
  static constexpr Record record{{"planned test", "test planifié"},
                                 {},
                                 test_members,
                                 {},
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const ToldTest& told, const Context&) {
                                   return Context{told.plan->unit, told.plan->is_rate, told.plan->currency};
                                 })};
  return record;
}
template <>
const Record& description<SegmentRuns>() {
  static constexpr Record record{
      {"segment runs", "passages d'un segment"},
      {},
      segment_runs_members,
      {},
      0,
      title([](const SegmentRuns& runs) { return named(runs.name, runs.segment); })};
  return record;
}
template <>
const Record& description<ToldAction>() {
  static constexpr Record record{
      {"planned action", "action planifiée"},
      {},
      told_action_members,
      {},
      0,
      title([](const ToldAction& told) { return named(told.action->name, told.action->id); }),
      counted_in([](const ToldAction& told, const Context& around) {
        return Context{"", told.action->is_rate, around.currency};
      })};
  return record;
}
template <>
const Record& description<ObjectiveGain>() {
  static constexpr Record record{
      {"objective gain", "gain d'un objectif"},
      {},
      gain_members,
      {},
      0,
      title([](const ObjectiveGain& objective) { return named(objective.name, objective.id); }),
      counted_in([](const ObjectiveGain& objective, const Context& around) {
        return Context{objective.unit, objective.is_rate, around.currency, around.draws};
      })};
  return record;
}
} // namespace deploy_plan::answers

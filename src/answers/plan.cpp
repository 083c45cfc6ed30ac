// The best plan, described.
#include "answers/plan.hpp"

namespace deploy_plan::answers {
namespace {

struct ToldMarket {
  const Plan* plan;
  const UncountedMarket* market;
};
struct ToldDropped {
  const Plan* plan;
  const DroppedAction* action;
};
struct ToldInput {
  std::string id;
  double correlation;
};
struct ToldSimulation {
  const SimulatedPlan* simulated;
  std::vector<ToldInput> inputs;
};
} // namespace

template <>
const Record& description<ToldInput>();
template <>
const Record& description<ToldSimulation>();
template <>
const Record& description<BrokenFunnel>();
template <>
const Record& description<ToldMarket>();
template <>
const Record& description<ToldDropped>();
template <>
const Record& description<FrontierPoint>();
template <>
const Record& description<TermUse>();
template <>
const Record& description<TestValues>();

namespace {

/// What one of the two budgets is called.
struct BudgetWords {
  Text limit, spent_before, used, left, binds;
};
constexpr BudgetWords money_words{
    .limit = {"limit of money", "limite d'argent"},
    .spent_before = {"money spent before", "argent dépensé avant"},
    .used = {"money used by the plan", "argent employé par le plan"},
    .left = {"money that the plan leaves", "argent que laisse le plan"},
    .binds = {"limit of money reached", "limite d'argent atteinte"},
};
constexpr BudgetWords days_words{
    .limit = {"limit of person-days", "limite de jours-personne"},
    .spent_before = {"person-days spent before", "jours-personne dépensés avant"},
    .used = {"person-days used by the plan", "jours-personne employés par le plan"},
    .left = {"person-days that the plan leaves", "jours-personne que laisse le plan"},
    .binds = {"limit of person-days reached", "limite de jours-personne atteinte"},
};
template <const BudgetWords& words, Kind kind>
constexpr Member budget_members[] = {
    given(figure<&BudgetUse::limit>({{"limit", "limite"}, words.limit, {}, kind})),
    figure<&BudgetUse::spent_before>(
        {{"spent_before", "dépensé_avant"},
         words.spent_before,
         {"by runs done, setting up included", "par les passages faits, mise en place comprise"},
         kind}),
    given(figure<&BudgetUse::used>({{"used", "employé"}, words.used, {}, kind})),
    computed({{"left", "reste"}, words.left, {}, kind},
             [](const BudgetUse& budget) { return budget.left(); }),
    figure<&BudgetUse::binds>({{"binds", "limitant"},
                               words.binds,
                               {"for want of it a run is left out that would add something",
                                "faute de quoi un passage qui apporterait quelque chose est écarté"},
                               Kind::flag}),
};
template <const BudgetWords& words, Kind kind>
constexpr Record budget_use{{"budget use", "emploi du budget"}, {}, budget_members<words, kind>};

constexpr Member money_members[] = {
    spread(budget_use<money_words, Kind::money>,
           [](const Plan& plan) -> const BudgetUse& { return plan.money_budget; }),
};
constexpr Record money_record{{"money", "argent"}, {}, money_members};
constexpr Member days_members[] = {
    spread(budget_use<days_words, Kind::person_days>,
           [](const Plan& plan) -> const BudgetUse& { return plan.days_budget; }),
};
constexpr Record days_record{{"person-days", "jours-personne"}, {}, days_members};
constexpr Member term_money_members[] = {
    spread(budget_use<money_words, Kind::money>,
           [](const TermUse& term) -> const BudgetUse& { return term.money; }),
    computed({{"undated", "sans_date"},
              {"money spent on days that are not known", "argent dépensé à des jours inconnus"},
              {"by runs done without results, in this time or not: beside what was spent before",
               "par des passages sans résultat, dans ce temps ou non : en plus de ce qui est dépensé avant"},
              Kind::money},
             [](const TermUse& term) { return term.undated.money; }),
};
constexpr Record term_money_record{{"money", "argent"}, {}, term_money_members};
constexpr Member term_days_members[] = {
    spread(budget_use<days_words, Kind::person_days>,
           [](const TermUse& term) -> const BudgetUse& { return term.days; }),
    computed(
        {{"undated", "sans_date"},
         {"person-days spent on days that are not known", "jours-personne dépensés à des jours inconnus"},
         {"likewise", "de même"},
         Kind::person_days},
        [](const TermUse& term) { return term.undated.days; }),
};
constexpr Record term_days_record{{"person-days", "jours-personne"}, {}, term_days_members};
constexpr Member term_members[] = {
    figure<&TermUse::from>({{"from", "du"}, {"from", "du"}, {}, Kind::date}),
    figure<&TermUse::until>({{"until", "au"}, {"until", "au"}, {}, Kind::date}),
    group({{"money", "argent"}, {"money", "argent"}}, term_money_record),
    group({{"days", "jours"}, {"person-days", "jours-personne"}}, term_days_record),
};
constexpr Member budget_group_members[] = {
    group({{"money", "argent"}, {"money", "argent"}}, money_record),
    group({{"days", "jours"}, {"person-days", "jours-personne"}}, days_record),
};
constexpr Record budget_group{{"budget", "budget"}, {}, budget_group_members};

constexpr Member broken_members[] = {
    figure<&BrokenFunnel::from>({{"from", "de"}, {"from", "de"}}),
    figure<&BrokenFunnel::to>({{"to", "à"}, {"to", "à"}}),
    figure<&BrokenFunnel::why>({{"why", "pourquoi"}, {"why", "pourquoi"}}),
};
constexpr Member uncounted_members[] = {
    computed({{"strategy", "stratégie"}, {"strategy", "stratégie"}},
             [](const ToldMarket& told) { return told.plan->strategies[told.market->strategy]; }),
    computed(
        {{"segment", "segment"}, {"segment", "segment"}, {"else the whole market", "sinon tout le marché"}},
        [](const ToldMarket& told) { return unless_empty(told.market->segment); }),
    computed({{"addressed", "adressé"}, {"addressed market", "marché adressé"}, {}, Kind::count},
             [](const ToldMarket& told) { return told.market->addressed; }),
};
constexpr Member dropped_members[] = {
    computed({{"strategy", "stratégie"}, {"strategy", "stratégie"}},
             [](const ToldDropped& told) { return told.plan->strategies[told.action->strategy]; }),
    computed({{"action", "action"}, {"action", "action"}},
             [](const ToldDropped& told) { return told.action->id; }),
};
constexpr Member frontier_members[] = {
    figure<&FrontierPoint::full_cost>(
        {{"full_cost", "coût_complet"}, {"full cost", "coût complet"}, {}, Kind::money}),
    figure<&FrontierPoint::value>({{"value", "valeur"}, {"value", "valeur"}, {}, Kind::number}),
    figure<&FrontierPoint::per_cost>(
        {{"per_cost", "par_coût"},
         {"value by unit of cost", "valeur par unité de coût"},
         {"what it brings more than the point before, for one unit of full cost more",
          "ce qu'il apporte de plus que le point précédent, pour une unité de coût complet de plus"},
         Kind::number}),
};
constexpr Member marginal_members[] = {
    detail(figure<&Plan::marginal_money>({{"money", "argent"},
                                          {"value of one more of money", "valeur d'un de plus en argent"},
                                          {},
                                          Kind::measure})),
    detail(figure<&Plan::marginal_days>(
        {{"days", "jours"}, {"value of one more day", "valeur d'un jour de plus"}, {}, Kind::measure})),
};
constexpr Record marginal_record{{"marginal values", "valeurs marginales"},
                                 {"runs taken as divisible", "les passages pris comme divisibles"},
                                 marginal_members};
constexpr Member input_members[] = {
    figure<&ToldInput::id>({{"id", "id"}, {"action", "action"}}),
    detail(figure<&ToldInput::correlation>(
        {{"correlation", "corrélation"},
         {"rank correlation with the value", "corrélation de rang avec la valeur"},
         {"Spearman's", "de Spearman"},
         Kind::number})),
};
constexpr Member simulated_members[] = {
    detail(computed({{"draws", "tirages"}, {"draws", "tirages"}, {}, Kind::count},
                    [](const ToldSimulation& told) { return told.simulated->draws; })),
    computed({{"seed", "graine"}, {"seed", "graine"}, {"of the random numbers", "des nombres au hasard"}},
             [](const ToldSimulation& told) { return told.simulated->seed; }),
    computed({{"median", "médiane"},
              {"value of the plan, median", "valeur du plan, médiane"},
              {},
              Kind::measure,
              Better::more},
             [](const ToldSimulation& told) { return told.simulated->median; }),
    computed({{"low", "bas"},
              {"value of the plan, at least", "valeur du plan, au moins"},
              {"of a 90 % interval", "d'un intervalle à 90 %"},
              Kind::measure},
             [](const ToldSimulation& told) { return told.simulated->low; }),
    computed({{"high", "haut"},
              {"value of the plan, at most", "valeur du plan, au plus"},
              {"of a 90 % interval", "d'un intervalle à 90 %"},
              Kind::measure},
             [](const ToldSimulation& told) { return told.simulated->high; }),
    computed(
        {{"probability", "probabilité"},
         {"probability of all that is planned for", "probabilité de tout ce qui est planifié"},
         {"that every objective planned for meets its target; null where the outlook of one cannot be told",
          "que chaque objectif planifié atteigne sa cible ; null quand la perspective de l'un ne se dit pas"},
         Kind::probability,
         Better::more},
        [](const ToldSimulation& told) { return told.simulated->probability; }),
    computed(
        {{"probability_alone", "probabilité_seules"},
         {"probability that these actions alone are enough", "probabilité que ces seules actions suffisent"},
         {"where the outlook of one cannot be told: that these actions alone bring what it still needs",
          "quand la perspective d'un objectif ne se dit pas : que ces seules actions apportent ce qui lui "
          "manque"},
         Kind::probability,
         Better::more},
        [](const ToldSimulation& told) { return told.simulated->probability_alone; }),
    figure<&ToldSimulation::inputs>(
        {{"inputs", "entrées"}, {"what moves the value", "ce qui fait bouger la valeur"}}),
};

std::optional<double> where_known(const Plan& plan, double value) {
  return plan.status == PlanStatus::infeasible ? std::nullopt : std::optional(value);
}

std::optional<ToldSimulation> simulation_of(const Plan& plan) {
  if (!plan.simulated)
    return std::nullopt;
  ToldSimulation told{&*plan.simulated, {}};
  for (const PlanInput& input : plan.simulated->inputs)
    told.inputs.push_back({plan.actions[input.action].id, input.correlation});
  return told;
}

constexpr Member plan_members[] = {
    figure<&Plan::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    computed({{"strategy", "stratégie"},
              {"strategy", "stratégie"},
              {"several, of a portfolio", "plusieurs, d'un portefeuille"}},
             [](const Plan& plan) { return OneOrMore<std::string>{plan.strategies}; }),
    figure<&Plan::status>({{"status", "statut"}, {"status of the plan", "statut du plan"}, {}, Kind::word}),
    figure<&Plan::goal>({{"goal", "but"}, {"goal", "but"}}),
    computed({{"unit", "unité"},
              {"unit", "unité"},
              {"of the value; null for a portfolio, whose value is a sum of shares of gaps closed",
               "de la valeur ; null pour un portefeuille, dont la valeur est une somme de parts d'écarts "
               "comblées"}},
             [](const Plan& plan) { return unless_empty(plan.unit); }),
    computed(
        {{"value", "valeur"},
         {"value of the plan", "valeur du plan"},
         {"of one objective, what it gains; of several, the sum of the gains, as shares of what is needed",
          "d'un objectif, ce qu'il gagne ; de plusieurs, la somme des gains, en parts de ce qu'il faut"},
         Kind::measure,
         Better::more},
        [](const Plan& plan) { return where_known(plan, plan.value); }),
    computed({{"money", "argent"}, {"money of the plan", "argent du plan"}, {}, Kind::money},
             [](const Plan& plan) { return where_known(plan, plan.money); }),
    computed(
        {{"days", "jours"}, {"person-days of the plan", "jours-personne du plan"}, {}, Kind::person_days},
        [](const Plan& plan) { return where_known(plan, plan.days); }),
    computed({{"full_cost", "coût_complet"},
              {"full cost of the plan", "coût complet du plan"},
              {},
              Kind::money,
              Better::less},
             [](const Plan& plan) { return where_known(plan, plan.full_cost); }),
    detail(computed({{"gap", "écart"},
                     {"proven within", "prouvé à"},
                     {"relative, of the value to the best that was not excluded",
                      "relatif, de la valeur à la meilleure qui n'est pas exclue"},
                     Kind::share},
                    [](const Plan& plan) { return where_known(plan, plan.gap); })),
    group({{"budget", "budget"}, {"budget", "budget"}}, budget_group),
    computed({{"terms", "exercices"},
              {"credits by term", "crédits par exercice"},
              {"means that are given for a time, and end with it",
               "les moyens donnés pour un temps, et qui finissent avec lui"}},
             [](const Plan& plan) -> const std::vector<TermUse>& { return plan.terms; }),
    computed({{"actions", "actions"}, {"actions", "actions"}},
             [](const Plan& plan) {
               std::vector<ToldAction> all;
               for (const PlannedAction& action : plan.actions)
                 all.push_back({&plan, &action});
               return all;
             }),
    figure<&Plan::objectives>({{"objectives", "objectifs"}, {"objectives", "objectifs"}}),
    computed({{"conflicts", "conflits"},
              {"conflicts", "conflits"},
              {"of an infeasible plan: a smallest set that cannot hold together",
               "d'un plan infaisable : un plus petit ensemble qui ne tient pas ensemble"}},
             [](const Plan& plan) { return limit_names(plan.conflicts); }),
    figure<&Plan::unfinished>({{"unfinished", "inachevé"},
                               {"left open", "laissé ouvert"},
                               {"what the time given or a search of bounded length did not settle",
                                "ce que le temps donné, ou une recherche bornée, n'a pas tranché"}}),
    figure<&Plan::broken>({{"unmeasured_conversions", "conversions_non_mesurées"},
                           {"conversions that are not measured", "conversions non mesurées"},
                           {"effects do not pass them", "les effets ne les passent pas"}}),
    computed({{"uncounted_markets", "marchés_non_comptés"},
              {"markets that nobody counted", "marchés que personne n'a comptés"},
              {"all that is addressed is taken for what can be gained",
               "tout ce qui est adressé y compte comme à gagner"}},
             [](const Plan& plan) {
               std::vector<ToldMarket> all;
               for (const UncountedMarket& market : plan.uncounted)
                 all.push_back({&plan, &market});
               return all;
             }),
    computed({{"dropped", "abandonnées"},
              {"actions left out as their tests say to drop them",
               "actions écartées parce que leur test dit de les abandonner"},
              {"unless runs of them are promised", "sauf celles dont des passages sont promis"}},
             [](const Plan& plan) {
               std::vector<ToldDropped> all;
               for (const DroppedAction& action : plan.dropped)
                 all.push_back({&plan, &action});
               return all;
             }),
    detail(
        figure<&Plan::frontier>({{"frontier", "frontière"}, {"reach against cost", "apport selon le coût"}})),
    group({{"marginal", "marginal"}, {"value of one more", "valeur d'un de plus"}}, marginal_record),
    spread(plan_time, [](const Plan& plan) -> const Plan& { return plan; }),
    computed({{"simulated", "simulé"}, {"over the draws", "sur les tirages"}},
             [](const Plan& plan) { return simulation_of(plan); }),
    figure<&Plan::tests>(
        {{"test_next", "test_suivant"},
         {"what to test first", "quoi tester d'abord"},
         {"what tests are worth before the plan is followed; null where that was not asked for",
          "ce que valent des tests avant de suivre le plan ; null quand ce n'est pas demandé"}}),
};
} // namespace

template <>
const Record& description<ToldInput>() {
  static constexpr Record record{{"input", "entrée"}, {}, input_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldSimulation>() {
  static constexpr Record record{{"simulation", "simulation"}, {}, simulated_members};
  return record;
}
template <>
const Record& description<BrokenFunnel>() {
  static constexpr Record record{{"unmeasured conversion", "conversion non mesurée"}, {}, broken_members};
  return record;
}
template <>
const Record& description<ToldMarket>() {
  static constexpr Record record{{"uncounted market", "marché non compté"}, {}, uncounted_members};
  return record;
}
template <>
const Record& description<ToldDropped>() {
  static constexpr Record record{{"dropped action", "action abandonnée"}, {}, dropped_members};
  return record;
}
template <>
const Record& description<FrontierPoint>() {
  static constexpr Record record{{"frontier point", "point de la frontière"}, {}, frontier_members};
  return record;
}
template <>
const Record& description<TermUse>() {
  static constexpr Record record{{"credits of a term", "crédits d'un exercice"}, {}, term_members, {}, 0};
  return record;
}
template <>
const Record& description<Plan>() {
  static constexpr Record record{
      {"plan", "plan"},
      {},
      plan_members,
      "deploy-plan/plan@1",
      std::nullopt,
      nullptr,
      counted_in([](const Plan& plan, const Context&) {
        return Context{plan.unit, plan.is_rate, plan.currency, plan.simulated ? plan.simulated->draws : 0};
      })};
  return record;
}

std::vector<std::string> limit_names(std::span<const PlanLimit> limits) {
  std::vector<std::string> all;
  for (const PlanLimit& limit : limits)
    all.push_back(limit.words.in(Language::english));
  return all;
}

} // namespace deploy_plan::answers

// What tests are worth, described.
#include "deploy_plan/test_value.hpp"
#include "answers/description.hpp"

namespace deploy_plan::answers {
namespace {

/// A set of tests, up to its last.
struct ToldTestStep {
  const ActionTestValue* action = nullptr;
  double net = 0;
};

std::vector<ToldTestStep> test_steps_of(const TestValues& values) {
  std::vector<ToldTestStep> all;
  for (std::size_t i = 0; i < values.order.size(); ++i)
    all.push_back({&values.actions[values.order[i]], values.order_values[i]});
  return all;
}
} // namespace

template <>
const Record& description<TestOption>();
template <>
const Record& description<ActionTestValue>();
template <>
const Record& description<ConversionValue>();
template <>
const Record& description<ToldTestStep>();
template <>
const Record& description<TestValues>();

namespace {

constexpr Text drawn_error{"by Monte Carlo; 0 where the value is exact",
                           "par Monte-Carlo ; 0 quand la valeur est exacte"};

constexpr Member offered_test_members[] = {
    figure<&TestOption::protocol>({{"protocol", "protocole"}, {"protocol", "protocole"}}),
    figure<&TestOption::unit>({{"unit", "unité"},
                               {"size counts", "la taille compte"},
                               {"what the size counts", "ce que compte la taille"}}),
    figure<&TestOption::size>(
        {{"size", "taille"},
         {"size of the test", "taille du test"},
         {"in all, beyond what was tried so far", "en tout, au-delà de ce qui a été essayé"},
         Kind::number}),
    figure<&TestOption::runs>({{"runs", "passages"},
                               {"runs of the action", "passages de l'action"},
                               {"that it takes; a part of one where a run reaches more",
                                "qu'il prend ; une partie d'un seul quand un passage touche davantage"},
                               Kind::number}),
    figure<&TestOption::evsi>(
        {{"evsi", "evsi"},
         {"value of what it shows", "valeur de ce qu'il montre"},
         {"expected value of sample information: what choosing after it brings more than "
          "choosing now",
          "valeur espérée de l'information du test : ce qu'apporte de plus de choisir "
          "après lui plutôt que maintenant"},
         Kind::measure,
         Better::more}),
    detail(figure<&TestOption::standard_error>(
        {{"standard_error", "erreur_type"}, {"standard error", "erreur type"}, drawn_error, Kind::measure})),
    figure<&TestOption::cost>(
        {{"cost", "coût"},
         {"cost of its means", "coût de ses moyens"},
         {"what the money and the days would have brought in the best plan; 0 where that "
          "runs as much of the action anyway",
          "ce que l'argent et les jours auraient apporté dans le meilleur plan ; 0 quand "
          "il fait de toute façon autant de passages de l'action"},
         Kind::measure,
         Better::less}),
    figure<&TestOption::money>(
        {{"money", "argent"}, {"money of the test", "argent du test"}, {}, Kind::money}),
    figure<&TestOption::days>(
        {{"days", "jours"}, {"person-days of the test", "jours-personne du test"}, {}, Kind::person_days}),
    figure<&TestOption::net>({{"net", "net"},
                              {"net value of the test", "valeur nette du test"},
                              {"evsi less cost", "evsi moins coût"},
                              Kind::measure,
                              Better::more}),
    figure<&TestOption::known>({{"known", "connu_le"},
                                {"known on", "connu le"},
                                {"the day on which its last run has its effect, at the action's pace",
                                 "le jour où son dernier passage a son effet, au rythme de l'action"},
                                Kind::date}),
};

constexpr Member valued_action_members[] = {
    figure<&ActionTestValue::id>({{"id", "id"}, {"action", "action"}}),
    computed({{"strategy", "stratégie"},
              {"strategy", "stratégie"},
              {"its name, in a portfolio", "son nom, dans un portefeuille"}},
             [](const ActionTestValue& action) { return unless_empty(action.strategy); }),
    figure<&ActionTestValue::evppi>(
        {{"evppi", "evppi"},
         {"value of knowing its effect", "valeur de connaître son effet"},
         {"expected value of perfect information on its mean effect: no test of it can be worth more",
          "valeur espérée de l'information parfaite sur son effet moyen : aucun test ne peut valoir plus"},
         Kind::measure}),
    detail(figure<&ActionTestValue::standard_error>(
        {{"standard_error", "erreur_type"}, {"standard error", "erreur type"}, drawn_error, Kind::measure})),
    figure<&ActionTestValue::tests>({{"tests", "tests"},
                                     {"tests", "tests"},
                                     {"of the sizes that can be run, the smallest first; none where nothing "
                                      "that they show would change the "
                                      "plan",
                                      "des tailles possibles, la plus petite d'abord ; aucun quand rien de "
                                      "ce qu'ils montrent ne changerait le "
                                      "plan"}}),
    computed({{"best", "meilleur"},
              {"best test", "meilleur test"},
              {"the one of the largest net value; null where none is above 0",
               "celui de la plus grande valeur nette ; null quand aucune ne dépasse 0"}},
             [](const ActionTestValue& action) {
               return action.best ? std::optional(action.tests[*action.best]) : std::nullopt;
             }),
};

constexpr Member valued_conversion_members[] = {
    figure<&ConversionValue::id>(
        {{"id", "id"}, {"objective", "objectif"}, {"that it leads to", "vers lequel elle mène"}}),
    computed({{"strategy", "stratégie"}, {"strategy", "stratégie"}},
             [](const ConversionValue& one) { return unless_empty(one.strategy); }),
    figure<&ConversionValue::evppi>({{"evppi", "evppi"},
                                     {"value of knowing the conversion", "valeur de connaître la conversion"},
                                     {"from the stage above", "depuis l'étape d'avant"},
                                     Kind::measure}),
    detail(figure<&ConversionValue::standard_error>(
        {{"standard_error", "erreur_type"}, {"standard error", "erreur type"}, drawn_error, Kind::measure})),
};

constexpr Member test_step_members[] = {
    computed({{"id", "id"}, {"action", "action"}}, [](const ToldTestStep& step) { return step.action->id; }),
    computed({{"strategy", "stratégie"}, {"strategy", "stratégie"}},
             [](const ToldTestStep& step) { return unless_empty(step.action->strategy); }),
    figure<&ToldTestStep::net>(
        {{"net", "net"},
         {"net value up to this test", "valeur nette jusqu'à ce test"},
         {"of this test and those before it together", "de ce test et de ceux d'avant, ensemble"},
         Kind::measure,
         Better::more}),
};

constexpr Member test_values_members[] = {
    computed({{"objective", "objectif"},
              {"objective", "objectif"},
              {"planned for; null for a portfolio", "pour lequel on planifie ; null pour un portefeuille"}},
             [](const TestValues& values) { return unless_empty(values.objective); }),
    computed({{"unit", "unité"},
              {"unit", "unité"},
              {"of the values: the objective's, else money where its `worth` is given; null for a portfolio, "
               "whose "
               "values are shares of gaps closed",
               "des valeurs : celle de l'objectif, ou de l'argent si sa `valeur_unitaire` est donnée ; null "
               "pour un "
               "portefeuille, dont les valeurs sont des parts d'écarts comblées"}},
             [](const TestValues& values) {
               return values.worth
                          ? std::optional<std::string>(values.currency.empty() ? "EUR" : values.currency)
                      : values.unit.empty() ? std::nullopt
                                            : std::optional(values.unit);
             }),
    figure<&TestValues::worth>({{"worth", "valeur_unitaire"},
                                {"worth of one unit", "valeur d'une unité"},
                                {"as the file gives it; values are then in money",
                                 "comme le fichier la donne ; les valeurs sont alors en argent"},
                                Kind::money}),
    detail(figure<&TestValues::draws>({{"draws", "tirages"}, {"draws", "tirages"}, {}, Kind::count})),
    figure<&TestValues::seed>(
        {{"seed", "graine"}, {"seed", "graine"}, {"of the random numbers", "des nombres au hasard"}}),
    detail(counting("plan",
                    figure<&TestValues::candidates>(
                        {{"candidates", "candidats"},
                         {"plans to choose among", "plans entre lesquels choisir"},
                         {"that are the best in some draws", "qui sont les meilleurs dans certains tirages"},
                         Kind::count}))),
    figure<&TestValues::value>({{"value", "valeur"},
                                {"expected value without any test", "valeur espérée sans aucun test"},
                                {"of the best plan, over the draws", "du meilleur plan, sur les tirages"},
                                Kind::measure}),
    figure<&TestValues::evpi>({{"evpi", "evpi"},
                               {"value of knowing everything", "valeur de tout savoir"},
                               {"expected value of perfect information: what choosing the plan with every "
                                "effect and conversion known "
                                "brings more",
                                "valeur espérée de l'information parfaite : ce qu'apporte de plus de choisir "
                                "le plan en connaissant chaque "
                                "effet et chaque conversion"},
                               Kind::measure}),
    detail(figure<&TestValues::standard_error>(
        {{"standard_error", "erreur_type"}, {"standard error", "erreur type"}, drawn_error, Kind::measure})),
    figure<&TestValues::actions>(
        {{"actions", "actions"},
         {"actions", "actions"},
         {"those whose uncertain effect may count, the most valuable to test first",
          "celles dont l'effet incertain peut compter, la plus utile à tester d'abord"}}),
    figure<&TestValues::conversions>(
        {{"conversions", "conversions"},
         {"conversions", "conversions"},
         {"what passes down the funnel, which no test of an action shows",
          "ce qui passe d'une étape à la suivante, qu'aucun test d'action ne montre"}}),
    computed(
        {{"first", "premier"},
         {"action to test first", "action à tester d'abord"},
         {"its id; null where no test is worth its cost", "son id ; null quand aucun test ne vaut son coût"}},
        [](const TestValues& values) {
          return values.order.empty() ? std::nullopt : std::optional(values.actions[values.order.front()].id);
        }),
    computed({{"order", "ordre"},
              {"tests together", "tests ensemble"},
              {"what to test, in the order that adds most net value",
               "quoi tester, dans l'ordre qui ajoute le plus de valeur nette"}},
             [](const TestValues& values) { return test_steps_of(values); }),
};

constexpr Record test_values_record{
    {"value of tests", "valeur des tests"},
    {},
    test_values_members,
    {},
    std::nullopt,
    nullptr,
    counted_in([](const TestValues& values, const Context&) {
      return values.worth ? Context{values.currency.empty() ? "EUR" : values.currency, false, values.currency,
                                    values.draws}
                          : Context{values.unit, values.is_rate, values.currency, values.draws};
    })};
constexpr Member next_test_members[] = {
    figure<&NextTest::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    computed({{"strategy", "stratégie"},
              {"strategy", "stratégie"},
              {"several, of a portfolio", "plusieurs, d'un portefeuille"}},
             [](const NextTest& next) { return OneOrMore<std::string>{next.strategies}; }),
    spread(test_values_record, [](const NextTest& next) -> const TestValues& { return next.values; }),
};
} // namespace

template <>
const Record& description<TestOption>() {
  static constexpr Record record{{"offered test", "test proposé"}, {}, offered_test_members};
  return record;
}
template <>
const Record& description<ActionTestValue>() {
  static constexpr Record record{
      {"valued action", "action évaluée"},
      {},
      valued_action_members,
      {},
      0,
      title([](const ActionTestValue& action) { return named(action.name, action.id); })};
  return record;
}
template <>
const Record& description<ConversionValue>() {
  static constexpr Record record{{"valued conversion", "conversion évaluée"},
                                 {},
                                 valued_conversion_members,
                                 {},
                                 0,
                                 title([](const ConversionValue& one) { return named(one.name, one.id); })};
  return record;
}
template <>
const Record& description<ToldTestStep>() {
  static constexpr Record record{
      {"test in order", "test dans l'ordre"},
      {},
      test_step_members,
      {},
      0,
      title([](const ToldTestStep& step) { return named(step.action->name, step.action->id); })};
  return record;
}
template <>
const Record& description<TestValues>() {
  return test_values_record;
}
template <>
const Record& description<NextTest>() {
  static constexpr Record record{{"next test", "prochain test"},
                                 {},
                                 next_test_members,
                                 "deploy-plan/test-next@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const NextTest& next, const Context& around) {
                                   return test_values_record.context(&next.values, around);
                                 })};
  return record;
}

} // namespace deploy_plan::answers

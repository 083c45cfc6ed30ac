#include "report/views/trial/test_value_view.hpp"
#include "answers/csv.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"
#include "text/counted.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

/// Rows that are still read.
constexpr std::size_t most_tests_told = 15;
/// Of all that could be known: what would show less has no row.
constexpr double slight = 0.01;

class TestValueView {
public:
  explicit TestValueView(const TestValues& told) : values(told) {}

  Paragraph verdict() const {
    if (values.order.empty())
      return {no_test()};
    const ActionTestValue& action = values.actions[values.order.front()];
    const TestOption& test = told_test(action);
    return {{{"Test {0} first, by {1}: {2}, and can be known by {5}. What it shows is worth {3} on "
              "average, by choosing better after it{4}.",
              "Testez d'abord {0}, par {1} : {2}, et peut être connu le {5}. Ce qu'il montre vaut {3} en "
              "moyenne, en choisissant mieux après{4}."},
             {quoted(name_of_action(action)), size_words(test), means(test), amount(test.evsi),
              net_words(test), test.known}},
            Tone::good};
  }

  Section section() const {
    Section all{"test-next",
                words(Text{"Which test is worth its cost", "Quel test vaut son coût"}),
                false,
                {verdict()}};
    if (values.order.size() > 1)
      all.blocks.emplace_back(next());
    if (std::any_of(values.actions.begin(), values.actions.end(),
                    [](const ActionTestValue& one) { return !one.tests.empty(); }))
      all.blocks.emplace_back(table());
    all.blocks.emplace_back(meaning());
    if (values.evpi > 0)
      if (const auto conversions = conversion_words())
        all.blocks.emplace_back(*conversions);
    if (values.evpi > 0)
      all.blocks.emplace_back(drawn());
    return all;
  }

private:
  const TestValues& values;

  static std::string name_of_action(const ActionTestValue& action) {
    const std::string& name = name_of(action);
    return action.strategy.empty() ? name : name + " — " + action.strategy;
  }

  /// Of an action that is in the order, the best one; else the one that costs least more than it brings.
  static const TestOption& told_test(const ActionTestValue& action) {
    if (action.best)
      return action.tests[*action.best];
    return *std::max_element(action.tests.begin(), action.tests.end(),
                             [](const TestOption& a, const TestOption& b) { return a.net < b.net; });
  }

  Words money_words(double amount) const { return money_cell(amount, values.currency).value->words(); }

  /// A value with its unit.
  Words amount(double value) const {
    if (values.worth)
      return money_words(value);
    if (values.objective.empty())
      return Phrase{{"{0} of a gap closed", "{0} d'un écart comblé"}, {Share{rounded_share(value)}}}.words();
    if (values.is_rate)
      return Phrase{{"{0}", "{0}"}, {figure_of(value, true)}}.words();
    return text::counted_more(shown(value), {values.unit, values.units});
  }
  static double rounded_share(double value) { return std::round(value * 1e4) / 1e4; }
  Cell amount_cell(double value) const {
    if (values.worth)
      return money_cell(value, values.currency);
    if (values.objective.empty())
      return share_cell(rounded_share(value));
    return figure_cell_of(value, values.is_rate);
  }

  static Words size_words(const TestOption& test) {
    constexpr Text of_people[] = {
        {"samples compared ({0} beneficiaries in all)", "échantillons comparés ({0} bénéficiaires en tout)"},
        {"a pilot of {0} beneficiaries", "un pilote de {0} bénéficiaires"},
        {"a sequence ({0} beneficiaries)", "une séquence ({0} bénéficiaires)"},
        {"a comparison of segments ({0} beneficiaries)", "une comparaison de segments ({0} bénéficiaires)"}};
    constexpr Text of_runs[] = {
        {"samples compared over {0} {0#run|runs}", "des échantillons comparés sur {0} {0#passage|passages}"},
        {"a pilot of {0} {0#run|runs}", "un pilote de {0} {0#passage|passages}"},
        {"a sequence of {0} {0#run|runs}", "une séquence de {0} {0#passage|passages}"},
        {"a comparison of segments over {0} {0#run|runs}",
         "une comparaison de segments sur {0} {0#passage|passages}"}};
    const auto place = static_cast<std::size_t>(test.protocol);
    const Text pattern = test.unit == TestUnit::beneficiaries ? of_people[place] : of_runs[place];
    if (test.size == std::floor(test.size) && test.size < 1e15)
      return Phrase{pattern, {static_cast<std::int64_t>(test.size)}}.words();
    return Phrase{pattern, {shown(test.size)}}.words();
  }

  Words means(const TestOption& test) const {
    if (test.money == 0 && test.days == 0)
      return Words{"it takes no money and no days", "il ne prend ni argent ni jours"};
    if (test.days == 0)
      return Phrase{{"it takes {0}", "il prend {0}"}, {money_words(test.money)}}.words();
    if (test.money == 0)
      return Phrase{{"it takes {0} person-{0#day|days}", "il prend {0} {0#jour-personne|jours-personne}"},
                    {shown(test.days)}}
          .words();
    return Phrase{
        {"it takes {0} and {1} person-{1#day|days}", "il prend {0} et {1} {1#jour-personne|jours-personne}"},
        {money_words(test.money), shown(test.days)}}
        .words();
  }

  Words net_words(const TestOption& test) const {
    if (test.cost == 0)
      return Phrase{{"; it takes nothing from the plan, which has its runs or the means left over",
                     " ; il ne prend rien au plan, qui a ses passages ou assez de moyens en reste"}}
          .words();
    return Phrase{{"; {0} once what its means would have brought elsewhere is taken off",
                   " ; {0} une fois retiré ce que ses moyens auraient apporté ailleurs"},
                  {amount(test.net)}}
        .words();
  }

  Phrase no_test() const {
    if (values.actions.empty())
      return words(Text{
          "No test is worth its cost: no effect of the actions that a plan would run is uncertain. Where one "
          "is not sure, give it as an interval.",
          "Aucun test ne vaut son coût : aucun effet des actions qu'un plan ferait n'est incertain. S'il en "
          "est dont on n'est pas sûr, donnez-le par un intervalle."});
    if (!(values.evpi > 0))
      return words(
          Text{"No test is worth its cost: whatever the effects turn out to be, within what is believed of "
               "them, the same plan is the best.",
               "Aucun test ne vaut son coût : quels que soient les effets, dans ce qu'on en croit, le même "
               "plan est le meilleur."});
    return {
        {"No test is worth its cost: knowing everything would bring {0} on average, and each test takes more "
         "than what it shows would bring.",
         "Aucun test ne vaut son coût : tout savoir apporterait {0} en moyenne, et chaque test prend plus "
         "que "
         "n'apporterait ce qu'il montre."},
        {amount(values.evpi)}};
  }

  Paragraph next() const {
    std::string names;
    for (std::size_t i = 1; i < values.order.size(); ++i)
      names += (i > 1 ? ", " : "") + name_of_action(values.actions[values.order[i]]);
    return {{{"Then, where there is time: {0}. Together these tests bring {1}, net.",
              "Ensuite, si le temps le permet : {0}. Ensemble, ces tests apportent {1}, net."},
             {names, amount(values.order_values.back())}}};
  }

  Table table() const {
    Table all{
        words(
            Text{"The best test of each action; what no test could be worth more than stands under “to know "
                 "its effect”",
                 "Le meilleur test de chaque action ; ce qu'aucun test ne peut dépasser est sous « connaître "
                 "son effet »"}),
        {{"action", "action"},
         {"test", "test"},
         {"money", "argent"},
         {"days", "jours"},
         {"known on", "connu le"},
         {"to know its effect", "connaître son effet"},
         {"it shows", "il montre"},
         {"its means", "ses moyens"},
         {"net", "net"}},
        {}};
    for (std::size_t place = 0; place < values.actions.size(); ++place) {
      const ActionTestValue& action = values.actions[place];
      const bool is_chosen =
          action.best || std::find(values.order.begin(), values.order.end(), place) != values.order.end();
      const bool is_slight = action.evppi < slight * values.evpi && !is_chosen;
      if (action.tests.empty() || is_slight || all.rows.size() == most_tests_told)
        continue;
      const TestOption& test = told_test(action);
      all.rows.push_back(
          {text_cell(words(name_of_action(action))), text_cell({{"{0}", "{0}"}, {size_words(test)}}),
           money_cell(test.money, values.currency), number_cell(test.days), date_cell(test.known),
           amount_cell(action.evppi), amount_cell(test.evsi), amount_cell(test.cost), amount_cell(test.net)});
      all.rows.back().back().tone = test.net > 0 ? Tone::good : Tone::plain;
    }
    return all;
  }

  Paragraph meaning() const {
    if (!(values.evpi > 0))
      return {words(
          Text{"A test is worth what choosing the plan after it brings more than choosing now: where it "
               "could not change the plan, it is worth nothing.",
               "Un test vaut ce qu'apporte de plus de choisir le plan après lui plutôt que maintenant : là "
               "où il ne peut changer le plan, il ne vaut rien."})};
    return {{{"A test is worth what choosing the plan after it brings more than choosing now; its means cost "
              "what "
              "they would have brought elsewhere. Knowing every effect would bring {0} on average: no set of "
              "tests "
              "can bring more.",
              "Un test vaut ce qu'apporte de plus de choisir le plan après lui plutôt que maintenant ; ses "
              "moyens "
              "coûtent ce qu'ils auraient apporté ailleurs. Connaître tous les effets apporterait {0} en "
              "moyenne : "
              "aucun ensemble de tests ne peut apporter plus."},
             {amount(values.evpi)}}};
  }

  std::optional<Paragraph> conversion_words() const {
    const auto best = std::max_element(
        values.conversions.begin(), values.conversions.end(),
        [](const ConversionValue& a, const ConversionValue& b) { return a.evppi < b.evppi; });
    if (best == values.conversions.end() || !(best->evppi > 0))
      return std::nullopt;
    return Paragraph{{{"To know better what passes to {0}, which no test of an action shows, is worth {1}.",
                       "Mieux connaître ce qui passe à {0}, qu'aucun test d'action ne montre, vaut {1}."},
                      {quoted(name_of(*best)), amount(best->evppi)}}};
  }

  Paragraph drawn() const {
    return {
        {{"Out of {0} draws, with the seed {1}, among {2} plans that are the best in some of them.",
          "Sur {0} tirages, avec la graine {1}, entre {2} plans qui sont les meilleurs dans certains d'entre "
          "eux."},
         {static_cast<std::int64_t>(values.draws), std::to_string(values.seed),
          static_cast<std::int64_t>(values.candidates)}}};
  }
};
} // namespace

Paragraph first_test(const TestValues& values) { return TestValueView(values).verdict(); }
std::optional<Paragraph> first_runs_as_tests(const TestValues& values) {
  if (!values.order.empty())
    return std::nullopt;
  return Paragraph{words(
      Text{"The first runs that the plan calls tests are part of it and take nothing more: what they bring "
           "is looked at before the action goes on, and should seldom change the plan.",
           "Les premiers passages que le plan appelle tests en font partie et ne prennent rien de plus : ce "
           "qu'ils apportent est regardé avant de poursuivre l'action, et devrait rarement changer le "
           "plan."})};
}
Section test_value_section(const TestValues& values) { return TestValueView(values).section(); }

std::string test_values_csv(const TestValues& values, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect
                ? dialect.row({"stratégie", "action", "evppi", "protocole", "taille", "compte", "passages",
                               "argent", "jours", "evsi", "erreur_type", "coût", "net"})
                : dialect.row({"strategy", "action", "evppi", "protocol", "size", "counts", "runs", "money",
                               "days", "evsi", "standard_error", "cost", "net"});
  const auto number = [&](double value) { return dialect.number(std::optional(value)); };
  for (const ActionTestValue& action : values.actions) {
    const std::string begin[] = {CsvDialect::words(action.strategy), CsvDialect::words(action.id),
                                 number(action.evppi)};
    if (action.tests.empty())
      result += dialect.row({begin[0], begin[1], begin[2], "", "", "", "", "", "", "", "", "", ""});
    for (const TestOption& test : action.tests)
      result += dialect.row({begin[0], begin[1], begin[2], std::string(name_of(test.protocol).en),
                             number(test.size), std::string(name_of(test.unit).en), number(test.runs),
                             number(test.money), number(test.days), number(test.evsi),
                             number(test.standard_error), number(test.cost), number(test.net)});
  }
  return result;
}

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const NextTest& next) {
  if (next.strategies.size() == 1)
    return {{{"{0}, what to test first, as of {1}", "{0}, quel test d'abord, au {1}"},
             {next.strategies.front(), next.as_of}},
            {report::test_value_section(next.values)}};
  return {{{"What to test first in {0} strategies on one budget, as of {1}",
            "Quel test d'abord dans {0} stratégies sur un budget, au {1}"},
           {static_cast<std::int64_t>(next.strategies.size()), next.as_of}},
          {report::test_value_section(next.values)}};
}

} // namespace deploy_plan

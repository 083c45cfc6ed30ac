// What the tests of actions say, described.
#include "answers/answers.hpp"
#include "answers/trial_clusters.hpp"
#include "answers/trial_comparison.hpp"
#include "answers/trial_sequence.hpp"
#include "answers/trial_words.hpp"
#include <cmath>

namespace deploy_plan::answers {
namespace {

/// A comparison with the reading that it is of: it names its arms by place.
struct ToldComparison {
  const AbReading* reading;
  const ReadComparison* comparison;
};

} // namespace

template <>
const Record& description<VerdictCounts>();
template <>
const Record& description<AlwaysValid>();
template <>
const Record& description<ReadArm>();
template <>
const Record& description<ToldComparison>();
template <>
const Record& description<Trial>();

namespace {

template <Verdict verdict>
constexpr Member count_of(Text key, Text name, Text meaning) {
  return counting("test", computed({key, name, meaning, Kind::count, Better::neither, model::at_least(0)},
                                   [](const VerdictCounts& verdicts) { return verdicts.of(verdict); }));
}
constexpr Member verdict_members[] = {
    count_of<Verdict::adopt>({"adopt", "adopter"}, {"tests that say adopt", "tests qui disent d'adopter"},
                             {"it does better", "l'action fait mieux"}),
    count_of<Verdict::drop>(
        {"drop", "abandonner"}, {"tests that say drop", "tests qui disent d'abandonner"},
        {"it does not do better, or not enough", "l'action ne fait pas mieux, ou pas assez"}),
    count_of<Verdict::go_on>({"go_on", "poursuivre"}, {"tests to go on with", "tests à poursuivre"},
                             {"it is too early to tell", "il est trop tôt pour conclure"}),
    count_of<Verdict::cannot_tell>(
        {"cannot_tell", "sans_conclusion"}, {"tests that cannot tell", "tests qui ne peuvent conclure"},
        {"what was done does not tell", "ce qui a été fait ne permet pas de conclure"}),
    count_of<Verdict::not_begun>(
        {"not_begun", "pas_commencé"}, {"tests not begun", "tests pas commencés"},
        {"the start is to come, or nothing was counted", "le début est à venir, ou rien n'a été compté"}),
};

// ---- what several protocols tell
constexpr Line low_line{{"low", "bas"},
                        {"at least", "au moins"},
                        {"low end of the interval at 1 − alpha", "bas de l'intervalle à 1 − alpha"},
                        Kind::share};
constexpr Line high_line{{"high", "haut"},
                         {"at most", "au plus"},
                         {"high end of the interval at 1 − alpha", "haut de l'intervalle à 1 − alpha"},
                         Kind::share};
constexpr Member rates_members[] = {figure<&Interval::low>(low_line), figure<&Interval::high>(high_line)};
constexpr Record rates_record{{"interval of rates", "intervalle de taux"}, {}, rates_members};

constexpr Line open_low_line{{"low", "bas"},
                             {"at least", "au moins"},
                             {"low end of the interval at 1 − alpha; null where nothing bounds it",
                              "bas de l'intervalle à 1 − alpha ; null là où rien ne le borne"},
                             Kind::number};
constexpr Line open_high_line{{"high", "haut"},
                              {"at most", "au plus"},
                              {"high end of the interval at 1 − alpha; null where nothing bounds it",
                               "haut de l'intervalle à 1 − alpha ; null là où rien ne le borne"},
                              Kind::number};
constexpr Member open_members[] = {
    computed(open_low_line, [](const Interval& interval) { return where_bounded(interval.low); }),
    computed(open_high_line, [](const Interval& interval) { return where_bounded(interval.high); }),
};
} // namespace

constinit const Record open_record{
    {"interval that may be open", "intervalle qui peut être ouvert"}, {}, open_members};

namespace {

constexpr Member always_valid_members[] = {
    figure<&AlwaysValid::p_value>(
        {{"p_value", "valeur_p"},
         {"p value, at any time", "valeur p, à tout moment"},
         {"holds however often one looks", "valable quel que soit le nombre de lectures"},
         Kind::probability}),
    spread(open_record, [](const AlwaysValid& one) -> const Interval& { return one.interval; }),
};

constexpr Line exposed_line{{"exposed", "exposés"},
                            {"exposed", "exposés"},
                            {"how many got the action", "combien ont reçu l'action"},
                            Kind::count,
                            Better::neither};
constexpr Line converted_line{
    {"converted", "convertis"},
    {"converted", "convertis"},
    {"how many of them did what was hoped for", "combien ont fait ce qu'on espérait"},
    Kind::count,
    Better::neither};
constexpr Line rate_line{{"rate", "taux"},
                         {"rate", "taux"},
                         {"converted / exposed; where groups are drawn, the mean of theirs",
                          "convertis / exposés ; là où des groupes sont tirés, la moyenne des leurs"},
                         Kind::share,
                         Better::more};
constexpr Line detectable_line{
    {"minimal_detectable_effect", "effet_minimal_détectable"},
    {"smallest effect to be seen", "plus petit effet visible"},
    {"the smallest rise, in rate, that these samples show as often as `power` asks",
     "la plus petite hausse de taux que ces échantillons montrent aussi souvent que le veut `puissance`"},
    Kind::share,
    Better::less};

constexpr Line clusters_line{
    {"clusters", "grappes"},
    {"groups drawn", "groupes tirés"},
    {"null where people were drawn one by one", "null là où des personnes ont été tirées une à une"}};

// ---- samples compared
constexpr Member read_arm_members[] = {
    figure<&ReadArm::name>({{"name", "nom"}, {"arm", "bras"}}),
    computed(exposed_line, [](const ReadArm& arm) { return arm.sample.exposed; }),
    computed(converted_line, [](const ReadArm& arm) { return arm.sample.converted; }),
    computed(
        rate_line,
        [](const ReadArm& arm) { return arm.sample.exposed > 0 ? std::optional(arm.rate()) : std::nullopt; }),
    spread(rates_record, [](const ReadArm& arm) -> const Interval& { return arm.interval; }),
    figure<&ReadArm::needed>({{"needed", "requis"},
                              {"needed in this arm", "requis dans ce bras"},
                              {"to show the smallest effect that counts, min_effect",
                               "pour montrer le plus petit effet qui compte, effet_minimal"},
                              Kind::count,
                              Better::less}),
};

constexpr Member comparison_members[] = {
    computed({{"arm", "bras"}, {"arm", "bras"}},
             [](const ToldComparison& told) { return told.reading->arms[told.comparison->arm].name; }),
    computed({{"against", "contre"}, {"against", "contre"}, {"the reference", "la référence"}},
             [](const ToldComparison& told) { return told.reading->arms.front().name; }),
    computed({{"difference", "différence"},
              {"difference of the rates", "différence des taux"},
              {"the arm's less the reference's", "celui du bras moins celui de la référence"},
              Kind::share,
              Better::more},
             [](const ToldComparison& told) { return told.comparison->difference; }),
    spread(rates_record,
           [](const ToldComparison& told) -> const Interval& { return told.comparison->interval; }),
    computed({{"p_value", "valeur_p"},
              {"p value", "valeur p"},
              {"two-sided: how often chance alone would show as much",
               "bilatérale : combien de fois le hasard seul en montrerait autant"},
              Kind::probability},
             [](const ToldComparison& told) { return told.comparison->p_value; }),
    computed(
        {{"holm_p_value", "valeur_p_holm"},
         {"p value, corrected for several arms", "valeur p, corrigée de plusieurs bras"},
         {"by Holm: as honest when several arms are read", "selon Holm : honnête aussi à plusieurs bras"},
         Kind::probability},
        [](const ToldComparison& told) { return told.comparison->holm_p_value; }),
    computed({{"method", "méthode"}, {"method", "méthode"}, {"of the p value", "de la valeur p"}, Kind::word},
             [](const ToldComparison& told) { return told.comparison->method; }),
    computed({{"degrees", "degrés"},
              {"degrees of freedom", "degrés de liberté"},
              {"groups less 2; null where people were drawn one by one",
               "groupes moins 2 ; null là où des personnes ont été tirées une à une"},
              Kind::count},
             [](const ToldComparison& told) {
               return told.comparison->degrees > 0 ? std::optional(told.comparison->degrees) : std::nullopt;
             }),
    computed({{"probability_better", "probabilité_meilleur"},
              {"probability that the arm is better", "probabilité que le bras soit meilleur"},
              {"that its rate is higher, with uniform priors on both",
               "que son taux soit plus haut, avec des lois a priori uniformes sur les deux"},
              Kind::probability,
              Better::more},
             [](const ToldComparison& told) { return told.comparison->probability_better; }),
    computed({{"always_valid", "à_tout_moment"},
              {"at any time", "à tout moment"},
              {"of the ratio of the rates: what holds however often one looks",
               "du rapport des taux : valable quel que soit le nombre de lectures"}},
             [](const ToldComparison& told) { return told.comparison->always_valid; }),
};

constexpr Member ab_members[] = {
    figure<&AbReading::srm_p_value>(
        {{"srm_p_value", "valeur_p_répartition"},
         {"p value of the split", "valeur p de la répartition"},
         {"that the arms have the sizes planned: chi-square; near 0 they do not",
          "que les bras ont les tailles prévues : chi-deux ; près de 0, ils ne les ont pas"},
         Kind::probability,
         Better::more}),
    figure<&AbReading::arms>({{"arms", "bras"}, {"arms", "bras"}}),
    computed({{"comparisons", "comparaisons"},
              {"comparisons", "comparaisons"},
              {"each arm against the reference, the first", "chaque bras contre la référence, le premier"}},
             [](const AbReading& reading) {
               std::vector<ToldComparison> all;
               for (const ReadComparison& one : reading.comparisons)
                 all.push_back({&reading, &one});
               return all;
             }),
    figure<&AbReading::clusters>(clusters_line),
    figure<&AbReading::detectable>(detectable_line),
    figure<&AbReading::needed_per_arm>({{"needed_per_arm", "requis_par_bras"},
                                        {"needed in the reference", "requis dans la référence"},
                                        {"in all arms, where they are equal", "dans tous, s'ils sont égaux"},
                                        Kind::count,
                                        Better::less}),
    computed({{"best", "meilleur"}, {"arm to adopt", "bras à adopter"}},
             [](const AbReading& reading) {
               return reading.best ? std::optional(reading.arms[*reading.best].name) : std::nullopt;
             }),
};
constexpr Record ab_record{{"samples compared", "échantillons comparés"}, {}, ab_members};

// ---- a pilot
std::optional<double> at_scale(const PilotReading& reading, double rate) {
  return reading.scale_to ? std::optional(reading.expected(rate)) : std::nullopt;
}
constexpr Member scaled_members[] = {
    computed({{"value", "valeur"},
              {"converted, spread wider", "convertis, une fois généralisé"},
              {"rate × scale_to", "taux × généraliser_à"},
              Kind::count,
              Better::more},
             [](const PilotReading& reading) { return at_scale(reading, reading.rate()); }),
    computed({{"low", "bas"},
              {"converted, spread wider, at least", "convertis, une fois généralisé, au moins"},
              {"low × scale_to", "bas × généraliser_à"},
              Kind::count},
             [](const PilotReading& reading) { return at_scale(reading, reading.interval.low); }),
    computed({{"high", "haut"},
              {"converted, spread wider, at most", "convertis, une fois généralisé, au plus"},
              {"high × scale_to", "haut × généraliser_à"},
              Kind::count},
             [](const PilotReading& reading) { return at_scale(reading, reading.interval.high); }),
};
constexpr Record scaled_record{{"expected at scale", "attendu à l'échelle"}, {}, scaled_members};

constexpr Member pilot_members[] = {
    computed(exposed_line, [](const PilotReading& reading) { return reading.sample.exposed; }),
    computed(converted_line, [](const PilotReading& reading) { return reading.sample.converted; }),
    computed(rate_line, [](const PilotReading& reading) { return reading.rate(); }),
    spread(rates_record, [](const PilotReading& reading) -> const Interval& { return reading.interval; }),
    figure<&PilotReading::threshold>(
        {{"threshold", "seuil"},
         {"threshold", "seuil"},
         {"the rate from which it is worth spreading", "le taux à partir duquel il vaut de généraliser"},
         Kind::share}),
    figure<&PilotReading::p_value>({{"p_value", "valeur_p"},
                                    {"p value", "valeur p"},
                                    {"that the rate is above the threshold: exact; of groups, Student's",
                                     "que le taux dépasse le seuil : exacte ; de groupes, de Student"},
                                    Kind::probability}),
    figure<&PilotReading::always_valid>({{"always_valid", "à_tout_moment"},
                                         {"at any time", "à tout moment"},
                                         {"of the rate: what holds however often one looks",
                                          "du taux : valable quel que soit le nombre de lectures"}}),
    figure<&PilotReading::clusters>(clusters_line),
    figure<&PilotReading::detectable>(detectable_line),
    group({{"expected_at_scale", "attendu_à_l_échelle"},
           {"spread wider", "une fois généralisé"},
           {"what the rate would give over scale_to", "ce que donnerait le taux sur généraliser_à"}},
          scaled_record),
    figure<&PilotReading::cost_at_scale>({{"cost_at_scale", "coût_à_l_échelle"},
                                          {"full cost, spread wider", "coût complet, une fois généralisé"},
                                          {"at what the pilot cost for each exposed, setting up apart",
                                           "à ce qu'a coûté le pilote par exposé, hors mise en place"},
                                          Kind::money,
                                          Better::less}),
    figure<&PilotReading::cost_source>({{"cost_source", "source_du_coût"},
                                        {"what that cost is known from", "d'où ce coût est connu"},
                                        {},
                                        Kind::word}),
};
constexpr Record pilot_record{{"pilot", "pilote"}, {}, pilot_members};

// ---- a test, whatever its protocol
constexpr Member trial_members[] = {
    figure<&Trial::action>({{"action", "action"}, {"action", "action"}}),
    figure<&Trial::protocol>({{"protocol", "protocole"}, {"protocol", "protocole"}}),
    figure<&Trial::verdict>({{"verdict", "verdict"}, {"verdict", "verdict"}, {}, Kind::word}),
    figure<&Trial::reason>({{"reason", "raison"},
                            {"what the verdict rests on", "ce sur quoi repose le verdict"},
                            {},
                            Kind::word}),
    computed({{"why", "pourquoi"},
              {"why", "pourquoi"},
              {"in a sentence, in English", "en une phrase, en anglais"}},
             [](const Trial& trial) { return verdict_reason(trial).in(Language::english); }),
    figure<&Trial::alpha>({{"alpha", "alpha"},
                           {"risk of a false alarm", "risque de fausse alerte"},
                           {"of adopting what does nothing, two-sided; as the test says, else 0.05",
                            "d'adopter ce qui ne fait rien, bilatéral ; selon le test, sinon 0,05"},
                           Kind::probability}),
    figure<&Trial::power>({{"power", "puissance"},
                           {"chance to see the effect", "chance de voir l'effet"},
                           {"if it is min_effect; as the test says, else 0.8",
                            "s'il vaut effet_minimal ; selon le test, sinon 0,8"},
                           Kind::probability}),
    figure<&Trial::min_effect>({{"min_effect", "effet_minimal"},
                                {"smallest effect that counts", "plus petit effet qui compte"},
                                {"in rate; of a sequence, relative", "en taux ; d'une séquence, relatif"},
                                Kind::share}),
    figure<&Trial::size>({{"size", "taille"},
                          {"size so far", "taille à ce jour"},
                          {"exposed so far; of a sequence, steps", "exposés à ce jour ; d'une séquence, pas"},
                          Kind::count,
                          Better::more}),
    figure<&Trial::planned>({{"planned_size", "taille_prévue"},
                             {"planned size", "taille prévue"},
                             {"at which it is read once", "à laquelle on le lit une fois"},
                             Kind::count}),
    computed({{"early", "avant_terme"},
              {"read early", "lu avant terme"},
              {"before the planned size", "avant la taille prévue"},
              Kind::flag},
             [](const Trial& trial) { return trial.looks == Looks::early; }),
    figure<&Trial::looks>(
        {{"looks", "lecture"},
         {"when it is read", "quand il est lu"},
         {"but as planned, only figures that hold however often one looks give a verdict",
          "sauf comme prévu, seuls des chiffres valables quel que soit le nombre de lectures "
          "donnent un verdict"},
         Kind::word}),
    figure<&Trial::reserve>({{"reserve", "réserve"},
                             {"reserve", "réserve"},
                             {"why the verdict may say more than the test shows, whatever its figures are",
                              "pourquoi le verdict en dit peut-être plus que le test ne montre, quels que "
                              "soient ses chiffres"},
                             Kind::word}),
    figure<&Trial::go_on_until>({{"go_on_until", "poursuivre_jusqu_à"},
                                 {"size to go on until", "taille jusqu'où poursuivre"},
                                 {"where the verdict is go on", "là où le verdict est de poursuivre"},
                                 Kind::count,
                                 Better::less}),
    figure<&Trial::weeks_left>({{"weeks_left", "semaines_restantes"},
                                {"weeks left", "semaines restantes"},
                                {"at the present pace", "au rythme actuel"},
                                Kind::weeks,
                                Better::less,
                                model::at_least(0)}),
    figure<&Trial::outlasts>(
        {{"outlasts", "déborde"},
         {"end of the period, which comes first", "fin de la période, qui vient avant"},
         {"where it would be over before those weeks are", "là où elle serait finie avant ces semaines"},
         Kind::date}),
    figure<&Trial::market_detectable>(
        {{"market_detectable_effect", "effet_détectable_par_le_marché"},
         {"smallest effect that the whole market shows", "plus petit effet que montre tout le marché"},
         {"where the market holds too few", "là où le marché en compte trop peu"},
         Kind::share,
         Better::less}),
    spread_where(ab_record, [](const Trial& trial) { return std::get_if<AbReading>(&trial.reading); }),
    spread_where(pilot_record, [](const Trial& trial) { return std::get_if<PilotReading>(&trial.reading); }),
    spread_where(sequence_record,
                 [](const Trial& trial) { return std::get_if<SequenceReading>(&trial.reading); }),
    spread_where(compared_record,
                 [](const Trial& trial) { return std::get_if<ComparedReading>(&trial.reading); }),
};

constexpr Member trials_members[] = {
    figure<&StrategyTrials::as_of>({{"as_of", "au"}, {"as of", "au"}, {"the day", "le jour"}, Kind::name}),
    figure<&StrategyTrials::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    computed({{"verdicts", "verdicts"},
              {"verdicts", "verdicts"},
              {"the tests, counted by what they say", "les tests, comptés selon ce qu'ils disent"}},
             [](const StrategyTrials& told) { return count_verdicts(told.trials); }),
    figure<&StrategyTrials::trials>({{"tests", "tests"}, {"tests", "tests"}}),
};
} // namespace

template <>
const Record& description<VerdictCounts>() {
  static constexpr Record record{{"verdicts", "verdicts"}, {}, verdict_members};
  return record;
}
template <>
const Record& description<AlwaysValid>() {
  static constexpr Record record{{"at any time", "à tout moment"}, {}, always_valid_members};
  return record;
}
template <>
const Record& description<ReadArm>() {
  static constexpr Record record{{"arm", "bras"}, {}, read_arm_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldComparison>() {
  static constexpr Record record{{"comparison", "comparaison"}, {}, comparison_members, {}, 0};
  return record;
}
template <>
const Record& description<Trial>() {
  static constexpr Record record{{"test", "test"}, {}, trial_members, {}, 0, title([](const Trial& trial) {
                                   return named(trial.name, trial.action);
                                 })};
  return record;
}
template <>
const Record& description<StrategyTrials>() {
  static constexpr Record record{{"tests", "tests"},
                                 {},
                                 trials_members,
                                 "deploy-plan/test@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const StrategyTrials& told, const Context&) {
                                   return Context{"", false, told.currency};
                                 })};
  return record;
}

} // namespace deploy_plan::answers

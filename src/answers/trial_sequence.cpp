// Tests by sequence, described.
#include "answers/trial_sequence.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<AlwaysValid>();
template <>
const Record& description<ReadStart>();

namespace {

constexpr Member start_members[] = {
    computed({{"action", "action"},
              {"action", "action"},
              {"null where the file does not say", "null là où le fichier ne le dit pas"}},
             [](const ReadStart& start) { return unless_empty(start.action); }),
    figure<&ReadStart::date>({{"date", "date"}, {"start", "début"}}),
    figure<&ReadStart::ratio>(
        {{"ratio", "rapport"},
         {"counts after, as times those before", "comptages d'après, en fois ceux d'avant"},
         {"the trend apart", "tendance mise à part"},
         Kind::number,
         Better::more}),
    spread(open_record, [](const ReadStart& start) -> const Interval& { return start.interval; }),
    figure<&ReadStart::p_value>({{"p_value", "valeur_p"},
                                 {"p value", "valeur p"},
                                 {"two-sided: how often chance alone would show as much",
                                  "bilatérale : combien de fois le hasard seul en montrerait autant"},
                                 Kind::probability}),
    figure<&ReadStart::always_valid>({{"always_valid", "à_tout_moment"},
                                      {"at any time", "à tout moment"},
                                      {"of the ratio: what holds however often one looks",
                                       "du rapport : valable quel que soit le nombre de lectures"}}),
};

std::optional<double> where_fitted(const SequenceReading& reading, double value) {
  return reading.fitted.empty() ? std::nullopt : where_bounded(value);
}
constexpr Member added_members[] = {
    computed(
        {{"value", "valeur"},
         {"added so far", "ajouté à ce jour"},
         {"as explained − had this action not begun", "tel qu'expliqué − si l'action n'avait pas commencé"},
         Kind::number,
         Better::more},
        [](const SequenceReading& reading) { return where_fitted(reading, reading.added); }),
    computed(
        {{"low", "bas"},
         {"added so far, at least", "ajouté à ce jour, au moins"},
         {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
         Kind::number},
        [](const SequenceReading& reading) { return where_fitted(reading, reading.added_interval.low); }),
    computed(
        {{"high", "haut"},
         {"added so far, at most", "ajouté à ce jour, au plus"},
         {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
         Kind::number},
        [](const SequenceReading& reading) { return where_fitted(reading, reading.added_interval.high); }),
};
constexpr Record added_record{{"added", "ajouté"}, {}, added_members};

constexpr Member sequence_members[] = {
    computed(
        {{"starts", "débuts"},
         {"starts", "débuts"},
         {"none where the counts could not be explained", "aucun si les comptages n'ont pu être expliqués"}},
        [](const SequenceReading& reading) {
          const std::span<const ReadStart> all = reading.starts;
          return reading.fitted.empty() ? all.first(0) : all;
        }),
    computed({{"trend", "tendance"},
              {"trend", "tendance"},
              {"ratio of the counts from one step to the next, the starts apart",
               "rapport des comptages d'un pas au suivant, les débuts mis à part"},
              Kind::number},
             [](const SequenceReading& reading) { return where_fitted(reading, reading.trend); }),
    computed({{"dispersion", "dispersion"},
              {"dispersion", "dispersion"},
              {"above 1 the counts vary more than chance alone would have it",
               "au-dessus de 1, les comptages varient plus que par le seul hasard"},
              Kind::number},
             [](const SequenceReading& reading) { return where_fitted(reading, reading.dispersion); }),
    computed({{"autocorrelation", "autocorrélation"},
              {"autocorrelation", "autocorrélation"},
              {"how much a step's error resembles the one before; 0: not at all, near 1: counts wander",
               "combien l'écart d'un pas ressemble au précédent ; 0 : pas du tout, près de 1 : les comptages "
               "errent"},
              Kind::number},
             [](const SequenceReading& reading) {
               return reading.fitted.empty() ? std::nullopt : reading.autocorrelation;
             }),
    computed({{"harmonics", "harmoniques"},
              {"yearly sines", "sinus annuels"},
              {"pairs that tell the season; 0 before two years, where none can be told",
               "paires qui disent la saison ; 0 avant deux ans, où aucune ne peut l'être"},
              Kind::count},
             [](const SequenceReading& reading) {
               return reading.fitted.empty() ? std::nullopt : std::optional(reading.harmonics);
             }),
    computed({{"placebos", "placebos"},
              {"fictitious starts", "débuts fictifs"},
              {"other days before the start that were tried in its place",
               "autres jours avant le début, essayés à sa place"},
              Kind::count},
             [](const SequenceReading& reading) {
               return reading.fitted.empty() ? std::nullopt : std::optional(reading.placebos);
             }),
    computed({{"placebos_as_strong", "placebos_aussi_nets"},
              {"fictitious starts as strong", "débuts fictifs aussi nets"},
              {"whose p value is no larger than the start's own; more than alpha of them forbid to adopt",
               "dont la valeur p ne dépasse pas celle du vrai début ; plus d'alpha d'entre eux interdisent "
               "d'adopter"},
              Kind::count,
              Better::less},
             [](const SequenceReading& reading) {
               return reading.fitted.empty() ? std::nullopt : std::optional(reading.placebos_as_strong);
             }),
    group({{"added", "ajouté"},
           {"added by the action", "ajouté par l'action"},
           {"by this action so far", "par cette action à ce jour"}},
          added_record),
};
} // namespace

constinit const Record sequence_record{{"sequence", "séquence"}, {}, sequence_members};

template <>
const Record& description<ReadStart>() {
  static constexpr Record record{
      {"start", "début"}, {}, start_members, {}, 1, title([](const ReadStart& start) {
        return start.action.empty()
                   ? Words{say(start.date, Language::english), say(start.date, Language::french)}
                   : named(start.action);
      })};
  return record;
}

} // namespace deploy_plan::answers

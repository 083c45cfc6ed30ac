// Segments compared, described.
#include "answers/trial_comparison.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<ComparisonControl>() {
  static constexpr Choice all[] = {
      {0,
       {"never_treated", "jamais_traités"},
       {"segments that have not got the action", "des segments qui n'ont pas reçu l'action"},
       {"untouched", "intacts"}},
      {1,
       {"not_yet_treated", "pas_encore_traités"},
       {"segments that got it later, until then", "des segments qui l'ont reçue plus tard, jusque-là"},
       {"not yet", "pas encore"}}};
  return all;
}

} // namespace deploy_plan::model

namespace deploy_plan::answers {
namespace {

/// A segment that got the action.
struct TreatedSegment {
  std::string segment;
  Date from{};
};
} // namespace

template <>
const Record& description<TreatedSegment>();
template <>
const Record& description<GroupTimeEffect>();
template <>
const Record& description<EventTimeEffect>();

namespace {

constexpr Member treated_segment_members[] = {
    figure<&TreatedSegment::segment>({{"segment", "segment"}, {"segment", "segment"}}),
    figure<&TreatedSegment::from>({{"from", "depuis"}, {"since", "depuis"}}),
};

constexpr Line effect_line{
    {"effect", "effet"},
    {"effect", "effet"},
    {"beside the control, in the unit of the figures; relative, a difference of logarithms",
     "à côté du témoin, dans l'unité des chiffres ; relatif, une différence de logarithmes"},
    Kind::number,
    Better::more};
constexpr Line error_line{{"standard_error", "erreur_type"},
                          {"standard error", "erreur type"},
                          {"of segments that vary alone", "de segments qui varient indépendamment"},
                          Kind::number};

constexpr Member group_time_members[] = {
    computed({{"id", "id"}, {"group and date", "groupe et date"}, {"day begun/date", "jour de début/date"}},
             [](const GroupTimeEffect& one) { return iso(one.begun) + "/" + iso(one.date); }),
    figure<&GroupTimeEffect::begun>({{"begun", "début"},
                                     {"begun", "début"},
                                     {"the first day of those segments", "le premier jour de ces segments"}}),
    figure<&GroupTimeEffect::date>({{"date", "date"}, {"date", "date"}}),
    figure<&GroupTimeEffect::segments>({{"segments", "segments"},
                                        {"segments", "segments"},
                                        {"that began then", "qui ont commencé alors"},
                                        Kind::count}),
    figure<&GroupTimeEffect::effect>(effect_line),
    figure<&GroupTimeEffect::standard_error>(error_line),
    figure<&GroupTimeEffect::is_before>(
        {{"before", "avant"},
         {"before the action", "avant l'action"},
         {"a check: from the date before; it ought to be near 0",
          "un contrôle : depuis la date d'avant ; il devrait être proche de 0"},
         Kind::flag}),
};

constexpr Line low_line_of_effect{{"low", "bas"},
                                  {"at least", "au moins"},
                                  {"low end of the interval at 1 − alpha", "bas de l'intervalle à 1 − alpha"},
                                  Kind::number};
constexpr Line high_line_of_effect{
    {"high", "haut"},
    {"at most", "au plus"},
    {"high end of the interval at 1 − alpha", "haut de l'intervalle à 1 − alpha"},
    Kind::number};
std::optional<double> low_of(const std::optional<Interval>& interval) {
  return interval ? std::optional(interval->low) : std::nullopt;
}
std::optional<double> high_of(const std::optional<Interval>& interval) {
  return interval ? std::optional(interval->high) : std::nullopt;
}

constexpr Member event_time_members[] = {
    computed(
        {{"id", "id"}, {"steps after the start", "pas après le début"}, {"below 0, before", "sous 0, avant"}},
        [](const EventTimeEffect& one) { return std::to_string(one.steps); }),
    computed({{"steps", "pas"},
              {"steps after the start", "pas après le début"},
              {"dates since the first with the action; below 0, before",
               "dates depuis la première avec l'action ; sous 0, avant"},
              Kind::number},
             [](const EventTimeEffect& one) { return static_cast<std::int64_t>(one.steps); }),
    figure<&EventTimeEffect::effect>(effect_line),
    computed(low_line_of_effect, [](const EventTimeEffect& one) { return low_of(one.interval); }),
    computed(high_line_of_effect, [](const EventTimeEffect& one) { return high_of(one.interval); }),
};

/// Nothing where the segments could not be compared.
bool is_reckoned(const ComparedReading& reading) { return reading.permutations > 0; }
std::optional<double> where_reckoned(const ComparedReading& reading, double value) {
  return is_reckoned(reading) ? std::optional(value) : std::nullopt;
}

constexpr Member added_by_comparison_members[] = {
    computed({{"value", "valeur"},
              {"added at the last date", "ajouté à la dernière date"},
              {"the effect then, over all segments that got the action",
               "l'effet alors, sur tous les segments qui ont reçu l'action"},
              Kind::number,
              Better::more},
             [](const ComparedReading& reading) { return where_reckoned(reading, reading.added); }),
    computed({{"low", "bas"},
              {"added, at least", "ajouté, au moins"},
              {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
              Kind::number},
             [](const ComparedReading& reading) { return low_of(reading.added_interval); }),
    computed({{"high", "haut"},
              {"added, at most", "ajouté, au plus"},
              {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
              Kind::number},
             [](const ComparedReading& reading) { return high_of(reading.added_interval); }),
};
constexpr Record added_by_comparison_record{{"added", "ajouté"}, {}, added_by_comparison_members};

constexpr Member compared_members[] = {
    computed({{"dates", "dates"},
              {"dates", "dates"},
              {"that all segments have, and that are read", "que tous les segments ont, et qui sont lues"},
              Kind::count},
             [](const ComparedReading& reading) { return reading.dates.size(); }),
    figure<&ComparedReading::later_dates>(
        {{"later_dates", "dates_ultérieures"},
         {"dates past the planned ones", "dates au-delà de celles prévues"},
         {"left out, as the test is read once", "omises, car le test se lit une fois"},
         Kind::count}),
    figure<&ComparedReading::partial_dates>(
        {{"partial_dates", "dates_partielles"},
         {"dates that not all segments have", "dates que tous les segments n'ont pas"},
         {"left out, up to the last one read", "omises, jusqu'à la dernière lue"},
         Kind::count}),
    computed({{"lacks_most", "manque_le_plus"},
              {"the segment that lacks most of them", "le segment auquel il en manque le plus"}},
             [](const ComparedReading& reading) { return unless_empty(reading.lacks_most); }),
    figure<&ComparedReading::treated>({{"treated", "traités"},
                                       {"segments with the action", "segments avec l'action"},
                                       {"that got it by then", "qui l'ont reçue d'ici là"},
                                       Kind::count}),
    figure<&ComparedReading::untouched>({{"untouched", "intacts"},
                                         {"segments without it", "segments sans elle"},
                                         {"so far", "à ce jour"},
                                         Kind::count}),
    figure<&ComparedReading::always_treated>(
        {{"always_treated", "toujours_traités"},
         {"segments that always had it", "segments qui l'ont toujours eue"},
         {"left out: nothing shows them before", "omis : rien ne les montre avant"},
         Kind::count}),
    computed({{"segments", "segments"},
              {"segments with the action", "segments avec l'action"},
              {"those that are not named are untouched", "ceux qui ne sont pas nommés sont intacts"}},
             [](const ComparedReading& reading) {
               std::vector<TreatedSegment> treated;
               for (const ComparedReading::Line& line : reading.segments)
                 if (line.from)
                   treated.push_back({line.segment, *line.from});
               return treated;
             }),
    figure<&ComparedReading::relative>(
        {{"relative", "relatif"},
         {"relative", "relatif"},
         {"effects are differences of logarithms", "les effets sont des différences de logarithmes"},
         Kind::flag}),
    figure<&ComparedReading::control>({{"control", "témoin"}, {"control", "témoin"}, {}, Kind::word}),
    computed({{"effect", "effet"},
              {"effect", "effet"},
              {"mean over groups of their mean effect, weighed by their segments; relative, a difference of "
               "logarithms",
               "moyenne sur les groupes de leur effet moyen, pondérée par leurs segments ; relatif, une "
               "différence "
               "de logarithmes"},
              Kind::number,
              Better::more},
             [](const ComparedReading& reading) { return where_reckoned(reading, reading.effect); }),
    figure<&ComparedReading::standard_error>(error_line),
    computed({{"low", "bas"},
              {"effect, at least", "effet, au moins"},
              {"low end of the interval at 1 − alpha, by permutations; null where they are too few for it",
               "bas de l'intervalle à 1 − alpha, par permutations ; null là où elles sont trop peu pour lui"},
              Kind::number},
             [](const ComparedReading& reading) { return low_of(reading.interval); }),
    computed(
        {{"high", "haut"},
         {"effect, at most", "effet, au plus"},
         {"high end of the interval at 1 − alpha, by permutations; null where they are too few for it",
          "haut de l'intervalle à 1 − alpha, par permutations ; null là où elles sont trop peu pour lui"},
         Kind::number},
        [](const ComparedReading& reading) { return high_of(reading.interval); }),
    computed(
        {{"p_value", "valeur_p"},
         {"p value", "valeur p"},
         {"how often the same starts, given to segments by chance, show as much; holds for one reading",
          "combien de fois les mêmes débuts, donnés aux segments au hasard, en montrent autant ; tient pour "
          "une seule lecture"},
         Kind::probability},
        [](const ComparedReading& reading) { return where_reckoned(reading, reading.p_value); }),
    computed(
        {{"any_time_p_value", "valeur_p_à_tout_moment"},
         {"p value, at any date", "valeur p, à toute date"},
         {"holds at each date that is looked at (Bonferroni)",
          "tient à chaque date où l'on regarde (Bonferroni)"},
         Kind::probability},
        [](const ComparedReading& reading) { return where_reckoned(reading, reading.any_time_p_value); }),
    figure<&ComparedReading::permutations>(
        {{"permutations", "permutations"},
         {"permutations", "permutations"},
         {"of which segments got the action", "des segments qui ont reçu l'action"},
         Kind::count}),
    figure<&ComparedReading::is_exact>(
        {{"exact", "exact"},
         {"exact", "exact"},
         {"every permutation was reckoned", "toutes les permutations ont été comptées"},
         Kind::flag}),
    figure<&ComparedReading::trends_p_value>(
        {{"trends_p_value", "valeur_p_tendances"},
         {"p value of the trends before", "valeur p des tendances d'avant"},
         {"that they agree: at 0.05 or below, no verdict; null where one date only lies before",
          "qu'elles concordent : à 0,05 ou moins, pas de verdict ; null si une seule date précède"},
         Kind::probability,
         Better::more}),
    figure<&ComparedReading::segments_needed>(
        {{"segments_needed", "segments_requis"},
         {"segments needed", "segments requis"},
         {"in all, where there are too few: for the smallest effect that counts, else for any verdict",
          "en tout, là où ils sont trop peu : pour le plus petit effet qui compte, sinon pour tout verdict"},
         Kind::count,
         Better::less}),
    group({{"added", "ajouté"},
           {"added by the action", "ajouté par l'action"},
           {"by this action, at the last date", "par cette action, à la dernière date"}},
          added_by_comparison_record),
    figure<&ComparedReading::effects>({{"effects", "effets"},
                                       {"effects by group and date", "effets par groupe et date"},
                                       {"of the segments that began together, on one date",
                                        "des segments qui ont commencé ensemble, à une date"}}),
    figure<&ComparedReading::by_event_time>(
        {{"by_event_time", "par_ancienneté"},
         {"effects by time since the start", "effets selon le temps écoulé"},
         {"mean over groups", "moyenne sur les groupes"}}),
};
constexpr Record compared_figures_record{{"comparison", "comparaison"}, {}, compared_members};
constexpr Member compared_group_members[] = {
    group({{"comparison", "comparaison"},
           {"segments compared", "segments comparés"},
           {"difference in differences", "différence des différences"}},
          compared_figures_record),
};
} // namespace

constinit const Record compared_record{
    {"segments compared", "segments comparés"}, {}, compared_group_members};

template <>
const Record& description<TreatedSegment>() {
  static constexpr Record record{
      {"segment with the action", "segment avec l'action"}, {}, treated_segment_members, {}, 0};
  return record;
}
template <>
const Record& description<GroupTimeEffect>() {
  static constexpr Record record{
      {"effect by group and date", "effet par groupe et date"}, {}, group_time_members, {}, 0};
  return record;
}
template <>
const Record& description<EventTimeEffect>() {
  static constexpr Record record{
      {"effect by time since the start", "effet selon le temps écoulé"}, {}, event_time_members, {}, 0};
  return record;
}

} // namespace deploy_plan::answers

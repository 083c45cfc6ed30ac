// What may come of goals, described.
#include "answers/outlook.hpp"

namespace deploy_plan::answers {

using CommittedCompared = ToldFuture<Future::as_committed, Compared::always>;
using NothingMore = ToldFuture<Future::nothing_more, Compared::given>;
using PlannedCompared = ToldFuture<Future::with_plan, Compared::always>;
template <>
const Record& description<NothingMore>();
template <>
const Record& description<PlannedCompared>();

namespace {

/// What the figures of a future are called.
struct FutureWords {
  Text name, rating, probability, median, low, high, reached, earliest, latest;
};
constexpr FutureWords future_words[] = {
    {.name = {"as committed", "engagements tenus"},
     .rating = {"outlook, as committed", "perspective, engagements tenus"},
     .probability = {"probability of the goal, as committed", "probabilité de l'objectif, engagements tenus"},
     .median = {"value on its day, as committed", "valeur à l'échéance, engagements tenus"},
     .low = {"value on its day at least, as committed", "valeur à l'échéance au moins, engagements tenus"},
     .high = {"value on its day at most, as committed", "valeur à l'échéance au plus, engagements tenus"},
     .reached = {"day it is reached, as committed", "jour où il est atteint, engagements tenus"},
     .earliest = {"reached at the earliest, as committed", "atteint au plus tôt, engagements tenus"},
     .latest = {"reached at the latest, as committed", "atteint au plus tard, engagements tenus"}},
    {.name = {"nothing more", "sans rien de plus"},
     .rating = {"outlook, nothing more done", "perspective, sans rien de plus"},
     .probability = {"probability of the goal, nothing more done",
                     "probabilité de l'objectif, sans rien de plus"},
     .median = {"value on its day, nothing more done", "valeur à l'échéance, sans rien de plus"},
     .low = {"value on its day at least, nothing more done",
             "valeur à l'échéance au moins, sans rien de plus"},
     .high = {"value on its day at most, nothing more done",
              "valeur à l'échéance au plus, sans rien de plus"},
     .reached = {"day it is reached, nothing more done", "jour où il est atteint, sans rien de plus"},
     .earliest = {"reached at the earliest, nothing more done", "atteint au plus tôt, sans rien de plus"},
     .latest = {"reached at the latest, nothing more done", "atteint au plus tard, sans rien de plus"}},
    {.name = {"with the plan", "avec le plan"},
     .rating = {"outlook, with the plan", "perspective, avec le plan"},
     .probability = {"probability of the goal, with the plan", "probabilité de l'objectif, avec le plan"},
     .median = {"value on its day, with the plan", "valeur à l'échéance, avec le plan"},
     .low = {"value on its day at least, with the plan", "valeur à l'échéance au moins, avec le plan"},
     .high = {"value on its day at most, with the plan", "valeur à l'échéance au plus, avec le plan"},
     .reached = {"day it is reached, with the plan", "jour où il est atteint, avec le plan"},
     .earliest = {"reached at the earliest, with the plan", "atteint au plus tôt, avec le plan"},
     .latest = {"reached at the latest, with the plan", "atteint au plus tard, avec le plan"}}};

template <Future future>
constexpr const FutureWords& words_of_future = future_words[static_cast<std::size_t>(future)];

constexpr Member compared_as(Compared compared, Member member) {
  member.compared = compared;
  return member;
}

/// Where strategies are compared the probability tells it all: the day and the value follow it.
template <Future future, Compared compared>
constexpr Member future_members[] = {
    compared_as(
        compared,
        computed({{"class", "classe"},
                  words_of_future<future>.rating,
                  {"likely from a probability of 0.8, unlikely to one of 0.2, uncertain between; else "
                   "why there is none",
                   "probable dès une probabilité de 0,8, peu probable jusqu'à 0,2, incertain entre "
                   "les deux ; sinon pourquoi il n'y en a pas"},
                  Kind::word},
                 [](const ToldFuture<future, compared>& told) { return told.outlook->rating; })),
    compared_as(compared,
                computed({{"probability", "probabilité"},
                          words_of_future<future>.probability,
                          {"of meeting it by its day; of the observations, the runs and what is not known of "
                           "either",
                           "de l'atteindre à son échéance ; selon les relevés, les passages et ce qu'on "
                           "ignore des uns et des autres"},
                          Kind::probability,
                          Better::more},
                         [](const ToldFuture<future, compared>& told) { return told.outlook->probability; })),
    given(
        computed({{"median", "médiane"},
                  words_of_future<future>.median,
                  {"median: as probably more as less", "médiane : autant de chances au-dessus qu'au-dessous"},
                  Kind::measure},
                 [](const ToldFuture<future, compared>& told) { return told.outlook->median; })),
    detail(computed({{"low", "bas"},
                     words_of_future<future>.low,
                     {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
                     Kind::measure},
                    [](const ToldFuture<future, compared>& told) { return told.outlook->low; })),
    detail(computed({{"high", "haut"},
                     words_of_future<future>.high,
                     {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
                     Kind::measure},
                    [](const ToldFuture<future, compared>& told) { return told.outlook->high; })),
    given(computed({{"reached", "atteint"},
                    words_of_future<future>.reached,
                    {"median; null where it is later than futures are drawn",
                     "médiane ; null quand elle est au-delà des futurs tirés"},
                    Kind::date,
                    Better::less},
                   [](const ToldFuture<future, compared>& told) { return told.outlook->reached; })),
    detail(computed({{"earliest", "au_plus_tôt"},
                     words_of_future<future>.earliest,
                     {"of an 80 % interval", "d'un intervalle à 80 %"},
                     Kind::date},
                    [](const ToldFuture<future, compared>& told) { return told.outlook->earliest; })),
    detail(computed({{"latest", "au_plus_tard"},
                     words_of_future<future>.latest,
                     {"of an 80 % interval", "d'un intervalle à 80 %"},
                     Kind::date},
                    [](const ToldFuture<future, compared>& told) { return told.outlook->latest; })),
};
template <Future future, Compared compared>
constexpr Record future_record{words_of_future<future>.name, {}, future_members<future, compared>};

/// A goal's futures: those as committed stand here, the others under keys of their own.
template <Compared compared>
constexpr Member outlooks_members[] = {
    spread(future_record<Future::as_committed, compared>,
           [](const Outlooks& outlook) {
             return ToldFuture<Future::as_committed, compared>{&outlook.as_committed};
           }),
    computed({{"nothing_more", "sans_rien_de_plus"},
              {"nothing more", "sans rien de plus"},
              {"no run from today on", "sans aucun passage à partir d'aujourd'hui"}},
             [](const Outlooks& outlook) { return NothingMore{&outlook.nothing_more}; }),
    computed(
        {{"with_plan", "avec_plan"},
         {"with the plan", "avec le plan"},
         {"with a plan's runs; null where none is made",
          "avec les passages d'un plan ; null quand aucun n'est fait"}},
        [](const Outlooks& outlook) { return told_future<Future::with_plan, compared>(outlook.with_plan); }),
    figure<&Outlooks::no_trend>({{"no_trend", "sans_tendance"},
                                 {"why nothing can be told", "pourquoi rien ne peut se dire"},
                                 {"null where something can", "null quand quelque chose se dit"},
                                 Kind::name}),
    detail(counting("observation", figure<&Outlooks::observations>(
                                       {{"observations", "relevés"},
                                        {"observations that it rests on", "relevés sur lesquels elle repose"},
                                        {},
                                        Kind::count,
                                        Better::neither,
                                        model::at_least(0)}))),
    detail(figure<&Outlooks::assumed_events>(
        {{"assumed_events", "événements_supposés"},
         {"events that it counts on", "événements avec lesquels elle compte"},
         {"those to come whose effect the file gives", "ceux à venir dont le fichier donne l'effet"}})),
    figure<&Outlooks::unwritten_results>(
        {{"unwritten_results", "résultats_non_écrits"},
         {"results not written", "résultats non écrits"},
         {"runs were done whose results are not written: the trend holds them",
          "des passages faits n'ont pas de résultat écrit : la tendance les contient"},
         Kind::flag}),
};
} // namespace

constinit const Record repeated_outlooks{{"outlook", "perspective"}, {}, outlooks_members<Compared::given>};

template <>
const Record& description<CommittedRepeated>() {
  return future_record<Future::as_committed, Compared::given>;
}
template <>
const Record& description<PlannedRepeated>() {
  return future_record<Future::with_plan, Compared::given>;
}
template <>
const Record& description<NothingMore>() {
  return future_record<Future::nothing_more, Compared::given>;
}
template <>
const Record& description<PlannedCompared>() {
  return future_record<Future::with_plan, Compared::always>;
}
template <>
const Record& description<Outlooks>() {
  static constexpr Record record{
      {"outlook", "perspective"},
      {"as committed, that is with the runs that are promised; then the other futures",
       "engagements tenus, c'est-à-dire avec les passages promis ; puis les autres futurs"},
      outlooks_members<Compared::always>,
      {},
      std::nullopt,
      nullptr,
      counted_in([](const Outlooks& outlook, const Context& around) {
        return Context{around.unit, around.is_rate, around.currency, outlook.draws};
      })};
  return record;
}

} // namespace deploy_plan::answers

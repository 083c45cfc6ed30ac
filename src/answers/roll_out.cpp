// Roll-outs in waves drawn at random, described.
#include "deploy_plan/roll_out.hpp"
#include "answers/description.hpp"

namespace deploy_plan::answers {
namespace {

/// A wave, counted from 1 as people do.
struct ToldWave {
  std::int64_t wave = 0;
  std::size_t size = 0;
};
std::vector<ToldWave> waves_of(const RollOut& told) {
  std::vector<ToldWave> waves;
  for (const std::size_t size : told.sizes)
    waves.push_back({static_cast<std::int64_t>(waves.size()) + 1, size});
  return waves;
}
} // namespace

template <>
const Record& description<ToldWave>();
template <>
const Record& description<RollOutPlace>();
template <>
const Record& description<RollOutWish>();
template <>
const Record& description<RollOut>();

namespace {

constexpr Member wave_members[] = {
    computed({{"id", "id"}, {"wave", "vague"}}, [](const ToldWave& one) { return std::to_string(one.wave); }),
    figure<&ToldWave::wave>(
        {{"wave", "vague"}, {"wave", "vague"}, {"1 begins first", "1 commence d'abord"}, Kind::number}),
    figure<&ToldWave::size>(
        {{"size", "taille"}, {"clusters", "grappes"}, {"drawn into it", "qui y sont tirées"}, Kind::count}),
};
constexpr Member place_members[] = {
    figure<&RollOutPlace::cluster>({{"cluster", "grappe"},
                                    {"cluster", "grappe"},
                                    {"what names it in the list, else its place there",
                                     "ce qui la nomme dans la liste, sinon sa place"}}),
    computed({{"wave", "vague"}, {"wave", "vague"}, {"1 begins first", "1 commence d'abord"}, Kind::number},
             [](const RollOutPlace& place) { return static_cast<std::int64_t>(place.wave) + 1; }),
};
constexpr Member wish_members[] = {
    figure<&RollOutWish::baseline>(
        {{"baseline", "départ"}, {"rate before", "taux d'avant"}, {}, Kind::share}),
    figure<&RollOutWish::effect>({{"effect", "effet"},
                                  {"effect to see", "effet à voir"},
                                  {"a rise in rate", "une hausse de taux"},
                                  Kind::share}),
    figure<&RollOutWish::alpha>(
        {{"alpha", "alpha"}, {"risk of a false alarm", "risque de fausse alerte"}, {}, Kind::probability}),
    figure<&RollOutWish::by_cluster_step>(
        {{"by_cluster_step", "par_grappe_et_pas"},
         {"people counted in a cluster at a step", "personnes comptées par grappe et par pas"},
         {},
         Kind::count}),
    figure<&RollOutWish::tau>({{"tau", "tau"},
                               {"deviation of rates between clusters", "écart type des taux entre grappes"},
                               {"null where it is taken from the intracluster correlation",
                                "null là où il vient de la corrélation intragrappe"},
                               Kind::share}),
    computed({{"icc", "icc"},
              {"intracluster correlation", "corrélation intragrappe"},
              {"null where tau is given", "null là où tau est donné"},
              Kind::number},
             [](const RollOutWish& wish) { return wish.tau ? std::nullopt : std::optional(wish.icc); }),
};
constexpr Member roll_out_members[] = {
    figure<&RollOut::seed>(
        {{"seed", "graine"},
         {"seed", "graine"},
         {"of the random numbers; the same list and seed give the same waves",
          "des nombres au hasard ; la même liste et la même graine donnent les mêmes vagues"},
         Kind::name}),
    computed({{"waves", "vagues"}, {"waves", "vagues"}}, [](const RollOut& told) { return waves_of(told); }),
    figure<&RollOut::wish>(
        {{"wish", "souhait"}, {"what its power was asked for", "ce pour quoi sa puissance est demandée"}}),
    figure<&RollOut::power>({{"power", "puissance"},
                             {"chance to see the effect", "chance de voir l'effet"},
                             {"of the two-sided test at alpha (Hussey and Hughes 2007)",
                              "du test bilatéral à alpha (Hussey et Hughes 2007)"},
                             Kind::probability,
                             Better::more}),
    figure<&RollOut::places>({{"places", "places"}, {"clusters and their waves", "grappes et leurs vagues"}}),
};
} // namespace

template <>
const Record& description<ToldWave>() {
  static constexpr Record record{{"wave", "vague"}, {}, wave_members, {}, 0};
  return record;
}
template <>
const Record& description<RollOutPlace>() {
  static constexpr Record record{{"cluster's wave", "vague d'une grappe"}, {}, place_members, {}, 0};
  return record;
}
template <>
const Record& description<RollOutWish>() {
  static constexpr Record record{
      {"wish of a roll-out", "souhait d'un déploiement par vagues"}, {}, wish_members};
  return record;
}
template <>
const Record& description<RollOut>() {
  static constexpr Record record{
      {"roll-out in waves", "déploiement par vagues"}, {}, roll_out_members, "deploy-plan/test-roll-out@1"};
  return record;
}

} // namespace deploy_plan::answers

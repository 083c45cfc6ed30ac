#include "answers/trial_clusters.hpp"
#include "text/number.hpp"
#include <cmath>
#include <numeric>

namespace deploy_plan::answers {
namespace {

double groups_of(const ClusterReading& reading) {
  return static_cast<double>(
      std::accumulate(reading.clusters.begin(), reading.clusters.end(), std::size_t{0}));
}
double people_of(const ClusterReading& reading) { return groups_of(reading) * reading.mean_size; }
std::int64_t rounded_count(double count) {
  return static_cast<std::int64_t>(std::llround(std::min(count, 9e15)));
}

constexpr Member correlation_members[] = {
    computed({{"value", "valeur"},
              {"how alike those of one group are (ICC)", "ressemblance au sein d'un groupe (CIC)"},
              {"by analysis of variance; 0 as people drawn one by one, 1 all the same, below 0 by chance",
               "par analyse de variance ; 0 comme tirés un à un, 1 tous pareils, sous 0 par hasard"},
              Kind::number},
             [](const ClusterReading& reading) { return reading.icc; }),
    computed({{"low", "bas"},
              {"how alike, at least", "ressemblance, au moins"},
              {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
              Kind::number},
             [](const ClusterReading& reading) {
               return reading.icc_interval ? std::optional(reading.icc_interval->low) : std::nullopt;
             }),
    computed({{"high", "haut"},
              {"how alike, at most", "ressemblance, au plus"},
              {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
              Kind::number},
             [](const ClusterReading& reading) {
               return reading.icc_interval ? std::optional(reading.icc_interval->high) : std::nullopt;
             }),
};
constexpr Record correlation_record{
    {"intracluster correlation", "corrélation intragrappe"}, {}, correlation_members};

constexpr Member cluster_members[] = {
    computed({{"arms", "bras"},
              {"groups in each arm", "groupes dans chaque bras"},
              {"that hold anybody; of a pilot, in all", "où il y a quelqu'un ; d'un pilote, en tout"},
              Kind::count},
             [](const ClusterReading& reading) {
               return std::vector<double>(reading.clusters.begin(), reading.clusters.end());
             }),
    figure<&ClusterReading::mean_size>({{"mean_size", "taille_moyenne"},
                                        {"people in a group, on average", "personnes par groupe, en moyenne"},
                                        {},
                                        Kind::number,
                                        Better::neither,
                                        model::at_least(0)}),
    figure<&ClusterReading::size_variation>(
        {{"size_variation", "variation_des_tailles"},
         {"how much the groups' sizes vary", "combien varie la taille des groupes"},
         {"standard deviation over mean", "écart type sur moyenne"},
         Kind::number,
         Better::less,
         model::at_least(0)}),
    group({{"icc", "cic"},
           {"intracluster correlation", "corrélation intragrappe"},
           {"null where it cannot be told", "null là où on ne peut le dire"}},
          correlation_record),
    figure<&ClusterReading::design_effect>(
        {{"design_effect", "effet_de_grappe"},
         {"design effect", "effet de grappe"},
         {"1 + ((CV² + 1) × mean_size − 1) × ICC, 1 at least (Eldridge 2006)",
          "1 + ((CV² + 1) × taille_moyenne − 1) × CIC, au moins 1 (Eldridge 2006)"},
         Kind::number,
         Better::less}),
    computed({{"effective_size", "taille_efficace"},
              {"people drawn one by one that would tell as much",
               "personnes tirées une à une qui en diraient autant"},
              {"exposed / design_effect", "exposés / effet_de_grappe"},
              Kind::count,
              Better::more},
             [](const ClusterReading& reading) { return worth_of(reading); }),
};
} // namespace

template <>
const Record& description<ClusterReading>() {
  static constexpr Record record{{"groups drawn", "groupes tirés"}, {}, cluster_members};
  return record;
}

std::optional<double> worth_of(const ClusterReading& reading) {
  return reading.design_effect ? std::optional(people_of(reading) / *reading.design_effect) : std::nullopt;
}

Phrase clusters_said(const ClusterReading& reading) {
  const Phrase drawn{
      {"Groups were drawn, not people: {0} {0#group|groups} of {1} on average, and it is they that are "
       "counted",
       "Des groupes ont été tirés, et non des personnes : {0} {0#groupe|groupes} de {1} en moyenne, et ce "
       "sont eux que l'on compte"},
      {rounded_count(groups_of(reading)), text::shown(reading.mean_size)}};
  const auto worth = worth_of(reading);
  if (!worth)
    return {{"{0}.", "{0}."}, {drawn.words()}};
  const std::vector<Argument> figures{drawn.words(), text::shown(*reading.icc),
                                      rounded_count(people_of(reading)), rounded_count(*worth)};
  if (*reading.design_effect <= 1)
    return {{"{0}. Those of one group look no more alike than others (correlation {1}): chance may hide that "
             "they are.",
             "{0}. Ceux d'un même groupe ne se ressemblent pas plus que d'autres (corrélation {1}) : le "
             "hasard peut cacher qu'ils se ressemblent."},
            figures};
  return {{"{0}. Those of one group are alike (correlation {1}): these {2} {2#person|people} tell as much as "
           "{3} drawn one by one. Counting them one by one would find gains that are not there.",
           "{0}. Ceux d'un même groupe se ressemblent (corrélation {1}) : ces {2} {2#personne|personnes} en "
           "disent autant que {3} tirées une à une. Les compter une à une ferait voir des gains qui "
           "n'existent pas."},
          figures};
}

Phrase by_groups(const Phrase& reason, const ClusterReading& reading) {
  return {{"{0} ({1} {1#group|groups} drawn, not people)",
           "{0} ({1} {1#groupe tiré|groupes tirés}, et non des personnes)"},
          {reason.words(), rounded_count(groups_of(reading))}};
}

} // namespace deploy_plan::answers

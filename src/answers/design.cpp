// Tests, designed, described.
#include "answers/answers.hpp"
#include <numeric>

namespace deploy_plan::answers {
namespace {

/// An arm to paste, with nobody in it yet.
struct ArmToPaste {
  std::string name;
  std::int64_t exposed = 0, converted = 0;
};

std::vector<ArmToPaste> arms_of(const TestToPaste& test) {
  const bool french = test.language == Language::french;
  std::vector<ArmToPaste> arms{{french ? "référence" : "reference"}};
  while (arms.size() < test.wish->split.size())
    arms.push_back({(french ? "bras " : "arm ") + std::to_string(arms.size())});
  return arms;
}
std::vector<double> split_of(const TrialWish& wish) {
  const double all = std::accumulate(wish.split.begin(), wish.split.end(), 0.0);
  std::vector<double> split;
  for (const double part : wish.split)
    split.push_back(part / all);
  return split;
}
} // namespace

template <>
const Record& description<ArmToPaste>();
template <>
const Record& description<TestToPaste>();
template <>
const Record& description<DesignedTrial>();

namespace {

// ---- the test to paste, in the words of the file
constexpr Line alpha_line{
    {"alpha", "alpha"},
    {"risk of a false alarm", "risque de fausse alerte"},
    {"of adopting what does nothing, two-sided", "d'adopter ce qui ne fait rien, bilatéral"},
    Kind::probability};
constexpr Line power_line{{"power", "puissance"},
                          {"chance to see the effect", "chance de voir l'effet"},
                          {"where there is one", "là où il y en a un"},
                          Kind::probability};

constexpr Member empty_arm_members[] = {
    figure<&ArmToPaste::name>({{"name", "nom"}, {"arm", "bras"}}),
    figure<&ArmToPaste::exposed>({{"exposed", "exposés"}, {"exposed", "exposés"}, {}, Kind::count}),
    figure<&ArmToPaste::converted>({{"converted", "convertis"}, {"converted", "convertis"}, {}, Kind::count}),
};
constexpr Member alpha_members[] = {
    computed(alpha_line, [](const TestToPaste& test) { return test.wish->alpha; })};
constexpr Record alpha_record{{"alpha", "alpha"}, {}, alpha_members};
constexpr Member power_members[] = {
    computed(power_line, [](const TestToPaste& test) { return test.wish->power; })};
constexpr Record power_record{{"power", "puissance"}, {}, power_members};
constexpr Member threshold_members[] = {
    computed({{"threshold", "seuil"},
              {"threshold", "seuil"},
              {"the rate that a pilot is to pass", "le taux qu'un pilote doit dépasser"},
              Kind::share},
             [](const TestToPaste& test) { return test.wish->baseline; })};
constexpr Record threshold_record{{"threshold", "seuil"}, {}, threshold_members};
constexpr Member arms_members[] = {
    computed({{"split", "répartition"},
              {"split", "répartition"},
              {"the part of each arm, of one", "la part de chaque bras, sur un"},
              Kind::share},
             [](const TestToPaste& test) { return split_of(*test.wish); }),
    computed(
        {{"arms", "bras"}, {"arms", "bras"}, {"the first is the reference", "le premier est la référence"}},
        [](const TestToPaste& test) { return arms_of(test); }),
};
constexpr Record arms_record{{"arms", "bras"}, {}, arms_members};

constexpr const TestToPaste* to_paste_if(bool holds, const TestToPaste& test) {
  return holds ? &test : nullptr;
}

constexpr Member paste_members[] = {
    computed({{"protocol", "protocole"}, {"protocol", "protocole"}},
             [](const TestToPaste& test) { return test.wish->protocol; }),
    computed({{"planned_size", "taille_prévue"}, {"planned size", "taille prévue"}, {}, Kind::count},
             [](const TestToPaste& test) { return test.design->size; }),
    computed({{"min_effect", "effet_minimal"},
              {"smallest effect that counts", "plus petit effet qui compte"},
              {"in rate; of a sequence, relative", "en taux ; d'une séquence, relatif"},
              Kind::share},
             [](const TestToPaste& test) { return test.wish->effect; }),
    spread_where(
        alpha_record,
        [](const TestToPaste& test) { return to_paste_if(test.wish->alpha != TrialWish().alpha, test); }),
    spread_where(
        power_record,
        [](const TestToPaste& test) { return to_paste_if(test.wish->power != TrialWish().power, test); }),
    spread_where(
        threshold_record,
        [](const TestToPaste& test) { return to_paste_if(test.wish->protocol == Protocol::pilot, test); }),
    spread_where(
        arms_record,
        [](const TestToPaste& test) { return to_paste_if(test.wish->protocol == Protocol::ab, test); }),
};

// ---- what the design tells
constexpr Member design_members[] = {
    computed({{"protocol", "protocole"}, {"protocol", "protocole"}},
             [](const DesignedTrial& told) { return told.wish.protocol; }),
    computed({{"baseline", "départ"},
              {"what there is without the action", "ce qu'il y a sans l'action"},
              {"the reference's rate; a pilot's threshold; a sequence's count by step",
               "le taux de la référence ; le seuil d'un pilote ; le comptage par pas d'une séquence"},
              Kind::number},
             [](const DesignedTrial& told) { return told.wish.baseline; }),
    computed({{"effect", "effet"},
              {"effect to see", "effet à voir"},
              {"a rise in rate; of a sequence, relative", "une hausse de taux ; d'une séquence, relative"},
              Kind::share},
             [](const DesignedTrial& told) { return told.wish.effect; }),
    computed(alpha_line, [](const DesignedTrial& told) { return told.wish.alpha; }),
    computed(power_line, [](const DesignedTrial& told) { return told.wish.power; }),
    computed({{"size", "taille"},
              {"size it takes", "taille qu'il faut"},
              {"beneficiaries in all; of a sequence, steps, half of them before the start",
               "bénéficiaires en tout ; d'une séquence, pas, dont la moitié avant le début"},
              Kind::count,
              Better::less},
             [](const DesignedTrial& told) { return told.design.size; }),
    computed({{"arms", "bras"},
              {"sizes of the arms", "tailles des bras"},
              {"of samples compared; the first is the reference",
               "d'échantillons comparés ; le premier est la référence"},
              Kind::count},
             [](const DesignedTrial& told) { return std::span<const double>(told.design.arms); }),
    computed({{"clusters", "grappes"},
              {"groups of each arm", "groupes de chaque bras"},
              {"where groups are drawn; of a pilot, in all",
               "là où des groupes sont tirés ; d'un pilote, en tout"},
              Kind::count},
             [](const DesignedTrial& told) { return std::span<const double>(told.design.clusters); }),
    computed({{"cluster_size", "taille_des_grappes"},
              {"people in a group, on average", "personnes par groupe, en moyenne"},
              {"null where people are drawn one by one", "null là où des personnes sont tirées une à une"},
              Kind::number},
             [](const DesignedTrial& told) { return told.wish.cluster_size; }),
    computed({{"icc", "cic"},
              {"how alike those of one group are (ICC)", "ressemblance au sein d'un groupe (CIC)"},
              {"intracluster correlation", "corrélation intragrappe"},
              Kind::number},
             [](const DesignedTrial& told) {
               return told.wish.cluster_size ? std::optional(told.wish.icc) : std::nullopt;
             }),
    computed({{"design_effect", "effet_de_grappe"},
              {"design effect", "effet de grappe"},
              {"by how much drawing groups multiplies sizes: 1 + ((CV² + 1) × cluster_size − 1) × ICC",
               "par combien tirer des groupes multiplie les tailles : 1 + ((CV² + 1) × taille_des_grappes − "
               "1) × CIC"},
              Kind::number,
              Better::less},
             [](const DesignedTrial& told) { return told.design.design_effect; }),
    computed({{"weeks", "semaines"},
              {"weeks it takes", "semaines qu'il faut"},
              {"at the pace that is given", "au rythme donné"},
              Kind::weeks,
              Better::less},
             [](const DesignedTrial& told) { return told.design.weeks; }),
    computed({{"feasible", "faisable"},
              {"feasible", "faisable"},
              {"within the market", "dans les limites du marché"},
              Kind::flag},
             [](const DesignedTrial& told) { return told.design.feasible; }),
    computed({{"detectable_effect", "effet_détectable"},
              {"smallest effect that the whole market shows", "plus petit effet que montre tout le marché"},
              {"where it holds too few", "là où il en compte trop peu"},
              Kind::share,
              Better::less},
             [](const DesignedTrial& told) { return told.design.detectable; }),
    computed({{"test", "test"},
              {"the action's test", "le test de l'action"},
              {"to paste into the action; null where it is not feasible",
               "à coller dans l'action ; null s'il n'est pas faisable"}},
             [](const DesignedTrial& told) {
               return told.design.feasible
                          ? std::optional(TestToPaste{&told.wish, &told.design, Language::english})
                          : std::nullopt;
             }),
};
} // namespace

template <>
const Record& description<ArmToPaste>() {
  static constexpr Record record{{"empty arm", "bras vide"}, {}, empty_arm_members, {}, 0};
  return record;
}
template <>
const Record& description<TestToPaste>() {
  static constexpr Record record{{"test to paste", "test à coller"}, {}, paste_members};
  return record;
}
template <>
const Record& description<DesignedTrial>() {
  static constexpr Record record{{"design", "conception"}, {}, design_members, "deploy-plan/test-design@1"};
  return record;
}

} // namespace deploy_plan::answers

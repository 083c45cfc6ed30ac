// Lists split into the arms of a test, described.
#include "deploy_plan/assignment.hpp"
#include "answers/description.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<AssignedArm>();
template <>
const Record& description<BalanceRow>();
template <>
const Record& description<Assignment>();

namespace {

constexpr Member assigned_arm_members[] = {
    figure<&AssignedArm::name>({{"name", "nom"}, {"arm", "bras"}}),
    figure<&AssignedArm::size>({{"size", "taille"},
                                {"beneficiaries", "bénéficiaires"},
                                {"drawn into it", "qui y sont tirés"},
                                Kind::count,
                                Better::neither,
                                model::at_least(0)}),
    figure<&AssignedArm::clusters>({{"clusters", "grappes"},
                                    {"groups", "groupes"},
                                    {"where whole groups are drawn", "là où l'on tire des groupes entiers"},
                                    Kind::count,
                                    Better::neither,
                                    model::at_least(0)}),
};

constexpr Member balance_members[] = {
    figure<&BalanceRow::column>(
        {{"column", "colonne"}, {"column", "colonne"}, {"of the list", "de la liste"}}),
    figure<&BalanceRow::word>({{"value", "valeur"},
                               {"value", "valeur"},
                               {"whose share is compared; null where means are",
                                "dont on compare la part ; null là où ce sont des moyennes"}}),
    figure<&BalanceRow::figures>({{"arms", "bras"},
                                  {"mean or share in each arm", "moyenne ou part dans chaque bras"},
                                  {},
                                  Kind::number}),
    figure<&BalanceRow::difference>(
        {{"difference", "écart"},
         {"how far apart the arms are", "de combien les bras s'écartent"},
         {"largest difference from the first arm, in standard deviations; below 0.1 they are alike (Austin "
          "2009)",
          "plus grande différence avec le premier bras, en écarts types ; sous 0,1 ils se ressemblent "
          "(Austin 2009)"},
         Kind::number,
         Better::less,
         model::at_least(0)}),
};

constexpr Member assignment_members[] = {
    figure<&Assignment::seed>(
        {{"seed", "graine"},
         {"seed", "graine"},
         {"of the random numbers; the same list and seed give the same arms",
          "des nombres au hasard ; la même liste et la même graine donnent les mêmes bras"},
         Kind::name}),
    figure<&Assignment::arms>(
        {{"arms", "bras"}, {"arms", "bras"}, {"the first is the reference", "le premier est la référence"}}),
    computed({{"unlike", "dissemblables"},
              {"figures that are not alike", "chiffres qui s'écartent"},
              {"rows of the balance whose difference is 0.1 or more",
               "lignes de l'équilibre dont l'écart est de 0,1 ou plus"},
              Kind::count,
              Better::less,
              model::at_least(0)},
             [](const Assignment& told) { return told.unlike(); }),
    figure<&Assignment::balance>({{"balance", "équilibre"}, {"balance", "équilibre"}}),
};
} // namespace

template <>
const Record& description<AssignedArm>() {
  static constexpr Record record{{"arm", "bras"}, {}, assigned_arm_members, {}, 0};
  return record;
}
template <>
const Record& description<BalanceRow>() {
  static constexpr Record record{{"balance", "équilibre"}, {}, balance_members};
  return record;
}
template <>
const Record& description<Assignment>() {
  static constexpr Record record{
      {"assignment", "répartition"}, {}, assignment_members, "deploy-plan/test-assignment@1"};
  return record;
}

} // namespace deploy_plan::answers

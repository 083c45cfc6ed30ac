// Step 4: how actions are tried.
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<Protocol>() {
  static constexpr Choice all[] = {
      {0,
       {"ab", "double_aveugle"},
       {"two similar samples compared", "deux échantillons similaires comparés"}},
      {1,
       {"pilot", "pilote"},
       {"a small perimeter before a wider one", "un petit périmètre avant un plus grand"}},
      {2, {"sequence", "séquence"}, {"actions one after another", "des actions l'une après l'autre"}}};
  return all;
}

template <>
const Record& description<Arm>() {
  static constexpr Field fields[] = {
      field<&Arm::name>(
          {"name", "nom"}, Need::required,
          {"the arm's name; the first is the reference", "le nom du bras ; le premier est la référence"}),
      field<&Arm::exposed>({"exposed", "exposés"}, Need::required,
                           {"how many were in it", "combien y étaient"}, count_from(0)),
      field<&Arm::converted>({"converted", "convertis"}, Need::required,
                             {"how many of them did it", "combien d'entre eux l'ont fait"}, count_from(0)),
  };
  static constexpr Record record{{"arm", "bras"},
                                 {"one sample of a comparison", "un échantillon d'une comparaison"},
                                 fields,
                                 &origin_of<Arm>};
  return record;
}

template <>
const Record& description<Start>() {
  static constexpr Field fields[] = {
      field<&Start::date>({"date", "date"}, Need::required,
                          {"the action's first day", "le premier jour de l'action"}),
      field<&Start::action>({"action", "action"}, Need::optional, {"the action", "l'action"}),
  };
  static constexpr Record record{
      {"start", "début"},
      {"when an action of a sequence began", "quand une action d'une séquence a commencé"},
      fields,
      &origin_of<Start>};
  return record;
}

template <>
const Record& description<Test>() {
  static constexpr Field fields[] = {
      field<&Test::protocol>({"protocol", "protocole"}, Need::required,
                             {"how effects are told apart", "comment les effets sont distingués"}),
      field<&Test::planned_size>(
          {"planned_size", "taille_prévue"}, Need::optional,
          {"beneficiaries to expose before reading, all arms together; of a sequence, steps",
           "bénéficiaires à exposer avant de lire, tous bras confondus ; d'une séquence, des pas"},
          count_from(1)),
      rate<&Test::min_effect>(
          {"min_effect", "effet_minimal"}, Need::optional,
          {"the smallest rise worth seeing, in rate: 0.02 is 2 points; of a sequence, relative",
           "la plus petite hausse qui compte, en taux : 0,02 fait 2 points ; d'une séquence, relative"},
          more_than(0)),
      rate<&Test::alpha>(
          {"alpha", "alpha"}, Need::optional,
          {"chance of a false alarm; 0.05 if left out", "risque de fausse alerte ; 0,05 sinon"},
          inside(0, 1)),
      rate<&Test::power>(
          {"power", "power"}, Need::optional,
          {"chance to see a real effect; 0.8 if left out", "chance de voir un effet réel ; 0,8 sinon"},
          inside(0, 1)),
      field<&Test::arms>({"arms", "bras"}, Need::optional,
                         {"ab: the samples compared", "double aveugle : les échantillons comparés"}),
      rate<&Test::split>({"split", "répartition"}, Need::optional,
                         {"ab: planned shares of the arms", "double aveugle : parts prévues des bras"},
                         above_to(0, 1)),
      field<&Test::exposed>({"exposed", "exposés"}, Need::optional,
                            {"pilot: how many were in it", "pilote : combien y étaient"}, count_from(0)),
      field<&Test::converted>({"converted", "convertis"}, Need::optional,
                              {"pilot: how many of them did it", "pilote : combien d'entre eux l'ont fait"},
                              count_from(0)),
      rate<&Test::threshold>(
          {"threshold", "seuil"}, Need::optional,
          {"pilot: the rate that makes it worth spreading", "pilote : le taux qui justifie de généraliser"},
          inside(0, 1)),
      field<&Test::scale_to>(
          {"scale_to", "généraliser_à"}, Need::optional,
          {"pilot: how many it would be spread to", "pilote : à combien on généraliserait"}, count_from(1)),
      field<&Test::series>({"series", "série"}, Need::optional,
                           {"sequence: counts at equal steps", "séquence : des comptages à pas égaux"}),
      field<&Test::starts>({"starts", "débuts"}, Need::optional,
                           {"sequence: when each action began", "séquence : quand chaque action a commencé"}),
  };
  static constexpr Record record{{"test", "test"},
                                 {"how an action is tried before it is spread",
                                  "comment une action est essayée avant d'être généralisée"},
                                 fields,
                                 &origin_of<Test>};
  return record;
}

} // namespace deploy_plan::model

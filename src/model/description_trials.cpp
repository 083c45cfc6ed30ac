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
      {2, {"sequence", "séquence"}, {"actions one after another", "des actions l'une après l'autre"}},
      {3,
       {"comparison", "comparaison"},
       {"segments that get it beside segments that do not, before and after",
        "des segments qui la reçoivent à côté d'autres qui ne la reçoivent pas, avant et après"}}};
  return all;
}

template <>
const Record& description<Cluster>() {
  static constexpr Field fields[] = {
      field<&Cluster::exposed>({"exposed", "exposés"}, Need::required,
                               {"how many were in it", "combien y étaient"}, count_from(0)),
      field<&Cluster::converted>({"converted", "convertis"}, Need::required,
                                 {"how many of them did it", "combien d'entre eux l'ont fait"},
                                 count_from(0)),
      field<&Cluster::name>({"name", "nom"}, Need::optional, {"the cluster's name", "le nom de la grappe"}),
  };
  static constexpr Record record{
      {"cluster", "grappe"},
      {"beneficiaries drawn together: a commune, a school, a relay with all whom it reaches",
       "des bénéficiaires tirés ensemble : une commune, une école, un relais avec tous ceux qu'il touche"},
      fields,
      &origin_of<Cluster>};
  return record;
}

template <>
const Record& description<Clusters>() {
  static constexpr Field fields[] = {
      field<&Clusters::file>({"file", "fichier"}, Need::required,
                             {"a CSV file beside this one: cluster, arm, exposed, converted",
                              "un fichier CSV voisin : grappe, bras, exposés, convertis"}),
      field<&Clusters::arm>({"arm", "bras"}, Need::optional,
                            {"the rows to take, by their arm", "les lignes à prendre, par leur bras"}),
      field<&Clusters::counted>({"counted", "comptées"}, Need::optional,
                                {"the clusters themselves", "les grappes elles-mêmes"}),
  };
  static constexpr Record record{{"clusters", "grappes"},
                                 {"what was drawn, where that is groups: in place or in a CSV file",
                                  "ce qui a été tiré, quand ce sont des groupes : sur place ou dans un CSV"},
                                 fields,
                                 &origin_of<Clusters>,
                                 2,
                                 true};
  return record;
}

template <>
const Record& description<ComparedSegment>() {
  static constexpr Field fields[] = {
      field<&ComparedSegment::segment>(
          {"segment", "segment"}, Need::required,
          {"the segment, as its series names it", "le segment, comme sa série le nomme"}),
      field<&ComparedSegment::from>(
          {"from", "depuis"}, Need::optional,
          {"the first day on which it got the action; left out where it never did",
           "le premier jour où il a reçu l'action ; omis s'il ne l'a jamais reçue"}),
      field<&ComparedSegment::observations>(
          {"observations", "relevés"}, Need::optional,
          {"its figures over time; else those of the test's series",
           "ses chiffres au fil du temps ; sinon ceux de la série du test"}),
  };
  static constexpr Record record{{"compared segment", "segment comparé"},
                                 {"a segment that got the action from a day on, or never",
                                  "un segment qui a reçu l'action à partir d'un jour, ou jamais"},
                                 fields,
                                 &origin_of<ComparedSegment>,
                                 0};
  return record;
}

template <>
const Record& description<Arm>() {
  static constexpr Field fields[] = {
      field<&Arm::name>(
          {"name", "nom"}, Need::required,
          {"the arm's name; the first is the reference", "le nom du bras ; le premier est la référence"}),
      unless("clusters", field<&Arm::exposed>({"exposed", "exposés"}, Need::required,
                                              {"how many were in it; their sum where clusters are given",
                                               "combien y étaient ; leur somme si des grappes sont données"},
                                              count_from(0))),
      unless("clusters", field<&Arm::converted>(
                             {"converted", "convertis"}, Need::required,
                             {"how many of them did it; their sum where clusters are given",
                              "combien d'entre eux l'ont fait ; leur somme si des grappes sont données"},
                             count_from(0))),
      field<&Arm::clusters>({"clusters", "grappes"}, Need::optional,
                            {"the groups that were drawn, where it was not people one by one",
                             "les groupes tirés, quand ce n'étaient pas des personnes une à une"}),
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
          {"beneficiaries to expose before reading, all arms together; of a sequence, steps; of a "
           "comparison, "
           "dates, before its starts too",
           "bénéficiaires à exposer avant de lire, tous bras confondus ; d'une séquence, des pas ; d'une "
           "comparaison, des dates, celles d'avant ses débuts comprises"},
          count_from(1)),
      rate<&Test::min_effect>(
          {"min_effect", "effet_minimal"}, Need::optional,
          {"the smallest rise worth seeing, in rate: 0.02 is 2 points; of a sequence, relative; of a "
           "comparison, relative where it is, else in the unit of its figures",
           "la plus petite hausse qui compte, en taux : 0,02 fait 2 points ; d'une séquence, relative ; "
           "d'une "
           "comparaison, relative si elle l'est, sinon dans l'unité de ses chiffres"},
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
      field<&Test::clusters>(
          {"clusters", "grappes"}, Need::optional,
          {"pilot: the groups that were in it, where it was not people one by one",
           "pilote : les groupes qui y étaient, quand ce n'étaient pas des personnes une à une"}),
      field<&Test::series>(
          {"series", "série"}, Need::optional,
          {"sequence: counts at equal steps; comparison: the file with a row by day and segment",
           "séquence : des comptages à pas égaux ; comparaison : le fichier d'une ligne par jour et "
           "segment"}),
      field<&Test::starts>({"starts", "débuts"}, Need::optional,
                           {"sequence: when each action began", "séquence : quand chaque action a commencé"}),
      field<&Test::segments>(
          {"segments", "segments"}, Need::optional,
          {"comparison: the segments that got the action, and since when; others of the series are untouched",
           "comparaison : les segments qui ont reçu l'action, et depuis quand ; les autres de la série sont "
           "intacts"}),
      field<&Test::relative>(
          {"relative", "relatif"}, Need::optional,
          {"comparison: whether to compare ratios, as segments differ in size; else differences",
           "comparaison : s'il faut comparer des rapports, quand les segments diffèrent en taille ; sinon "
           "des "
           "différences"}),
  };
  static constexpr Record record{{"test", "test"},
                                 {"how an action is tried before it is spread",
                                  "comment une action est essayée avant d'être généralisée"},
                                 fields,
                                 &origin_of<Test>};
  return record;
}

} // namespace deploy_plan::model

// Step 1: the market.
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<TierName>() {
  static constexpr Choice all[] = {
      {0,
       {"addressable", "adressable"},
       {"all who could ever use the solution", "tous ceux qui pourraient un jour utiliser la solution"}},
      {1,
       {"addressed", "adressé"},
       {"those whom today's means can reach", "ceux que les moyens d'aujourd'hui permettent d'atteindre"}},
      {2, {"target", "cible"}, {"those chosen for the period", "ceux choisis pour la période"}},
  };
  return all;
}

template <>
const Record& description<Observation>() {
  static constexpr Field fields[] = {
      told(field<&Observation::date>({"date", "date"}, Need::required,
                                     {"the day it was seen", "le jour du relevé"})),
      told(rate<&Observation::value>({"value", "valeur"}, Need::required,
                                     {"what was seen", "ce qui a été relevé"})),
  };
  static constexpr Record record{{"observation", "relevé"},
                                 {"one figure seen on one day", "un chiffre relevé un jour donné"},
                                 fields,
                                 &origin_of<Observation>};
  return record;
}

template <>
const Record& description<Series>() {
  static constexpr Field fields[] = {
      unnamed(field<&Series::file>({"file", "fichier"}, Need::required,
                                   {"a CSV file beside this one: date, metric, segment, value, seen",
                                    "un fichier CSV voisin : date, métrique, segment, valeur, vu"})),
      unnamed(field<&Series::metric>(
          {"metric", "métrique"}, Need::optional,
          {"the rows to take, by their metric", "les lignes à prendre, par leur métrique"})),
      told(field<&Series::points>({"points", "points"}, Need::optional,
                                  {"the observations themselves", "les relevés eux-mêmes"})),
  };
  static constexpr Record record{{"series", "série"},
                                 {"observations over time, in place or in a CSV file",
                                  "des relevés dans le temps, sur place ou dans un fichier CSV"},
                                 fields,
                                 &origin_of<Series>,
                                 2,
                                 true};
  return record;
}

template <>
const Record& description<Tier>() {
  static constexpr Field fields[] = {
      told(field<&Tier::size>({"size", "taille"}, Need::optional,
                              {"how many beneficiaries", "combien de bénéficiaires"}, count_from(0))),
      told(field<&Tier::as_of>({"as_of", "au"}, Need::optional,
                               {"the day the figure was true", "le jour où le chiffre était vrai"})),
      told(field<&Tier::source>({"source", "source"}, Need::optional,
                                {"where the figure comes from", "d'où vient le chiffre"})),
      field<&Tier::note>({"note", "remarque"}, Need::optional,
                         {"anything a reader should know", "ce qu'un lecteur doit savoir"}),
      told(field<&Tier::measurement>({"measurement", "moyen_de_mesure"}, Need::optional,
                                     {"how the figure is taken", "comment le chiffre est relevé"})),
      told(field<&Tier::observations>(
          {"observations", "relevés"}, Need::optional,
          {"the figure over time: the newest by the day stands for the size",
           "le chiffre au fil du temps : le dernier au jour dit tient lieu de taille"})),
  };
  static constexpr Record record{{"tier", "niveau"},
                                 {"a number of beneficiaries and what it is known from",
                                  "un nombre de bénéficiaires et ce qui le fait connaître"},
                                 fields,
                                 &origin_of<Tier>,
                                 0};
  return record;
}

template <>
const Record& description<Segment>() {
  static constexpr Field fields[] = {
      told(field<&Segment::id>({"id", "id"}, Need::required,
                               {"the segment's name in references and paths",
                                "le nom du segment dans les références et les chemins"})),
      told(field<&Segment::name>({"name", "nom"}, Need::optional,
                                 {"the segment's name for people", "le nom du segment pour les lecteurs"})),
      told(field<&Segment::addressable>(
          {"addressable", "adressable"}, Need::optional,
          {"the segment's largest possible size", "la plus grande taille possible du segment"})),
      told(field<&Segment::addressed>(
          {"addressed", "adressé"}, Need::optional,
          {"what today's means reach of it", "ce que les moyens d'aujourd'hui en atteignent"})),
      told(field<&Segment::target>(
          {"target", "cible"}, Need::optional,
          {"what is chosen of it for the period", "ce qui en est choisi pour la période"})),
      told(field<&Segment::penetrated>({"penetrated", "pénétré"}, Need::optional,
                                       {"what is covered of it now", "ce qui en est couvert aujourd'hui"})),
      field<&Segment::zone>({"zone", "zone"}, Need::optional,
                            {"the territory that it is, as PILOTE names it: D46, R84; its id if left out",
                             "le territoire qu'il est, tel que PILOTE le nomme : D46, R84 ; son id sinon"}),
  };
  static constexpr Record record{
      {"segment", "segment"},
      {"a part of the market; segments add up to it", "une partie du marché ; les segments s'additionnent"},
      fields,
      &origin_of<Segment>};
  return record;
}

template <>
const Record& description<ShareGoal>() {
  static constexpr Field fields[] = {
      field<&ShareGoal::id>({"id", "id"}, Need::optional,
                            {"the goal's name in paths; made of tier, segment and day if left out, like "
                             "target-2026-12-31",
                             "le nom de l'objectif dans les chemins ; sinon fait du niveau, du segment et de "
                             "l'échéance, comme target-2026-12-31"}),
      told(field<&ShareGoal::of>({"of", "de"}, Need::required,
                                 {"the tier that the share is of", "le niveau dont on prend la part"})),
      told(rate<&ShareGoal::share>(
          {"share", "part"}, Need::required,
          {"the share to reach, as a fraction of 1", "la part à atteindre, en fraction de 1"},
          above_to(0, 1))),
      told(field<&ShareGoal::by>({"by", "échéance"}, Need::required,
                                 {"the day to reach it by", "le jour où l'atteindre"})),
      told(field<&ShareGoal::segment>({"segment", "segment"}, Need::optional,
                                      {"the segment it is of; the whole market if left out",
                                       "le segment concerné ; tout le marché sinon"})),
      field<&ShareGoal::milestones>(
          {"milestones", "jalons"}, Need::optional,
          {"where its path passes, from the first day to the last; straight if left out",
           "par où passe sa trajectoire, du premier jour au dernier ; droite sinon"}),
  };
  static constexpr std::string_view id_made_of[] = {"of", "segment", "by"};
  static constexpr Record record{
      .name = {"share goal", "objectif de part"},
      .meaning = {"a market share to reach by a day", "une part de marché à atteindre à une date"},
      .fields = fields,
      .origin = &origin_of<ShareGoal>,
      .id_made_of = id_made_of};
  return record;
}

template <>
const Record& description<Viability>() {
  static constexpr Field fields[] = {
      told(field<&Viability::annual_cost>(
          {"annual_cost", "coût_annuel"}, Need::optional,
          {"what the solution costs a year", "ce que la solution coûte par an"}, at_least(0))),
      field<&Viability::max_cost_per_beneficiary>({"max_cost_per_beneficiary", "coût_max_par_bénéficiaire"},
                                                  Need::optional,
                                                  {"the most that one beneficiary may cost a year",
                                                   "le plus qu'un bénéficiaire puisse coûter par an"},
                                                  at_least(0)),
  };
  static constexpr Record record{
      {"viability", "viabilité"},
      {"what tells whether launching is worth its cost", "ce qui dit si le lancement vaut son coût"},
      fields,
      &origin_of<Viability>};
  return record;
}

template <>
const Record& description<Market>() {
  static constexpr Field fields[] = {
      worded(told(field<&Market::unit>({"unit", "unité"}, Need::required,
                                       {"what one beneficiary is: commune, school, farmer",
                                        "ce qu'est un bénéficiaire : commune, école, agriculteur"}))),
      worded(told(field<&Market::units>({"units", "unités"}, Need::optional,
                                        {"the same in the plural: communes, schools, farmers",
                                         "la même au pluriel : communes, écoles, agriculteurs"}))),
      told(field<&Market::addressable>(
          {"addressable", "adressable"}, Need::optional,
          {"the largest possible size of the market", "la plus grande taille possible du marché"})),
      told(field<&Market::addressed>({"addressed", "adressé"}, Need::optional,
                                     {"what the team can reach with today's means",
                                      "ce que l'équipe peut atteindre avec ses moyens actuels"})),
      told(field<&Market::target>({"target", "cible"}, Need::optional,
                                  {"the part of the addressed market chosen for the period",
                                   "la part du marché adressé choisie pour la période"})),
      told(field<&Market::penetrated>(
          {"penetrated", "pénétré"}, Need::optional,
          {"what is covered now; 0 before launch", "ce qui est couvert aujourd'hui ; 0 avant le lancement"})),
      told(field<&Market::segments>({"segments", "segments"}, Need::optional,
                                    {"a partition of the market", "une partition du marché"})),
      told(field<&Market::share_goals>({"share_goals", "objectifs_de_part"}, Need::optional,
                                       {"the market shares to reach", "les parts de marché à atteindre"})),
      told(field<&Market::viability>(
          {"viability", "viabilité"}, Need::optional,
          {"whether launching is worth its cost", "le lancement vaut-il son coût"})),
      field<&Market::zone>({"zone", "zone"}, Need::optional,
                           {"the territory that it is, as PILOTE names it: D46, R84; FRANCE if left out",
                            "le territoire qu'il est, tel que PILOTE le nomme : D46, R84 ; FRANCE sinon"}),
  };
  static constexpr Record record{{"market", "marché"},
                                 {"who could use the solution, in four nested tiers",
                                  "qui pourrait utiliser la solution, en quatre niveaux emboîtés"},
                                 fields,
                                 &origin_of<Market>};
  return record;
}

} // namespace deploy_plan::model

namespace deploy_plan {

const std::string& indicator_of(const Objective& objective) {
  if (!objective.indicator.empty())
    return objective.indicator;
  return objective.observations && !objective.observations->metric.empty() ? objective.observations->metric
                                                                           : objective.id;
}

const std::string& units_of(const Metric& metric, const Market& market) {
  return metric.units.empty() && metric.unit == market.unit ? market.units : metric.units;
}

std::string zone_of(const Market& market, std::string_view segment) {
  if (segment.empty()) // PILOTE takes the country in two spellings
    return market.zone.empty() || market.zone == "France" ? std::string(whole_country) : market.zone;
  for (const Segment& one : market.segments)
    if (one.id == segment && !one.zone.empty())
      return one.zone;
  return std::string(segment);
}

std::string id_of(const ShareGoal& goal) {
  if (!goal.id.empty())
    return goal.id;
  std::string id(model::choice_of(goal.of).name.en);
  if (!goal.segment.empty())
    id += "-" + goal.segment;
  return id + "-" + iso(goal.by);
}

} // namespace deploy_plan

// Step 2: the objectives.
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<Stage>() {
  static constexpr Choice all[] = {
      {0,
       {"acquisition", "acquisition"},
       {"new beneficiaries discover the solution", "de nouveaux bénéficiaires découvrent la solution"}},
      {1,
       {"activation", "activation"},
       {"they get its value a first time", "ils en tirent une première fois la valeur"}},
      {2, {"retention", "rétention"}, {"they come back", "ils reviennent"}},
      {3, {"referral", "recommandation"}, {"they recommend it", "ils la recommandent"}},
      {4, {"impact", "impact"}, {"use turns into public value", "l'usage devient de la valeur publique"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<MetricKind>() {
  static constexpr Choice all[] = {
      {0, {"performance", "performance"}, {"how well deployment goes", "comment va le déploiement"}},
      {1, {"impact", "impact"}, {"what public value follows", "quelle valeur publique en découle"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<Scale>() {
  static constexpr Choice all[] = {
      {0, {"count", "nombre"}, {"a cumulative number", "un nombre cumulé"}},
      {1, {"rate", "taux"}, {"a rate, that may go up and down", "un taux, qui peut monter et descendre"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<Automation>() {
  static constexpr Choice all[] = {
      {0, {"none", "aucune"}, {"not measured", "pas de mesure"}},
      {1, {"manual", "manuelle"}, {"someone counts", "quelqu'un compte"}},
      {2, {"automated", "automatisée"}, {"measured without anyone's time", "mesurée sans y passer de temps"}},
  };
  return all;
}

template <>
const Record& description<Metric>() {
  static constexpr Field fields[] = {
      told(field<&Metric::name>({"name", "nom"}, Need::required, {"what is counted", "ce qui est compté"})),
      worded(told(field<&Metric::unit>({"unit", "unité"}, Need::optional,
                                       {"in what; the market's unit when beneficiaries are counted",
                                        "en quoi ; l'unité du marché quand on compte des bénéficiaires"}))),
      beside("unit", worded(told(field<&Metric::units>(
                         {"units", "unités"}, Need::optional,
                         {"the same in the plural; else the market's, where the unit is",
                          "la même au pluriel ; à défaut, celle du marché si l'unité est la sienne"})))),
      told(field<&Metric::kind>({"kind", "nature"}, Need::optional,
                                {"performance or impact", "performance ou impact"})),
      told(field<&Metric::scale>({"scale", "échelle"}, Need::optional,
                                 {"a cumulative count or a rate", "un nombre cumulé ou un taux"})),
  };
  static constexpr Record record{{"metric", "métrique"},
                                 {"what an objective is measured by", "ce par quoi un objectif se mesure"},
                                 fields,
                                 &origin_of<Metric>};
  return record;
}

template <>
std::span<const Choice> choices<MeasuringPeriod>() {
  static constexpr Choice all[] = {
      {0, {"day", "jour"}, {"each figure is final on its day", "chaque chiffre est définitif à son jour"}},
      {1, {"week", "semaine"}, {"from Monday to Sunday", "du lundi au dimanche"}},
      {2, {"month", "mois"}, {"of the calendar", "du calendrier"}},
      {3, {"quarter", "trimestre"}, {"of the calendar", "du calendrier"}},
      {4, {"year", "année"}, {"of the calendar", "du calendrier"}},
  };
  return all;
}

template <>
const Record& description<Query>() {
  static constexpr Field fields[] = {
      field<&Query::source>({"source", "source"}, Need::required,
                            {"the name of the database, as `measure` finds it on the machine",
                             "le nom de la base, telle que `measure` la trouve sur la machine"}),
      field<&Query::sql>(
          {"sql", "sql"}, Need::required,
          {"one statement that only reads, or a .sql file beside this one; :from, :until and "
           ":segment are bound; rows of a day and a value, of a segment, a day and a value, or "
           "one value",
           "une instruction qui ne fait que lire, ou un fichier .sql voisin ; :from, :until et "
           ":segment y sont liés ; des lignes d'un jour et d'une valeur, d'un segment, d'un "
           "jour et d'une valeur, ou une seule valeur"}),
      field<&Query::period>({"period", "période"}, Need::optional,
                            {"what a row's figure is of: those of a period that is not over are left out; "
                             "every_days tells it if left out",
                             "ce dont une ligne donne le chiffre : ceux d'une période inachevée sont omis ; "
                             "fréquence_jours le dit sinon"}),
      field<&Query::late_days>(
          {"late_days", "jours_de_retard"}, Need::optional,
          {"days back that are read again, as figures may still change; one period if "
           "left out",
           "les jours passés qui sont relus, car leurs chiffres peuvent encore changer ; "
           "une période sinon"},
          between(0, 36525)),
      field<&Query::time_zone>({"time_zone", "fuseau_horaire"}, Need::optional,
                               {"in which days begin, Europe/Paris; the engine's own if left out",
                                "où commencent les jours, Europe/Paris ; celui du moteur sinon"}),
  };
  static constexpr Record record{{"query", "requête"},
                                 {"what is asked of a database for a figure to come by itself",
                                  "ce qui est demandé à une base pour qu'un chiffre vienne de lui-même"},
                                 fields,
                                 &origin_of<Query>};
  return record;
}

template <>
const Record& description<Measurement>() {
  static constexpr Field fields[] = {
      told(field<&Measurement::method>({"method", "méthode"}, Need::optional,
                                       {"how the figure is taken", "comment le chiffre est relevé"})),
      field<&Measurement::automation>({"automation", "automatisation"}, Need::optional,
                                      {"who takes it", "qui le relève"}),
      field<&Measurement::every_days>({"every_days", "fréquence_jours"}, Need::optional,
                                      {"days between two observations", "jours entre deux relevés"},
                                      between(1, 36525)),
      field<&Measurement::query>({"query", "requête"}, Need::optional,
                                 {"asked by `measure` for the figure to come by itself",
                                  "posée par `measure` pour que le chiffre vienne de lui-même"}),
  };
  static constexpr Record record{{"measurement", "moyen de mesure"},
                                 {"how a figure is measured", "comment un chiffre est mesuré"},
                                 fields,
                                 &origin_of<Measurement>};
  return record;
}

template <>
const Record& description<Baseline>() {
  static constexpr Field fields[] = {
      field<&Baseline::date>({"date", "date"}, Need::required, {"the day of the start", "le jour du départ"}),
      rate<&Baseline::value>({"value", "valeur"}, Need::required,
                             {"the figure at the start", "le chiffre de départ"}),
  };
  static constexpr Record record{{"baseline", "départ"},
                                 {"where an objective starts from", "d'où part un objectif"},
                                 fields,
                                 &origin_of<Baseline>};
  return record;
}

template <>
const Record& description<Milestone>() {
  static constexpr Field fields[] = {
      field<&Milestone::by>({"by", "échéance"}, Need::required,
                            {"the day to pass there by", "le jour où y passer"}),
      rate<&Milestone::value>(
          {"value", "valeur"}, Need::required,
          {"the figure to have reached by then; of a share goal, the share, as a fraction of 1",
           "le chiffre à avoir atteint ce jour-là ; pour un objectif de part, la part, en fraction de 1"}),
  };
  static constexpr Record record{
      {"milestone", "jalon"},
      {"where the path to a goal passes on its way", "par où passe la trajectoire vers un objectif"},
      fields,
      &origin_of<Milestone>};
  return record;
}

template <>
const Record& description<ObjectiveTarget>() {
  static constexpr Field fields[] = {
      told(rate<&ObjectiveTarget::value>({"value", "valeur"}, Need::required,
                                         {"the figure to reach", "le chiffre à atteindre"})),
      told(field<&ObjectiveTarget::by>({"by", "échéance"}, Need::required,
                                       {"the day to reach it by", "le jour où l'atteindre"})),
      field<&ObjectiveTarget::milestones>(
          {"milestones", "jalons"}, Need::optional,
          {"where its path passes, from the first day to the last; straight if left out",
           "par où passe sa trajectoire, du premier jour au dernier ; droite sinon"}),
  };
  static constexpr Record record{
      {"target figure", "objectif chiffré"},
      {"what an objective must reach, and when", "ce qu'un objectif doit atteindre, et quand"},
      fields,
      &origin_of<ObjectiveTarget>};
  return record;
}

template <>
const Record& description<Objective>() {
  static constexpr Field fields[] = {
      told(field<&Objective::id>({"id", "id"}, Need::required,
                                 {"the objective's name in references and paths",
                                  "le nom de l'objectif dans les références et les chemins"})),
      told(field<&Objective::name>(
          {"name", "nom"}, Need::optional,
          {"the objective's name for people", "le nom de l'objectif pour les lecteurs"})),
      told(field<&Objective::stage>(
          {"stage", "étape"}, Need::required,
          {"the stage of the beneficiary's path", "l'étape du parcours du bénéficiaire"})),
      told(field<&Objective::metric>({"metric", "métrique"}, Need::required,
                                     {"what is counted", "ce qui est compté"})),
      told(field<&Objective::measurement>(
          {"measurement", "moyen_de_mesure"}, Need::optional,
          {"how it is counted, automated if possible", "comment c'est compté, automatiquement si possible"})),
      field<&Objective::baseline>({"baseline", "départ"}, Need::optional,
                                  {"where it starts from", "d'où il part"}),
      told(field<&Objective::target>({"target", "objectif_chiffré"}, Need::required,
                                     {"the figure to reach", "le chiffre à atteindre"})),
      told(field<&Objective::observations>({"observations", "relevés"}, Need::optional,
                                           {"what was seen so far", "ce qui a été relevé jusqu'ici"})),
      field<&Objective::priority>({"priority", "priorité"}, Need::optional,
                                  {"1 comes first", "1 passe en premier"}, between(1, 1000)),
      told(field<&Objective::segment>({"segment", "segment"}, Need::optional,
                                      {"the segment it is about", "le segment concerné"})),
      field<&Objective::worth>(
          {"worth", "valeur_unitaire"}, Need::optional,
          {"what one unit of its metric is worth, in money: tests are then weighed in it",
           "ce que vaut une unité de sa métrique, en argent : les tests s'y pèsent alors"},
          more_than(0)),
      field<&Objective::indicator>(
          {"indicator", "indicateur"}, Need::optional,
          {"what it is called in PILOTE: IND-001; else the metric of its rows, or its id",
           "son identifiant dans PILOTE : IND-001 ; sinon la métrique de ses lignes, ou "
           "son id"}),
  };
  static constexpr Record record{{"objective", "objectif"},
                                 {"a figure to reach at one stage, and a means to measure it",
                                  "un chiffre à atteindre à une étape, et un moyen de le mesurer"},
                                 fields,
                                 &origin_of<Objective>};
  return record;
}

template <>
const Record& description<NorthStar>() {
  static constexpr Field fields[] = {
      told(field<&NorthStar::objective>(
          {"objective", "objectif"}, Need::required,
          {"the objective that guides the team first", "l'objectif qui guide d'abord l'équipe"})),
      told(field<&NorthStar::from>({"from", "du"}, Need::optional, {"its first day", "son premier jour"})),
      told(field<&NorthStar::until>({"until", "jusqu_au"}, Need::optional,
                                    {"its last day", "son dernier jour"})),
  };
  static constexpr Record record{{"North Star", "étoile polaire"},
                                 {"the one objective that comes first for a given time",
                                  "l'objectif qui passe avant les autres pour un temps donné"},
                                 fields,
                                 &origin_of<NorthStar>};
  return record;
}

} // namespace deploy_plan::model

namespace deploy_plan {

MeasuringPeriod period_of(const Query& query, std::optional<std::int64_t> every_days) {
  if (query.period)
    return *query.period;
  struct Span {
    std::int64_t least, most;
    MeasuringPeriod period;
  };
  static constexpr Span spans[] = {{7, 7, MeasuringPeriod::week},
                                   {28, 31, MeasuringPeriod::month},
                                   {89, 92, MeasuringPeriod::quarter},
                                   {365, 366, MeasuringPeriod::year}};
  for (const Span& span : spans)
    if (every_days && span.least <= *every_days && *every_days <= span.most)
      return span.period;
  return MeasuringPeriod::day;
}

} // namespace deploy_plan

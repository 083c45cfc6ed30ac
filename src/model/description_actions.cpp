// Steps 3 and 4: levers and actions.
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<Family>() {
  static constexpr Choice all[] = {
      {0,
       {"product", "produit"},
       {"the solution itself makes itself adopted", "la solution se fait adopter d'elle-même"}},
      {1,
       {"targeted_outreach", "prospection_et_support_ciblés"},
       {"going to chosen beneficiaries and helping them",
        "aller vers des bénéficiaires choisis et les aider"},
       {"targeted outreach and support", "prospection et support ciblés"}},
      {2, {"relays", "relais"}, {"others who carry the solution", "d'autres qui portent la solution"}},
      {3, {"communication", "communication"}, {"making it known", "la faire connaître"}},
      {4, {"sponsors", "sponsors"}, {"people whose word weighs", "des personnes dont la parole pèse"}},
      {5, {"regulation", "régulation"}, {"rules that make it used", "des règles qui la font utiliser"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<Scope>() {
  static constexpr Choice all[] = {
      {0, {"common", "commun"}, {"any administration has it", "toute administration en dispose"}},
      {1, {"specific", "spécifique"}, {"this administration has it", "cette administration en dispose"}}};
  return all;
}
template <>
std::span<const Choice> choices<Relay>() {
  static constexpr Choice all[] = {
      {0, {"assisted", "aidés"}, {"those who were helped", "ceux qui ont été aidés"}},
      {1, {"helpers", "aidants"}, {"those who help beneficiaries", "ceux qui aident les bénéficiaires"}},
      {2,
       {"partners", "partenaires"},
       {"organisations with a shared interest", "des organismes qui y ont intérêt"}}};
  return all;
}
template <>
std::span<const Choice> choices<Execution>() {
  static constexpr Choice all[] = {
      {0, {"automated", "automatisée"}, {"runs by itself", "se fait seule"}},
      {1, {"manual", "manuelle"}, {"takes people's time", "prend du temps aux équipes"}},
      {2, {"mixed", "mixte"}, {"some of both", "un peu des deux"}}};
  return all;
}
template <>
std::span<const Choice> choices<Status>() {
  static constexpr Choice all[] = {
      {0, {"idea", "idée"}, {"not begun", "pas commencée"}},
      {1, {"testing", "test"}, {"being tested", "en cours de test"}},
      {2, {"proven", "éprouvée"}, {"a test said yes", "un test a dit oui"}},
      {3, {"scaling", "généralisation"}, {"being spread", "en cours de généralisation"}},
      {4, {"stopped", "arrêtée"}, {"given up", "abandonnée"}}};
  return all;
}
template <>
std::span<const Choice> choices<Repeatability>() {
  static constexpr Choice all[] = {
      {0, {"one_off", "unique"}, {"once", "une fois"}},
      {1, {"occasional", "ponctuelle"}, {"now and then", "de temps en temps"}},
      {2, {"repeatable", "répétable"}, {"at will", "à volonté"}},
      {3, {"automatic", "automatique"}, {"repeats itself", "se répète d'elle-même"}}};
  return all;
}
template <>
const Record& description<Lever>() {
  static constexpr Field fields[] = {
      field<&Lever::family>({"family", "famille"}, Need::required,
                            {"one of the six families", "une des six familles"}),
      field<&Lever::name>({"name", "nom"}, Need::optional,
                          {"the lever's name for people", "le nom du levier pour les lecteurs"}),
      field<&Lever::scope>({"scope", "portée"}, Need::optional,
                           {"common to all administrations or specific to one",
                            "commun à toutes les administrations ou spécifique"}),
      field<&Lever::available>({"available", "disponible"}, Need::optional,
                               {"whether the team can use it", "l'équipe peut-elle l'utiliser"}),
      field<&Lever::relevant>({"relevant", "pertinent"}, Need::optional,
                              {"whether it would help", "serait-il utile"}),
      field<&Lever::why>({"why", "pourquoi"}, Need::optional,
                         {"why it is used or set aside", "pourquoi il est utilisé ou écarté"}),
  };
  static constexpr Record record{{"lever", "levier"},
                                 {"a family of actions, considered", "une famille d'actions, étudiée"},
                                 fields,
                                 &origin_of<Lever>};
  return record;
}

template <>
const Record& description<Uncertain>() {
  static constexpr Field fields[] = {
      rate<&Uncertain::value>({"value", "valeur"}, Need::optional,
                              {"the number, when it is known", "le nombre, quand il est connu"}),
      rate<&Uncertain::low>({"low", "bas"}, Need::optional,
                            {"one chance in twenty to be below", "une chance sur vingt d'être en dessous"}),
      rate<&Uncertain::high>({"high", "haut"}, Need::optional,
                             {"one chance in twenty to be above", "une chance sur vingt d'être au-dessus"}),
      rate<&Uncertain::min>({"min", "min"}, Need::optional, {"the least possible", "le moins possible"}),
      rate<&Uncertain::mode>({"mode", "mode"}, Need::optional, {"the most likely", "le plus probable"}),
      rate<&Uncertain::max>({"max", "max"}, Need::optional, {"the most possible", "le plus possible"}),
      rate<&Uncertain::mean>({"mean", "moyenne"}, Need::optional,
                             {"the mean of a normal law", "la moyenne d'une loi normale"}),
      rate<&Uncertain::sd>({"sd", "écart_type"}, Need::optional, {"its standard deviation", "son écart-type"},
                           at_least(0)),
  };
  static constexpr std::string_view interval[] = {"low", "high"};
  static constexpr std::string_view pert[] = {"min", "mode", "max"};
  static constexpr std::string_view normal[] = {"mean", "sd"};
  static constexpr std::span<const std::string_view> forms[] = {interval, pert, normal};
  static constexpr Record record{{"uncertain number", "nombre incertain"},
                                 {"a number, or what is known of it", "un nombre, ou ce qu'on en sait"},
                                 fields,
                                 &origin_of<Uncertain>,
                                 0,
                                 true,
                                 forms};
  return record;
}

template <>
const Record& description<Cost>() {
  static constexpr Field fields[] = {
      told(field<&Cost::money>({"money", "argent"}, Need::optional,
                               {"money for one run", "l'argent d'un passage"}, at_least(0))),
      told(field<&Cost::days>({"days", "jours"}, Need::optional,
                              {"person-days for one run", "les jours-personne d'un passage"}, at_least(0))),
      told(field<&Cost::setup_money>({"setup_money", "mise_en_place_argent"}, Need::optional,
                                     {"money, once", "l'argent, une fois"}, at_least(0))),
      told(field<&Cost::setup_days>({"setup_days", "mise_en_place_jours"}, Need::optional,
                                    {"person-days, once", "les jours-personne, une fois"}, at_least(0))),
  };
  static constexpr Record record{
      {"cost", "coût"}, {"money and people's time", "de l'argent et du temps"}, fields, &origin_of<Cost>};
  return record;
}

template <>
const Record& description<Runs>() {
  static constexpr Field fields[] = {
      field<&Runs::min>({"min", "min"}, Need::optional,
                        {"runs already committed", "les passages déjà promis"}, between(0, 1000000)),
      field<&Runs::max>({"max", "max"}, Need::optional,
                        {"the most runs that make sense", "le plus de passages qui aient un sens"},
                        between(0, 1000000)),
      told(field<&Runs::done>({"done", "faits"}, Need::optional,
                              {"runs made so far", "les passages déjà faits"}, between(0, 1000000))),
      field<&Runs::per_month>({"per_month", "par_mois"}, Need::optional,
                              {"the most runs in a calendar month", "le plus de passages dans un mois civil"},
                              between(1, 1000000)),
  };
  static constexpr Record record{
      {"runs", "passages"},
      {"how often an action is carried out", "combien de fois une action est menée"},
      fields,
      &origin_of<Runs>};
  return record;
}

template <>
const Record& description<ActionSegment>() {
  static constexpr Field fields[] = {
      field<&ActionSegment::segment>({"segment", "segment"}, Need::required,
                                     {"a segment of the market", "un segment du marché"}),
      field<&ActionSegment::effect>({"effect", "effet"}, Need::optional,
                                    {"what one run adds there; the action's effect if left out",
                                     "ce qu'un passage y ajoute ; l'effet de l'action sinon"}),
  };
  static constexpr Record record{
      {"segment of an action", "segment d'une action"},
      {"a segment in which an action can be run", "un segment où une action peut être menée"},
      fields,
      &origin_of<ActionSegment>,
      0};
  return record;
}

template <>
const Record& description<ScheduledRuns>() {
  static constexpr Field fields[] = {
      field<&ScheduledRuns::month>({"month", "mois"}, Need::required, {"the month", "le mois"}),
      field<&ScheduledRuns::runs>(
          {"runs", "passages"}, Need::required,
          {"how many runs are to be done in it", "combien de passages y sont à faire"}, between(0, 1000000)),
      field<&ScheduledRuns::segment>({"segment", "segment"}, Need::optional,
                                     {"in which they are done, of an action that can be run in several",
                                      "où ils se font, pour une action qui peut être menée dans plusieurs"}),
  };
  static constexpr Record record{{"scheduled runs", "passages au calendrier"},
                                 {"runs that are promised for a month", "des passages promis pour un mois"},
                                 fields,
                                 &origin_of<ScheduledRuns>};
  return record;
}

template <>
const Record& description<Measure>() {
  static constexpr Field fields[] = {
      field<&Measure::method>(
          {"method", "méthode"}, Need::required,
          {"a dedicated link, a count in the product…", "un lien dédié, un comptage dans le produit…"}),
      rate<&Measure::target>({"target", "objectif_chiffré"}, Need::optional,
                             {"the figure to reach", "le chiffre à atteindre"}),
      field<&Measure::query>({"query", "requête"}, Need::optional,
                             {"asked by `measure` for the figure to come by itself",
                              "posée par `measure` pour que le chiffre vienne de lui-même"}),
      field<&Measure::observations>({"observations", "relevés"}, Need::optional,
                                    {"the figure over time", "le chiffre au fil du temps"}),
  };
  static constexpr Record record{{"measure", "mesure"},
                                 {"how an action's effect is seen", "comment l'effet d'une action se voit"},
                                 fields,
                                 &origin_of<Measure>};
  return record;
}

template <>
const Record& description<Result>() {
  static constexpr Field fields[] = {
      told(field<&Result::date>({"date", "date"}, Need::required, {"the day", "le jour"})),
      told(field<&Result::runs>({"runs", "passages"}, Need::optional,
                                {"runs it is of", "les passages concernés"}, between(1, 1000000))),
      told(field<&Result::money>({"money", "argent"}, Need::optional, {"money spent", "l'argent dépensé"},
                                 at_least(0))),
      told(field<&Result::days>({"days", "jours"}, Need::optional,
                                {"person-days spent", "les jours-personne passés"}, at_least(0))),
      rate<&Result::effect>(
          {"effect", "effet"}, Need::required,
          {"what it added to the objective's metric", "ce que cela a ajouté à la métrique de l'objectif"}),
      field<&Result::segment>({"segment", "segment"}, Need::optional,
                              {"in which they were done, of an action that can be run in several",
                               "où ils se sont faits, pour une action qui peut être menée dans plusieurs"}),
  };
  static constexpr Record record{{"result", "résultat"},
                                 {"what runs of an action gave", "ce qu'ont donné des passages d'une action"},
                                 fields,
                                 &origin_of<Result>};
  return record;
}

template <>
const Record& description<Action>() {
  static constexpr Field fields[] = {
      unnamed(field<&Action::id>({"id", "id"}, Need::required,
                                 {"the action's name in references and paths",
                                  "le nom de l'action dans les références et les chemins"})),
      field<&Action::name>({"name", "nom"}, Need::optional,
                           {"the action's name for people", "le nom de l'action pour les lecteurs"}),
      field<&Action::lever>({"lever", "levier"}, Need::required,
                            {"the family it belongs to", "la famille dont elle relève"}),
      field<&Action::objective>({"objective", "objectif"}, Need::required,
                                {"the objective it serves", "l'objectif qu'elle sert"}),
      field<&Action::segment>({"segment", "segment"}, Need::optional,
                              {"the segment it reaches", "le segment qu'elle atteint"}),
      field<&Action::segments>(
          {"segments", "segments"}, Need::optional,
          {"segments in each of which it can be run, instead of segment: how many runs go where is part of "
           "the plan",
           "les segments où elle peut être menée, au lieu de segment : combien de passages vont où fait "
           "partie du plan"}),
      field<&Action::relay>({"relay", "relais"}, Need::optional, {"who relays it", "qui la relaie"}),
      field<&Action::execution>({"execution", "exécution"}, Need::optional,
                                {"automated, manual or mixed", "automatisée, manuelle ou mixte"}),
      field<&Action::status>({"status", "statut"}, Need::optional, {"how far it is", "où elle en est"}),
      field<&Action::owner>({"owner", "responsable"}, Need::optional,
                            {"who answers for it: a name of the team", "qui en répond : un nom de l'équipe"}),
      field<&Action::start>({"start", "début"}, Need::optional, {"its first day", "son premier jour"}),
      field<&Action::end>({"end", "fin"}, Need::optional, {"its last day", "son dernier jour"}),
      field<&Action::delay_days>(
          {"delay_days", "délai_jours"}, Need::optional,
          {"days from a run to its effect; 0 if left out", "jours d'un passage à son effet ; 0 sinon"},
          days_between()),
      field<&Action::spacing_days>(
          {"spacing_days", "espacement_jours"}, Need::optional,
          {"days, at least, from one run to the next", "jours, au moins, d'un passage au suivant"},
          days_between()),
      told(field<&Action::cost>({"cost", "coût"}, Need::optional, {"what it costs", "ce qu'elle coûte"})),
      told(field<&Action::runs>({"runs", "passages"}, Need::optional,
                                {"how often it is carried out", "combien de fois elle est menée"})),
      field<&Action::schedule>({"schedule", "calendrier"}, Need::optional,
                               {"what is committed, month by month; a plan can write it",
                                "ce qui est promis, mois par mois ; un plan peut l'écrire"}),
      field<&Action::effect>({"effect", "effet"}, Need::optional,
                             {"what one run adds to the objective's metric",
                              "ce qu'un passage ajoute à la métrique de l'objectif"}),
      rate<&Action::variation>(
          {"variation", "variation"}, Need::optional,
          {"how much one run differs from another: the standard deviation of its effect, as a share of the "
           "mean; 0 where each brings the same, 0.5 if left out",
           "de combien un passage diffère d'un autre : l'écart-type de son effet, en part de la moyenne ; 0 "
           "si chacun apporte autant, 0,5 sinon"},
          at_least(0)),
      rate<&Action::decay>({"decay", "essoufflement"}, Need::optional,
                           {"run n+1 adds (1 - decay) of what run n added",
                            "le passage n+1 ajoute (1 - essoufflement) de ce qu'a ajouté le passage n"},
                           between(0, 1)),
      field<&Action::repeatability>({"repeatability", "répétabilité"}, Need::optional,
                                    {"how easily it is done again", "avec quelle facilité elle se refait"}),
      field<&Action::measure>({"measure", "mesure"}, Need::optional,
                              {"how its effect is seen", "comment son effet se voit"}),
      told(field<&Action::results>({"results", "résultats"}, Need::optional,
                                   {"what it has given", "ce qu'elle a donné"})),
      field<&Action::test>({"test", "test"}, Need::optional, {"how it is tried", "comment elle est essayée"}),
      field<&Action::requires_>({"requires", "nécessite"}, Need::optional,
                                {"actions it needs", "les actions dont elle a besoin"}),
      field<&Action::excludes>({"excludes", "exclut"}, Need::optional,
                               {"actions it rules out", "les actions qu'elle exclut"}),
  };
  static constexpr Record record{{"action", "action"},
                                 {"something the team does, that costs and has an effect",
                                  "ce que fait l'équipe, qui coûte et a un effet"},
                                 fields,
                                 &origin_of<Action>};
  return record;
}

} // namespace deploy_plan::model

// The whole file, and what surrounds the four steps.
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<SolutionKind>() {
  static constexpr Choice all[] = {
      {0, {"digital_service", "service_numérique"}, {"a digital service", "un service numérique"}},
      {1, {"regulation", "réglementation"}, {"a regulation", "une réglementation"}},
      {2, {"subsidy", "subvention"}, {"a subsidy", "une subvention"}},
      {3, {"guidance", "accompagnement"}, {"guidance", "un accompagnement"}},
      {4, {"other", "autre"}, {"something else", "autre chose"}}};
  return all;
}
template <>
std::span<const Choice> choices<Axis>() {
  static constexpr Choice all[] = {
      {0, {"adoption", "adoption"}, {"spread and adoption", "diffusion et adoption"}},
      {1, {"retention", "rétention"}, {"support and retention", "accompagnement et rétention"}}};
  return all;
}
template <>
std::span<const Choice> choices<EventKind>() {
  static constexpr Choice all[] = {{0,
                                    {"step", "saut"},
                                    {"the figure moves at once, and goes on from there as before",
                                     "le chiffre bouge d'un coup, puis repart de là comme avant"}},
                                   {1,
                                    {"pace", "rythme"},
                                    {"from that day on the figure moves faster, or slower",
                                     "à partir de ce jour, le chiffre bouge plus vite, ou moins vite"}},
                                   {2,
                                    {"announcement", "annonce"},
                                    {"it moves the figure for a while, most at first",
                                     "elle fait bouger le chiffre un temps, surtout au début"}}};
  return all;
}
template <>
std::span<const Choice> choices<RuleSeverity>() {
  static constexpr Choice all[] = {
      {0, {"off", "off"}, {"say nothing", "ne rien dire"}},
      {1, {"info", "info"}, {"worth knowing", "bon à savoir"}},
      {2, {"warning", "warning"}, {"weakens the strategy", "affaiblit la stratégie"}},
      {3, {"error", "error"}, {"makes it unsound", "la rend incohérente"}}};
  return all;
}

template <>
const Record& description<Solution>() {
  static constexpr Field fields[] = {
      told(field<&Solution::name>({"name", "nom"}, Need::required,
                                  {"what is deployed", "ce qui est déployé"})),
      field<&Solution::kind>(
          {"kind", "nature"}, Need::optional,
          {"what sort of lever of public policy it is", "quelle sorte de levier de politique publique"}),
      told(field<&Solution::description>({"description", "description"}, Need::optional,
                                         {"what it does, in a sentence", "ce qu'elle fait, en une phrase"})),
      told(field<&Solution::url>({"url", "url"}, Need::optional,
                                 {"where it is presented", "où elle est présentée"})),
      told(field<&Solution::launched>(
          {"launched", "lancement"}, Need::optional,
          {"the day it opened to beneficiaries", "le jour où elle s'est ouverte aux bénéficiaires"})),
  };
  static constexpr Record record{{"solution", "solution"},
                                 {"what is to be used", "ce qu'il s'agit de faire utiliser"},
                                 fields,
                                 &origin_of<Solution>};
  return record;
}

template <>
const Record& description<Period>() {
  static constexpr Field fields[] = {
      told(field<&Period::start>({"start", "début"}, Need::required, {"its first day", "son premier jour"})),
      told(field<&Period::end>({"end", "fin"}, Need::required, {"its last day", "son dernier jour"})),
  };
  static constexpr Record record{
      {"period", "période"},
      {"the time that the target tier is chosen for", "le temps pour lequel la cible est choisie"},
      fields,
      &origin_of<Period>};
  return record;
}

template <>
const Record& description<Absence>() {
  static constexpr Field fields[] = {
      field<&Absence::from>({"from", "du"}, Need::required,
                            {"the first day away", "le premier jour d'absence"}),
      field<&Absence::until>({"until", "jusqu_au"}, Need::required,
                             {"the last day away", "le dernier jour d'absence"}),
  };
  static constexpr Record record{
      {"absence", "absence"},
      {"days on which someone does nothing here, and on which no run of theirs is planned",
       "des jours où quelqu'un ne fait rien ici, et où aucun de ses passages n'est prévu"},
      fields,
      &origin_of<Absence>};
  return record;
}

template <>
const Record& description<Member>() {
  static constexpr Field fields[] = {
      field<&Member::name>({"name", "nom"}, Need::required, {"who", "qui"}),
      field<&Member::role>({"role", "rôle"}, Need::optional, {"what they do", "ce qu'elle ou il fait"}),
      field<&Member::axes>({"axes", "axes"}, Need::optional,
                           {"what they are in charge of", "ce dont elle ou il a la charge"}),
      field<&Member::days>({"days", "jours"}, Need::optional,
                           {"person-days given over the period, as many each month; no plan asks more of "
                            "them, and if left out they have no limit",
                            "jours-personne donnés sur la période, autant chaque mois ; aucun plan ne lui en "
                            "demande plus, et sans eux rien ne le limite"},
                           at_least(0)),
      field<&Member::absences>({"absences", "absences"}, Need::optional,
                               {"when they are away", "quand elle ou il est absent"}),
  };
  static constexpr Record record{{"team member", "membre de l'équipe"},
                                 {"someone who deploys", "quelqu'un qui déploie"},
                                 fields,
                                 &origin_of<Member>};
  return record;
}

template <>
const Record& description<BudgetTerm>() {
  static constexpr Field fields[] = {
      field<&BudgetTerm::from>({"from", "du"}, Need::required, {"its first day", "son premier jour"}),
      field<&BudgetTerm::until>({"until", "jusqu_au"}, Need::required, {"its last day", "son dernier jour"}),
      field<&BudgetTerm::money>(
          {"money", "argent"}, Need::optional,
          {"the most money spent on runs within it", "le plus d'argent dépensé en passages dans ce temps"},
          at_least(0)),
      field<&BudgetTerm::days>({"days", "jours"}, Need::optional,
                               {"the most person-days spent on runs within it",
                                "le plus de jours-personne passés en passages dans ce temps"},
                               at_least(0)),
  };
  static constexpr Record record{
      {"budget term", "exercice"},
      {"means that are given for a time and end with it, as yearly credits do; what is spent within it also "
       "counts in the whole budget",
       "des moyens donnés pour un temps et qui finissent avec lui, comme des crédits annuels ; ce qui y est "
       "dépensé compte aussi dans tout le budget"},
      fields,
      &origin_of<BudgetTerm>};
  return record;
}

template <>
const Record& description<Budget>() {
  static constexpr Field fields[] = {
      told(field<&Budget::money>({"money", "argent"}, Need::optional,
                                 {"money for the period", "l'argent de la période"}, at_least(0))),
      told(field<&Budget::days>({"days", "jours"}, Need::optional,
                                {"person-days for the period", "les jours-personne de la période"},
                                at_least(0))),
      field<&Budget::day_rate>({"day_rate", "coût_jour"}, Need::optional,
                               {"what a person-day costs", "ce que coûte un jour-personne"}, at_least(0)),
      told(field<&Budget::currency>({"currency", "devise"}, Need::optional,
                                    {"ISO 4217 code; EUR if left out", "code ISO 4217 ; EUR sinon"})),
      field<&Budget::terms>({"terms", "exercices"}, Need::optional,
                            {"what of it can be spent when, if credits end with a year",
                             "ce qui peut en être dépensé quand, si les crédits finissent avec l'année"}),
  };
  static constexpr Record record{{"budget", "budget"},
                                 {"the means of the period", "les moyens de la période"},
                                 fields,
                                 &origin_of<Budget>};
  return record;
}

template <>
const Record& description<Event>() {
  static constexpr Field fields[] = {
      field<&Event::name>({"name", "nom"}, Need::required,
                          {"what happened, or will: it names the event in paths",
                           "ce qui est arrivé, ou arrivera : c'est son nom dans les chemins"}),
      field<&Event::date>({"date", "date"}, Need::required,
                          {"the day it begins to count", "le jour où il commence à compter"}),
      field<&Event::kind>({"kind", "nature"}, Need::required,
                          {"how it moves figures", "comment il fait bouger les chiffres"}),
      field<&Event::effect>(
          {"effect", "effet"}, Need::optional,
          {"what it adds to the figure, or takes away below 0: of a step or an announcement in all, of a "
           "change of pace by month; estimated from what is observed if left out",
           "ce qu'il ajoute au chiffre, ou en ôte sous 0 : en tout pour un saut ou une annonce, par mois "
           "pour un changement de rythme ; estimé d'après les relevés sinon"}),
      field<&Event::objective>({"objective", "objectif"}, Need::optional,
                               {"the objective it moves; if left out, the market and all objectives that "
                                "count beneficiaries",
                                "l'objectif qu'il fait bouger ; sinon, le marché et tous les objectifs qui "
                                "comptent des bénéficiaires"}),
  };
  static constexpr Record record{
      {"event", "événement"},
      {"something from outside that moves figures: a regulation that takes effect, a campaign",
       "ce qui, de l'extérieur, fait bouger les chiffres : un texte qui entre en vigueur, une campagne"},
      fields,
      &origin_of<Event>};
  return record;
}

template <>
const Record& description<Change>() {
  static constexpr Field fields[] = {
      field<&Change::path>({"path", "chemin"}, Need::required, {"what changes", "ce qui change"}),
      verbatim<&Change::value>({"value", "valeur"}, Need::required, {"what it becomes", "ce qu'il devient"}),
  };
  static constexpr Record record{{"change", "changement"},
                                 {"one path and its new value", "un chemin et sa nouvelle valeur"},
                                 fields,
                                 &origin_of<Change>,
                                 1};
  return record;
}

template <>
const Record& description<Scenario>() {
  static constexpr Field fields[] = {
      field<&Scenario::id>(
          {"id", "id"}, Need::required,
          {"the scenario's name on the command line", "le nom du scénario sur la ligne de commande"}),
      field<&Scenario::name>({"name", "nom"}, Need::optional,
                             {"the scenario's name for people", "le nom du scénario pour les lecteurs"}),
      keyed<&Scenario::set>({"set", "change"}, Need::required,
                            {"paths and their new values", "des chemins et leurs nouvelles valeurs"}),
  };
  static constexpr Record record{
      {"scenario", "scénario"}, {"what if", "et si"}, fields, &origin_of<Scenario>};
  return record;
}

template <>
const Record& description<RuleSetting>() {
  static constexpr Field fields[] = {
      field<&RuleSetting::rule>({"rule", "règle"}, Need::required, {"the rule", "la règle"}),
      field<&RuleSetting::severity>({"severity", "gravité"}, Need::required,
                                    {"how much it matters here", "son importance ici"}),
      field<&RuleSetting::why>({"why", "pourquoi"}, Need::optional,
                               {"why it is changed", "pourquoi la changer"}),
      field<&RuleSetting::until>({"until", "jusqu_au"}, Need::optional,
                                 {"the last day of the change", "le dernier jour du changement"}),
  };
  static constexpr Record record{{"rule setting", "réglage"},
                                 {"a rule's severity in this file", "la gravité d'une règle dans ce fichier"},
                                 fields,
                                 &origin_of<RuleSetting>,
                                 1};
  return record;
}

template <>
const Record& description<Publication>() {
  static constexpr Field fields[] = {
      told(field<&Publication::licence>(
          {"licence", "licence"}, Need::optional,
          {"under which the figures may be used again, such as etalab-2.0",
           "sous laquelle les chiffres peuvent être réutilisés, comme etalab-2.0"})),
      told(field<&Publication::contact>(
               {"contact", "contact"}, Need::optional,
               {"the address to write to, shown to anyone: one of a team rather than of someone",
                "l'adresse où écrire, montrée à tous : celle d'une équipe plutôt que d'une personne"}),
           Publicity::address),
      told(field<&Publication::accessibility_url>(
          {"accessibility_url", "url_accessibilité"}, Need::optional,
          {"where the declaration of accessibility stands; nothing is claimed of what it declares",
           "où se trouve la déclaration d'accessibilité ; rien n'est affirmé de ce qu'elle déclare"})),
  };
  static constexpr Record record{
      {"publication", "publication"},
      {"what a public page says of itself", "ce qu'une page publique dit d'elle-même"},
      fields,
      &origin_of<Publication>};
  return record;
}

template <>
const Record& description<Strategy>() {
  static constexpr Field fields[] = {
      unnamed(field<&Strategy::version>({"version", "version"}, Need::required,
                                        {"the version of this format: 1", "la version de ce format : 1"},
                                        between(1, 1))),
      told(field<&Strategy::name>({"name", "nom"}, Need::required,
                                  {"the strategy's name", "le nom de la stratégie"})),
      told(field<&Strategy::solution>({"solution", "solution"}, Need::optional,
                                      {"what is deployed", "ce qui est déployé"})),
      told(field<&Strategy::period>(
          {"period", "période"}, Need::required,
          {"the time the target is chosen for", "le temps pour lequel la cible est choisie"})),
      field<&Strategy::team>({"team", "équipe"}, Need::optional, {"who deploys", "qui déploie"}),
      told(field<&Strategy::market>(
          {"market", "marché"}, Need::required,
          {"step 1: who could use the solution", "étape 1 : qui pourrait utiliser la solution"})),
      told(field<&Strategy::objectives>({"objectives", "objectifs"}, Need::required,
                                        {"step 2: what to reach", "étape 2 : ce qu'il faut atteindre"})),
      told(field<&Strategy::north_star>(
          {"north_star", "étoile_polaire"}, Need::optional,
          {"the objective that comes first", "l'objectif qui passe en premier"})),
      field<&Strategy::levers>(
          {"levers", "leviers"}, Need::optional,
          {"step 3: the families of actions considered", "étape 3 : les familles d'actions étudiées"}),
      told(field<&Strategy::actions>({"actions", "actions"}, Need::optional,
                                     {"step 4: what the team does", "étape 4 : ce que fait l'équipe"})),
      field<&Strategy::events>(
          {"events", "événements"}, Need::optional,
          {"what moves figures from outside", "ce qui fait bouger les chiffres de l'extérieur"}),
      told(field<&Strategy::budget>({"budget", "budget"}, Need::optional,
                                    {"the means of the period", "les moyens de la période"})),
      field<&Strategy::scenarios>({"scenarios", "scénarios"}, Need::optional, {"what if", "et si"}),
      keyed<&Strategy::rules>({"rules", "règles"}, Need::optional,
                              {"severities of rules in this file", "gravités des règles dans ce fichier"}),
      told(field<&Strategy::publication>(
          {"publication", "publication"}, Need::optional,
          {"what a public page says of itself", "ce qu'une page publique dit d'elle-même"})),
  };
  static constexpr Record record{{"strategy", "stratégie"},
                                 {"how a solution will get used", "comment une solution sera utilisée"},
                                 fields,
                                 &origin_of<Strategy>};
  return record;
}

} // namespace deploy_plan::model

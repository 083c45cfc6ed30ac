// What is published of a strategy, described.
#include "deploy_plan/publication.hpp"
#include "answers/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<ImpactAxis>() {
  static constexpr Choice all[] = {
      {0, {"usable", "utilisable"}, {"who it is within reach of", "à la portée de qui il est"}},
      {1, {"used", "utilisé"}, {"who makes use of it", "qui s'en sert"}},
      {2, {"useful", "utile"}, {"who comes back, and recommends it", "qui y revient, et le recommande"}},
      {3, {"impactful", "impactant"}, {"what public value follows", "quelle valeur publique en découle"}},
      {4, {"efficient", "efficient"}, {"what it costs", "ce qu'il coûte"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<Disclosure>() {
  static constexpr Choice all[] = {
      {0, {"told", "dit"}, {"the figure is told", "le chiffre est dit"}},
      {1, {"unknown", "inconnu"}, {"nothing says it", "rien ne le dit"}, {"not known", "inconnu"}},
      {2,
       {"masked", "masqué"},
       {"too small to be told, or hides another that is",
        "trop petit pour être dit, ou en cache un autre qui l'est"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<PublicKind>() {
  static constexpr Choice all[] = {
      {0, {"count", "nombre"}, {"of what the unit names", "de ce que nomme l'unité"}},
      {1, {"share", "part"}, {"a fraction of 1", "une fraction de 1"}},
      {2,
       {"rate", "taux"},
       {"a fraction of 1, or as the file gives it", "une fraction de 1, ou telle que donnée"}},
      {3, {"money", "argent"}, {"in the currency that the unit names", "dans la devise que nomme l'unité"}},
      {4, {"money_by_unit", "argent_par_unité"}, {"money for one beneficiary", "argent par bénéficiaire"}},
      {5, {"person_days", "jours_personne"}, {"days of work", "jours de travail"}},
  };
  return all;
}
} // namespace deploy_plan::model

namespace deploy_plan::answers {

template <>
const Record& description<PublicTarget>();
template <>
const Record& description<PublicFigure>();
template <>
const Record& description<PublicGoal>();
template <>
const Record& description<PublicPoint>();
template <>
const Record& description<PublicPage>();

namespace {

constexpr Line id_line{{"id", "id"}, {"figure", "chiffre"}};
constexpr Line name_line{{"name", "nom"}, {"name", "nom"}, {"in English", "en anglais"}};
constexpr Line french_name_line{
    {"name_fr", "nom_fr"}, {"name in French", "nom en français"}, {"in French", "en français"}};
constexpr Line definition_line{
    {"definition", "définition"}, {"definition", "définition"}, {"in English", "en anglais"}};
constexpr Line french_definition_line{{"definition_fr", "définition_fr"},
                                      {"definition in French", "définition en français"},
                                      {"in French", "en français"}};
constexpr Line segment_line{
    {"segment", "segment"}, {"segment", "segment"}, {"null for the whole", "null pour le tout"}};
constexpr Line kind_line{{"kind", "nature"}, {"what it is", "ce que c'est"}};
constexpr Line unit_line{{"unit", "unité"}, {"unit", "unité"}};
constexpr Line disclosure_line{
    {"disclosure", "diffusion"}, {"whether it is told", "s'il est dit"}, {}, Kind::name};
constexpr Line day_line{{"day", "jour"}, {"day", "jour"}, {"that it is of", "dont il est"}};
constexpr Line source_line{{"source", "source"}, {"source", "source"}, {"in English", "en anglais"}};
constexpr Line french_source_line{
    {"source_fr", "source_fr"}, {"source in French", "source en français"}, {"in French", "en français"}};
constexpr Line method_line{{"method", "méthode"}, {"method", "méthode"}, {"in English", "en anglais"}};
constexpr Line french_method_line{
    {"method_fr", "méthode_fr"}, {"method in French", "méthode en français"}, {"in French", "en français"}};

constexpr Member target_members[] = {
    figure<&PublicTarget::value>(
        {{"value", "valeur"}, {"figure to reach", "chiffre à atteindre"}, {}, Kind::number}),
    figure<&PublicTarget::by>(
        {{"by", "échéance"}, {"day to reach it by", "jour où l'atteindre"}, {}, Kind::date}),
};
constexpr Member published_figure_members[] = {
    figure<&PublicFigure::id>(id_line),
    figure<&PublicFigure::axis>({{"question", "question"},
                                 {"question", "question"},
                                 {"of the impact matrix", "de la matrice d'impact"}}),
    computed(name_line, [](const PublicFigure& one) { return one.name.en; }),
    computed(french_name_line, [](const PublicFigure& one) { return one.name.fr; }),
    computed(definition_line, [](const PublicFigure& one) { return one.definition.en; }),
    computed(french_definition_line, [](const PublicFigure& one) { return one.definition.fr; }),
    computed(segment_line, [](const PublicFigure& one) { return unless_empty(one.segment); }),
    figure<&PublicFigure::kind>(kind_line),
    figure<&PublicFigure::unit>(unit_line),
    figure<&PublicFigure::value>({{"value", "valeur"},
                                  {"value", "valeur"},
                                  {"null where it is not told", "null là où il n'est pas dit"},
                                  Kind::number}),
    figure<&PublicFigure::disclosure>(disclosure_line),
    figure<&PublicFigure::day>(day_line),
    computed(source_line, [](const PublicFigure& one) { return unless_empty(one.source.en); }),
    computed(french_source_line, [](const PublicFigure& one) { return unless_empty(one.source.fr); }),
    computed(method_line, [](const PublicFigure& one) { return unless_empty(one.method.en); }),
    computed(french_method_line, [](const PublicFigure& one) { return unless_empty(one.method.fr); }),
};
constexpr Member published_goal_members[] = {
    figure<&PublicGoal::id>(id_line),
    computed(name_line, [](const PublicGoal& one) { return one.name.en; }),
    computed(french_name_line, [](const PublicGoal& one) { return one.name.fr; }),
    computed(segment_line, [](const PublicGoal& one) { return unless_empty(one.segment); }),
    figure<&PublicGoal::is_north_star>({{"north_star", "étoile_polaire"}, {"North Star", "étoile polaire"}}),
    figure<&PublicGoal::kind>(kind_line),
    figure<&PublicGoal::unit>(unit_line),
    figure<&PublicGoal::first>({{"first", "initial"},
                                {"first set", "fixé d'abord"},
                                {"the earliest that is known", "le plus ancien connu"}}),
    figure<&PublicGoal::revised>({{"revised", "révisé"},
                                  {"as revised", "révisé"},
                                  {"null where it is the first", "null là où c'est le premier"}}),
    figure<&PublicGoal::realised>({{"realised", "réalisé"},
                                   {"realised", "réalisé"},
                                   {"null where it is not told", "null là où il n'est pas dit"},
                                   Kind::number}),
    figure<&PublicGoal::disclosure>(disclosure_line),
    figure<&PublicGoal::day>(day_line),
};
constexpr Member published_point_members[] = {
    figure<&PublicPoint::day>({{"day", "jour"}, {"day", "jour"}}),
    figure<&PublicPoint::disclosure>(disclosure_line),
    figure<&PublicPoint::covered>({{"covered", "couverts"}, {"covered", "couverts"}, {}, Kind::measure}),
    figure<&PublicPoint::cost_by_beneficiary>({{"cost_by_beneficiary", "coût_par_bénéficiaire"},
                                               {"yearly cost for one", "coût annuel par bénéficiaire"},
                                               {"yearly cost / covered", "coût annuel / couverts"},
                                               Kind::money_by_unit,
                                               Better::less}),
};
constexpr Member page_members[] = {
    figure<&PublicPage::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    figure<&PublicPage::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    computed({{"solution", "solution"}, {"solution", "solution"}},
             [](const PublicPage& page) { return unless_empty(page.solution); }),
    computed({{"description", "description"}, {"description", "description"}},
             [](const PublicPage& page) { return unless_empty(page.description); }),
    computed({{"url", "url"}, {"address", "adresse"}},
             [](const PublicPage& page) { return unless_empty(page.url); }),
    figure<&PublicPage::unit>(
        {{"unit", "unité"}, {"unit", "unité"}, {"what one beneficiary is", "ce qu'est un bénéficiaire"}}),
    figure<&PublicPage::currency>({{"currency", "devise"}, {"currency", "devise"}}),
    figure<&PublicPage::start>(
        {{"start", "début"}, {"first day", "premier jour"}, {"of the period", "de la période"}}),
    figure<&PublicPage::end>(
        {{"end", "fin"}, {"last day", "dernier jour"}, {"of the period", "de la période"}}),
    figure<&PublicPage::launched>({{"launched", "lancement"}, {"launched", "lancement"}}),
    figure<&PublicPage::figures>({{"figures", "chiffres"}, {"figures", "chiffres"}}),
    figure<&PublicPage::goals>({{"goals", "objectifs"}, {"goals", "objectifs"}}),
    figure<&PublicPage::trend>({{"trend", "évolution"}, {"over time", "dans le temps"}}),
    figure<&PublicPage::min_count>({{"min_count", "nombre_minimal"},
                                    {"smallest count told", "plus petit nombre dit"},
                                    {"smaller ones are masked", "les plus petits sont masqués"},
                                    Kind::number}),
    counting("figure", figure<&PublicPage::masked>({{"masked", "masqués"},
                                                    {"figures masked", "chiffres masqués"},
                                                    {},
                                                    Kind::count,
                                                    Better::neither,
                                                    model::at_least(0)})),
    counting("version", figure<&PublicPage::earlier_versions>({{"earlier_versions", "versions_antérieures"},
                                                               {"earlier versions", "versions antérieures"},
                                                               {"in which first goals were looked for",
                                                                "où les premiers objectifs sont cherchés"},
                                                               Kind::count,
                                                               Better::neither,
                                                               model::at_least(0)})),
    computed({{"licence", "licence"}, {"licence", "licence"}},
             [](const PublicPage& page) { return unless_empty(page.licence); }),
    computed({{"contact", "contact"}, {"contact", "contact"}},
             [](const PublicPage& page) { return unless_empty(page.contact); }),
    computed({{"accessibility_url", "url_accessibilité"},
              {"declaration of accessibility", "déclaration d'accessibilité"}},
             [](const PublicPage& page) { return unless_empty(page.accessibility_url); }),
};
} // namespace

template <>
const Record& description<PublicTarget>() {
  static constexpr Record record{{"published target", "cible publiée"}, {}, target_members};
  return record;
}
template <>
const Record& description<PublicFigure>() {
  static constexpr Record record{{"published figure", "chiffre publié"},
                                 {},
                                 published_figure_members,
                                 {},
                                 0,
                                 title([](const PublicFigure& one) { return one.name; })};
  return record;
}
template <>
const Record& description<PublicGoal>() {
  static constexpr Record record{{"published goal", "objectif publié"},
                                 {},
                                 published_goal_members,
                                 {},
                                 0,
                                 title([](const PublicGoal& one) { return one.name; })};
  return record;
}
template <>
const Record& description<PublicPoint>() {
  static constexpr Record record{{"published day", "jour publié"}, {}, published_point_members, {}, 0};
  return record;
}
template <>
const Record& description<PublicPage>() {
  static constexpr Record record{{"public page", "page publique"},
                                 {},
                                 page_members,
                                 "deploy-plan/report-public@1",
                                 {},
                                 nullptr,
                                 counted_in([](const PublicPage& page, const Context&) {
                                   return Context{page.unit, false, page.currency};
                                 })};
  return record;
}

} // namespace deploy_plan::answers

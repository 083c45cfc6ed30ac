// Actions, ranked, described.
#include "answers/description.hpp"
#include "deploy_plan/ranking.hpp"

namespace deploy_plan::answers {
namespace {

/// The cheapest action of a lever for an objective.
struct Cheapest {
  const RankedAction* action;
};
} // namespace

template <>
const Record& description<RunEffect>();
template <>
const Record& description<RankedAction>();
template <>
const Record& description<Cheapest>();

namespace {

constexpr Member effect_members[] = {
    computed({{"value", "valeur"},
              {"effect of a run", "effet d'un passage"},
              {"what one run adds to the objective's metric",
               "ce qu'un passage ajoute à la métrique de l'objectif"},
              Kind::measure,
              Better::more},
             [](const RunEffect& effect) { return effect.estimate.value; }),
    computed({{"low", "bas"},
              {"effect of a run, at least", "effet d'un passage, au moins"},
              {"low end of the 90 % interval", "bas de l'intervalle à 90 %"},
              Kind::measure},
             [](const RunEffect& effect) { return effect.estimate.low; }),
    computed({{"high", "haut"},
              {"effect of a run, at most", "effet d'un passage, au plus"},
              {"high end of the 90 % interval", "haut de l'intervalle à 90 %"},
              Kind::measure},
             [](const RunEffect& effect) { return effect.estimate.high; }),
    figure<&RunEffect::standard_error>(
        {{"standard_error", "erreur_type"},
         {"standard error of the effect", "erreur type de l'effet"},
         {"of measured effects, from two results on", "des effets mesurés, à partir de deux résultats"},
         Kind::measure}),
    figure<&RunEffect::basis>(
        {{"basis", "base"}, {"basis", "base"}, {"measured or assumed", "mesuré ou supposé"}, Kind::word}),
    figure<&RunEffect::tested>({{"tested", "testé"},
                                {"measured by its test", "mesuré par son test"},
                                {"no result being written down", "aucun résultat n'étant noté"},
                                Kind::flag}),
};

constexpr Member action_members[] = {
    figure<&RankedAction::id>({{"id", "id"}, {"action", "action"}}),
    figure<&RankedAction::lever>({{"lever", "levier"}, {"lever", "levier"}}),
    computed({{"objective", "objectif"}, {"objective", "objectif"}},
             [](const RankedAction& action) { return unless_empty(action.objective); }),
    figure<&RankedAction::full_cost>({{"full_cost", "coût_complet"},
                                      {"full cost of a run", "coût complet d'un passage"},
                                      {"money + days × day rate", "argent + jours × coût du jour"},
                                      Kind::money,
                                      Better::less}),
    figure<&RankedAction::setup_cost>({{"setup_cost", "coût_de_mise_en_place"},
                                       {"cost of setting up", "coût de mise en place"},
                                       {"once", "une fois"},
                                       Kind::money,
                                       Better::less}),
    figure<&RankedAction::effect>({{"effect", "effet"}, {"effect", "effet"}}),
    figure<&RankedAction::cost_per_unit>(
        {{"cost_per_unit", "coût_par_unité"},
         {"cost by unit", "coût à l'unité"},
         {"a run's full cost, and its part of the setup, over its effect",
          "coût complet d'un passage, et sa part de la mise en place, sur son effet"},
         Kind::money_by_unit,
         Better::less}),
    figure<&RankedAction::repeatability>(
        {{"repeatability", "répétabilité"}, {"repeats", "se répète"}, {}, Kind::word}),
    figure<&RankedAction::pareto>(
        {{"pareto", "pareto"},
         {"on the front", "sur le front"},
         {"no action of the objective does as well at cost, effect and repeatability",
          "aucune action de l'objectif ne fait aussi bien en coût, effet et répétabilité"},
         Kind::flag}),
    computed({{"dominated_by", "dominée_par"},
              {"dominated by", "dominée par"},
              {"the cheapest by unit of those that do better",
               "la moins chère à l'unité de celles qui font mieux"}},
             [](const RankedAction& action) { return unless_empty(action.dominated_by); }),
    figure<&RankedAction::verdict>(
        {{"verdict", "verdict"}, {"its test says", "son test dit"}, {}, Kind::word}),
    computed(
        {{"unranked", "sans_rang"}, {"why it has no rank", "pourquoi elle n'a pas de rang"}, {}, Kind::word},
        [](const RankedAction& action) {
          return action.unranked == Unranked::no ? std::nullopt : std::optional(action.unranked);
        }),
};
constexpr Member cheapest_members[] = {
    computed({{"lever", "levier"}, {"lever", "levier"}},
             [](const Cheapest& one) { return one.action->lever; }),
    computed({{"objective", "objectif"}, {"objective", "objectif"}},
             [](const Cheapest& one) { return unless_empty(one.action->objective); }),
    computed({{"action", "action"}, {"action", "action"}},
             [](const Cheapest& one) { return one.action->id; }),
    computed({{"cost_per_unit", "coût_par_unité"},
              {"cost by unit", "coût à l'unité"},
              {"of the action", "de l'action"},
              Kind::money_by_unit,
              Better::less},
             [](const Cheapest& one) { return one.action->cost_per_unit; }),
};
constexpr Member ranking_members[] = {
    figure<&Ranking::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    figure<&Ranking::actions>({{"actions", "actions"}, {"actions", "actions"}}),
    computed({{"by_lever", "par_levier"},
              {"by lever", "par levier"},
              {"the cheapest action by unit of each lever, objective by objective",
               "l'action la moins chère à l'unité de chaque levier, objectif par objectif"}},
             [](const Ranking& ranking) {
               std::vector<Cheapest> all;
               for (const RankedAction* const one : cheapest_by_lever(ranking))
                 all.push_back({one});
               return all;
             }),
};
} // namespace

template <>
const Record& description<RunEffect>() {
  static constexpr Record record{{"effect", "effet"}, {}, effect_members};
  return record;
}
template <>
const Record& description<RankedAction>() {
  static constexpr Record record{
      {"action", "action"},
      {},
      action_members,
      {},
      0,
      title([](const RankedAction& action) { return named(action.name, action.id); }),
      counted_in([](const RankedAction& action, const Context& around) {
        return Context{action.unit, action.is_rate, around.currency};
      })};
  return record;
}
template <>
const Record& description<Cheapest>() {
  static constexpr Record record{{"cheapest action", "action la moins chère"},
                                 {},
                                 cheapest_members,
                                 {},
                                 0,
                                 title([](const Cheapest& one) { return shown(one.action->lever); })};
  return record;
}
template <>
const Record& description<Ranking>() {
  static constexpr Record record{{"ranking", "classement"},
                                 {},
                                 ranking_members,
                                 "deploy-plan/rank@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const Ranking& ranking, const Context&) {
                                   return Context{"", false, ranking.currency};
                                 })};
  return record;
}

} // namespace deploy_plan::answers

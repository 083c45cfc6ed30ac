// Adoption to come, described.
#include "deploy_plan/forecast.hpp"
#include "answers/answers.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<ForecastPoint>();
template <>
const Record& description<ForecastGoal>();
template <>
const Record& description<GrowthFit>();
template <>
const Record& description<Backtest>();
template <>
const Record& description<SeriesForecast>();

namespace {

constexpr Member point_members[] = {
    figure<&ForecastPoint::date>({{"date", "date"}, {"day", "jour"}}),
    figure<&ForecastPoint::value>(
        {{"value", "valeur"}, {"value to come", "valeur à venir"}, {"median", "médiane"}, Kind::measure}),
    figure<&ForecastPoint::low>({{"low", "bas"},
                                 {"at least", "au moins"},
                                 {"of a 90 % interval", "d'un intervalle à 90 %"},
                                 Kind::measure}),
    figure<&ForecastPoint::high>({{"high", "haut"},
                                  {"at most", "au plus"},
                                  {"of a 90 % interval", "d'un intervalle à 90 %"},
                                  Kind::measure}),
};

constexpr Member forecast_goal_members[] = {
    figure<&ForecastGoal::id>({{"id", "id"},
                               {"goal", "objectif"},
                               {"a share goal's, or \"target\" for an objective's",
                                "celui d'un objectif de part, ou « target » pour la cible d'un objectif"}}),
    computed({{"of", "de"},
              {"of", "de"},
              {"the tier of a share goal; null for an objective's target",
               "l'étage d'un objectif de part ; null pour la cible d'un objectif"}},
             [](const ForecastGoal& goal) { return unless_empty(goal.of); }),
    given(figure<&ForecastGoal::value>(
        {{"value", "valeur"}, {"figure to reach", "objectif chiffré"}, {}, Kind::measure})),
    detail(figure<&ForecastGoal::by>({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date})),
    figure<&ForecastGoal::probability>(
        {{"probability", "probabilité"},
         {"probability of the goal", "probabilité de l'objectif"},
         {"of having reached it by its day", "de l'avoir atteint à son échéance"},
         Kind::probability,
         Better::more}),
    figure<&ForecastGoal::probability_with_plan>(
        {{"probability_with_plan", "probabilité_avec_plan"},
         {"probability of the goal, with the plan", "probabilité de l'objectif, avec le plan"},
         {"with what a plan adds, where it is asked for", "avec ce qu'ajoute un plan, s'il est demandé"},
         Kind::probability,
         Better::more}),
    figure<&ForecastGoal::reached>({{"reached", "atteint"},
                                    {"day it is reached", "jour où il est atteint"},
                                    {"median", "médiane"},
                                    Kind::date,
                                    Better::less}),
    detail(figure<&ForecastGoal::earliest>({{"earliest", "au_plus_tôt"},
                                            {"reached at the earliest", "atteint au plus tôt"},
                                            {"of an 80 % interval", "d'un intervalle à 80 %"},
                                            Kind::date})),
    detail(figure<&ForecastGoal::latest>({{"latest", "au_plus_tard"},
                                          {"reached at the latest", "atteint au plus tard"},
                                          {"of an 80 % interval", "d'un intervalle à 80 %"},
                                          Kind::date})),
};

bool is_fitted(const GrowthFit& fit) {
  return fit.problem != FitProblem::too_few && fit.problem != FitProblem::no_growth &&
         fit.problem != FitProblem::not_fitted;
}
std::optional<double> where(bool known, double value) { return known ? std::optional(value) : std::nullopt; }

constexpr Member candidate_members[] = {
    figure<&GrowthFit::model>({{"model", "modèle"}, {"model", "modèle"}, {}, Kind::name}),
    figure<&GrowthFit::aicc>({{"aicc", "aicc"},
                              {"AICc", "AICc"},
                              {"Hurvich and Tsai 1989", "Hurvich et Tsai 1989"},
                              Kind::number,
                              Better::less}),
    figure<&GrowthFit::weight>({{"weight", "poids"},
                                {"part of the futures", "part des futurs"},
                                {"its part of the simulated futures", "sa part des futurs simulés"},
                                Kind::share,
                                Better::neither,
                                model::between(0, 1)}),
    computed(
        {{"problem", "problème"}, {"why it is not used", "pourquoi il n'est pas utilisé"}, {}, Kind::word},
        [](const GrowthFit& fit) {
          return fit.problem == FitProblem::none ? std::nullopt : std::optional(fit.problem);
        }),
    computed({{"pace", "rythme"}, {"pace", "rythme"}, {"linear: by year", "linéaire : par an"}, Kind::number},
             [](const GrowthFit& fit) {
               return where(is_fitted(fit) && fit.model == GrowthModel::linear, fit.pace);
             }),
    computed({{"pace_per_month", "rythme_par_mois"},
              {"pace, by month", "rythme, par mois"},
              {"linear: pace / 12", "linéaire : rythme / 12"},
              Kind::per_month},
             [](const GrowthFit& fit) {
               return where(is_fitted(fit) && fit.model == GrowthModel::linear, fit.pace_per_month());
             }),
    computed(
        {{"p", "p"},
         {"innovation", "innovation"},
         {"Bass: by year of 365.25 days", "Bass : par an de 365,25 jours"},
         Kind::number},
        [](const GrowthFit& fit) { return where(is_fitted(fit) && fit.model == GrowthModel::bass, fit.p); }),
    computed({{"q", "q"}, {"imitation", "imitation"}, {"by year", "par an"}, Kind::number},
             [](const GrowthFit& fit) {
               return where(is_fitted(fit) && fit.model != GrowthModel::linear, fit.q);
             }),
    computed({{"ceiling", "plafond"}, {"ceiling", "plafond"}, {}, Kind::measure},
             [](const GrowthFit& fit) { return is_fitted(fit) ? fit.ceiling : std::nullopt; }),
};

constexpr Member backtest_members[] = {
    figure<&Backtest::hidden>(
        {{"hidden", "cachés"}, {"observations hidden", "relevés cachés"}, {}, Kind::count}),
    figure<&Backtest::model>(
        {{"model", "modèle"}, {"model", "modèle"}, {"chosen without them", "choisi sans eux"}, Kind::word}),
    computed({{"error", "erreur"},
              {"mean error", "erreur moyenne"},
              {"mean absolute, of the medians", "absolue, des médianes"},
              Kind::measure,
              Better::less},
             [](const Backtest& test) { return where(test.model.has_value(), test.error); }),
    computed({{"naive_error", "erreur_naïve"},
              {"mean error of the pace prolonged", "erreur moyenne du rythme prolongé"},
              {"of the pace between the first and the last observation",
               "du rythme entre le premier et le dernier relevé"},
              Kind::measure},
             [](const Backtest& test) { return where(test.model.has_value(), test.naive_error); }),
    computed(
        {{"coverage", "couverture"},
         {"share within the intervals", "part dans les intervalles"},
         {"of those hidden, within the 90 % intervals", "des relevés cachés, dans les intervalles à 90 %"},
         Kind::share},
        [](const Backtest& test) { return where(test.model.has_value(), test.coverage); }),
};

const GrowthFit* chosen(const SeriesForecast& told) {
  return told.chosen ? &told.candidates[*told.chosen] : nullptr;
}
const GrowthFit* chosen_bass(const SeriesForecast& told) {
  const GrowthFit* const fit = chosen(told);
  return fit != nullptr && fit->model == GrowthModel::bass ? fit : nullptr;
}

constexpr Member series_members[] = {
    detail(computed({{"model", "modèle"},
                     {"model", "modèle"},
                     {"of the lowest AICc, or as asked", "du plus petit AICc, ou comme demandé"},
                     Kind::word},
                    [](const SeriesForecast& told) {
                      return chosen(told) == nullptr ? std::nullopt : std::optional(chosen(told)->model);
                    })),
    given(computed({{"p", "p"},
                    {"innovation", "innovation"},
                    {"Bass: by year of 365.25 days", "Bass : par an de 365,25 jours"},
                    Kind::number},
                   [](const SeriesForecast& told) {
                     return chosen_bass(told) == nullptr ? std::nullopt : std::optional(chosen_bass(told)->p);
                   })),
    given(computed({{"q", "q"}, {"imitation", "imitation"}, {"Bass: by year", "Bass : par an"}, Kind::number},
                   [](const SeriesForecast& told) {
                     return chosen_bass(told) == nullptr ? std::nullopt : std::optional(chosen_bass(told)->q);
                   })),
    given(computed({{"ceiling", "plafond"}, {"ceiling", "plafond"}, {}, Kind::measure},
                   [](const SeriesForecast& told) {
                     return chosen(told) == nullptr ? std::nullopt : chosen(told)->ceiling;
                   })),
    figure<&SeriesForecast::peak>({{"peak", "pic"},
                                   {"peak", "pic"},
                                   {"when the pace is highest", "quand le rythme est le plus fort"},
                                   Kind::date}),
    detail(figure<&SeriesForecast::points>({{"points", "points"}, {"values to come", "valeurs à venir"}})),
    detail(figure<&SeriesForecast::with_plan>(
        {{"with_plan", "avec_plan"},
         {"values to come, with the plan", "valeurs à venir, avec le plan"},
         {"the same days, with what a plan adds; empty where it is not asked for",
          "les mêmes jours, avec ce qu'ajoute un plan ; vide s'il n'est pas demandé"}})),
    figure<&SeriesForecast::goals>({{"goals", "objectifs_de_part"}, {"goals", "objectifs de part"}}),
    detail(figure<&SeriesForecast::candidates>(
        {{"candidates", "candidats"}, {"models tried", "modèles essayés"}})),
    detail(figure<&SeriesForecast::backtest>(
        {{"backtest", "épreuve"},
         {"the last observations hidden, then forecast", "les derniers relevés, cachés puis prévus"}})),
};
constexpr Record series_record{{"forecast", "prévision"}, {}, series_members};

constexpr Member one_series_members[] = {
    figure<&SeriesForecast::kind>({{"kind", "nature"}, {"of what", "de quoi"}}),
    figure<&SeriesForecast::id>({{"id", "id"}, {"series", "série"}}),
    spread(series_record, [](const SeriesForecast& told) -> const SeriesForecast& { return told; }),
};

bool has_market(const Forecast& forecast) {
  return !forecast.series.empty() && forecast.series.front().kind == ForecastOf::market;
}
const SeriesForecast& market_of(const Forecast& forecast) {
  static const SeriesForecast none;
  return has_market(forecast) ? forecast.series.front() : none;
}

constexpr Member forecast_members[] = {
    figure<&Forecast::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    figure<&Forecast::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    detail(figure<&Forecast::draws>({{"draws", "tirages"}, {"draws", "tirages"}, {}, Kind::count})),
    figure<&Forecast::seed>(
        {{"seed", "graine"}, {"seed", "graine"}, {"of the random numbers", "des nombres au hasard"}}),
    spread(series_record,
           [](const Forecast& forecast) -> const SeriesForecast& { return market_of(forecast); }),
    computed({{"series", "séries"},
              {"series", "séries"},
              {"segments and objectives that are observed", "segments et objectifs observés"}},
             [](const Forecast& forecast) {
               return std::span<const SeriesForecast>(forecast.series).subspan(has_market(forecast) ? 1 : 0);
             }),
};
} // namespace

template <>
const Record& description<ForecastPoint>() {
  static constexpr Record record{{"point", "point"}, {}, point_members, {}, 0};
  return record;
}
template <>
const Record& description<ForecastGoal>() {
  static constexpr Record record{
      {"goal", "objectif"}, {}, forecast_goal_members, {}, 0, title([](const ForecastGoal& goal) {
        const Choice* const tier = model::find_choice(choices<TierName>(), goal.of);
        const Text what = tier == nullptr ? Text{"target", "objectif chiffré"}
                                          : share_words(static_cast<TierName>(tier->value));
        return Phrase{{"{0} by {1}", "{0} au {1}"}, {what, goal.by}}.words();
      })};
  return record;
}
template <>
const Record& description<GrowthFit>() {
  static constexpr Record record{{"candidate", "candidat"}, {}, candidate_members, {}, 0};
  return record;
}
template <>
const Record& description<Backtest>() {
  static constexpr Record record{{"backtest", "épreuve"}, {}, backtest_members};
  return record;
}
template <>
const Record& description<SeriesForecast>() {
  static constexpr Record record{
      {"series", "série"},
      {},
      one_series_members,
      {},
      1,
      title([](const SeriesForecast& series) { return named(series.name, series.id); }),
      counted_in([](const SeriesForecast& series, const Context& around) {
        return Context{series.unit, series.is_rate, around.currency, around.draws};
      })};
  return record;
}
template <>
const Record& description<Forecast>() {
  static constexpr Record record{{"forecast", "prévision"},
                                 {"the market's figures at the top, null or empty where it is not observed",
                                  "les chiffres du marché en tête, null ou vides là où il n'est pas relevé"},
                                 forecast_members,
                                 "deploy-plan/forecast@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const Forecast& forecast, const Context&) {
                                   const SeriesForecast& market = market_of(forecast);
                                   return Context{market.unit, market.is_rate, "", forecast.draws};
                                 })};
  return record;
}

} // namespace deploy_plan::answers

// Adoption to come, described.
#include "deploy_plan/forecast.hpp"
#include "answers/answers.hpp"
#include "answers/outlook.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<ForecastPoint>();
template <>
const Record& description<ForecastGoal>();
template <>
const Record& description<TrendMember>();
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
               "le niveau d'un objectif de part ; null pour la cible d'un objectif"}},
             [](const ForecastGoal& goal) { return unless_empty(goal.of); }),
    given(figure<&ForecastGoal::value>(
        {{"value", "valeur"}, {"figure to reach", "objectif chiffré"}, {}, Kind::measure})),
    detail(figure<&ForecastGoal::by>({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date})),
    spread(repeated_outlooks, [](const ForecastGoal& goal) -> const Outlooks& { return goal.outlook; }),
};

constexpr Member trend_members[] = {
    figure<&TrendMember::model>({{"model", "modèle"}, {"model", "modèle"}, {}, Kind::name}),
    figure<&TrendMember::weight>(
        {{"weight", "poids"},
         {"part of the futures", "part des futurs"},
         {"its part of the drawn futures; all sum to 1", "sa part des futurs tirés ; toutes font 1"},
         Kind::share,
         Better::neither,
         model::between(0, 1)}),
    figure<&TrendMember::loss>(
        {{"loss", "perte"},
         {"pinball loss", "perte quantile"},
         {"mean pinball loss of 5, 50 and 95 % at rolling origins, over the mean absolute increment",
          "perte quantile moyenne à 5, 50 et 95 % depuis des origines successives, sur l'accroissement "
          "absolu "
          "moyen"},
         Kind::number,
         Better::less}),
    figure<&TrendMember::pace_per_month>({{"pace_per_month", "rythme_par_mois"},
                                          {"pace, by month", "rythme, par mois"},
                                          {"that it has now", "qu'il a maintenant"},
                                          Kind::per_month}),
    figure<&TrendMember::ceiling>({{"ceiling", "plafond"},
                                   {"ceiling", "plafond"},
                                   {"of models that have one: the median of what is drawn",
                                    "des modèles qui en ont un : la médiane de ce qui est tiré"},
                                   Kind::measure}),
    figure<&TrendMember::p>({{"p", "p"},
                             {"innovation", "innovation"},
                             {"Bass: by year of 365.25 days", "Bass : par an de 365,25 jours"},
                             Kind::number}),
    figure<&TrendMember::q>({{"q", "q"},
                             {"imitation", "imitation"},
                             {"Bass, logistic, Gompertz: by year", "Bass, logistique, Gompertz : par an"},
                             Kind::number}),
};

constexpr Member backtest_members[] = {
    figure<&Backtest::origins>(
        {{"origins", "origines"},
         {"days forecast from", "jours d'où l'on prévoit"},
         {"observations from which what came after was forecast, from what was known then",
          "relevés depuis lesquels la suite a été prévue, avec ce qu'on savait alors"},
         Kind::count}),
    figure<&Backtest::steps>({{"steps", "pas"},
                              {"observations ahead", "relevés en avant"},
                              {"at most, from each origin", "au plus, depuis chaque origine"},
                              Kind::count}),
    figure<&Backtest::forecasts>(
        {{"forecasts", "prévisions"}, {"values compared", "valeurs comparées"}, {}, Kind::count}),
    figure<&Backtest::error>({{"error", "erreur"},
                              {"mean error", "erreur moyenne"},
                              {"mean absolute, of the medians", "absolue, des médianes"},
                              Kind::measure,
                              Better::less}),
    figure<&Backtest::naive_error>({{"naive_error", "erreur_naïve"},
                                    {"mean error of the pace prolonged", "erreur moyenne du rythme prolongé"},
                                    {"of the pace between the first and the last observation then known",
                                     "du rythme entre le premier et le dernier relevé alors connus"},
                                    Kind::measure}),
    figure<&Backtest::coverage>({{"coverage", "couverture"},
                                 {"share within the intervals", "part dans les intervalles"},
                                 {"of the values compared, within the 90 % intervals",
                                  "des valeurs comparées, dans les intervalles à 90 %"},
                                 Kind::share}),
    figure<&Backtest::widened>({{"widened", "élargi"},
                                {"intervals widened by", "intervalles élargis de"},
                                {"a factor, 1 or more, for what the backtest missed",
                                 "un facteur, 1 ou plus, pour ce que l'épreuve a manqué"},
                                Kind::number}),
};

/// The model that most futures are drawn of.
const TrendMember* heaviest(const SeriesForecast& told) {
  return told.models.empty() ? nullptr : &told.models.front();
}

constexpr Member series_members[] = {
    figure<&SeriesForecast::no_trend>({{"no_trend", "sans_tendance"},
                                       {"why nothing can be told", "pourquoi rien ne peut se dire"},
                                       {"of what is to come; null where something can",
                                        "de ce qui vient ; null quand quelque chose se dit"},
                                       Kind::name}),
    detail(computed({{"model", "modèle"},
                     {"model", "modèle"},
                     {"that most futures are drawn of", "celui de la plupart des futurs"},
                     Kind::word},
                    [](const SeriesForecast& told) {
                      return heaviest(told) == nullptr ? std::nullopt : std::optional(heaviest(told)->model);
                    })),
    given(computed(
        {{"p", "p"},
         {"innovation", "innovation"},
         {"of that model; Bass: by year of 365.25 days", "de ce modèle ; Bass : par an de 365,25 jours"},
         Kind::number},
        [](const SeriesForecast& told) {
          return heaviest(told) == nullptr ? std::nullopt : heaviest(told)->p;
        })),
    given(computed({{"q", "q"},
                    {"imitation", "imitation"},
                    {"of that model: by year", "de ce modèle : par an"},
                    Kind::number},
                   [](const SeriesForecast& told) {
                     return heaviest(told) == nullptr ? std::nullopt : heaviest(told)->q;
                   })),
    given(computed(
        {{"ceiling", "plafond"}, {"ceiling", "plafond"}, {"of that model", "de ce modèle"}, Kind::measure},
        [](const SeriesForecast& told) {
          return heaviest(told) == nullptr ? std::nullopt : heaviest(told)->ceiling;
        })),
    detail(
        figure<&SeriesForecast::points>({{"points", "points"},
                                         {"values to come", "valeurs à venir"},
                                         {"as committed: by month, and on the days of the goals",
                                          "engagements tenus : par mois, et aux échéances des objectifs"}})),
    detail(figure<&SeriesForecast::with_plan>(
        {{"with_plan", "avec_plan"},
         {"values to come, with the plan", "valeurs à venir, avec le plan"},
         {"the same days, with the runs of a plan; empty where it is not asked for",
          "les mêmes jours, avec les passages d'un plan ; vide s'il n'est pas demandé"}})),
    figure<&SeriesForecast::goals>({{"goals", "objectifs_de_part"}, {"goals", "objectifs de part"}}),
    detail(figure<&SeriesForecast::models>({{"models", "modèles"},
                                            {"models combined", "modèles combinés"},
                                            {"the heaviest first", "le plus lourd d'abord"}})),
    detail(figure<&SeriesForecast::backtest>(
        {{"backtest", "épreuve"},
         {"the past, forecast from what was known before it", "le passé, prévu avec ce qu'on savait avant"},
         {"from 8 observations on", "à partir de 8 relevés"}})),
    figure<&SeriesForecast::unwritten_results>(
        {{"unwritten_results", "résultats_non_écrits"},
         {"results not written", "résultats non écrits"},
         {"runs were done whose results are not written: the trend holds them",
          "des passages faits n'ont pas de résultat écrit : la tendance les contient"},
         Kind::flag}),
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
const Record& description<TrendMember>() {
  static constexpr Record record{{"model", "modèle"}, {}, trend_members, {}, 0};
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

#include "report/views/plan/plan_csv.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan::report {

std::string ranking_csv(const Ranking& ranking, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect
                ? dialect.row({"action", "levier", "objectif", "coût_complet", "effet", "bas", "haut", "base",
                               "coût_par_unité", "répétabilité", "pareto", "dominée_par", "verdict"})
                : dialect.row({"action", "lever", "objective", "full_cost", "effect", "low", "high", "basis",
                               "cost_per_unit", "repeatability", "pareto", "dominated_by", "verdict"});
  for (const RankedAction& one : ranking.actions) {
    const auto effect = one.effect.value_or(RunEffect{});
    const auto known = [&](std::optional<double> value) { return one.effect ? dialect.number(value) : ""; };
    result += dialect.row(
        {CsvDialect::words(one.id), std::string(name_of(one.lever).en), CsvDialect::words(one.objective),
         dialect.number(one.full_cost), known(effect.estimate.value), known(effect.estimate.low),
         known(effect.estimate.high), one.effect ? std::string(name_of(effect.basis).en) : "",
         dialect.number(one.cost_per_unit),
         one.repeatability ? std::string(name_of(*one.repeatability).en) : "", one.pareto ? "true" : "false",
         CsvDialect::words(one.dominated_by), one.verdict ? std::string(name_of(*one.verdict).en) : ""});
  }
  return result;
}

std::string plan_csv(const Plan& plan, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result +=
      french_dialect
          ? dialect.row(
                {"stratégie", "action", "passages", "valeur", "argent", "jours", "coût_complet", "raison"})
          : dialect.row({"strategy", "action", "runs", "value", "money", "days", "full_cost", "reason"});
  for (const PlannedAction& one : plan.actions)
    result +=
        dialect.row({CsvDialect::words(plan.strategies[one.strategy]), CsvDialect::words(one.id),
                     std::to_string(one.runs), dialect.number(std::optional(one.value)),
                     dialect.number(std::optional(one.money)), dialect.number(std::optional(one.days)),
                     dialect.number(std::optional(one.full_cost)), std::string(name_of(one.reason).en)});
  return result;
}

} // namespace deploy_plan::report

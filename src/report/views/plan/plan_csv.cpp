#include "report/views/plan/plan_csv.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <map>

namespace deploy_plan::report {

std::string ranking_csv(const Ranking& ranking, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect
                ? dialect.row({"action", "levier", "objectif", "coût_complet", "effet", "bas", "haut", "base",
                               "faits", "gain_suivant", "coût_par_unité", "coût_par_unité_restant",
                               "probabilité_meilleure", "répétabilité", "pareto", "dominée_par", "verdict"})
                : dialect.row({"action", "lever", "objective", "full_cost", "effect", "low", "high", "basis",
                               "done", "next_gain", "cost_per_unit", "cost_per_unit_left", "probability_best",
                               "repeatability", "pareto", "dominated_by", "verdict"});
  for (const RankedAction& one : ranking.actions) {
    const auto effect = one.effect.value_or(RunEffect{});
    const auto known = [&](std::optional<double> value) { return one.effect ? dialect.number(value) : ""; };
    result += dialect.row(
        {CsvDialect::words(one.id), std::string(name_of(one.lever).en), CsvDialect::words(one.objective),
         dialect.number(one.full_cost), known(effect.estimate.value), known(effect.estimate.low),
         known(effect.estimate.high), one.effect ? std::string(name_of(effect.basis).en) : "",
         std::to_string(one.done), dialect.number(one.next_gain), dialect.number(one.cost_per_unit),
         dialect.number(one.cost_per_unit_left), dialect.number(one.probability_best),
         one.repeatability ? std::string(name_of(*one.repeatability).en) : "", one.pareto ? "true" : "false",
         CsvDialect::words(one.dominated_by), one.verdict ? std::string(name_of(*one.verdict).en) : ""});
  }
  return result;
}

namespace {
/// "2026-03=2 2026-04/towns=1": runs by month, and segment.
std::string schedule_words(const PlannedAction& one) {
  std::map<std::pair<Month, std::string>, std::int64_t> runs;
  for (const PlannedRuns& part : one.schedule)
    runs[{month_of(part.from), part.segment}] += part.runs;
  std::string all;
  for (const auto& [place, count] : runs)
    all += (all.empty() ? "" : " ") + iso(place.first) + (place.second.empty() ? "" : "/" + place.second) +
           "=" + std::to_string(count);
  return all;
}
std::string day_words(const PlannedAction& one, bool last) {
  if (one.schedule.empty())
    return "";
  Date day = one.schedule.front().first;
  for (const PlannedRuns& part : one.schedule)
    day = last ? std::max(day, part.last) : std::min(day, part.first);
  return iso(day);
}
} // namespace

std::string plan_csv(const Plan& plan, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result +=
      french_dialect
          ? dialect.row({"stratégie", "action", "responsable", "passages", "premier", "dernier",
                         "test_tranché", "calendrier", "valeur", "argent", "jours", "coût_complet", "raison"})
          : dialect.row({"strategy", "action", "owner", "runs", "first", "last", "test_decided", "schedule",
                         "value", "money", "days", "full_cost", "reason"});
  for (const PlannedAction& one : plan.actions)
    result +=
        dialect.row({CsvDialect::words(plan.strategies[one.strategy]), CsvDialect::words(one.id),
                     CsvDialect::words(one.owner), std::to_string(one.runs), day_words(one, false),
                     day_words(one, true), one.test ? iso(one.test->decision) : "",
                     CsvDialect::words(schedule_words(one)), dialect.number(std::optional(one.value)),
                     dialect.number(std::optional(one.money)), dialect.number(std::optional(one.days)),
                     dialect.number(std::optional(one.full_cost)), std::string(name_of(one.reason).en)});
  return result;
}

} // namespace deploy_plan::report

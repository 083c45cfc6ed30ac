#include "report/plan_json.hpp"
#include "report/cells.hpp"
#include "report/csv.hpp"
#include "report/json_values.hpp"
#include "report/trial_json.hpp"

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& words) { return words.empty() ? Json(nullptr) : Json(words); }

std::string_view unranked_key(Unranked why) {
  constexpr std::string_view keys[] = {"", "stopped", "without_cost", "without_effect"};
  return keys[static_cast<std::size_t>(why)];
}

Json effect_json(const std::optional<RunEffect>& effect) {
  if (!effect)
    return nullptr;
  return {{"value", number_json(effect->estimate.value)},
          {"low", number_json(effect->estimate.low)},
          {"high", number_json(effect->estimate.high)},
          {"standard_error", number_json(effect->standard_error)},
          {"basis", word_json(effect->basis)},
          {"tested", effect->tested}};
}

Json budget_json(const BudgetUse& budget) {
  return {{"limit", number_json(budget.limit)},
          {"spent_before", number_json(budget.spent_before)},
          {"used", number_json(budget.used)},
          {"left", number_json(budget.left())},
          {"binds", budget.binds}};
}

Json action_json(const Plan& plan, const PlannedAction& one) {
  Json result{{"id", one.id}};
  if (plan.strategies.size() > 1)
    result["strategy"] = plan.strategies[one.strategy];
  result.update({{"runs", one.runs},
                 {"done", one.done},
                 {"value", number_json(one.value)},
                 {"basis", word_json(one.basis)},
                 {"money", number_json(one.money)},
                 {"days", number_json(one.days)},
                 {"full_cost", number_json(one.full_cost)},
                 {"reason", reason_key(one.reason)},
                 {"because_of", text_or_null(one.because_of)},
                 {"next_value", number_json(one.next_gain)},
                 {"next_full_cost", number_json(one.next_cost)}});
  return result;
}

Json calendar_json(const Plan& plan) {
  Json months = Json::array();
  for (const PlannedMonth& month : plan.calendar.months) {
    Json runs = Json::object();
    for (std::size_t i = 0; i < month.runs.size(); ++i)
      if (month.runs[i] > 0)
        runs[plan.actions[plan.calendar.actions[i]].id] = month.runs[i];
    months.push_back({{"month", iso(month.first).substr(0, 7)}, {"runs", runs}});
  }
  return months;
}

Json simulated_json(const Plan& plan) {
  if (!plan.simulated)
    return nullptr;
  const SimulatedPlan& told = *plan.simulated;
  Json inputs = Json::array();
  for (const PlanInput& input : told.inputs)
    inputs.push_back(
        {{"id", plan.actions[input.action].id}, {"correlation", number_json(input.correlation)}});
  return {{"draws", told.draws},
          {"seed", told.seed},
          {"median", number_json(told.median)},
          {"low", number_json(told.low)},
          {"high", number_json(told.high)},
          {"probability", number_json(told.probability)},
          {"inputs", inputs}};
}
} // namespace

std::string_view reason_key(PlanReason reason) { return name_of(reason).en; }

Json ranking_json(const Ranking& ranking) {
  Json result{{"format", "deploy-plan/rank@1"}, {"strategy", ranking.strategy}, {"actions", Json::array()}};
  for (const RankedAction& one : ranking.actions)
    result["actions"].push_back(
        {{"id", one.id},
         {"lever", word_json(one.lever)},
         {"objective", text_or_null(one.objective)},
         {"full_cost", number_json(one.full_cost)},
         {"setup_cost", number_json(one.setup_cost)},
         {"effect", effect_json(one.effect)},
         {"cost_per_unit", number_json(one.cost_per_unit)},
         {"repeatability", one.repeatability ? word_json(*one.repeatability) : Json(nullptr)},
         {"pareto", one.pareto},
         {"dominated_by", text_or_null(one.dominated_by)},
         {"verdict", one.verdict ? Json(verdict_key(*one.verdict)) : Json(nullptr)},
         {"unranked", one.unranked == Unranked::no ? Json(nullptr) : Json(unranked_key(one.unranked))}});
  return result;
}

Json plan_json(const Plan& plan, Date as_of) {
  const bool known = plan.status != PlanStatus::infeasible;
  const auto figure = [&](double value) { return known ? number_json(value) : Json(nullptr); };
  Json result{
      {"format", "deploy-plan/plan@1"},
      {"as_of", day_json(as_of)},
      {"strategy", plan.strategies.size() == 1 ? Json(plan.strategies.front()) : Json(plan.strategies)},
      {"status", word_json(plan.status)},
      {"goal", word_json(plan.goal)},
      {"unit", text_or_null(plan.unit)},
      {"value", figure(plan.value)},
      {"money", figure(plan.money)},
      {"days", figure(plan.days)},
      {"full_cost", figure(plan.full_cost)},
      {"gap", figure(plan.gap)},
      {"budget", {{"money", budget_json(plan.money_budget)}, {"days", budget_json(plan.days_budget)}}},
      {"actions", Json::array()},
      {"objectives", Json::array()},
      {"conflicts", Json::array()},
      {"unfinished", Json::array()},
      {"unmeasured_conversions", Json::array()},
      {"uncounted_markets", Json::array()},
      {"frontier", Json::array()},
      {"marginal", {{"money", number_json(plan.marginal_money)}, {"days", number_json(plan.marginal_days)}}},
      {"calendar", calendar_json(plan)},
      {"simulated", simulated_json(plan)}};
  for (const PlannedAction& one : plan.actions)
    result["actions"].push_back(action_json(plan, one));
  for (const ObjectiveGain& one : plan.objectives)
    result["objectives"].push_back({{"id", one.id},
                                    {"unit", one.unit},
                                    {"gain", number_json(one.gain)},
                                    {"median", number_json(one.median)},
                                    {"low", number_json(one.low)},
                                    {"high", number_json(one.high)},
                                    {"probability", number_json(one.probability)},
                                    {"needed", number_json(one.needed)},
                                    {"ceiling", number_json(one.ceiling)}});
  for (const PlanLimit& limit : plan.conflicts)
    result["conflicts"].push_back(limit.words.in(Language::english));
  for (const Unfinished what : plan.unfinished)
    result["unfinished"].push_back(word_json(what));
  for (const BrokenFunnel& one : plan.broken)
    result["unmeasured_conversions"].push_back(
        {{"from", word_json(one.from)}, {"to", word_json(one.to)}, {"why", word_json(one.why)}});
  for (const UncountedMarket& one : plan.uncounted)
    result["uncounted_markets"].push_back({{"strategy", plan.strategies[one.strategy]},
                                           {"segment", text_or_null(one.segment)},
                                           {"addressed", number_json(one.addressed)}});
  for (const FrontierPoint& point : plan.frontier)
    result["frontier"].push_back(
        {{"full_cost", number_json(point.full_cost)}, {"value", number_json(point.value)}});
  return result;
}

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
        {CsvDialect::words(one.id), word_json(one.lever).get<std::string>(), CsvDialect::words(one.objective),
         dialect.number(one.full_cost), known(effect.estimate.value), known(effect.estimate.low),
         known(effect.estimate.high), one.effect ? word_json(effect.basis).get<std::string>() : "",
         dialect.number(one.cost_per_unit),
         one.repeatability ? word_json(*one.repeatability).get<std::string>() : "",
         one.pareto ? "true" : "false", CsvDialect::words(one.dominated_by),
         one.verdict ? std::string(verdict_key(*one.verdict)) : ""});
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
                     dialect.number(std::optional(one.full_cost)), std::string(reason_key(one.reason))});
  return result;
}

} // namespace deploy_plan::report

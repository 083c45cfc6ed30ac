#include "report/figures.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/libraries.hpp"
#include "model/decode.hpp"
#include "report/views/gap/gap_json.hpp"
#include "report/views/plan/forecast_view.hpp"
#include "report/views/plan/plan_json.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

/// What an analysis tells, or why it cannot on this machine.
struct Told {
  Json answer;
  std::optional<Text> missing = {};
};

Told gap_answer(const Strategy& strategy, Date day) { return {gap_json(gap(strategy, day))}; }

/// The plan for the North Star; nothing where there is none to be had.
Told plan_answer(const Strategy& strategy, Date day) {
  PlanOptions options;
  options.frontier = 0;
  const auto result = plan({&strategy, 1}, day, options);
  if (!result)
    return {{}, missing_for_plans()};
  Json answer = plan_json(*result);
  for (const char* const detail : {"gap", "calendar", "frontier", "marginal", "draws", "seed",
                                   "unfinished"}) // follow from the rest, or are of the solver
    answer.erase(detail);
  if (!answer["simulated"].is_null())
    for (const char* const detail : {"draws", "seed", "inputs"})
      answer["simulated"].erase(detail);
  for (Json& objective : answer["objectives"])
    for (const char* const detail : {"median", "low", "high"})
      objective.erase(detail);
  for (Json& action : answer["actions"])
    action = {{"id", action["id"]},
              {"runs", action["runs"]},
              {"value", action["value"]},
              {"full_cost", action["full_cost"]}};
  return {std::move(answer)};
}

/// Of each forecast that is compared: a tenth of a point of probability is no difference between scenarios.
constexpr std::size_t compared_draws = 2000;

/// Where adoption goes: what differs is read from its goals, not from its points.
Told forecast_answer_of(const Strategy& strategy, Date day) {
  ForecastOptions options;
  options.segments = false;
  options.draws = compared_draws;
  const Forecast told = forecast(strategy, day, options);
  if (const auto missing = missing_for(told))
    return {{}, missing};
  Json answer = forecast_json(told);
  const auto keep = [](Json& series) {
    for (const char* const detail : {"points", "with_plan", "candidates", "backtest", "draws", "seed"})
      series.erase(detail);
  };
  keep(answer);
  for (Json& one : answer["series"])
    keep(one);
  return {std::move(answer)};
}

/// An analysis whose figures can be compared: adding one is a line here.
struct Analysis {
  const char* name;
  Told (*tell)(const Strategy& strategy, Date day);
  bool is_slow = false;
};
constexpr Analysis analyses[] = {
    {"gap", gap_answer},
    {"plan", plan_answer, true},
    {"forecast", forecast_answer_of, true},
};

/// Words that are figures too; all others are names.
bool is_word_figure(std::string_view key) { return key == "status" || key == "bottleneck"; }

std::optional<FigureValue> figure_value(std::string_view path, const Json& value) {
  if (value.is_number())
    return value.get<double>();
  if (!value.is_string())
    return std::nullopt;
  const std::string_view key = path.substr(path.rfind('.') + 1);
  const auto& words = value.get_ref<const std::string&>();
  if (key == "eta" || key == "reached" || key == "peak")
    if (const auto day = model::read_date(words))
      return *day;
  return is_word_figure(key) ? std::optional<FigureValue>(words) : std::nullopt;
}
} // namespace

bool takes_long(std::string_view path) {
  const std::string_view begin = path.substr(0, path.find('.'));
  return std::any_of(std::begin(analyses), std::end(analyses),
                     [&](const Analysis& one) { return one.is_slow && names_key(begin, one.name); });
}
std::vector<std::string> long_analyses() {
  std::vector<std::string> names;
  for (const Analysis& one : analyses)
    if (one.is_slow)
      names.emplace_back(one.name);
  return names;
}

Figures figures(const Strategy& strategy, Date day, Analyses wanted) {
  std::vector<Figure> all;
  std::optional<Text> missing;
  for (const Analysis& analysis : analyses) {
    if (analysis.is_slow && wanted == Analyses::quick)
      continue;
    const Told told = analysis.tell(strategy, day);
    missing = missing ? missing : told.missing;
    each_value(told.answer, analysis.name, [&](const std::string& path, const Json& value) {
      if (auto figure = figure_value(path, value))
        all.push_back({path, std::move(*figure)});
    });
  }
  Figures figures(std::move(all));
  figures.missing = missing;
  return figures;
}

FigureKind FigureTerms::kind_of(std::string_view path) const {
  if (plan_is_rate && (path == "plan.value" || path == "plan.simulated.median" ||
                       path == "plan.simulated.low" || path == "plan.simulated.high"))
    return FigureKind::share;
  for (const std::string_view list : {"gap.objectives.", "plan.objectives.", "forecast.series."})
    if (path.starts_with(list)) {
      const std::string_view rest = path.substr(list.size());
      for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.', dot + 1))
        if (rates.contains(rest.substr(0, dot))) // ids may hold dots
          return FigureKind::share;
    }
  return kind_of_figure(path);
}

FigureTerms terms_of(const Strategy& strategy) {
  FigureTerms terms;
  terms.currency = strategy.budget ? strategy.budget->currency : "";
  for (const Objective& objective : strategy.objectives)
    if (objective.metric.scale == Scale::rate)
      terms.rates.insert(objective.id);
  terms.plan_is_rate = strategy.north_star && terms.rates.contains(strategy.north_star->objective);
  return terms;
}

Figures::Figures(std::vector<Figure> all) : all_(std::move(all)), by_path_(all_.size()) {
  std::iota(by_path_.begin(), by_path_.end(), 0U);
  std::stable_sort(by_path_.begin(), by_path_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return all_[a].path < all_[b].path; });
}

const FigureValue* Figures::find(std::string_view path) const {
  const auto found =
      std::lower_bound(by_path_.begin(), by_path_.end(), path,
                       [&](std::uint32_t at, std::string_view wanted) { return all_[at].path < wanted; });
  return found == by_path_.end() || all_[*found].path != path ? nullptr : &all_[*found].value;
}

int better_direction(std::string_view path) {
  struct Direction {
    std::string_view end;
    int sign;
  };
  constexpr Direction directions[] = {{".penetrated", 1},
                                      {".share.addressable", 1},
                                      {".share.addressed", 1},
                                      {".share.target", 1},
                                      {".progress", 1},
                                      {".ahead", 1},
                                      {".observed_per_month", 1},
                                      {".conversion", 1},
                                      {".impact_per_money", 1},
                                      {".gap", -1},
                                      {".gap.target", -1},
                                      {".gap.addressed", -1},
                                      {".gap_beneficiaries", -1},
                                      {".eta", -1},
                                      {".needed_per_month", -1},
                                      {".per_unit", -1},
                                      {".cost_per_addressed", -1},
                                      {".cost_per_penetrated", -1}};
  if (path.ends_with(".probability") || path == "plan.simulated.median")
    return 1;
  if (path.ends_with(".reached"))
    return -1;
  if (path == "plan.value" || (path.starts_with("plan.objectives.") && path.ends_with(".gain")))
    return 1;
  if (path.starts_with("plan."))
    return path == "plan.full_cost" ? -1 : 0;
  const auto* const found = std::find_if(std::begin(directions), std::end(directions),
                                         [&](const Direction& one) { return path.ends_with(one.end); });
  return found == std::end(directions) ? 0 : found->sign;
}

FigureChange change_of(const FigureValue* from, const FigureValue* to) {
  if (from == nullptr || to == nullptr || from->index() != to->index())
    return {};
  if (const auto* const before = std::get_if<Date>(from))
    return {static_cast<double>((std::get<Date>(*to) - *before).count()), std::nullopt};
  const auto* const before = std::get_if<double>(from);
  if (before == nullptr)
    return {};
  const double amount = std::get<double>(*to) - *before;
  const double share = amount / std::abs(*before);
  return {std::isfinite(amount) ? std::optional(amount) : std::nullopt,
          *before != 0 && std::isfinite(share) ? std::optional(share) : std::nullopt};
}

} // namespace deploy_plan::report

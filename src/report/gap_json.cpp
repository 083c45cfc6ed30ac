#include "report/gap_json.hpp"
#include "report/answer_paths.hpp"
#include "report/cells.hpp"
#include "report/csv.hpp"
#include "report/json_values.hpp"
#include "report/trial_json.hpp"

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json market_json(const MarketGap& market) {
  return {
      {"addressable", number_json(market.sizes.addressable)},
      {"addressed", number_json(market.sizes.addressed)},
      {"target", number_json(market.sizes.target)},
      {"penetrated", number_json(market.sizes.penetrated)},
      {"share",
       {{"addressable", number_json(market.share.addressable)},
        {"addressed", number_json(market.share.addressed)},
        {"target", number_json(market.share.target)}}},
      {"gap", {{"addressed", number_json(market.to_addressed)}, {"target", number_json(market.to_target)}}},
      {"out_of_reach", number_json(market.out_of_reach)},
      {"in_reserve", number_json(market.in_reserve)}};
}

template <class Why>
Json why_json(const std::optional<Why>& why) {
  return why ? word_json(*why) : Json(nullptr);
}

/// Keys that goals and objectives share, after those that name them.
void add_progress(Json& result, const Progress& way) {
  result["progress"] = number_json(way.progress);
  result["elapsed"] = number_json(way.elapsed);
  result["status"] = status_key(way.status);
  result["stale"] = way.stale;
  result["needed_per_month"] = number_json(way.needed_per_month);
  result["observed_per_month"] = number_json(way.observed_per_month);
  result["eta"] = day_json(way.eta);
  result["no_eta"] = why_json(way.no_eta);
  result["closing"] = nullptr;
  if (way.closing)
    result["closing"] = {{"median", way.closing->median},
                         {"low", way.closing->low},
                         {"high", way.closing->high},
                         {"probability", way.closing->probability}};
}

Json goal_json(const ShareGoalGap& goal) {
  Json result{{"of", word_json(goal.of)},
              {"segment", goal.segment.empty() ? Json(nullptr) : Json(goal.segment)},
              {"share", goal.share},
              {"current", number_json(goal.current)},
              {"gap", number_json(goal.gap)},
              {"gap_beneficiaries", number_json(goal.beneficiaries.gap)},
              {"by", day_json(goal.beneficiaries.by)},
              {"path_now", number_json(goal.path_now)},
              {"ahead", number_json(goal.ahead)}};
  add_progress(result, goal.beneficiaries);
  return result;
}

Json objective_json(const ObjectiveGap& objective) {
  Json result{{"id", objective.id},
              {"stage", word_json(objective.stage)},
              {"north_star", objective.north_star},
              {"unit", objective.unit},
              {"scale", word_json(objective.counted ? Scale::count : Scale::rate)},
              {"baseline", number_json(objective.progress.baseline)},
              {"current", number_json(objective.progress.current)},
              {"target", number_json(objective.progress.goal)},
              {"by", day_json(objective.progress.by)},
              {"gap", number_json(objective.progress.gap)},
              {"path_now", number_json(objective.progress.path_now)},
              {"ahead", number_json(objective.progress.ahead)}};
  add_progress(result, objective.progress);
  return result;
}

/// Counts of what the tests of a lever's actions say.
Json verdicts_json(const LeverGap& lever) {
  Json counts = Json::object();
  for (std::size_t i = 0; i < lever.verdicts.size(); ++i)
    counts[std::string(verdict_key(static_cast<Verdict>(i)))] = lever.verdicts[i];
  return counts;
}
} // namespace

std::string_view status_key(GoalStatus status) { return name_of(status).en; }

Json gap_json(const Gap& gap) {
  Json market{{"unit", gap.unit}};
  market.update(market_json(gap.market));
  market["segments"] = Json::array();
  for (const MarketGap& segment : gap.segments) {
    Json one{{"id", segment.id}};
    one.update(market_json(segment));
    market["segments"].push_back(one);
  }
  market["goals"] = Json::array();
  for (const ShareGoalGap& goal : gap.goals)
    market["goals"].push_back(goal_json(goal));
  market["cost_per_addressed"] = number_json(gap.cost_per_addressed);
  market["cost_per_penetrated"] = number_json(gap.cost_per_penetrated);
  market["viable"] = flag_json(gap.viable);

  Json result{{"format", "deploy-plan/gap@1"},
              {"as_of", day_json(gap.as_of)},
              {"strategy", gap.strategy},
              {"market", market}};
  result["objectives"] = Json::array();
  for (const ObjectiveGap& objective : gap.objectives)
    result["objectives"].push_back(objective_json(objective));
  result["funnel"] = Json::array();
  for (const FunnelStage& stage : gap.funnel)
    result["funnel"].push_back({{"stage", word_json(stage.stage)},
                                {"unit", stage.unit},
                                {"value", number_json(stage.value)},
                                {"conversion", number_json(stage.conversion)},
                                {"no_conversion", why_json(stage.no_conversion)}});
  result["bottleneck"] = gap.bottleneck ? word_json(*gap.bottleneck) : Json(nullptr);
  result["levers"] = Json::array();
  for (const LeverGap& lever : gap.levers)
    result["levers"].push_back({{"family", word_json(lever.family)},
                                {"actions", lever.actions},
                                {"available", flag_json(lever.available)},
                                {"relevant", flag_json(lever.relevant)},
                                {"verdicts", verdicts_json(lever)},
                                {"full_cost", number_json(lever.full_cost)}});
  result["costs"] = Json::array();
  for (const StageCost& cost : gap.costs)
    result["costs"].push_back({{"stage", word_json(cost.stage)},
                               {"effect", number_json(cost.effect)},
                               {"full_cost", number_json(cost.full_cost)},
                               {"per_unit", number_json(cost.per_unit)}});
  result["impact_per_money"] = number_json(gap.impact_per_money);
  return result;
}

Json gaps_json(std::span<const Gap> gaps, Date as_of) {
  if (gaps.size() == 1)
    return gap_json(gaps.front());
  Json all{{"format", "deploy-plan/gap@1"}, {"as_of", day_json(as_of)}, {"strategies", Json::array()}};
  for (const Gap& gap : gaps)
    all["strategies"].push_back(gap_json(gap));
  return all;
}

namespace {

/// Writes the figures of a JSON document one a row.
class CsvWriter {
public:
  CsvWriter(const Gap& told, CsvDialect chosen) : gap(told), dialect(chosen) {}

  void write(const Json& answer) {
    each_value(answer, "", [&](const std::string& path, const Json& value) {
      if (value.is_number())
        row(segment_of(path), path, value);
    });
  }
  std::string result;

private:
  const Gap& gap;
  const CsvDialect dialect;

  /// The path of a segment's figure without what comes after the id, which may hold dots itself.
  static std::string segment_of(std::string_view path) {
    constexpr std::string_view segments = "market.segments.";
    if (!path.starts_with(segments))
      return {};
    path.remove_prefix(segments.size());
    path = path.substr(0, path.rfind('.'));
    for (const std::string_view group : {".share", ".gap"})
      if (path.ends_with(group))
        path.remove_suffix(group.size());
    return std::string(path);
  }

  void row(const std::string& segment, const std::string& path, const Json& value) {
    result +=
        dialect.row({CsvDialect::words(gap.strategy), CsvDialect::words(segment), CsvDialect::words(path),
                     dialect.number(value.dump()), CsvDialect::words(unit_of(path))});
  }

  std::string unit_of(const std::string& path) const {
    const auto ends = [&](std::string_view end) { return path.ends_with(end); };
    const FigureKind kind = kind_of_figure(path);
    if (kind == FigureKind::share)
      return "ratio";
    if (kind == FigureKind::money)
      return gap.currency.empty() ? "EUR" : gap.currency;
    if (ends(".actions"))
      return "action";
    std::string unit = gap.unit;
    for (const ObjectiveGap& objective : gap.objectives)
      if (path.starts_with("objectives." + objective.id + "."))
        unit = objective.counted ? objective.unit : "ratio";
    for (const FunnelStage& stage : gap.funnel)
      if (path == "funnel." + std::string(name_of(stage.stage).en) + ".value")
        return stage.unit;
    if (path.starts_with("funnel.") || path.starts_with("costs."))
      return "";
    return ends("_per_month") ? unit + "/month" : unit;
  }
};
} // namespace

std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"stratégie", "segment", "chemin", "valeur", "unité"})
                           : dialect.row({"strategy", "segment", "path", "value", "unit"});
  for (const Gap& gap : gaps) {
    CsvWriter writer(gap, dialect);
    writer.write(gap_json(gap));
    result += writer.result;
  }
  return result;
}

} // namespace deploy_plan::report

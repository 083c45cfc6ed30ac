#include "report/gap_json.hpp"
#include "model/description.hpp"
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value) {
  if (!value)
    return nullptr;
  const auto whole = static_cast<std::int64_t>(std::abs(*value) < model::largest_exact ? *value : 0);
  return static_cast<double>(whole) == *value ? Json(whole) : Json(*value);
}
Json flag(const std::optional<bool>& value) { return value ? Json(*value) : Json(nullptr); }
Json day(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(nullptr); }
template <class Choice>
Json key(Choice choice) {
  return model::choices<Choice>()[static_cast<std::size_t>(choice)].name.en;
}

Json market_json(const MarketGap& market) {
  return {{"addressable", number(market.sizes.addressable)},
          {"addressed", number(market.sizes.addressed)},
          {"target", number(market.sizes.target)},
          {"penetrated", number(market.sizes.penetrated)},
          {"share",
           {{"addressable", number(market.share.addressable)},
            {"addressed", number(market.share.addressed)},
            {"target", number(market.share.target)}}},
          {"gap", {{"addressed", number(market.to_addressed)}, {"target", number(market.to_target)}}},
          {"out_of_reach", number(market.out_of_reach)},
          {"in_reserve", number(market.in_reserve)}};
}

/// Keys that goals and objectives share, after those that name them.
void add_progress(Json& result, const Progress& way) {
  result["progress"] = number(way.progress);
  result["elapsed"] = number(way.elapsed);
  result["status"] = status_key(way.status);
  result["stale"] = way.stale;
  result["needed_per_month"] = number(way.needed_per_month);
  result["observed_per_month"] = number(way.observed_per_month);
  result["eta"] = day(way.eta);
}

Json goal_json(const ShareGoalGap& goal) {
  Json result{{"of", key(goal.of)},
              {"segment", goal.segment.empty() ? Json(nullptr) : Json(goal.segment)},
              {"share", goal.share},
              {"current", number(goal.current)},
              {"gap", number(goal.gap)},
              {"gap_beneficiaries", number(goal.beneficiaries.gap)},
              {"by", day(goal.beneficiaries.by)}};
  add_progress(result, goal.beneficiaries);
  return result;
}

Json objective_json(const ObjectiveGap& objective) {
  Json result{{"id", objective.id},
              {"stage", key(objective.stage)},
              {"north_star", objective.north_star},
              {"unit", objective.unit},
              {"baseline", number(objective.progress.baseline)},
              {"current", number(objective.progress.current)},
              {"target", number(objective.progress.goal)},
              {"by", day(objective.progress.by)},
              {"gap", number(objective.progress.gap)}};
  add_progress(result, objective.progress);
  return result;
}
} // namespace

std::string_view status_key(GoalStatus status) {
  constexpr std::string_view keys[] = {"unmeasured", "reached", "overdue", "on_track", "at_risk", "behind"};
  return keys[static_cast<std::size_t>(status)];
}

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
  market["cost_per_addressed"] = number(gap.cost_per_addressed);
  market["cost_per_penetrated"] = number(gap.cost_per_penetrated);
  market["viable"] = flag(gap.viable);

  Json result{{"format", "deploy-plan/gap@1"},
              {"as_of", day(gap.as_of)},
              {"strategy", gap.strategy},
              {"market", market}};
  result["objectives"] = Json::array();
  for (const ObjectiveGap& objective : gap.objectives)
    result["objectives"].push_back(objective_json(objective));
  result["funnel"] = Json::array();
  for (const FunnelStage& stage : gap.funnel)
    result["funnel"].push_back({{"stage", key(stage.stage)},
                                {"value", number(stage.value)},
                                {"conversion", number(stage.conversion)}});
  result["bottleneck"] = gap.bottleneck ? key(*gap.bottleneck) : Json(nullptr);
  result["levers"] = Json::array();
  for (const LeverGap& lever : gap.levers)
    result["levers"].push_back({{"family", key(lever.family)},
                                {"actions", lever.actions},
                                {"available", flag(lever.available)},
                                {"relevant", flag(lever.relevant)},
                                {"full_cost", number(lever.full_cost)}});
  result["costs"] = Json::array();
  for (const StageCost& cost : gap.costs)
    result["costs"].push_back({{"stage", key(cost.stage)},
                               {"effect", number(cost.effect)},
                               {"full_cost", number(cost.full_cost)},
                               {"per_unit", number(cost.per_unit)}});
  result["impact_per_money"] = number(gap.impact_per_money);
  return result;
}

Json gaps_json(std::span<const Gap> gaps, Date as_of) {
  if (gaps.size() == 1)
    return gap_json(gaps.front());
  Json all{{"format", "deploy-plan/gap@1"}, {"as_of", day(as_of)}, {"strategies", Json::array()}};
  for (const Gap& gap : gaps)
    all["strategies"].push_back(gap_json(gap));
  return all;
}

namespace {

/// Writes the figures of a JSON document one a row.
class CsvWriter {
public:
  CsvWriter(const Gap& told, bool french_dialect) : gap(told), french(french_dialect) {}

  void write(const Json& value, const std::string& path, const std::string& segment) {
    if (value.is_object()) {
      for (const auto& [name, member] : value.items())
        write(member, joined(path, name), segment);
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i)
        write(value[i], joined(path, element_name(value[i], i)),
              path == "market.segments" ? value[i]["id"].get<std::string>() : segment);
    } else if (value.is_number()) {
      row(segment, path, value);
    }
  }
  std::string result;

private:
  const Gap& gap;
  bool french;

  static std::string joined(std::string path, const std::string& part) {
    path += path.empty() ? "" : ".";
    return path += part;
  }

  /// What names an element in a path: its id, its stage, its family, else its place.
  static std::string element_name(const Json& element, std::size_t place) {
    for (const char* const name : {"id", "stage", "family"})
      if (element.contains(name))
        return element[name].get<std::string>();
    return std::to_string(place);
  }

  void row(const std::string& segment, const std::string& path, const Json& value) {
    const char separator = french ? ';' : ',';
    std::string figure = value.dump();
    if (french)
      std::replace(figure.begin(), figure.end(), '.', ',');
    for (const std::string& words : {gap.strategy, segment, path})
      result += cell(words) + separator;
    result += cell_of_figure(figure, separator) + separator + cell(unit_of(path)) + "\r\n";
  }

  static std::string cell_of_figure(const std::string& figure, char separator) {
    return figure.find(separator) == std::string::npos ? figure : "\"" + figure + "\"";
  }

  /// A spreadsheet runs what begins with these: an apostrophe makes it words.
  static std::string cell(std::string words) {
    if (!words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos)
      words.insert(words.begin(), '\'');
    if (words.find_first_of("\",;\r\n") == std::string::npos)
      return words;
    std::string quoted = "\"";
    for (const char c : words)
      quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
  }

  std::string unit_of(const std::string& path) const {
    const auto ends = [&](std::string_view end) { return path.ends_with(end); };
    if (path.find(".share") != std::string::npos || ends(".progress") || ends(".elapsed") ||
        ends(".conversion"))
      return "ratio";
    if (ends("full_cost") || ends("per_unit") || path.find("cost_per") != std::string::npos)
      return gap.currency.empty() ? "EUR" : gap.currency;
    if (ends(".actions"))
      return "action";
    std::string unit = gap.unit;
    for (const ObjectiveGap& objective : gap.objectives)
      if (path.starts_with("objectives." + objective.id + "."))
        unit = objective.unit;
    if (path.starts_with("market.goals") && (ends(".current") || ends(".gap")))
      return "ratio";
    if (path.starts_with("funnel.") || path.starts_with("costs."))
      return "";
    return ends("_per_month") ? unit + "/month" : unit;
  }
};
} // namespace

std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect) {
  std::string result = french_dialect ? "\xEF\xBB\xBFstratégie;segment;chemin;valeur;unité\r\n"
                                      : "strategy,segment,path,value,unit\r\n";
  for (const Gap& gap : gaps) {
    CsvWriter writer(gap, french_dialect);
    writer.write(gap_json(gap), "", "");
    result += writer.result;
  }
  return result;
}

} // namespace deploy_plan::report

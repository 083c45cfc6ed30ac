#include "deploy_plan/pilote.hpp"
#include "deploy_plan/market.hpp"
#include "text/number.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan {
namespace {

class IndicatorTeller {
public:
  IndicatorTeller(const Strategy& strategy, Date day) : strategy_(strategy), day_(day) {}

  std::vector<IndicatorFigure> tell() {
    for (const Objective& objective : strategy_.objectives)
      if (objective.origin.sound)
        add(objective);
    return std::move(figures_);
  }

private:
  const Strategy& strategy_;
  const Date day_;
  std::vector<IndicatorFigure> figures_;

  void add(const Objective& objective) {
    const auto add_all = [&](IndicatorValue kind, const std::map<Date, double>& values) {
      for (const auto& [date, value] : values)
        if (std::isfinite(value))
          figures_.push_back({objective.id, indicator_of(objective),
                              zone_of(strategy_.market, objective.segment), date, kind, value,
                              objective.metric.scale == Scale::rate});
    };
    std::map<Date, double> start, seen, aims;
    if (objective.baseline && objective.baseline->origin.sound)
      start[objective.baseline->date] = objective.baseline->value;
    for (const Observation& one : observed_until(objective.observations, day_))
      seen[one.date] = one.value;
    for (const Milestone& one : objective.target.milestones)
      if (one.origin.sound)
        aims[one.by] = one.value;
    if (objective.target.origin.sound)
      aims[objective.target.by] = objective.target.value;
    add_all(IndicatorValue::initial, start);
    add_all(IndicatorValue::current, seen);
    add_all(IndicatorValue::target, aims);
  }
};

using text::is_digit;

/// Regions, by their codes in the official geographic code.
constexpr std::string_view regions[] = {"01", "02", "03", "04", "06", "11", "24", "27", "28",
                                        "32", "44", "52", "53", "75", "76", "84", "93", "94"};
/// Departments, likewise: 01 to 95 without 20, Corsica's two, and those overseas.
bool is_department(std::string_view code) {
  if (code == "2A" || code == "2B")
    return true;
  if (!std::all_of(code.begin(), code.end(), is_digit))
    return false;
  if (code.size() == 2)
    return code >= "01" && code <= "95" && code != "20";
  return code == "971" || code == "972" || code == "973" || code == "974" || code == "976";
}
} // namespace

std::vector<IndicatorFigure> indicator_figures(const Strategy& strategy, Date day) {
  return IndicatorTeller(strategy, day).tell();
}

bool is_pilote_indicator(std::string_view indicator) {
  if (!indicator.starts_with("IND-"))
    return false;
  indicator.remove_prefix(4);
  return (indicator.size() == 3 || indicator.size() == 4) &&
         std::all_of(indicator.begin(), indicator.end(), is_digit);
}

bool is_pilote_zone(std::string_view zone) {
  if (zone == whole_country || zone == "France")
    return true;
  if (zone.starts_with('R'))
    return std::find(std::begin(regions), std::end(regions), zone.substr(1)) != std::end(regions);
  return zone.starts_with('D') && is_department(zone.substr(1));
}

} // namespace deploy_plan

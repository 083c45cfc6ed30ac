// What a plan is asked, and when that counts.
#include "analysis/program/reading.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::analysis {

void PlanReading::choose_wanted() {
  for (std::size_t place = 0; place < strategies_.size(); ++place)
    if (options_.goal == PlanGoal::maximise)
      want_one(place);
    else
      want_all(place);
  for (const std::string& id : options_.objectives)
    if (std::none_of(objectives_.begin(), objectives_.end(),
                     [&](const auto& one) { return one.contains(id); }))
      return fail_unknown(UnknownToPlan::What::objective, id, objectives_);
  if (!model_.wanted.empty() || failure_)
    return;
  const Objective* past = model_.over.empty() ? nullptr : model_.objectives[model_.over.front()].objective;
  failure_ = past == nullptr ? NothingToPlan{} : NothingToPlan{past->id, past->target.by};
}

void PlanReading::want_one(std::size_t place) {
  const Strategy& strategy = strategies_[place];
  std::string_view id = strategy.north_star ? std::string_view(strategy.north_star->objective) : "";
  for (const std::string& named : options_.objectives)
    if (objectives_[place].contains(named))
      id = named;
  const auto found = objectives_[place].find(id);
  if (found == objectives_[place].end()) {
    failure_ = WithoutNorthStar{strategy.name};
    return;
  }
  if (strategies_.size() == 1 || *model_.objectives[found->second].needed > 0)
    want(found->second);
}

void PlanReading::want_all(std::size_t place) {
  for (const Objective& objective : strategies_[place].objectives) {
    const auto found = objectives_[place].find(objective.id);
    const bool named = options_.objectives.empty() ||
                       std::find(options_.objectives.begin(), options_.objectives.end(), objective.id) !=
                           options_.objectives.end();
    if (found != objectives_[place].end() && named && *model_.objectives[found->second].needed > 0)
      want(found->second);
  }
}

void PlanReading::want(std::size_t objective) {
  const bool is_over = model_.objectives[objective].objective->target.by <= day_;
  (is_over ? model_.over : model_.wanted).push_back(objective);
}

void PlanReading::fail_unknown(UnknownToPlan::What what, const std::string& id,
                               const std::vector<std::unordered_map<std::string_view, std::size_t>>& known) {
  std::vector<std::string_view> names;
  for (const auto& one : known)
    for (const auto& [name, place] : one)
      names.push_back(name);
  std::sort(names.begin(), names.end());
  failure_ = UnknownToPlan{what, id, std::string(text::nearest(id, names))};
}

void PlanReading::read_floors() {
  std::set<std::string_view> known;
  for (const Strategy& strategy : strategies_)
    for (const Segment& segment : strategy.market.segments)
      known.insert(segment.id);
  for (const SegmentFloor& floor : options_.floors)
    if (!known.contains(floor.segment) && !failure_)
      failure_ = UnknownSegment{
          floor.segment, std::string(text::nearest(floor.segment, std::vector(known.begin(), known.end())))};
}

void PlanReading::find_period() {
  Date end = Date::min();
  for (const Strategy& strategy : strategies_)
    end = std::max(end, strategy.period.end);
  if (end < day_ && !failure_)
    failure_ = PeriodOver{end};
}

void PlanReading::read_budgets() {
  const auto own = [&](std::optional<double> Budget::*kind) -> std::optional<double> {
    double sum = 0;
    for (const Strategy& strategy : strategies_) {
      if (!strategy.budget || !((*strategy.budget).*kind))
        return std::nullopt;
      sum += *((*strategy.budget).*kind);
    }
    return sum;
  };
  model_.money.limit = options_.money ? options_.money : own(&Budget::money);
  model_.days.limit = options_.days ? options_.days : own(&Budget::days);
}

void PlanReading::read_fixed() {
  for (const FixedRuns& fixed : options_.fixed) {
    bool found = false;
    for (std::size_t place = 0; place < strategies_.size(); ++place)
      if (const auto action = actions_[place].find(fixed.action); action != actions_[place].end()) {
        ModelAction& one = model_.actions[action->second];
        found = true;
        one.is_fixed = true;
        one.least = fixed.runs;
        const auto most = one.action->runs ? one.action->runs->max : std::nullopt;
        if (most && fixed.runs > std::max<std::int64_t>(0, *most - one.done))
          failure_ = FixedBeyondMost{fixed.action, fixed.runs, *most, one.done};
        else if (one.left_out && fixed.runs > 0)
          failure_ = FixedLeftOut{fixed.action};
      }
    if (!found)
      fail_unknown(UnknownToPlan::What::action, fixed.action, actions_);
  }
}

void PlanReading::count_on_growth() {
  for (const std::size_t wanted : model_.wanted) {
    ModelObjective& one = model_.objectives[wanted];
    one.beyond = *one.needed;
    if (options_.goal != PlanGoal::reach)
      continue;
    if (const FutureSeries* const series = futures_.grown(one.strategy, *one.objective))
      if (const auto organic = futures_.futures(one.strategy).organic(*series, series->goals.front());
          !organic.empty())
        one.beyond = std::max(0.0, *one.needed - quantile_of(organic, caution_.organic));
  }
}

void PlanReading::tell_days_apart() {
  std::vector<Date> last(strategies_.size(), Date::min());
  for (const std::size_t wanted : model_.wanted) {
    const ModelObjective& one = model_.objectives[wanted];
    last[one.strategy] = std::max(last[one.strategy], one.objective->target.by);
  }
  for (ModelObjective& one : model_.objectives)
    one.by = last[one.strategy];
  for (std::size_t& wanted : model_.wanted) {
    const Date by = model_.objectives[wanted].objective->target.by;
    if (by != last[model_.objectives[wanted].strategy])
      wanted = of_day(wanted, by, false);
  }
}

void PlanReading::tell_own_days() {
  const auto counts = leading();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Date by = model_.objectives[i].objective->target.by;
    if (counts[i] && first_of(i) == i && by < *model_.objectives[i].by && by > day_)
      (void)of_day(i, by, true);
  }
}

std::size_t PlanReading::of_day(std::size_t objective, Date by, bool is_aside) {
  const auto [found, is_new] = of_days_.emplace(std::pair(objective, by), model_.objectives.size());
  const std::size_t place = found->second;
  if (!is_new)
    return place;
  model_.objectives.push_back(model_.objectives[objective]);
  model_.objectives[place].by = by;
  model_.objectives[place].is_aside = is_aside;
  if (const auto above = model_.objectives[objective].from) {
    const std::size_t of_above = of_day(*above, by, is_aside);
    model_.objectives[place].from = of_above;
  }
  return place;
}

void PlanReading::add_services() {
  std::vector<std::vector<std::size_t>> nodes(model_.objectives.size()); // of each first one, by day
  const auto counts = leading();
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] || model_.objectives[i].is_aside)
      nodes[first_of(i)].push_back(i);
  for (std::size_t i = 0; i < model_.reaches.size(); ++i) {
    const ModelReach& reach = model_.reaches[i];
    const ModelAction& one = model_.actions[reach.action];
    if (!reach.effect || reach.gain == 0)
      continue;
    for (const std::size_t node : nodes[one.objective])
      model_.services.push_back(
          {i, node, *model_.objectives[node].by - delay_of(*one.action), -1, unbounded});
  }
}

std::vector<bool> PlanReading::leading() const {
  std::vector<bool> all(model_.objectives.size());
  for (const std::size_t wanted : model_.wanted)
    for (std::optional<std::size_t> at = wanted; at && !all[*at]; at = model_.objectives[*at].from)
      all[*at] = true;
  return all;
}

std::size_t PlanReading::first_of(std::size_t node) const {
  const ModelObjective& one = model_.objectives[node];
  return objectives_[one.strategy].at(one.objective->id);
}

void PlanReading::set_time() {
  constexpr std::chrono::days most{366 * 20};
  model_.step = options_.step;
  for (std::size_t place = 0; place < strategies_.size(); ++place) {
    Date last = strategies_[place].period.end;
    for (const std::size_t wanted : model_.wanted)
      if (const ModelObjective& one = model_.objectives[wanted]; one.strategy == place)
        last = std::max(last, *one.by - std::chrono::days{1});
    model_.time.push_back(buckets(day_, std::min(last, day_ + most), options_.step));
  }
}

} // namespace deploy_plan::analysis

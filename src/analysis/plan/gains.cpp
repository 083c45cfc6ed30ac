#include "analysis/plan/gains.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::analysis {

std::int64_t ModelReach::runs_of(const PlannedAction& planned) const {
  std::int64_t count = 0;
  for (const PlannedRuns& part : planned.schedule)
    count += has(part) ? part.runs : 0;
  return count;
}

double ModelReach::gain_of(std::int64_t run) const {
  return decay == 0 ? gain : gain * std::pow(1 - decay, static_cast<double>(done + run - 1));
}
double ModelReach::gain_of_all(std::int64_t count) const {
  if (decay == 0)
    return gain * static_cast<double>(count);
  double all = 0;
  for (std::int64_t run = 1; run <= count; ++run)
    all += gain_of(run);
  return all;
}

bool PlanModel::leads(std::size_t objective, std::size_t other) const {
  for (std::optional<std::size_t> at = other; at; at = objectives[*at].from)
    if (objectives[*at].objective == objectives[objective].objective)
      return true;
  return false;
}

bool PlanModel::leads_to_wanted(std::size_t objective) const {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::size_t one) { return leads(objective, one); });
}

namespace {
/// What is only told does not bound when runs are done: their planned days count.
std::int64_t planned_before(const PlannedRuns& part, Date day) {
  std::int64_t runs = 0;
  while (runs < part.runs && part.day_of(runs + 1) < day)
    ++runs;
  return runs;
}
} // namespace

std::vector<std::int64_t> counted_runs(const PlanModel& model, const Plan& plan) {
  std::vector<std::int64_t> all;
  for (const ModelService& service : model.services) {
    const ModelReach& reach = model.reaches[service.reach];
    std::int64_t count = 0;
    for (const PlannedRuns& part : plan.actions[reach.action].schedule)
      if (reach.has(part))
        count += model.objectives[service.objective].is_aside ? planned_before(part, service.before)
                 : part.until < service.before                ? part.runs
                                                              : 0;
    all.push_back(count);
  }
  return all;
}

std::vector<double> values_of(const PlanModel& model, std::span<const std::int64_t> runs) {
  std::vector<double> all;
  for (std::size_t i = 0; i < runs.size(); ++i)
    all.push_back(runs[i] > 0 ? model.reaches[model.services[i].reach].gain_of_all(runs[i]) : 0);
  return all;
}

PlanGains::PlanGains(const PlanModel& model) : model_(model), gains_(model.objectives.size()) {
  for (const ModelObjective& one : model.objectives)
    passages_.push_back(one.conversion);
  std::vector<bool> placed(model.objectives.size());
  for (std::size_t i = 0; i < model.objectives.size(); ++i) {
    std::vector<std::size_t> chain; // up the funnel, until one that stands already
    for (std::optional<std::size_t> at = i; at && !placed[*at]; at = model.objectives[*at].from) {
      placed[*at] = true;
      chain.push_back(*at);
    }
    order_.insert(order_.end(), chain.rbegin(), chain.rend());
  }
  std::map<std::pair<std::size_t, std::string_view>, int> known;
  for (const ModelService& one : model.services) {
    const ModelReach& reach = model.reaches[one.reach];
    if (!reach.room || !model.actions[reach.action].is_in()) {
      segment_of_.push_back(-1);
      continue;
    }
    const auto [found, is_new] =
        known.emplace(std::pair(one.objective, std::string_view(model.segment_of(reach))),
                      static_cast<int>(segments_.size()));
    if (is_new)
      segments_.emplace_back(one.objective, *reach.room);
    segment_of_.push_back(found->second);
  }
  in_segments_.resize(segments_.size());
}

const std::vector<double>& PlanGains::of(std::span<const double> values) {
  std::fill(gains_.begin(), gains_.end(), 0.0);
  std::fill(in_segments_.begin(), in_segments_.end(), 0.0);
  for (std::size_t i = 0; i < values.size(); ++i)
    (segment_of_[i] < 0 ? gains_[model_.services[i].objective]
                        : in_segments_[static_cast<std::size_t>(segment_of_[i])]) += values[i];
  for (std::size_t i = 0; i < segments_.size(); ++i)
    gains_[segments_[i].first] += std::min(in_segments_[i], segments_[i].second);
  for (const std::size_t place : order_) {
    const ModelObjective& one = model_.objectives[place];
    double& gain = gains_[place];
    if (one.from)
      gain += passages_[place] * gains_[*one.from];
    if (one.ceiling)
      gain = std::min(gain, *one.ceiling);
  }
  return gains_;
}

double PlanGains::value(const std::vector<double>& gains) const {
  double sum = 0;
  for (const std::size_t wanted : model_.wanted)
    sum += model_.sums_shares() ? std::min(1.0, gains[wanted] / *model_.objectives[wanted].needed)
                                : gains[wanted];
  return sum;
}

} // namespace deploy_plan::analysis

#include "analysis/comparison/panel.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace deploy_plan::analysis {
namespace {

using Figures = std::vector<Observation>;

/// Up to a day, in order, one a date: the last that is given.
Figures figures_until(const std::optional<Series>& series, Date day) {
  Figures seen;
  if (series)
    for (const Observation& one : series->points)
      if (one.origin.sound && one.date <= day && std::isfinite(one.value))
        seen.push_back(one);
  std::stable_sort(seen.begin(), seen.end(),
                   [](const Observation& a, const Observation& b) { return a.date < b.date; });
  Figures once;
  for (const Observation& one : seen) {
    if (!once.empty() && once.back().date == one.date)
      once.pop_back();
    once.push_back(one);
  }
  return once;
}

void keep_shared(std::vector<Date>& dates, const Figures& figures) {
  auto next = figures.begin();
  std::erase_if(dates, [&](Date date) {
    while (next != figures.end() && next->date < date)
      ++next;
    return next == figures.end() || next->date != date;
  });
}

/// Dates that some segments have, and not all, up to the last one read.
void count_partial(ComparedReading& reading,
                   const std::vector<std::pair<const ComparedSegment*, Figures>>& seen) {
  const auto is_partial = [&](Date date) {
    return date <= reading.dates.back() &&
           !std::binary_search(reading.dates.begin(), reading.dates.end(), date);
  };
  std::set<Date> partial;
  for (const auto& [segment, figures] : seen)
    for (const Observation& one : figures)
      if (is_partial(one.date))
        partial.insert(one.date);
  reading.partial_dates = partial.size();
  std::size_t fewest = partial.size();
  for (const auto& [segment, figures] : seen) {
    const auto has = static_cast<std::size_t>(std::count_if(
        figures.begin(), figures.end(), [&](const Observation& one) { return partial.contains(one.date); }));
    if (has < fewest) {
      fewest = has;
      reading.lacks_most = segment->segment;
    }
  }
}

std::vector<double> values_at(const std::vector<Date>& dates, const Figures& figures) {
  std::vector<double> values;
  values.reserve(dates.size());
  auto next = figures.begin();
  for (const Date date : dates) {
    while (next->date < date)
      ++next;
    values.push_back(next->value);
  }
  return values;
}

/// From which of the dates the action can be seen; past the last where it is not yet.
std::size_t first_seen(const std::vector<Date>& dates, const std::optional<Date>& from) {
  return from ? static_cast<std::size_t>(std::lower_bound(dates.begin(), dates.end(), *from) - dates.begin())
              : dates.size();
}

void count(ComparedReading& reading) {
  for (const ComparedReading::Line& line : reading.segments)
    ++(line.from ? reading.treated : reading.untouched);
  reading.control =
      reading.untouched > 0 ? ComparisonControl::never_treated : ComparisonControl::not_yet_treated;
}

/// Whether someone is compared with someone: segments that began, and others that had not by then.
std::optional<TrialReason> fault_of(const ComparedReading& reading, bool names_starts) {
  if (reading.treated == 0)
    return names_starts && reading.always_treated == 0 ? TrialReason::not_begun
           : reading.always_treated > 0                ? TrialReason::no_figures
                                                       : TrialReason::no_segment;
  if (reading.untouched > 0)
    return std::nullopt;
  const std::size_t earliest = first_seen(reading.dates, reading.segments.front().from);
  const bool together =
      std::all_of(reading.segments.begin(), reading.segments.end(), [&](const ComparedReading::Line& line) {
        return first_seen(reading.dates, line.from) == earliest;
      });
  return together ? std::optional(TrialReason::no_segment) : std::nullopt;
}
} // namespace

std::optional<TrialReason> gather(const TrialContext& context, Trial& trial, ComparedReading& reading) {
  const Test& test = context.test;
  reading.relative = test.relative.value_or(false);
  std::vector<std::pair<const ComparedSegment*, Figures>> seen;
  for (const ComparedSegment& segment : test.segments)
    if (auto figures = figures_until(segment.observations, context.day);
        segment.origin.sound && !figures.empty())
      seen.emplace_back(&segment, std::move(figures));
  trial.size = 0;
  if (seen.empty())
    return TrialReason::no_data;
  for (const Observation& one : seen.front().second)
    reading.dates.push_back(one.date);
  for (const auto& [segment, figures] : seen)
    keep_shared(reading.dates, figures);
  trial.size = static_cast<double>(reading.dates.size());
  if (reading.dates.empty())
    return TrialReason::no_figures;
  if (trial.planned && *trial.planned < *trial.size) {
    reading.later_dates = reading.dates.size() - static_cast<std::size_t>(*trial.planned);
    reading.dates.resize(static_cast<std::size_t>(*trial.planned));
  }
  count_partial(reading, seen);
  bool names_starts = false;
  for (const auto& [segment, figures] : seen) {
    names_starts |= segment->from.has_value();
    const std::size_t first = first_seen(reading.dates, segment->from);
    if (first == 0)
      ++reading.always_treated;
    else
      reading.segments.push_back({segment->segment,
                                  first < reading.dates.size() ? segment->from : std::nullopt,
                                  values_at(reading.dates, figures)});
  }
  count(reading);
  return fault_of(reading, names_starts);
}

std::optional<Panel> panel_of(const ComparedReading& reading) {
  Panel panel;
  panel.dates = reading.dates.size();
  double most = 0;
  std::map<std::size_t, PanelGroup> groups;
  for (std::size_t i = 0; i < reading.segments.size(); ++i) {
    const ComparedReading::Line& line = reading.segments[i];
    for (const double value : line.values) {
      if (reading.relative && !(value > 0))
        return std::nullopt;
      panel.values.push_back(reading.relative ? std::log(value) : value);
      most = std::max(most, std::abs(value));
    }
    PanelGroup& group = groups[first_seen(reading.dates, line.from)];
    if (line.from && (group.segments.empty() || *line.from < group.begun))
      group.begun = *line.from;
    group.segments.push_back(i);
  }
  panel.group_of.resize(reading.segments.size());
  for (auto& [first, group] : groups) {
    group.first = first;
    for (const std::size_t segment : group.segments)
      panel.group_of[segment] = panel.groups.size();
    panel.groups.push_back(std::move(group));
  }
  if (!reading.relative && most > 0) {
    panel.unit = most;
    for (double& value : panel.values)
      value /= most;
  }
  for (const double value : panel.values)
    panel.largest = std::max(panel.largest, std::abs(value));
  return panel;
}

} // namespace deploy_plan::analysis

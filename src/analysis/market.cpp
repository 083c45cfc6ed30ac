#include "deploy_plan/market.hpp"
#include <algorithm>
#include <map>

namespace deploy_plan {
namespace {

std::optional<double> size_of(const std::optional<Tier>& tier, Date day) {
  const auto figure = figure_of(tier, day);
  return figure ? std::optional(figure->size) : std::nullopt;
}

std::optional<double> sum_of(const std::vector<Segment>& segments, std::optional<Tier> Segment::*part,
                             Date day) {
  if (segments.empty())
    return std::nullopt;
  double sum = 0;
  for (const Segment& segment : segments) {
    const auto size = size_of(segment.*part, day);
    if (!size)
      return std::nullopt;
    sum += *size;
  }
  return sum;
}
} // namespace

std::optional<TierFigure> figure_of(const Tier& tier, Date day) {
  if (!tier.origin.sound)
    return std::nullopt;
  if (const Observation* const seen = newest_observation(tier.observations, day))
    return TierFigure{seen->value, seen->date, seen};
  return tier.size ? std::optional(TierFigure{static_cast<double>(*tier.size), tier.as_of, nullptr})
                   : std::nullopt;
}
std::optional<TierFigure> figure_of(const std::optional<Tier>& tier, Date day) {
  return tier ? figure_of(*tier, day) : std::nullopt;
}

const std::optional<double>& TierSizes::of(TierName tier) const {
  return tier == TierName::addressable ? addressable : tier == TierName::addressed ? addressed : target;
}

std::optional<double> TierSizes::to_absorb() const {
  return addressed ? std::optional(std::max(0.0, *addressed - penetrated.value_or(0))) : std::nullopt;
}

TierSizes segment_sums(const Market& market, Date day) {
  return {sum_of(market.segments, &Segment::addressable, day),
          sum_of(market.segments, &Segment::addressed, day), sum_of(market.segments, &Segment::target, day),
          sum_of(market.segments, &Segment::penetrated, day)};
}

TierSizes tier_sizes(const Market& market, Date day) {
  const TierSizes sums = segment_sums(market, day);
  const auto given_or = [&](const std::optional<Tier>& tier, const std::optional<double>& sum) {
    if (!tier)
      return sum;
    const auto size = size_of(tier, day);
    return size || !tier->origin.sound ? size : sum; // its observations may all be of days to come
  };
  return {given_or(market.addressable, sums.addressable), given_or(market.addressed, sums.addressed),
          given_or(market.target, sums.target), given_or(market.penetrated, sums.penetrated)};
}

TierSizes tier_sizes(const Segment& segment, Date day) {
  return {size_of(segment.addressable, day), size_of(segment.addressed, day), size_of(segment.target, day),
          size_of(segment.penetrated, day)};
}

SizesBySegment::SizesBySegment(const Market& market, Date day) {
  for (const Segment& segment : market.segments)
    sizes_.emplace(segment.id, tier_sizes(segment, day));
  sizes_.insert_or_assign("", tier_sizes(market, day));
}

const TierSizes* SizesBySegment::find(std::string_view segment) const {
  const auto found = sizes_.find(segment);
  return found == sizes_.end() ? nullptr : &found->second;
}

std::string segment_name(const Market& market, std::string_view id) {
  for (const Segment& segment : market.segments)
    if (segment.id == id && !segment.name.empty())
      return segment.name;
  return std::string(id);
}

const Observation* newest_observation(const std::optional<Series>& series, Date day) {
  const Observation* newest = nullptr;
  if (series)
    for (const Observation& seen : series->points)
      if (seen.origin.sound && seen.date <= day && (newest == nullptr || newest->date <= seen.date))
        newest = &seen;
  return newest;
}

std::vector<Observation> observed_until(const std::optional<Series>& series, Date day) {
  std::vector<Observation> seen;
  if (series)
    std::copy_if(series->points.begin(), series->points.end(), std::back_inserter(seen),
                 [&](const Observation& point) { return point.origin.sound && point.date <= day; });
  return seen;
}

std::vector<Observation> penetrated_until(const Market& market, Date day) {
  auto own =
      market.penetrated ? observed_until(market.penetrated->observations, day) : std::vector<Observation>();
  if (!own.empty() || market.segments.empty() || (market.penetrated && market.penetrated->size))
    return own;
  struct Sum {
    double value = 0;
    std::size_t segments = 0;
    std::optional<Date> seen; // the last of its segments'
  };
  std::map<Date, Sum> sums_by_day;
  for (const Segment& segment : market.segments) {
    if (!segment.penetrated)
      continue;
    for (const Observation& seen : by_day(observed_until(segment.penetrated->observations, day))) {
      Sum& sum = sums_by_day[seen.date];
      sum.value += seen.value;
      ++sum.segments;
      if (seen.seen)
        sum.seen = std::max(sum.seen.value_or(seen.date), *seen.seen);
    }
  }
  std::vector<Observation> sums;
  for (const auto& [date, sum] : sums_by_day)
    if (sum.segments == market.segments.size())
      sums.push_back({date, sum.value, {}, sum.seen});
  return sums;
}

bool counts_beneficiaries(const Objective& objective, const Market& market) {
  return !objective.metric.unit.empty() && objective.metric.unit == market.unit &&
         objective.metric.scale != Scale::rate;
}

std::vector<Observation> covered_until(const Market& market, std::string_view segment, Date day) {
  if (segment.empty())
    return penetrated_until(market, day);
  for (const Segment& one : market.segments)
    if (one.id == segment && one.penetrated)
      return observed_until(one.penetrated->observations, day);
  return {};
}

std::vector<Observation> by_day(const std::vector<Observation>& seen) {
  std::map<Date, Observation> last;
  for (const Observation& one : seen)
    last[one.date] = one;
  std::vector<Observation> points;
  points.reserve(last.size());
  for (const auto& [date, one] : last)
    points.push_back(one);
  return points;
}

bool same_values(std::span<const Observation> a, std::span<const Observation> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Observation& one, const Observation& two) {
                      return one.date == two.date && one.value == two.value;
                    });
}

CoveringObjectives::CoveringObjectives(const Strategy& strategy, Date day) {
  for (const Objective& one : strategy.objectives)
    if (one.origin.sound && counts_beneficiaries(one, strategy.market))
      by_segment_[one.segment].push_back({&one, by_day(observed_until(one.observations, day))});
}

std::vector<const Objective*> CoveringObjectives::of(std::string_view segment,
                                                     const std::vector<Observation>& covered) const {
  const auto there = by_segment_.find(segment);
  if (covered.empty() || there == by_segment_.end())
    return {};
  const std::vector<Observation> wanted = by_day(covered);
  std::vector<const Objective*> found;
  for (const Counted& one : there->second)
    if (same_values(one.seen, wanted))
      found.push_back(one.objective);
  return found;
}

} // namespace deploy_plan

#include "analysis/publication/counts.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::publication {

PublicCounts::PublicCounts(const Strategy& of, Date day, std::int64_t min_count)
    : strategy_(of), market_(of.market), day_(day) {
  add_tiers();
  add_objectives();
  add_trend();
  relate_tiers();
  relate_objectives();
  masked_ = masked(counts_, min_count);
}

std::optional<std::size_t> PublicCounts::place_of(std::string_view segment) const {
  if (segment.empty())
    return 0;
  for (std::size_t i = 0; i < market_.segments.size(); ++i)
    if (market_.segments[i].id == segment)
      return i + 1;
  return std::nullopt;
}

std::size_t PublicCounts::add(const std::optional<double>& value) {
  if (!value)
    return no_count;
  counts_.values.push_back(*value);
  return counts_.values.size() - 1;
}
bool PublicCounts::is_count_of(std::size_t count, double value) const {
  return count != no_count && counts_.values[count] == value;
}

void PublicCounts::add_tiers() {
  const TierSizes whole = tier_sizes(market_, day_);
  for (std::size_t i = 0; i < public_tiers.size(); ++i) {
    tiers_[i].push_back(add(whole.*public_tiers[i].size));
    for (const Segment& segment : market_.segments)
      tiers_[i].push_back(add(tier_sizes(segment, day_).*public_tiers[i].size));
  }
}

/// One that counts as many as its place has covered is taken to count the same.
void PublicCounts::add_objectives() {
  for (const Objective& objective : strategy_.objectives) {
    const Observation* const newest = newest_observation(objective.observations, day_);
    const auto place = place_of(objective.segment);
    const std::size_t covered = place ? tiers_[0][*place] : no_count;
    if (newest == nullptr || is_rate(objective))
      objectives_.push_back(no_count);
    else
      objectives_.push_back(is_count_of(covered, newest->value) ? covered : add(newest->value));
  }
}

void PublicCounts::add_trend() {
  trend_days_ = penetrated_until(market_, day_);
  std::stable_sort(trend_days_.begin(), trend_days_.end(),
                   [](const Observation& a, const Observation& b) { return a.date < b.date; });
  // Of one day the last counts.
  const auto other = std::unique(trend_days_.rbegin(), trend_days_.rend(),
                                 [](const Observation& a, const Observation& b) { return a.date == b.date; });
  trend_days_.erase(trend_days_.begin(), other.base());
  const std::size_t covered = tiers_[0][0];
  for (const Observation& seen : trend_days_)
    trend_.push_back(is_count_of(covered, seen.value) ? covered : add(seen.value));
}

void PublicCounts::relate_tiers() {
  const std::vector<std::size_t>& covered = tiers_[0];
  for (const auto& tier : tiers_)
    add_sum(tier.front(), {std::next(tier.begin()), tier.end()});
  // What was covered on another day tells of segments whose figures are of that day.
  const auto sum = segment_sums(market_, day_).penetrated;
  for (const std::size_t past : trend_)
    if (past != covered.front() && sum && is_count_of(past, *sum))
      add_sum(past, {std::next(covered.begin()), covered.end()});
  for (std::size_t i = 0; i + 1 < tiers_.size(); ++i)
    for (std::size_t place = 0; place < tiers_[i].size(); ++place)
      for (std::size_t above = i + 1; above < tiers_.size(); ++above)
        if (tiers_[i][place] != no_count && tiers_[above][place] != no_count)
          counts_.orders.push_back({tiers_[i][place], tiers_[above][place]});
}

/// Those of segments that measure what one of the whole does add up to it.
void PublicCounts::relate_objectives() {
  for (std::size_t whole = 0; whole < strategy_.objectives.size(); ++whole) {
    const Objective& of = strategy_.objectives[whole];
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; of.segment.empty() && i < strategy_.objectives.size(); ++i) {
      const Objective& other = strategy_.objectives[i];
      if (!other.segment.empty() && other.stage == of.stage && other.metric.unit == of.metric.unit)
        parts.push_back(objectives_[i]);
    }
    add_sum(objectives_[whole], parts);
  }
}

void PublicCounts::add_sum(std::size_t total, std::vector<std::size_t> parts) {
  std::erase(parts, no_count);
  if (total != no_count && !parts.empty() && std::find(parts.begin(), parts.end(), total) == parts.end())
    counts_.sums.push_back({total, std::move(parts)});
}

Told PublicCounts::told(std::size_t count) const {
  if (count == no_count)
    return {};
  if (masked_[count])
    return {{}, Disclosure::masked};
  return {counts_.values[count], Disclosure::told};
}

Told PublicCounts::told_share(std::size_t count, std::size_t of) const {
  for (const std::size_t one : {count, of})
    if (const Told known = told(one); !known.value)
      return known;
  const auto share = ratio(counts_.values[count], counts_.values[of]);
  return {share, share ? Disclosure::told : Disclosure::unknown};
}

Told PublicCounts::told_rate(double rate, std::optional<std::size_t> place) const {
  constexpr double rounding = 0.005; // rates are often written in whole points
  const auto finds = [&](std::size_t count, std::size_t of) {
    if (count == no_count || of == no_count || !masked_[count])
      return false;
    const auto share = ratio(counts_.values[count], counts_.values[of]);
    return share && std::abs(*share - rate) <= rounding;
  };
  for (std::size_t of = 1; place && of < tiers_.size(); ++of)
    if (finds(tiers_[0][*place], tiers_[of][*place]))
      return {{}, Disclosure::masked};
  return {rate, Disclosure::told};
}

} // namespace deploy_plan::publication

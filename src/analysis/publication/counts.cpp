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
  tell_that_nothing_began(min_count);
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

/// One that counts as many as its place has covered is taken to count the same; but nobody acquired is not
/// nobody covered.
void PublicCounts::add_objectives() {
  for (const Objective& objective : strategy_.objectives) {
    const Observation* const newest = newest_observation(objective.observations, day_);
    const auto place = place_of(objective.segment);
    const std::size_t covered = place ? tiers_[0][*place] : no_count;
    if (newest == nullptr || is_rate(objective))
      objectives_.push_back(no_count);
    else if (is_count_of(covered, newest->value) &&
             (newest->value != 0 || objective.stage != Stage::acquisition))
      objectives_.push_back(covered);
    else
      objectives_.push_back(add(newest->value));
  }
}

/// Before the launch nobody can be covered, nor act: everybody knows these zeros, once they know the day.
/// Told one by one they would tell of a trial in which segments it was; where there is one, none is told.
void PublicCounts::tell_that_nothing_began(std::int64_t min_count) {
  constexpr std::int64_t two_left = 3; // where no zero is told, it is known that there is one at least
  if (min_count < two_left || !strategy_.solution || !strategy_.solution->launched ||
      day_ >= *strategy_.solution->launched)
    return;
  std::vector<std::size_t> begun = tiers_[0];
  begun.insert(begun.end(), trend_.begin(), trend_.end());
  for (std::size_t i = 0; i < objectives_.size(); ++i)
    if (strategy_.objectives[i].stage != Stage::acquisition)
      begun.push_back(objectives_[i]);
  std::erase(begun, no_count);
  if (std::all_of(begun.begin(), begun.end(), [&](std::size_t count) { return counts_.values[count] == 0; }))
    for (const std::size_t count : begun)
      masked_[count] = false;
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

std::vector<std::size_t> PublicCounts::counts_at(std::size_t place, Date day) const {
  std::vector<std::size_t> all;
  for (const auto& tier : tiers_)
    all.push_back(tier[place]);
  for (std::size_t i = 0; i < objectives_.size(); ++i)
    if (place_of(strategy_.objectives[i].segment) == place)
      all.push_back(objectives_[i]);
  for (std::size_t i = 0; place == 0 && i < trend_.size(); ++i)
    if (trend_days_[i].date == day)
      all.push_back(trend_[i]);
  std::erase(all, no_count);
  return all;
}

/// The share that a masked count is of another or another of it, or what it leaves of 1. All and none are
/// shares of any: two figures may count the same.
bool PublicCounts::finds_share(double share, std::span<const std::size_t> counts) const {
  constexpr double rounding = 0.0051; // shares are often written in whole points, halves either way
  const auto finds_one_of = [&](std::size_t count, std::size_t of) {
    const auto found = ratio(counts_.values[count], counts_.values[of]);
    return (masked_[count] || masked_[of]) && found && *found <= 1 &&
           (std::abs(*found - share) <= rounding || std::abs(1 - *found - share) <= rounding);
  };
  return std::any_of(counts.begin(), counts.end(), [&](std::size_t count) {
    return std::any_of(counts.begin(), counts.end(), [&](std::size_t of) { return finds_one_of(count, of); });
  });
}

/// "300 for each" beside "900 spent".
bool PublicCounts::finds_divisor(double value, std::span<const std::size_t> counts,
                                 std::span<const double> amounts) const {
  constexpr double rounding = 0.05; // of one who is counted
  return std::any_of(counts.begin(), counts.end(), [&](std::size_t count) {
    return masked_[count] && std::any_of(amounts.begin(), amounts.end(), [&](double amount) {
             const auto divisor = ratio(amount, value);
             return divisor && *divisor > rounding && std::abs(*divisor - counts_.values[count]) <= rounding;
           });
  });
}

/// Whether it counts some of those covered at its place, who are masked: that it is not the same figure as
/// theirs, nor above it, would tell of them.
bool PublicCounts::bounds_masked(const Objective& objective) const {
  const auto place = place_of(objective.segment);
  const std::size_t covered = place ? tiers_[0][*place] : no_count;
  return covered != no_count && masked_[covered] && objective.stage != Stage::acquisition &&
         counts_beneficiaries(objective, market_);
}

Told PublicCounts::told_objective(std::size_t which, std::span<const double> amounts) const {
  constexpr double points = 100;
  const Objective& objective = strategy_.objectives[which];
  const Observation* const newest = newest_observation(objective.observations, day_);
  if (newest == nullptr)
    return {};
  const double value = newest->value;
  const bool is_in_points = objective.metric.unit == "%" && !is_rate(objective);
  const auto place = place_of(objective.segment);
  const auto beside = place ? counts_at(*place, newest->date) : std::vector<std::size_t>();
  const bool finds = bounds_masked(objective) || finds_divisor(value, beside, amounts) ||
                     (is_rate(objective) && finds_share(value, beside)) ||
                     (is_in_points && finds_share(value / points, beside));
  if (finds)
    return {{}, Disclosure::masked};
  return is_rate(objective) ? Told{value, Disclosure::told} : told(objectives_[which]);
}

} // namespace deploy_plan::publication

// The market's figures on a day.
#pragma once
#include "deploy_plan/strategy.hpp"
#include <span>
#include <unordered_map>

namespace deploy_plan {

/// What is known of a tier on a day.
struct TierFigure {
  double size = 0;                          ///< in beneficiaries
  std::optional<Date> as_of;                ///< the day that it is of
  const Observation* observation = nullptr; ///< that it is; nullptr where it is the size as the file says it
};
/// The newest observation on or before the day, else the size as the file says it: a size says what is known
/// where nothing is observed yet. Nothing where neither is there, or the tier could not be read.
[[nodiscard]] std::optional<TierFigure> figure_of(const Tier& tier, Date day);
[[nodiscard]] std::optional<TierFigure> figure_of(const std::optional<Tier>& tier, Date day);

/// The sizes of the four tiers, in beneficiaries, exact below 2^53; nothing where the file does not give one,
/// or not soundly.
struct TierSizes {
  std::optional<double> addressable, addressed, target, penetrated;
  [[nodiscard]] const std::optional<double>& of(TierName tier) const;
  /// What can still be gained of the addressed market, at least 0: all of it where nobody counted who is
  /// covered.
  [[nodiscard]] std::optional<double> to_absorb() const;
};

/// A total that the market leaves out, or does not know yet on the day, is the sum of its segments, where
/// every segment gives that tier.
[[nodiscard]] TierSizes tier_sizes(const Market& market, Date day);
[[nodiscard]] TierSizes tier_sizes(const Segment& segment, Date day);
/// The sums of the segments alone, where every segment gives that tier.
[[nodiscard]] TierSizes segment_sums(const Market& market, Date day);

/// The tier sizes of the whole market and of each segment, found by the segment's id. The market must outlive
/// it.
class SizesBySegment {
public:
  SizesBySegment(const Market& market, Date day);
  /// nullptr where no segment has that id; an empty one names the whole market.
  [[nodiscard]] const TierSizes* find(std::string_view segment) const;

private:
  std::unordered_map<std::string_view, TierSizes> sizes_; ///< keys are the market's own strings
};

/// What people call a segment: its name, else its id.
[[nodiscard]] std::string segment_name(const Market& market, std::string_view id);

/// The newest observation on or before the day, or nullptr. Of two of the same day, the later in the file.
[[nodiscard]] const Observation* newest_observation(const std::optional<Series>& series, Date day);

/// The observations of a series on or before the day, in the order of the file.
[[nodiscard]] std::vector<Observation> observed_until(const std::optional<Series>& series, Date day);
/// Likewise of the penetrated market as a whole. Where it is not observed itself, its segments are: their
/// sums on the days that every one of them has.
[[nodiscard]] std::vector<Observation> penetrated_until(const Market& market, Date day);

/// Whether an objective counts beneficiaries, so that tiers bound it: its metric is a count in the market's
/// unit.
[[nodiscard]] bool counts_beneficiaries(const Objective& objective, const Market& market);

/// What was observed until a day of the penetrated tier of a segment, or with an empty id of the whole
/// market.
[[nodiscard]] std::vector<Observation> covered_until(const Market& market, std::string_view segment,
                                                     Date day);

/// Observations of one value a day, the later in the file; in the order of time.
[[nodiscard]] std::vector<Observation> by_day(const std::vector<Observation>& seen);

/// Whether they are the same values of the same days, one after the other.
[[nodiscard]] bool same_values(std::span<const Observation> a, std::span<const Observation> b);

/// The objectives that count who is covered: those of beneficiaries that are observed by the very figures
/// that the penetrated tier is. The strategy must outlive it.
class CoveringObjectives {
public:
  CoveringObjectives(const Strategy& strategy, Date day);
  /// Of a segment, or with an empty id of the whole market, in the order of the file; `covered` is what was
  /// observed of the penetrated tier there, until the day.
  [[nodiscard]] std::vector<const Objective*> of(std::string_view segment,
                                                 const std::vector<Observation>& covered) const;

private:
  struct Counted {
    const Objective* objective = nullptr;
    std::vector<Observation> seen; ///< by day
  };
  std::unordered_map<std::string_view, std::vector<Counted>> by_segment_; ///< keys are the strategy's strings
};

} // namespace deploy_plan

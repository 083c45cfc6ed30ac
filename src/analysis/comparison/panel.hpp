// Segments seen on the same dates, by when the action began in each.
#pragma once
#include "analysis/trial/trials.hpp"

namespace deploy_plan::analysis {

/// Segments that began between the same two dates.
struct PanelGroup {
  Date begun{};          ///< the earliest of them
  std::size_t first = 0; ///< the date from which the action can be seen; of those untouched, past the last
  std::vector<std::size_t> segments;
};

/// Every segment on every date. Groups stand in the order of their first date; the last one, which controls
/// the others, is of those that are untouched, where there are any.
struct Panel {
  std::size_t dates = 0;
  std::vector<double> values;        ///< segment by segment, over `unit`; relative, their logarithms
  std::vector<std::size_t> group_of; ///< each segment's
  std::vector<PanelGroup> groups;
  double unit = 1;    ///< of the values: keeps sums of squares finite
  double largest = 0; ///< of the values, whatever their sign

  [[nodiscard]] std::size_t segments() const { return group_of.size(); }
  [[nodiscard]] double at(std::size_t segment, std::size_t date) const {
    return values[segment * dates + date];
  }
  [[nodiscard]] const PanelGroup& last() const { return groups.back(); }
  [[nodiscard]] bool has_untouched() const { return !groups.empty() && last().first >= dates; }
  [[nodiscard]] std::size_t size(std::size_t group) const { return groups[group].segments.size(); }
};

/// Puts the lines and dates of a test into its reading, up to the day and to the planned number of dates;
/// says how many dates there were in `trial.size`. Why they cannot be compared, else nothing.
[[nodiscard]] std::optional<TrialReason> gather(const TrialContext& context, Trial& trial,
                                                ComparedReading& reading);
/// Of a reading that was gathered; nothing where a figure has no logarithm, and one is asked for.
[[nodiscard]] std::optional<Panel> panel_of(const ComparedReading& reading);

} // namespace deploy_plan::analysis

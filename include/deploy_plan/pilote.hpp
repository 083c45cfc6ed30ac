// Objectives as indicators of PILOTE, the tool in which the French administration follows its policies
// (DITP).
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

/// What a figure of an indicator is: vi, va and vc in PILOTE.
enum class IndicatorValue { initial, current, target };

struct IndicatorFigure {
  std::string objective; ///< its id
  std::string indicator; ///< see indicator_of
  std::string zone;      ///< see zone_of
  Date date{};
  IndicatorValue kind{};
  double value = 0; ///< in the objective's unit; of a rate, a share of one
  bool is_rate = false;
};

/// Where each objective starts from, what was observed until the day (of each day the last figure), its
/// milestones and its target; in the order of the file, then of these, then of days. No two figures have the
/// same indicator, zone, day and kind, unless two objectives share an indicator and a zone.
[[nodiscard]] std::vector<IndicatorFigure> indicator_figures(const Strategy& strategy, Date day);

/// Whether PILOTE's import takes an identifier ("IND-001", "IND-1234"), or a zone ("D46", "R84", "FRANCE"),
/// as the schema says that DITP publishes (DITP-pilotage/pilote-2, public/schema/sans-contraintes.json).
[[nodiscard]] bool is_pilote_indicator(std::string_view indicator);
[[nodiscard]] bool is_pilote_zone(std::string_view zone);

} // namespace deploy_plan

// What of a strategy is published, and how: figures by the five questions of DINUM's impact matrix, goals
// first set, revised and realised, with small counts masked.
#pragma once
#include "deploy_plan/strategy.hpp"
#include <span>

namespace deploy_plan {

/// The questions of the impact matrix of the French State's digital services.
enum class ImpactAxis { usable, used, useful, impactful, efficient };

/// Whether a figure is told. One that is masked is too small, or would let another that is be found by
/// subtraction: which of both is not told.
enum class Disclosure { told, unknown, masked };

enum class PublicKind { count, share, rate, money, money_by_unit, person_days };

struct PublicFigure {
  std::string id; ///< "market.penetrated", "segments.ID.target", "objectives.ID.realised"
  ImpactAxis axis{};
  Words name, definition;
  std::string segment; ///< its name; empty for the whole
  PublicKind kind{};
  std::string unit; ///< what is counted, or a currency
  std::optional<double> value = {};
  Disclosure disclosure = Disclosure::unknown;
  std::optional<Date> day = {}; ///< that it is of
  Words source = {}, method = {};
};

struct PublicTarget {
  double value = 0;
  Date by{};
};

/// A goal as it was first set, as it is now, and what was realised.
struct PublicGoal {
  std::string id;
  Words name, definition;
  std::string segment;
  bool is_north_star = false;
  PublicKind kind{};
  std::string unit;
  PublicTarget first;                  ///< the earliest that is known
  std::optional<PublicTarget> revised; ///< where it is another now
  std::optional<double> realised;
  Disclosure disclosure = Disclosure::unknown;
  std::optional<Date> day;
  Words source, method;
};

/// How many were covered on a day, and what one of them cost a year.
struct PublicPoint {
  Date day{};
  Disclosure disclosure = Disclosure::told;
  std::optional<double> covered = {};
  std::optional<double> cost_by_beneficiary = {};
};

struct PublicPage {
  Date as_of{};
  std::string strategy, solution, description, url, unit, units, currency;
  Date start{}, end{};
  std::optional<Date> launched;
  std::vector<PublicFigure> figures; ///< by axis
  std::vector<PublicGoal> goals;     ///< the North Star first
  std::vector<PublicPoint> trend;
  std::int64_t min_count = 0;
  std::int64_t masked = 0;           ///< figures that are
  std::int64_t earlier_versions = 0; ///< of the file, that first goals were looked for in
  std::string licence, contact, accessibility_url;
  std::string table, table_schema; ///< files beside the page, by their names; empty where there are none
};

struct PublicationOptions {
  std::int64_t min_count = 5;             ///< smaller counts are masked; 1 masks nothing
  std::span<const Strategy> earlier = {}; ///< versions of the strategy, the oldest first
};

/// Of what a strategy's description says is public: hand it a strategy from which the rest was taken out.
[[nodiscard]] PublicPage publish(const Strategy& public_part, Date day, const PublicationOptions& options);

} // namespace deploy_plan

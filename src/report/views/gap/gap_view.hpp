// A gap laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// What to show, and in what order.
struct GapViewOptions {
  std::vector<std::string> only; ///< ids of sections; all when empty
  std::string segment;           ///< goals, objectives and figures of this segment alone
  bool by_urgency = true;        ///< else in the order of the file
  bool each_strategy = false;    ///< of a portfolio, every strategy's sections follow its table
};
inline constexpr std::string_view gap_sections[] = {"summary", "market", "goals",   "funnel",
                                                    "levers",  "costs",  "segments"};

/// A row a strategy, and totals where all count the same beneficiaries.
[[nodiscard]] Section portfolio(std::span<const Gap> gaps);

/// One strategy's sections, or, for several, a table with a row for each.
[[nodiscard]] Document gap_document(std::span<const Gap> gaps, Date as_of, const GapViewOptions& options);

} // namespace deploy_plan::report

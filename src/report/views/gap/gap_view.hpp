// A gap laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// What to show, and in what order.
struct GapViewOptions {
  std::vector<std::string> only; ///< ids of sections; all when empty
  std::string segment;           ///< goals, objectives and figures of this segment alone
  bool by_urgency = true;        ///< else in the order of the file
  bool has_course = false;       ///< the brief before it draws the North Star's, month by month
  bool each_strategy = false; ///< of a portfolio, every strategy's sections follow its table, the worst first
  std::size_t most_rows = 0;  ///< of a portfolio's table, the others are counted; 0 for all
  std::size_t most_parts = 0; ///< strategies whose sections follow it, likewise
};
inline constexpr std::string_view gap_sections[] = {"summary", "market", "goals",   "funnel",
                                                    "levers",  "costs",  "segments"};

/// That it costs more than is allowed; nothing where it does not, or where that is not known.
[[nodiscard]] std::optional<Paragraph> not_viable_paragraph(const Gap& gap);

/// Its sections, those that tell nothing left out.
[[nodiscard]] std::vector<Section> sections_of(const Gap& gap, const GapViewOptions& options);

} // namespace deploy_plan::report

// Figures as rows: one a number that is known, each told by its path, its value and what that is counted in.
#pragma once
#include "answers/path.hpp"

namespace deploy_plan::answers {

struct FigureRow {
  const Figure& figure;
  std::string path;  ///< in English keys
  std::string value; ///< its digits, as JSON has them
  std::string unit;
};
using VisitRow = std::function<void(const FigureRow& row)>;
/// In the order of the description.
void each_row(const Record& record, const void* answer, const VisitRow& visit);
template <class Answer>
void each_row(const Answer& answer, const VisitRow& visit) {
  each_row(description<Answer>(), &answer, visit);
}

/// What a figure is counted in, as scripts read it: "ratio" of shares, rates and probabilities, a currency,
/// the unit of what is measured, that "/month", "person-day", "week", or what is counted; empty where it has
/// none.
[[nodiscard]] std::string unit_of(const Member& member, const Context& context);

} // namespace deploy_plan::answers

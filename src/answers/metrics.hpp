// Figures as monitoring reads them: gauges that are named after their keys, with what they are of as labels.
#pragma once
#include "answers/path.hpp"

namespace deploy_plan::answers {

/// A figure that is known.
struct MetricSample {
  std::string family; ///< deploy_plan_market_share_target_ratio
  std::string unit;   ///< of the whole family, which ends with it; empty where it has none
  std::string_view help;
  std::vector<std::pair<std::string, std::string>>
      labels;        ///< what it is of, then its unit where families have several
  std::string value; ///< its digits
};
using VisitSample = std::function<void(MetricSample sample)>;
/// In the order of the description. A word is 1, labelled with it; a day is in seconds since 1970.
void each_sample(const Record& record, const void* answer, const VisitSample& visit);
template <class Answer>
void each_sample(const Answer& answer, const VisitSample& visit) {
  each_sample(description<Answer>(), &answer, visit);
}

/// A Markdown table of every family: its name, its labels, its meaning.
[[nodiscard]] std::string metric_table(const Record& record, Language language);

} // namespace deploy_plan::answers

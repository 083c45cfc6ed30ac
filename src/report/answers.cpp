#include "deploy_plan/answers.hpp"
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/measure.hpp"
#include <algorithm>
#include <stdexcept>

namespace deploy_plan {
namespace {

template <class Answer>
std::string line_of(const Answer& answer) {
  return answers::as_json(answer) + "\n";
}
} // namespace

std::string json_of(const Gap& gap) { return line_of(gap); }
std::string json_of(const Ranking& ranking) { return line_of(ranking); }
std::string json_of(const Plan& plan) { return line_of(plan); }
std::string json_of(const Week& week) { return line_of(week); }
std::string json_of(const Forecast& forecast) { return line_of(forecast); }
std::string json_of(const StrategyTrials& told) { return line_of(told); }
std::string json_of(const DesignedTrial& designed) { return line_of(designed); }
std::string json_of(const Assignment& assignment) { return line_of(assignment); }
std::string json_of(const RollOut& roll_out) { return line_of(roll_out); }
std::string json_of(const NextTest& next) { return line_of(next); }
std::string json_of(std::span<const Gap> gaps, Date as_of) {
  return gaps.size() == 1 ? line_of(gaps.front()) : line_of(answers::GapPortfolio{as_of, gaps});
}

std::string json_of(const Measured& measured) { return line_of(measured); }
std::string json_of(const PublicPage& page) { return line_of(page); }
std::string json_of(std::span<const Measured> measured, Date as_of) {
  return measured.size() == 1 ? line_of(measured.front())
                              : line_of(answers::MeasuredPortfolio{as_of, measured});
}

std::string render(const Document& document, std::string_view format, const RenderOptions& options) {
  const auto found = std::find_if(document_formats().begin(), document_formats().end(),
                                  [&](const DocumentFormat& one) { return one.name == format; });
  if (found == document_formats().end())
    throw std::invalid_argument("no format of documents: " + std::string(format));
  return found->render(document, options);
}

} // namespace deploy_plan

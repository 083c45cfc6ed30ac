// The JSON Schemas of answers: what scripts may count on. More keys may come to stand beside these; none goes
// away.
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/metrics.hpp"
#include "answers/reference.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan::answers {
template <>
const Record& description<Gap>();
} // namespace deploy_plan::answers

namespace deploy_plan {
namespace {

std::string reference_of(const answers::DescribedAnswer& answer, Language language) {
  if (!answer.paths.en.empty())
    return std::string(answer.paths.in(language)) + "\n";
  return answers::reference_table(*(answer.figures == nullptr ? answer.records.front() : answer.figures),
                                  language);
}
} // namespace

std::string metric_reference(Language language) {
  return answers::metric_table(answers::description<Gap>(), language);
}

std::span<const AnswerSchema> answer_schemas() {
  static const std::vector<AnswerSchema> all = [] {
    std::vector<AnswerSchema> schemas;
    for (const answers::DescribedAnswer& answer : answers::described_answers())
      schemas.push_back({answer.command,
                         [&answer](Language language) {
                           return answers::json_schema(answer.title, answer.records, language);
                         },
                         [&answer](Language language) { return reference_of(answer, language); }});
    return schemas;
  }();
  return all;
}

} // namespace deploy_plan

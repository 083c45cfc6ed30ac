// The JSON Schemas of answers: what scripts may count on. More keys may come to stand beside these; none goes
// away.
#include "report/guide/answer_schemas.hpp"
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/reference.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan {
namespace {

template <const std::string_view& schema>
AnswerSchema written_by_hand(std::string_view command) {
  return {command, [](Language) { return std::string(schema); }, nullptr};
}

/// Of the answers that are described, in the order in which they are.
template <std::size_t place>
AnswerSchema described() {
  return {answers::described_answers()[place].command,
          [](Language language) {
            const auto& answer = answers::described_answers()[place];
            return answers::json_schema(answer.title, answer.records, language);
          },
          [](Language language) {
            const auto& answer = answers::described_answers()[place];
            return answers::reference_table(
                *(answer.figures == nullptr ? answer.records.front() : answer.figures), language);
          }};
}
} // namespace

std::span<const AnswerSchema> answer_schemas() {
  static const AnswerSchema all[] = {described<0>(),
                                     described<1>(),
                                     described<2>(),
                                     described<3>(),
                                     described<4>(),
                                     described<5>(),
                                     described<6>(),
                                     described<7>(),
                                     written_by_hand<report::compare_answer>("compare"),
                                     written_by_hand<report::diff_answer>("diff")};
  return all;
}

} // namespace deploy_plan

// The JSON Schemas of answers: what scripts may count on. More keys may come to stand beside these; none goes
// away.
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/reference.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan {
namespace {

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
            if (!answer.paths.en.empty())
              return std::string(answer.paths.in(language)) + "\n";
            return answers::reference_table(
                *(answer.figures == nullptr ? answer.records.front() : answer.figures), language);
          }};
}
} // namespace

std::span<const AnswerSchema> answer_schemas() {
  static const AnswerSchema all[] = {described<0>(), described<1>(), described<2>(), described<3>(),
                                     described<4>(), described<5>(), described<6>(), described<7>(),
                                     described<8>(), described<9>()};
  return all;
}

} // namespace deploy_plan

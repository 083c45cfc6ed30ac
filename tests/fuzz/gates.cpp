// Gate expressions over an answer.
#include "deploy_plan/gap.hpp"
#include "fuzz/fuzz.hpp"
#include "report/gate.hpp"
#include "report/views/gap/gap_json.hpp"

using namespace deploy_plan;

namespace {
nlohmann::ordered_json example_answer() {
  nlohmann::ordered_json answer;
  (void)check(fuzz::source_of(fuzz::text_of("examples/diagnostic-communes.json"),
                              "examples/diagnostic-communes.json"),
              fuzz::options(),
              [&](Strategy&& strategy) { answer = report::gap_json(gap(strategy, fuzz::day)); });
  return answer;
}
} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const nlohmann::ordered_json answer = example_answer();
  const std::string expression = fuzz::words_of(data, size);
  const auto strict = report::evaluate_gate(answer, expression, false);
  const auto lenient = report::evaluate_gate(answer, expression, true);
  fuzz::demand(!strict.failure || !strict.holds);
  fuzz::demand(strict.failure || (!lenient.failure && lenient.holds == strict.holds));
  for (const auto& result : {strict, lenient})
    if (result.failure)
      (void)result.failure->words();
  return 0;
}

// Gate expressions over an answer.
#include "answers/gate.hpp"
#include "deploy_plan/gap.hpp"
#include "fuzz/fuzz.hpp"

using namespace deploy_plan;

namespace {
Gap example_answer() {
  Gap answer;
  (void)check(fuzz::source_of(fuzz::text_of("examples/diagnostic-communes.json"),
                              "examples/diagnostic-communes.json"),
              fuzz::options(), [&](Strategy&& strategy) { answer = gap(strategy, fuzz::day); });
  return answer;
}
} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Gap answer = example_answer();
  const answers::LookUp look_up = answers::paths_into(answer);
  const std::string expression = fuzz::words_of(data, size);
  const auto strict = answers::judge(expression, look_up, false);
  const auto lenient = answers::judge(expression, look_up, true);
  fuzz::demand(!strict.failure || !strict.holds);
  fuzz::demand(strict.failure || (!lenient.failure && lenient.holds == strict.holds));
  for (const auto& result : {strict, lenient})
    if (result.failure)
      (void)result.failure->words();
  return 0;
}

// Verdicts, as people read them.
#include "../analysis/trials.hpp"
#include "answers/trial_words.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Trial two_arms(double min_effect, std::int64_t addressed) {
  deploy_plan::Test test;
  test.protocol = Protocol::ab;
  test.planned_size = 1000;
  test.min_effect = min_effect;
  test.arms = {{"as before", 500, 25, {}, {}}, {"letter", 500, 31, {}, {}}};
  return read(test, std::nullopt, addressed);
}
} // namespace

TEST_CASE("an effect too small for any number of beneficiaries is said, not counted") {
  const Trial trial = two_arms(1e-12, 2000);
  CHECK(trial.verdict == Verdict::cannot_tell);
  CHECK(trial.reason == TrialReason::beyond_market);
  CHECK(answers::verdict_reason(trial).in(Language::english).find("more than 1,000,000,000,000,000") !=
        std::string::npos);
}

TEST_CASE("what more a test takes is said in both languages") {
  const Trial trial = two_arms(0.02, 1000000);
  CHECK(trial.verdict == Verdict::go_on);
  for (const Language language : {Language::english, Language::french}) {
    const std::string said = answers::verdict_reason(trial).in(language);
    CHECK_FALSE(said.empty());
    CHECK(said.find('{') == std::string::npos);
  }
  CHECK(answers::verdict_reason(trial).in(Language::english) !=
        answers::verdict_reason(trial).in(Language::french));
}

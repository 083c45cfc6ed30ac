// The words of answers: each has a key of its own in both languages, and is found where its number says.
#include "answers/description.hpp"
#include "catch.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/plan.hpp"
#include "deploy_plan/trial.hpp"
#include <set>

namespace deploy_plan::answers {
namespace {

template <class Word>
void check_words() {
  std::set<std::string_view> english, french;
  const auto all = choices<Word>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i].name.en);
    CHECK(all[i].value == static_cast<int>(i));
    CHECK(english.insert(all[i].name.en).second);
    CHECK(french.insert(all[i].name.fr).second);
    CHECK(all[i].words().en.empty() == all[i].words().fr.empty());
    CHECK(all[i].name.en.find(' ') == std::string_view::npos);
    CHECK(all[i].name.fr.find(' ') == std::string_view::npos);
  }
}
} // namespace

TEST_CASE("every word of an answer has a key of its own in both languages") {
  check_words<GoalStatus>();
  check_words<NoEta>();
  check_words<NoConversion>();
  check_words<Verdict>();
  check_words<TrialReason>();
  check_words<Looks>();
  check_words<ComparisonMethod>();
  check_words<PlanStatus>();
  check_words<PlanGoal>();
  check_words<PlanReason>();
  check_words<PlanStep>();
  check_words<MoveReason>();
  check_words<Unfinished>();
  check_words<Unranked>();
  check_words<Basis>();
  check_words<TrendModel>();
  check_words<NoTrend>();
  check_words<OutlookClass>();
  check_words<ForecastOf>();
}

TEST_CASE("the most urgent status stands first, and what is good looks good") {
  CHECK(choice_of(GoalStatus::overdue).order < choice_of(GoalStatus::on_track).order);
  CHECK(choice_of(GoalStatus::behind).order < choice_of(GoalStatus::reached).order);
  CHECK(choice_of(GoalStatus::reached).tone == Tone::good);
  CHECK(choice_of(GoalStatus::overdue).tone == Tone::bad);
}

} // namespace deploy_plan::answers

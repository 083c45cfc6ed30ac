#include "answers/answers.hpp"
#include "answers/check.hpp"
#include "deploy_plan/assignment.hpp"
#include "deploy_plan/forecast.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<Gap>();
template <>
const Record& description<GapPortfolio>();
template <>
const Record& description<Ranking>();
template <>
const Record& description<Forecast>();
template <>
const Record& description<StrategyTrials>();
template <>
const Record& description<DesignedTrial>();
template <>
const Record& description<Assignment>();
template <>
const Record& description<Plan>();

std::span<const DescribedAnswer> described_answers() {
  static const Record* const check[] = {&description<CheckReport>()};
  static const Record* const gap[] = {&description<Gap>(), &description<GapPortfolio>()};
  static const Record* const rank[] = {&description<Ranking>()};
  static const Record* const forecast[] = {&description<Forecast>()};
  static const Record* const test[] = {&description<StrategyTrials>()};
  static const Record* const design[] = {&description<DesignedTrial>()};
  static const Record* const assignment[] = {&description<Assignment>()};
  static const Record* const plan[] = {&description<Plan>()};
  static const DescribedAnswer all[] = {
      {"check",
       {"What check writes as JSON", "Ce que check écrit en JSON"},
       check,
       &description<CheckSummary>()},
      {"gap", {"What gap --format json writes", "Ce qu'écrit gap --format json"}, gap},
      {"rank", {"What rank --format json writes", "Ce qu'écrit rank --format json"}, rank},
      {"forecast", {"What forecast --format json writes", "Ce qu'écrit forecast --format json"}, forecast},
      {"test", {"What test --format json writes", "Ce qu'écrit test --format json"}, test},
      {"test-design",
       {"What test --design --format json writes", "Ce qu'écrit test --design --format json"},
       design},
      {"test-assignment",
       {"What test --assign --format json writes", "Ce qu'écrit test --assign --format json"},
       assignment},
      {"plan", {"What plan --format json writes", "Ce qu'écrit plan --format json"}, plan},
  };
  return all;
}

} // namespace deploy_plan::answers

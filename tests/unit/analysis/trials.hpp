// Tests read as those of a strategy's one action.
#pragma once
#include "deploy_plan/trial.hpp"
#include "examples.hpp"

namespace deploy_plan::test {

inline Trial read(const deploy_plan::Test& test, std::optional<Date> start = std::nullopt,
                  std::int64_t addressed = 1000000) {
  Strategy strategy;
  Tier tier;
  tier.size = addressed;
  strategy.market.addressed = tier;
  Action action;
  action.id = "letter";
  action.test = test;
  action.start = start;
  strategy.period.end = day + std::chrono::days{36500};
  strategy.actions.push_back(action);
  return *read_trial(strategy, strategy.actions.front(), day);
}

} // namespace deploy_plan::test

// Designs and verdicts, as people read them.
#include "deploy_plan/answers.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a design says how many it takes, and that a market cannot hold them") {
  TrialWish wish{Protocol::ab, 0.05, 0.02};
  const auto shown = [&] { return render(DesignedTrial{wish, *design_trial(wish)}, "text"); };
  CHECK(shown().find("4,426") != std::string::npos);
  const std::string held = shown();
  wish.market = 900;
  CHECK(shown() != held);
  RenderOptions french;
  french.language = Language::french;
  CHECK(render(DesignedTrial{wish, *design_trial(wish)}, "text", french).find("4\u202f426") !=
        std::string::npos);
}

TEST_CASE("verdicts are read in each language") {
  const Strategy strategy = strategy_of("examples/tests-rappels.json");
  const auto trials = read_trials(strategy, day);
  const StrategyTrials told{strategy.name, day, "EUR", trials};
  RenderOptions french;
  french.language = Language::french;
  CHECK(render(told, "text").find("drop") != std::string::npos);
  CHECK(render(told, "text", french).find("abandonner") != std::string::npos);
}

#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("init's strategy has no finding, in either language, with comments or without") {
  for (const Language language : {Language::english, Language::french})
    for (const bool comments : {false, true})
      CHECK(rules_of(checked(first_strategy(language, day, comments), "s.jsonc")).empty());
}

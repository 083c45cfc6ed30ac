#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("init's strategy has no finding, in either language, with comments or without") {
  for (const Language language : {Language::english, Language::french})
    for (const bool comments : {false, true})
      CHECK(rules_of(checked(first_strategy(language, day, comments), "s.jsonc")).empty());
}

TEST_CASE(
    "the ledger of the measured example knows each metric's months, two late, in the words of the language") {
  const MeasuredExample english = measured_example(Language::english, day);
  CHECK(english.ledger.text.find("2026-01-31,active-schools,,108,2026-02-02\n") != std::string::npos);
  CHECK(english.ledger.text.find("2026-02-28") == std::string::npos);
  const MeasuredExample french = measured_example(Language::french, day);
  CHECK(french.ledger.text.starts_with("date;métrique;segment;valeur;vu\n"));
  CHECK(french.ledger.text.find(";retours;;0,") != std::string::npos);
  CHECK(french.strategy.text.find("\"requête\"") != std::string::npos);
  CHECK(french.query.text.find("select dernier_jour") != std::string::npos);
}

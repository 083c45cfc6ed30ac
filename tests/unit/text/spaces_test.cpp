#include "catch.hpp"
#include "text/spaces.hpp"

using namespace deploy_plan;

TEST_CASE("every space that is typed or typeset is one") {
  for (const std::string space : {" ", "\u00a0", "\u202f", "\u2009"}) {
    CHECK(text::space_before(space + "x") == space.size());
    CHECK(text::space_after("x" + space) == space.size());
    CHECK(text::trimmed(space + "\t" + "a" + space + "b" + space + space) == "a" + space + "b");
  }
  CHECK(text::space_before("x ") == 0);
  CHECK(text::space_after("") == 0);
  CHECK(text::trimmed(" \t\u202f").empty());
}

TEST_CASE("a word is one however its parts are put together") {
  for (const char* const word : {"en_retard", "En retard", "EN-RETARD", "en\u00a0retard", "en\u202fretard"})
    CHECK(text::plain(word) == "en retard");
  CHECK(text::plain("s\u2019éloigne") == "s'eloigne");
  CHECK(text::plain("") == "");
}

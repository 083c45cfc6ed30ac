#include "catch.hpp"
#include "text/lists.hpp"

using namespace deploy_plan;

TEST_CASE("a name that quotes stands in quotes of its own") {
  CHECK(text::quoted("Atelier").fr == "«\u00a0Atelier\u00a0»");
  CHECK(text::quoted("Atelier «\u00a0Ma déclaration\u00a0»").fr == "«\u00a0Atelier “Ma déclaration”\u00a0»");
  CHECK(text::quoted("Atelier « Ma déclaration »").fr == "«\u00a0Atelier “Ma déclaration”\u00a0»");
  CHECK(text::quoted("«Un» mot").fr == "«\u00a0“Un” mot\u00a0»");
  CHECK(text::quoted("The “first step” workshop").en == "“The ‘first step’ workshop”");
}

// What is said of a source that gives no figures, and how to mend it.
#include "catch.hpp"
#include "measure/engine.hpp"
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::measuring;

namespace {

std::string english(const Failure& failure) { return said(failure).in(Language::english); }
std::string french(const Failure& failure) { return said(failure).in(Language::french); }

} // namespace

TEST_CASE("every trouble is said and mended in both languages, with words and without") {
  std::set<std::string> sentences;
  for (int which = 0; which <= static_cast<int>(Trouble::warned); ++which)
    for (const char* words : {"", "relation \"t\" does not exist"}) {
      const Failure failure{static_cast<Trouble>(which), words};
      for (const Language language : {Language::english, Language::french}) {
        const std::string what = said(failure).in(language);
        CAPTURE(which, what);
        CHECK(sentences.insert(what).second);
        CHECK(what.find("{0}") == std::string::npos);
        CHECK((what.find("does not exist") != std::string::npos) == (words[0] != '\0'));
        CHECK_FALSE(remedy(failure).in(language).empty());
        CHECK(remedy(failure).in(language).find("{0}") == std::string::npos);
      }
    }
}

TEST_CASE("an engine's words stand between quotes, on one line, within bounds") {
  CHECK(english({Trouble::no_host, "could not connect\n\tto server: \x1b[31mno\x01 route"}) ==
        "nobody answers at the source's address: “could not connect to server: [31mno route”");
  CHECK(french({Trouble::wrong_statement, "colonne inconnue", 12}) ==
        "le moteur refuse la requête\u00a0: «\u00a0colonne inconnue\u00a0», à son caractère 12");
  CHECK(english({Trouble::wrong_statement, "\xff\xfe"}).find("\xff") == std::string::npos);
  for (std::size_t size = 296; size < 304; ++size) {
    const std::string cut = english({Trouble::refused, std::string(size, 'x') + "éééé"});
    CAPTURE(cut);
    CHECK(cut.size() < 360);
    CHECK(cut.ends_with("…”"));
    CHECK(cut.find("\ufffd") == std::string::npos);
  }
  CHECK(english({Trouble::refused, std::string(100000, '\n')}) == "the database refuses access");
}

TEST_CASE("a library is named by its package, a parameter by what may be meant") {
  CHECK(remedy({Trouble::no_library, "libpq5"}).in(Language::english) == "install it: apt install libpq5");
  CHECK_THAT(remedy({Trouble::no_library, "libduckdb.so"}).in(Language::english),
             Catch::Contains("duckdb.org"));
  CHECK_THAT(english({Trouble::unknown_parameter, "form"}), Catch::Contains(":form"));
  CHECK_THAT(remedy({Trouble::unknown_parameter, "form"}).in(Language::english), Catch::Contains(":from?"));
  CHECK_THAT(remedy({Trouble::unknown_parameter, "depuit"}).in(Language::french), Catch::Contains(":depuis"));
  CHECK_THAT(english({Trouble::unknown_parameter, "?"}), Catch::Contains("a parameter ?,"));
  CHECK_THAT(remedy({Trouble::wrong_statement}).in(Language::french), Catch::Contains("écrivez un SELECT"));
}

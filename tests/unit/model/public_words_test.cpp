// Words that are not for everyone, whatever field holds them.
#include "catch.hpp"
#include "model/public_words.hpp"

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

const std::vector<std::string> people{"Zélie Quatremère", "Zélie"};
bool is_told(std::string_view words) { return !unfit_to_tell(words, people); }
} // namespace

TEST_CASE("a name is known whatever space stands in it") {
  const std::vector<std::string> people{"Maëlys Kérouanton"};
  for (const std::string_view space : {" ", "\u00a0", "\u202f", " \u200b"})
    CHECK(deploy_plan::model::unfit_to_tell("by Maëlys" + std::string(space) + "Kérouanton", people) ==
          deploy_plan::model::Withheld::person);
}

TEST_CASE("ordinary words are told as they are") {
  CHECK(is_told("Insee, code officiel géographique, 01/01/2026"));
  CHECK(is_told("communes et/ou syndicats, n/a, 3 jours/mois"));
  CHECK(is_told("https://www.insee.fr/fr/information/7766585"));
  CHECK(is_told("select committee of May")); // no statement
  CHECK(is_told("Zéliette"));                // another name
  CHECK(is_told("le mot de passe est changé tous les 90 jours"));
  CHECK(is_told(""));
}

TEST_CASE("what is not for everyone is found in words") {
  CHECK(unfit_to_tell("écrire à a.b@example.fr.", people) == Withheld::email);
  CHECK(unfit_to_tell("(/home/x/y)", people) == Withheld::path);
  CHECK(unfit_to_tell("file:///x", people) == Withheld::path);
  CHECK(unfit_to_tell("\\\\serveur\\partage", people) == Withheld::path);
  CHECK(unfit_to_tell("chiffres.XLSX", people) == Withheld::path);
  CHECK(unfit_to_tell("a/b/c", people) == Withheld::path);
  CHECK(unfit_to_tell("SELECT a\nFROM b", people) == Withheld::query);
  CHECK(unfit_to_tell("compté par ZELIE", people) == Withheld::person);
  CHECK(unfit_to_tell("password=abc123", people) == Withheld::password);
  CHECK(unfit_to_tell("mot de passe\u202f: soleil", people) == Withheld::password);
  CHECK(unfit_to_tell("mot de\u200b passe : soleil", people) == Withheld::password);
  CHECK(unfit_to_tell("ghp_16C7e42F292c6912E7710c838347Ae178B4a", people) == Withheld::password);
}

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
  CHECK(unfit_to_tell("SELECT a\nFROM b", people) == Withheld::query);
  CHECK(unfit_to_tell("compté par ZELIE", people) == Withheld::person);
  CHECK(unfit_to_tell("password=abc123", people) == Withheld::password);
  CHECK(unfit_to_tell("mot de passe\u202f: soleil", people) == Withheld::password);
  CHECK(unfit_to_tell("mot de\u200b passe : soleil", people) == Withheld::password);
  CHECK(unfit_to_tell("ghp_16C7e42F292c6912E7710c838347Ae178B4a", people) == Withheld::password);
}

TEST_CASE("addresses are found however they are disguised") {
  for (const char* words :
       {"jean.dupont [at] beta.gouv.fr", "jean(at)beta.gouv.fr", "jean.dupont＠beta.gouv.fr",
        "jean.dupont%40beta.gouv.fr", "jean.dupont @beta.gouv.fr", "jean.dupont @ beta.gouv.fr",
        "jean [arobase] beta.gouv.fr", "jean arobase beta.gouv.fr", "jean [arobase] …",
        "jean [at] beta [point] gouv [point] fr", "jean(AT)beta(dot)gouv(dot)fr", "jean&#64;beta.gouv.fr",
        "écrire à jean@beta", "<jean@beta.gouv.fr>"}) {
    INFO(words);
    CHECK(unfit_to_tell(words, people) == Withheld::email);
  }
  for (const char* words : {"accidents du travail (AT) déclarés. Source : CNAM", "suivre @betagouv",
                            "12 % @ 3 ans", "look at beta.gouv.fr", "remise de 40%40 communes", "@"}) {
    INFO(words);
    CHECK(is_told(words));
  }
}

TEST_CASE("paths show by how they begin, end or are written") {
  for (const char* words : {"/home/x/y.csv",
                            "C:\\Users\\x",
                            "C:\\",
                            "d:/suivi/x",
                            "./data/x",
                            "../x/y.json",
                            "~/x",
                            "srv/data/export.csv",
                            "\\\\host\\share",
                            "partage\\suivi\\x",
                            "dossier\\export.xlsx",
                            "file:/srv/x",
                            "s3://seau/suivi",
                            "smb://serveur/partage",
                            "data/2026/export",
                            "suivi/comptes_actifs/brut",
                            "suivi/export2026/brut",
                            "srv/suivi.d/brut",
                            "relevé dans /srv/suivi",
                            "voir export.csv.",
                            "(/srv/x/)"}) {
    INFO(words);
    CHECK(unfit_to_tell(words, people) == Withheld::path);
  }
  for (const char* words : {"EPCI/communes/départements",
                            "eau/air/sol",
                            "les services de l'État/collectivités/opérateurs",
                            "les services de l’État/collectivités/opérateurs",
                            "Communes (métropole/DOM/COM)",
                            "taux entrées/sorties/retours",
                            "schools/colleges/universities",
                            "and/or/not",
                            "kg/m2/an",
                            "agents/mois/site",
                            "www.data.gouv.fr/fr/datasets/base",
                            "data.gouv.fr/fr/datasets/base_2026/x.csv",
                            "Nombre de fichiers .pdf reçus",
                            "fichiers .pdf/.docx/.odt reçus",
                            "agents de catégorie A/B/C",
                            "CO2/CH4/N2O",
                            "PM10/PM2.5/NO2",
                            "24h/24, 7j/7",
                            "M./Mme/Autre",
                            "40 € /mois",
                            "(DOM)/communes/agents",
                            "et\\ou",
                            "Excel file: towns",
                            "Île-de-France/Grand-Est/Pays-de-la-Loire",
                            "2024/2025/2026",
                            "/",
                            "…/…"}) {
    INFO(words);
    CHECK(is_told(words));
  }
}

TEST_CASE("statements of SQL show by their signs") {
  for (const char* words : {"select count(*) from t",
                            "SELECT jour, total FROM suivi.comptes WHERE jour >= :from",
                            "delete from comptes where jour < 3",
                            "update t set a = 1",
                            "insert into t values (1)",
                            "insert into t (a) select b from c",
                            "create table t (a int)",
                            "drop table x",
                            "drop table if exists x;",
                            "select jour, total from comptes",
                            "select id from comptes",
                            "Compté par : select id from comptes where a",
                            "select * from t",
                            "select nom from suivi.comptes",
                            "on fait select a_b from t",
                            "with x as (select max(a) from b) select a from x",
                            "SELECT total FROM comptes",
                            "select a from (select b from c)",
                            "DELETE FROM comptes",
                            "truncate table x",
                            "UPDATE comptes SET total=2",
                            "select \"jour\", \"total\" from \"comptes\"",
                            "select a as jour, b.total t from comptes b",
                            "create table t as select 1",
                            "select distinct a from b;"}) {
    INFO(words);
    CHECK(unfit_to_tell(words, people) == Withheld::query);
  }
  for (const char* words :
       {"Number of users who select a service from the catalogue", "Delete unused accounts from the service",
        "Create a table from scratch", "Insert into the workflow",
        "Users can update their profile and set a reminder", "Users who select service(s) from the list",
        "Select towns (or groups of towns) from the list, then delete others", "Delete from the cart",
        "Drop a table from the room", "Users update the profile, set a day; then leave", "Create table games",
        "Users who drop table reservations", "Select plan from catalogue", "Drop table reservations",
        "Towns that select the option from a menu where it is offered",
        "USERS WHO SELECT A SERVICE FROM THE LIST"}) {
    INFO(words);
    CHECK(is_told(words));
  }
}

TEST_CASE("long words are searched in one pass") {
  for (const char* part :
       {"select a ", "select ", "@ ", "    ", "a@", "[at] ", "a/", "delete from ", "(", "select a, from "}) {
    std::string all;
    while (all.size() < 200000)
      all += part;
    (void)unfit_to_tell(all, people);
  }
  SUCCEED();
}

// What of a strategy may be told to anyone, and what is said of the rest.
#include "catch.hpp"
#include "model/public_part.hpp"

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

const std::vector<std::string> people{"Zélie Quatremère", "Zélie"};
bool is_told(std::string_view words) { return !unfit_to_tell(words, people); }
} // namespace

TEST_CASE("ordinary words are told as they are") {
  CHECK(is_told("Insee, code officiel géographique, 01/01/2026"));
  CHECK(is_told("communes et/ou syndicats, n/a, 3 jours/mois"));
  CHECK(is_told("https://www.insee.fr/fr/information/7766585"));
  CHECK(is_told("select committee of May")); // no statement
  CHECK(is_told("Zéliette"));                // another name
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
}

TEST_CASE("what is left out is counted by field, and references still meet") {
  Strategy strategy;
  strategy.team.push_back({.name = "Zélie Quatremère", .role = {}, .axes = {}, .days = {}, .absences = {}});
  strategy.market.target =
      Tier{.size = 9, .as_of = {}, .source = "Zélie", .note = "n", .measurement = {}, .observations = {}};
  strategy.market.segments.resize(1);
  strategy.market.segments[0].id = "tri/par/zone";
  strategy.market.share_goals.resize(1);
  strategy.market.share_goals[0].segment = "tri/par/zone";
  const PublicPart part = public_part(strategy);
  CHECK(part.strategy.team.empty());
  CHECK(part.strategy.market.target->note.empty());
  CHECK(part.strategy.market.target->source == "[…1]");
  CHECK(part.strategy.market.segments[0].id == "[…2]");
  CHECK(part.strategy.market.share_goals[0].segment == "[…2]");
  const auto times = [&](std::string_view record, std::string_view field, Withheld why) {
    std::int64_t all = 0;
    for (const WithheldField& one : part.withheld)
      if (one.record.en == record && one.field.en == field && one.why == why)
        all += one.times;
    return all;
  };
  CHECK(times("strategy", "team", Withheld::not_public) == 1);
  CHECK(times("tier", "note", Withheld::not_public) == 1);
  CHECK(times("tier", "source", Withheld::person) == 1);
  CHECK(times("segment", "id", Withheld::path) == 1);
  CHECK(times("action", "name", Withheld::not_public) == 0);
  CHECK(times("strategy", "version", Withheld::not_public) == 0); // nothing that anyone would miss
}

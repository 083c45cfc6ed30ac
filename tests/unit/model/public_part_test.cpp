// What of a strategy may be told to anyone, and what is said of the rest.
#include "catch.hpp"
#include "model/public_part.hpp"

using namespace deploy_plan;
using namespace deploy_plan::model;

TEST_CASE("what is left out is counted by field, and references still meet") {
  Strategy strategy;
  strategy.team.push_back({.name = "Zélie Quatremère", .role = {}, .axes = {}, .days = {}, .absences = {}});
  strategy.market.target =
      Tier{.size = 9, .as_of = {}, .source = "Zélie", .note = "n", .measurement = {}, .observations = {}};
  strategy.market.segments.resize(1);
  strategy.market.segments[0].id = "/tri/par/zone";
  strategy.market.share_goals.resize(1);
  strategy.market.share_goals[0].segment = "/tri/par/zone";
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

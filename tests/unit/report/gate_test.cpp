#include "deploy_plan/document.hpp"
#include "deploy_plan/gap.hpp"
#include "examples.hpp"
#include "report/answer_words.hpp"
#include "report/gate.hpp"
#include "report/views/gap/gap_json.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("gates read the JSON in either language, and never pass in silence") {
  const auto json = report::gap_json(gap(strategy_with(""), day));
  const auto holds = [&](const std::string& gate) {
    const auto result = report::evaluate_gate(json, gate, false);
    REQUIRE_FALSE(result.failure);
    return result.holds;
  };
  CHECK(holds("market.share.target < 0.25"));
  CHECK(holds("marché.part.cible < 25%"));
  CHECK_FALSE(holds("market.share.target >= 0.25"));
  CHECK(holds("objectives.active-schools.status == behind"));
  CHECK(holds("objectifs.active-schools.statut != reached"));
  CHECK(holds("objectives.active-schools.by > 2026-03-01"));
  CHECK(holds("market.viable == true"));
  CHECK(holds("market.goals.target-2026-12-26.share == 0.5"));
  const auto fails = [&](const std::string& gate) {
    return report::evaluate_gate(json, gate, false).failure.has_value();
  };
  CHECK(fails("market.shares.target < 1"));
  CHECK(fails("market.share.target"));
  CHECK(fails("market.share.target = 1"));
  CHECK(fails("market.share.target < many"));
  CHECK(fails("market.share < 1"));
  CHECK(fails("objectives.active-schools.status < behind"));
  CHECK(fails("objectives.returning.current < 1"));
  CHECK_FALSE(report::evaluate_gate(json, "objectives.returning.current < 1", true).holds);
}

namespace {

using Json = nlohmann::ordered_json;

/// A small answer with a figure of each shape.
const Json answer{{"status", "behind"},
                  {"bottleneck", "referral"},
                  {"viable", false},
                  {"eta", nullptr},
                  {"by", "2026-12-31"},
                  {"closing", {{"probability", nullptr}}},
                  {"strategy", "Nos écoles"},
                  {"unfinished", {"least_cost"}},
                  {"levers", {{{"family", "targeted_outreach"}, {"actions", 2}, {"available", nullptr}}}},
                  {"tests", {{{"action", "post"}, {"verdict", "cannot_tell"}, {"reason", "no_data"}}}}};

bool holds(const std::string& gate, bool allow_unknown = false) {
  CAPTURE(gate);
  const auto result = report::evaluate_gate(answer, gate, allow_unknown);
  CHECK_FALSE(result.failure);
  return result.holds;
}
/// What is wrong with a gate, unknown figures allowed.
std::string wrong(const std::string& gate, Language language = Language::english) {
  const auto result = report::evaluate_gate(answer, gate, true);
  CHECK_FALSE(result.holds);
  return result.failure ? result.failure->in(language) : "";
}
} // namespace

TEST_CASE("a gate takes the words of a figure as people write them, in both languages") {
  for (const char* const word : {"behind", "Behind", "\"behind\"", "'behind'", "en_retard", "en retard",
                                 "EN-RETARD", "« en retard »", "“behind”"}) {
    CHECK(holds(std::string("status == ") + word));
    CHECK_FALSE(holds(std::string("statut != ") + word));
  }
  CHECK_FALSE(holds("status == on track"));
  CHECK_FALSE(holds("status == à risque"));
  CHECK(holds("goulot == recommandation"));
  CHECK(holds("tests.post.verdict == impossible de conclure"));
  CHECK(holds("tests.post.verdict == sans_conclusion"));
  CHECK(holds("tests.post.reason == sans données"));
  CHECK(holds("leviers.prospection_et_support_ciblés.actions == 2"));
  CHECK(holds("levers.targeted outreach and support.family == targeted_outreach"));
  CHECK(holds("unfinished.0 == moindre coût"));
  CHECK(holds("viable == faux"));
  CHECK(holds("strategy == \"Nos écoles\""));
}

TEST_CASE("a word that a figure cannot have is refused with the nearest that it can") {
  CHECK(wrong("status == behnd").find("did you mean behind?") != std::string::npos);
  CHECK(wrong("statut == en_retrad", Language::french).find("vouliez-vous dire en_retard") !=
        std::string::npos);
  CHECK(wrong("status == nonsense").find("one of: unmeasured, reached") != std::string::npos);
  CHECK(wrong("statut == nonsense", Language::french).find("non_mesuré, atteint") != std::string::npos);
  CHECK_FALSE(wrong("status != nonsense").empty());
  CHECK_FALSE(wrong("status == optimal").empty());
  CHECK_FALSE(wrong("bottleneck == behind").empty());
  CHECK_FALSE(wrong("unfinished.0 == behind").empty());
  CHECK_FALSE(wrong("tests.post.reason == outbid").empty());
  CHECK_FALSE(wrong("viable == perhaps").empty());
  CHECK_FALSE(wrong("levers.targeted_outreach.available == perhaps").empty());
}

TEST_CASE("a gate on a day takes a day, and one on a number a number, known or not") {
  CHECK(holds("by == 31/12/2026"));
  CHECK(holds("by < 1/1/2027"));
  CHECK_FALSE(holds("by > '2026-12-31'"));
  CHECK_FALSE(holds("eta > 31/12/2026", true));
  for (const char* const gate : {"by > tomorrow", "eta > tomorrow", "by > 31/13/2026", "by > 2026",
                                 "by > 31/12", "by > 31/12/26", "by > 1//2026"})
    CHECK(wrong(gate).find("2026-12-31") != std::string::npos);
  for (const char* const gate : {"closing.probability < nan", "closing.probability < inf",
                                 "closing.probability == many", "levers.0.actions > -nan"})
    CHECK(wrong(gate).find("not a number") != std::string::npos);
}

TEST_CASE("a gate takes numbers as people write them, with a point or a comma") {
  CHECK(holds("levers.0.actions == 2,0"));
  CHECK(holds("levers.0.actions > 1.5"));
  CHECK(holds("levers.0.actions > 1,5"));
  CHECK(holds("levers.0.actions == 200\u202f%"));
  CHECK_FALSE(holds("levers.0.actions < 199,5 %"));
  CHECK(wrong("levers.0.actions < 1,500").find("two numbers") != std::string::npos);
  CHECK(wrong("levers.0.actions < 1,500 %").find("two numbers") != std::string::npos);
  CHECK(wrong("levers.0.actions < 1,500", Language::french).find("deux nombres") != std::string::npos);
  const Json rate{{"share", 0.07}};
  CHECK(report::evaluate_gate(rate, "share == 7%", false).holds);
}

TEST_CASE("a gate is read before there is an answer") {
  for (const char* const expression :
       {"(((", "", "status", "== 1", "status ==", "status == \"\"", "status = 1"})
    CHECK(report::read_gate(expression).failure);
  CHECK(report::read_gate("a.b<=25 %").gate->value == "25 %");
}

namespace {

/// Calls `visit` with each key of a schema whose values are words, and these.
void each_enumeration(const Json& schema, const Json& definitions, const std::string& key,
                      const std::function<void(const std::string&, const Json&)>& visit) {
  if (schema.is_array())
    for (const Json& one : schema)
      each_enumeration(one, definitions, key, visit);
  if (!schema.is_object())
    return;
  for (const auto& [name, member] : schema.items()) {
    if (name == "enum")
      visit(key, member);
    else if (name == "$ref" && !key.empty() && definitions.contains(member.get<std::string>().substr(8)))
      each_enumeration(definitions[member.get<std::string>().substr(8)].value("enum", Json()), definitions,
                       key, visit);
    else if (name == "properties" || name == "$defs")
      for (const auto& [field, about] : member.items())
        each_enumeration(about, definitions, field, visit);
    else if (name == "items" || name == "oneOf" || name == "anyOf" || name == "additionalProperties")
      each_enumeration(member, definitions, key, visit);
  }
}
} // namespace

TEST_CASE("every word that the schemas of gated answers know is one that gates take") {
  std::size_t seen = 0;
  for (const AnswerSchema& one : answer_schemas()) {
    if (one.command != "gap" && one.command != "plan" && one.command != "test" && one.command != "forecast")
      continue;
    const Json schema = Json::parse(one.json(Language::english));
    each_enumeration(schema, schema.value("$defs", Json::object()), "",
                     [&](const std::string& key, const Json& all) {
                       for (const Json& word : all) {
                         if (word.is_null() || key.empty())
                           continue;
                         ++seen;
                         CAPTURE(one.command, key, word.get<std::string>());
                         const auto words = report::words_of_figure(key, word);
                         CHECK(std::any_of(words.begin(), words.end(), [&](const report::FigureWord& known) {
                           return known.key == word && !known.name.fr.empty();
                         }));
                       }
                     });
  }
  CHECK(seen > 80);
}

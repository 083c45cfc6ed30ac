// Gates over a made-up answer that has a figure of each kind.
#include "answers/gate.hpp"
#include "catch.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::answers {
namespace {

struct Hope {
  std::optional<double> probability;
};
struct Reach {
  Family family{};
  std::int64_t actions = 0;
  std::optional<bool> available;
};
struct Test {
  std::string action;
  Verdict verdict{};
  TrialReason reason{};
};
struct Stand {
  GoalStatus status{};
  std::optional<Stage> bottleneck;
  std::optional<bool> viable;
  std::optional<Date> eta;
  Date by{};
  std::optional<Hope> hope;
  OneOrMore<std::string> strategy;
  std::optional<NoEta> no_eta;
  std::vector<Reach> levers;
  std::vector<Test> tests;
  Map<double> shares;
};
} // namespace

template <>
const Record& description<Hope>();
template <>
const Record& description<Reach>();
template <>
const Record& description<Test>();

namespace {

constexpr Member hope_members[] = {
    figure<&Hope::probability>({{"probability", "probabilité"}, {}, {}, Kind::probability})};
constexpr Member reach_members[] = {
    figure<&Reach::family>({{"family", "famille"}, {}}),
    figure<&Reach::actions>({{"actions", "actions"}, {}, {}, Kind::count}),
    figure<&Reach::available>({{"available", "disponible"}, {}, {}, Kind::flag}),
};
constexpr Member test_members[] = {
    figure<&Test::action>({{"action", "action"}, {}}),
    figure<&Test::verdict>({{"verdict", "verdict"}, {}, {}, Kind::word}),
    figure<&Test::reason>({{"reason", "raison"}, {}, {}, Kind::word}),
};
constexpr Member stand_members[] = {
    figure<&Stand::status>({{"status", "statut"}, {}, {}, Kind::word}),
    figure<&Stand::bottleneck>({{"bottleneck", "goulot"}, {}, {}, Kind::word}),
    figure<&Stand::viable>({{"viable", "viable"}, {}, {}, Kind::flag}),
    figure<&Stand::eta>({{"eta", "atteinte_prévue"}, {}, {}, Kind::date}),
    figure<&Stand::by>({{"by", "échéance"}, {}, {}, Kind::date}),
    figure<&Stand::hope>({{"closing", "comblement"}, {}}),
    figure<&Stand::strategy>({{"strategy", "stratégie"}, {}}),
    figure<&Stand::no_eta>({{"no_eta", "sans_atteinte"}, {}, {}, Kind::word}),
    figure<&Stand::levers>({{"levers", "leviers"}, {}}),
    figure<&Stand::tests>({{"tests", "tests"}, {}}),
    figure<&Stand::shares>({{"shares", "parts"}, {}, {}, Kind::share}),
};
} // namespace

template <>
const Record& description<Hope>() {
  static constexpr Record record{{"hope", "espoir"}, {}, hope_members};
  return record;
}
template <>
const Record& description<Reach>() {
  static constexpr Record record{{"lever", "levier"}, {}, reach_members, {}, 0};
  return record;
}
template <>
const Record& description<Test>() {
  static constexpr Record record{{"test", "test"}, {}, test_members, {}, 0};
  return record;
}
template <>
const Record& description<Stand>() {
  static constexpr Record record{{"stand", "situation"}, {}, stand_members};
  return record;
}

namespace {

Stand a_made_up_stand() {
  Stand stand;
  stand.status = GoalStatus::behind;
  stand.bottleneck = Stage::referral;
  stand.viable = false;
  stand.by = std::chrono::year{2026} / 12 / 31;
  stand.strategy.all = {"Nos écoles"};
  stand.levers = {{Family::targeted_outreach, 2, std::nullopt}};
  stand.tests = {{"post", Verdict::cannot_tell, TrialReason::no_data},
                 {"a == b < c", Verdict::adopt, TrialReason::better}};
  stand.shares = {{"x", 0.07}, {"a.b", 0.123}, {"a<b", 0.5}, {" x ", 0.25}};
  return stand;
}

GateResult judged(const std::string& expression, bool allow_unknown) {
  CAPTURE(expression);
  const Stand stand = a_made_up_stand();
  return judge(expression, paths_into(stand), allow_unknown);
}
bool holds(const std::string& expression, bool allow_unknown = false) {
  const auto result = judged(expression, allow_unknown);
  CAPTURE(expression, result.failure ? result.failure->in(Language::english) : "");
  CHECK_FALSE(result.failure);
  return result.holds;
}
/// What is wrong with a gate, unknown figures allowed.
std::string wrong(const std::string& expression, Language language = Language::english) {
  const auto result = judged(expression, true);
  CHECK_FALSE(result.holds);
  return result.failure ? result.failure->in(language) : "";
}
bool has(const std::string& words, std::string_view part) { return words.find(part) != std::string::npos; }
} // namespace

TEST_CASE("a gate takes a figure's words as people write them, in both languages") {
  for (const char* const word :
       {"behind", "Behind", "\"behind\"", "'behind'", "en_retard", "en retard", "EN-RETARD", "« en retard »",
        "“behind”", "‘behind’", "«\u202fen retard\u00a0»"}) {
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
  CHECK(holds("leviers.Prospection et support cibles.actions == 2"));
  CHECK(holds("levers.targeted outreach and support.family == targeted_outreach"));
  CHECK(holds("levers.targeted-outreach.family == targeted outreach and support"));
  CHECK(holds("viable == faux"));
  CHECK(holds("viable != Oui"));
  CHECK(holds("strategy == \"Nos écoles\""));
  CHECK_FALSE(holds("sans_atteinte == s’éloigne", true));
}

TEST_CASE("a word that a figure never is, is refused with the nearest that it may be") {
  CHECK(has(wrong("status == behnd"), "did you mean behind?"));
  CHECK(has(wrong("statut == en_retrad", Language::french), "vouliez-vous dire en_retard"));
  CHECK(has(wrong("status == nonsense"), "one of: unmeasured, reached"));
  CHECK(has(wrong("statut == nonsense", Language::french), "non_mesuré, atteint"));
  CHECK_FALSE(wrong("status != nonsense").empty());
  CHECK_FALSE(wrong("status == optimal").empty());
  CHECK_FALSE(wrong("bottleneck == behind").empty());
  CHECK_FALSE(wrong("no_eta == behind").empty());
  CHECK_FALSE(wrong("tests.post.reason == outbid").empty());
  CHECK_FALSE(wrong("viable == perhaps").empty());
  CHECK_FALSE(wrong("levers.targeted_outreach.available == perhaps").empty());
  CHECK(has(wrong("status < behind"), "compared with =="));
  CHECK(has(wrong("viable < true"), "compared with =="));
}

TEST_CASE("a path that leads to no figure is refused with the nearest that does") {
  CHECK(has(wrong("statos == behind"), "did you mean status?"));
  CHECK(has(wrong("leviers.produits.actions > 1"), "produits is unknown"));
  CHECK(has(wrong("levers.targeted_outrech.actions > 1"), "levers.targeted_outreach.actions?"));
  CHECK(has(wrong("leviers.prospection et support cible.actions > 1"),
            "leviers.prospection et support ciblés"));
  CHECK(has(wrong("closing.probabilty > 0.5"), "did you mean closing.probability?"));
  CHECK(has(wrong("closing == 1"), "several figures"));
  CHECK(has(wrong("levers == 1"), "several figures"));
  CHECK(has(wrong("tests.post.verdict.word == adopt"), "word is unknown"));
  CHECK(has(wrong("levers.0.actions == 2"), "0 is unknown")); // a position is no path
}

TEST_CASE("a day is compared with a day, and a number with a number, known or not") {
  CHECK(holds("by == 31/12/2026"));
  CHECK(holds("by < 1/1/2027"));
  CHECK_FALSE(holds("by > '2026-12-31'"));
  CHECK_FALSE(holds("eta > 31/12/2026", true));
  for (const char* const gate : {"by > tomorrow", "eta > tomorrow", "by > 31/13/2026", "by > 12/31/2026",
                                 "by > 2026", "by > 31/12", "by > 31/12/26", "by > 1//2026"})
    CHECK(has(wrong(gate), "2026-12-31"));
  for (const char* const gate : {"closing.probability < nan", "closing.probability < inf",
                                 "closing.probability == many", "levers.targeted_outreach.actions > -nan"})
    CHECK(has(wrong(gate), "not a number"));
}

TEST_CASE("numbers are taken as people write them, with a point or a comma") {
  const std::string actions = "levers.targeted_outreach.actions ";
  CHECK(holds(actions + "== 2,0"));
  CHECK(holds(actions + "> 1.5"));
  CHECK(holds(actions + "> 1,5"));
  CHECK(holds(actions + "== 200\u202f%"));
  CHECK(holds(actions + "== \u00a0200\u00a0%\u00a0"));
  CHECK_FALSE(holds(actions + "< 199,5 %"));
  CHECK(has(wrong(actions + "< 1,500"), "two numbers"));
  CHECK(has(wrong(actions + "< 1,500 %"), "two numbers"));
  CHECK(has(wrong(actions + "< 1,500", Language::french), "deux nombres"));
  CHECK(holds("shares.x == 7%"));
  CHECK(holds("parts.a.b == 12,3 %"));
}

TEST_CASE("a gate on what is not known fails, unless that is allowed") {
  for (const char* const gate : {"eta > 2026-12-31", "closing.probability < 0.5", "no_eta == passed",
                                 "levers.targeted_outreach.available == true"}) {
    const auto strict = judged(gate, false);
    REQUIRE(strict.failure);
    CHECK(has(strict.failure->in(Language::english), "--allow-unknown"));
    CHECK_FALSE(holds(gate, true));
  }
}

TEST_CASE("an id may hold an operator, and the reading that leads somewhere is meant") {
  CHECK(holds("tests.a == b < c.verdict == adopt"));
  CHECK(holds("shares.a<b>=0,5"));
  CHECK(holds("shares.\"a<b\" == 50%"));
  CHECK(holds("shares.\" x \" == 0.25"));
  CHECK(has(wrong("tests.a == b < c.verdic == adopt"), "verdict"));
}

TEST_CASE("a gate is read before any answer is there") {
  for (const char* const expression :
       {"(((", "", "status", "== 1", "status ==", "status == \"\"", "status = 1"})
    CHECK(std::holds_alternative<Phrase>(read_gate(expression)));
  const auto gate = std::get<Gate>(read_gate("a.b<=25 %"));
  REQUIRE(gate.readings.size() == 1);
  CHECK(gate.readings.front().path == "a.b");
  CHECK(gate.readings.front().symbol == "<=");
  CHECK(gate.readings.front().wanted == "25 %");
  const auto hostile = std::get<Gate>(read_gate(std::string(100000, '<')));
  CHECK(hostile.readings.size() <= 64);
}

} // namespace deploy_plan::answers

// Asking a source whose engine is made for the occasion: by its statements it answers, fails, ends its
// process or hangs.
#include "catch.hpp"
#include "measure/asking.hpp"
#include <cstdlib>
#include <unistd.h>

namespace {

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using namespace std::chrono_literals;

class MadeUp : public Connection {
public:
  MadeUp(const Address& address, const Limits& limits) : secret_(address.target), zone_(limits.time_zone) {}
  Session session() override { return {"made up", Transport::file, "", false, false}; }
  tl::expected<Rows, Failure> ask(const Statement& statement, const Bound&) override {
    const std::string& sql = statement.pieces.front().text;
    if (sql == "die")
      std::abort();
    if (sql == "zone")
      return Rows{{"zone"}, {{zone_}}};
    if (sql == "leak")
      return Rows{{"day", "segment"}, {{std::string("2026-03-01"), "it is " + secret_}}};
    if (sql == "once" && ++times_ > 1)
      std::abort();
    if (sql == "once")
      return tl::unexpected(Failure{Trouble::too_long});
    if (sql == "wide")
      return Rows{{"a", "b", "c", "d"}, {{std::string(1000, 'x'), "", "", ""}}};
    if (sql == "fail")
      return tl::unexpected(Failure{Trouble::wrong_statement, "no table, says " + secret_});
    return Rows{{"count"}, {{std::int64_t{42}}}};
  }

private:
  std::string secret_, zone_;
  int times_ = 0;
};

tl::expected<std::unique_ptr<Connection>, Failure> connect_made_up(const Address& address,
                                                                   const Limits& limits) {
  if (address.target == "nowhere")
    return tl::unexpected(Failure{Trouble::no_host, address.target});
  if (address.target == "deadly")
    std::abort();
  return std::make_unique<MadeUp>(address, limits);
}
const Engine made_up{"made-up", "none", {}, connect_made_up};

Asked asked(const std::string& target, const std::vector<std::string>& statements,
            const std::string& time_zone = {}) {
  std::vector<Question> questions;
  std::size_t query = 0; // the same again is of the same query
  for (std::size_t i = 0; i < statements.size(); ++i) {
    query += i > 0 && statements[i] != statements[i - 1] ? 1 : 0;
    questions.push_back({{{{statements[i], std::nullopt}}}, {}, time_zone, query});
  }
  std::size_t told = 0;
  Asked all =
      ask({&made_up, {"source", target, "made-up:•••", {target}, ""}}, questions, {}, [&] { ++told; });
  CHECK(told == all.answers.size());
  return all;
}
} // namespace

TEST_CASE("a source is asked all, and each answer stands by itself") {
  const Asked all = asked("here", {"count", "fail", "count"});
  REQUIRE(all.reached);
  CHECK(all.reached->engine == "made up");
  REQUIRE(all.answers.size() == 3);
  CHECK(all.answers[0]->rows[0][0] == Cell(std::int64_t{42}));
  CHECK(all.answers[1].error().trouble == Trouble::wrong_statement);
  CHECK(all.answers[2]);
}

TEST_CASE("a statement that ends the process takes no other with it") {
  const Asked all = asked("here", {"count", "die", "count", "die", "count"});
  REQUIRE(all.answers.size() == 5);
  for (const std::size_t good : {0U, 2U, 4U})
    CHECK(all.answers[good]);
  for (const std::size_t bad : {1U, 3U})
    CHECK(all.answers[bad].error().trouble == Trouble::died);
}

TEST_CASE("a source that is not there, or ends the process, answers nothing") {
  const Asked nowhere = asked("nowhere", {"count", "count"});
  REQUIRE_FALSE(nowhere.reached);
  CHECK(nowhere.reached.error().trouble == Trouble::no_host);
  CHECK(nowhere.answers.empty());
  const Asked deadly = asked("deadly", {"count"});
  REQUIRE_FALSE(deadly.reached);
  CHECK(deadly.reached.error().trouble == Trouble::died);
}

TEST_CASE("questions of another time zone have a connection of their own") {
  const Asked all = asked("here", {"zone"}, "Europe/Paris");
  REQUIRE(all.answers.size() == 1);
  CHECK(all.answers[0]->rows[0][0] == Cell(std::string("Europe/Paris")));
}

TEST_CASE("rows that are too wide to be figures are not handed on") {
  const Asked all = asked("here", {"wide"});
  CHECK(all.answers[0]->columns.size() == 4);
  CHECK(all.answers[0]->rows.empty());
}

TEST_CASE("once a question has failed, the others of its query are not asked") {
  const Asked all = asked("here", {"once", "once", "once", "count", "die", "die", "count"});
  REQUIRE(all.answers.size() == 7);
  for (const std::size_t late : {0U, 1U, 2U})
    CHECK(all.answers[late].error().trouble == Trouble::too_long);
  for (const std::size_t dead : {4U, 5U})
    CHECK(all.answers[dead].error().trouble == Trouble::died);
  CHECK(all.answers[3]);
  CHECK(all.answers[6]);
}

TEST_CASE("rows hold no secret of the source") {
  const Asked all = asked("hunter22", {"leak"});
  REQUIRE(all.answers.size() == 1);
  CHECK(all.answers[0]->rows[0] == std::vector<Cell>{std::string("2026-03-01"), std::string("it is •••")});
}

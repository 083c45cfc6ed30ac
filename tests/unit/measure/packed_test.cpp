// Answers as bytes, and back.
#include "catch.hpp"
#include "measure/packed.hpp"

namespace {
using namespace deploy_plan;
using namespace deploy_plan::measuring;
} // namespace

TEST_CASE("rows come back as they were packed, but for texts that are long") {
  const Rows rows{{"day", "value"},
                  {{"2026-10-31", std::int64_t{-3}},
                   {std::monostate(), 0.1},
                   {std::string("a\0b", 3), std::string(most_of_a_text + 5, 'x')}}};
  const Answered back = unpacked_rows(packed(Answered(rows)));
  REQUIRE(back);
  CHECK(back->columns == rows.columns);
  REQUIRE(back->rows.size() == 3);
  CHECK(back->rows[0] == rows.rows[0]);
  CHECK(back->rows[1] == rows.rows[1]);
  CHECK(back->rows[2][0] == rows.rows[2][0]);
  CHECK(std::get<std::string>(back->rows[2][1]).size() == most_of_a_text);
}

TEST_CASE("failures and sessions come back as they were packed") {
  const Answered failed =
      unpacked_rows(packed(Answered(tl::unexpected(Failure{Trouble::wrong_statement, "near \"FORM\"", 8}))));
  REQUIRE_FALSE(failed);
  CHECK(failed.error().trouble == Trouble::wrong_statement);
  CHECK(failed.error().words == "near \"FORM\"");
  CHECK(failed.error().position == 8);
  const Reached reached = unpacked_session(
      packed(Reached(Session{"PostgreSQL 15.18", Transport::encrypted, "TLSv1.3", true, true})));
  REQUIRE(reached);
  CHECK(reached->engine == "PostgreSQL 15.18");
  CHECK(reached->transport == Transport::encrypted);
  CHECK(reached->encryption == "TLSv1.3");
  CHECK(reached->is_read_only_unproven);
  CHECK(reached->may_write);
  CHECK(unpacked_session(packed(Reached(tl::unexpected(Failure{Trouble::no_host})))).error().trouble ==
        Trouble::no_host);
}

#include "catch.hpp"
#include "measure/engines/postgresql/library.hpp"
#include "measure/engines/postgresql/words.hpp"
#include <arpa/inet.h>
#include <cmath>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace deploy_plan;
using namespace deploy_plan::measuring;

namespace {

Failure failure_to_connect(std::string target, Limits limits = {}) {
  Address address;
  address.target = std::move(target);
  const auto connected = postgresql_engine.connect(address, limits);
  REQUIRE_FALSE(connected);
  return connected.error();
}

/// Takes connections, and never says a word.
class MuteServer {
public:
  MuteServer() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(socket_, 1) == 0);
    REQUIRE(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  MuteServer(const MuteServer&) = delete;
  MuteServer& operator=(const MuteServer&) = delete;
  ~MuteServer() { close(socket_); }
  [[nodiscard]] std::string port() const { return std::to_string(port_); }

private:
  int socket_;
  int port_ = 0;
};

} // namespace

TEST_CASE("what leads to PostgreSQL is a URL or libpq's own words", "[measure]") {
  using postgresql::connection_text;
  CHECK(connection_text("//me@host/db?sslmode=require") == "postgresql://me@host/db?sslmode=require");
  CHECK(connection_text("//me:p%40ss%2Fword@host/db") == "postgresql://me:p%40ss%2Fword@host/db");
  CHECK(connection_text("///db?host=/run/postgresql&user=me@ministry") ==
        "postgresql:///db?host=/run/postgresql&user=me@ministry");
  CHECK(connection_text("service=figures") == "service=figures");
  CHECK(connection_text("") == "");
}

TEST_CASE("a URL that libpq would cut within a password is refused", "[measure]") {
  for (const char* const target : {"//me:p@ss@host/db", "//me:pa/ss@host/db", "//me:1/pa@host/db"}) {
    INFO(target);
    const auto text = postgresql::connection_text(target);
    REQUIRE_FALSE(text);
    CHECK(text.error().trouble == Trouble::unsound_source);
    CHECK(text.error().words.find("ss") == std::string::npos);
  }
}

TEST_CASE("PostgreSQL's words are kept to what was wrong", "[measure]") {
  using postgresql::short_words;
  CHECK(
      short_words("connection to server at \"db\" (10.0.0.1), port 5432 failed: FATAL:  role \"x\" does not "
                  "exist\nconnection to server …") == "role \"x\" does not exist");
  CHECK(short_words("connection to server on socket \"/run/x\" failed: No such file or directory\n\tIs it "
                    "running?") == "No such file or directory");
  CHECK(short_words("syntax error at or near \"selec\"") == "syntax error at or near \"selec\"");
  CHECK(short_words("") == "");
  CHECK(short_words("FATAL:  ") == "");
  std::string words, kept;
  for (int i = 0; i < 300; ++i)
    words += "é";
  for (int i = 0; i < 200; ++i)
    kept += "é";
  CHECK(short_words(words) == kept + "…");
}

TEST_CASE("what may be a part of a password is not quoted", "[measure]") {
  using postgresql::without_quotes;
  CHECK(without_quotes("invalid port number: \"pa\"ss\"") == "invalid port number: …");
  CHECK(without_quotes("missing \"=\" after \"pass\" in it") == "missing … in it");
  CHECK(without_quotes("one \" alone") == "one … alone");
  CHECK(without_quotes("none") == "none");
}

TEST_CASE("a statement's failure is told by its SQLSTATE", "[measure]") {
  using postgresql::trouble_of;
  CHECK(trouble_of("25006") == Trouble::writes);
  CHECK(trouble_of("57014") == Trouble::too_long);
  CHECK(trouble_of("55P03") == Trouble::in_use);
  CHECK(trouble_of("42501") == Trouble::refused);
  CHECK(trouble_of("57P01") == Trouble::cut_short);
  CHECK(trouble_of("08006") == Trouble::cut_short);
  CHECK(trouble_of("53200") == Trouble::too_large);
  CHECK(trouble_of("42601") == Trouble::wrong_statement);
  CHECK(trouble_of("") == Trouble::wrong_statement);
}

TEST_CASE("a place in a statement is told as the file has it", "[measure]") {
  using postgresql::position_in_file;
  // select é, :from, :jusqu_au, :from + x   is taken as   select é, $1, $2, $1 + x
  const Statement asked{{{"select é, ", Parameter::from, 5},
                         {", ", Parameter::until, 9},
                         {", ", Parameter::from, 5},
                         {" + x", std::nullopt, 0}}};
  CHECK(position_in_file(asked, 0) == 0);
  CHECK(position_in_file(asked, 8) == 8);
  CHECK(position_in_file(asked, 11) == 11); // :from
  CHECK(position_in_file(asked, 12) == 11); // … its second character
  CHECK(position_in_file(asked, 13) == 16); // the comma after it
  CHECK(position_in_file(asked, 15) == 18); // :jusqu_au
  CHECK(position_in_file(asked, 19) == 29); // :from again
  CHECK(position_in_file(asked, 24) == 37); // x
  CHECK(position_in_file({{{"selec", std::nullopt, 0}}}, 1) == 1);
}

TEST_CASE("values keep their digits", "[measure]") {
  using postgresql::cell_of;
  constexpr unsigned boolean = 16, int8 = 20, text = 25, float8 = 701, date = 1082, numeric = 1700;
  CHECK(cell_of(int8, "9223372036854775807") == Cell(std::int64_t{9223372036854775807}));
  CHECK(cell_of(boolean, "t") == Cell(std::int64_t{1}));
  CHECK(cell_of(boolean, "f") == Cell(std::int64_t{0}));
  CHECK(cell_of(numeric, "-12") == Cell(std::int64_t{-12}));
  CHECK(cell_of(numeric, "0.1") == Cell("0.1"));
  CHECK(cell_of(numeric, "12345678901234567890") == Cell("12345678901234567890"));
  CHECK(cell_of(float8, "1e-05") == Cell(1e-5));
  CHECK(std::isnan(std::get<double>(cell_of(float8, "NaN"))));
  CHECK(std::get<double>(cell_of(float8, "-Infinity")) == -HUGE_VAL);
  CHECK(cell_of(date, "2026-03-01") == Cell("2026-03-01"));
  CHECK(cell_of(date, "0044-03-15 BC") == Cell("0044-03-15 BC"));
  CHECK(cell_of(date, "infinity") == Cell("infinity"));
  CHECK(cell_of(text, "12") == Cell("12"));
}

TEST_CASE("what PostgreSQL would take for a rule of POSIX is no time zone", "[measure]") {
  using postgresql::is_zone_name;
  CHECK(is_zone_name("Europe/Paris"));
  CHECK(is_zone_name("UTC"));
  CHECK(is_zone_name("Etc/GMT-3"));
  for (const char* const name : {"", "Paris2", "Europe/Paris-2", "5"})
    CHECK_FALSE(is_zone_name(name));
}

TEST_CASE("nobody, silence and what cannot be read are told apart", "[measure]") {
  if (postgresql::open_libpq() == nullptr) {
    CHECK(failure_to_connect("//localhost/db").trouble == Trouble::no_library);
    CHECK(failure_to_connect("//localhost/db").words == "libpq5");
    return;
  }
  CHECK(failure_to_connect("///db?host=/nowhere/at/all").trouble == Trouble::no_host);
  CHECK(failure_to_connect("///db?sslmode=planted").trouble == Trouble::unsound_source);
  const Failure cut = failure_to_connect("//me:planted%zz@host/db");
  CHECK(cut.trouble == Trouble::unsound_source);
  CHECK(cut.words.find("planted") == std::string::npos);
  const MuteServer server;
  Limits limits;
  limits.connecting = std::chrono::milliseconds(100);
  CHECK(failure_to_connect("//me@127.0.0.1:" + server.port() + "/db", limits).trouble ==
        Trouble::too_long_to_connect);
}

TEST_CASE("days are bound as what they are compared with, where that is a day", "[measure]") {
  constexpr unsigned int4 = 23, text = 25, date = 1082, timestamp = 1114, timestamptz = 1184, interval = 1186;
  for (const unsigned type : {text, date, timestamp, timestamptz})
    CHECK(postgresql::takes_days(type));
  for (const unsigned type : {0U, int4, interval})
    CHECK_FALSE(postgresql::takes_days(type));
}

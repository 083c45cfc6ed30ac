#include "measure/engines/odbc/connection.hpp"
#include "measure/engines/odbc/data_source.hpp"
#include "measure/engines/odbc/databases.hpp"
#include "measure/engines/odbc/in_time.hpp"
#include "measure/engines/odbc/link.hpp"
#include "measure/sources/sources.hpp"

namespace deploy_plan::measuring::odbc {
namespace {

using std::chrono::milliseconds;

/// A driver that is told of a limit may heed it a little late.
constexpr milliseconds patience{500};
/// What it is given to stop, or to say goodbye.
constexpr milliseconds grace{2000};

/// As drivers count.
std::chrono::seconds in_seconds(milliseconds time) { return std::chrono::ceil<std::chrono::seconds>(time); }

/// The first cell of the first row, as a text.
std::string one_text(Link& link, const std::string& sql) {
  const auto rows = link.ask(sql, {}, {});
  if (!rows || rows->rows.empty())
    return {};
  const auto* const text = std::get_if<std::string>(&rows->rows[0][0]);
  return text != nullptr ? *text : std::string();
}

/// Rows of a name and a value.
std::string value_of_variable(Link& link, const std::string& name) {
  const auto rows = link.ask("SHOW SESSION STATUS LIKE '" + name + "'", {}, {});
  if (!rows || rows->rows.empty() || rows->columns.size() < 2)
    return {};
  const auto* const text = std::get_if<std::string>(&rows->rows[0][1]);
  return text != nullptr ? *text : std::string();
}

void tell_how_mariadb_travels(Link& link, Session& session) {
  if (const std::string cipher = value_of_variable(link, "Ssl_cipher"); !cipher.empty()) {
    session.transport = Transport::encrypted;
    session.encryption = value_of_variable(link, "Ssl_version") + ", " + cipher;
    return;
  }
  const std::string host =
      one_text(link, "SELECT HOST FROM information_schema.PROCESSLIST WHERE ID = CONNECTION_ID()");
  if (!host.empty()) // one that is reached by a network has a port
    session.transport = host.find(':') == std::string::npos ? Transport::socket : Transport::plain;
}

bool may_mariadb_write(Link& link) {
  const auto grants = link.ask("SHOW GRANTS", {}, {});
  if (!grants)
    return false;
  for (const auto& row : grants->rows)
    if (const auto* const grant = std::get_if<std::string>(&row[0]);
        grant != nullptr && grants_writing(*grant))
      return true;
  return false;
}

/// What became of opening.
struct Opened {
  const Database* database = nullptr;
  Session session;
  std::vector<std::string> refused; ///< functions
};

/// The first cell of each row, as a text.
std::vector<std::string> texts_of(Link& link, const std::string& sql) {
  std::vector<std::string> texts;
  if (const auto rows = link.ask(sql, {}, {}))
    for (const auto& row : rows->rows)
      if (const auto* const text = std::get_if<std::string>(&row[0]))
        texts.push_back(*text);
  return texts;
}

bool run_all(Link& link, const std::vector<std::string_view>& statements, const Limits& limits) {
  for (const std::string_view statement : statements)
    if (!link.run(filled(statement, limits)))
      return false;
  return !statements.empty();
}

tl::expected<void, Failure> set_time_zone(Link& link, const Database* database, const Limits& limits) {
  if (limits.time_zone.empty())
    return {};
  const Failure failure{Trouble::no_time_zone, limits.time_zone};
  if (database == nullptr || database->time_zone.empty() || !is_zone_name(limits.time_zone))
    return tl::unexpected(failure);
  if (!link.run(filled(database->time_zone, limits)))
    return tl::unexpected(failure);
  return {};
}

Session tell_session(Link& link, const Database* database, bool is_read_only) {
  Session session;
  std::string version = short_version(link.inform(dbms_version));
  session.is_read_only_unproven = !is_read_only && link.inform(is_data_source_read_only) != "Y";
  if (database != nullptr && !database->added_functions.empty()) // of which we know what we are told
    session.is_read_only_unproven = true;
  if (database != nullptr && !database->version.empty())
    version = short_version(one_text(link, std::string(database->version)));
  if (database != nullptr && database->is_mariadb) {
    tell_how_mariadb_travels(link, session);
    session.may_write = may_mariadb_write(link);
  }
  session.engine = link.inform(dbms_name) + (version.empty() ? "" : " " + version) + " (ODBC)";
  if (database != nullptr && database->name == "SQLite")
    session.transport = Transport::file;
  return session;
}

tl::expected<Opened, Failure> open(Link& link, const std::string& target, const Limits& limits) {
  if (auto connected = link.connect(completed(target), in_seconds(limits.connecting)); !connected)
    return tl::unexpected(std::move(connected.error()));
  Opened opened;
  opened.database = find_database(link.inform(dbms_name));
  link.set_mariadb(opened.database != nullptr && opened.database->is_mariadb);
  bool is_read_only = false;
  if (opened.database != nullptr) {
    is_read_only = run_all(link, opened.database->read_only, limits);
    run_all(link, opened.database->limits, limits); // our own hold where the database knows none
  }
  if (auto set = set_time_zone(link, opened.database, limits); !set)
    return tl::unexpected(std::move(set.error()));
  opened.session = tell_session(link, opened.database, is_read_only);
  if (opened.database != nullptr && !opened.database->added_functions.empty())
    opened.refused = texts_of(link, std::string(opened.database->added_functions));
  link.begin_transactions();
  return opened;
}

/// Rows of a level, a number and words. What is merely noted changes nothing; anything else may: an answer
/// that is cut short, a number that is none.
std::string first_warning(Link& link, const std::string& sql) {
  const auto rows = link.ask(sql, {}, {});
  if (!rows)
    return rows.error().words;
  for (const auto& row : rows->rows)
    if (row.size() == 3 && row[0] != Cell(std::string("Note")))
      if (const auto* const words = std::get_if<std::string>(&row[2]))
        return *words;
  return {};
}

/// Whatever it does, it is undone.
tl::expected<Rows, Failure> ask_within_transaction(Link& link, const Database* database,
                                                   const std::string& sql, const std::vector<Value>& values,
                                                   const Taken& taken) {
  if (database != nullptr && !database->begin.empty())
    if (auto begun = link.run(std::string(database->begin)); !begun)
      return tl::unexpected(std::move(begun.error()));
  auto rows = link.ask(sql, values, taken);
  std::string words;
  if (rows && database != nullptr && !database->warnings.empty())
    words = first_warning(link, std::string(database->warnings));
  link.roll_back();
  if (!words.empty())
    return tl::unexpected(Failure{Trouble::warned, std::move(words)});
  return rows;
}

std::vector<Value> values_of(const Statement& statement, const Bound& bound) {
  std::vector<Value> values;
  for (const Parameter parameter : statement.parameters())
    switch (parameter) {
    case Parameter::from: values.emplace_back(bound.from); break;
    case Parameter::until: values.emplace_back(bound.until); break;
    case Parameter::segment: values.emplace_back(bound.segment); break;
    }
  return values;
}

class OdbcConnection : public Connection {
public:
  OdbcConnection(std::shared_ptr<Link> link, Opened opened, Limits limits, std::vector<std::string> secrets)
      : link_(std::move(link)), opened_(std::move(opened)), limits_(std::move(limits)),
        secrets_(std::move(secrets)) {}
  ~OdbcConnection() override {
    // Drivers may wait to say goodbye, too.
    (void)Working<bool>([link = std::move(link_)]() mutable {
      link.reset();
      return true;
    }).wait(grace);
  }

  Session session() override { return opened_.session; }

  tl::expected<Rows, Failure> ask(const Statement& statement, const Bound& bound) override {
    if (is_lost_)
      return tl::unexpected(Failure{Trouble::cut_short});
    const auto read = read_for(opened_.database, statement, opened_.refused);
    if (!read)
      return tl::unexpected(read.error());
    auto rows = ask_in_time(read->written(odbc_engine.dialect), values_of(*read, bound));
    if (!rows) {
      is_lost_ = is_lost_ || rows.error().trouble == Trouble::cut_short;
      rows.error().words = without_secrets(std::move(rows.error().words), secrets_);
    }
    return rows;
  }

private:
  std::shared_ptr<Link> link_;
  Opened opened_;
  Limits limits_;
  std::vector<std::string> secrets_;
  bool is_lost_ = false; ///< it is never used again: a thread may still be

  tl::expected<Rows, Failure> ask_in_time(std::string sql, std::vector<Value> values) {
    const bool are_rows_limited = opened_.database != nullptr && opened_.database->limits_rows;
    const Taken taken{limits_.rows, std::chrono::steady_clock::now() + limits_.asking,
                      are_rows_limited ? std::chrono::seconds(0) : in_seconds(limits_.asking),
                      !are_rows_limited};
    Working<tl::expected<Rows, Failure>> working(
        [link = link_, database = opened_.database, sql = std::move(sql), values = std::move(values), taken] {
          return ask_within_transaction(*link, database, sql, values, taken);
        });
    if (auto rows = working.wait(limits_.asking + patience))
      return std::move(*rows);
    Working<bool> cancelling([link = link_] {
      link->cancel();
      return true;
    });
    is_lost_ = !cancelling.wait(grace) || !working.wait(grace);
    return tl::unexpected(Failure{Trouble::too_long});
  }
};
} // namespace

tl::expected<std::unique_ptr<Connection>, Failure> connect(const Address& address, const Limits& limits) {
  const Interface* const odbc = open_interface();
  if (odbc == nullptr)
    return tl::unexpected(Failure{Trouble::no_library, std::string(odbc_engine.package)});
  std::vector<std::string> secrets = secrets_of(address.target);
  secrets.insert(secrets.end(), address.secrets.begin(), address.secrets.end());
  const auto link = std::make_shared<Link>(*odbc);
  auto opened = Working<tl::expected<Opened, Failure>>([link, target = address.target, limits] {
                  return open(*link, target, limits);
                }).wait(limits.connecting);
  if (!opened)
    return tl::unexpected(Failure{Trouble::too_long_to_connect});
  if (!*opened) {
    Failure failure = std::move(opened->error());
    failure.words = without_secrets(std::move(failure.words), secrets);
    return tl::unexpected(std::move(failure));
  }
  return std::make_unique<OdbcConnection>(link, std::move(**opened), limits, std::move(secrets));
}

} // namespace deploy_plan::measuring::odbc

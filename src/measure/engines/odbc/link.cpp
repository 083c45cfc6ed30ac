#include "measure/engines/odbc/link.hpp"
#include "measure/engines/odbc/answer.hpp"
#include <algorithm>
#include <utility>

namespace deploy_plan::measuring::odbc {
namespace {

constexpr unsigned short never_prompt = 0;
constexpr std::uintptr_t version_3 = 3, read_only = 1, off = 0;
constexpr short rollback = 1;
constexpr std::size_t most_words = 2000; ///< of a diagnosis, that anybody reads

bool is_good(Result result) { return result == succeeded || result == succeeded_with_words; }
/// Numbers travel in the place of pointers.
void* as_pointer(std::uintptr_t number) { return reinterpret_cast<void*>(number); }
/// Drivers' texts are never written to, though they are not said to be constant.
char16_t* writable(std::u16string& text) { return text.data(); }

/// Memory that a parameter is bound to, which must stay where it is.
struct BoundValue {
  std::u16string text;
  DateMemory date{};
  Length length = 0;
};

Result bind(const Interface& odbc, Handle statement, unsigned short place, const Value& value,
            BoundValue& memory) {
  constexpr short input = 1;
  if (const auto* const day = std::get_if<Date>(&value)) {
    const std::chrono::year_month_day date(*day);
    memory.date = {static_cast<std::int16_t>(static_cast<int>(date.year())),
                   static_cast<std::uint16_t>(static_cast<unsigned>(date.month())),
                   static_cast<std::uint16_t>(static_cast<unsigned>(date.day()))};
    memory.length = sizeof memory.date;
    return odbc.bind(statement, place, input, date_type, date_type, 10, 0, &memory.date, sizeof memory.date,
                     &memory.length);
  }
  memory.text = to_utf16(std::get<std::string>(value));
  memory.length = static_cast<Length>(memory.text.size() * sizeof(char16_t));
  return odbc.bind(statement, place, input, wide_char_type, wide_varchar_type,
                   std::max<std::size_t>(1, memory.text.size()), 0, memory.text.data(), memory.length,
                   &memory.length);
}

} // namespace

/// A statement's handle, known to the link as long as it lives.
class StatementHandle {
public:
  explicit StatementHandle(Link& link) : link_(link) {
    Handle handle = nullptr;
    if (!is_good(link.odbc_.allocate(a_statement, link.connection_, &handle)))
      return;
    const std::lock_guard lock(link.stopping_);
    link.statement_ = handle;
  }
  StatementHandle(const StatementHandle&) = delete;
  StatementHandle& operator=(const StatementHandle&) = delete;
  ~StatementHandle() {
    const std::lock_guard lock(link_.stopping_);
    if (const Handle handle = std::exchange(link_.statement_, nullptr))
      link_.odbc_.free(a_statement, handle);
  }
  [[nodiscard]] Handle get() const { return link_.statement_; }

private:
  Link& link_;
};

Link::~Link() {
  if (is_connected_) {
    roll_back();
    odbc_.disconnect(connection_);
  }
  if (connection_ != nullptr)
    odbc_.free(a_connection, connection_);
  if (environment_ != nullptr)
    odbc_.free(an_environment, environment_);
}

tl::expected<void, Failure> Link::connect(const std::string& words, std::chrono::seconds limit) {
  if (!is_good(odbc_.allocate(an_environment, nullptr, &environment_)) ||
      !is_good(odbc_.set_environment(environment_, odbc_version, as_pointer(version_3), 0)) ||
      !is_good(odbc_.allocate(a_connection, environment_, &connection_)))
    return tl::unexpected(Failure{Trouble::too_large});
  set(trace, off); // it writes down what it is told, passwords too
  set(login_timeout, static_cast<std::uintptr_t>(limit.count()));
  set(access_mode, read_only);
  std::u16string target = to_utf16(words);
  if (target.size() > 32000) // its length is a short
    return tl::unexpected(Failure{Trouble::unsound_source});
  if (!is_good(odbc_.connect(connection_, nullptr, writable(target), static_cast<short>(target.size()),
                             nullptr, 0, nullptr, never_prompt)))
    return tl::unexpected(failure(a_connection, connection_, Doing::connecting));
  is_connected_ = true;
  set(access_mode, read_only); // for a driver that cannot be told before
  return {};
}

std::string Link::inform(Information what) const {
  char16_t words[256] = {};
  short bytes = 0;
  if (!is_good(odbc_.inform(connection_, what, words, sizeof words, &bytes)))
    return {};
  words[std::size(words) - 1] = 0;
  return to_utf8(words);
}

tl::expected<void, Failure> Link::run(const std::string& sql) {
  const StatementHandle statement(*this);
  std::u16string text = to_utf16(sql);
  const Result result = odbc_.run(statement.get(), writable(text), static_cast<int>(text.size()));
  if (is_good(result) || result == no_data)
    return {};
  return tl::unexpected(failure(a_statement, statement.get(), Doing::asking));
}

tl::expected<Rows, Failure> Link::ask(const std::string& sql, std::span<const Value> values,
                                      const Taken& taken) {
  const StatementHandle statement(*this);
  const auto failed = [&] { return tl::unexpected(failure(a_statement, statement.get(), Doing::asking)); };
  // A driver that knows no such limits says so, and is held to them all the same.
  if (taken.driver_time.count() > 0)
    odbc_.set_statement(statement.get(), query_timeout,
                        as_pointer(static_cast<std::uintptr_t>(taken.driver_time.count())), 0);
  if (taken.tell_driver_rows)
    odbc_.set_statement(statement.get(), max_rows, as_pointer(taken.rows + 1), 0);
  std::u16string text = to_utf16(sql);
  if (!is_good(odbc_.prepare(statement.get(), writable(text), static_cast<int>(text.size()))))
    return failed();
  std::vector<BoundValue> memory(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!is_good(bind(odbc_, statement.get(), static_cast<unsigned short>(i + 1), values[i], memory[i])))
      return failed();
  if (const Result result = odbc_.execute(statement.get()); !is_good(result) && result != no_data)
    return failed();
  Answer answer(odbc_, statement.get());
  auto rows = answer.read(taken.rows, taken.until);
  if (!rows && rows.error() == Unread::by_driver)
    return failed();
  if (!rows)
    return tl::unexpected(Failure{trouble_of(rows.error())});
  return std::move(*rows);
}

bool Link::begin_transactions() {
  has_transactions_ = is_good(odbc_.set_connection(connection_, autocommit, as_pointer(off), 0));
  return has_transactions_;
}

void Link::roll_back() {
  if (has_transactions_)
    odbc_.end(a_connection, connection_, rollback);
}

void Link::cancel() {
  const std::lock_guard lock(stopping_);
  if (statement_ != nullptr)
    odbc_.cancel(statement_);
}

void Link::set(ConnectionAttribute attribute, std::uintptr_t value) {
  odbc_.set_connection(connection_, attribute, as_pointer(value), 0);
}

Diagnosis Link::diagnose(short kind, Handle handle) const {
  Diagnosis all;
  char16_t state[6] = {}, words[1024] = {};
  int native = 0;
  short length = 0;
  for (short record = 1; all.words.size() < most_words; ++record) {
    if (!is_good(odbc_.diagnose(kind, handle, record, state, &native, words, std::size(words), &length)))
      break;
    state[5] = words[std::size(words) - 1] = 0;
    const std::string said = to_utf8(words);
    if (all.state.empty())
      all = {to_utf8(state), native, said};
    else
      all.words.append("; ").append(without_speakers(said));
  }
  return all;
}

Failure Link::failure(short kind, Handle handle, Doing doing) const {
  return failure_of(diagnose(kind, handle), doing, is_mariadb_);
}

} // namespace deploy_plan::measuring::odbc

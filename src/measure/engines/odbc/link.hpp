// One connection of ODBC's, call by call. Every call may wait for as long as the driver likes.
#pragma once
#include "measure/engines/odbc/diagnostics.hpp"
#include "measure/engines/odbc/interface.hpp"
#include <chrono>
#include <mutex>
#include <span>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace deploy_plan::measuring::odbc {

/// What a parameter is bound to.
using Value = std::variant<Date, std::string>;

/// How much of an answer is taken.
struct Taken {
  std::size_t rows = 1000; ///< one more is Trouble::too_many_rows
  std::chrono::steady_clock::time_point until = std::chrono::steady_clock::time_point::max();
  std::chrono::seconds driver_time{0}; ///< that the driver is told; 0: nothing
  bool tell_driver_rows = false;
};

class Link {
  friend class StatementHandle;

public:
  explicit Link(const Interface& odbc) : odbc_(odbc) {}
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;
  /// Ends what was begun, and the connection.
  ~Link();

  /// Connects without asking anybody, to read only as far as the driver heeds it.
  tl::expected<void, Failure> connect(const std::string& words, std::chrono::seconds limit);
  /// From now on errors are read as MariaDB's.
  void set_mariadb(bool is_mariadb) { is_mariadb_ = is_mariadb; }
  [[nodiscard]] std::string inform(Information what) const;
  tl::expected<void, Failure> run(const std::string& sql);
  tl::expected<Rows, Failure> ask(const std::string& sql, std::span<const Value> values, const Taken& taken);
  /// False where the driver knows no transactions.
  bool begin_transactions();
  void roll_back();
  /// Stops what another thread asks.
  void cancel();

private:
  const Interface& odbc_;
  Handle environment_ = nullptr, connection_ = nullptr;
  std::mutex stopping_;        ///< a statement that another thread stops is not let go of meanwhile
  Handle statement_ = nullptr; ///< that is asked
  bool is_connected_ = false, is_mariadb_ = false, has_transactions_ = false;

  [[nodiscard]] Diagnosis diagnose(short kind, Handle handle) const;
  [[nodiscard]] Failure failure(short kind, Handle handle, Doing doing) const;
  void set(ConnectionAttribute attribute, std::uintptr_t value);
};

} // namespace deploy_plan::measuring::odbc

// The rows that a statement of ODBC's gives, cell by cell.
#pragma once
#include "measure/engine.hpp"
#include "measure/engines/odbc/interface.hpp"
#include <chrono>

namespace deploy_plan::measuring::odbc {

/// Why an answer is not read to its end.
enum class Unread {
  by_driver, ///< it says why
  too_many_rows,
  too_large,
  too_long,
  no_rows ///< the statement is not one that gives any
};
[[nodiscard]] Trouble trouble_of(Unread unread);

class Answer {
public:
  Answer(const Interface& odbc, Handle statement) : odbc_(odbc), statement_(statement) {}
  tl::expected<Rows, Unread> read(std::size_t most_rows, std::chrono::steady_clock::time_point until);

private:
  const Interface& odbc_;
  Handle statement_;
  std::vector<short> types_; ///< of columns
  std::size_t bytes_ = 0;    ///< of all texts

  tl::expected<std::vector<std::string>, Unread> columns();
  tl::expected<Cell, Unread> cell(unsigned short column, short type);
  template <class Memory>
  tl::expected<bool, Unread> take(unsigned short column, short kind, Memory& memory);
  tl::expected<Cell, Unread> text(unsigned short column);
};

} // namespace deploy_plan::measuring::odbc

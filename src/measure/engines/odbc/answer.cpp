#include "measure/engines/odbc/answer.hpp"
#include "measure/engines/odbc/diagnostics.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace deploy_plan::measuring::odbc {
namespace {

constexpr std::size_t most_in_text = 1U << 16U; ///< bytes: a day, a segment or a number is far shorter
constexpr std::size_t most_in_all = 1U << 26U;  ///< bytes

bool has_come(Result result) { return result == succeeded || result == succeeded_with_words; }

bool is_float(short type) { return type == float_type || type == real_type || type == double_type; }
bool is_exact(short type) {
  static constexpr short all[] = {numeric_type, decimal_type, integer_type, small_type, big_type, tiny_type};
  return std::find(std::begin(all), std::end(all), type) != std::end(all);
}

std::string moment(const TimestampMemory& at) {
  std::string text = fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", at.year, at.month, at.day, at.hour,
                                 at.minute, at.second);
  return at.nanoseconds == 0 ? text : text + fmt::format(".{:09}", at.nanoseconds);
}
} // namespace

Trouble trouble_of(Unread unread) {
  switch (unread) {
  case Unread::too_many_rows: return Trouble::too_many_rows;
  case Unread::too_large: return Trouble::too_large;
  case Unread::too_long: return Trouble::too_long;
  case Unread::no_rows: return Trouble::writes;
  case Unread::by_driver: break;
  }
  return Trouble::wrong_statement;
}

tl::expected<Rows, Unread> Answer::read(std::size_t most_rows, std::chrono::steady_clock::time_point until) {
  auto names = columns();
  if (!names)
    return tl::unexpected(names.error());
  Rows rows{std::move(*names), {}};
  if (rows.columns.size() > widest_row)
    return rows;
  for (;;) {
    const Result result = odbc_.fetch(statement_);
    if (result == no_data)
      return rows;
    if (!has_come(result))
      return tl::unexpected(Unread::by_driver);
    if (rows.rows.size() == most_rows)
      return tl::unexpected(Unread::too_many_rows);
    if (std::chrono::steady_clock::now() > until)
      return tl::unexpected(Unread::too_long);
    std::vector<Cell>& cells = rows.rows.emplace_back();
    for (std::size_t i = 0; i < types_.size(); ++i) {
      auto read = cell(static_cast<unsigned short>(i + 1), types_[i]);
      if (!read)
        return tl::unexpected(read.error());
      cells.push_back(std::move(*read));
    }
  }
}

tl::expected<std::vector<std::string>, Unread> Answer::columns() {
  short count = 0;
  if (!has_come(odbc_.count_columns(statement_, &count)))
    return tl::unexpected(Unread::by_driver);
  if (count <= 0)
    return tl::unexpected(Unread::no_rows);
  if (count > static_cast<short>(widest_row)) // they are counted, and not looked at
    return std::vector<std::string>(static_cast<std::size_t>(count));
  std::vector<std::string> names;
  for (unsigned short column = 1; column <= count; ++column) {
    char16_t name[256] = {};
    short length = 0, type = 0, digits = 0, nullable = 0;
    unsigned long size = 0;
    if (!has_come(odbc_.describe(statement_, column, name, std::size(name), &length, &type, &size, &digits,
                                 &nullable)))
      return tl::unexpected(Unread::by_driver);
    name[std::size(name) - 1] = 0;
    names.push_back(to_utf8(name));
    types_.push_back(type);
  }
  return names;
}

/// False where there is NULL.
template <class Memory>
tl::expected<bool, Unread> Answer::take(unsigned short column, short kind, Memory& memory) {
  Length length = 0;
  if (!has_come(odbc_.read(statement_, column, kind, &memory, sizeof memory, &length)))
    return tl::unexpected(Unread::by_driver);
  return length != null_data;
}

tl::expected<Cell, Unread> Answer::cell(unsigned short column, short type) {
  const auto taken = [&](short kind, auto memory, auto value_of) -> tl::expected<Cell, Unread> {
    const auto is_there = take(column, kind, memory);
    if (!is_there)
      return tl::unexpected(is_there.error());
    return *is_there ? Cell(value_of(memory)) : Cell();
  };
  if (is_float(type))
    return taken(double_type, double{}, [](double number) { return number; });
  if (type == bit_type)
    return taken(signed_big_memory, std::int64_t{}, [](std::int64_t number) { return number; });
  if (type == date_type)
    return taken(date_type, DateMemory{}, [](const DateMemory& date) {
      return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    });
  if (type == timestamp_type)
    return taken(timestamp_type, TimestampMemory{}, moment);
  auto read = text(column);
  if (read && is_exact(type))
    if (auto* const words = std::get_if<std::string>(&*read))
      return number_or_text(std::move(*words));
  return read;
}

tl::expected<Cell, Unread> Answer::text(unsigned short column) {
  std::u16string all;
  for (;;) {
    char16_t piece[2048];
    Length length = 0;
    const Result result = odbc_.read(statement_, column, wide_char_type, piece, sizeof piece, &length);
    if (result == no_data)
      break;
    if (!has_come(result))
      return tl::unexpected(Unread::by_driver);
    if (length == null_data)
      return Cell();
    constexpr Length room = sizeof piece - sizeof(char16_t); // the rest is a zero
    const bool is_whole = length != no_total && length <= room;
    all.append(piece, static_cast<std::size_t>(is_whole ? length : room) / sizeof(char16_t));
    if (all.size() * sizeof(char16_t) > most_in_text)
      return tl::unexpected(Unread::too_large);
    if (is_whole)
      break;
  }
  bytes_ += all.size();
  if (bytes_ > most_in_all)
    return tl::unexpected(Unread::too_large);
  return to_utf8(all);
}

} // namespace deploy_plan::measuring::odbc

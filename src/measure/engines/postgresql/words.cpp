#include "measure/engines/postgresql/words.hpp"
#include <algorithm>
#include <cctype>
#include <charconv>

namespace deploy_plan::measuring::postgresql {
namespace {

constexpr std::size_t longest_words = 200; // characters

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), begins_character);
}

/// At most so many characters.
std::string_view cut(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if (begins_character(text[at]) && count-- == 0)
      break;
  return text.substr(0, at);
}

/// The user and the password of a URL end at its first "@", and hold no "/".
bool is_cut_as_written(std::string_view url) {
  const std::string_view rest = url.substr(0, url.find('?'));
  const std::size_t at = rest.find('@');
  if (at == std::string_view::npos)
    return true;
  const std::string_view authority = rest.substr(0, rest.find('/', 2));
  return authority.find('@') != std::string_view::npos && rest.find('@', at + 1) == std::string_view::npos;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return number;
}

} // namespace

tl::expected<std::string, Failure> connection_text(std::string_view target) {
  if (!target.starts_with("//"))
    return std::string(target);
  if (!is_cut_as_written(target))
    return tl::unexpected(Failure{Trouble::unsound_source, "@ → %40, / → %2F"});
  return "postgresql:" + std::string(target);
}

std::string short_words(std::string_view words) {
  words = words.substr(0, words.find('\n'));
  if (words.starts_with("connection to server"))
    if (const std::size_t end = words.find(" failed: "); end != std::string_view::npos)
      words.remove_prefix(end + std::string_view(" failed: ").size());
  for (const std::string_view severity : {"FATAL:", "ERROR:"})
    if (words.starts_with(severity))
      words.remove_prefix(severity.size());
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  const std::string_view kept = cut(words, longest_words);
  return std::string(kept) + (kept.size() < words.size() ? "…" : "");
}

std::string without_quotes(std::string words) {
  const std::size_t first = words.find('"'), last = words.rfind('"');
  if (first != std::string::npos)
    words.replace(first, std::max(last, first) + 1 - first, "…");
  return words;
}

Trouble trouble_of(std::string_view sqlstate) {
  struct Row {
    std::string_view begins;
    Trouble trouble;
  };
  // The first that fits. https://www.postgresql.org/docs/15/errcodes-appendix.html
  static constexpr Row rows[] = {
      {"25006", Trouble::writes},   // read_only_sql_transaction
      {"57014", Trouble::too_long}, // query_canceled: by statement_timeout, as a rule
      {"55P03", Trouble::in_use},   // lock_not_available: by lock_timeout
      {"42501", Trouble::refused},  // insufficient_privilege
      {"57P", Trouble::cut_short},  // the server, or somebody on it, ended the session
      {"25P", Trouble::cut_short},  // … for being idle
      {"08", Trouble::cut_short},   // connection exceptions
      {"53", Trouble::too_large},   // insufficient resources
      {"54", Trouble::too_large},   // program limits
  };
  const auto* const row = std::find_if(std::begin(rows), std::end(rows),
                                       [&](const Row& one) { return sqlstate.starts_with(one.begins); });
  return row == std::end(rows) ? Trouble::wrong_statement : row->trouble;
}

std::int64_t position_in_file(const Statement& statement, std::int64_t position) {
  const std::vector<Parameter> distinct = statement.distinct();
  std::int64_t taken = 1, in_file = 1; // where the next piece begins, either way
  for (const Statement::Piece& piece : statement.pieces) {
    const std::int64_t size = characters(piece.text);
    if (position < taken + size)
      break;
    taken += size;
    in_file += size;
    if (!piece.parameter)
      break;
    const auto place = std::find(distinct.begin(), distinct.end(), *piece.parameter) - distinct.begin() + 1;
    const auto width =
        static_cast<std::int64_t>(placeholder(*piece.parameter, static_cast<std::size_t>(place), 0).size());
    if (position < taken + width)
      return in_file;
    taken += width;
    in_file += static_cast<std::int64_t>(piece.width);
  }
  return position == 0 ? 0 : in_file + (position - taken);
}

std::string placeholder(Parameter, std::size_t distinct, std::size_t) {
  return "$" + std::to_string(distinct);
}

Cell cell_of(unsigned type, std::string_view text) {
  switch (type) {
  case 16: // bool
    return std::int64_t{text == "t"};
  case 20:   // int8
  case 21:   // int2
  case 23:   // int4
  case 26:   // oid
  case 1700: // numeric
    if (const auto whole = number_of<std::int64_t>(text))
      return *whole;
    break;
  case 700: // float4
  case 701: // float8
    if (const auto number = number_of<double>(text))
      return *number;
    break;
  default: break;
  }
  return std::string(text);
}

bool takes_days(unsigned type) {
  static constexpr unsigned types[] = {25, 1043, 1082, 1114,
                                       1184}; // text, varchar, date, timestamp, timestamptz
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

bool is_zone_name(std::string_view name) {
  const bool has_digit =
      std::any_of(name.begin(), name.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  return !name.empty() && (!has_digit || name.starts_with("Etc/GMT"));
}

} // namespace deploy_plan::measuring::postgresql

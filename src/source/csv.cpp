#include "source/csv.hpp"
#include <algorithm>

namespace deploy_plan::source {
namespace {

Place place(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

char most_frequent_separator(std::string_view line) {
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), best))
      best = candidate;
  return best;
}
} // namespace

std::string quoted_where_needed(const std::string& words) {
  if (words.find_first_of("\",;\t\r\n") == std::string::npos && !words.starts_with(' ') &&
      !words.ends_with(' '))
    return words;
  std::string quoted = "\"";
  for (const char c : words)
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

CsvReader::CsvReader(const Source& source) : bytes_(source.bytes()), at_(source.text_begin()) {
  const auto begin = std::min(bytes_.find_first_not_of("\r\n", at_), bytes_.size());
  const auto end = std::min(bytes_.find_first_of("\r\n", begin), bytes_.size());
  separator_ = most_frequent_separator(bytes_.substr(begin, end - begin));
}

bool CsvReader::next(std::vector<Cell>& record) {
  at_ = std::min(bytes_.find_first_not_of("\r\n", at_), bytes_.size());
  begin_ = at_;
  record.clear();
  if (at_ == bytes_.size())
    return false;
  while (read_cell(record)) {
    if (at_ == bytes_.size() || bytes_[at_] != separator_)
      return true;
    ++at_; // another cell follows, even where the file ends there
  }
  return false;
}

/// Leaves `at_` on what ends the cell: a separator, the line's end, or the file's.
bool CsvReader::read_cell(std::vector<Cell>& record) {
  const char ends[] = {separator_, '\r', '\n'};
  const auto cell_end = [&](std::size_t from) {
    return std::min(bytes_.find_first_of(std::string_view(ends, sizeof ends), from), bytes_.size());
  };
  if (at_ >= bytes_.size() || bytes_[at_] != '"') {
    const auto begin = at_;
    at_ = cell_end(at_);
    const auto words = bytes_.substr(begin, at_ - begin);
    const auto first = std::min(words.find_first_not_of(' '), words.size());
    const auto last = words.find_last_not_of(' ') + 1; // npos + 1 is 0: a cell of blanks is empty
    record.push_back({place(begin + first, begin + std::max(first, last))});
    return true;
  }
  const auto begin = at_ + 1;
  bool doubled = false;
  auto end = bytes_.find('"', begin);
  while (end != std::string_view::npos && bytes_.substr(end + 1).starts_with('"')) {
    doubled = true;
    end = bytes_.find('"', end + 2);
  }
  if (end == std::string_view::npos) {
    fault_ = {place(at_, begin),
              {"this quote is never closed", "ce guillemet n'est jamais fermé"},
              {"close it, or double the quotes inside a quoted cell",
               "fermez-le, ou doublez les guillemets à l'intérieur d'une cellule"}};
    return false;
  }
  record.push_back({place(begin, end), doubled});
  at_ = cell_end(end + 1);
  if (const auto after = bytes_.find_first_not_of(' ', end + 1); after < at_) {
    fault_ = {
        place(after, at_),
        {"this stands after the quote that closes its cell", "ceci suit le guillemet qui ferme sa cellule"},
        {"put the whole cell between quotes, and double those inside it",
         "mettez toute la cellule entre guillemets, et doublez ceux qu'elle contient"}};
    return false;
  }
  return true;
}

std::string CsvReader::text(const Cell& cell) const {
  const auto raw = bytes_.substr(cell.place.begin, cell.place.end - cell.place.begin);
  if (!cell.doubled)
    return std::string(raw);
  std::string words;
  for (std::size_t i = 0; i < raw.size(); i += raw[i] == '"' ? 2 : 1)
    words += raw[i];
  return words;
}

} // namespace deploy_plan::source

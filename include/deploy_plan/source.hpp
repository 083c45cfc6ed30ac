// A file's bytes, and places in them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan {

/// A run of bytes of a source: [begin, end).
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// A line and a column, both from 1; columns count Unicode code points and a byte order mark is none.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

/// What was read, under the name that the user gave it. At most 4 GiB - 1, which the reader enforces.
class Source {
public:
  Source(std::string name, std::string bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// Without the byte order mark; offsets count from the first byte of the file all the same.
  [[nodiscard]] std::size_t text_begin() const { return text_begin_; }

  [[nodiscard]] Position position(std::size_t offset) const;
  [[nodiscard]] std::size_t line_count() const { return line_begins_.size(); }
  /// A line's text without its end; empty beyond the last line.
  [[nodiscard]] std::string_view line(std::size_t number) const;

private:
  std::string name_;
  std::string bytes_;
  std::size_t text_begin_ = 0;
  std::vector<std::uint32_t> line_begins_;
};

} // namespace deploy_plan

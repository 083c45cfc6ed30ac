// A file's bytes, places in them, and several files in one space of places.
#pragma once
#include "deploy_plan/text.hpp"
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace deploy_plan {

/// A run of bytes: [begin, end). Offsets count through all the sources of a SourceMap, laid end to end.
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

/// What was read, under the name that the user gave it. At most 4 GiB - 2, which the reader enforces.
class Source {
public:
  Source(std::string name, std::string bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// Without the byte order mark; offsets count from the first byte of the file all the same.
  [[nodiscard]] std::size_t text_begin() const { return text_begin_; }

  [[nodiscard]] Position position(std::size_t offset) const;
  [[nodiscard]] std::size_t line_count() const { return lines().size(); }
  /// A line's text without its end; empty beyond the last line.
  [[nodiscard]] std::string_view line(std::size_t number) const;

private:
  [[nodiscard]] const std::vector<std::uint32_t>& lines() const;
  [[nodiscard]] std::size_t characters_before(std::size_t offset) const;

  std::string name_;
  std::string bytes_;
  std::size_t text_begin_ = 0;
  // Made on first use: a file in which nothing is found needs neither.
  mutable std::once_flag lines_made_, characters_made_;
  mutable std::vector<std::uint32_t> line_begins_;
  mutable std::vector<std::uint32_t> block_characters_; ///< code points before each block of the file
};

/// Sources read together: the strategy file first, then the files it refers to. A Place says which one, and
/// where in it.
class SourceMap {
public:
  explicit SourceMap(std::shared_ptr<const Source> first);

  [[nodiscard]] const Source& first() const { return *entries_.front().source; }
  [[nodiscard]] const std::shared_ptr<const Source>& share_first() const { return entries_.front().source; }
  /// The offset at which the source begins in this space, adding it where it is not there yet; nothing when 4
  /// GiB are full.
  std::optional<std::uint32_t> add(const std::shared_ptr<const Source>& source);

  [[nodiscard]] std::string_view bytes(Place place) const;
  [[nodiscard]] bool is_in_first(Place place) const { return place.begin <= first().bytes().size(); }
  /// The same place in another map, which takes the source in when it lacks it.
  [[nodiscard]] Place move_to(SourceMap& other, Place place) const;

  struct Located {
    const Source* source;
    Place place; ///< in that source alone
    [[nodiscard]] Position begin() const { return source->position(place.begin); }
    [[nodiscard]] Position end() const { return source->position(place.end); }
  };
  [[nodiscard]] Located locate(Place place) const;

private:
  struct Entry {
    std::uint32_t begin;
    std::shared_ptr<const Source> source;
  };
  [[nodiscard]] const Entry& entry_of(std::uint32_t offset) const;
  std::vector<Entry> entries_;
};

/// Places are 32-bit.
inline constexpr std::uint64_t most_source_bytes = 0xFFFFFFFE;

/// The files that were read, told apart by what they are and not by their names: a link to one, or another
/// path to it, is that file. Threads may share it.
class FilesRead {
public:
  /// Notes what a descriptor is open on; only regular files are noted.
  void add(int descriptor);
  /// Whether what the path leads to was read.
  [[nodiscard]] bool holds(const std::string& path) const;

private:
  mutable std::mutex access_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> files_; ///< devices and inodes
};

/// What is said of files that limits refuse: who sets the limits may name what lifts them.
struct Refusals {
  Text too_large{"it is larger than is allowed", "il dépasse ce qui est admis"};
  Text outside{"it lies outside the strategy's folder", "il est hors du dossier de la stratégie"};
  Text led_outside{"its links lead outside the folder", "ses liens mènent hors du dossier"};
};

struct ReadLimits {
  std::uint64_t most_bytes = most_source_bytes;
  FilesRead* noted = nullptr; ///< told of the file that is read
  Refusals refusals = {};
};

/// A file's bytes, or why they could not be had.
using ReadResult = tl::expected<std::shared_ptr<const Source>, Text>;

/// Reads a whole file of at most so many bytes; "-" is standard input. A FIFO that nobody fills reads as
/// empty rather than waiting for ever.
[[nodiscard]] ReadResult read_source(const std::string& path, const ReadLimits& limits = {});

struct NeighbourLimits {
  bool allow_outside = false; ///< else the file must lie in the folder once links are followed
  ReadLimits reading;
};
/// Reads a file named in another one, relative to the folder of that one; only regular files are read.
[[nodiscard]] ReadResult read_neighbour(const std::string& of, const std::string& path,
                                        const NeighbourLimits& limits);

} // namespace deploy_plan

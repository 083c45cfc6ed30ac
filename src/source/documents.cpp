#include "source/documents.hpp"
#include "source/syntax.hpp"
#include <array>

namespace deploy_plan::source {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Bytes that matter to a search for a value's end.
constexpr std::array<bool, 256> make_marks(std::string_view bytes) {
  std::array<bool, 256> marks{};
  for (const char c : bytes)
    marks[static_cast<unsigned char>(c)] = true;
  return marks;
}
constexpr auto marks = make_marks("\"[]{},/");

class ArrayScanner {
public:
  ArrayScanner(std::string_view file, std::size_t from, Comments commented)
      : bytes_(file), at_(from), comments_(commented) {}

  /// The places of the elements, or nothing where this is no array of whole values.
  std::optional<std::vector<Place>> elements() {
    std::vector<Place> found;
    if (!takes('['))
      return std::nullopt;
    if (takes(']'))
      return at_end() ? std::optional(found) : std::nullopt;
    do {
      skip_blanks();
      const auto begin = at_;
      if (!skip_value() || at_ == begin)
        return std::nullopt;
      const auto last = bytes_.find_last_not_of(blanks, at_ - 1);
      found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)});
    } while (takes(','));
    return takes(']') && at_end() ? std::optional(std::move(found)) : std::nullopt;
  }

private:
  std::string_view bytes_;
  std::size_t at_;
  Comments comments_;

  void skip_blanks() {
    for (;;) {
      at_ = std::min(bytes_.find_first_not_of(blanks, at_), bytes_.size());
      if (comments_ == Comments::refused || !begins_comment(bytes_.substr(at_)))
        return;
      at_ = comment_end(bytes_, at_);
    }
  }
  bool takes(char wanted) {
    skip_blanks();
    const bool there = at_ < bytes_.size() && bytes_[at_] == wanted;
    at_ += there ? 1 : 0;
    return there;
  }
  bool at_end() {
    skip_blanks();
    return at_ == bytes_.size();
  }
  bool skip_string() {
    for (++at_; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] == '\\')
        ++at_;
      else if (bytes_[at_] == '"')
        return true;
    }
    return false;
  }
  /// Moves to the comma or bracket that ends the value here.
  bool skip_value() {
    for (std::size_t depth = 0; at_ < bytes_.size(); ++at_) {
      const char c = bytes_[at_];
      if (!marks[static_cast<unsigned char>(c)])
        continue;
      if (depth == 0 && (c == ',' || c == ']' || c == '}'))
        return c != '}';
      if (c == '[' || c == '{')
        ++depth;
      else if (c == ']' || c == '}')
        --depth;
      else if (c == '"' && !skip_string())
        return false;
      else if (c == '/' && comments_ == Comments::allowed && begins_comment(bytes_.substr(at_)))
        at_ = comment_end(bytes_, at_) - 1;
    }
    return false;
  }
};

std::vector<Place> lines(const Source& source) {
  std::vector<Place> found;
  const auto bytes = source.bytes();
  for (std::size_t at = source.text_begin(); at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    if (bytes.substr(at, end - at).find_first_not_of(blanks) != std::string_view::npos)
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
  }
  return found;
}
} // namespace

Comments comments_of(const Source& source) {
  return source.name().ends_with(".jsonc") ? Comments::allowed : Comments::refused;
}

Documents documents(const Source& source) {
  if (source.name().ends_with(".jsonl"))
    if (auto found = lines(source); !found.empty())
      return {std::move(found), false};
  if (auto found = ArrayScanner(source.bytes(), source.text_begin(), comments_of(source)).elements())
    return {std::move(*found), true};
  return {{whole(source)}, false};
}

} // namespace deploy_plan::source

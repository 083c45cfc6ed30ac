#include "text/spaces.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <iterator>

namespace deploy_plan::text {
namespace {

constexpr std::string_view spaces[] = {" ", "\u00a0", "\u202f", "\u2009"};

template <class Holds>
std::size_t first_of(const Holds& holds) {
  const auto* const found = std::find_if(std::begin(spaces), std::end(spaces), holds);
  return found == std::end(spaces) ? 0 : found->size();
}

/// Bytes of what stands between the parts of a word, at its begin.
std::size_t gap_before(std::string_view word) {
  return word.starts_with('_') || word.starts_with('-') ? 1 : space_before(word);
}
} // namespace

std::size_t space_before(std::string_view words) {
  return first_of([&](std::string_view space) { return words.starts_with(space); });
}
std::size_t space_after(std::string_view words) {
  return first_of([&](std::string_view space) { return words.ends_with(space); });
}

std::string_view trimmed(std::string_view words) {
  while (const auto bytes = words.starts_with('\t') ? 1 : space_before(words))
    words.remove_prefix(bytes);
  while (const auto bytes = words.ends_with('\t') ? 1 : space_after(words))
    words.remove_suffix(bytes);
  return words;
}

std::string plain(std::string_view word) {
  constexpr std::string_view apostrophe = "\u2019";
  const std::string folded = fold(word);
  std::string result;
  for (std::string_view rest = folded; !rest.empty();)
    if (const auto gap = gap_before(rest); gap > 0) {
      result += ' ';
      rest.remove_prefix(gap);
    } else if (rest.starts_with(apostrophe)) {
      result += '\'';
      rest.remove_prefix(apostrophe.size());
    } else {
      result += rest.front();
      rest.remove_prefix(1);
    }
  return result;
}

} // namespace deploy_plan::text

#include "model/public_words_bytes.hpp"
#include "model/public_words_looks.hpp"
#include "text/folding.hpp"
#include "text/spaces.hpp"
#include <algorithm>
#include <iterator>
#include <string>

namespace deploy_plan::model {
namespace {

/// What people write to keep machines from reading an address; read with the spaces around it.
struct Disguise {
  std::string_view written, meant;
};
constexpr Disguise disguises[] = {
    {"＠", "@"},     {"﹫", "@"},     {"%40", "@"},     {"&#64;", "@"},   {"&commat;", "@"},
    {"[at]", " @ "}, {"(at)", " @ "}, {"{at}", " @ "},  {"<at>", " @ "},  {" arobase ", " @ "},
    {"[@]", " @ "},  {"(@)", " @ "},  {"[a]", " @ "},   {"(a)", " @ "},   {"[dot]", "."},
    {"(dot)", "."},  {"{dot}", "."},  {"[point]", "."}, {"(point)", "."}, {"{point}", "."},
    {"[.]", "."},    {"(.)", "."},
};

/// What nothing but an address has, whatever stands around it.
constexpr std::string_view certain_signs[] = {"[arobase]", "(arobase)", "{arobase}"};

std::string_view without_spaces_before(std::string_view words) {
  words.remove_prefix(std::min(words.find_first_not_of(" \t"), words.size()));
  return words;
}

/// Of folded words, with plain spaces, and without disguises.
std::string as_address(std::string_view folded) {
  std::string plain;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto* const disguise =
        std::find_if(std::begin(disguises), std::end(disguises),
                     [&](const Disguise& one) { return rest.starts_with(one.written); });
    if (disguise == std::end(disguises)) {
      const std::size_t space = text::space_before(rest);
      plain += space > 0 ? ' ' : rest.front();
      rest.remove_prefix(std::max<std::size_t>(space, 1));
      continue;
    }
    rest.remove_prefix(disguise->written.size());
    if (disguise->meant == ".") {
      plain.erase(plain.find_last_not_of(' ') + 1);
      rest = without_spaces_before(rest);
    }
    plain += disguise->meant;
  }
  return plain;
}

/// "beta.gouv.fr", which no sentence has behind an @ that stands alone; "betagouv" may be anything.
bool begins_with_host(std::string_view words) {
  const auto end = std::find_if_not(words.begin(), words.end(),
                                    [](char byte) { return is_part_of_word(byte) || byte == '-'; });
  const auto rest = words.substr(static_cast<std::size_t>(end - words.begin()));
  return end != words.begin() && rest.size() > 1 && rest[0] == '.' && is_part_of_word(rest[1]);
}
} // namespace

bool holds_email(std::string_view words) {
  const std::string folded = text::fold(words);
  if (std::any_of(std::begin(certain_signs), std::end(certain_signs),
                  [&](std::string_view sign) { return folded.find(sign) != std::string::npos; }))
    return true;
  const std::string address = as_address(folded);
  bool is_behind_word = false; // so that spaces are passed once
  for (std::size_t at = 0; at < address.size(); ++at) {
    const std::string_view after = std::string_view(address).substr(at + 1);
    const bool touches = at > 0 && between_tokens.find(address[at - 1]) == std::string_view::npos;
    if (address[at] == '@' && touches && !after.empty() && is_part_of_word(after.front()))
      return true;
    if (address[at] == '@' && is_behind_word && begins_with_host(without_spaces_before(after)))
      return true;
    if (address[at] != ' ')
      is_behind_word = is_part_of_word(address[at]);
  }
  return false;
}

} // namespace deploy_plan::model

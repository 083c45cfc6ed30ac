#include "text/keys.hpp"
#include "text/folded_letters.hpp"
#include <algorithm>
#include <iterator>

namespace deploy_plan::text {
namespace {

constexpr std::size_t longest_key = 300; ///< a long text is read in one pass

/// What keys begin with, and the least that follows.
struct KeyShape {
  std::string_view begin;
  std::size_t least;
  bool has_figures = false; ///< else words of the language would look like it
};
constexpr KeyShape key_shapes[] = {
    {"ghp_", 8},
    {"gho_", 8},
    {"ghu_", 8},
    {"ghs_", 8},
    {"ghr_", 8},
    {"github_pat_", 8},
    {"glpat-", 8},
    {"gldt-", 8},
    {"glrt-", 8},
    {"glptt-", 8},
    {"akia", 12},
    {"asia", 16, true},
    {"xoxb-", 8},
    {"xoxp-", 8},
    {"xoxa-", 8},
    {"xapp-", 8},
    {"sk_live_", 8},
    {"sk_test_", 8},
    {"rk_live_", 8},
    {"sk-", 16, true},
    {"aiza", 20, true},
    {"npm_", 20, true},
    {"pypi-", 20, true},
    {"hf_", 16},
    {"dckr_pat_", 8},
    {"glsa_", 8},
    {"eyj", 12, true},
    {"bearer ", 12, true},
    {"authorization: basic ", 6},
    // Addresses that let in whoever has them.
    {"?sig=", 8},
    {"&sig=", 8},
    {"x-amz-signature=", 8},
    {"x-goog-signature=", 8},
    {"hooks.slack.com/services/", 8},
    {"discord.com/api/webhooks/", 8},
    {"webhook.office.com/", 8},
};

bool is_of_key(char byte) {
  return is_of_word(byte) || std::string_view("_-.+/=~%").find(byte) != std::string_view::npos;
}
bool is_hexadecimal(char byte) { return is_digit(byte) || (byte >= 'a' && byte <= 'f'); }

/// What stands at the begin of words, as long as their bytes are of a kind.
std::string_view while_bytes(std::string_view words, bool (*are)(char)) {
  const auto end = std::find_if_not(words.begin(), words.end(), are);
  return words.substr(0, static_cast<std::size_t>(end - words.begin()));
}

bool holds_shape(std::string_view words, const KeyShape& shape) {
  const bool begins_word = is_of_word(shape.begin.front());
  for (std::size_t at = words.find(shape.begin); at != std::string_view::npos;
       at = words.find(shape.begin, at + 1)) {
    const std::string_view key = while_bytes(words.substr(at + shape.begin.size(), longest_key), is_of_key);
    const bool begins = !begins_word || at == 0 || !is_of_word(words[at - 1]);
    if (begins && key.size() >= shape.least && (!shape.has_figures || has_digit(key)))
      return true;
  }
  return false;
}

bool holds_private_key(std::string_view words) {
  const std::size_t block = words.find("-----begin ");
  return block != std::string_view::npos &&
         words.substr(block, longest_key).find("private key") != std::string_view::npos;
}

/// As many as a sum or a key of 128 bits has; the names of data sets have fewer, or are parted.
bool holds_hexadecimal_key(std::string_view words) {
  constexpr std::size_t least = 32;
  std::size_t digits = 0;
  return std::any_of(words.begin(), words.end(), [&](char byte) {
    digits = is_hexadecimal(byte) ? digits + 1 : 0;
    return digits == least;
  });
}
} // namespace

bool tells_key(std::string_view folded) {
  return std::any_of(std::begin(key_shapes), std::end(key_shapes),
                     [&](const KeyShape& shape) { return holds_shape(folded, shape); }) ||
         holds_private_key(folded) || holds_hexadecimal_key(folded);
}

bool is_scrambled(std::string_view word) {
  constexpr std::size_t long_enough = 12, short_key = 4;
  constexpr int turns_of_long = 2, turns_of_any = 3; // "recensement2026" turns once, "9f8e" thrice
  const std::string_view run = while_bytes(word, is_of_word);
  int turns = 0;
  for (std::size_t at = 1; at < run.size(); ++at)
    turns += is_digit(run[at]) != is_digit(run[at - 1]) ? 1 : 0;
  const bool is_short_key = turns >= turns_of_any && while_bytes(word, is_hexadecimal).size() >= short_key;
  return is_short_key || (run.size() >= long_enough && turns >= turns_of_long);
}

} // namespace deploy_plan::text

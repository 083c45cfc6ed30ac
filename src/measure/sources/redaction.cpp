#include "measure/sources/settings.hpp"
#include "measure/sources/sources.hpp"
#include "text/passwords.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

constexpr std::string_view in_its_place = "•••";
/// A shorter secret is hidden where it is a word of its own: hidden everywhere, it would leave no sentence
/// whole, and show by its places what it is.
constexpr std::size_t short_secret = 4;

bool is_part_of_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

std::string with_before(std::string_view words, std::string_view which, char before) {
  std::string all;
  for (const char letter : words) {
    if (which.find(letter) != std::string_view::npos)
      all += before == '\0' ? letter : before;
    all += letter;
  }
  return all;
}

/// The ways in which engines, drivers and we ourselves write a text again.
std::vector<std::string> spellings_of(const std::string& secret) {
  std::string in_small_digits = percent_encoded(secret);
  for (std::size_t i = 0; i + 2 < in_small_digits.size(); ++i)
    if (in_small_digits[i] == '%')
      for (const std::size_t digit : {i + 1, i + 2})
        in_small_digits[digit] =
            static_cast<char>(in_small_digits[digit] | 0x20); // digits stay, letters shrink
  return {secret,
          percent_encoded(secret),
          std::move(in_small_digits),
          with_before(secret, "'", '\0'),
          with_before(secret, "\"", '\0'),
          with_before(secret, "}", '\0'),
          with_before(secret, "'\\", '\\'),
          with_before(secret, "\"\\", '\\')};
}

class Hiding {
public:
  explicit Hiding(std::string words) : words_(std::move(words)), is_hidden_(words_.size(), false) {}

  void hide(std::string_view secret) {
    if (secret.empty())
      return;
    for (std::size_t at = words_.find(secret); at != std::string::npos; at = words_.find(secret, at + 1))
      if (secret.size() >= short_secret || is_word(at, at + secret.size()))
        hide(at, at + secret.size());
    hide_begin_at_end(secret);
  }

  [[nodiscard]] std::string rest() const {
    std::string all;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (!is_hidden_[i])
        all += words_[i];
      else if (i == 0 || !is_hidden_[i - 1])
        all += in_its_place;
    return all;
  }

private:
  std::string words_;
  std::vector<bool> is_hidden_;

  void hide(std::size_t begin, std::size_t end) {
    std::fill(is_hidden_.begin() + static_cast<std::ptrdiff_t>(begin),
              is_hidden_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }
  [[nodiscard]] bool is_word(std::size_t begin, std::size_t end) const {
    return (begin == 0 || !is_part_of_word(words_[begin - 1])) &&
           (end == words_.size() || !is_part_of_word(words_[end]));
  }
  /// Words that were cut short may end within a secret.
  void hide_begin_at_end(std::string_view secret) {
    for (std::size_t size = std::min(secret.size() - 1, words_.size()); size >= short_secret; --size)
      if (words_.ends_with(secret.substr(0, size)))
        return hide(words_.size() - size, words_.size());
  }
};

/// By what stands before and after them; backwards, as places move.
std::string without_passwords(std::string words) {
  const std::vector<text::Run> runs = text::passwords_in(words);
  std::size_t next = words.size();
  for (auto run = runs.rbegin(); run != runs.rend(); ++run)
    if (const std::string_view password = std::string_view(words).substr(run->begin, run->end - run->begin);
        run->end <= next && password.find(in_its_place) == std::string_view::npos) {
      words.replace(run->begin, run->end - run->begin, in_its_place);
      next = run->begin;
    }
  return words;
}

} // namespace

std::string without_known_secrets(std::string words, const std::vector<std::string>& secrets) {
  Hiding hiding(std::move(words));
  for (const std::string& secret : secrets)
    for (const std::string& spelling : spellings_of(secret))
      hiding.hide(spelling);
  return hiding.rest();
}

std::string without_secrets(std::string words, const std::vector<std::string>& secrets) {
  return without_passwords(without_known_secrets(std::move(words), secrets));
}

bool holds_secret(std::string_view words, const std::vector<std::string>& secrets) {
  return std::ranges::any_of(secrets, [&](const std::string& secret) {
    return secret.size() >= short_secret && words.find(secret) != std::string_view::npos;
  });
}

} // namespace deploy_plan::measuring

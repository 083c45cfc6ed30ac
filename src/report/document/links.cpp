#include "report/document/links.hpp"

namespace deploy_plan::report {
namespace {

bool has_any(std::string_view words, std::string_view any) {
  return words.find_first_of(any) != std::string_view::npos;
}
/// Nothing that ends a link, or that is not seen.
bool is_one_word(std::string_view words) {
  for (const char c : words)
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f')
      return false;
  return !words.empty() && !has_any(words, "\"'<>\\");
}
/// "someone@example.org"
bool is_of_mail(std::string_view words) {
  const std::size_t at = words.find('@');
  return at != std::string_view::npos && at > 0 && words.rfind('@') == at && !has_any(words, ":/?&#") &&
         words.find('.', at) != std::string_view::npos && !words.ends_with('.') && words[at + 1] != '.';
}
} // namespace

std::string address_of(std::string_view words) {
  if (!is_one_word(words))
    return {};
  if (words.starts_with("https://") || words.starts_with("http://"))
    return std::string(words);
  return is_of_mail(words) ? "mailto:" + std::string(words) : std::string();
}

std::string target_of(std::string_view words) {
  if (std::string address = address_of(words); !address.empty())
    return address;
  const bool is_file = is_one_word(words) && (words.ends_with(".csv") || words.ends_with(".json"));
  return is_file && !has_any(words, ":/@") ? "./" + std::string(words) : std::string();
}

} // namespace deploy_plan::report

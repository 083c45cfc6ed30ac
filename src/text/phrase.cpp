#include "deploy_plan/text.hpp"
#include <charconv>
#include <cmath>

namespace deploy_plan {
namespace {

std::string listed(const std::vector<Text>& words, Language language) {
  std::string result;
  for (const Text word : words)
    result += (result.empty() ? "" : ", ") + typeset(word.in(language), language);
  return result;
}

std::string said(const Argument& argument, Language language) {
  return std::visit(
      [&](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string>)
          return value;
        else if constexpr (std::is_same_v<Value, Words>)
          return value.in(language);
        else if constexpr (std::is_same_v<Value, Text>)
          return typeset(value.in(language), language);
        else if constexpr (std::is_same_v<Value, std::vector<Text>>)
          return listed(value, language);
        else
          return say(value, language);
      },
      argument);
}

bool is_singular(const Argument& argument, Language language) {
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&argument))
    number = static_cast<double>(*whole);
  else if (const auto* real = std::get_if<double>(&argument))
    number = *real;
  return language == Language::french ? std::abs(number) < 2 : number == 1;
}

/// The brace that closes the one at `open`, counting those between; npos where none does.
std::size_t closing_brace(std::string_view pattern, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < pattern.size(); ++at) {
    depth += pattern[at] == '{' ? 1 : pattern[at] == '}' ? -1 : 0;
    if (depth == 0)
      return at;
  }
  return std::string_view::npos;
}

std::string filled(std::string_view pattern, const std::vector<Argument>& arguments, Language language);

/// What stands between one pair of braces: "0" or "0#day|days", where either word may hold slots itself.
std::string slot(std::string_view inside, const std::vector<Argument>& arguments, Language language) {
  std::size_t index = 0;
  std::from_chars(inside.data(), inside.data() + inside.size(), index);
  const Argument& argument = arguments.at(index);
  const auto hash = inside.find('#');
  if (hash == std::string_view::npos)
    return said(argument, language);
  const auto bar = inside.find('|', hash);
  return filled(is_singular(argument, language) ? inside.substr(hash + 1, bar - hash - 1)
                                                : inside.substr(bar + 1),
                arguments, language);
}

std::string filled(std::string_view pattern, const std::vector<Argument>& arguments, Language language) {
  std::string result;
  std::size_t from = 0;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', from)) {
    const auto close = closing_brace(pattern, open);
    result.append(pattern, from, open - from);
    if (close == std::string_view::npos || pattern[open + 1] < '0' || pattern[open + 1] > '9') {
      result += '{'; // a brace of the sentence itself
      from = open + 1;
      continue;
    }
    result += slot(pattern.substr(open + 1, close - open - 1), arguments, language);
    from = close + 1;
  }
  return result.append(pattern, from);
}
} // namespace

std::string Phrase::in(Language language) const {
  // Typeset the pattern before the arguments enter: words quoted from the file are shown as they are.
  return filled(typeset(pattern.in(language), language), arguments, language);
}

std::string typeset(std::string_view text, Language language) {
  if (language == Language::english)
    return std::string(text);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    const bool closes_quote = text.substr(i + 1).starts_with("»");
    const bool opened_quote = i >= 2 && text.substr(i - 2, 2) == "«";
    if (text[i] != ' ')
      result += text[i];
    else if (next == ';' || next == '!' || next == '?' || next == '%')
      result += "\u202f";
    else if (next == ':' || closes_quote || opened_quote)
      result += "\u00a0";
    else
      result += ' ';
  }
  return result;
}

} // namespace deploy_plan

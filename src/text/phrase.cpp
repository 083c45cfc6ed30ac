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

/// What stands between one pair of braces: "0" or "0#day|days".
std::string slot(std::string_view inside, const std::vector<Argument>& arguments, Language language) {
  std::size_t index = 0;
  std::from_chars(inside.data(), inside.data() + inside.size(), index);
  const Argument& argument = arguments.at(index);
  const auto hash = inside.find('#');
  if (hash == std::string_view::npos)
    return said(argument, language);
  const auto bar = inside.find('|', hash);
  return std::string(is_singular(argument, language) ? inside.substr(hash + 1, bar - hash - 1)
                                                     : inside.substr(bar + 1));
}
} // namespace

std::string Phrase::in(Language language) const {
  // Typeset the pattern before the arguments enter: words quoted from the file are shown as they are.
  const std::string set = typeset(pattern.in(language), language);
  std::string result;
  std::size_t from = 0;
  for (auto open = set.find('{'); open != std::string::npos; open = set.find('{', from)) {
    const auto close = set.find('}', open);
    result.append(set, from, open - from);
    if (close == std::string::npos || close == open + 1 || set[open + 1] < '0' || set[open + 1] > '9') {
      result += '{'; // a brace of the sentence itself
      from = open + 1;
      continue;
    }
    result += slot(std::string_view(set).substr(open + 1, close - open - 1), arguments, language);
    from = close + 1;
  }
  return result.append(set, from);
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

#include "report/gate.hpp"
#include "report/answer_paths.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <charconv>
#include <vector>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

const Json* child(const Json& value, std::string_view part) {
  if (value.is_object())
    for (const auto& member : value.items())
      if (names_key(part, member.key()))
        return &member.value();
  if (!value.is_array())
    return nullptr;
  std::size_t place = 0;
  for (const Json& element : value)
    if (naming_value(element) == part)
      return &element;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), place);
  return error == std::errc{} && end == part.data() + part.size() && place < value.size() ? &value[place]
                                                                                          : nullptr;
}

std::vector<std::string> names_of(const Json& value) {
  std::vector<std::string> names;
  if (value.is_object())
    for (const auto& member : value.items())
      names.push_back(member.key());
  if (value.is_array())
    for (const Json& element : value)
      if (const auto name = naming_value(element); !name.empty())
        names.emplace_back(name);
  return names;
}

struct Found {
  const Json* value = nullptr;
  std::optional<Phrase> failure;
};

Found look_up(const Json& answer, const std::string& path) {
  const Json* at = &answer;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto dot = std::min(path.find('.', begin), path.size());
    const std::string part = path.substr(begin, dot - begin);
    const Json* const next = child(*at, part);
    if (next == nullptr) {
      const auto names = names_of(*at);
      const std::vector<std::string_view> views(names.begin(), names.end());
      const std::string near(text::nearest(part, views));
      if (near.empty())
        return {nullptr, Phrase{{"the path {0} leads nowhere: {1} is unknown",
                                 "le chemin {0} ne mène nulle part : {1} est inconnu"},
                                {path, part}}};
      return {nullptr, Phrase{{"the path {0} leads nowhere: {1} is unknown, did you mean {2}?",
                               "le chemin {0} ne mène nulle part : {1} est inconnu, vouliez-vous dire {2} ?"},
                              {path, part, path.substr(0, begin) + near}}};
    }
    at = next;
    begin = dot + 1;
  }
  return {at, std::nullopt};
}

std::string trimmed(const std::string& words) {
  const auto first = words.find_first_not_of(" \t");
  return first == std::string::npos ? "" : words.substr(first, words.find_last_not_of(" \t") - first + 1);
}

std::optional<double> read_number(std::string words) {
  double scale = 1;
  if (words.ends_with('%')) {
    words.pop_back();
    words = trimmed(words);
    scale = 0.01;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc{} || end != words.data() + words.size())
    return std::nullopt;
  return value * scale;
}

template <class Value>
bool compare(const Value& left, std::string_view symbol, const Value& right) {
  if (symbol == "==")
    return left == right;
  if (symbol == "!=")
    return left != right;
  if (symbol == "<")
    return left < right;
  if (symbol == "<=")
    return left <= right;
  return symbol == ">" ? left > right : left >= right;
}

GateResult failed(Phrase why) { return {false, std::move(why)}; }

GateResult compare_value(const Json& value, std::string_view symbol, const std::string& wanted,
                         const std::string& expression) {
  if (value.is_number()) {
    const auto number = read_number(wanted);
    if (!number)
      return failed({{"{0}: {1} is not a number to compare with", "{0} : {1} n'est pas un nombre à comparer"},
                     {expression, wanted}});
    return {compare(value.get<double>(), symbol, *number), std::nullopt};
  }
  if (value.is_boolean() && (wanted == "true" || wanted == "false") && (symbol == "==" || symbol == "!="))
    return {compare(value.get<bool>(), symbol, wanted == "true"), std::nullopt};
  if (!value.is_string())
    return failed({{"{0}: this path leads to several figures; go on to one of them",
                    "{0} : ce chemin mène à plusieurs chiffres ; allez jusqu'à l'un d'eux"},
                   {expression}});
  const auto& words = value.get_ref<const std::string&>();
  const bool is_date = words.size() == 10 && words[4] == '-' && words[7] == '-';
  if (!is_date && symbol != "==" && symbol != "!=")
    return failed({{"{0}: words are compared with == or !=", "{0} : des mots se comparent avec == ou !="},
                   {expression}});
  return {compare(words, symbol, wanted), std::nullopt};
}
} // namespace

GateResult evaluate_gate(const Json& answer, const std::string& expression, bool allow_unknown) {
  const auto at = expression.find_first_of("=!<>");
  const std::size_t size = at != std::string::npos && expression.substr(at + 1, 1) == "=" ? 2 : 1;
  const std::string symbol = at == std::string::npos ? "" : expression.substr(at, size);
  if (symbol.empty() || symbol == "=" || symbol == "!")
    return failed({{"{0}: write PATH == VALUE, or with !=, <, <=, > or >=",
                    "{0} : écrivez CHEMIN == VALEUR, ou avec !=, <, <=, > ou >="},
                   {expression}});
  const auto found = look_up(answer, trimmed(expression.substr(0, at)));
  if (found.failure)
    return failed(*found.failure);
  if (found.value->is_null()) {
    if (allow_unknown)
      return {};
    return failed({{"{0}: this figure is not known; --allow-unknown lets it pass",
                    "{0} : ce chiffre n'est pas connu ; --allow-unknown l'admet"},
                   {expression}});
  }
  return compare_value(*found.value, symbol, trimmed(expression.substr(at + size)), expression);
}

} // namespace deploy_plan::report

#include "report/gate.hpp"
#include "model/decode.hpp"
#include "report/answer_paths.hpp"
#include "report/answer_words.hpp"
#include "text/folding.hpp"
#include "text/number.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

/// Whether a word names an element by its stage or family, in either language.
bool names_element(std::string_view part, const Json& element) {
  if (!element.is_object() || element.contains("id"))
    return false;
  for (const std::string_view key : {"stage", "family"})
    if (const auto named = element.find(key); named != element.end())
      for (const FigureWord& word : words_of_figure(key, *named))
        if (word.is_meant_by(part))
          return *named == Json(word.key);
  return false;
}

const Json* child(const Json& value, std::string_view part) {
  if (value.is_object())
    for (const auto& member : value.items())
      if (part == member.key() || names_key(part, member.key()))
        return &member.value();
  if (!value.is_array())
    return nullptr;
  std::size_t place = 0;
  for (const Json& element : value)
    if (naming_value(element) == part || names_element(part, element))
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

/// A figure, and the key that says what it is.
struct Found {
  const Json* value = nullptr;
  std::string key;
  std::optional<Phrase> failure;
};

Phrase leads_nowhere(const std::string& path, std::size_t begin, const std::string& part, const Json& at) {
  const auto names = names_of(at);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string near(text::nearest(part, views));
  if (near.empty())
    return {
        {"the path {0} leads nowhere: {1} is unknown", "le chemin {0} ne mène nulle part : {1} est inconnu"},
        {path, part}};
  return {{"the path {0} leads nowhere: {1} is unknown, did you mean {2}?",
           "le chemin {0} ne mène nulle part : {1} est inconnu, vouliez-vous dire {2} ?"},
          {path, part, path.substr(0, begin) + near}};
}

/// The key under which a value stands in an object.
std::string key_of(const Json& parent, const Json* value) {
  if (parent.is_object())
    for (const auto& member : parent.items())
      if (&member.value() == value)
        return member.key();
  return {};
}

Found look_up(const Json& answer, const std::string& path) {
  Found found{&answer, {}, {}};
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto dot = std::min(path.find('.', begin), path.size());
    const std::string part = path.substr(begin, dot - begin);
    const Json* const next = child(*found.value, part);
    if (next == nullptr)
      return {nullptr, {}, leads_nowhere(path, begin, part, *found.value)};
    // Elements of a list are what the list is of; what a figure was and is, of a difference, is what it is.
    if (found.value->is_object() && !found.value->contains("relative_change"))
      found.key = key_of(*found.value, next);
    found.value = next;
    begin = dot + 1;
  }
  return found;
}

/// Without the spaces around it, those included that French sets within its quotes and before %.
std::string trimmed(std::string_view words) {
  constexpr std::string_view spaces[] = {" ", "\t", "\u00a0", "\u202f"};
  for (bool again = true; std::exchange(again, false);)
    for (const std::string_view space : spaces) {
      if (words.starts_with(space)) {
        words.remove_prefix(space.size());
        again = true;
      }
      if (words.ends_with(space)) {
        words.remove_suffix(space.size());
        again = true;
      }
    }
  return std::string(words);
}

/// Without the quotes that stand around it, if any.
std::string unquoted(const std::string& words) {
  constexpr std::pair<std::string_view, std::string_view> quotes[] = {
      {"\"", "\""}, {"'", "'"}, {"«", "»"}, {"“", "”"}, {"‘", "’"}};
  for (const auto& [open, close] : quotes)
    if (words.size() >= open.size() + close.size() && words.starts_with(open) && words.ends_with(close))
      return trimmed(words.substr(open.size(), words.size() - open.size() - close.size()));
  return words;
}

/// 0.25, 0,25 or a percentage.
std::optional<double> read_number(std::string words) {
  const bool is_share = words.ends_with('%');
  if (is_share)
    words = trimmed(words.substr(0, words.size() - 1));
  const auto value = text::read_number(words);
  return value && is_share ? *value / 100 : value;
}

/// 2026-12-31, or as French writes it, 31/12/2026.
std::optional<Date> read_day(const std::string& words) {
  const auto day_end = words.find('/');
  const auto month_end = words.find('/', day_end == std::string::npos ? day_end : day_end + 1);
  if (month_end == std::string::npos)
    return model::read_date(words);
  return model::read_date(fmt::format("{}-{:0>2}-{:0>2}", words.substr(month_end + 1),
                                      words.substr(day_end + 1, month_end - day_end - 1),
                                      words.substr(0, day_end)));
}

std::optional<bool> read_flag(const std::string& words) {
  const std::string plain = text::fold(words);
  for (const std::string_view yes : {"true", "yes", "vrai", "oui"})
    if (plain == yes)
      return true;
  for (const std::string_view no : {"false", "no", "faux", "non"})
    if (plain == no)
      return false;
  return std::nullopt;
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

Phrase no_such_word(const Gate& gate, std::span<const FigureWord> words) {
  std::vector<std::string_view> known;
  Words all;
  for (const FigureWord& word : words) {
    known.insert(known.end(), {word.name.en, word.name.fr, word.shown.en, word.shown.fr});
    all.en += (all.en.empty() ? "" : ", ") + std::string(word.name.en);
    all.fr += (all.fr.empty() ? "" : ", ") + std::string(word.name.fr);
  }
  if (const std::string near(text::nearest(gate.value, known)); !near.empty())
    return {{"{0}: this figure is never {1}, did you mean {2}?",
             "{0} : ce chiffre ne vaut jamais {1}, vouliez-vous dire {2} ?"},
            {gate.expression, gate.value, near}};
  return {{"{0}: this figure is never {1}, but one of: {2}",
           "{0} : ce chiffre ne vaut jamais {1}, mais l'un de : {2}"},
          {gate.expression, gate.value, all}};
}

/// The value of a gate, read as what its figure is.
class Judge {
public:
  Judge(const Gate& asked, const Found& figure) : gate_(asked), found_(figure), value_(*figure.value) {}

  GateResult judge(bool allow_unknown) const {
    const auto shape = shape_of_figure(found_.key, value_);
    if (!shape)
      return failed({{"{0}: this path leads to several figures; go on to one of them",
                      "{0} : ce chemin mène à plusieurs chiffres ; allez jusqu'à l'un d'eux"},
                     {gate_.expression}});
    const bool has_order = *shape == FigureShape::number || *shape == FigureShape::day;
    if (!has_order && gate_.symbol != "==" && gate_.symbol != "!=")
      return failed({{"{0}: words are compared with == or !=", "{0} : des mots se comparent avec == ou !="},
                     {gate_.expression}});
    const GateResult judged = compare_as(*shape);
    if (judged.failure || !value_.is_null() || allow_unknown)
      return judged;
    return failed({{"{0}: this figure is not known; --allow-unknown lets it pass",
                    "{0} : ce chiffre n'est pas connu ; --allow-unknown l'admet"},
                   {gate_.expression}});
  }

private:
  const Gate& gate_;
  const Found& found_;
  const Json& value_;

  static GateResult failed(Phrase why) { return {false, std::move(why)}; }

  /// What is not known holds no gate, but the gate must make sense all the same.
  template <class Value>
  GateResult compared(const std::optional<Value>& known, const Value& wanted) const {
    return {known && compare(*known, gate_.symbol, wanted), std::nullopt};
  }
  template <class Value>
  std::optional<Value> known() const {
    return value_.is_null() ? std::nullopt : std::optional(value_.get<Value>());
  }

  GateResult compare_as(FigureShape shape) const {
    switch (shape) {
    case FigureShape::number: return as_number();
    case FigureShape::day: return as_day();
    case FigureShape::flag: return as_flag();
    case FigureShape::word: return as_word();
    case FigureShape::text: break;
    }
    return compared(known<std::string>(), gate_.value);
  }

  GateResult as_number() const {
    if (const auto wanted = read_number(gate_.value))
      return compared(known<double>(), *wanted);
    if (text::is_ambiguous(trimmed(gate_.value.substr(0, gate_.value.find('%')))))
      return failed(
          {{"{0}: {1} could be read as two numbers: write its decimals after a point, or its thousands "
            "without a comma",
            "{0} : {1} peut se lire comme deux nombres : écrivez ses décimales après un point, ou ses "
            "milliers sans virgule"},
           {gate_.expression, gate_.value}});
    return failed({{"{0}: {1} is not a number to compare with", "{0} : {1} n'est pas un nombre à comparer"},
                   {gate_.expression, gate_.value}});
  }

  GateResult as_day() const {
    const auto today = known<std::string>();
    if (const auto wanted = read_day(gate_.value))
      return compared(today ? model::read_date(*today) : std::nullopt, *wanted);
    return failed({{"{0}: {1} is not a day: write it like 2026-12-31 or 31/12/2026",
                    "{0} : {1} n'est pas un jour : écrivez-le comme 2026-12-31 ou 31/12/2026"},
                   {gate_.expression, gate_.value}});
  }

  GateResult as_flag() const {
    if (const auto wanted = read_flag(gate_.value))
      return compared(known<bool>(), *wanted);
    return failed(
        {{"{0}: this figure is true or false, never {1}", "{0} : ce chiffre est vrai ou faux, jamais {1}"},
         {gate_.expression, gate_.value}});
  }

  GateResult as_word() const {
    const auto words = words_of_figure(found_.key, value_);
    const auto wanted = std::find_if(words.begin(), words.end(),
                                     [&](const FigureWord& word) { return word.is_meant_by(gate_.value); });
    if (wanted == words.end())
      return failed(no_such_word(gate_, words));
    return compared(known<std::string>(), std::string(wanted->key));
  }
};
} // namespace

ReadGate read_gate(const std::string& expression) {
  const auto at = expression.find_first_of("=!<>");
  const std::size_t size = at != std::string::npos && expression.substr(at + 1, 1) == "=" ? 2 : 1;
  Gate gate{expression, "", at == std::string::npos ? "" : expression.substr(at, size), ""};
  if (!gate.symbol.empty()) {
    gate.path = trimmed(expression.substr(0, at));
    gate.value = unquoted(trimmed(expression.substr(at + size)));
  }
  if (gate.path.empty() || gate.value.empty() || gate.symbol == "=" || gate.symbol == "!")
    return {std::nullopt, Phrase{{"{0}: write PATH == VALUE, or with !=, <, <=, > or >=",
                                  "{0} : écrivez CHEMIN == VALEUR, ou avec !=, <, <=, > ou >="},
                                 {expression}}};
  return {std::move(gate), std::nullopt};
}

GateResult evaluate_gate(const Json& answer, const Gate& gate, bool allow_unknown) {
  const Found found = look_up(answer, gate.path);
  return found.failure ? GateResult{false, found.failure} : Judge(gate, found).judge(allow_unknown);
}

GateResult evaluate_gate(const Json& answer, const std::string& expression, bool allow_unknown) {
  const ReadGate read = read_gate(expression);
  return read.gate ? evaluate_gate(answer, *read.gate, allow_unknown) : GateResult{false, read.failure};
}

} // namespace deploy_plan::report

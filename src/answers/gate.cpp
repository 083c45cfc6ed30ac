#include "answers/gate.hpp"
#include "model/days.hpp"
#include "text/number.hpp"
#include "text/spaces.hpp"

namespace deploy_plan::answers {
namespace {

/// Without the quotes that stand around it, if any.
std::string_view unquoted(std::string_view words) {
  constexpr std::pair<std::string_view, std::string_view> quotes[] = {
      {"\"", "\""}, {"'", "'"}, {"«", "»"}, {"“", "”"}, {"‘", "’"}};
  for (const auto& [open, close] : quotes)
    if (words.size() >= open.size() + close.size() && words.starts_with(open) && words.ends_with(close))
      return text::trimmed(words.substr(open.size(), words.size() - open.size() - close.size()));
  return words;
}

/// The operator that stands at a place, or nothing.
std::string_view symbol_at(std::string_view expression, std::size_t at) {
  for (const std::string_view symbol : {"==", "!=", "<=", ">=", "<", ">"})
    if (expression.substr(at).starts_with(symbol))
      return expression.substr(at, symbol.size());
  return {};
}

std::optional<bool> read_flag(std::string_view words) {
  const std::string folded = text::plain(words);
  for (const std::string_view yes : {"true", "vrai", "yes", "oui"})
    if (folded == yes)
      return true;
  for (const std::string_view no : {"false", "faux", "no", "non"})
    if (folded == no)
      return false;
  return std::nullopt;
}

template <class Ordered>
bool compare(const Ordered& left, std::string_view symbol, const Ordered& right) {
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

/// Judges one reading of a gate at the figure that its path leads to.
class Judge {
public:
  Judge(const std::string& expression, const GateReading& reading, const Located& found)
      : expression_(expression), reading_(reading), found_(found), scalars_(scalars_of(found)) {}

  GateResult judge(bool allow_unknown) const {
    const bool is_known = !std::holds_alternative<std::monostate>(found_.value);
    const bool has_order = scalars_ == Scalars::whole || scalars_ == Scalars::number ||
                           scalars_ == Scalars::date || (scalars_ == Scalars::any && !is_known);
    if (!has_order && reading_.symbol != "==" && reading_.symbol != "!=")
      return failed({{"{0}: words are compared with == or !=", "{0} : des mots se comparent avec == ou !="},
                     {expression_}});
    GateResult judged = compared();
    if (judged.failure || is_known || allow_unknown)
      return judged;
    return failed({{"{0}: this figure is not known; --allow-unknown lets it pass",
                    "{0} : ce chiffre n'est pas connu ; --allow-unknown l'admet"},
                   {expression_}});
  }

private:
  const std::string& expression_;
  const GateReading& reading_;
  const Located& found_;
  const Scalars scalars_;

  /// What the figure is; of one that may be anything, what it is now.
  static Scalars scalars_of(const Located& found) {
    if (found.type->scalars != Scalars::any)
      return found.type->scalars;
    constexpr Scalars held[] = {Scalars::any,  Scalars::flag, Scalars::whole, Scalars::number,
                                Scalars::date, Scalars::text, Scalars::any};
    return held[found.value.index()];
  }

  static GateResult failed(Phrase why) { return {false, std::move(why)}; }

  GateResult compared() const {
    switch (scalars_) {
    case Scalars::whole:
    case Scalars::number:
      return with(text::read_number_or_percent(reading_.wanted), [&] { return no_number(); });
    case Scalars::date: return with(model::read_day(reading_.wanted), [&] { return no_day(); });
    case Scalars::flag: return with(read_flag(reading_.wanted), [&] { return no_flag(); });
    case Scalars::word: return with(word(), [&] { return no_such_word(); });
    case Scalars::any: return any();
    case Scalars::text:
    case Scalars::verbatim: break;
    }
    return with(std::optional(reading_.wanted), [] { return Phrase(); });
  }

  /// A word of no enumeration that is known here, or nothing.
  GateResult any() const {
    const auto* const word = std::get_if<const Choice*>(&found_.value);
    if (word == nullptr)
      return {};
    return {names_choice(reading_.wanted, **word) == (reading_.symbol == "==")};
  }

  /// What is not known holds no gate, but the gate must make sense all the same.
  template <class Wanted, class Otherwise>
  GateResult with(const std::optional<Wanted>& wanted, const Otherwise& otherwise) const {
    if (!wanted)
      return failed(otherwise());
    if (std::holds_alternative<std::monostate>(found_.value))
      return {};
    if constexpr (std::is_same_v<Wanted, double>)
      return {compare(number(), reading_.symbol, *wanted)};
    else
      return {compare(std::get<Wanted>(found_.value), reading_.symbol, *wanted)};
  }
  double number() const {
    const auto* const whole = std::get_if<std::int64_t>(&found_.value);
    return whole == nullptr ? std::get<double>(found_.value) : static_cast<double>(*whole);
  }

  std::optional<const Choice*> word() const {
    for (const Choice& choice : found_.type->choices())
      if (names_choice(reading_.wanted, choice))
        return &choice;
    return std::nullopt;
  }

  Phrase no_number() const {
    const std::string_view digits = text::before_percent(reading_.wanted).value_or(reading_.wanted);
    if (text::is_ambiguous(digits))
      return {{"{0}: {1} could be read as two numbers: write its decimals after a point, or its thousands "
               "without a comma",
               "{0} : {1} peut se lire comme deux nombres : écrivez ses décimales après un point, ou ses "
               "milliers sans virgule"},
              {expression_, reading_.wanted}};
    return {{"{0}: {1} is not a number to compare with", "{0} : {1} n'est pas un nombre à comparer"},
            {expression_, reading_.wanted}};
  }
  Phrase no_day() const {
    return {{"{0}: {1} is not a day: write it like 2026-12-31 or 31/12/2026",
             "{0} : {1} n'est pas un jour : écrivez-le comme 2026-12-31 ou 31/12/2026"},
            {expression_, reading_.wanted}};
  }
  Phrase no_flag() const {
    return {{"{0}: this figure is true or false, never {1}", "{0} : ce chiffre est vrai ou faux, jamais {1}"},
            {expression_, reading_.wanted}};
  }
  Phrase no_such_word() const {
    std::vector<std::string_view> known;
    std::vector<Text> names;
    for (const Choice& choice : found_.type->choices()) {
      if (choice.name.en.empty()) // what stands for none is never written
        continue;
      const Text shown = choice.words();
      known.insert(known.end(), {choice.name.en, choice.name.fr, shown.en, shown.fr});
      names.push_back(choice.name);
    }
    if (const std::string near(text::nearest(reading_.wanted, known)); !near.empty())
      return {{"{0}: this figure is never {1}, did you mean {2}?",
               "{0} : ce chiffre ne vaut jamais {1}, vouliez-vous dire {2} ?"},
              {expression_, reading_.wanted, near}};
    return {{"{0}: this figure is never {1}, but one of: {2}",
             "{0} : ce chiffre ne vaut jamais {1}, mais l'un de : {2}"},
            {expression_, reading_.wanted, std::move(names)}};
  }
};

Phrase astray_words(const std::string& expression, const GateReading& reading, const Astray& astray) {
  if (astray.several)
    return {{"{0}: this path leads to several figures; go on to one of them",
             "{0} : ce chemin mène à plusieurs chiffres ; allez jusqu'à l'un d'eux"},
            {expression}};
  if (astray.nearest.empty())
    return {
        {"the path {0} leads nowhere: {1} is unknown", "le chemin {0} ne mène nulle part : {1} est inconnu"},
        {reading.path, astray.part}};
  return {{"the path {0} leads nowhere: {1} is unknown, did you mean {2}?",
           "le chemin {0} ne mène nulle part : {1} est inconnu, vouliez-vous dire {2} ?"},
          {reading.path, astray.part, astray.nearest}};
}
} // namespace

std::variant<Gate, Phrase> read_gate(const std::string& expression) {
  constexpr std::size_t most = 64; // no id holds more operators, but a hostile command line may
  Gate gate{expression, {}};
  for (std::size_t at = 0; at < expression.size() && gate.readings.size() < most; ++at) {
    const std::string_view symbol = symbol_at(expression, at);
    if (symbol.empty())
      continue;
    const std::string_view path = text::trimmed(std::string_view(expression).substr(0, at));
    at += symbol.size();
    const std::string_view wanted = unquoted(text::trimmed(std::string_view(expression).substr(at)));
    if (!path.empty() && !wanted.empty())
      gate.readings.push_back({std::string(path), std::string(symbol), std::string(wanted)});
    --at;
  }
  if (gate.readings.empty())
    return Phrase{{"{0}: write PATH == VALUE, or with !=, <, <=, > or >=",
                   "{0} : écrivez CHEMIN == VALEUR, ou avec !=, <, <=, > ou >="},
                  {expression}};
  return gate;
}

GateResult judge(const Gate& gate, const LookUp& look_up, bool allow_unknown) {
  GateResult astray;
  std::size_t known = 0;
  for (const GateReading& reading : gate.readings) {
    const Lookup found = look_up(reading.path);
    if (const auto* const located = std::get_if<Located>(&found))
      return Judge(gate.expression, reading, *located).judge(allow_unknown);
    const auto& lost = std::get<Astray>(found);
    if (!astray.failure || lost.known > known) // the one that came furthest was meant
      astray.failure = astray_words(gate.expression, reading, lost);
    known = std::max(known, lost.known);
  }
  return astray;
}

GateResult judge(const std::string& expression, const LookUp& look_up, bool allow_unknown) {
  const auto read = read_gate(expression);
  if (const auto* const wrong = std::get_if<Phrase>(&read))
    return {false, *wrong};
  return judge(std::get<Gate>(read), look_up, allow_unknown);
}

} // namespace deploy_plan::answers

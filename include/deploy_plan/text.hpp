// Words and figures in both languages.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace deploy_plan {

enum class Language { english, french };

/// One thing said in both languages. Both views must outlive the Text: they are string literals in practice.
struct Text {
  std::string_view en;
  std::string_view fr;
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::french ? fr : en;
  }
};

/// How something said is to be taken; formats colour it, and never by colour alone.
enum class Tone { plain, good, warning, bad };

/// A day of the proleptic Gregorian calendar, without time or zone.
using Date = std::chrono::sys_days;

/// The days that files and command lines may name; nothing is reckoned beyond them.
inline constexpr Date earliest_day = std::chrono::year{1900} / 1 / 1;
inline constexpr Date latest_day = std::chrono::year{2200} / 12 / 31;

/// A calendar month.
struct Month {
  Date first{}; ///< its first day
  friend auto operator<=>(const Month&, const Month&) = default;
};
/// The month that a day is in.
[[nodiscard]] Month month_of(Date day);
[[nodiscard]] Date last_day(Month month);
[[nodiscard]] Month next(Month month);
/// 1 from a month to the next; below 0 where they are reversed.
[[nodiscard]] std::int64_t months_between(Month from, Month to);

/// A fraction of one, said as a percentage: 0.125 reads "12.5%" and « 12,5 % ».
struct Share {
  double of_one;
};

/// An amount of money; `currency` is an ISO 4217 code.
struct Money {
  double amount;
  std::string currency;
};

/// Words made at run time, in both languages; shown as they are.
struct Words {
  std::string en;
  std::string fr;
  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::french ? fr : en;
  }
};

/// What a Phrase is filled with; words in a vector are said one after the other, between commas.
using Argument = std::variant<std::int64_t, double, Share, Money, Date, Month, Text, Words, std::string,
                              std::vector<Text>>;

/// A sentence whose words and figures are chosen when it is read, not when it is made.
/// In the pattern `{0}` is the first argument, `{0#day|days}` one of two words by the number of the first
/// argument; either word may hold slots itself.
struct Phrase {
  Text pattern;
  std::vector<Argument> arguments = {};
  [[nodiscard]] std::string in(Language language) const;
  /// In both languages, to stand in another sentence.
  [[nodiscard]] Words words() const { return {in(Language::english), in(Language::french)}; }
};

/// "15,000" or « 15 000 » (narrow no-break space): the shortest decimal that reads back as the same number,
/// with a power of ten below a millionth and from 10^15 on. What is not finite is "unknown", in any unit.
[[nodiscard]] std::string say(double number, Language language);
[[nodiscard]] std::string say(std::int64_t number, Language language);
[[nodiscard]] std::string say(Date date, Language language);
/// "March 2026" or « mars 2026 ».
[[nodiscard]] std::string say(Month month, Language language);
[[nodiscard]] std::string say(Share share, Language language);
[[nodiscard]] std::string say(const Money& money, Language language);

/// "2026-03-01", in any language: what files and scripts read.
[[nodiscard]] std::string iso(Date date);
/// "2026-03", likewise.
[[nodiscard]] std::string iso(Month month);

/// The text as it must be set in its language: French gets its no-break spaces.
[[nodiscard]] std::string typeset(std::string_view text, Language language);

} // namespace deploy_plan

// The one reader of the command line's numbers.
#pragma once
#include "cli/command.hpp"
#include <type_traits>

namespace deploy_plan::cli {

/// What a number may be: `above` its least, `below` its most, `inside` both, or `from` the one to the other.
struct NumberRange {
  double least = 0;
  double most = 0;
  enum class Kind { from, above, below, inside, whole } kind = Kind::from;

  static constexpr NumberRange from(double least, double most) { return {least, most, Kind::from}; }
  static constexpr NumberRange above(double least, double most) { return {least, most, Kind::above}; }
  static constexpr NumberRange below(double least, double most) { return {least, most, Kind::below}; }
  static constexpr NumberRange inside(double least, double most) { return {least, most, Kind::inside}; }
  /// Of at most 2^53 - 1.
  static constexpr NumberRange whole(double least, double most) { return {least, most, Kind::whole}; }
};
/// What JSON readers keep exactly.
constexpr double largest_whole = 9007199254740991;

[[nodiscard]] bool is_within(const NumberRange& range, double value);
/// A number within its range, with a decimal point or a decimal comma; nothing where the words are none.
[[nodiscard]] std::optional<double> read_number(std::string_view words, const NumberRange& range);
/// What is wrong with words that are no such number, and how to mend it.
[[nodiscard]] Phrase not_a_number(const std::string& option, const std::string& words,
                                  const NumberRange& range);
/// A list of them, between commas; where a comma is decimal, between semicolons.
[[nodiscard]] std::vector<std::string> split_list(const std::string& words);

/// Reads a number, or refuses the command line in the user's language.
[[nodiscard]] double number_or_refusal(const std::string& option, const std::string& words,
                                       const NumberRange& range, const Common& common);

/// An option whose value is a number within a range.
template <class Number>
CLI::Option* add_number(CLI::App& app, const std::string& name, Number& into, const NumberRange& range,
                        const Common& common, Text meaning) {
  return app.add_option_function<std::string>(
      name,
      [&into, name, range, common](const std::string& words) {
        const double value = number_or_refusal(name, words, range, common);
        if constexpr (std::is_arithmetic_v<Number>)
          into = static_cast<Number>(value);
        else
          into = static_cast<typename Number::value_type>(value);
      },
      common.say(meaning));
}

} // namespace deploy_plan::cli

// Numbers as people write them.
#pragma once
#include <optional>
#include <string_view>

namespace deploy_plan::text {

[[nodiscard]] constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// A finite number with a decimal point or, as in French, a decimal comma: "0.05", "0,05", "-3", "1e-6".
/// Nothing where the words are anything else, "1,500" included: it is 1500 to some and 1.5 to others.
[[nodiscard]] std::optional<double> read_number(std::string_view words);

/// What stands before the % that ends the words, and before a space of any kind that French sets there:
/// "47" of "47 %". Nothing where no % ends them.
[[nodiscard]] std::optional<std::string_view> before_percent(std::string_view words);

/// The same numbers, and percentages as shares of one: "47 %" is 0.47, "12,5%" 0.125.
[[nodiscard]] std::optional<double> read_number_or_percent(std::string_view words);

/// A whole number of at most 2^53 - 1 either way, written without decimals.
[[nodiscard]] std::optional<double> read_whole(std::string_view words);

/// A figure as people take it in: three digits, whole from a hundred on. JSON holds figures whole.
[[nodiscard]] double shown(double number);

/// Whether the words are a number to some and another one to others: "1,500".
[[nodiscard]] bool is_ambiguous(std::string_view words);

} // namespace deploy_plan::text

// Figures as people write them, in a spreadsheet and in a strategy.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace deploy_plan::model {

/// The double nearest to the digits of a JSON number; infinite where they are beyond every double.
[[nodiscard]] double read_number(std::string_view digits);

enum class DecimalComma { refused, taken };

/// The digits of a JSON number for a figure as French spreadsheets write it: "1 234,5", with any of the
/// spaces that group digits by three, gives "1234.5". Nothing where it is no figure.
[[nodiscard]] std::optional<std::string> plain_figure(std::string_view words, DecimalComma comma);

/// The digits of a JSON number for a percentage, "47 %", "47%" or "12,5 %": "47e-2".
[[nodiscard]] std::optional<std::string> plain_percent(std::string_view words);

/// A percentage as a share of one: "47 %" is 0.47. Nothing where it is none.
[[nodiscard]] std::optional<double> read_percent(std::string_view words);

} // namespace deploy_plan::model

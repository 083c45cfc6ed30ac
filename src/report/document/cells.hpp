// Figures as cells and words.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/gap.hpp"
#include "model/description.hpp"
#include "text/lists.hpp"
#include "text/number.hpp"
#include <span>

namespace deploy_plan::report {

using text::quoted;
using text::shown;

[[nodiscard]] Phrase words(Text text);
[[nodiscard]] Phrase words(const std::string& text);

/// “one”, “another”.
[[nodiscard]] Words quoted_list(std::span<const std::string> names);

[[nodiscard]] Cell unknown();
[[nodiscard]] Cell text_cell(Phrase phrase, Tone tone = Tone::plain);
[[nodiscard]] Cell figure_cell(Argument figure);
[[nodiscard]] Cell number_cell(const std::optional<double>& number); ///< rounded as `shown` does
[[nodiscard]] Cell count_cell(const std::optional<double>& number);  ///< every digit
[[nodiscard]] Cell share_cell(const std::optional<double>& share);
/// A figure of an objective, rounded as `shown` does: a rate is said as a share.
[[nodiscard]] Argument figure_of(double value, bool is_rate);
[[nodiscard]] Cell figure_cell_of(const std::optional<double>& value, bool is_rate);
/// How far one such figure is from another, by its size: of rates in points, "4.7 points", to the
/// tenth as percentages are.
[[nodiscard]] Argument difference_of(double size, bool is_rate);
[[nodiscard]] Cell difference_cell(const std::optional<double>& value, bool is_rate);
[[nodiscard]] Cell date_cell(const std::optional<Date>& date);
[[nodiscard]] Cell money_cell(const std::optional<double>& amount,
                              const std::string& currency); ///< to the cent, whole from a thousand on

/// A probability in words that never say certainty of what is to come, as closely as its draws tell it: in
/// whole percents, unless these would class it as another outlook.
[[nodiscard]] Argument chance_words(double probability);
/// The same to three digits, to be set beside others of the same draws.
[[nodiscard]] Argument compared_chance_words(double probability);

/// Why a stage has no conversion; empty where that goes without saying.
[[nodiscard]] Text no_conversion_words(NoConversion why);
/// A word as files and scripts write it.
template <model::Chosen E>
[[nodiscard]] Text name_of(E word) {
  return model::choice_of(word).name;
}
/// A word as people read it, and how to take it.
template <model::Chosen E>
[[nodiscard]] Text shown_name(E word) {
  return model::choice_of(word).words();
}
template <model::Chosen E>
[[nodiscard]] Tone tone_of(E word) {
  return model::choice_of(word).tone;
}

} // namespace deploy_plan::report

// Figures as cells and words.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/gap.hpp"
#include "model/description.hpp"

namespace deploy_plan::report {

/// Three digits, whole from a hundred on; the JSON holds figures whole.
[[nodiscard]] double shown(double number);

[[nodiscard]] Phrase words(Text text);
[[nodiscard]] Phrase words(const std::string& text);

[[nodiscard]] Cell unknown();
[[nodiscard]] Cell text_cell(Phrase phrase, Tone tone = Tone::plain);
[[nodiscard]] Cell figure_cell(Argument figure);
[[nodiscard]] Cell number_cell(const std::optional<double>& number); ///< rounded as `shown` does
[[nodiscard]] Cell count_cell(const std::optional<double>& number);  ///< every digit
[[nodiscard]] Cell share_cell(const std::optional<double>& share);
/// A figure of an objective, rounded as `shown` does: a rate is said as a share.
[[nodiscard]] Argument figure_of(double value, bool is_rate);
[[nodiscard]] Cell figure_cell_of(const std::optional<double>& value, bool is_rate);
[[nodiscard]] Cell date_cell(const std::optional<Date>& date);
[[nodiscard]] Cell money_cell(const std::optional<double>& amount,
                              const std::string& currency); ///< to the cent, whole from a thousand on

/// A probability in words that never say certainty of what is to come.
[[nodiscard]] Argument chance_words(double probability);

[[nodiscard]] Text status_name(GoalStatus status);
[[nodiscard]] Tone status_tone(GoalStatus status);
/// Why there is no day at the observed pace; empty where that goes without saying.
[[nodiscard]] Text no_eta_words(NoEta why);
/// Why a stage has no conversion; likewise.
[[nodiscard]] Text no_conversion_words(NoConversion why);
/// The most urgent is the lowest.
[[nodiscard]] int urgency(GoalStatus status);
/// For people, without the underscores of the file's words.
[[nodiscard]] Text family_name(Family family);
template <class Choice>
[[nodiscard]] Text name_of(Choice choice) {
  return model::choices<Choice>()[static_cast<std::size_t>(choice)].name;
}

} // namespace deploy_plan::report

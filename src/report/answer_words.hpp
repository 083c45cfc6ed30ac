// What the figures of answers may be: numbers, days, or words of an enumeration, in both languages.
#pragma once
#include "deploy_plan/text.hpp"
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace deploy_plan::report {

/// A word that a figure may be.
struct FigureWord {
  std::string_view key; ///< as the JSON writes it
  Text name;            ///< the key in both languages
  Text shown;           ///< to people

  /// Whether people would take a word for this one: without regard to case, accents, and what stands between
  /// its parts.
  [[nodiscard]] bool is_meant_by(std::string_view word) const;
};

/// The words that a figure may be, by its key, and by what it is now where several enumerations have that
/// key; none where it is no word of an enumeration.
[[nodiscard]] std::vector<FigureWord> words_of_figure(std::string_view key,
                                                      const nlohmann::ordered_json& value);

enum class FigureShape { number, day, flag, word, text };
/// What a figure is, and, where it is not known, would be; nothing for several figures in one.
[[nodiscard]] std::optional<FigureShape> shape_of_figure(std::string_view key,
                                                         const nlohmann::ordered_json& value);

} // namespace deploy_plan::report

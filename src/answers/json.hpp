// Answers as JSON, and what that JSON holds: both are walks over the same description.
#pragma once
#include "answers/description.hpp"

namespace deploy_plan::answers {

/// An answer as JSON, indented by two, without a line break at its end: shares as fractions of one, null for
/// what is not known; safe on a screen. Answers have English keys; what is to be pasted into a file has those
/// of its language.
[[nodiscard]] std::string as_json(const Record& record, const void* answer,
                                  Language language = Language::english);
template <class Answer>
[[nodiscard]] std::string as_json(const Answer& answer, Language language = Language::english) {
  return as_json(description<Answer>(), &answer, language);
}

/// The same as it stands within a document, so many steps deep.
[[nodiscard]] std::string as_json_within(const Record& record, const void* answer, int depth);
template <class Answer>
[[nodiscard]] std::string as_json_within(const Answer& answer, int depth) {
  return as_json_within(description<Answer>(), &answer, depth);
}
/// The same on one line, without blanks.
[[nodiscard]] std::string as_json_line(const Record& record, const void* answer);
template <class Answer>
[[nodiscard]] std::string as_json_line(const Answer& answer) {
  return as_json_line(description<Answer>(), &answer);
}
/// A number as JSON has it, without a fraction where it has none; null where it is not finite.
[[nodiscard]] std::string as_json_number(double number);
/// A text as a JSON string.
[[nodiscard]] std::string as_json_string(std::string_view words);

/// The JSON Schema (draft 2020-12) of what an answer is written as: one of `records`, in the words of a
/// language.
[[nodiscard]] std::string json_schema(Text title, std::span<const Record* const> records, Language language);

} // namespace deploy_plan::answers

// What changed between two versions of a strategy.
#pragma once
#include "deploy_plan/text.hpp"
#include <optional>
#include <string>
#include <vector>

namespace deploy_plan {

/// What sort of value a path leads to.
enum class ValueKind { number, date, word, text, flag, list, object };

/// One part of a path: a field, or an element of a list by its name.
struct PathPart {
  Text field;          ///< as the file writes it, in both languages; of an element, its list's own field
  std::string element; ///< empty for a field
  std::optional<Words> words = {}; ///< what people call it, where a word of a list or a name of its own does
};

/// A value as it stands in one version; nothing where that version has none.
struct VersionValue {
  std::string json = "null"; ///< with English keys and words
  std::optional<double> number;
  std::optional<Date> date;
  std::optional<Text> word; ///< of a list of words
  std::string text;
  [[nodiscard]] bool is_there() const { return json != "null"; }
};

/// A path whose value differs, or is assigned. Applying `to` at `path` to the older version makes it like the
/// newer one.
struct Difference {
  Words path; ///< with the keys of each language, elements by their names
  std::vector<PathPart> parts;
  ValueKind kind{};
  VersionValue from, to;
};

/// A value to write into a file: its place, as fields in English and names of elements, and its JSON with
/// English keys and words; the file gets them in its own language.
struct WrittenValue {
  std::vector<std::string> place;
  std::string json;
};

} // namespace deploy_plan

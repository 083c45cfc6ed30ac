#include "model/description.hpp"
#include "text/folding.hpp"
#include <mutex>
#include <unordered_map>

namespace deploy_plan::model {

namespace {

bool has_key(const Record& record, std::size_t field) {
  return !(record.shorthand_only && static_cast<int>(field) == record.shorthand);
}

using FoldedNames = std::unordered_map<std::string, int>;

/// A record's names as folding leaves them, made once for each record: a file of unknown keys asks millions
/// of times.
const FoldedNames& folded_names(const Record& record) {
  static std::mutex access;
  static std::unordered_map<const Record*, FoldedNames> known;
  const std::lock_guard lock(access);
  const auto [names, is_new] = known.try_emplace(&record);
  for (std::size_t i = 0; is_new && i < record.fields.size(); ++i)
    if (has_key(record, i))
      for (const std::string_view name : {record.fields[i].name.en, record.fields[i].name.fr})
        names->second.emplace(text::fold(name), static_cast<int>(i));
  return names->second;
}
} // namespace

int find_field(const Record& record, std::string_view key) {
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (has_key(record, i) && (record.fields[i].name.en == key || record.fields[i].name.fr == key))
      return static_cast<int>(i);
  const FoldedNames& names = folded_names(record);
  const auto found = names.find(text::fold(key));
  return found == names.end() ? -1 : found->second;
}

const text::Names& names_to_propose(const Record& record) {
  static std::mutex access;
  static std::unordered_map<const Record*, text::Names> known;
  const std::lock_guard lock(access);
  const auto [names, is_new] = known.try_emplace(&record);
  if (is_new)
    names->second = text::Names(field_names(record));
  return names->second;
}

std::vector<std::string_view> field_names(const Record& record) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (has_key(record, i)) {
      names.push_back(record.fields[i].name.en);
      names.push_back(record.fields[i].name.fr);
    }
  return names;
}

const Choice* find_choice(std::span<const Choice> choices, std::string_view word) {
  for (const Choice& choice : choices)
    if (choice.name.en == word || choice.name.fr == word)
      return &choice;
  const std::string folded = text::fold(word);
  for (const Choice& choice : choices)
    if (folded == choice.name.en || folded == text::fold(choice.name.fr))
      return &choice;
  return nullptr;
}

const Type& without_optional(const Type& type) { return type.shape == Shape::optional ? *type.item : type; }

} // namespace deploy_plan::model

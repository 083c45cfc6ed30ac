#include "model/description.hpp"
#include "text/folding.hpp"

namespace deploy_plan::model {

int find_field(const Record& record, std::string_view key) {
  const auto matches = [&](std::string_view word) {
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const bool reachable = !(record.shorthand_only && static_cast<int>(i) == record.shorthand);
      if (reachable && (record.fields[i].name.en == word || record.fields[i].name.fr == word))
        return static_cast<int>(i);
    }
    return -1;
  };
  if (const int exact = matches(key); exact >= 0)
    return exact;
  const std::string folded = text::fold(key);
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (!(record.shorthand_only && static_cast<int>(i) == record.shorthand) &&
        (folded == record.fields[i].name.en || folded == text::fold(record.fields[i].name.fr)))
      return static_cast<int>(i);
  return -1;
}

std::vector<std::string_view> field_names(const Record& record) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (!(record.shorthand_only && static_cast<int>(i) == record.shorthand)) {
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

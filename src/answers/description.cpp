#include "answers/description.hpp"

namespace deploy_plan::answers {

std::string_view key_of(Kind kind) {
  constexpr std::string_view keys[] = {"name",        "word",      "flag",          "date",        "measure",
                                       "count",       "number",    "share",         "probability", "money",
                                       "person_days", "per_month", "money_by_unit", "weeks"};
  return keys[static_cast<std::size_t>(kind)];
}

Text name_of(Kind kind) {
  constexpr Text names[] = {{"name", "nom"},
                            {"word", "mot"},
                            {"yes or no", "oui ou non"},
                            {"day", "jour"},
                            {"in its unit", "dans son unité"},
                            {"count", "nombre"},
                            {"number", "nombre"},
                            {"share", "part"},
                            {"probability", "probabilité"},
                            {"money", "argent"},
                            {"person-days", "jours-personne"},
                            {"in its unit, by month", "dans son unité, par mois"},
                            {"money for one", "argent par unité"},
                            {"weeks", "semaines"}};
  return names[static_cast<std::size_t>(kind)];
}

std::string element_id(const Record& record, const void* element) {
  if (!record.named_by)
    return {};
  const Member& member = record.members[*record.named_by];
  std::string id;
  member.give(element, [&](const void* value) {
    const Scalar scalar = member.type->scalar(value);
    if (const auto* const text = std::get_if<std::string_view>(&scalar))
      id = *text;
    else if (const auto* const word = std::get_if<const Choice*>(&scalar))
      id = (*word)->name.en;
    else if (const auto* const day = std::get_if<Date>(&scalar))
      id = iso(*day);
  });
  return id;
}

} // namespace deploy_plan::answers

#include "answers/description.hpp"

namespace deploy_plan::answers {

Text name_of(Kind kind) {
  switch (kind) {
  case Kind::name: return {"name", "nom"};
  case Kind::word: return {"word", "mot"};
  case Kind::flag: return {"yes or no", "oui ou non"};
  case Kind::date: return {"day", "jour"};
  case Kind::measure: return {"in its unit", "dans son unité"};
  case Kind::share: return {"share", "part"};
  case Kind::probability: return {"probability", "probabilité"};
  case Kind::money: return {"money", "argent"};
  case Kind::person_days: return {"person-days", "jours-personne"};
  case Kind::per_month: return {"in its unit, by month", "dans son unité, par mois"};
  case Kind::money_by_unit: return {"money for one", "argent par unité"};
  case Kind::weeks: return {"weeks", "semaines"};
  case Kind::count: return {"count", "nombre"};
  case Kind::number: break;
  }
  return {"number", "nombre"};
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

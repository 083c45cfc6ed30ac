// What `init` writes, and the examples of rules built on it.
#include "deploy_plan/check.hpp"
#include "model/decode.hpp"
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace deploy_plan {
namespace {

using Json = nlohmann::ordered_json;

// "@30" is the day thirty days after the one of writing; "English || French" is said in the file's language.
// Keys are English here and named by the description when written.
constexpr std::string_view pattern = R"json({
  "version": 1,
  "name": "Example: an online library for schools || Exemple : une bibliothèque en ligne pour les écoles",
  "solution": {"name": "Online library || Bibliothèque en ligne", "kind": "digital_service", "launched": "@-90"},
  "period": {"start": "@-30", "end": "@330"},
  "team": [{"name": "Deployment || Déploiement", "axes": ["adoption", "retention"], "days": 120}],
  "market": {
    "unit": "school || école",
    "addressable": {"size": 10000, "as_of": "@-30", "source": "invented figures || chiffres fictifs"},
    "addressed": {"size": 4000, "as_of": "@-30", "source": "invented figures || chiffres fictifs"},
    "target": {"size": 1200, "as_of": "@-30", "source": "steering committee || comité de pilotage"},
    "penetrated": {"observations": [{"date": "@-60", "value": 40}, {"date": "@-30", "value": 75}, {"date": "@-2", "value": 110}], "source": "product database || base du produit"},
    "share_goals": [{"of": "target", "share": 0.5, "by": "@300"}],
    "viability": {"annual_cost": 60000, "max_cost_per_beneficiary": 50}
  },
  "objectives": [
    {"id": "discovered", "stage": "acquisition", "metric": {"name": "schools that open an account || écoles qui ouvrent un compte", "unit": "school || école", "kind": "performance", "scale": "count"},
     "measurement": {"method": "product database || base du produit", "automation": "automated", "every_days": 30}, "baseline": {"date": "@-60", "value": 90},
     "target": {"value": 1200, "by": "@300"}, "observations": [{"date": "@-60", "value": 90}, {"date": "@-2", "value": 240}], "priority": 2},
    {"id": "active-schools", "stage": "activation", "metric": {"name": "schools that lend a first book || écoles qui prêtent un premier livre", "unit": "school || école", "kind": "performance", "scale": "count"},
     "measurement": {"method": "product database || base du produit", "automation": "automated", "every_days": 30}, "baseline": {"date": "@-60", "value": 40},
     "target": {"value": 600, "by": "@300"}, "observations": [{"date": "@-60", "value": 40}, {"date": "@-2", "value": 110}], "priority": 1},
    {"id": "returning", "stage": "retention", "metric": {"name": "schools that come back each month || écoles qui reviennent chaque mois", "unit": "%", "kind": "performance", "scale": "rate"},
     "measurement": {"method": "product database || base du produit", "automation": "automated", "every_days": 30}, "target": {"value": 0.6, "by": "@300"}},
    {"id": "recommended", "stage": "referral", "metric": {"name": "schools invited by another || écoles invitées par une autre", "unit": "invitation", "kind": "performance", "scale": "count"},
     "measurement": {"method": "invitation links || liens d'invitation", "automation": "automated", "every_days": 30}, "target": {"value": 200, "by": "@300"}},
    {"id": "books-read", "stage": "impact", "metric": {"name": "books read || livres lus", "unit": "book || livre", "kind": "impact", "scale": "count"},
     "measurement": {"method": "product database || base du produit", "automation": "automated", "every_days": 90}, "target": {"value": 30000, "by": "@300"}}
  ],
  "north_star": {"objective": "active-schools", "from": "@-30", "until": "@150"},
  "levers": [
    {"family": "product", "relevant": true, "why": "invitations come later || les invitations viendront plus tard"},
    {"family": "communication", "relevant": false, "why": "too wide for this target || trop large pour cette cible"},
    {"family": "sponsors", "available": true, "why": "kept for next year || gardé pour l'an prochain"},
    {"family": "regulation", "available": false, "why": "no power to regulate || pas de pouvoir réglementaire"}
  ],
  "actions": [
    {"id": "webinars", "name": "Monthly webinar || Webinaire mensuel", "lever": "targeted_outreach", "objective": "active-schools", "status": "testing", "start": "@-20", "end": "@300",
     "cost": {"money": 200, "days": 2}, "runs": {"min": 1, "max": 12, "done": 1}, "effect": {"low": 8, "high": 30}, "decay": 0.05, "repeatability": "repeatable",
     "measure": {"method": "dedicated link || lien dédié", "target": 15}, "test": {"protocol": "pilot", "planned_size": 60, "threshold": 0.2}},
    {"id": "ambassadors", "name": "Ambassador teachers || Enseignants ambassadeurs", "lever": "relays", "objective": "active-schools", "relay": "assisted", "status": "idea",
     "cost": {"money": 1000, "days": 5}, "runs": {"max": 6}, "effect": {"min": 5, "mode": 20, "max": 60}, "repeatability": "repeatable",
     "measure": {"method": "invitation codes || codes d'invitation", "target": 20}, "test": {"protocol": "pilot", "planned_size": 40, "threshold": 0.25}}
  ],
  "budget": {"money": 20000, "days": 120, "day_rate": 400},
  "scenarios": [{"id": "more-money", "name": "Half as much again || Moitié plus de moyens", "set": {"budget.money": 30000}}]
})json";

std::string filled(std::string_view text, Language language, Date as_of) {
  if (text.starts_with('@')) {
    const std::chrono::year_month_day day{as_of + std::chrono::days{std::stoi(std::string(text.substr(1)))}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
  }
  const auto bars = text.find(" || ");
  if (bars == std::string_view::npos)
    return std::string(text);
  return std::string(language == Language::french ? text.substr(bars + 4) : text.substr(0, bars));
}

/// The same value in the words of a language: keys and choices named by the description, texts and days
/// filled in.
Json translated(const Json& value, const model::Type& described, Language language, Date as_of) {
  const model::Type& type = model::without_optional(described);
  if (value.is_string() && type.shape == model::Shape::choice)
    return model::find_choice(type.choices(), value.get_ref<const std::string&>())->name.in(language);
  if (value.is_string())
    return filled(value.get_ref<const std::string&>(), language, as_of);
  Json result = value;
  if (value.is_array())
    for (Json& element : result)
      element = translated(element, type.shape == model::Shape::list ? *type.item : type, language, as_of);
  if (value.is_object() && type.shape == model::Shape::record) {
    result = Json::object();
    for (const auto& [key, member] : value.items()) {
      const model::Record& record = type.record();
      const model::Field& field = record.fields[static_cast<std::size_t>(model::find_field(record, key))];
      const model::Type& item = model::without_optional(*field.type);
      const bool series = member.is_array() && item.shape == model::Shape::record;
      result[std::string(field.name.in(language))] =
          field.keyed
              ? member
              : translated(member,
                           series
                               ? *item.record().fields[static_cast<std::size_t>(item.record().shorthand)].type
                               : *field.type,
                           language, as_of);
    }
  }
  return result;
}

/// Objects merge, null removes, elements of lists meet by their id or family; anything else is replaced.
void merge(Json& base, const Json& patch) {
  if (!patch.is_object() || !base.is_object()) {
    base = patch;
    return;
  }
  for (const auto& [key, value] : patch.items()) {
    if (value.is_null())
      base.erase(key);
    else if (value.is_array() && base.contains(key) && base[key].is_array())
      for (const Json& element : value) {
        const char* name = element.is_object() && element.contains("id") ? "id" : "family";
        Json* found = nullptr;
        if (element.is_object() && element.contains(name))
          for (Json& known : base[key])
            if (known.contains(name) && known[name] == element[name])
              found = &known;
        if (found != nullptr)
          merge(*found, element);
        else if (element.is_object() && element.contains(name))
          base[key].push_back(element);
        else {
          base[key] = value;
          break;
        }
      }
    else if (value.is_object() && base.contains(key))
      merge(base[key], value);
    else
      base[key] = value;
  }
}
} // namespace

std::string first_strategy(Language language, Date as_of) {
  return translated(Json::parse(pattern), model::TypeOf<Strategy>::value, language, as_of).dump(2) + "\n";
}

std::string example_strategy(std::string_view fragment, Date as_of) {
  Json base = Json::parse(first_strategy(Language::english, as_of));
  if (!fragment.empty())
    merge(base, Json::parse(fragment));
  return base.dump(2) + "\n";
}

} // namespace deploy_plan

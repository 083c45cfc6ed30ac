// What `init` writes, and the examples of rules built on it.
#include "deploy_plan/describe.hpp"
#include "model/decode.hpp"
#include "report/findings/findings.hpp"
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace deploy_plan {
namespace {

using Json = nlohmann::ordered_json;

// "@30" is the day thirty days after the one of writing, "@30m" its month, "@-2e" the last day of the second
// month before; "English || French" is said in the file's language. Keys are English here and named by the
// description when written.
constexpr std::string_view pattern = R"json({
  "version": 1,
  "name": "Example: an online library for schools || Exemple : une bibliothèque en ligne pour les écoles",
  "solution": {"name": "Online library || Bibliothèque en ligne", "kind": "digital_service", "launched": "@-90"},
  "period": {"start": "@-30", "end": "@330"},
  "team": [{"name": "Deployment || Déploiement", "axes": ["adoption", "retention"], "days": 120}],
  "market": {
    "unit": "school || école",
    "units": "schools || écoles",
    "addressable": {"size": 10000, "as_of": "@-30", "source": "invented figures || chiffres fictifs"},
    "addressed": {"size": 4000, "as_of": "@-30", "source": "invented figures || chiffres fictifs"},
    "target": {"size": 1200, "as_of": "@-30", "source": "steering committee || comité de pilotage"},
    "penetrated": {"observations": [{"date": "@-60", "value": 40}, {"date": "@-30", "value": 75}, {"date": "@-2", "value": 110}], "source": "product database || base du produit"},
    "share_goals": [{"of": "target", "share": 0.5, "by": "@300"}],
    "viability": {"annual_cost": 60000, "max_cost_per_beneficiary": 50}
  },
  "objectives": [
    {"id": "discovered", "stage": "acquisition", "metric": {"name": "schools that open an account || écoles qui ouvrent un compte", "unit": "school || école", "kind": "performance", "scale": "count"},
     "measurement": {"method": "product database || base du produit", "every_days": 30}, "baseline": {"date": "@-60", "value": 90},
     "target": {"value": 1200, "by": "@300"}, "observations": [{"date": "@-60", "value": 90}, {"date": "@-2", "value": 240}], "priority": 2},
    {"id": "active-schools", "stage": "activation", "metric": {"name": "schools that lend a first book || écoles qui prêtent un premier livre", "unit": "school || école", "kind": "performance", "scale": "count"},
     "measurement": {"method": "product database || base du produit", "every_days": 30}, "baseline": {"date": "@-60", "value": 40},
     "target": {"value": 600, "by": "@300"}, "observations": [{"date": "@-60", "value": 40}, {"date": "@-2", "value": 110}], "priority": 1},
    {"id": "returning", "stage": "retention", "metric": {"name": "schools that come back each month || écoles qui reviennent chaque mois", "unit": "%", "kind": "performance", "scale": "rate"},
     "measurement": {"method": "product database || base du produit", "every_days": 30}, "target": {"value": 0.6, "by": "@300"}},
    {"id": "recommended", "stage": "referral", "metric": {"name": "schools invited by another || écoles invitées par une autre", "unit": "invitation", "units": "invitations", "kind": "performance", "scale": "count"},
     "measurement": {"method": "invitation links || liens d'invitation", "every_days": 30}, "target": {"value": 200, "by": "@300"}},
    {"id": "books-read", "stage": "impact", "metric": {"name": "books read || livres lus", "unit": "book || livre", "units": "books || livres", "kind": "impact", "scale": "count"},
     "measurement": {"method": "product database || base du produit", "every_days": 90}, "target": {"value": 30000, "by": "@300"}}
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
    int days = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), days);
    if (text.ends_with('e')) {
      const std::chrono::year_month_day now(as_of);
      return iso(Date((now.year() / now.month() + std::chrono::months{days}) / std::chrono::last));
    }
    const Date day = as_of + std::chrono::days{days};
    return text.ends_with('m') ? iso(month_of(day)) : iso(day);
  }
  const auto bars = text.find(" || ");
  if (bars == std::string_view::npos)
    return std::string(text);
  return std::string(language == Language::french ? text.substr(bars + 4) : text.substr(0, bars));
}

Language other(Language language) {
  return language == Language::french ? Language::english : Language::french;
}

/// What stands behind a series written in place: the list of its points.
const model::Type& written_type(const Json& value, const model::Type& described) {
  const model::Type& type = model::without_optional(described);
  if (!value.is_array() || type.shape != model::Shape::record || type.record().shorthand < 0)
    return type;
  return *type.record().fields[static_cast<std::size_t>(type.record().shorthand)].type;
}

Json translated(const Json& value, const model::Type& described, Language language, Date as_of);

/// The values of a list written as an object: its keys are names that the user chose, or paths.
Json keyed_values(const Json& object, const model::Type& item, Language language, Date as_of) {
  if (!object.is_object())
    return object;
  Json result = Json::object();
  for (const auto& [name, value] : object.items())
    result[name] = value.is_object() ? translated(value, item, language, as_of) : value;
  return result;
}

/// The same value in the words of a language: keys and choices named by the description, texts and days
/// filled in. What the description does not know, as an example of a fault may hold, stays as it is.
Json translated(const Json& value, const model::Type& described, Language language, Date as_of) {
  const model::Type& type = written_type(value, described);
  if (value.is_string()) {
    const auto& word = value.get_ref<const std::string&>();
    const model::Choice* const choice =
        type.shape == model::Shape::choice ? model::find_choice(type.choices(), word) : nullptr;
    return choice != nullptr ? std::string(choice->name.in(language)) : filled(word, language, as_of);
  }
  if (value.is_array()) {
    Json result = Json::array();
    for (const Json& element : value)
      result.push_back(
          translated(element, type.shape == model::Shape::list ? *type.item : type, language, as_of));
    return result;
  }
  if (!value.is_object() || type.shape != model::Shape::record)
    return value;
  Json result = Json::object();
  for (const auto& [key, member] : value.items()) {
    const int index = model::find_field(type.record(), key);
    if (index < 0) {
      result[key] = member;
      continue;
    }
    const model::Field& field = type.record().fields[static_cast<std::size_t>(index)];
    // An example may write a key in the other language on purpose: it then is in the other one still.
    const Language words = key == field.name.en   ? language
                           : key == field.name.fr ? other(language)
                                                  : Language::english;
    const bool plain = key == field.name.en || key == field.name.fr;
    result[plain ? std::string(field.name.in(words)) : key] =
        field.keyed ? keyed_values(member, *field.type->item, language, as_of)
                    : translated(member, *field.type, language, as_of);
  }
  return result;
}

/// Adds to JSON, line by line, what each field is for, the first time that it stands there.
class Commenter {
public:
  explicit Commenter(Language words) : language_(words) {}

  void write(const Json& value, const model::Type& described, std::size_t depth) {
    const model::Type& type = written_type(value, described);
    if (value.is_object() && !value.empty() && type.shape == model::Shape::record)
      write_record(value, type.record(), depth);
    else if (value.is_array() && !value.empty() && !value.front().is_primitive())
      write_list(value, type.shape == model::Shape::list ? *type.item : type, depth);
    else
      result += value.dump();
  }
  std::string result;

private:
  Language language_;
  std::set<const model::Field*> told_;

  void begin_line(std::size_t depth) { result += "\n" + std::string(2 * depth, ' '); }

  void write_record(const Json& value, const model::Record& record, std::size_t depth) {
    result += '{';
    for (auto member = value.begin(); member != value.end(); ++member) {
      const model::Field& field =
          record.fields[static_cast<std::size_t>(model::find_field(record, member.key()))];
      result += member == value.begin() ? "" : ",";
      if (told_.insert(&field).second) {
        if (depth == 0 && member != value.begin())
          result += '\n';
        begin_line(depth + 1);
        result += "// " + typeset(field.meaning.in(language_), language_);
      }
      begin_line(depth + 1);
      result += Json(member.key()).dump() + ": ";
      if (field.keyed)
        result += member->dump();
      else
        write(*member, *field.type, depth + 1);
    }
    begin_line(depth);
    result += '}';
  }

  void write_list(const Json& value, const model::Type& item, std::size_t depth) {
    result += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      result += i == 0 ? "" : ",";
      begin_line(depth + 1);
      write(value[i], item, depth + 1);
    }
    begin_line(depth);
    result += ']';
  }
};

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

std::string first_strategy(Language language, Date as_of, bool comments) {
  const model::Type& type = model::TypeOf<Strategy>::value;
  const Json strategy = translated(Json::parse(pattern), type, language, as_of);
  if (!comments)
    return strategy.dump(2) + "\n";
  Commenter commenter(language);
  commenter.write(strategy, type, 0);
  return commenter.result + "\n";
}

std::string example_strategy(std::string_view fragment, Language language, Date as_of) {
  Json base = Json::parse(pattern);
  if (!fragment.empty())
    merge(base, Json::parse(fragment));
  return translated(base, model::TypeOf<Strategy>::value, language, as_of).dump(2) + "\n";
}

std::string report::example_fragment(std::string_view fragment, Language language, Date as_of) {
  return translated(Json::parse(fragment), model::TypeOf<Strategy>::value, language, as_of).dump(2);
}

} // namespace deploy_plan

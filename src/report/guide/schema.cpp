// The JSON Schema of a strategy file: one walk over the description.
#include "deploy_plan/describe.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace deploy_plan {
namespace {

using Json = nlohmann::ordered_json;

class SchemaWriter {
public:
  explicit SchemaWriter(Language words) : language_(words) {}

  Json value(const model::Type& type, const model::Field& field) {
    switch (type.shape) {
    case model::Shape::optional: return value(*type.item, field);
    case model::Shape::text: return text(field);
    case model::Shape::flag: return {{"type", "boolean"}};
    case model::Shape::integer: return bounded("integer", field.bounds);
    case model::Shape::number:
      return field.percent ? Json{{"anyOf", Json::array({bounded("number", field.bounds), percentage()})}}
                           : bounded("number", field.bounds);
    case model::Shape::date:
      return {{"type", "string"},
              {"format", "date"},
              {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}};
    case model::Shape::month: return {{"type", "string"}, {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"}};
    case model::Shape::verbatim: return Json::object();
    case model::Shape::record: return reference(type.record());
    case model::Shape::list: return {{"type", "array"}, {"items", value(*type.item, field)}};
    case model::Shape::choice: break;
    }
    Json words = Json::array();
    for (const model::Choice& choice : type.choices())
      words.push_back(choice.name.in(language_));
    return {{"enum", words}};
  }

  Json reference(const model::Record& record) {
    const std::string name(record.name.en);
    if (!definitions.contains(name)) {
      definitions[name] = Json::object(); // named before it is described, so that a record may hold itself
      definitions[name] = described(record);
    }
    std::string escaped;
    for (const char c : name)
      escaped += c == ' ' ? "%20" : std::string(1, c);
    return {{"$ref", "#/$defs/" + escaped}};
  }

  Json definitions = Json::object();

private:
  Language language_;

  static Json bounded(const char* type, const model::Bounds& bounds) {
    Json result{{"type", type}};
    if (bounds.low > -model::largest_exact)
      result[bounds.open_low ? "exclusiveMinimum" : "minimum"] = number(bounds.low);
    if (bounds.high < model::largest_exact || std::string_view(type) == "integer")
      result[bounds.open_high ? "exclusiveMaximum" : "maximum"] = number(bounds.high);
    return result;
  }
  static Json text(const model::Field& field) {
    Json result{{"type", "string"}};
    if (field.worded && field.need == model::Need::required)
      result["pattern"] = "\\S";
    return result;
  }
  static Json percentage() {
    return {{"type", "string"}, {"pattern", "^-?[0-9][0-9 \u00a0\u202f]*([.,][0-9]+)?[ \u00a0\u202f]?%$"}};
  }
  static Json number(double value) {
    const auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
  }

  std::string_view name_of(const model::Record& record, std::string_view field) const {
    return std::find_if(record.fields.begin(), record.fields.end(),
                        [&](const model::Field& one) { return one.name.en == field; })
        ->name.in(language_);
  }

  Json described(const model::Record& record) {
    Json properties = Json::object();
    Json required = Json::array();
    std::map<std::string, Json> instead; // what is required where the field of that name is left out
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const model::Field& field = record.fields[i];
      if (record.shorthand_only && static_cast<int>(i) == record.shorthand)
        continue;
      Json property = field.keyed
                          ? Json{{"type", "object"}, {"additionalProperties", element(*field.type->item)}}
                          : value(*field.type, field);
      property["description"] = typeset(field.meaning.in(language_), language_);
      properties[std::string(field.name.in(language_))] = std::move(property);
      if (!field.unless.empty())
        instead[std::string(field.unless)].push_back(field.name.in(language_));
      else if (field.need == model::Need::required)
        required.push_back(field.name.in(language_));
    }
    Json object{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (!required.empty())
      object["required"] = required;
    for (const model::Field& field : record.fields)
      if (!field.beside.empty())
        object["dependentRequired"][std::string(field.name.in(language_))].push_back(
            name_of(record, field.beside));
    for (const auto& [other, fields] : instead)
      object["anyOf"] =
          Json::array({{{"required", Json::array({name_of(record, other)})}}, {{"required", fields}}});
    if (!record.forms.empty())
      object["oneOf"] = forms(record);
    Json result{{"title", record.name.in(language_)},
                {"description", typeset(record.meaning.in(language_), language_)}};
    if (record.shorthand < 0) {
      result.update(object);
      return result;
    }
    const model::Field& bare = record.fields[static_cast<std::size_t>(record.shorthand)];
    result["anyOf"] = Json::array({value(*bare.type, bare), object});
    return result;
  }

  /// A keyed list's element: what stands behind the key, whose own field is not written again.
  Json element(const model::Type& type) {
    const model::Record& record = type.record();
    const model::Field& bare = record.fields[static_cast<std::size_t>(record.shorthand)];
    if (bare.type->shape == model::Shape::verbatim)
      return Json::object();
    Json whole = described(record);
    Json& object = whole["anyOf"][1];
    const std::string key(record.fields[0].name.in(language_));
    object["properties"].erase(key);
    Json required = Json::array();
    for (const Json& name : object["required"])
      if (name != key)
        required.push_back(name);
    object["required"] = required;
    return whole;
  }

  Json forms(const model::Record& record) {
    Json all = Json::array();
    for (const auto& form : record.forms) {
      Json names = Json::array();
      for (const model::Field& field : record.fields)
        if (std::find(form.begin(), form.end(), field.name.en) != form.end())
          names.push_back(field.name.in(language_));
      all.push_back({{"required", names}, {"maxProperties", names.size()}});
    }
    return all;
  }
};
} // namespace

std::string schema(Language language) {
  SchemaWriter writer(language);
  const Json strategy = writer.reference(model::description<Strategy>());
  Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "deploy-plan"},
            {"anyOf", Json::array({strategy, Json{{"type", "array"}, {"items", strategy}}})},
            {"$defs", writer.definitions}};
  return root.dump(2) + "\n";
}

} // namespace deploy_plan

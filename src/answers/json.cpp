#include "answers/json.hpp"
#include "text/terminal.hpp"
#include <cmath>
#include <nlohmann/json.hpp>

namespace deploy_plan::answers {
namespace {

/// What could command a terminal stands as escapes.
std::string json_text(std::string_view words) {
  return text::visible_json(
      nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

/// Whole numbers without a fraction, all others with every digit that they need to read back as themselves.
std::string number(double value) {
  if (!std::isfinite(value))
    return "null";
  const auto whole = static_cast<std::int64_t>(std::abs(value) < model::largest_exact ? value : 0);
  return static_cast<double>(whole) == value ? std::to_string(whole) : nlohmann::json(value).dump();
}

struct ScalarWriter {
  Language language;
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number(value); }
  std::string operator()(Date day) const { return json_text(iso(day)); }
  std::string operator()(std::string_view words) const { return json_text(words); }
  std::string operator()(const Choice* word) const { return json_text(word->name.in(language)); }
};

enum class Layout { indented, line };

class Writer {
public:
  Writer(Layout layout, Language chosen, int depth = 0) : layout_(layout), language_(chosen), depth_(depth) {}

  void record(const Record& record, const void* owner) {
    open('{');
    if (!record.format.empty())
      entry("format", json_text(record.format));
    each_member(record, owner, [&](const Member& member, const void* of) {
      key(member.key.in(language_));
      value(member, of);
    });
    close('}');
  }
  std::string result;

private:
  const Layout layout_;
  const Language language_;
  int depth_;
  bool is_first_ = true;

  void line() {
    if (layout_ == Layout::indented)
      result.append(1, '\n').append(static_cast<std::size_t>(depth_) * 2, ' ');
  }
  void open(char bracket) {
    result += bracket;
    ++depth_;
    is_first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!is_first_)
      line();
    result += bracket;
    is_first_ = false;
  }
  void next() {
    if (!is_first_)
      result += ',';
    line();
    is_first_ = false;
  }
  void key(std::string_view name) {
    next();
    result += json_text(name) + (layout_ == Layout::line ? ":" : ": ");
  }
  void entry(std::string_view name, const std::string& written) {
    key(name);
    result += written;
  }

  void value(const Member& member, const void* owner) {
    if (member.group != nullptr)
      record(*member.group, owner);
    else
      member.give(owner, [&](const void* given) { value(*member.type, given); });
  }
  void value(const Type& type, const void* given) {
    switch (type.shape) {
    case Shape::scalar: scalar(type, type.scalar(given)); break;
    case Shape::record:
      if (const void* const known = type.known(given); known != nullptr)
        record(type.record(), known);
      else
        result += "null";
      break;
    case Shape::list:
    case Shape::map: elements(type, given);
    }
  }
  void scalar(const Type& type, const Scalar& value) {
    if (type.scalars == Scalars::verbatim)
      verbatim(std::get<std::string_view>(value));
    else
      result += std::visit(ScalarWriter{language_}, value);
  }
  /// No string of JSON holds a line break as it is: all of them are the layout's.
  void verbatim(std::string_view json) {
    const auto handler = nlohmann::json::error_handler_t::replace;
    const auto value = nlohmann::ordered_json::parse(json);
    for (const char c : value.dump(layout_ == Layout::line ? -1 : 2, ' ', false, handler)) {
      result += c;
      if (c == '\n')
        result.append(static_cast<std::size_t>(depth_) * 2, ' ');
    }
  }
  void elements(const Type& type, const void* given) {
    if (type.lone_bare && type.size(given) == 1)
      return value(*type.item, type.element(given, 0));
    open(type.shape == Shape::map ? '{' : '[');
    for (std::size_t i = 0; i < type.size(given); ++i) {
      if (type.shape == Shape::map)
        key(type.key(given, i));
      else
        next();
      value(*type.item, type.element(given, i));
    }
    close(type.shape == Shape::map ? '}' : ']');
  }
};
} // namespace

std::string as_json(const Record& record, const void* answer, Language language) {
  Writer writer(Layout::indented, language);
  writer.record(record, answer);
  return std::move(writer.result);
}
std::string as_json_within(const Record& record, const void* answer, int depth) {
  Writer writer(Layout::indented, Language::english, depth);
  writer.record(record, answer);
  return std::move(writer.result);
}
std::string as_json_line(const Record& record, const void* answer) {
  Writer writer(Layout::line, Language::english);
  writer.record(record, answer);
  return std::move(writer.result);
}
std::string as_json_number(double value) { return number(value); }
std::string as_json_string(std::string_view words) { return json_text(words); }

namespace {

using Json = nlohmann::ordered_json;

/// Records are defined once, under the names that they have.
class SchemaWriter {
public:
  explicit SchemaWriter(Language chosen) : language_(chosen) {}

  Json reference(const Record& record) {
    const std::string name = definition_name(record);
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr; // it may hold its like
      definitions_[name] = object(record);
    }
    return {{"$ref", "#/$defs/" + name}};
  }
  Json definitions() && { return std::move(definitions_); }

private:
  const Language language_;
  Json definitions_ = Json::object();

  static std::string definition_name(const Record& record) {
    std::string name(record.name.en);
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
  }

  Json object(const Record& record) {
    Json properties = Json::object();
    Json required = Json::array();
    if (!record.format.empty()) {
      properties["format"] = {{"const", record.format}};
      required.push_back("format");
    }
    add_members(record, properties, required, true);
    Json result{{"type", "object"}};
    if (!record.meaning.en.empty())
      result["description"] = record.meaning.in(language_);
    result["required"] = std::move(required);
    result["additionalProperties"] = false;
    result["properties"] = std::move(properties);
    return result;
  }

  /// What may not be there is not required.
  void add_members(const Record& record, Json& properties, Json& required, bool always) {
    for (const Member& member : record.members) {
      if (member.spread) {
        add_members(*member.group, properties, required, always && !member.maybe);
        continue;
      }
      properties[std::string(member.key.en)] = property(member);
      if (always)
        required.push_back(member.key.en);
    }
  }

  Json property(const Member& member) {
    Json result = member.group != nullptr ? object(*member.group) : of_type(*member.type, member);
    const std::string_view meaning = (member.meaning.en.empty() ? member.name : member.meaning).in(language_);
    if (!meaning.empty())
      result["description"] = meaning;
    return result;
  }

  Json of_type(const Type& type, const Member& member) {
    switch (type.shape) {
    case Shape::record: {
      Json one = reference(type.record());
      return type.nullable ? Json{{"oneOf", {std::move(one), {{"type", "null"}}}}} : one;
    }
    case Shape::list: {
      const Json item = of_type(*type.item, member);
      Json list{{"type", "array"}, {"items", item}};
      return type.lone_bare ? Json{{"oneOf", {item, std::move(list)}}} : list;
    }
    case Shape::map: return {{"type", "object"}, {"additionalProperties", of_type(*type.item, member)}};
    default: return of_scalar(type, member);
    }
  }

  static Json type_name(std::string_view name, bool nullable) {
    return nullable ? Json{{"type", {name, "null"}}} : Json{{"type", name}};
  }
  Json of_scalar(const Type& type, const Member& member) {
    switch (type.scalars) {
    case Scalars::flag: return type_name("boolean", type.nullable);
    case Scalars::date: {
      Json result = type_name("string", type.nullable);
      result["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
      return result;
    }
    case Scalars::text: return type_name("string", type.nullable);
    case Scalars::any: return {{"type", {"boolean", "number", "string", "null"}}};
    case Scalars::verbatim: return Json::object();
    case Scalars::word: {
      Json words = Json::array();
      for (const Choice& choice : type.choices())
        if (!choice.name.en.empty()) // what stands for none is never written
          words.push_back(choice.name.en);
      if (type.nullable)
        words.push_back(nullptr);
      return {{"enum", std::move(words)}};
    }
    default: return of_number(type, member);
    }
  }
  static Json of_number(const Type& type, const Member& member) {
    Json result = type_name(type.scalars == Scalars::whole ? "integer" : "number", type.nullable);
    const model::Bounds& bounds = member.bounds;
    if (bounds.low != model::Bounds{}.low)
      result[bounds.open_low ? "exclusiveMinimum" : "minimum"] = bounds.low;
    if (bounds.high != model::Bounds{}.high)
      result[bounds.open_high ? "exclusiveMaximum" : "maximum"] = bounds.high;
    return result;
  }
};
} // namespace

std::string json_schema(Text title, std::span<const Record* const> records, Language language) {
  SchemaWriter writer(language);
  Json result{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title.in(language)}};
  if (records.size() == 1)
    result.update(writer.reference(*records.front()));
  else
    for (const Record* const record : records)
      result["oneOf"].push_back(writer.reference(*record));
  result["$defs"] = std::move(writer).definitions();
  return result.dump(1) + "\n";
}

} // namespace deploy_plan::answers

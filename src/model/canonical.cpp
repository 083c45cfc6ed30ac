// A value of the file in its one form, so that two spellings of one thing are equal.
#include "model/decode.hpp"
#include "model/override.hpp"
#include <cmath>
#include <nlohmann/json.hpp>

namespace deploy_plan::model {
namespace {

using Json = nlohmann::ordered_json;
using source::Kind;
using source::no_node;
using source::NodeId;
using source::Tree;

Json number(double value) {
  if (!std::isfinite(value))
    return nullptr;
  const bool whole = std::abs(value) <= largest_exact && value == std::floor(value);
  return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

/// A value that the description does not know, as it is.
Json as_it_is(const Tree& tree, NodeId node) {
  switch (tree[node].kind) {
  case Kind::null: return nullptr;
  case Kind::boolean: return tree.raw(tree[node].value) == "true";
  case Kind::integer:
  case Kind::number: return number(*number_of(tree, node));
  case Kind::string: return std::string(tree.text(node));
  case Kind::array:
  case Kind::object: break;
  }
  const bool array = tree[node].kind == Kind::array;
  Json result = array ? Json::array() : Json::object();
  for (NodeId child = tree[node].first_child; child != no_node; child = tree[child].next)
    if (array)
      result.push_back(as_it_is(tree, child));
    else
      result[std::string(tree.key(child))] = as_it_is(tree, child);
  return result;
}

Json of_record(const Tree& tree, const Type& type, NodeId node) {
  const Record& record = type.record();
  const Field* const bare =
      record.shorthand < 0 ? nullptr : &record.fields[static_cast<std::size_t>(record.shorthand)];
  if (bare != nullptr && bare->type->shape == Shape::verbatim)
    return as_it_is(tree, node);
  if (tree[node].kind != Kind::object) {
    if (bare == nullptr)
      return as_it_is(tree, node);
    const Json value = canonical(tree, without_optional(*bare->type), false, node);
    return record.shorthand_only ? value : Json{{bare->name.en, value}};
  }
  Json result = Json::object();
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    const NodeId child = node_of(tree, record, Origin{node, true}, static_cast<int>(i));
    if (child != no_node)
      result[std::string(field.name.en)] = canonical(tree, without_optional(*field.type), field.keyed, child);
  }
  return result;
}
} // namespace

Json canonical(const Tree& tree, const Type& type, bool keyed, NodeId node) {
  const Kind kind = tree[node].kind;
  if (type.shape == Shape::record)
    return of_record(tree, type, node);
  if (type.shape == Shape::list && kind == (keyed ? Kind::object : Kind::array)) {
    Json result = keyed ? Json::object() : Json::array();
    for (NodeId child = tree[node].first_child; child != no_node; child = tree[child].next) {
      Json element = canonical(tree, without_optional(*type.item), false, child);
      if (keyed)
        result[std::string(tree.key(child))] = std::move(element);
      else
        result.push_back(std::move(element));
    }
    return result;
  }
  if (type.shape == Shape::choice && kind == Kind::string)
    if (const Choice* choice = find_choice(type.choices(), tree.text(node)))
      return choice->name.en;
  if (type.shape == Shape::number && kind == Kind::string)
    if (const auto share = number_of(tree, node))
      return number(*share);
  return as_it_is(tree, node);
}

} // namespace deploy_plan::model

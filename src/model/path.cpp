#include "model/path.hpp"
#include "model/decode.hpp"
#include "text/folding.hpp"

namespace deploy_plan::model {
namespace {

using source::no_node;
using source::NodeId;
using source::Tree;

Followed lost(std::string_view part, std::span<const std::string_view> known) {
  return {false, std::string(part), std::string(text::nearest(part, known))};
}

/// A list's elements by their first field, which is what names them: an id, a family, a tier.
struct Element {
  std::string_view name;
  NodeId node;
};
std::vector<Element> elements(const Tree& tree, const Type& item, NodeId list) {
  std::vector<Element> all;
  if (item.shape != Shape::record || list == no_node)
    return all;
  for (NodeId child = tree[list].first_child; child != no_node; child = tree[child].next)
    for (NodeId member = tree[child].first_child; member != no_node; member = tree[member].next)
      if (tree[child].kind == source::Kind::object && find_field(item.record(), tree.key(member)) == 0 &&
          tree[member].kind == source::Kind::string)
        all.push_back({tree.text(member), child});
  return all;
}
} // namespace

Followed follow(const Tree& tree, NodeId node, std::string_view path, bool may_add) {
  const Type* type = &TypeOf<Strategy>::value;
  while (!path.empty()) {
    const auto dot = path.find('.');
    const std::string_view part = path.substr(0, dot);
    const bool last = dot == std::string_view::npos;
    path = last ? std::string_view() : path.substr(dot + 1);
    if (type->shape == Shape::record) {
      const Record& record = type->record();
      const int index = find_field(record, part);
      if (index < 0)
        return lost(part, field_names(record));
      type = &without_optional(*record.fields[static_cast<std::size_t>(index)].type);
      node = node_of(tree, record, Origin{node, true}, index);
    } else if (type->shape == Shape::list) {
      const auto all = elements(tree, *type->item, node);
      NodeId found = no_node;
      std::vector<std::string_view> names;
      for (const Element& element : all) {
        names.push_back(element.name);
        if (element.name == part)
          found = element.node;
      }
      if (found == no_node && !(last && may_add))
        return lost(part, names);
      node = found;
      type = &without_optional(*type->item);
    } else
      return lost(part, {});
  }
  return {};
}

} // namespace deploy_plan::model

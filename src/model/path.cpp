#include "model/path.hpp"
#include "model/decode.hpp"
#include "text/folding.hpp"

namespace deploy_plan::model {
namespace {

using source::no_node;
using source::NodeId;

Followed lost(std::string_view part, std::span<const std::string_view> known) {
  return {false, std::string(part), std::string(text::nearest(part, known))};
}
} // namespace

const PathFollower::Elements& PathFollower::elements(const Type& item, NodeId list) {
  const auto [found, is_new] = lists_.try_emplace(list);
  Elements& all = found->second;
  if (!is_new || item.shape != Shape::record || list == no_node)
    return all;
  const Record& record = item.record();
  for (NodeId child = tree_[list].first_child; child != no_node; child = tree_[child].next) {
    const NodeId name =
        tree_[child].kind == source::Kind::object ? node_of(tree_, record, Origin{child, true}, 0) : no_node;
    if (name == no_node || tree_[name].kind != source::Kind::string)
      continue;
    all.names.push_back(tree_.text(name));
    all.by_name.emplace(all.names.back(), child);
  }
  return all;
}

Followed PathFollower::follow(std::string_view path, bool may_add) {
  const Type* type = &TypeOf<Strategy>::value;
  NodeId node = strategy_;
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
      node = node_of(tree_, record, Origin{node, true}, index);
    } else if (type->shape == Shape::list) {
      const Elements& all = elements(*type->item, node);
      const auto found = all.by_name.find(part);
      if (found == all.by_name.end() && !(last && may_add))
        return lost(part, all.names);
      node = found == all.by_name.end() ? no_node : found->second;
      type = &without_optional(*type->item);
    } else
      return lost(part, {});
  }
  return {};
}

} // namespace deploy_plan::model

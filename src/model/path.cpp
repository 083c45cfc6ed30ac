#include "model/path.hpp"
#include "model/decode.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <charconv>

namespace deploy_plan::model {
namespace {

using source::no_node;
using source::NodeId;
using source::Tree;

constexpr std::size_t most_number_size = 8;  // of "#1234567"
constexpr std::size_t most_choice_size = 32; // the words of a list are shorter in either language

/// A name and which of those that bear it: "target#2" is the second.
struct Numbered {
  std::string_view name;
  std::size_t number = 1;
};
Numbered numbered(std::string_view part) {
  const auto hash = part.find('#', part.size() - std::min(part.size(), most_number_size));
  std::size_t number = 0;
  if (hash == std::string_view::npos)
    return {part};
  const auto [end, error] = std::from_chars(part.data() + hash + 1, part.data() + part.size(), number);
  const bool sound = error == std::errc{} && end == part.data() + part.size() && number > 0;
  return sound ? Numbered{part.substr(0, hash), number} : Numbered{part};
}

/// Elements that a word of the list names are asked for in either language.
std::string_view canonical(const Type& list, std::string_view name) {
  if (list.item->shape != Shape::record)
    return name;
  const Type& first = without_optional(*list.item->record().fields[0].type);
  const Choice* const choice = first.shape == Shape::choice ? find_choice(first.choices(), name) : nullptr;
  return choice == nullptr ? name : choice->name.en;
}
std::string canonical_part(const Type& list, std::string_view part) {
  const auto [name, number] = numbered(part);
  return std::string(canonical(list, name)) + (number > 1 ? "#" + std::to_string(number) : "");
}
} // namespace

Phrase Followed::message(const std::string& path) const {
  return {
      {"the path {0} leads nowhere: {1} is unknown", "le chemin {0} ne mène nulle part : {1} est inconnu"},
      {path, unknown}};
}
Phrase path_help(std::string_view nearest) {
  return text::suggestion(nearest,
                          {{"join field names and ids with dots, like market.target.size",
                            "joignez noms de champs et ids par des points, comme marché.cible.taille"}});
}

std::string_view element_name(const Tree& tree, const Type& list, bool keyed, NodeId element) {
  if (keyed)
    return tree.key(element);
  if (list.item->shape != Shape::record || tree[element].kind != source::Kind::object)
    return {};
  const NodeId first = node_of(tree, list.item->record(), Origin{element, true}, 0);
  if (first == no_node || tree[first].kind != source::Kind::string)
    return {};
  return canonical(list, tree.text(first));
}

const Type& in_place(const Tree& tree, const Type& type, NodeId node) {
  if (type.shape != Shape::record || node == no_node || tree[node].kind != source::Kind::array)
    return type;
  const Record& record = type.record();
  return record.shorthand < 0
             ? type
             : without_optional(*record.fields[static_cast<std::size_t>(record.shorthand)].type);
}

PathFollower::Elements& PathFollower::elements(const Type& list, bool keyed, NodeId node) {
  const auto [found, is_new] = lists_.try_emplace(node);
  Elements& all = found->second;
  if (!is_new || node == no_node)
    return all;
  all.list = &list;
  all.keyed = keyed;
  for (NodeId child = tree_[node].first_child; child != no_node; child = tree_[child].next)
    add(all, child);
  return all;
}

void PathFollower::add(Elements& all, NodeId element) const {
  const std::string_view name = element_name(tree_, *all.list, all.keyed, element);
  if (name.empty())
    return;
  all.longest = std::max(all.longest, name.size());
  all.sizes.insert(name.size());
  std::vector<NodeId>& named = all.by_name[name];
  const auto after = std::upper_bound(named.begin(), named.end(), element,
                                      [&](NodeId a, NodeId b) { return tree_[a].index < tree_[b].index; });
  named.insert(after, element);
}

void PathFollower::forget(NodeId element) {
  const auto list = lists_.find(tree_[element].parent);
  if (list == lists_.end())
    return;
  Elements& all = list->second;
  all.names.reset();
  const auto named = all.by_name.find(element_name(tree_, *all.list, all.keyed, element));
  if (named == all.by_name.end())
    return;
  std::erase(named->second, element);
  if (named->second.empty())
    all.by_name.erase(named);
}

void PathFollower::learn(NodeId element) {
  const auto list = lists_.find(tree_[element].parent);
  if (list == lists_.end())
    return;
  list->second.names.reset();
  add(list->second, element);
}

std::size_t PathFollower::element_size(const Type& list, const Elements& all, std::string_view path,
                                       NodeId& found) {
  const std::size_t most = std::min(path.size(), std::max(all.longest, most_choice_size) + most_number_size);
  std::size_t longest = 0;
  for (std::size_t end = path.find('.'); longest != path.size(); end = path.find('.', end + 1)) {
    end = std::min(end, path.size());
    if (end > most)
      break;
    const auto [name, number] = numbered(path.substr(0, end));
    const bool may_be = name.size() <= most_choice_size || all.sizes.contains(name.size());
    const auto named = may_be ? all.by_name.find(canonical(list, name)) : all.by_name.end();
    if (named != all.by_name.end() && number <= named->second.size()) {
      longest = end;
      found = named->second[number - 1];
    }
    if (end == path.size())
      break;
  }
  return longest;
}

bool PathFollower::enter_field(const Record& record, std::string_view name, Step& at) const {
  const int index = find_field(record, name);
  if (index < 0)
    return false;
  const Field& field = record.fields[static_cast<std::size_t>(index)];
  at = {std::string(field.name.en), &field, &without_optional(*field.type), field.keyed,
        at.node == no_node ? no_node : node_of(tree_, record, Origin{at.node, true}, index)};
  return true;
}

std::vector<Step> PathFollower::follow(std::span<const std::string> parts) {
  std::vector<Step> steps;
  Step at = root();
  for (const std::string& part : parts) {
    const Type& type = in_place(tree_, *at.type, at.node);
    if (type.shape == Shape::record) {
      if (!enter_field(type.record(), part, at))
        return {};
    } else {
      if (type.shape != Shape::list || type.item->shape != Shape::record)
        return {};
      const Elements& all = elements(type, at.keyed, at.node);
      const auto named = all.by_name.find(part);
      if (named == all.by_name.end())
        return {};
      at = {part, nullptr, &without_optional(*type.item), false, named->second.front()};
    }
    steps.push_back(at);
  }
  return steps;
}

Followed PathFollower::follow(std::string_view path, bool may_add) {
  Followed followed;
  const char* const begin = path.data();
  const auto lose = [&](std::string_view part, const Type* in) {
    followed.leads = false;
    followed.unknown_at = static_cast<std::size_t>(path.data() - begin);
    followed.unknown = std::string(part);
    followed.unknown_in = in;
    return followed;
  };
  if (path.empty() || path.ends_with('.'))
    return lose("", nullptr);
  Step at = root();
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('.'));
    std::size_t size = part.size();
    const Type& type = in_place(tree_, *at.type, at.node);
    if (type.shape == Shape::record) {
      const Record& record = type.record();
      if (!enter_field(record, part, at))
        return lose(part, &type);
    } else if (type.shape == Shape::list && type.item->shape == Shape::record) {
      const Elements& all = elements(type, at.keyed, at.node);
      NodeId found = no_node;
      if (const std::size_t known = element_size(type, all, path, found); known > 0)
        size = known;
      else if (!may_add || size != path.size())
        return lose(part, &type);
      at = {canonical_part(type, path.substr(0, size)), nullptr, &without_optional(*type.item), false, found};
    } else
      return lose(part, nullptr);
    path = size == path.size() ? std::string_view() : path.substr(size + 1);
    followed.steps.push_back(at);
  }
  return followed;
}

std::string PathFollower::nearest(const std::string& path, Followed lost, text::HintBudget& budget) {
  std::string near = path;
  while (!lost.leads) {
    const std::string_view part = nearest_part(lost, budget);
    if (part.empty() && near == path)
      return {};
    if (part.empty()) {
      near.resize(lost.unknown_at - 1);
      break;
    }
    const std::size_t at = lost.unknown_at;
    near.replace(at, lost.unknown.size(), part);
    lost = follow(near, false);
    if (!lost.leads && lost.unknown_at <= at)
      return {}; // an id that no path can name
  }
  return near;
}

std::string_view PathFollower::nearest_part(const Followed& lost, text::HintBudget& budget) {
  if (lost.unknown_in == nullptr)
    return {};
  const Type& type = *lost.unknown_in;
  if (type.shape == Shape::record)
    return names_to_propose(type.record()).nearest(lost.unknown, budget);
  const Step& list = lost.steps.back();
  Elements& all = elements(type, list.keyed, list.node);
  if (!all.names)
    all.names = names_of(all, budget);
  return all.names->nearest(lost.unknown, budget);
}

/// In the order of the list; they cost their number, since a list that changes is listed again.
text::Names PathFollower::names_of(const Elements& all, text::HintBudget& budget) const {
  if (budget.left < all.by_name.size()) {
    budget.left = 0;
    return {};
  }
  budget.left -= all.by_name.size();
  std::vector<std::pair<std::uint32_t, std::string_view>> in_order;
  for (const auto& [name, nodes] : all.by_name)
    in_order.emplace_back(tree_[nodes.front()].index, name);
  std::sort(in_order.begin(), in_order.end());
  std::vector<std::string_view> names;
  for (const auto& [index, name] : in_order)
    names.push_back(name);
  return text::Names(names);
}

} // namespace deploy_plan::model

#include "model/path.hpp"
#include "model/decode.hpp"
#include "text/folding.hpp"
#include <charconv>

namespace deploy_plan::model {
namespace {

using source::no_node;
using source::NodeId;
using source::Tree;

/// A name and which of those that bear it: "target#2" is the second.
struct Numbered {
  std::string_view name;
  std::size_t number = 1;
};
Numbered numbered(std::string_view part) {
  const auto hash = part.rfind('#');
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
Phrase Followed::help() const {
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

const PathFollower::Elements& PathFollower::elements(const Type& list, bool keyed, NodeId node) {
  const auto [found, is_new] = lists_.try_emplace(node);
  Elements& all = found->second;
  if (!is_new || node == no_node)
    return all;
  for (NodeId child = tree_[node].first_child; child != no_node; child = tree_[child].next) {
    const std::string_view name = element_name(tree_, list, keyed, child);
    if (name.empty())
      continue;
    all.names.push_back(name);
    all.longest = std::max(all.longest, name.size());
    all.by_name[name].push_back(child);
  }
  return all;
}

std::size_t PathFollower::element_size(const Type& list, const Elements& all, std::string_view path,
                                       NodeId& found) {
  constexpr std::size_t number_size = 8; // of "#1234567"
  // The word of a choice may be longer in the other language.
  const std::size_t most = std::min(path.size(), all.longest + number_size + 32);
  std::size_t longest = 0;
  for (std::size_t end = path.find('.'); longest != path.size(); end = path.find('.', end + 1)) {
    end = std::min(end, path.size());
    if (end > most)
      break;
    const auto [name, number] = numbered(path.substr(0, end));
    const auto named = all.by_name.find(canonical(list, name));
    if (named != all.by_name.end() && number <= named->second.size()) {
      longest = end;
      found = named->second[number - 1];
    }
    if (end == path.size())
      break;
  }
  return longest;
}

Followed PathFollower::follow(std::string_view path, bool may_add) {
  Followed followed;
  const auto lose = [&](std::string_view part, std::span<const std::string_view> known) {
    followed.leads = false;
    followed.unknown = std::string(part);
    followed.nearest = std::string(text::nearest(part, known));
    return followed;
  };
  if (path.empty() || path.ends_with('.'))
    return lose("", {});
  Step at{"", nullptr, &TypeOf<Strategy>::value, false, strategy_};
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('.'));
    std::size_t size = part.size();
    const Type& type = in_place(tree_, *at.type, at.node);
    if (type.shape == Shape::record) {
      const Record& record = type.record();
      const int index = find_field(record, part);
      if (index < 0)
        return lose(part, field_names(record));
      const Field& field = record.fields[static_cast<std::size_t>(index)];
      at = {std::string(field.name.en), &field, &without_optional(*field.type), field.keyed,
            at.node == no_node ? no_node : node_of(tree_, record, Origin{at.node, true}, index)};
    } else if (type.shape == Shape::list && type.item->shape == Shape::record) {
      const Elements& all = elements(type, at.keyed, at.node);
      NodeId found = no_node;
      if (const std::size_t known = element_size(type, all, path, found); known > 0)
        size = known;
      else if (!may_add || size != path.size())
        return lose(part, all.names);
      at = {canonical_part(type, path.substr(0, size)), nullptr, &without_optional(*type.item), false, found};
    } else
      return lose(part, {});
    path = size == path.size() ? std::string_view() : path.substr(size + 1);
    followed.steps.push_back(at);
  }
  return followed;
}

} // namespace deploy_plan::model

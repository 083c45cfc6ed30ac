#include "model/path.hpp"
#include "model/decode.hpp"
#include "text/folding.hpp"
#include "text/lists.hpp"
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

const Field& field_named(const Record& record, std::string_view name) {
  return *std::find_if(record.fields.begin(), record.fields.end(),
                       [&](const Field& field) { return field.name.en == name; });
}
/// The field whose word names an element, or begins the id that is made for it.
const Field& naming_field(const Record& record) {
  return record.id_made_of.empty() ? record.fields[0] : field_named(record, record.id_made_of.front());
}
/// The word of an enumeration that a field holds, if it is one.
const Choice* choice_in(const Field& field, std::string_view word) {
  const Type& type = without_optional(*field.type);
  return type.shape == Shape::choice ? find_choice(type.choices(), word) : nullptr;
}

/// Elements that a word of the list names are asked for in either language.
std::string_view canonical(const Type& list, std::string_view name) {
  if (list.item->shape != Shape::record)
    return name;
  const Choice* const choice = choice_in(naming_field(list.item->record()), name);
  return choice == nullptr ? name : choice->name.en;
}

/// The text of an element's field; empty where it has none.
std::string_view text_in(const Tree& tree, const Record& record, NodeId element, const Field& field) {
  const NodeId node =
      node_of(tree, record, Origin{element, true}, static_cast<int>(&field - record.fields.data()));
  return node == no_node || tree[node].kind != source::Kind::string ? std::string_view() : tree.text(node);
}
/// Calls `take(field, text)` with each of the fields that make an element's id.
template <class Take>
void each_part_of_id(const Tree& tree, const Record& record, NodeId element, const Take& take) {
  for (const std::string_view name : record.id_made_of) {
    const Field& field = field_named(record, name);
    if (const std::string_view text = text_in(tree, record, element, field); !text.empty())
      take(field, text);
  }
}
/// The word that begins the id that would be made; empty where none is ever made.
std::string first_word(const Tree& tree, const Type& list, NodeId element) {
  if (list.item->shape != Shape::record || list.item->record().id_made_of.empty() ||
      tree[element].kind != source::Kind::object)
    return {};
  const Record& record = list.item->record();
  return std::string(canonical(list, text_in(tree, record, element, naming_field(record))));
}
std::string made_id(const Tree& tree, const Record& record, NodeId element) {
  std::string id;
  each_part_of_id(tree, record, element, [&](const Field& field, std::string_view text) {
    const Choice* const choice = choice_in(field, text);
    id += (id.empty() ? "" : "-") + std::string(choice == nullptr ? text : choice->name.en);
  });
  return id;
}
std::string canonical_part(const Type& list, std::string_view part) {
  const auto [name, number] = numbered(part);
  return std::string(canonical(list, name)) + (number > 1 ? "#" + std::to_string(number) : "");
}
/// What people call a record that has a name beside its id.
std::optional<Words> quoted_name(const Tree& tree, const Record& record, NodeId element) {
  if (find_field(record, "id") < 0 || find_field(record, "name") < 0)
    return std::nullopt;
  const std::string name(text_in(tree, record, element, field_named(record, "name")));
  return name.empty() ? std::nullopt : std::optional(text::quoted(name));
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

std::string element_name(const Tree& tree, const Type& list, bool keyed, NodeId element) {
  if (keyed)
    return std::string(tree.key(element));
  if (list.item->shape != Shape::record)
    return {};
  const Record& record = list.item->record();
  const bool is_bare = tree[element].kind == source::Kind::string && record.shorthand == 0;
  if (!is_bare && tree[element].kind != source::Kind::object)
    return {};
  const std::string_view first = text_in(tree, record, element, record.fields[0]);
  if (record.id_made_of.empty())
    return std::string(canonical(list, first));
  return first.empty() ? made_id(tree, record, element) : std::string(first);
}

std::optional<Words> element_words(const Tree& tree, const Type& list, NodeId element) {
  if (list.item->shape != Shape::record || tree[element].kind != source::Kind::object)
    return std::nullopt;
  const Record& record = list.item->record();
  const Field& naming = naming_field(record);
  const Choice* const word = choice_in(naming, text_in(tree, record, element, naming));
  if (word == nullptr)
    return quoted_name(tree, record, element);
  Words words{text::spaced(word->name.en), text::spaced(word->name.fr)};
  Words more;
  each_part_of_id(tree, record, element, [&](const Field& field, std::string_view part) {
    if (&field == &naming)
      return;
    const auto day = read_date(part);
    text::add_to_list(more, day ? Words{say(*day, Language::english), say(*day, Language::french)}
                                : Words{std::string(part), std::string(part)});
  });
  if (!more.en.empty())
    words = {words.en + " (" + more.en + ")", words.fr + " (" + more.fr + ")"};
  return words;
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
  std::string name = element_name(tree_, *all.list, all.keyed, element);
  if (name.empty())
    return;
  all.longest = std::max(all.longest, name.size());
  all.sizes.insert(name.size());
  add(all.by_name, std::move(name), element);
  if (std::string word = first_word(tree_, *all.list, element); !word.empty())
    add(all.by_word, std::move(word), element);
}

void PathFollower::add(NodesByName& named, std::string name, NodeId element) const {
  std::vector<NodeId>& nodes = named[std::move(name)];
  const auto after = std::upper_bound(nodes.begin(), nodes.end(), element,
                                      [&](NodeId a, NodeId b) { return tree_[a].index < tree_[b].index; });
  nodes.insert(after, element);
}

void PathFollower::forget(NodeId element) {
  const auto list = lists_.find(tree_[element].parent);
  if (list == lists_.end())
    return;
  Elements& all = list->second;
  all.names.reset();
  const auto take_out = [&](NodesByName& from, const std::string& name) {
    const auto named = from.find(name);
    if (named == from.end())
      return;
    std::erase(named->second, element);
    if (named->second.empty())
      from.erase(named);
  };
  take_out(all.by_name, element_name(tree_, *all.list, all.keyed, element));
  take_out(all.by_word, first_word(tree_, *all.list, element));
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
    } else if (const auto word = all.by_word.find(canonical(list, path.substr(0, end)));
               word != all.by_word.end() && word->second.size() == 1) {
      longest = end;
      found = word->second.front();
    }
    if (end == path.size())
      break;
  }
  return longest;
}

/// What an element is called that a part of a path names; that part itself where it names a new one.
std::string PathFollower::called(const Type& list, const Elements& all, std::string_view part,
                                 NodeId found) const {
  if (found == no_node || list.item->record().id_made_of.empty())
    return canonical_part(list, part);
  std::string name = element_name(tree_, list, all.keyed, found);
  const std::vector<NodeId>& alike = all.by_name.find(name)->second;
  const auto place = std::find(alike.begin(), alike.end(), found) - alike.begin();
  return place == 0 ? name : name + "#" + std::to_string(place + 1);
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
      at = {called(type, all, path.substr(0, size), found), nullptr, &without_optional(*type.item), false,
            found};
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

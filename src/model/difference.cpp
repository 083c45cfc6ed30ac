#include "model/difference.hpp"
#include "model/decode.hpp"
#include "model/override.hpp"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace deploy_plan::model {
namespace {

using Json = nlohmann::ordered_json;
using source::Kind;
using source::no_node;
using source::NodeId;

ValueKind kind_of(const Type& type) {
  switch (type.shape) {
  case Shape::integer:
  case Shape::number: return ValueKind::number;
  case Shape::date: return ValueKind::date;
  case Shape::choice: return ValueKind::word;
  case Shape::flag: return ValueKind::flag;
  case Shape::list: return ValueKind::list;
  case Shape::record: return ValueKind::object;
  default: return ValueKind::text;
  }
}

/// The elements of a list in one version, by name: the second of a name is "name#2".
struct NamedElements {
  std::vector<std::pair<std::string, NodeId>> in_order;
  bool all_named = true;

  [[nodiscard]] NodeId find(std::string_view name) const {
    const auto found =
        std::lower_bound(sorted.begin(), sorted.end(), name, [&](std::size_t at, std::string_view wanted) {
          return in_order[at].first < wanted;
        });
    return found != sorted.end() && in_order[*found].first == name ? in_order[*found].second : no_node;
  }
  std::vector<std::size_t> sorted;
};

class Comparer {
public:
  Comparer(const Version* from, const Version& to, bool leaves)
      : older_(from), newer_(to), only_leaves_(leaves) {}

  std::vector<Difference> compare() {
    record(TypeOf<Strategy>::value, older_ == nullptr ? no_node : older_->strategy, newer_.strategy);
    return std::move(found_);
  }

private:
  const Version* older_; ///< nullptr where everything is new
  const Version& newer_;
  const bool only_leaves_; ///< what is new is told field by field
  std::vector<Difference> found_;
  std::vector<PathPart> parts_;

  static Json json(const Version* version, const Type& type, bool keyed, NodeId node) {
    return version == nullptr || node == no_node ? Json(nullptr)
                                                 : canonical(version->tree, type, keyed, node);
  }

  void value(const Type& type, bool keyed, NodeId from, NodeId to) {
    const bool both = from != no_node && to != no_node;
    const bool enter = both || (only_leaves_ && to != no_node);
    if (enter && type.shape == Shape::record && is_entered(type.record()) && is_object(type, from, to))
      return record(type, from, to);
    if (enter && is_list_of_records(type, keyed, from, to))
      return list(in_list(type, from, to), keyed, from, to);
    leaf(type, keyed, from, to);
  }

  /// An uncertain number, and what a scenario sets, are one value each.
  static bool is_entered(const Record& record) {
    return record.forms.empty() &&
           (record.shorthand < 0 || short_field(record)->type->shape != Shape::verbatim);
  }
  /// Short forms are objects too, but a series in place is a list.
  bool is_object(const Type& type, NodeId from, NodeId to) const {
    if (!type.record().shorthand_only)
      return true;
    return (from == no_node || older_->tree[from].kind == Kind::object) &&
           (to == no_node || newer_.tree[to].kind == Kind::object);
  }
  const Type& in_list(const Type& type, NodeId from, NodeId to) const {
    return to != no_node ? in_place(newer_.tree, type, to) : in_place(older_->tree, type, from);
  }
  bool is_list_of_records(const Type& type, bool keyed, NodeId from, NodeId to) const {
    const Type& read = in_list(type, from, to);
    if (read.shape != Shape::list || read.item->shape != Shape::record)
      return false;
    if (from != no_node && &in_place(older_->tree, type, from) != &read)
      return false;
    return elements(older_, read, keyed, from).all_named && elements(&newer_, read, keyed, to).all_named;
  }

  void record(const Type& type, NodeId from, NodeId to) {
    const Record& described = type.record();
    for (std::size_t i = 0; i < described.fields.size(); ++i) {
      const Field& field = described.fields[i];
      const auto child = [&](const Version* version, NodeId node) {
        return version == nullptr || node == no_node
                   ? no_node
                   : node_of(version->tree, described, Origin{node, true}, static_cast<int>(i));
      };
      const NodeId before = child(older_, from);
      const NodeId after = child(&newer_, to);
      if (before == no_node && after == no_node)
        continue;
      parts_.push_back({field.name, {}});
      if (&field == short_field(described) && !is_container(before, after))
        leaf(without_optional(*field.type), field.keyed, before, after); // itself, whatever it stands for
      else
        value(without_optional(*field.type), field.keyed, before, after);
      parts_.pop_back();
    }
  }
  static const Field* short_field(const Record& record) {
    return record.shorthand < 0 ? nullptr : &record.fields[static_cast<std::size_t>(record.shorthand)];
  }
  bool is_container(NodeId before, NodeId after) const {
    const auto holds = [](const Version* version, NodeId node) {
      return version != nullptr && node != no_node &&
             (version->tree[node].kind == Kind::object || version->tree[node].kind == Kind::array);
    };
    return holds(older_, before) || holds(&newer_, after);
  }

  static NamedElements elements(const Version* version, const Type& list, bool keyed, NodeId node) {
    NamedElements all;
    if (version == nullptr || node == no_node)
      return all;
    std::map<std::string, int, std::less<>> seen;
    for (NodeId child = version->tree[node].first_child; child != no_node;
         child = version->tree[child].next) {
      std::string name = element_name(version->tree, list, keyed, child);
      all.all_named = all.all_named && !name.empty();
      if (const int number = ++seen[name]; number > 1)
        name += "#" + std::to_string(number);
      all.sorted.push_back(all.in_order.size());
      all.in_order.emplace_back(std::move(name), child);
    }
    std::sort(all.sorted.begin(), all.sorted.end(),
              [&](std::size_t a, std::size_t b) { return all.in_order[a].first < all.in_order[b].first; });
    return all;
  }

  void list(const Type& type, bool keyed, NodeId from, NodeId to) {
    const NamedElements before = elements(older_, type, keyed, from);
    const NamedElements after = elements(&newer_, type, keyed, to);
    if (changes_order(type, before, after))
      return leaf(type, keyed, from, to);
    const Text field = parts_.back().field;
    const auto one = [&](const std::string& name, NodeId old, NodeId now) {
      parts_.push_back(
          {field, name,
           now != no_node ? element_words(newer_.tree, type, now) : element_words(older_->tree, type, old)});
      value(without_optional(*type.item), false, old, now);
      parts_.pop_back();
    };
    for (const auto& [name, node] : before.in_order)
      one(name, node, after.find(name));
    for (const auto& [name, node] : after.in_order)
      if (before.find(name) == no_node)
        one(name, no_node, node);
  }

  /// The first arm of a test is its reference: there, and only there, order means something.
  static bool changes_order(const Type& type, const NamedElements& before, const NamedElements& after) {
    if (&type.item->record() != &description<Arm>() || before.in_order.empty() || after.in_order.empty())
      return false;
    return before.in_order.front().first != after.in_order.front().first;
  }

  void leaf(const Type& type, bool keyed, NodeId from, NodeId to) {
    const Json before = json(older_, type, keyed, from);
    const Json after = json(&newer_, type, keyed, to);
    if (is_same(type, before, after))
      return;
    found_.push_back(difference(parts_, type, before, after));
  }

  /// Lists of words and of references are sets.
  static bool is_same(const Type& type, const Json& before, const Json& after) {
    const bool set =
        type.shape == Shape::list && (type.item->shape == Shape::text || type.item->shape == Shape::choice);
    if (!set || !before.is_array() || !after.is_array())
      return before == after;
    const auto sorted = [](Json words) {
      std::sort(words.begin(), words.end());
      return words;
    };
    return sorted(before) == sorted(after);
  }
};

VersionValue version_value(const Type& type, const Json& value) {
  VersionValue result;
  result.json = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (value.is_number())
    result.number = value.get<double>();
  if (!value.is_string())
    return result;
  result.text = value.get<std::string>();
  if (type.shape == Shape::date)
    result.date = read_date(result.text);
  if (type.shape == Shape::choice)
    if (const Choice* choice = find_choice(type.choices(), result.text))
      result.word = choice->name;
  return result;
}
} // namespace

Difference difference(std::vector<PathPart> parts, const Type& type, const Json& from, const Json& to) {
  Difference one;
  for (const PathPart& part : parts) {
    const bool field = part.element.empty();
    one.path.en += (one.path.en.empty() ? "" : ".") + (field ? std::string(part.field.en) : part.element);
    one.path.fr += (one.path.fr.empty() ? "" : ".") + (field ? std::string(part.field.fr) : part.element);
  }
  one.parts = std::move(parts);
  one.kind = kind_of(type);
  if (one.kind == ValueKind::object && (from.is_number() || to.is_number()))
    one.kind = ValueKind::number; // an uncertain number that is known
  one.from = version_value(type, from);
  one.to = version_value(type, to);
  return one;
}

std::vector<Difference> differences(const Version& from, const Version& to) {
  return Comparer(&from, to, false).compare();
}

std::vector<Difference> everything(const Version& one) { return Comparer(nullptr, one, true).compare(); }

} // namespace deploy_plan::model

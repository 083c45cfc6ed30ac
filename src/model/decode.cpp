#include "model/decode_values.hpp"
#include "model/written.hpp"
#include "text/folding.hpp"
#include <unordered_map>

namespace deploy_plan::model {
namespace {

using source::Kind;
using source::no_node;
using source::Node;
using source::NodeId;
using source::Tree;

class Decoder : private ValueDecoder {
public:
  using ValueDecoder::ValueDecoder;

  /// Every decode_… gives whether the value could be read, itself and all beneath it.
  bool decode_record(const Record& record, NodeId id, void* into, bool first_field_given = false) {
    Origin& origin = *record.origin(into);
    origin.node = id;
    origin.sound = tree_[id].kind == Kind::object ? decode_fields(record, id, into, first_field_given)
                                                  : decode_shorthand(record, id, into);
    return origin.sound;
  }

private:
  bool decode_shorthand(const Record& record, NodeId id, void* into) {
    const Field* field =
        record.shorthand < 0 ? nullptr : &record.fields[static_cast<std::size_t>(record.shorthand)];
    if (field == nullptr || !accepts(*field->type, *field, id))
      return wrong_type(id,
                        field == nullptr ? Text{"an object: { … }", "un objet : { … }"}
                                         : expected(*field->type, *field),
                        field != nullptr);
    return decode_value(*field->type, *field, id, field->access(into));
  }

  bool decode_fields(const Record& record, NodeId id, void* into, bool first_field_given) {
    std::vector<NodeId> seen(record.fields.size(), no_node);
    bool sound = true;
    for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) {
      const int index = find_field(record, tree_.key(child));
      if (index < 0) {
        unknown_key(record, child);
        continue;
      }
      const Field& field = record.fields[static_cast<std::size_t>(index)];
      NodeId& first = seen[static_cast<std::size_t>(index)];
      if (first != no_node) {
        duplicate_field(field, first, child);
        sound = false;
        continue;
      }
      if (is_left_out(field, child))
        continue;
      first = child;
      sound &= field.keyed ? decode_keyed(field, child, field.access(into))
                           : decode_value(*field.type, field, child, field.access(into));
    }
    sound &= check_form(record, id, seen);
    for (std::size_t i = first_field_given ? 1 : 0; i < seen.size(); ++i)
      if (seen[i] == no_node && is_wanted(record, record.fields[i], seen)) {
        sound = missing_field(record, record.fields[i], id);
        if (record.fields[i].type->shape == Shape::record) // what is not there must not be judged either
          record.fields[i].type->record().origin(record.fields[i].access(into))->sound = false;
      }
    return sound;
  }

  /// Whether nothing but blanks is written where words may be, and need not.
  [[nodiscard]] bool is_left_out(const Field& field, NodeId id) const {
    return field.worded && field.need == Need::optional && is_blank(id);
  }
  /// Whether a field must be given, of a record whose others are.
  static bool is_wanted(const Record& record, const Field& field, const std::vector<NodeId>& seen) {
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (record.fields[i].beside == field.name.en && seen[i] != no_node)
        return true;
    return field.need == Need::required && !stands_in(record, field.unless, seen);
  }

  /// Whether the field that stands in for another is given.
  static bool stands_in(const Record& record, std::string_view name, const std::vector<NodeId>& seen) {
    for (std::size_t i = 0; i < seen.size() && !name.empty(); ++i)
      if (record.fields[i].name.en == name)
        return seen[i] != no_node;
    return false;
  }

  void unknown_key(const Record& record, NodeId child) {
    if (findings_.is_full())
      return findings_.count(rule::unknown_key.word); // a hint costs a search: not for what nobody will read
    const std::string key(tree_.key(child));
    const Phrase help =
        text::suggestion(names_to_propose(record).nearest(key, findings_.hints),
                         {{"remove it, or see deploy-plan schema for the fields of: {0}",
                           "supprimez-le, ou voyez deploy-plan schema pour les champs de : {0}"},
                          {record.name}});
    report(rule::unknown_key, child, tree_[child].key,
           {{"{0} is not a field of: {1}", "{0} n'est pas un champ de : {1}"}, {key, record.name}}, help);
  }

  void duplicate_key(Phrase message, Phrase help, NodeId first, NodeId again) {
    report(rule::duplicate_key, again, tree_[again].key, std::move(message), std::move(help),
           {{tree_[first].key, {{"first given here", "donné ici d'abord"}}}});
  }
  void duplicate_field(const Field& field, NodeId first, NodeId again) {
    duplicate_key({{"{0} is given twice", "{0} est donné deux fois"}, {field.name}},
                  {{"keep one of them; both languages' spellings are the same field",
                    "n'en gardez qu'un ; les deux langues désignent le même champ"}},
                  first, again);
  }

  bool missing_field(const Record& record, const Field& field, NodeId id) {
    const Place place = place_of(tree_, Origin{id, true});
    report(rule::missing_field, id, place,
           {{"{0} lacks {1}", "il manque {1} à : {0}"}, {record.name, field.name}},
           {{"add {0}: {1}", "ajoutez {0} : {1}"}, {field.name, field.meaning}});
    return false;
  }

  /// Of the alternative sets of fields one must be given, whole and alone.
  bool check_form(const Record& record, NodeId id, const std::vector<NodeId>& seen) {
    if (record.forms.empty())
      return true;
    for (const auto& form : record.forms) {
      std::size_t in_form = 0;
      std::size_t given = 0;
      for (std::size_t i = 0; i < seen.size(); ++i) {
        given += seen[i] != no_node;
        for (const auto name : form)
          in_form += seen[i] != no_node && record.fields[i].name.en == name;
      }
      if (in_form == form.size() && given == form.size())
        return true;
    }
    report(rule::missing_field, id, shown(tree_[id]),
           {{"this is none of the forms of: {0}", "ceci n'est aucune des formes de : {0}"}, {record.name}},
           {{"write a number, or { low, high }, or { min, mode, max }, or { mean, sd }",
             "écrivez un nombre, ou { bas, haut }, ou { min, mode, max }, ou { moyenne, écart_type }"}});
    return false;
  }

  bool decode_keyed(const Field& field, NodeId id, void* list) {
    if (tree_[id].kind != Kind::object)
      return wrong_type(id, {"an object: { … }", "un objet : { … }"});
    bool sound = true;
    std::unordered_map<std::string_view, NodeId> given;
    for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) {
      if (const auto [first, is_new] = given.emplace(tree_.key(child), child); !is_new) {
        duplicate_key({{"{0} is given twice", "{0} est donné deux fois"}, {std::string(tree_.key(child))}},
                      {{"keep one of them", "n'en gardez qu'un"}}, first->second, child);
        sound = false;
        continue;
      }
      const Record& record = field.type->item->record();
      void* const element = field.type->add(list);
      *static_cast<std::string*>(record.fields[0].access(element)) = std::string(tree_.key(child));
      const bool verbatim =
          record.shorthand >= 0 &&
          record.fields[static_cast<std::size_t>(record.shorthand)].type->shape == Shape::verbatim;
      Origin& origin = *record.origin(element);
      origin.node = child;
      sound &= verbatim ? (origin.sound = decode_shorthand(record, child, element))
                        : decode_record(record, child, element, true);
    }
    return sound;
  }

  bool decode_value(const Type& type, const Field& field, NodeId id, void* into) {
    switch (type.shape) {
    case Shape::optional: return decode_value(*type.item, field, id, type.add(into));
    case Shape::record: return decode_record(type.record(), id, into);
    case Shape::list: return decode_list(type, field, id, into);
    case Shape::verbatim:
      *static_cast<std::string*>(into) = std::string(tree_.raw(tree_[id].value));
      return true;
    default: return decode_single(type, field, id, into);
    }
  }

  bool decode_list(const Type& type, const Field& field, NodeId id, void* list) {
    if (tree_[id].kind != Kind::array)
      return wrong_type(id, model::expected(type));
    bool sound = true;
    for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next)
      sound &= decode_value(*type.item, field, child, type.add(list));
    return sound;
  }
};
} // namespace

bool decode(const Tree& tree, NodeId node, const Record& record, void* into, Collector& findings) {
  return Decoder(tree, findings).decode_record(record, node, into);
}

Strategy decode(const Tree& tree, NodeId node, Collector& findings) {
  Strategy strategy;
  Decoder(tree, findings).decode_record(description<Strategy>(), node, &strategy);
  return strategy;
}

std::optional<double> number_of(const Tree& tree, NodeId node) {
  if (tree[node].kind == Kind::string)
    return read_percent(tree.text(node));
  if (tree[node].kind != Kind::integer && tree[node].kind != Kind::number)
    return std::nullopt;
  return read_number(tree.number(node));
}

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(from, size)) {
      if (c < '0' || c > '9')
        return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

std::optional<Month> read_month(std::string_view text) {
  const auto first = text.size() == 7 ? read_date(std::string(text) + "-01") : std::nullopt;
  return first ? std::optional(Month{*first}) : std::nullopt;
}

NodeId node_of(const Tree& tree, const Record& record, const Origin& origin, int field) {
  if (origin.node == no_node)
    return no_node;
  if (tree[origin.node].kind != Kind::object)
    return field == record.shorthand ? origin.node : no_node;
  for (NodeId child = tree[origin.node].first_child; child != no_node; child = tree[child].next)
    if (find_field(record, tree.key(child)) == field)
      return child;
  return no_node;
}

Place place_of(const Tree& tree, const Origin& origin) {
  if (origin.node == no_node)
    return {};
  const Node& node = tree[origin.node];
  if (node.kind != Kind::object && node.kind != Kind::array)
    return node.value;
  if (node.key.end > node.key.begin)
    return node.key;
  const NodeId first = node.first_child;
  if (node.kind == Kind::object && first != no_node && node.parent != no_node &&
      tree[first].kind == Kind::string)
    return tree[first].value; // an element of a list: its id, most often
  return {node.value.begin, node.value.begin + 1};
}

} // namespace deploy_plan::model

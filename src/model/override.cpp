#include "model/override.hpp"
#include "model/decode.hpp"
#include "model/difference.hpp"
#include "model/rule_names.hpp"
#include "text/number.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace deploy_plan::model {
namespace {

using Json = nlohmann::ordered_json;
using source::Kind;
using source::no_node;
using source::NodeId;
using source::Tree;

bool is_number(Kind kind) { return kind == Kind::integer || kind == Kind::number; }

const Field* short_field(const Type& type) {
  if (type.shape != Shape::record || type.record().shorthand < 0)
    return nullptr;
  return &type.record().fields[static_cast<std::size_t>(type.record().shorthand)];
}

class Applier {
public:
  Applier(Tree& changed, NodeId root, PathFollower& follower, const Override& assignment)
      : tree_(changed), strategy_(root), paths_(follower), one_(assignment) {}

  OverrideResult apply(text::HintBudget& hints) {
    const bool object = tree_[one_.value].kind == Kind::object;
    const Followed followed = paths_.follow(one_.path, object);
    if (!followed.leads)
      return {std::nullopt, finding(rule::scenario_path, one_.path_place, followed.message(one_.path),
                                    path_help(paths_.nearest(one_.path, followed, hints)))};
    const Step& last = followed.steps.back();
    const Json before = value_at(last, last.node);
    std::vector<PathPart> parts = parts_of(followed.steps); // as they are called before the change
    Json after = nullptr;
    if (tree_[one_.value].kind == Kind::null) {
      if (last.node != no_node)
        remove(followed.steps);
    } else {
      const NodeId observed = observations_of_size(followed.steps);
      const bool by_relation = is_relative(last);
      if (observed != no_node && by_relation)
        return {std::nullopt, is_observed()};
      const NodeId value = by_relation ? changed_value(last) : tree_.copy(one_.value);
      if (value == no_node)
        return {std::nullopt, not_a_number()};
      put(followed.steps, value);
      after = value_at(last, value);
      if (last.field == nullptr && last.node == no_node)
        parts.back().words = name_of_new(followed.steps, value);
      if (observed != no_node && last.field->name.en == "size")
        tree_.remove(observed); // the newest would stand for the size
    }
    return {difference(std::move(parts), *last.type, before, after), std::nullopt};
  }

private:
  Tree& tree_;
  const NodeId strategy_;
  PathFollower& paths_;
  const Override& one_;

  static Finding finding(source::RuleName name, Place place, Phrase message, Phrase help) {
    return {std::string(name.word), Severity::error, std::move(message), std::move(help), place, {}, {}};
  }
  Finding not_a_number() const {
    return finding(
        rule::wrong_type, tree_[one_.value].value,
        {{"{0} changes a number, and {1} is none here", "{0} change un nombre, et {1} n'en est pas un ici"},
         {std::string(tree_.text(one_.value)), one_.path}},
        {{"give the value itself", "donnez la valeur elle-même"}});
  }

  std::vector<PathPart> parts_of(const std::vector<Step>& steps) const {
    std::vector<PathPart> parts;
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (steps[i].field != nullptr)
        parts.push_back({steps[i].field->name, {}});
      else
        parts.push_back({parts.back().field, steps[i].name,
                         steps[i].node == no_node ? std::nullopt
                                                  : element_words(tree_, *steps[i - 1].type, steps[i].node)});
    return parts;
  }

  /// A new element has a name from now on; one of a series written in place has none.
  std::optional<Words> name_of_new(const std::vector<Step>& steps, NodeId value) const {
    const Type& list = *steps[steps.size() - 2].type;
    return list.shape == Shape::list ? element_words(tree_, list, value) : std::nullopt;
  }

  Json value_at(const Step& step, NodeId node) const {
    return node == no_node ? Json(nullptr) : canonical(tree_, *step.type, step.keyed, node);
  }

  // A tier that is observed.

  /// The observations of a tier whose size a change sets, by its own path or the tier's; not of the
  /// penetrated one, whose observations are a course of their own and not its size alone.
  NodeId observations_of_size(const std::vector<Step>& steps) const {
    const bool by_size =
        steps.size() > 1 && steps.back().field != nullptr && steps.back().field->name.en == "size";
    const Step& tier = by_size ? steps[steps.size() - 2] : steps.back();
    if (tier.type->shape != Shape::record || &tier.type->record() != &description<Tier>() ||
        tier.field == nullptr || tier.field->name.en == "penetrated" || tier.node == no_node ||
        tree_[tier.node].kind != Kind::object)
      return no_node;
    const Record& record = description<Tier>();
    return node_of(tree_, record, Origin{tier.node, true}, find_field(record, "observations"));
  }
  Finding is_observed() const {
    return finding(
        rule::wrong_type, tree_[one_.value].value,
        {{"{0} changes the size of a tier that is observed: it is not known before its observations "
          "are read",
          "{0} change la taille d'un niveau qui est relevé : elle n'est pas connue avant que ses "
          "relevés ne soient lus"},
         {std::string(tree_.text(one_.value))}},
        {{"give the size itself: it stands instead of what is observed",
          "donnez la taille elle-même : elle tient lieu de ce qui est relevé"}});
  }

  // What to put there.

  /// Whether the value tells what becomes of the number that stands there.
  bool is_relative(const Step& last) const {
    return one_.relative && tree_[one_.value].kind == Kind::string && has_number(*last.type) &&
           related_number(1, tree_.text(one_.value)).has_value();
  }
  /// What a relative value gives; no_node where there is no number to change.
  NodeId changed_value(const Step& last) {
    return last.node == no_node ? no_node : changed(*last.type, last.node);
  }

  static bool has_number(const Type& type) {
    const Field* const bare = short_field(type);
    const Shape shape = bare == nullptr ? type.shape : without_optional(*bare->type).shape;
    return shape == Shape::integer || shape == Shape::number;
  }

  /// The numbers at a node, changed: a number itself, the one that an object stands for, or, of an uncertain
  /// number, all of them.
  NodeId changed(const Type& type, NodeId node) {
    const Field* const bare = short_field(type);
    if (tree_[node].kind != Kind::object)
      return changed_number(bare == nullptr ? type : without_optional(*bare->type), node);
    if (bare == nullptr)
      return no_node;
    const Record& record = type.record();
    const NodeId copied = tree_.copy(node);
    bool any = false;
    for (NodeId child = tree_[copied].first_child; child != no_node;) {
      const NodeId following = tree_[child].next;
      const int index = find_field(record, tree_.key(child));
      const bool meant = record.shorthand_only ? is_number(tree_[child].kind) && moves(record, index)
                                               : index == record.shorthand;
      if (meant) {
        const NodeId number =
            changed_number(without_optional(*record.fields[static_cast<std::size_t>(index)].type), child);
        if (number == no_node)
          return no_node;
        tree_.replace(child, number);
        any = true;
      }
      child = following;
    }
    return any ? copied : no_node;
  }

  /// A spread is scaled with its number, and left alone when the number is shifted.
  bool moves(const Record& record, int index) const {
    if (index < 0)
      return false;
    const auto change = tree_.text(one_.value);
    const bool scales = change.starts_with('*') || change.ends_with('%');
    return scales || record.fields[static_cast<std::size_t>(index)].name.en != "sd";
  }

  NodeId changed_number(const Type& type, NodeId node) {
    const auto before = number_of(tree_, node);
    if (!before)
      return no_node;
    auto number = related_number(*before, tree_.text(one_.value));
    if (!number)
      return no_node;
    if (type.shape == Shape::integer)
      number = std::round(*number); // half a beneficiary is none: the change shows what it became
    return tree_.add(Kind::number, tree_[one_.value].value, fmt::format("{}", *number));
  }

  // Where to put it.

  void put(const std::vector<Step>& steps, NodeId value) {
    const Step& last = steps.back();
    const Step* const element = renamed(steps);
    if (element != nullptr && element->node != no_node)
      paths_.forget(element->node);
    if (last.field == nullptr && last.node == no_node) {
      const Step& list = steps[steps.size() - 2];
      name(value, last.name, in_place(tree_, *list.type, list.node), list.keyed);
    }
    const NodeId owner = owner_of(steps, steps.size() - 1);
    const NodeId old = is_same_node(steps, steps.size() - 1) ? no_node : last.node;
    if (old != no_node && child_of(owner, old))
      tree_.replace(old, value);
    else
      tree_.append(owner, value, one_.path_place, last.name);
    if (element != nullptr)
      paths_.learn(element == &last ? value : owner);
  }

  /// The element that a change may give another name: the last part, or the one that it is a field of.
  static const Step* renamed(const std::vector<Step>& steps) {
    const std::size_t size = steps.size();
    for (std::size_t i = size; i > 0 && i + 2 > size; --i)
      if (steps[i - 1].field == nullptr)
        return &steps[i - 1];
    return nullptr;
  }

  bool child_of(NodeId owner, NodeId node) const { return tree_[node].parent == owner; }

  /// Whether a part is the number or list that stands for the part before it.
  static bool is_same_node(const std::vector<Step>& steps, std::size_t index) {
    return index > 0 && steps[index].node != no_node && steps[index].node == steps[index - 1].node;
  }

  /// The object or array that holds the part at `index`, made where the file lacks it.
  NodeId owner_of(const std::vector<Step>& steps, std::size_t index) {
    if (index == 0)
      return strategy_;
    const Step& step = steps[index - 1];
    if (step.node != no_node &&
        (tree_[step.node].kind == Kind::object || tree_[step.node].kind == Kind::array))
      return step.node;
    const bool array = step.type->shape == Shape::list && !step.keyed;
    const NodeId made = tree_.add(array ? Kind::array : Kind::object, one_.path_place);
    if (step.node == no_node) {
      tree_.append(owner_of(steps, index - 1), made, one_.path_place, step.name);
      return made;
    }
    // A short form gives way to an object that says the same.
    const NodeId bare = tree_.copy(step.node);
    tree_.replace(step.node, made);
    const Field* const field = short_field(*step.type);
    if (field != nullptr && field->name.en != steps[index].name)
      tree_.append(made, bare, tree_[bare].value, std::string(field->name.en));
    return made;
  }

  /// A new element is named by the path, unless it names itself.
  void name(NodeId element, const std::string& word, const Type& list, bool keyed) {
    if (keyed || list.item->shape != Shape::record || tree_[element].kind != Kind::object)
      return;
    const Record& record = list.item->record();
    if (node_of(tree_, record, Origin{element, true}, 0) != no_node ||
        element_name(tree_, list, keyed, element) == word)
      return;
    tree_.append(element, tree_.add(Kind::string, one_.path_place, word), one_.path_place,
                 std::string(record.fields[0].name.en));
  }

  void remove(const std::vector<Step>& steps) {
    const std::size_t last = steps.size() - 1;
    // What a short form stands for cannot go without it.
    const NodeId gone = steps[is_same_node(steps, last) ? last - 1 : last].node;
    const Step* const element = renamed(steps);
    if (element != nullptr)
      paths_.forget(element->node);
    tree_.remove(gone);
    if (element != nullptr && element->node != gone)
      paths_.learn(element->node);
  }
};
} // namespace

OverrideResult Overrider::apply(const Override& one, text::HintBudget& hints) {
  return Applier(tree_, strategy_, paths_, one).apply(hints);
}

std::optional<double> related_number(double number, std::string_view change) {
  if (change.size() < 2 || std::string_view("+-*").find(change.front()) == std::string_view::npos)
    return std::nullopt;
  const char sign = change.front();
  change.remove_prefix(1);
  const auto percent = text::before_percent(change);
  const auto by = text::read_number(percent.value_or(change));
  if (!by || std::signbit(*by) || (percent && sign == '*'))
    return std::nullopt;
  double result = sign == '*' ? number * *by : sign == '+' ? number + *by : number - *by;
  if (percent) // multiplied before it is divided: 1200 and 10% give 1320, not its neighbour
    result = number * (sign == '+' ? 100 + *by : 100 - *by) / 100;
  return std::isfinite(result) ? std::optional(result) : std::nullopt;
}

} // namespace deploy_plan::model

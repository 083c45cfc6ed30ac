#include "model/rewrite.hpp"
#include "model/path.hpp"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>

namespace deploy_plan::model {
namespace {

using source::Kind;
using source::no_node;
using source::NodeId;
using source::Tree;

using Json = nlohmann::ordered_json;

/// A value of the description with its keys and words in French.
Json in_french(const Json& value, const Type& described) {
  const Type& type = without_optional(described);
  if (value.is_string() && type.shape == Shape::choice) {
    const Choice* const choice = find_choice(type.choices(), value.get<std::string>());
    return choice == nullptr ? value : Json(choice->name.fr);
  }
  if (value.is_array() && type.shape == Shape::list) {
    Json all = Json::array();
    for (const Json& element : value)
      all.push_back(in_french(element, *type.item));
    return all;
  }
  if (!value.is_object() || type.shape != Shape::record)
    return value;
  Json all = Json::object();
  for (const auto& [key, member] : value.items()) {
    const int index = find_field(type.record(), key);
    const Field* const field = index < 0 ? nullptr : &type.record().fields[static_cast<std::size_t>(index)];
    all[field == nullptr ? key : std::string(field->name.fr)] =
        field == nullptr ? member : in_french(member, *field->type);
  }
  return all;
}

std::string joined(const Json& values, std::string_view between, const auto& write) {
  std::string all;
  for (const auto& [key, value] : values.items())
    all += (all.empty() ? "" : std::string(between)) + write(key, value);
  return all;
}
/// JSON as people write it: objects on one line, and the elements of a list on lines of their own where what
/// surrounds them is. `before` is what stands before the list's key: a line's end and blanks, or a blank.
std::string laid_out(const Json& value, const std::string& before) {
  const bool is_list_of_objects = value.is_array() && !value.empty() && value.front().is_object();
  if (value.is_object() && !value.empty())
    return "{ " +
           joined(value, ", ",
                  [](const std::string& key, const Json& member) {
                    return "\"" + key + "\": " + laid_out(member, " ");
                  }) +
           " }";
  if (!is_list_of_objects)
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const bool is_on_lines = before.find('\n') != std::string::npos;
  const std::string begin = is_on_lines ? before + "  " : "";
  return "[" + begin +
         joined(value, is_on_lines ? "," + begin : ", ",
                [&](const std::string&, const Json& element) { return laid_out(element, begin); }) +
         (is_on_lines ? before : "") + "]";
}

class Rewriter {
public:
  Rewriter(const Tree& read, NodeId root)
      : tree_(read), strategy_(root), bytes_(read.sources.first().bytes()), paths_(read, root) {}

  void set(const WrittenValue& one) {
    const std::vector<Step> steps = paths_.follow(one.place);
    if (steps.empty())
      return;
    const Step& last = steps.back();
    Json value = Json::parse(one.json);
    if (is_french())
      value = in_french(value, *last.type);
    if (last.node != no_node) {
      replace(tree_[last.node].value, laid_out(value, indentation(begin_of(last.node))));
      return;
    }
    // The first part that is missing goes into the object before it, whole.
    std::size_t missing = steps.size() - 1;
    while (missing > 0 && steps[missing - 1].node == no_node)
      --missing;
    const NodeId owner = missing == 0 ? strategy_ : steps[missing - 1].node;
    if (tree_[owner].kind == Kind::object)
      add_to(additions_[owner], std::span(steps).subspan(missing), value);
  }

  std::string text() {
    for (const auto& [owner, members] : additions_)
      add(owner, members);
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.place.begin < b.place.begin; });
    std::string result;
    std::size_t from = 0;
    for (const Edit& edit : edits_) {
      result.append(bytes_, from, edit.place.begin - from);
      result += edit.text;
      from = edit.place.end;
    }
    return result.append(bytes_, from);
  }

private:
  struct Edit {
    Place place;
    std::string text;
  };
  const Tree& tree_;
  const NodeId strategy_;
  const std::string_view bytes_;
  PathFollower paths_;
  std::vector<Edit> edits_;
  /// What goes into an object: a value, or an object of further members.
  struct Member {
    std::string key;
    Json value;
    std::vector<Member> members;
    [[nodiscard]] std::string text(const std::string& before) const {
      if (members.empty())
        return key + ": " + laid_out(value, before);
      std::string all;
      for (const Member& one : members)
        all += (all.empty() ? "" : ", ") + one.text(" ");
      return key + ": { " + all + " }";
    }
  };
  std::map<NodeId, std::vector<Member>> additions_; ///< by owner

  /// Two values of one object that is missing make one object.
  void add_to(std::vector<Member>& members, std::span<const Step> steps, const Json& value) const {
    const std::string name = key(steps.front());
    auto member =
        std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.key == name; });
    if (member == members.end())
      member = members.insert(member, {name, {}, {}});
    if (steps.size() == 1)
      member->value = value;
    else
      add_to(member->members, steps.subspan(1), value);
  }

  void replace(Place place, std::string text) { edits_.push_back({place, std::move(text)}); }

  /// The language is that of the file: its market is named in it.
  bool is_french() const {
    for (NodeId child = tree_[strategy_].first_child; child != no_node; child = tree_[child].next)
      if (const int field = find_field(description<Strategy>(), tree_.key(child)); field >= 0) {
        const Text name = description<Strategy>().fields[static_cast<std::size_t>(field)].name;
        if (name.en != name.fr)
          return tree_.key(child) != name.en;
      }
    return false;
  }
  std::string key(const Step& step) const {
    const bool french = step.field != nullptr && is_french();
    return "\"" + (french ? std::string(step.field->name.fr) : step.name) + "\"";
  }

  /// After the last member, laid out as the members are: a line each, or all on one.
  void add(NodeId owner, const std::vector<Member>& members) {
    NodeId last = no_node;
    for (NodeId child = tree_[owner].first_child; child != no_node; child = tree_[child].next)
      last = child;
    std::string text;
    if (last == no_node) {
      for (const Member& one : members)
        text += (text.empty() ? " " : ", ") + one.text(" ");
      replace({tree_[owner].value.begin + 1, tree_[owner].value.begin + 1}, text + " ");
      return;
    }
    const std::string before = indentation(tree_[last].key.begin);
    for (const Member& one : members)
      text += "," + before + one.text(before);
    replace({tree_[last].value.end, tree_[last].value.end}, text);
  }

  /// Where a value begins, with its key if it has one.
  std::size_t begin_of(NodeId node) const {
    const Place key = tree_[node].key;
    return key.end > key.begin ? key.begin : tree_[node].value.begin;
  }
  /// What stands between a member and the one before: a line's end and blanks, or a blank.
  std::string indentation(std::size_t key) const {
    const auto line = bytes_.find_last_of('\n', key);
    if (line == std::string_view::npos)
      return " ";
    const std::string_view blanks = bytes_.substr(line, key - line);
    return blanks.find_first_not_of(" \t\r\n") == std::string_view::npos ? std::string(blanks) : " ";
  }
};
} // namespace

std::string rewritten(const Tree& tree, NodeId strategy, const std::vector<WrittenValue>& values) {
  Rewriter rewriter(tree, strategy);
  for (const WrittenValue& one : values)
    rewriter.set(one);
  return rewriter.text();
}

} // namespace deploy_plan::model

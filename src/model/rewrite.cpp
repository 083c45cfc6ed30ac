#include "model/rewrite.hpp"
#include "model/path.hpp"
#include <algorithm>
#include <map>
#include <span>

namespace deploy_plan::model {
namespace {

using source::Kind;
using source::no_node;
using source::NodeId;
using source::Tree;

class Rewriter {
public:
  Rewriter(const Tree& read, NodeId root)
      : tree_(read), strategy_(root), bytes_(read.sources.first().bytes()), paths_(read, root) {}

  void set(const WrittenValue& one) {
    const std::vector<Step> steps = paths_.follow(one.place);
    if (steps.empty())
      return;
    const Step& last = steps.back();
    if (last.node != no_node) {
      replace(tree_[last.node].value, one.json);
      return;
    }
    // The first part that is missing goes into the object before it, whole.
    std::size_t missing = steps.size() - 1;
    while (missing > 0 && steps[missing - 1].node == no_node)
      --missing;
    const NodeId owner = missing == 0 ? strategy_ : steps[missing - 1].node;
    if (tree_[owner].kind == Kind::object)
      add_to(additions_[owner], std::span(steps).subspan(missing), one.json);
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
    std::string json;
    std::vector<Member> members;
    [[nodiscard]] std::string text() const {
      if (members.empty())
        return key + ": " + json;
      std::string all;
      for (const Member& one : members)
        all += (all.empty() ? "" : ", ") + one.text();
      return key + ": { " + all + " }";
    }
  };
  std::map<NodeId, std::vector<Member>> additions_; ///< by owner

  /// Two values of one object that is missing make one object.
  void add_to(std::vector<Member>& members, std::span<const Step> steps, const std::string& json) const {
    const std::string name = key(steps.front());
    auto member =
        std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.key == name; });
    if (member == members.end())
      member = members.insert(member, {name, {}, {}});
    if (steps.size() == 1)
      member->json = json;
    else
      add_to(member->members, steps.subspan(1), json);
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
        text += (text.empty() ? " " : ", ") + one.text();
      replace({tree_[owner].value.begin + 1, tree_[owner].value.begin + 1}, text + " ");
      return;
    }
    const std::string before = indentation(tree_[last].key.begin);
    for (const Member& one : members)
      text += "," + before + one.text();
    replace({tree_[last].value.end, tree_[last].value.end}, text);
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

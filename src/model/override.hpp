// Changing a strategy's tree by path, before it is decoded: what is changed is then read and judged like
// anything else, and pointed at where the change was written.
#pragma once
#include "deploy_plan/difference.hpp"
#include "model/path.hpp"
#include <nlohmann/json_fwd.hpp>

namespace deploy_plan::model {

/// One assignment: a path, and the value that it takes, which is a node of the same tree.
struct Override {
  std::string path;
  Place path_place; ///< where the path is written
  source::NodeId value = source::no_node;
  bool relative = false; ///< a text such as "+10%" changes the number that it finds
};

/// What an assignment did; what is wrong with it is a finding, and the tree is as it was.
struct OverrideResult {
  std::optional<Difference> done;
  std::optional<Finding> failure;
};

/// Applies assignments to a tree, one after the other. Nobody else changes it meanwhile but by reading
/// further texts into it.
class Overrider {
public:
  Overrider(source::Tree& tree, source::NodeId strategy)
      : tree_(tree), strategy_(strategy), paths_(tree, strategy) {}
  [[nodiscard]] OverrideResult apply(const Override& one, text::HintBudget& hints);

private:
  source::Tree& tree_;
  source::NodeId strategy_;
  PathFollower paths_;
};

/// "+10%", "-5" or "*1.2" of a number, or nothing where the text is none of them, or what it gives is no
/// finite number.
[[nodiscard]] std::optional<double> related_number(double number, std::string_view change);

/// A value in its one form: English keys in the order of the description, words of lists in English, short
/// forms written out.
[[nodiscard]] nlohmann::ordered_json canonical(const source::Tree& tree, const Type& type, bool keyed,
                                               source::NodeId node);

} // namespace deploy_plan::model

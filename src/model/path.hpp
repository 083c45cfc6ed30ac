// Paths into a strategy: field names and the names of elements joined with dots, in either language.
#pragma once
#include "model/description.hpp"
#include "source/tree.hpp"
#include <unordered_map>

namespace deploy_plan::model {

/// What one part of a path leads to.
struct Step {
  std::string name;                      ///< the field in English, or the element as a path names it
  const Field* field = nullptr;          ///< nullptr for an element of a list
  const Type* type = nullptr;            ///< of what stands there, without optional
  bool keyed = false;                    ///< a list written as an object
  source::NodeId node = source::no_node; ///< where the file leaves it out: no_node
};

/// Where a path led: its parts and, if not all of them are known, the first unknown one and the nearest
/// known.
struct Followed {
  bool leads = true;
  std::vector<Step> steps; ///< up to what is known
  std::string unknown;
  std::string nearest;

  [[nodiscard]] Phrase message(const std::string& path) const; ///< what is wrong with it
  [[nodiscard]] Phrase help() const;
};

/// Follows paths from one strategy, whose lists it indexes as it meets them.
class PathFollower {
public:
  PathFollower(const source::Tree& tree, source::NodeId strategy) : tree_(tree), strategy_(strategy) {}
  /// The last part may name a new element of a list when `may_add`. Of elements with one name, the second is
  /// `name#2`.
  [[nodiscard]] Followed follow(std::string_view path, bool may_add);

private:
  /// A list's elements by their first field, which is what names them: an id, a family, a tier, a day.
  struct Elements {
    std::unordered_map<std::string_view, std::vector<source::NodeId>> by_name;
    std::vector<std::string_view> names; ///< in the order of the file
    std::size_t longest = 0;             ///< bytes of a name
  };
  const Elements& elements(const Type& list, bool keyed, source::NodeId node);
  /// Of the parts that the path begins with, the longest that names an element: ids may hold dots.
  std::size_t element_size(const Type& list, const Elements& all, std::string_view path,
                           source::NodeId& found);

  const source::Tree& tree_;
  source::NodeId strategy_;
  std::unordered_map<source::NodeId, Elements> lists_;
};

/// What names an element in a path: the text of its first field, a choice in English, or its key; empty where
/// it has none.
[[nodiscard]] std::string_view element_name(const source::Tree& tree, const Type& list, bool keyed,
                                            source::NodeId element);
/// The list that a series written in place stands for; any other type as it is.
[[nodiscard]] const Type& in_place(const source::Tree& tree, const Type& type, source::NodeId node);

} // namespace deploy_plan::model

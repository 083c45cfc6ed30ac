// Paths into a strategy: field names and element ids joined with dots, in either language.
#pragma once
#include "model/description.hpp"
#include "source/tree.hpp"
#include <unordered_map>

namespace deploy_plan::model {

/// Where a path led: whether all of it is known and, if not, its first unknown part and the nearest known
/// one.
struct Followed {
  bool leads = true;
  std::string unknown;
  std::string nearest;
};

/// Follows paths from one strategy, whose lists it indexes as it meets them.
class PathFollower {
public:
  PathFollower(const source::Tree& tree, source::NodeId strategy) : tree_(tree), strategy_(strategy) {}
  /// The last part may name a new element of a list when `may_add`.
  [[nodiscard]] Followed follow(std::string_view path, bool may_add);

private:
  /// A list's elements by their first field, which is what names them: an id, a family, a tier.
  struct Elements {
    std::unordered_map<std::string_view, source::NodeId> by_name;
    std::vector<std::string_view> names; ///< in the order of the file
  };
  const Elements& elements(const Type& item, source::NodeId list);

  const source::Tree& tree_;
  source::NodeId strategy_;
  std::unordered_map<source::NodeId, Elements> lists_;
};

} // namespace deploy_plan::model

// Paths into a strategy: field names and element ids joined with dots, in either language.
#pragma once
#include "model/description.hpp"
#include "source/tree.hpp"

namespace deploy_plan::model {

/// Where a path led: whether all of it is known and, if not, its first unknown part and the nearest known
/// one.
struct Followed {
  bool leads = true;
  std::string unknown;
  std::string nearest;
};

/// Follows a path from the strategy at `node`. The last part may name a new element of a list when `may_add`.
[[nodiscard]] Followed follow(const source::Tree& tree, source::NodeId node, std::string_view path,
                              bool may_add);

} // namespace deploy_plan::model

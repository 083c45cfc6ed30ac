// Two trees of one strategy, compared as the description reads them: spelling, order and layout are nothing.
#pragma once
#include "deploy_plan/difference.hpp"
#include "source/tree.hpp"

namespace deploy_plan::model {

struct Version {
  const source::Tree& tree;
  source::NodeId strategy;
};
/// In the order of the description; of the fields that neither version has, none.
[[nodiscard]] std::vector<Difference> differences(const Version& from, const Version& to);
/// Every value of one version, as if it had come from nothing.
[[nodiscard]] std::vector<Difference> everything(const Version& one);

} // namespace deploy_plan::model

// Two trees of one strategy, compared as the description reads them: spelling, order and layout are nothing.
#pragma once
#include "deploy_plan/difference.hpp"
#include "model/description.hpp"
#include "source/tree.hpp"
#include <nlohmann/json_fwd.hpp>

namespace deploy_plan::model {

struct Version {
  const source::Tree& tree;
  source::NodeId strategy;
};
/// In the order of the description; of the fields that neither version has, none.
[[nodiscard]] std::vector<Difference> differences(const Version& from, const Version& to);
/// A difference by where it is, and the values in their one form, null where there is none.
[[nodiscard]] Difference difference(std::vector<PathPart> parts, const Type& type,
                                    const nlohmann::ordered_json& from, const nlohmann::ordered_json& to);
/// Every value of one version, as if it had come from nothing.
[[nodiscard]] std::vector<Difference> everything(const Version& one);

} // namespace deploy_plan::model

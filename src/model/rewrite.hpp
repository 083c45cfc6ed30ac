// Writing values back into a strategy's own text, so that its layout, the language of its keys and its
// comments stay as their author left them.
#pragma once
#include "deploy_plan/difference.hpp"
#include "source/tree.hpp"

namespace deploy_plan::model {

/// The first source of the tree with the values in place; what is not there yet is added to the nearest
/// object that is. Values take the file's language, and lists of objects its lines. Paths that lead nowhere
/// are passed over.
[[nodiscard]] std::string rewritten(const source::Tree& tree, source::NodeId strategy,
                                    const std::vector<WrittenValue>& values);

} // namespace deploy_plan::model

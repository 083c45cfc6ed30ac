// Who excludes whom, in as few rows as hold it.
#pragma once
#include <utility>
#include <vector>

namespace deploy_plan::analysis {

using Pair = std::pair<std::size_t, std::size_t>;

/// Groups whose members all exclude each other, such that every pair is in one: in a program, one row a group
/// says more than a row a pair, and there are fewer of them. Pairs are in order, each once.
[[nodiscard]] std::vector<std::vector<std::size_t>> cliques_of(const std::vector<Pair>& pairs);

} // namespace deploy_plan::analysis

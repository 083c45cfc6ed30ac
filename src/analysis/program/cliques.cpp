#include "analysis/program/cliques.hpp"
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace deploy_plan::analysis {

std::vector<std::vector<std::size_t>> cliques_of(const std::vector<Pair>& pairs) {
  std::map<std::size_t, std::vector<std::size_t>> after; // those beyond a place that it excludes
  for (const auto& [one, other] : pairs)
    after[one].push_back(other);
  std::vector<std::vector<std::size_t>> all;
  std::set<Pair> held;
  for (const Pair& pair : pairs) {
    if (held.contains(pair))
      continue;
    std::vector<std::size_t> clique{pair.first};
    std::vector<std::size_t> may_join = after[pair.first];
    for (std::size_t next = pair.second;;) {
      for (const std::size_t member : clique)
        held.emplace(member, next);
      clique.push_back(next);
      std::vector<std::size_t> common;
      const auto& others = after[next];
      std::set_intersection(may_join.begin(), may_join.end(), others.begin(), others.end(),
                            std::back_inserter(common));
      may_join = std::move(common);
      if (may_join.empty())
        break;
      next = may_join.front();
    }
    all.push_back(std::move(clique));
  }
  return all;
}

} // namespace deploy_plan::analysis

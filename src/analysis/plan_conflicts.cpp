// Which limits conflict: the smallest set of them that has no solution, by implicit hitting sets (Ignatiev,
// Previti, Liffiton, Marques-Silva: Smallest MUS extraction with minimal hitting set dualization, CP 2015).
#include "analysis/plan_parts.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

using Set = std::vector<bool>; ///< of limits

class ConflictFinder {
public:
  ConflictFinder(const PlanModel& planned, const SolverLimits& chosen) : model(planned), limits(chosen) {}

  std::vector<std::size_t> smallest() {
    if (is_feasible(Set(size())))
      for (int round = 0; round < most_rounds; ++round) {
        const Set tried = hitting_set();
        if (!is_feasible(tried))
          return members(tried);
        corrections.push_back(complement_of_largest(tried));
      }
    return irreducible();
  }

private:
  static constexpr int most_rounds = 60;
  const PlanModel& model;
  const SolverLimits limits;
  std::vector<Set> corrections; ///< every conflict holds a limit of each

  std::size_t size() const { return model.limits.size(); }
  static std::vector<std::size_t> members(const Set& set) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < set.size(); ++i)
      if (set[i])
        all.push_back(i);
    return all;
  }

  /// Whether there is a plan within these limits alone.
  bool is_feasible(const Set& kept) const {
    Program program = model.program;
    for (Column& column : program.columns)
      column.cost = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (kept[i])
        continue;
      for (const int row : model.limits[i].rows) {
        program.rows[static_cast<std::size_t>(row)].low = -unbounded;
        program.rows[static_cast<std::size_t>(row)].high = unbounded;
      }
      for (const auto& [column, free] : model.limits[i].columns) {
        program.columns[static_cast<std::size_t>(column)].low = free.low;
        program.columns[static_cast<std::size_t>(column)].high = free.high;
      }
    }
    return solve(program, limits).outcome != Outcome::infeasible;
  }

  Set hitting_set() const {
    Program program;
    program.maximise = false;
    for (std::size_t i = 0; i < size(); ++i)
      program.add(Column{"limit" + std::to_string(i), 0, 1, 1, true});
    for (const Set& correction : corrections) {
      Row row{"hit" + std::to_string(program.rows.size()), 1, unbounded, {}};
      for (const std::size_t limit : members(correction))
        row.terms.push_back({static_cast<int>(limit), 1});
      program.add(std::move(row));
    }
    Set set(size());
    if (corrections.empty())
      return set;
    const Solution solution = solve(program, limits);
    for (std::size_t i = 0; i < solution.columns.size(); ++i)
      set[i] = solution.columns[i] > 0.5;
    return set;
  }

  /// Adds limits while a plan remains; gives those that could not be added.
  Set complement_of_largest(Set kept) const {
    Set left(size());
    for (std::size_t i = 0; i < size(); ++i) {
      if (kept[i])
        continue;
      kept[i] = true;
      if (!is_feasible(kept)) {
        kept[i] = false;
        left[i] = true;
      }
    }
    return left;
  }

  /// Of a conflict that takes too long to be shown smallest, one from which no limit can be taken.
  std::vector<std::size_t> irreducible() const {
    Set kept(size(), true);
    for (std::size_t i = 0; i < size(); ++i) {
      kept[i] = false;
      kept[i] = is_feasible(kept);
    }
    return members(kept);
  }
};
} // namespace

std::vector<PlanLimit> conflicts(const PlanModel& model, const SolverLimits& limits) {
  std::vector<PlanLimit> found;
  for (const std::size_t limit : ConflictFinder(model, limits).smallest())
    found.push_back({model.limits[limit].words});
  return found;
}

} // namespace deploy_plan::analysis

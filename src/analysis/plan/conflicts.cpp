// Which limits conflict: first a set from which none can be taken, by halving (Junker: QuickXplain, AAAI
// 2004), then, as far as time and a number of rounds allow, the smallest, by implicit hitting sets (Ignatiev,
// Previti, Liffiton, Marques-Silva: Smallest MUS extraction with minimal hitting set dualization, CP 2015).
#include "analysis/plan/parts.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

enum class Holds { yes, no, unknown };

class ConflictFinder {
public:
  ConflictFinder(const PlanModel& planned, const SolverLimits& chosen) : model_(planned), limits_(chosen) {}

  Conflict find() {
    const auto irreducible = reduced();
    if (irreducible.size() <= 1 && all_known_)
      return {irreducible, true};
    checks_ = 0;
    for (int round = 0; round < most_rounds && checks_ < most_checks; ++round) {
      const auto tried = hitting_set();
      if (!tried)
        break;
      if (members(*tried).size() >= irreducible.size())
        return {irreducible, true}; // no smaller one meets every correction
      Solution solution;
      const Holds verdict = check(*tried, solution);
      if (verdict == Holds::no)
        return {members(*tried), true};
      if (verdict == Holds::unknown)
        break;
      corrections_.push_back(complement_of_largest(*tried, solution));
    }
    return {irreducible, false};
  }

private:
  static constexpr int most_rounds = 60;
  static constexpr int most_checks = 250; ///< to find the smallest: a bound that is not the machine's speed
  const PlanModel& model_;
  const SolverLimits limits_;
  std::vector<LimitSet> corrections_; ///< every conflict holds a limit of each
  bool all_known_ = true;
  int checks_ = 0;

  std::size_t size() const { return model_.limits.size(); }
  static std::vector<std::size_t> members(const LimitSet& set) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < set.size(); ++i)
      if (set[i])
        all.push_back(i);
    return all;
  }

  Holds check(const LimitSet& kept, Solution& solution) {
    ++checks_;
    solution = within(model_, kept, limits_);
    if (solution.outcome == Outcome::infeasible)
      return Holds::no;
    if (!solution.columns.empty())
      return Holds::yes;
    all_known_ = false;
    return Holds::unknown;
  }
  bool conflicts(const LimitSet& kept) {
    Solution ignored;
    return check(kept, ignored) == Holds::no;
  }

  // A set that conflicts, and none of whose members can be taken. What is not known to conflict is taken not
  // to.

  std::vector<std::size_t> reduced() {
    LimitSet kept(size());
    std::vector<std::size_t> all(size());
    for (std::size_t i = 0; i < size(); ++i)
      all[i] = i;
    auto found = needed_of(all, kept, false);
    std::sort(found.begin(), found.end());
    return found;
  }

  /// Of limits that conflict together with those kept, as few as that takes; `has_grown` where what is kept
  /// may conflict by itself.
  std::vector<std::size_t> needed_of(std::span<const std::size_t> among, LimitSet& kept, bool has_grown) {
    if (has_grown && conflicts(kept))
      return {};
    if (among.size() == 1)
      return {among.front()};
    const auto first = among.first(among.size() / 2);
    const auto second = among.subspan(first.size());
    const auto of_second = needed_with(first, second, kept);
    auto all = needed_with(of_second, first, kept);
    all.insert(all.end(), of_second.begin(), of_second.end());
    return all;
  }
  std::vector<std::size_t> needed_with(std::span<const std::size_t> added, std::span<const std::size_t> among,
                                       LimitSet& kept) {
    for (const std::size_t limit : added)
      kept[limit] = true;
    auto found = needed_of(among, kept, !added.empty());
    for (const std::size_t limit : added)
      kept[limit] = false;
    return found;
  }

  // The smallest.

  /// The fewest limits that meet every correction; nothing where the time is over.
  std::optional<LimitSet> hitting_set() const {
    LimitSet set(size());
    if (corrections_.empty())
      return set;
    Program program;
    program.maximise = false;
    for (std::size_t i = 0; i < size(); ++i)
      program.add(Column{"limit" + std::to_string(i), 0, 1, 1, true});
    for (const LimitSet& correction : corrections_) {
      Row row{"hit" + std::to_string(program.rows.size()), 1, unbounded, {}};
      for (const std::size_t limit : members(correction))
        row.terms.push_back({static_cast<int>(limit), 1});
      program.add(std::move(row));
    }
    const Solution solution = solve(program, {limits_.until, 1e-6});
    if (solution.outcome != Outcome::optimal)
      return std::nullopt;
    for (std::size_t i = 0; i < size(); ++i)
      set[i] = solution.columns[i] > 0.5;
    return set;
  }

  /// Adds limits while a plan remains; gives those that could not be added.
  LimitSet complement_of_largest(LimitSet kept, Solution solution) {
    add_held(kept, solution);
    LimitSet left(size());
    for (std::size_t i = 0; i < size(); ++i) {
      if (kept[i])
        continue;
      kept[i] = true;
      if (check(kept, solution) == Holds::yes)
        add_held(kept, solution);
      else {
        kept[i] = false;
        left[i] = true;
      }
    }
    return left;
  }

  /// Adds the limits that a plan keeps by itself.
  void add_held(LimitSet& kept, const Solution& solution) const {
    for (std::size_t i = 0; i < size(); ++i)
      if (!kept[i])
        kept[i] = is_held(model_.limits[i], solution.columns);
  }
  bool is_held(const LimitGroup& limit, const std::vector<double>& columns) const {
    Program only;
    for (const auto& [column, free] : limit.columns) {
      const Column& own = model_.program.columns[static_cast<std::size_t>(column)];
      only.add(Row{"", own.low, own.high, {{column, 1}}});
    }
    for (const int row : limit.rows)
      only.add(Row(model_.program.rows[static_cast<std::size_t>(row)]));
    return holds(only, columns);
  }
};
} // namespace

Solution within(const PlanModel& model, const LimitSet& kept, const SolverLimits& limits) {
  // Few runs keep most limits by themselves; whether there are any is what is asked, not how few.
  constexpr double any = 0.5;
  constexpr int most_nodes = 500;
  Program program = model.program;
  program.maximise = false;
  for (Column& column : program.columns)
    column.cost = column.whole ? 1 : 0;
  for (std::size_t i = 0; i < model.limits.size(); ++i) {
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
  return solve(program, {limits.until, any, most_nodes});
}

Conflict conflict(const PlanModel& model, const SolverLimits& limits) {
  return ConflictFinder(model, limits).find();
}

} // namespace deploy_plan::analysis

// Which of the plans with the same runs: one whose runs are spread evenly over their time. Found by moving a
// run at a time, or exchanging two, as long as that evens them out: nothing that a plan gives or takes hangs
// on it.
#include "analysis/plan/parts.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Values of columns that may change while all rows hold.
class HeldColumns {
public:
  HeldColumns(const Program& held, std::vector<double> values)
      : program_(held), values_(std::move(values)), rows_of_(held.columns.size()), sums_(held.rows.size()) {
    for (std::size_t row = 0; row < held.rows.size(); ++row)
      for (const Term& term : held.rows[row].terms) {
        const auto column = static_cast<std::size_t>(term.column);
        rows_of_[column].emplace_back(row, term.factor);
        sums_[row] += term.factor * values_[column];
      }
  }
  [[nodiscard]] double value(int column) const { return values_[static_cast<std::size_t>(column)]; }
  [[nodiscard]] std::vector<double> values() const { return values_; }

  /// Adds to columns where all rows and bounds hold then; else changes nothing.
  bool add(const std::vector<Term>& changes) {
    double worth = 0; // of what is maximised, or what it costs
    for (const Term& change : changes)
      worth += change.factor * program_.columns[static_cast<std::size_t>(change.column)].cost;
    if (std::abs(worth) > tolerance)
      return false;
    apply(changes, 1);
    if (std::all_of(changes.begin(), changes.end(), [&](const Term& change) { return holds(change.column); }))
      return true;
    apply(changes, -1);
    return false;
  }
  void take_back(const std::vector<Term>& changes) { apply(changes, -1); }

private:
  static constexpr double tolerance = 1e-6;
  const Program& program_;
  std::vector<double> values_;
  std::vector<std::vector<std::pair<std::size_t, double>>> rows_of_;
  std::vector<double> sums_;

  void apply(const std::vector<Term>& changes, double times) {
    for (const Term& change : changes) {
      const auto column = static_cast<std::size_t>(change.column);
      values_[column] += times * change.factor;
      for (const auto& [row, factor] : rows_of_[column])
        sums_[row] += factor * times * change.factor;
    }
  }
  bool holds(int changed) const {
    const auto column = static_cast<std::size_t>(changed);
    const auto is_within = [](double value, double low, double high) {
      const double slack = tolerance * std::max(1.0, std::abs(value));
      return value >= low - slack && value <= high + slack;
    };
    return is_within(values_[column], program_.columns[column].low, program_.columns[column].high) &&
           std::all_of(rows_of_[column].begin(), rows_of_[column].end(), [&](const auto& of) {
             return is_within(sums_[of.first], program_.rows[of.first].low, program_.rows[of.first].high);
           });
  }
};

/// Runs of a reach, slot by slot, and how many should be done until the end of each.
struct SpreadRuns {
  const ModelAction* action = nullptr;
  std::size_t at = 0; ///< of its reaches
  std::vector<double> wished;
  [[nodiscard]] int column(std::size_t slot) const { return action->in_slots[slot].runs[at]; }
};

class Spreader {
public:
  Spreader(const PlanModel& planned, const Solution& found)
      : model_(planned), held_(planned.program, found.columns) {
    for (const ModelAction& one : model_.actions)
      if (one.is_timed() && one.slots.size() > 1)
        for (std::size_t at = 0; at < one.reaches.size(); ++at)
          add(one, at);
  }

  std::vector<double> spread() {
    for (int step = 0; step < most_steps; ++step)
      if (!move_one() && !exchange())
        break;
    return held_.values();
  }

private:
  static constexpr int most_steps = 2000;
  static constexpr double least_better = 1e-9;
  const PlanModel& model_;
  HeldColumns held_;
  std::vector<SpreadRuns> all_;

  static std::int64_t length_of(const Slot& slot) { return (slot.until - slot.from).count() + 1; }

  void add(const ModelAction& one, std::size_t at) {
    SpreadRuns runs{&one, at, {}};
    double count = 0;
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot)
      count += held_.value(runs.column(slot));
    if (count < 0.5)
      return;
    // A test is wished first, and the others evenly after the first day on which it could be decided; of what
    // others require, one run first.
    const bool is_tested = one.is_to_test();
    const Date open = is_tested ? decision_day(*one.action, one.slots.front().until) : one.slots.front().from;
    std::int64_t length = 0;
    for (const Slot& slot : one.slots)
      length += slot.from < open ? 0 : length_of(slot);
    std::int64_t gone = 0;
    for (const Slot& slot : one.slots) {
      gone += slot.from < open ? 0 : length_of(slot);
      const double share = static_cast<double>(gone) / static_cast<double>(std::max<std::int64_t>(1, length));
      const double even = is_tested ? 1 + (count - 1) * share : count * share;
      const bool comes_first = at == 0 && one.begins() && (is_tested || one.is_required);
      runs.wished.push_back(comes_first ? std::max(1.0, even) : even);
    }
    all_.push_back(std::move(runs));
  }

  /// How far runs are from what is wished, over all slots.
  double distance(const SpreadRuns& runs) const {
    double sum = 0;
    double done = 0;
    for (std::size_t slot = 0; slot < runs.wished.size(); ++slot) {
      done += held_.value(runs.column(slot));
      sum += std::abs(done - runs.wished[slot]);
    }
    return sum;
  }

  /// Of one run, with where the action begins. Where days of setting up hang on that, it stays.
  std::optional<std::vector<Term>> move_of(const SpreadRuns& runs, std::size_t from, std::size_t to) const {
    if (held_.value(runs.column(from)) < 0.5)
      return std::nullopt;
    std::vector<Term> changes{{runs.column(from), -1}, {runs.column(to), 1}};
    const ModelAction& one = *runs.action;
    if (one.in_slots.front().begins < 0)
      return changes;
    const auto first = [&](bool moved) {
      for (std::size_t slot = 0; slot < one.slots.size(); ++slot) {
        double here = moved && slot == to ? 1 : moved && slot == from ? -1 : 0;
        for (const int column : one.in_slots[slot].runs)
          here += held_.value(column);
        if (here > 0.5)
          return slot;
      }
      return one.slots.size();
    };
    const std::size_t before = first(false);
    const std::size_t after = first(true);
    if (before == after)
      return changes;
    if (!one.setup.empty() || before == one.slots.size() || after == one.slots.size())
      return std::nullopt;
    changes.push_back({one.in_slots[before].begins, -1});
    changes.push_back({one.in_slots[after].begins, 1});
    for (std::size_t slot = std::min(before, after); slot < std::max(before, after); ++slot)
      changes.push_back({one.in_slots[slot].begun, before < after ? -1.0 : 1.0});
    return changes;
  }

  bool move_one() {
    for (const SpreadRuns& runs : all_) {
      const double before = distance(runs);
      for (std::size_t from = 0; from < runs.wished.size(); ++from)
        for (std::size_t to = 0; to < runs.wished.size(); ++to)
          if (from != to && is_better(before, {&runs, 1}, move_of(runs, from, to)))
            return true;
    }
    return false;
  }

  bool is_better(double before, std::span<const SpreadRuns> of,
                 const std::optional<std::vector<Term>>& changes) {
    if (!changes || !held_.add(*changes))
      return false;
    double after = 0;
    for (const SpreadRuns& runs : of)
      after += distance(runs);
    if (after < before - least_better)
      return true;
    held_.take_back(*changes);
    return false;
  }

  /// Of two actions of one owner, each takes the other's slot of a month.
  bool exchange() {
    for (std::size_t i = 0; i < all_.size(); ++i)
      for (std::size_t j = i + 1; j < all_.size(); ++j)
        if (all_[i].action->owner == all_[j].action->owner && all_[i].action != all_[j].action &&
            exchange(all_[i], all_[j]))
          return true;
    return false;
  }
  bool exchange(const SpreadRuns& a, const SpreadRuns& b) {
    const double before = distance(a) + distance(b);
    for (std::size_t from = 0; from < a.wished.size(); ++from)
      for (std::size_t to = 0; to < a.wished.size(); ++to) {
        auto changes = from == to ? std::nullopt : move_of(a, from, to);
        if (!changes)
          continue;
        for (std::size_t other = 0; other < b.wished.size(); ++other)
          for (std::size_t back = 0; back < b.wished.size(); ++back) {
            if (b.action->slots[other].bucket != a.action->slots[to].bucket ||
                b.action->slots[back].bucket != a.action->slots[from].bucket)
              continue;
            const auto moved = move_of(b, other, back);
            if (!moved)
              continue;
            auto both = *changes;
            both.insert(both.end(), moved->begin(), moved->end());
            const SpreadRuns pair[] = {a, b};
            if (is_better(before, pair, both))
              return true;
          }
      }
    return false;
  }
};
} // namespace

Solution spread_runs(const PlanModel& model, const Solution& solution) {
  Solution even = solution;
  even.columns = Spreader(model, solution).spread();
  return even;
}

} // namespace deploy_plan::analysis

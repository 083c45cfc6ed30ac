#include "analysis/blocks/blocks.hpp"
#include "analysis/blocks/search.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace deploy_plan::analysis {
namespace {

/// Puts columns together that rows hold together, as long as that makes no part too large.
class Parts {
public:
  explicit Parts(std::size_t count) : above_(count), size_(count, 1) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t one) {
    while (above_[one] != one)
      one = above_[one] = above_[above_[one]];
    return one;
  }
  /// False where they would be more than `most` together.
  bool join(const std::vector<Term>& terms, std::size_t most) {
    std::vector<std::size_t> parts;
    for (const Term& term : terms)
      parts.push_back(of(static_cast<std::size_t>(term.column)));
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    std::size_t all = 0;
    for (const std::size_t part : parts)
      all += size_[part];
    if (all > most)
      return false;
    for (const std::size_t part : parts)
      above_[part] = parts.front();
    if (!parts.empty())
      size_[parts.front()] = all;
    return true;
  }

private:
  std::vector<std::size_t> above_, size_;
};

bool is_nothing(const Column& column) { return column.low == 0 && column.high == 0; }
} // namespace

std::optional<Blocks> Blocks::of(Program program) {
  Blocks blocks(std::move(program));
  if (!blocks.split())
    return std::nullopt;
  return blocks;
}

bool Blocks::split() {
  constexpr std::size_t fewest_columns = 600;
  constexpr std::size_t fewest_blocks = 10;
  constexpr std::size_t most_shared = 12;
  constexpr std::size_t packed_to = 24; ///< columns: smaller ones are not worth being asked for each
  if (program_.columns.size() < fewest_columns)
    return false;
  sign_ = program_.maximise ? 1 : -1;
  std::vector<int> rows(program_.rows.size());
  std::iota(rows.begin(), rows.end(), 0);
  const auto row = [&](int place) -> const Row& { return program_.rows[static_cast<std::size_t>(place)]; };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](int a, int b) { return row(a).terms.size() < row(b).terms.size(); });
  Parts parts(program_.columns.size());
  for (const int place : rows) {
    const Row& one = row(place);
    if (parts.join(one.terms, program_.columns.size() / fewest_blocks))
      continue;
    const bool from_below = one.high == unbounded && one.low != -unbounded;
    if (shared_.size() == most_shared || (one.low != -unbounded && !from_below))
      return false;
    shared_.push_back({place, from_below ? -1.0 : 1.0, from_below ? -one.low : one.high});
  }
  std::vector<int> block_of(program_.columns.size(), -1);
  std::map<std::size_t, std::size_t> sizes;
  for (std::size_t i = 0; i < block_of.size(); ++i)
    ++sizes[parts.of(i)];
  std::map<std::size_t, int> numbers;
  std::size_t in_last = packed_to;
  int count = 0;
  for (std::size_t i = 0; i < block_of.size(); ++i) {
    const std::size_t part = parts.of(i);
    if (!numbers.contains(part)) {
      if (in_last + sizes[part] > packed_to) {
        ++count;
        in_last = 0;
      }
      in_last += sizes[part];
      numbers[part] = count - 1;
    }
    block_of[i] = is_nothing(program_.columns[i]) ? -1 : numbers[part];
  }
  if (static_cast<std::size_t>(count) < fewest_blocks)
    return false;
  add_blocks(block_of, static_cast<std::size_t>(count));
  return true;
}

void Blocks::add_blocks(const std::vector<int>& block_of, std::size_t count) {
  blocks_.resize(count);
  std::vector<int> place_in(block_of.size(), -1);
  for (std::size_t i = 0; i < block_of.size(); ++i) {
    if (block_of[i] < 0)
      continue;
    Block& block = blocks_[static_cast<std::size_t>(block_of[i])];
    Column column = program_.columns[i];
    column.cost *= sign_;
    place_in[i] = block.program.add(std::move(column));
    block.columns.push_back(static_cast<int>(i));
  }
  const auto in_block = [&](const Term& term, double sign) {
    return Term{place_in[static_cast<std::size_t>(term.column)], sign * term.factor};
  };
  std::vector<bool> is_shared(program_.rows.size());
  for (const Shared& one : shared_)
    is_shared[static_cast<std::size_t>(one.row)] = true;
  for (std::size_t i = 0; i < program_.rows.size(); ++i) {
    if (is_shared[i])
      continue;
    Row row{program_.rows[i].name, program_.rows[i].low, program_.rows[i].high, {}};
    int block = -1;
    for (const Term& term : program_.rows[i].terms)
      if (const int of = block_of[static_cast<std::size_t>(term.column)]; of >= 0) {
        block = of;
        row.terms.push_back(in_block(term, 1));
      }
    if (block >= 0)
      blocks_[static_cast<std::size_t>(block)].program.add(std::move(row));
  }
  for (Block& block : blocks_)
    block.shared.resize(shared_.size());
  for (std::size_t i = 0; i < shared_.size(); ++i)
    for (const Term& term : program_.rows[static_cast<std::size_t>(shared_[i].row)].terms)
      if (const int of = block_of[static_cast<std::size_t>(term.column)]; of >= 0)
        blocks_[static_cast<std::size_t>(of)].shared[i].push_back(in_block(term, shared_[i].sign));
}

bool Blocks::limit(int row, double high) {
  for (Shared& one : shared_)
    if (one.row == row && one.sign > 0) {
      one.limit = high;
      program_.rows[static_cast<std::size_t>(row)].high = high;
      return true;
    }
  return false;
}

Solution Blocks::solve(const SolverLimits& limits) { return BlockSearch(*this, limits).run(); }

Solution solve_by_blocks(const Program& program, const SolverLimits& limits) {
  constexpr double time_of_blocks = 0.6;
  constexpr double much = 1e-3;
  auto blocks = Blocks::of(program);
  if (!blocks)
    return solve(program, limits);
  SolverLimits of_blocks = limits;
  if (const auto now = std::chrono::steady_clock::now(); limits.until != Moment::max())
    of_blocks.until =
        now + std::chrono::duration_cast<Moment::duration>((limits.until - now) * time_of_blocks);
  Solution found = blocks->solve(of_blocks);
  if (found.gap <= much && !found.columns.empty())
    return found;
  Solution whole = solve(program, limits, found.columns);
  if (found.columns.empty() || whole.columns.empty() || whole.outcome == Outcome::optimal)
    return whole;
  // The better of both, held against the closer of what they exclude.
  const double sign = program.maximise ? 1 : -1;
  const auto excluded = [&](const Solution& one) { return sign * one.value + one.gap * std::abs(one.value); };
  const double at_most = std::min(excluded(found), excluded(whole));
  Solution& best = sign * found.value > sign * whole.value ? found : whole;
  best.gap = std::max(0.0, at_most - sign * best.value) / std::max(1e-9, std::abs(best.value));
  best.outcome = best.gap <= limits.gap ? Outcome::optimal : Outcome::feasible;
  return std::move(best);
}

} // namespace deploy_plan::analysis

#include "analysis/blocks/search.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {
constexpr int most_rounds = 12;
constexpr double fine = 1e-4; ///< a gap that is not worth looking further for
} // namespace

BlockSearch::BlockSearch(Blocks& searched, const SolverLimits& chosen) : all_(searched), limits_(chosen) {
  for (std::size_t i = 0; i < all_.shared_.size(); ++i)
    if (all_.shared_[i].limit < unbounded)
      scarce_.push_back(i);
}

Solution BlockSearch::run() {
  if (!begin())
    return {Outcome::unknown, 0, 0, {}, {}};
  for (int round = 0; round < most_rounds && !is_over(); ++round) {
    if (!price_where_unsure(prices_))
      break;
    if (const double bound = bound_at(prices_); bound < at_most_) {
      at_most_ = bound;
      centre_ = prices_;
    }
    take(selected(prices_));
    if (gap() <= limits_.gap)
      break;
    const Prices best = best_prices();
    std::vector<double> left(scarce_.size());
    if (at_most_ - known_bound(best, left) <= proven_enough() * size_of_value())
      break; // better prices would bound no better
    take(selected(best));
    if (gap() <= limits_.gap)
      break;
    prices_ = between(centre_, best);
  }
  if (gap() > limits_.gap && !is_over())
    polish();
  for (const double share : {0.3, 0.1, 0.03})
    if (gap() > std::max(limits_.gap, fine) && look_around(share))
      polish();
  return solution();
}

double BlockSearch::gap() const {
  return best_.empty() ? unbounded
                       : std::max(0.0, at_most_ - best_value_) / std::max(1e-9, std::abs(best_value_));
}

double BlockSearch::size_of_value() const {
  return best_.empty() ? scale() : std::max(std::abs(best_value_), 1e-9);
}

Blocks::Prices BlockSearch::between(const Prices& from, const Prices& to) const {
  const double share = scarce_.size() == 1 ? 1 : 0.4;
  Prices prices = from;
  for (std::size_t i = 0; i < prices.size(); ++i)
    prices[i] += share * (to[i] - from[i]);
  return prices;
}

double BlockSearch::scale() const {
  double sum = 0;
  for (const Block& block : all_.blocks_) {
    double most = 0;
    for (const Choice& choice : block.choices)
      most = std::max(most, std::abs(choice.brings));
    sum += most;
  }
  return sum / 10;
}

bool BlockSearch::look_around(double share) {
  if (is_over())
    return false;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < all_.blocks_.size(); ++i)
    if (!all_.blocks_[i].columns.empty())
      places.push_back(i);
  for (const std::size_t i : scarce_)
    for (const double times : {1 - share, 1 + share}) {
      Prices near = centre_;
      near[i] *= times;
      if (!ask(places, near, 1))
        return false;
    }
  return true;
}

void BlockSearch::take(Selection selection) {
  if (selection.empty())
    return;
  double value = 0;
  for (std::size_t i = 0; i < selection.size(); ++i)
    value += all_.blocks_[i].choices[selection[i]].brings;
  if (best_.empty() || value > best_value_) {
    best_value_ = value;
    best_ = std::move(selection);
  }
}

void BlockSearch::polish() {
  Program program;
  std::vector<double> known;
  for (std::size_t i = 0; i < all_.blocks_.size(); ++i) {
    Row one{"one", 1, 1, {}};
    for (std::size_t k = 0; k < all_.blocks_[i].choices.size(); ++k) {
      one.terms.push_back({program.add(Column{"choice", 0, 1, all_.blocks_[i].choices[k].brings, true}), 1});
      known.push_back(!best_.empty() && best_[i] == k ? 1 : 0);
    }
    program.add(std::move(one));
  }
  for (const std::size_t i : scarce_) {
    Row row{"shared", -unbounded, all_.shared_[i].limit, {}};
    int column = 0;
    for (const Block& block : all_.blocks_)
      for (const Choice& choice : block.choices) {
        if (choice.takes[i] != 0)
          row.terms.push_back({column, choice.takes[i]});
        ++column;
      }
    program.add(std::move(row));
  }
  const analysis::Solution found =
      analysis::solve(program, {limits_.until, std::max(1e-6, limits_.gap / 4), 60}, known);
  if (found.columns.empty())
    return;
  Selection selection;
  std::size_t column = 0;
  for (const Block& block : all_.blocks_) {
    std::size_t chosen = 0;
    for (std::size_t k = 0; k < block.choices.size(); ++k, ++column)
      if (found.columns[column] > 0.5)
        chosen = k;
    selection.push_back(chosen);
  }
  if (fits(room(selection)))
    take(std::move(selection));
}

Solution BlockSearch::solution() const {
  if (best_.empty())
    return {Outcome::unknown, 0, 0, {}, {}};
  std::vector<double> columns(all_.program_.columns.size());
  for (std::size_t i = 0; i < best_.size(); ++i) {
    const Block& block = all_.blocks_[i];
    for (std::size_t at = 0; at < block.columns.size(); ++at)
      columns[static_cast<std::size_t>(block.columns[at])] = block.choices[best_[i]].columns[at];
  }
  if (!holds(all_.program_, columns))
    return {Outcome::unknown, 0, 0, {}, {}};
  const bool is_proven = gap() <= limits_.gap;
  return {is_proven ? Outcome::optimal : Outcome::feasible,
          value_of(all_.program_, columns),
          gap(),
          std::move(columns),
          {}};
}

} // namespace deploy_plan::analysis

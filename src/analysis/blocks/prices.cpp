#include "analysis/blocks/search.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

double BlockSearch::worth(const Choice& choice, const Prices& prices) const {
  double worth = choice.brings;
  for (const std::size_t i : scarce_)
    worth -= prices[i] * choice.takes[i];
  return worth;
}

std::size_t BlockSearch::best_of(const Block& block, const Prices& prices) const {
  std::size_t best = 0;
  double most = -unbounded;
  for (std::size_t i = 0; i < block.choices.size(); ++i)
    if (const double here = worth(block.choices[i], prices); here > most) {
      most = here;
      best = i;
    }
  return best;
}

double BlockSearch::at_most(const Block& block, const Prices& prices) const {
  if (block.columns.empty())
    return 0;
  double least = unbounded;
  const Blocks::Priced* below = nullptr;
  const Blocks::Priced* above = nullptr;
  for (const auto& one : block.priced) {
    if (one.prices == prices)
      least = std::min(least, one.at_most);
    if (!is_along_one(one.prices, prices))
      continue;
    const std::size_t at = scarce_.front();
    if (one.prices[at] <= prices[at] && (below == nullptr || one.prices[at] > below->prices[at]))
      below = &one;
    if (one.prices[at] >= prices[at] && (above == nullptr || one.prices[at] < above->prices[at]))
      above = &one;
  }
  if (below != nullptr && above != nullptr && below != above) {
    const std::size_t at = scarce_.front();
    const double length = above->prices[at] - below->prices[at];
    if (length > 0) {
      const double share = (prices[at] - below->prices[at]) / length;
      least = std::min(least, (1 - share) * below->at_most + share * above->at_most);
    }
  }
  return least;
}

bool BlockSearch::is_along_one(const Prices& a, const Prices& b) const {
  if (scarce_.size() != 1)
    return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (i != scarce_.front() && a[i] != b[i])
      return false;
  return true;
}

double BlockSearch::bound_at(const Prices& prices) const {
  double sum = 0;
  for (const std::size_t i : scarce_)
    sum += prices[i] * all_.shared_[i].limit;
  for (const Block& block : all_.blocks_)
    sum += at_most(block, prices);
  return sum;
}

double BlockSearch::known_bound(const Prices& prices, std::vector<double>& left) const {
  double sum = 0;
  for (std::size_t i = 0; i < scarce_.size(); ++i) {
    left[i] = all_.shared_[scarce_[i]].limit;
    sum += prices[scarce_[i]] * left[i];
  }
  for (const Block& block : all_.blocks_) {
    const Choice& choice = block.choices[best_of(block, prices)];
    sum += worth(choice, prices);
    for (std::size_t i = 0; i < scarce_.size(); ++i)
      left[i] -= choice.takes[scarce_[i]];
  }
  return sum;
}

Blocks::Prices BlockSearch::most_prices() const {
  Prices most(all_.shared_.size(), 0);
  for (const std::size_t i : scarce_)
    for (const Block& block : all_.blocks_)
      for (const Choice& choice : block.choices)
        if (const double more = choice.takes[i] - block.choices.front().takes[i]; more > 0)
          most[i] = std::max(most[i], 1.01 * (choice.brings - block.choices.front().brings) / more);
  return most;
}

Blocks::Prices BlockSearch::best_prices() const {
  if (scarce_.empty())
    return prices_;
  return scarce_.size() == 1 ? by_halving() : by_ellipsoids();
}

Blocks::Prices BlockSearch::by_halving() const {
  const std::size_t at = scarce_.front();
  std::vector<double> left(1);
  Prices low(all_.shared_.size(), 0);
  Prices high = most_prices();
  known_bound(low, left);
  if (left[0] >= 0)
    return low;
  for (int i = 0; i < 60; ++i) {
    Prices middle = low;
    middle[at] = (low[at] + high[at]) / 2;
    known_bound(middle, left);
    (left[0] >= 0 ? high : low)[at] = middle[at];
  }
  return high;
}

Blocks::Prices BlockSearch::by_ellipsoids() const {
  const std::size_t count = scarce_.size();
  const auto size = static_cast<double>(count);
  const Prices most = most_prices();
  std::vector<double> centre(count), slope(count), moved(count);
  std::vector<std::vector<double>> shape(count, std::vector<double>(count, 0.0));
  for (std::size_t i = 0; i < count; ++i) {
    centre[i] = most[scarce_[i]] / 2;
    shape[i][i] = size * std::max(1e-300, centre[i] * centre[i]);
  }
  Prices best = prices_;
  double least = known_bound(best, slope);
  const int steps = 40 * static_cast<int>(count * (count + 1));
  for (int step = 0; step < steps; ++step) {
    Prices here(all_.shared_.size(), 0);
    std::size_t below = count;
    for (std::size_t i = 0; i < count; ++i) {
      here[scarce_[i]] = centre[i];
      if (centre[i] < 0)
        below = i;
    }
    if (below < count) {
      std::fill(slope.begin(), slope.end(), 0.0);
      slope[below] = -1;
    } else if (const double bound = known_bound(here, slope); bound < least) {
      least = bound;
      best = here;
    }
    double length = 0;
    for (std::size_t i = 0; i < count; ++i) {
      moved[i] = 0;
      for (std::size_t j = 0; j < count; ++j)
        moved[i] += shape[i][j] * slope[j];
      length += moved[i] * slope[i];
    }
    if (!(length > 1e-280))
      break;
    const double root = std::sqrt(length);
    for (std::size_t i = 0; i < count; ++i)
      centre[i] -= moved[i] / root / (size + 1);
    const double grown = size * size / (size * size - 1);
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j)
        shape[i][j] = grown * (shape[i][j] - 2 / (size + 1) * moved[i] * moved[j] / length);
  }
  return best;
}

} // namespace deploy_plan::analysis

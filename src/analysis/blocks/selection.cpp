#include "analysis/blocks/search.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

std::vector<double> BlockSearch::room(const Selection& selection) const {
  std::vector<double> left;
  for (const std::size_t i : scarce_) {
    double sum = all_.shared_[i].limit;
    for (std::size_t at = 0; at < selection.size(); ++at)
      sum -= all_.blocks_[at].choices[selection[at]].takes[i];
    left.push_back(sum);
  }
  return left;
}

bool BlockSearch::fits(const std::vector<double>& left) const {
  for (std::size_t i = 0; i < scarce_.size(); ++i)
    if (left[i] < -1e-9 * std::max(1.0, std::abs(all_.shared_[scarce_[i]].limit)))
      return false;
  return true;
}

Blocks::Selection BlockSearch::at(const Prices& prices) const {
  Selection selection;
  for (const Block& block : all_.blocks_)
    selection.push_back(best_of(block, prices));
  return selection;
}

Blocks::Selection BlockSearch::selected(const Prices& prices) const {
  Selection selection = at(prices);
  if (!fits(room(selection))) {
    double low = 1, high = 1;
    const auto dearer = [&](double times) {
      Prices more = prices;
      const Prices most = most_prices();
      for (const std::size_t i : scarce_)
        more[i] = std::max(prices[i], 1e-6 * most[i]) * times;
      return at(more);
    };
    do {
      high *= 2;
      selection = dearer(high);
    } while (!fits(room(selection)) && high < 1e12);
    if (!fits(room(selection)))
      return {};
    for (int i = 0; i < 40; ++i) {
      const double middle = (low + high) / 2;
      Selection tried = dearer(middle);
      if (fits(room(tried))) {
        high = middle;
        selection = std::move(tried);
      } else
        low = middle;
    }
  }
  fill(selection);
  return selection;
}

void BlockSearch::fill(Selection& selection) const {
  std::vector<double> left = room(selection);
  for (;;) {
    double most = 1e-12;
    std::size_t place = selection.size(), choice = 0;
    for (std::size_t i = 0; i < selection.size(); ++i) {
      const Block& block = all_.blocks_[i];
      const Choice& now = block.choices[selection[i]];
      for (std::size_t k = 0; k < block.choices.size(); ++k) {
        const Choice& other = block.choices[k];
        if (other.brings - now.brings <= most)
          continue;
        bool does_fit = true;
        for (std::size_t at = 0; at < scarce_.size(); ++at)
          does_fit &= other.takes[scarce_[at]] - now.takes[scarce_[at]] <= left[at];
        if (does_fit) {
          most = other.brings - now.brings;
          place = i;
          choice = k;
        }
      }
    }
    if (place == selection.size())
      return;
    selection[place] = choice;
    left = room(selection);
  }
}

} // namespace deploy_plan::analysis

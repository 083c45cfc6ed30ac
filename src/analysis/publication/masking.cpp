#include "analysis/publication/masking.hpp"
#include <algorithm>
#include <map>
#include <optional>

namespace deploy_plan::publication {
namespace {

class Masking {
public:
  Masking(const Counts& counts, double least)
      : counts_(counts), least_(least), masked_(counts.values.size()) {
    for (std::size_t i = 0; i < masked_.size(); ++i)
      masked_[i] = is_small(i);
  }

  std::vector<bool> mask() {
    while (const auto found = unprotected())
      if (const auto more = next_to_mask(*found))
        masked_[*more] = true;
      else
        given_up_.push_back(*found);
    return masked_;
  }

private:
  using Changes = std::map<std::size_t, double>; ///< by place, how much another count is away

  const Counts& counts_;
  const double least_;
  std::vector<bool> masked_;
  std::vector<std::size_t> given_up_; ///< all that has to do with them is masked
  mutable int tries_left_ = 0;

  bool is_small(std::size_t i) const { return counts_.values[i] < least_; }

  std::optional<std::size_t> unprotected() const {
    for (std::size_t i = 0; i < masked_.size(); ++i)
      if (masked_[i] && std::find(given_up_.begin(), given_up_.end(), i) == given_up_.end() && !is_open(i))
        return i;
    return std::nullopt;
  }

  /// Whether it could be another count for all that is told. Where that takes long to see, it is said not to
  /// be.
  bool is_open(std::size_t i) const {
    constexpr int most_tries = 2000;
    tries_left_ = most_tries;
    return agrees(Changes{{i, 1}}) || agrees(Changes{{i, -1}});
  }

  /// Whether other counts, with some more of the masked ones changed, agree with all that is told.
  bool agrees(const Changes& changes) const {
    if (tries_left_-- <= 0 || !std::all_of(changes.begin(), changes.end(), [&](const auto& change) {
          return is_possible(change.first, change.second);
        }))
      return false;
    for (const Sum& sum : counts_.sums)
      if (const double off = imbalance(sum, changes); off != 0)
        return is_mended(sum, off, changes);
    for (const Order& order : counts_.orders)
      if (const double over = excess(order, changes); over > 0 && excess(order, {}) <= 0)
        return agrees_with(changes, order.more, over) || agrees_with(changes, order.less, -over);
    return true;
  }
  /// One more of the masked ones changed.
  bool agrees_with(Changes changes, std::size_t i, double change) const {
    return masked_[i] && changes.try_emplace(i, change).second && agrees(changes);
  }

  bool is_possible(std::size_t i, double change) const {
    const double value = counts_.values[i] + change;
    return value >= 0 && (value < least_) == is_small(i);
  }

  static double change_of(std::size_t i, const Changes& changes) {
    const auto found = changes.find(i);
    return found == changes.end() ? 0 : found->second;
  }
  static double imbalance(const Sum& sum, const Changes& changes) {
    double off = -change_of(sum.total, changes);
    for (const std::size_t part : sum.parts)
      off += change_of(part, changes);
    return off;
  }
  bool is_mended(const Sum& sum, double off, const Changes& changes) const {
    return std::any_of(sum.parts.begin(), sum.parts.end(),
                       [&](std::size_t part) { return agrees_with(changes, part, -off); }) ||
           agrees_with(changes, sum.total, off);
  }
  /// How much the less is above the more.
  double excess(const Order& order, const Changes& changes) const {
    return counts_.values[order.less] + change_of(order.less, changes) - counts_.values[order.more] -
           change_of(order.more, changes);
  }

  /// A part beside it, else a total, else what bounds it.
  std::optional<std::size_t> next_to_mask(std::size_t i) const {
    for (const Sum& sum : counts_.sums) {
      const bool is_in =
          sum.total == i || std::find(sum.parts.begin(), sum.parts.end(), i) != sum.parts.end();
      for (const std::size_t part : sum.parts)
        if (is_in && !masked_[part])
          return part;
    }
    for (const Sum& sum : counts_.sums)
      if (!masked_[sum.total] && std::find(sum.parts.begin(), sum.parts.end(), i) != sum.parts.end())
        return sum.total;
    for (const Order& order : counts_.orders) {
      if (order.less == i && !masked_[order.more])
        return order.more;
      if (order.more == i && !masked_[order.less])
        return order.less;
    }
    const auto any = std::find(masked_.begin(), masked_.end(), false);
    return any == masked_.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(any - masked_.begin()));
  }
};
} // namespace

std::vector<bool> masked(const Counts& counts, std::int64_t min_count) {
  if (min_count < 2)
    return std::vector<bool>(counts.values.size());
  return Masking(counts, static_cast<double>(min_count)).mask();
}

} // namespace deploy_plan::publication

#include "text/folding.hpp"
#include <algorithm>
#include <bit>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>
#include <vector>

namespace deploy_plan::text {

std::string fold(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return c > 0 && (c < 'A' || c > 'Z'); }))
    return std::string(word);
  utf8proc_uint8_t* folded = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                 static_cast<utf8proc_ssize_t>(word.size()), &folded,
                                 static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                                                UTF8PROC_CASEFOLD | UTF8PROC_STABLE));
  if (size < 0)
    return std::string(word);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded,
                                                                      &std::free); // it allocates with malloc
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

namespace {

/// The distance where it is at most `most`, else anything above; `pairs` counts the letters compared. Letters
/// further apart than `most` cannot stand for each other: only a band around the diagonal is looked at.
std::size_t distance_within(std::string_view a, std::string_view b, std::size_t most, std::size_t& pairs) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most)
    return most + 1;
  std::vector<std::size_t> before(b.size() + 1, most + 1), last(b.size() + 1, most + 1),
      row(b.size() + 1, most + 1);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j)
    last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > most ? i - most : 1;
    const std::size_t to = std::min(b.size(), i + most);
    row[from - 1] = from == 1 ? i : most + 1;
    std::size_t least = row[from - 1];
    for (std::size_t j = from; j <= to; ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (to < b.size())
      row[to + 1] = most + 1;
    pairs += to + 1 - from;
    if (least > most)
      return most + 1;
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word)
    letters |= 1U << (static_cast<unsigned char>(c) % 32);
  return letters;
}

std::size_t farthest(std::size_t size) { return std::max<std::size_t>(1, size / 3); }
} // namespace

std::size_t distance(std::string_view a, std::string_view b) {
  std::size_t pairs = 0;
  return distance_within(a, b, std::max(a.size(), b.size()), pairs);
}

Names::Names(std::span<const std::string_view> names) {
  by_size_.reserve(names.size());
  for (const std::string_view name : names) {
    std::string folded = fold(name);
    const std::uint32_t letters = letters_of(folded);
    by_size_.push_back({name, std::move(folded), letters, by_size_.size()});
  }
  std::stable_sort(by_size_.begin(), by_size_.end(),
                   [](const Name& a, const Name& b) { return a.folded.size() < b.folded.size(); });
}

std::string_view Names::nearest(std::string_view word, HintBudget& budget) const {
  constexpr std::size_t longest = 64; // a longer word is no slip of a field's name
  if (word.empty() || word.size() > longest || budget.left == 0)
    return {};
  const std::string folded = fold(word);
  const std::uint32_t letters = letters_of(folded);
  std::size_t best_distance = farthest(folded.size());
  const Name* best = nullptr;
  const std::size_t least = folded.size() - std::min(folded.size(), best_distance);
  const auto first =
      std::lower_bound(by_size_.begin(), by_size_.end(), least,
                       [](const Name& one, std::size_t size) { return one.folded.size() < size; });
  for (auto one = first; one != by_size_.end() && one->folded.size() <= folded.size() + best_distance;
       ++one) {
    std::size_t cost = 1;
    // An edit adds a letter or takes one, or both.
    const bool may_be = static_cast<std::size_t>(std::popcount(letters ^ one->letters)) <= 2 * best_distance;
    const std::size_t apart =
        may_be ? distance_within(folded, one->folded, best_distance, cost) : best_distance + 1;
    if (apart < best_distance || (apart == best_distance && (best == nullptr || one->order < best->order))) {
      best = &*one;
      best_distance = apart;
    }
    if (cost >= budget.left) {
      budget.left = 0;
      return {};
    }
    budget.left -= cost;
  }
  return best == nullptr ? std::string_view() : best->written;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  HintBudget budget;
  return Names(candidates).nearest(word, budget);
}

Phrase suggestion(std::string_view near, Phrase otherwise) {
  return near.empty() ? std::move(otherwise)
                      : Phrase{{"did you mean {0}?", "vouliez-vous dire {0} ?"}, {std::string(near)}};
}

} // namespace deploy_plan::text

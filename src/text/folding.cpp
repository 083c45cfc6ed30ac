#include "text/folding.hpp"
#include <algorithm>
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

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest = 64; // a longer word is no slip of a field's name, and would cost its square
  constexpr std::size_t most = 1000;  // among more names than that, a hint is a guess, and costs too much
  if (word.empty() || word.size() > longest || candidates.size() > most)
    return {};
  const std::string folded = fold(word);
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, folded.size() / 3) + 1;
  for (const auto candidate : candidates) {
    const auto apart = distance(folded, fold(candidate));
    if (apart < best_distance) {
      best = candidate;
      best_distance = apart;
    }
  }
  return best;
}

Phrase suggestion(std::string_view near, Phrase otherwise) {
  return near.empty() ? std::move(otherwise)
                      : Phrase{{"did you mean {0}?", "vouliez-vous dire {0} ?"}, {std::string(near)}};
}

} // namespace deploy_plan::text

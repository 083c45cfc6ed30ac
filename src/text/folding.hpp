// Words compared as people write them: without regard to accents, case, or one slip of the finger.
#pragma once
#include "deploy_plan/text.hpp"
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::text {

/// Lower case without accents: "Pénétré" gives "penetre". Bytes that are not UTF-8 are kept as they are.
[[nodiscard]] std::string fold(std::string_view word);

/// The number of single-letter insertions, deletions, replacements and swaps of neighbours that turn one word
/// into the other (optimal string alignment distance), on folded words.
[[nodiscard]] std::size_t distance(std::string_view a, std::string_view b);

/// What the hints of one answer may still cost, in pairs of letters compared: a file of thousands of faults
/// has hints for the first ones, and an end.
struct HintBudget {
  std::size_t left = 10000000;
};

/// Names that may have been meant, made ready to be asked for many words. They are views: what they show must
/// outlive them.
class Names {
public:
  Names() = default;
  explicit Names(std::span<const std::string_view> names);
  /// The name nearest to `word`, the first of those that are as near; an empty view where none is near enough
  /// to be what was meant, or the budget is used up.
  [[nodiscard]] std::string_view nearest(std::string_view word, HintBudget& budget) const;

private:
  struct Name {
    std::string_view written;
    std::string folded;
    std::uint32_t letters = 0; ///< which ones there are, a bit for several
    std::size_t order = 0;
  };
  std::vector<Name> by_size_; ///< of what is folded
};

/// The candidate nearest to `word`, where one word is asked for.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "did you mean …?" where a near word was found, else `otherwise`.
[[nodiscard]] Phrase suggestion(std::string_view near, Phrase otherwise);

} // namespace deploy_plan::text

// Things counted by what is said of them.
#pragma once
#include <cstdint>
#include <map>

namespace deploy_plan {

/// How many there are of each word of an enumeration.
template <class Word>
class CountedBy {
public:
  void add(Word word) { ++counts_[word]; }
  [[nodiscard]] std::int64_t of(Word word) const {
    const auto found = counts_.find(word);
    return found == counts_.end() ? 0 : found->second;
  }

private:
  std::map<Word, std::int64_t> counts_; ///< without those that are 0
};

} // namespace deploy_plan

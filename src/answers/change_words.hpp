// A difference between two versions, in the method's words.
#pragma once
#include "deploy_plan/difference.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/strategy.hpp"
#include <set>

namespace deploy_plan::answers {

/// What the numbers of a strategy are.
struct ToldNumbers {
  std::set<std::string, std::less<>> rates = {}; ///< ids of the objectives whose figures are shares
  std::optional<std::string> currency = {};      ///< of its money, empty for euros; nothing where that is not
                                                 ///< known
};
[[nodiscard]] ToldNumbers told_numbers(const Strategy& strategy);
[[nodiscard]] ToldNumbers told_numbers(const Gap& gap);

/// "target tier raised from 3,000 to 4,000 (+33.3%)", "action webinars stopped", "goal of comptes moved 3
/// months later, to 31 March 2027".
[[nodiscard]] Phrase change_words(const Difference& difference, const ToldNumbers& numbers = {});
/// What a difference is about: "target tier".
[[nodiscard]] Words subject_words(const Difference& difference);
/// "target tier, source: steering committee", for a value told by itself.
[[nodiscard]] Phrase value_words(const Difference& difference, const ToldNumbers& numbers = {});

/// The booklet's step that a change belongs to: 1 to 4; 0 for the rest.
[[nodiscard]] int step_of(const Difference& difference);

} // namespace deploy_plan::answers

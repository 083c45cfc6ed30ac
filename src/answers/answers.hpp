// The answers that are described, by the commands that give them.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/trial_design.hpp"

namespace deploy_plan::answers {

/// What a share goal is the share of, in words: "share of the target".
[[nodiscard]] Text share_words(TierName tier);

/// What a share goal is the share of, and of whom: "share of the target (Rural towns)"; `segment` is a name,
/// empty for the whole market.
[[nodiscard]] Words share_goal_words(TierName tier, std::string_view segment);
/// The same goal told from its like: "share of the target (Rural towns), 30% by 31 December 2026".
[[nodiscard]] Words told_apart(const Words& name, const Argument& value, Date by);

/// Where several strategies stand.
struct GapPortfolio {
  Date as_of{};
  std::span<const Gap> strategies;
};

/// A designed test as the test of an action, to paste into a file of a language.
struct TestToPaste {
  const TrialWish* wish;
  const TrialDesign* design;
  Language language;
};

/// What a command writes as JSON is one of some records.
struct DescribedAnswer {
  std::string_view command;
  Text title;
  std::span<const Record* const> records;
  const Record* figures = nullptr; ///< that gates read, where that is another record
  Text paths = {};                 ///< where its figures are other answers': how their paths stand in its own
};
[[nodiscard]] std::span<const DescribedAnswer> described_answers();

} // namespace deploy_plan::answers

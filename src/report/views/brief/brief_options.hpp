// What a sponsor is asked to choose from, in words.
#pragma once
#include "deploy_plan/brief.hpp"
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// "You are asked to choose by 31 March 2026: A · the proposed plan (€16,200, 97 days), …", or what is asked
/// else.
[[nodiscard]] Phrase choice_sentence(const Brief& brief);
/// "What you are asked to choose, by 31 March 2026".
[[nodiscard]] Phrase choice_title(const Brief& brief);
/// Each option with what a scenario changes for it, its cost, its chance and its risk, and why it is to be
/// chosen by when; none where there is nothing to tell of any. `gap` is the strategy's as it stands.
[[nodiscard]] std::vector<Block> option_blocks(const Brief& brief, const Gap& gap);

} // namespace deploy_plan::report

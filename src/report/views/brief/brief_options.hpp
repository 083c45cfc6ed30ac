// What a sponsor is asked to choose from, in words.
#pragma once
#include "deploy_plan/brief.hpp"
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// "You are asked to choose: A · the proposed plan (€16,200, 97 days), …", or what is asked else.
[[nodiscard]] Phrase choice_sentence(const Brief& brief);
/// Each option with its cost, its chance and its risk; none where there is nothing to tell of any.
[[nodiscard]] std::vector<Block> option_blocks(const Brief& brief);

} // namespace deploy_plan::report

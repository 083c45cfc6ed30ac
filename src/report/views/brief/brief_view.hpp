// A brief laid out for who has a minute.
#pragma once
#include "deploy_plan/brief.hpp"
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// Lines beneath a strategy's name: what it is, by the name of its solution where that is another, for when,
/// by whom.
[[nodiscard]] std::vector<Phrase> brief_about(const Brief& brief);
/// Its money spent, and left of what there is to spend; nothing where no budget is known.
[[nodiscard]] std::optional<Money> spent_money(const Brief& brief);
[[nodiscard]] std::optional<Money> left_money(const Brief& brief);
/// Where it stands and goes, its course, what is next, what is asked, then all its goals.
[[nodiscard]] std::vector<Section> brief_sections(const Brief& brief, const Gap& gap);

} // namespace deploy_plan::report

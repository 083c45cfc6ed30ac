// The tables of the manual that tell every figure of an answer.
#pragma once
#include "answers/description.hpp"

namespace deploy_plan::answers {

/// A Markdown table, a row for each figure: its path, where ID stands for what names an element; what people
/// call it; its meaning, its kind, and which way it is better.
[[nodiscard]] std::string reference_table(const Record& record, Language language);

} // namespace deploy_plan::answers

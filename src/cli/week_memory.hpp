// On which days `week` was told of which file: the one thing that this program ever keeps.
#pragma once
#include "deploy_plan/text.hpp"
#include <optional>
#include <string>

namespace deploy_plan::cli {

/// The newest day before `day` on which it was told of a strategy's file; nothing where none is known, or
/// nothing can be kept.
[[nodiscard]] std::optional<Date> last_week_told(const std::string& path, Date day);

/// Keeps that it is told on that day. Written whole or not at all, and two at once lose nothing; where
/// nothing can be kept, nothing is, in silence.
void keep_week_told(const std::string& path, Date day);

} // namespace deploy_plan::cli

// Text as a terminal shows it: safe, and of a known width.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace deploy_plan::text {

/// The text with every control character, broken byte and direction override replaced by U+FFFD, so that
/// words from a file cannot move the cursor, colour the screen or reorder a line. Tabs become four spaces.
[[nodiscard]] std::string visible(std::string_view words);

/// Columns that visible text takes: 2 for a wide character, 0 for a combining one.
[[nodiscard]] std::size_t width(std::string_view words);

} // namespace deploy_plan::text

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

/// The part of visible text that begins after `skipped` columns and takes at most `count` of them.
[[nodiscard]] std::string columns(std::string_view words, std::size_t skipped, std::size_t count);

/// The begin of the character that holds the byte at `offset`.
[[nodiscard]] std::size_t character_begin(std::string_view words, std::size_t offset);

/// Visible text broken at spaces so that no line takes more than `width` columns; the first begins at column
/// `first`, the others are indented by `indent`. A width of 0 breaks nothing, and a longer word stands whole
/// on its line.
[[nodiscard]] std::string wrapped(std::string_view words, std::size_t width, std::size_t first,
                                  std::size_t indent);

} // namespace deploy_plan::text

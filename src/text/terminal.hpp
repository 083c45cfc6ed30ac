// Text as a terminal shows it: safe, and of a known width.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace deploy_plan::text {

/// The text with every control character, broken byte and direction override replaced by U+FFFD, so that
/// words from a file cannot move the cursor, colour the screen or reorder a line. Tabs become four spaces.
[[nodiscard]] std::string visible(std::string_view words);

/// The code points that no text of ours holds: controls, what reorders or breaks a line, and what is no
/// character at all, which XML cannot hold.
[[nodiscard]] bool is_harmful(std::int32_t point);

/// JSON in which what is harmful stands as escapes: the same values, safe on a screen.
[[nodiscard]] std::string visible_json(std::string_view json);

/// Bytes of what a runner passes over before the words of a line: every space of Unicode, and a byte order
/// mark.
[[nodiscard]] std::size_t blanks_before(std::string_view line);

/// Lines of text in which no one is a command to a runner of GitHub's, which obeys a line whose first
/// characters are `::`, blanks aside, and `##[` anywhere: their first character becomes U+FFFD.
[[nodiscard]] std::string without_commands(std::string_view lines);

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

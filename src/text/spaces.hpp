// Spaces as people type them and as figures are typeset, no-break and narrow ones too, and words that differ
// in no more than these.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace deploy_plan::text {

/// Bytes of the space at the begin of the words, and at their end; 0 where there is none.
[[nodiscard]] std::size_t space_before(std::string_view words);
[[nodiscard]] std::size_t space_after(std::string_view words);

/// Without the spaces around, tabs included.
[[nodiscard]] std::string_view trimmed(std::string_view words);

/// A word by which people mean one thing however they write it: folded, with one plain space for whatever
/// stands between its parts, and plain apostrophes. "on_track", "On track" and "on-track" are one.
[[nodiscard]] std::string plain(std::string_view word);

} // namespace deploy_plan::text

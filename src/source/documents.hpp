// The texts that a file holds: one strategy, an array of them, or one a line.
#pragma once
#include "source/tree.hpp"

namespace deploy_plan::source {

struct Documents {
  std::vector<Place> texts;
  bool in_array = false; ///< the texts are elements of the file's array, each named "/0", "/1"…

  [[nodiscard]] std::string pointer(std::size_t index) const {
    return in_array ? "/" + std::to_string(index) : "";
  }
};

/// Comments are allowed in a .jsonc.
[[nodiscard]] Comments comments_of(const Source& source);

/// Where the texts of a file begin and end, found by brackets alone and read by nobody yet, so that each can
/// be read by itself: a portfolio is never in memory as one tree. Anything that is not plainly an array of
/// values comes back as one text.
[[nodiscard]] Documents documents(const Source& source);

} // namespace deploy_plan::source

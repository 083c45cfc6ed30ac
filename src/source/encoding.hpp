// What a spreadsheet saves, as UTF-8.
#pragma once
#include "deploy_plan/source.hpp"

namespace deploy_plan::source {

/// A text as UTF-8, under the same name; lines and columns stay those of the file.
struct Utf8 {
  std::shared_ptr<const Source> source;
  std::optional<Place> fault; ///< in `source`: the first thing that is no text in what the rest is written in
};

/// A source in UTF-16 with its byte order mark, or in Windows-1252, is written anew; one in UTF-8 is given
/// back. What is no UTF-8 counts as Windows-1252 where none of its characters is beyond ASCII in UTF-8.
[[nodiscard]] Utf8 as_utf8(std::shared_ptr<const Source> source);

} // namespace deploy_plan::source

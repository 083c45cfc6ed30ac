// What engines whose databases are files have in common.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring {

/// Bytes of all cells of an answer together: figures are short.
constexpr std::size_t most_answer_bytes = std::size_t{64} << 20;

/// The whole path of the file that a source names, relative to the strategy's folder. Only regular files will
/// do: a pipe or a device may never end. Whoever sends a strategy must not lead a source elsewhere by a link
/// in its folder; a path that the source itself gives whole, or from `..`, is its owner's and may be one.
[[nodiscard]] tl::expected<std::string, Failure> database_file(const Address& address);

[[nodiscard]] constexpr std::string_view name_of(Parameter parameter) {
  switch (parameter) {
  case Parameter::from: return "from";
  case Parameter::until: return "until";
  case Parameter::segment: break;
  }
  return "segment";
}

} // namespace deploy_plan::measuring

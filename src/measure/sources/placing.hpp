// Secrets put in place in an address: ${env:NAME} and ${file:PATH}.
#pragma once
#include "measure/sources/sources.hpp"

namespace deploy_plan::measuring {

using Unfound = std::pair<Phrase, Phrase>; ///< why, and how to mend it; no secret is in either

/// What an address is written in.
struct WrittenIn {
  const Machine& machine;
  std::string file; ///< files that it names are relative to that one's folder, and no password stands in it;
                    ///< empty for the environment
};

struct Placed {
  std::string target; ///< with its secrets
  std::vector<std::string> secrets;
};
[[nodiscard]] tl::expected<Placed, Unfound> put_in_place(std::string_view scheme, std::string_view target,
                                                         const WrittenIn& where);

/// The address as it may be shown.
[[nodiscard]] std::string shown(std::string_view scheme, const Placed& placed);

} // namespace deploy_plan::measuring

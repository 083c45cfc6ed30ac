// Where the names of sources lead: what the environment says, else a file of the machine's owner.
#pragma once
#include "measure/engine.hpp"
#include <functional>

namespace deploy_plan::measuring {

/// What is asked of the machine.
struct Machine {
  std::function<std::optional<std::string>(const std::string& name)> environment;
  std::string sources; ///< the file that --sources names; empty for $XDG_CONFIG_HOME/deploy-plan/sources.json
};
[[nodiscard]] Machine this_machine(std::string sources);

struct Found {
  const Engine* engine = nullptr;
  Address address;
};

/// DEPLOY_PLAN_SOURCE_<NAME>, else the file, with ${env:NAME} and ${file:PATH} put in place. A password that
/// stands in the file itself is refused. Else why nothing is found, and how to mend it: no secret is in
/// either.
[[nodiscard]] tl::expected<Found, std::pair<Phrase, Phrase>>
find_source(const std::string& name, const std::string& folder, const Machine& machine);

/// Whether what is given for a file of sources is where a source leads: it may hold a password, and is not to
/// be shown.
[[nodiscard]] bool is_address(std::string_view given);

/// Words without any secret: each, as it is, percent-encoded and between quotes, gives way to "•••". One of
/// less than 4 bytes does where it is a word of its own. So does what else looks like a password.
[[nodiscard]] std::string without_secrets(std::string words, const std::vector<std::string>& secrets);
/// The same for an address that was read, whose own words are known not to hold others.
[[nodiscard]] std::string without_known_secrets(std::string words, const std::vector<std::string>& secrets);
/// Whether words hold one as a whole.
[[nodiscard]] bool holds_secret(std::string_view words, const std::vector<std::string>& secrets);

} // namespace deploy_plan::measuring

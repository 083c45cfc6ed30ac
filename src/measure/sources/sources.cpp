#include "measure/sources/sources.hpp"
#include <cstdlib>

namespace deploy_plan::measuring {

Machine this_machine(std::string sources) {
  return {[](const std::string& name) -> std::optional<std::string> {
            const char* const value = std::getenv(name.c_str());
            return value == nullptr ? std::nullopt : std::optional<std::string>(value);
          },
          std::move(sources)};
}

tl::expected<Found, Failure> find_source(const std::string& name, const std::string& folder,
                                         const Machine& machine) {
  const auto address = machine.environment("DEPLOY_PLAN_SOURCE_" + name);
  if (!address)
    return tl::unexpected(Failure{Trouble::no_source, name});
  for (const Engine* engine : all_engines())
    if (address->starts_with(std::string(engine->scheme) + ":"))
      return Found{engine, {name, address->substr(engine->scheme.size() + 1), *address, {}, folder}};
  return tl::unexpected(Failure{Trouble::unsound_source, *address});
}

std::string without_secrets(std::string words, const std::vector<std::string>&) { return words; }

} // namespace deploy_plan::measuring

// Days as they are elsewhere.
#pragma once
#include <chrono>
#include <optional>
#include <string>

namespace deploy_plan::system {

/// The day that a moment is in, in a time zone of the machine's database, such as "Europe/Paris"; nothing
/// where it has none of that name. Not to be called while other threads look at the time zone.
[[nodiscard]] std::optional<std::chrono::sys_days> day_in(const std::string& zone,
                                                          std::chrono::sys_seconds moment);

} // namespace deploy_plan::system

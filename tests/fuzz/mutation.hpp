// JSON that changes as JSON.
#pragma once
#include <string>

namespace deploy_plan::fuzz {

/// A few changes of values, keys or elements, drawn by the seed; text that is no JSON becomes an empty
/// object.
[[nodiscard]] std::string mutate(const std::string& text, unsigned seed);

} // namespace deploy_plan::fuzz

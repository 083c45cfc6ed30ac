// JSON that changes as JSON, and text that changes byte by byte.
#pragma once
#include <string>

namespace deploy_plan::fuzz {

/// A few changes of values, keys or elements, drawn by the seed; text that is no JSON becomes an empty
/// object.
[[nodiscard]] std::string mutate(const std::string& text, unsigned seed);
/// A few bytes removed, doubled, put in or replaced, drawn by the seed.
[[nodiscard]] std::string mutate_bytes(std::string text, unsigned seed);

} // namespace deploy_plan::fuzz

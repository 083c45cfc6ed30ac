// What the system refuses, and what the program fails at, in the user's language.
#pragma once
#include "deploy_plan/text.hpp"
#include <functional>
#include <optional>

namespace deploy_plan::text {

/// What an errno value means to a user, in both languages; a sentence of last resort for the rare ones.
[[nodiscard]] Text failure(int error);

/// Whether what `failure` said is that there is nothing of that name.
[[nodiscard]] bool is_absence(const Text& why);

/// Does some work, and says what it threw, which no work is meant to; nothing where it threw nothing.
[[nodiscard]] std::optional<Phrase> failure_of(const std::function<void()>& work);

} // namespace deploy_plan::text

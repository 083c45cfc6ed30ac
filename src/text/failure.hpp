// What the system refuses, in the user's language.
#pragma once
#include "deploy_plan/text.hpp"

namespace deploy_plan::text {

/// What an errno value means to a user, in both languages; a sentence of last resort for the rare ones.
[[nodiscard]] Text failure(int error);

} // namespace deploy_plan::text

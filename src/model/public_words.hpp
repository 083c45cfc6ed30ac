// What words hold that is not for everyone.
#pragma once
#include "deploy_plan/text.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace deploy_plan::model {

/// Why something is left out of what is published.
enum class Withheld { not_public, email, path, query, password, person };

[[nodiscard]] Text words_of(Withheld why);

/// What makes words unfit to be told to anyone; nothing where nothing does. `people` are names, in any case
/// and with any accents. Errs on the side of withholding secrets, and of telling what looks like a path or a
/// query.
[[nodiscard]] std::optional<Withheld> unfit_to_tell(std::string_view words,
                                                    std::span<const std::string> people);

} // namespace deploy_plan::model

// What one source answers, as bytes that its process hands back.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring {

/// Texts of cells are cut: days, segments and numbers are short.
inline constexpr std::size_t most_of_a_text = 1000;

using Reached = tl::expected<Session, Failure>;
using Answered = tl::expected<Rows, Failure>;

[[nodiscard]] std::string packed(const Reached& reached);
[[nodiscard]] std::string packed(const Answered& answered);
/// Of bytes that were packed here.
[[nodiscard]] Reached unpacked_session(std::string_view bytes);
[[nodiscard]] Answered unpacked_rows(std::string_view bytes);

} // namespace deploy_plan::measuring

// Passwords where they stand in what people write: addresses of databases, settings of connections.
#pragma once
#include "deploy_plan/text.hpp"
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::text {

/// Whether a setting of that name holds a secret: "password", "PWD", "motherduck_token"; names of files that
/// hold one are none.
[[nodiscard]] bool is_secret_setting(std::string_view name);

/// Bytes of a text: [begin, end).
struct Run {
  std::size_t begin = 0, end = 0;
  friend bool operator==(const Run&, const Run&) = default;
};

/// The passwords that stand in a text: "scheme://user:password@host", "password=…", "PWD={…}",
/// "\"password\": \"…\"". What stands for one, ${env:NAME} or :name, is none.
[[nodiscard]] std::vector<Run> passwords_in(std::string_view words);

/// The text with a star for each byte of its passwords: no place in it moves.
[[nodiscard]] std::string with_passwords_masked(std::string_view words);
/// The same for what a sentence is filled with.
void mask_passwords(Phrase& phrase);

/// The most bytes from where a password is announced to its end.
inline constexpr std::size_t longest_password = 2100;

} // namespace deploy_plan::text

// What a driver says of a failure, and the texts it says it in.
#pragma once
#include "measure/engine.hpp"
#include <string>
#include <string_view>

namespace deploy_plan::measuring::odbc {

struct Diagnosis {
  std::string state;     ///< five characters of the standard: "28000"
  std::int64_t native{}; ///< the engine's own number
  std::string words;
};

enum class Doing { connecting, asking };

/// The trouble that a state stands for; the engine's own number counts where the database is known to be
/// MariaDB or MySQL, whose drivers give one state for most.
[[nodiscard]] Failure failure_of(const Diagnosis& diagnosis, Doing doing, bool is_mariadb);

/// Without who speaks: "[unixODBC][Driver Manager]Data source name not found" from "Data" on.
[[nodiscard]] std::string_view without_speakers(std::string_view words);

/// What is no text in one encoding is U+FFFD in the other.
[[nodiscard]] std::u16string to_utf16(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u16string_view utf16);

/// An integer, or else a double, that a text says; the text where it says none.
[[nodiscard]] Cell number_or_text(std::string text);

/// "10.11.19" of "10.11.000019" and of "10.11.19-MariaDB-0+deb12u1".
[[nodiscard]] std::string short_version(std::string_view version);

} // namespace deploy_plan::measuring::odbc

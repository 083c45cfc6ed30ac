// Connection strings, and what odbc.ini says of the data source that they name.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::measuring::odbc {

/// What a connection string says of a key, in whatever case; without its braces.
[[nodiscard]] std::optional<std::string> value_of(std::string_view key, std::string_view connection_string);

/// Values of keys that name a password, a secret or a token, of a connection string and of its data source.
[[nodiscard]] std::vector<std::string> secrets_of(const std::string& connection_string);

/// The connection string with what a driver that is known must be told: SQLite's makes the file that it does
/// not find, else.
[[nodiscard]] std::string completed(const std::string& connection_string);

} // namespace deploy_plan::measuring::odbc

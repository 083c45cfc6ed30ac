// What an address says, setting by setting, in the three ways in which addresses are written.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::measuring {

/// How a value is written, so that nothing in it is taken for the end of it.
enum class Quoting {
  percent, ///< postgresql://user:password@host/database?setting=value
  braces,  ///< odbc:DSN=name;PWD={value}
  quotes   ///< postgresql:host=name password='value'
};

struct Setting {
  std::string name;
  std::size_t begin = 0, end = 0; ///< of its value, with what quotes it
  [[nodiscard]] std::string_view in(std::string_view target) const {
    return target.substr(begin, end - begin);
  }
};

[[nodiscard]] Quoting quoting_of(std::string_view scheme, std::string_view target);

/// In their order; what stands between them is no setting. `target` is what follows the scheme.
[[nodiscard]] std::vector<Setting> settings_of(std::string_view target, Quoting quoting);

/// A value as it is meant, and as it is written.
[[nodiscard]] std::string without_quoting(std::string_view written, Quoting quoting);
[[nodiscard]] std::string with_quoting(std::string_view meant, Quoting quoting);

/// Every byte but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view words);

} // namespace deploy_plan::measuring

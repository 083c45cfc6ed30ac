// Names of rules, as the compiler knows them: a misspelt one does not build.
#pragma once
#include <string_view>

namespace deploy_plan::source {

/// The name of a rule that reading raises. Each is declared once, on the floor that raises it.
struct RuleName {
  explicit constexpr RuleName(std::string_view name) : word(name) {}
  std::string_view word;
  friend bool operator==(std::string_view word, RuleName name) { return word == name.word; }
};

namespace rule {
inline constexpr RuleName syntax{"syntax"};
} // namespace rule

} // namespace deploy_plan::source

// Numbers beside what they count: "3,000 communes".
#pragma once
#include "deploy_plan/text.hpp"

namespace deploy_plan::text {

/// What is counted: the word for one and, where it is known, the word for several.
struct Unit {
  std::string one;
  std::string several = {};
  [[nodiscard]] bool has_both() const { return !one.empty() && !several.empty(); }
};

/// "3,000 communes", « 1,5 commune »; "3,000 (commune)" where only one of them has a word, else the number.
[[nodiscard]] Words counted(const Argument& number, const Unit& unit);
/// Of what is added: "3,000 more communes", « 3 000 communes de plus ».
[[nodiscard]] Words counted_more(const Argument& number, const Unit& unit);
/// Where the unit goes without saying: the number alone, unless words for one and several are known.
[[nodiscard]] Words counted_if_worded(const Argument& number, const Unit& unit);
/// What stands above such a number: "North Star (commune)" where that one does not say its unit.
[[nodiscard]] Words titled(const Argument& name, const Unit& unit);
/// What is told in it: "To come, in communes"; "To come (unit: commune)" where only one of them has a word.
[[nodiscard]] Words told_in(const Argument& what, const Unit& unit);
/// What an axis bears: "communes", or "commune" where that alone is known.
[[nodiscard]] std::string axis_word(const Unit& unit);

} // namespace deploy_plan::text

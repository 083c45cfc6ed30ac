#include "text/counted.hpp"

namespace deploy_plan::text {
namespace {

/// How the same is said by what is known of a unit.
struct Patterns {
  Text in_words, in_brackets, alone;
};

Words worded(const Patterns& patterns, const Argument& number, const Unit& unit) {
  const Text pattern = unit.has_both()    ? patterns.in_words
                       : unit.one.empty() ? patterns.alone
                                          : patterns.in_brackets;
  return Phrase{pattern, {number, unit.one, unit.several}}.words();
}
} // namespace

Words counted(const Argument& number, const Unit& unit) {
  return worded({{"{0} {0#{1}|{2}}", "{0} {0#{1}|{2}}"}, {"{0} ({1})", "{0} ({1})"}, {"{0}", "{0}"}}, number,
                unit);
}

Words counted_more(const Argument& number, const Unit& unit) {
  return worded({{"{0} more {0#{1}|{2}}", "{0} {0#{1}|{2}} de plus"},
                 {"{0} more ({1})", "{0} de plus ({1})"},
                 {"{0} more", "{0} de plus"}},
                number, unit);
}

Words counted_if_worded(const Argument& number, const Unit& unit) {
  return counted(number, unit.has_both() ? unit : Unit{});
}

Words titled(const Argument& name, const Unit& unit) {
  return counted(name, unit.has_both() ? Unit{} : Unit{unit.one});
}

Words told_in(const Argument& what, const Unit& unit) {
  return worded({{"{0}, in {2}", "{0}, en {2}"}, {"{0} (unit: {1})", "{0} (unité : {1})"}, {"{0}", "{0}"}},
                what, unit);
}

std::string axis_word(const Unit& unit) { return unit.several.empty() ? unit.one : unit.several; }

} // namespace deploy_plan::text

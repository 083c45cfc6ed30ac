#include "model/source_names.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

bool is_letter_or_digit(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

} // namespace

bool is_source_name(std::string_view name) {
  const std::string folded = text::fold(name);
  return !folded.empty() && std::ranges::all_of(folded, [](char byte) {
    return is_letter_or_digit(byte) || byte == '-' || byte == '_';
  });
}

std::string variable_of_source(std::string_view name) {
  std::string variable = "DEPLOY_PLAN_SOURCE_";
  for (const char byte : text::fold(name))
    variable += byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A')
                : is_letter_or_digit(byte) ? byte
                                           : '_';
  return variable;
}

} // namespace deploy_plan::model

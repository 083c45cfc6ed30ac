#include "cli/numbers.hpp"
#include "text/number.hpp"

namespace deploy_plan::cli {
namespace {

Text wanted(NumberRange::Kind kind) {
  switch (kind) {
  case NumberRange::Kind::whole:
    return {"{0} {1}: write a whole number from {2} to {3}",
            "{0} {1} : écrivez un nombre entier de {2} à {3}"};
  case NumberRange::Kind::above:
    return {"{0} {1}: write a number above {2}, of at most {3}",
            "{0} {1} : écrivez un nombre supérieur à {2}, d'au plus {3}"};
  case NumberRange::Kind::inside:
    return {"{0} {1}: write a number strictly between {2} and {3}",
            "{0} {1} : écrivez un nombre strictement compris entre {2} et {3}"};
  case NumberRange::Kind::below:
    return {"{0} {1}: write a number of at least {2}, below {3}",
            "{0} {1} : écrivez un nombre d'au moins {2}, inférieur à {3}"};
  case NumberRange::Kind::from: break;
  }
  return {"{0} {1}: write a number from {2} to {3}", "{0} {1} : écrivez un nombre de {2} à {3}"};
}
} // namespace

bool is_within(const NumberRange& range, double value) {
  using Kind = NumberRange::Kind;
  const bool least_is_out = range.kind == Kind::above || range.kind == Kind::inside;
  const bool most_is_out = range.kind == Kind::below || range.kind == Kind::inside;
  return (least_is_out ? value > range.least : value >= range.least) &&
         (most_is_out ? value < range.most : value <= range.most);
}

std::optional<double> read_number(std::string_view words, const NumberRange& range) {
  const auto value =
      range.kind == NumberRange::Kind::whole ? text::read_whole(words) : text::read_number(words);
  return value && is_within(range, *value) ? value : std::nullopt;
}

Phrase not_a_number(const std::string& option, const std::string& words, const NumberRange& range) {
  if (text::is_ambiguous(words)) {
    std::string thousands = words;
    std::string decimals = words;
    const auto comma = words.find(',');
    thousands.erase(comma, 1);
    decimals[comma] = '.';
    return {{"{0} {1}: write {2} or {3}: it could be either",
             "{0} {1} : écrivez {2} ou {3} : ce peut être l'un ou l'autre"},
            {option, words, thousands, decimals}};
  }
  return {wanted(range.kind), {option, words, range.least, range.most}};
}

std::vector<std::string> split_list(const std::string& words) {
  const char between = words.find(';') == std::string::npos ? ',' : ';';
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= words.size();) {
    const auto end = std::min(words.find(between, begin), words.size());
    parts.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

double number_or_refusal(const std::string& option, const std::string& words, const NumberRange& range,
                         const Common& common) {
  if (const auto value = read_number(words, range))
    return *value;
  throw CLI::ValidationError(not_a_number(option, words, range).in(common.language));
}

} // namespace deploy_plan::cli

#include "report/document/cells.hpp"
#include "text/lists.hpp"
#include <cmath>

namespace deploy_plan::report {

Phrase words(Text text) { return {text}; }
Phrase words(const std::string& text) { return {{"{0}", "{0}"}, {text}}; }

Words quoted_list(std::span<const std::string> names) {
  Words all;
  for (const std::string& name : names)
    text::add_to_list(all, quoted(name));
  return all;
}

Cell unknown() { return {std::nullopt, true}; }
Cell text_cell(Phrase phrase, Tone tone) { return {std::move(phrase), false, tone}; }
Cell figure_cell(Argument figure) { return {Phrase{{"{0}", "{0}"}, {std::move(figure)}}, true}; }
namespace {
/// What is no number is not known: "nan" and "inf" are nobody's words.
bool is_known(const std::optional<double>& number) { return number && std::isfinite(*number); }
} // namespace

Cell number_cell(const std::optional<double>& number) {
  return is_known(number) ? figure_cell(shown(*number)) : unknown();
}
Cell count_cell(const std::optional<double>& number) {
  return is_known(number) ? figure_cell(*number) : unknown();
}
Cell share_cell(const std::optional<double>& share) {
  return is_known(share) ? figure_cell(Share{*share}) : unknown();
}
Argument figure_of(double value, bool is_rate) {
  return is_rate ? Argument(Share{shown(value * 100) / 100}) : Argument(shown(value));
}
Cell figure_cell_of(const std::optional<double>& value, bool is_rate) {
  return is_known(value) ? figure_cell(figure_of(*value, is_rate)) : unknown();
}
Argument difference_of(double size, bool is_rate) {
  if (!is_rate)
    return shown(size);
  constexpr double least_rounded = 0.5; // beneath, a tenth is much
  const double points = size * 100;
  return Phrase{{"{0} {0#point|points}", "{0} {0#point|points}"},
                {std::abs(points) >= least_rounded ? std::round(points * 10) / 10 : shown(points)}}
      .words();
}
Cell difference_cell(const std::optional<double>& value, bool is_rate) {
  return is_known(value) ? figure_cell(difference_of(*value, is_rate)) : unknown();
}
Cell date_cell(const std::optional<Date>& date) { return date ? figure_cell(*date) : unknown(); }
Cell money_cell(const std::optional<double>& amount, const std::string& currency) {
  return is_known(amount) ? figure_cell(Money{std::abs(*amount) >= 1000 ? std::round(*amount)
                                                                        : std::round(*amount * 100) / 100,
                                              currency})
                          : unknown();
}

Argument chance_words(double probability) {
  if (probability > 0.995)
    return Words{"more than 99%", "plus de 99\u202f%"};
  if (probability < 0.005)
    return Words{"less than 1%", "moins de 1\u202f%"};
  const double whole = std::round(probability * 100) / 100;
  return outlook_class(whole) == outlook_class(probability) ? Argument(Share{whole})
                                                            : compared_chance_words(probability);
}

Argument compared_chance_words(double probability) {
  if (probability > 0.999)
    return Words{"more than 99.9%", "plus de 99,9\u202f%"};
  if (probability < 0.001)
    return Words{"less than 0.1%", "moins de 0,1\u202f%"};
  return Share{shown(probability * 1000) / 1000};
}

Text no_conversion_words(NoConversion why) {
  return why == NoConversion::other_unit ? model::choice_of(why).words() : Text{};
}

} // namespace deploy_plan::report

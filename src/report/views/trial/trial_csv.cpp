#include "report/views/trial/trial_csv.hpp"
#include "answers/path.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan::report {
namespace {

std::optional<double> number_in(const answers::Scalar& value) {
  if (const auto* const whole = std::get_if<std::int64_t>(&value))
    return static_cast<double>(*whole);
  const auto* const number = std::get_if<double>(&value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}
} // namespace

std::string trials_csv(std::span<const Trial> trials, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"action", "protocole", "verdict", "chiffre", "valeur"})
                           : dialect.row({"action", "protocol", "verdict", "figure", "value"});
  for (const Trial& trial : trials)
    answers::each_figure(trial, [&](const answers::Figure& figure) {
      if (const auto number = number_in(figure.value))
        result += dialect.row({CsvDialect::words(trial.action), std::string(name_of(trial.protocol).en),
                               std::string(name_of(trial.verdict).en),
                               CsvDialect::words(answers::text_of(figure.path)), dialect.number(number)});
    });
  return result;
}

} // namespace deploy_plan::report

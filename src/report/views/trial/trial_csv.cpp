#include "report/views/trial/trial_csv.hpp"
#include "answers/csv.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan::report {
std::string trials_csv(std::span<const Trial> trials, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"action", "protocole", "verdict", "chiffre", "valeur"})
                           : dialect.row({"action", "protocol", "verdict", "figure", "value"});
  for (const Trial& trial : trials)
    answers::each_row(trial, [&](const answers::FigureRow& row) {
      result += dialect.row({CsvDialect::words(trial.action), std::string(name_of(trial.protocol).en),
                             std::string(name_of(trial.verdict).en), CsvDialect::words(row.path),
                             dialect.number(row.value)});
    });
  return result;
}

} // namespace deploy_plan::report

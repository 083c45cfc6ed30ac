#include "report/views/trial/trial_json.hpp"
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "report/answer_paths.hpp"
#include "report/csv.hpp"

namespace deploy_plan::report {

using Json = nlohmann::ordered_json;

Json trials_json(const std::string& strategy, std::span<const Trial> trials, Date as_of) {
  return Json::parse(answers::as_json(StrategyTrials{strategy, as_of, "", {trials.begin(), trials.end()}}));
}

std::string trials_csv(const std::string& strategy, std::span<const Trial> trials, Date as_of,
                       bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"action", "protocole", "verdict", "chiffre", "valeur"})
                           : dialect.row({"action", "protocol", "verdict", "figure", "value"});
  const Json all = trials_json(strategy, trials, as_of);
  for (const Json& one : all["tests"])
    each_value(one, "", [&](const std::string& path, const Json& value) {
      if (value.is_number())
        result += dialect.row({CsvDialect::words(one["action"].get<std::string>()),
                               one["protocol"].get<std::string>(), one["verdict"].get<std::string>(),
                               CsvDialect::words(path), dialect.number(value.dump())});
    });
  return result;
}

} // namespace deploy_plan::report

#include "report/views/trial/trial_json.hpp"
#include "report/answer_paths.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"
#include "report/json_values.hpp"
#include "report/views/trial/trial_view.hpp"

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json always_valid_json(const AlwaysValid& one) {
  return {{"p_value", number_json(one.p_value)},
          {"low", number_json(one.interval.low)},
          {"high", number_json(one.interval.high)}};
}

void add(Json& result, const AbReading& reading) {
  result["srm_p_value"] = number_json(reading.srm_p_value);
  result["arms"] = Json::array();
  for (const ReadArm& arm : reading.arms)
    result["arms"].push_back(
        {{"name", arm.name},
         {"exposed", arm.sample.exposed},
         {"converted", arm.sample.converted},
         {"rate", arm.sample.exposed > 0 ? number_json(arm.sample.rate()) : Json(nullptr)},
         {"low", number_json(arm.interval.low)},
         {"high", number_json(arm.interval.high)},
         {"needed", number_json(arm.needed)}});
  result["comparisons"] = Json::array();
  for (const ReadComparison& one : reading.comparisons)
    result["comparisons"].push_back({{"arm", reading.arms[one.arm].name},
                                     {"against", reading.arms.front().name},
                                     {"difference", number_json(one.difference)},
                                     {"low", number_json(one.interval.low)},
                                     {"high", number_json(one.interval.high)},
                                     {"p_value", number_json(one.p_value)},
                                     {"holm_p_value", number_json(one.holm_p_value)},
                                     {"method", word_json(one.method)},
                                     {"probability_better", number_json(one.probability_better)},
                                     {"always_valid", always_valid_json(one.always_valid)}});
  result["minimal_detectable_effect"] = number_json(reading.detectable);
  result["needed_per_arm"] = number_json(reading.needed_per_arm);
  result["best"] = reading.best ? Json(reading.arms[*reading.best].name) : Json(nullptr);
}

void add(Json& result, const PilotReading& reading) {
  const auto scaled = [&](double rate) {
    return reading.scale_to ? number_json(reading.expected(rate)) : Json(nullptr);
  };
  result["exposed"] = reading.sample.exposed;
  result["converted"] = reading.sample.converted;
  result["rate"] = number_json(reading.sample.rate());
  result["low"] = number_json(reading.interval.low);
  result["high"] = number_json(reading.interval.high);
  result["threshold"] = number_json(reading.threshold);
  result["p_value"] = number_json(reading.p_value);
  result["always_valid"] = reading.always_valid ? always_valid_json(*reading.always_valid) : Json(nullptr);
  result["minimal_detectable_effect"] = number_json(reading.detectable);
  result["expected_at_scale"] = {{"value", scaled(reading.sample.rate())},
                                 {"low", scaled(reading.interval.low)},
                                 {"high", scaled(reading.interval.high)}};
  result["cost_at_scale"] = number_json(reading.cost_at_scale);
}

void add(Json& result, const SequenceReading& reading) {
  const bool fitted = !reading.fitted.empty();
  result["starts"] = Json::array();
  for (const ReadStart& one : reading.starts)
    if (fitted)
      result["starts"].push_back({{"action", one.action.empty() ? Json(nullptr) : Json(one.action)},
                                  {"date", day_json(one.date)},
                                  {"ratio", number_json(one.ratio)},
                                  {"low", number_json(one.interval.low)},
                                  {"high", number_json(one.interval.high)},
                                  {"p_value", number_json(one.p_value)},
                                  {"always_valid", always_valid_json(one.always_valid)}});
  const auto known = [&](double value) { return fitted ? number_json(value) : Json(nullptr); };
  result["trend"] = known(reading.trend);
  result["dispersion"] = known(reading.dispersion);
  result["added"] = {{"value", known(reading.added)},
                     {"low", known(reading.added_interval.low)},
                     {"high", known(reading.added_interval.high)}};
}

Json trial_json(const Trial& trial) {
  Json result{{"action", trial.action},
              {"protocol", word_json(trial.protocol)},
              {"verdict", verdict_key(trial.verdict)},
              {"reason", word_json(trial.reason)},
              {"why", verdict_reason(trial).in(Language::english)},
              {"alpha", number_json(trial.alpha)},
              {"power", number_json(trial.power)},
              {"min_effect", number_json(trial.min_effect)},
              {"size", number_json(trial.size)},
              {"planned_size", number_json(trial.planned)},
              {"early", trial.looks == Looks::early},
              {"looks", word_json(trial.looks)},
              {"go_on_until", number_json(trial.go_on_until)},
              {"weeks_left", number_json(trial.weeks_left)},
              {"market_detectable_effect", number_json(trial.market_detectable)}};
  std::visit(
      [&](const auto& reading) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(reading)>, std::monostate>)
          add(result, reading);
      },
      trial.reading);
  return result;
}
} // namespace

std::string_view verdict_key(Verdict verdict) { return name_of(verdict).en; }

Json trials_json(const std::string& strategy, std::span<const Trial> trials, Date as_of) {
  Json result{{"format", "deploy-plan/test@1"},
              {"as_of", day_json(as_of)},
              {"strategy", strategy},
              {"verdicts", {{"adopt", 0}, {"drop", 0}, {"go_on", 0}, {"cannot_tell", 0}, {"not_begun", 0}}},
              {"tests", Json::array()}};
  for (const Trial& trial : trials) {
    Json& count = result["verdicts"][std::string(verdict_key(trial.verdict))];
    count = count.get<std::int64_t>() + 1;
    result["tests"].push_back(trial_json(trial));
  }
  return result;
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

// Figures as large and as small as a file may hold never come out as "nan" or "inf", in any format.
#include "deploy_plan/document.hpp"
#include "deploy_plan/forecast.hpp"
#include "examples.hpp"
#include "report/views/gap/gap_document.hpp"
#include "report/views/plan/forecast_view.hpp"
#include "report/views/plan/plan_view.hpp"
#include "report/views/trial/trial_view.hpp"
#include <cctype>
#include <cmath>
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

using Json = nlohmann::json;

/// Rates, and counts that can be read, so that every section has something to say.
constexpr std::string_view fragment = R"({"objectives": [
  {"id": "returning", "baseline": {"date": "@-60", "value": 0.2}, "observations": [{"date": "@-30", "value": 0.3}, {"date": "@-2", "value": 0.35}]},
  {"id": "books-read", "observations": [{"date": "@-30", "value": 1000}, {"date": "@-2", "value": 1700}]}],
  "actions": [{"id": "webinars", "results": [{"date": "@-9", "runs": 1, "money": 200, "days": 2, "effect": 12}, {"date": "@-5", "runs": 1, "money": 190, "days": 2, "effect": 15}],
    "test": {"exposed": 80, "converted": 30}}]})";

std::vector<Json::json_pointer> numbers_of(const Json& strategy) {
  std::vector<Json::json_pointer> all;
  const Json flat = strategy.flatten();
  for (const auto& [path, value] : flat.items())
    if (value.is_number() && path != "/version")
      all.emplace_back(path);
  return all;
}

std::optional<Strategy> read(const Json& changed) {
  std::optional<Strategy> strategy;
  const auto file = check(std::make_shared<const Source>("s.json", changed.dump()), on_that_day(),
                          [&](Strategy&& one) { strategy = std::move(one); });
  return file.is_sound() ? std::move(strategy) : std::nullopt;
}

/// "nan" or "inf" as a word of its own.
bool has_nonsense(std::string_view shown) {
  const auto is_letter = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(at < shown.size() ? shown[at] : ' ');
    return std::isalnum(c) != 0 || c >= 0x80 || c == '-' || c == '_';
  };
  for (const std::string_view word : {"nan", "inf"})
    for (auto at = shown.find(word); at != std::string_view::npos; at = shown.find(word, at + 1))
      if ((at == 0 || !is_letter(at - 1) || shown[at - 1] == '-') && !is_letter(at + word.size()))
        return true;
  return false;
}

std::vector<Section> all_sections(const Strategy& strategy) {
  const Gap told = gap(strategy, day);
  ForecastOptions drawn;
  drawn.draws = 100;
  std::vector<Section> all = report::gap_document({&told, 1}, day, {}).sections;
  for (auto sections : {report::forecast_sections(forecast(strategy, day, drawn)),
                        report::ranking_sections(rank(strategy, day)),
                        report::trial_sections(read_trials(strategy, day), "")})
    all.insert(all.end(), sections.begin(), sections.end());
  return all;
}
} // namespace

TEST_CASE("no figure that a file may hold is shown as nan or inf") {
  const Json base = Json::parse(example_strategy(fragment, Language::english, day));
  REQUIRE(read(base));
  int sound = 0;
  for (const auto& place : numbers_of(base))
    for (const double value : {9007199254740991.0, 1e-15, 0.0, -9007199254740991.0}) {
      Json changed = base;
      changed[place] = value == std::floor(value) ? Json(static_cast<std::int64_t>(value)) : Json(value);
      const auto strategy = read(changed);
      if (!strategy)
        continue; // told, at its place
      ++sound;
      const Document document{{{"", ""}}, all_sections(*strategy)};
      for (const DocumentFormat& format : document_formats()) {
        const std::string shown = format.render(document, {});
        CAPTURE(place.to_string(), value, format.name);
        CHECK_FALSE(has_nonsense(shown));
      }
    }
  CHECK(sound > 50);
}

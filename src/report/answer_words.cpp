#include "report/answer_words.hpp"
#include "deploy_plan/forecast.hpp"
#include "report/document/cells.hpp"
#include "report/views/trial/trial_view.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

/// A word as people would have written it: "on_track", "On track" and "on-track" are one.
std::string plain(std::string_view word) {
  constexpr std::pair<std::string_view, char> alike[] = {
      {"\u00a0", ' '}, {"\u202f", ' '}, {"\u2019", '\''}, {"_", ' '}, {"-", ' '}};
  std::string result = text::fold(word);
  for (const auto& [written, plainly] : alike)
    for (auto at = result.find(written); at != std::string::npos; at = result.find(written, at + 1))
      result.replace(at, written.size(), 1, plainly);
  return result;
}

/// The words of an enumeration, and how people read them.
template <class E>
std::vector<FigureWord> enumeration() {
  std::vector<FigureWord> all;
  for (const model::Choice& choice : model::choices<E>())
    if (!choice.name.en.empty())
      all.push_back({choice.name.en, choice.name, choice.words()});
  return all;
}

/// The figures that are words, by their keys.
struct WordFigure {
  std::string_view key;
  std::vector<FigureWord> (*words)();
};
constexpr WordFigure word_figures[] = {
    {"status", enumeration<GoalStatus>}, {"status", enumeration<PlanStatus>},
    {"no_eta", enumeration<NoEta>},      {"no_conversion", enumeration<NoConversion>},
    {"why", enumeration<NoConversion>},  {"scale", enumeration<Scale>},
    {"stage", enumeration<Stage>},       {"bottleneck", enumeration<Stage>},
    {"from", enumeration<Stage>},        {"to", enumeration<Stage>},
    {"family", enumeration<Family>},     {"lever", enumeration<Family>},
    {"of", enumeration<TierName>},       {"repeatability", enumeration<Repeatability>},
    {"protocol", enumeration<Protocol>}, {"verdict", enumeration<Verdict>},
    {"reason", enumeration<PlanReason>}, {"reason", enumeration<TrialReason>},
    {"looks", enumeration<Looks>},       {"method", enumeration<ComparisonMethod>},
    {"goal", enumeration<PlanGoal>},     {"unfinished", enumeration<Unfinished>},
    {"basis", enumeration<Basis>},       {"model", enumeration<GrowthModel>},
    {"kind", enumeration<ForecastOf>},   {"problem", enumeration<FitProblem>},
};

constexpr std::string_view days[] = {"as_of", "by", "eta", "date", "reached", "earliest", "latest", "peak"};
// Of those that may be unknown: a figure that is known shows what it is.
constexpr std::string_view flags[] = {"viable", "available", "relevant"};
constexpr std::string_view texts[] = {"segment", "unit",      "because_of",  "best",
                                      "action",  "objective", "dominated_by"};

template <std::size_t Count>
bool holds(const std::string_view (&keys)[Count], std::string_view key) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

FigureShape shape_of_unknown(std::string_view key) {
  if (holds(days, key))
    return FigureShape::day;
  if (holds(flags, key))
    return FigureShape::flag;
  if (holds(texts, key))
    return FigureShape::text;
  return words_of_figure(key, nullptr).empty() ? FigureShape::number : FigureShape::word;
}
} // namespace

bool FigureWord::is_meant_by(std::string_view word) const {
  const std::string wanted = plain(word);
  const std::string_view written[] = {name.en, name.fr, shown.en, shown.fr};
  return std::any_of(std::begin(written), std::end(written),
                     [&](std::string_view one) { return plain(one) == wanted; });
}

std::vector<FigureWord> words_of_figure(std::string_view key, const Json& value) {
  std::vector<FigureWord> all;
  for (const WordFigure& figure : word_figures) {
    if (figure.key != key)
      continue;
    auto words = figure.words();
    const bool is_known =
        value.is_null() || std::any_of(words.begin(), words.end(),
                                       [&](const FigureWord& one) { return value == Json(one.key); });
    if (is_known)
      all.insert(all.end(), words.begin(), words.end());
  }
  return all;
}

std::optional<FigureShape> shape_of_figure(std::string_view key, const Json& value) {
  if (value.is_null())
    return shape_of_unknown(key);
  if (value.is_number())
    return FigureShape::number;
  if (value.is_boolean())
    return FigureShape::flag;
  if (!value.is_string())
    return std::nullopt;
  if (holds(days, key))
    return FigureShape::day;
  return words_of_figure(key, value).empty() ? FigureShape::text : FigureShape::word;
}

} // namespace deploy_plan::report

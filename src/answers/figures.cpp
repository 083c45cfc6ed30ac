#include "answers/figures.hpp"
#include "answers/outlook.hpp"
#include "deploy_plan/libraries.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan::answers {
namespace {

/// An analysis that takes long: adding one is a line here and one in the description.
constexpr Member strategy_members[] = {
    figure<&StrategyAnswers::gap>({{"gap", "écart"}, {"where it stands", "où elle en est"}}),
    figure<&StrategyAnswers::plan>({{"plan", "plan"}, {"with the plan", "avec le plan"}}),
    figure<&StrategyAnswers::forecast>({{"forecast", "prévision"}, {"forecast", "prévision"}}),
};
constexpr const Member& gap_member = strategy_members[0];
constexpr const Member& forecast_member = strategy_members[2];

std::optional<Plan> plan_for_north_star(const Strategy& strategy, Date day) {
  PlanOptions options;
  options.frontier = 0;
  auto planned = plan({&strategy, 1}, day, options);
  return planned ? std::optional(std::move(*planned)) : std::nullopt;
}

Forecast compared_forecast(const Strategy& strategy, Date day, const Plan* with_plan) {
  ForecastOptions options;
  options.segments = false;
  options.with_plan = with_plan;
  return forecast(strategy, day, options);
}

bool is_of_kind_compared(const Member& member) {
  return member.kind != Kind::name && member.kind != Kind::flag;
}

/// A value that can be set beside others; nothing where it is not known.
std::optional<Value> compared_value(const Scalar& scalar) {
  if (const auto* const number = std::get_if<double>(&scalar))
    return std::isfinite(*number) ? std::optional<Value>(*number) : std::nullopt;
  return std::holds_alternative<std::monostate>(scalar) ? std::nullopt : std::optional(owned(scalar));
}
} // namespace

template <>
const Record& description<StrategyAnswers>() {
  static constexpr Record record{{"strategy", "stratégie"}, {}, strategy_members};
  return record;
}

StrategyAnswers answers_about(const Strategy& strategy, Date day, Analyses wanted) {
  StrategyAnswers answers{.gap = gap(strategy, day)};
  if (wanted == Analyses::quick)
    return answers;
  answers.plan = plan_for_north_star(strategy, day);
  if (!answers.plan)
    answers.missing = missing_for_plans();
  const Plan* const with_plan = answers.plan ? &*answers.plan : nullptr;
  add_outlooks(answers.gap, strategy, FutureOptions(), with_plan);
  answers.forecast = compared_forecast(strategy, day, with_plan);
  return answers;
}

Lookup look_up(const StrategyAnswers& answers, std::string_view path) {
  const Record& record = description<StrategyAnswers>();
  Lookup whole = look_up(record, &answers, path);
  if (std::holds_alternative<Located>(whole))
    return whole;
  const std::string begin = std::string(gap_member.key.en) + ".";
  Lookup of_gap = look_up(record, &answers, begin + std::string(path));
  auto* const astray = std::get_if<Astray>(&of_gap);
  // The reading that comes further tells what is wrong: "levers" is no mistake before a key that is one.
  const std::string_view first = path.substr(0, path.find('.'));
  const Astray& at_once = std::get<Astray>(whole);
  const bool is_nearer = astray == nullptr || (at_once.nearest.empty() && !astray->nearest.empty()) ||
                         (at_once.part == first && astray->part != first);
  if (is_nearer && astray != nullptr)
    astray->nearest.erase(0, begin.size());
  return is_nearer ? of_gap : whole;
}

bool takes_long(const Path& path) {
  return path.front().member != &gap_member || std::any_of(path.begin(), path.end(), [](const Step& step) {
           return step.member != nullptr && step.member->type == &TypeOf<std::optional<Outlooks>>::value;
         });
}
bool takes_long(std::string_view path) {
  const std::string folded = text::fold(path);
  const std::string_view begin = std::string_view(folded).substr(0, folded.find('.'));
  const auto any_outlook = [&](std::string_view key) { // an id of that name costs time, and no more
    return ("." + folded + ".").find("." + text::fold(key) + ".") != std::string::npos;
  };
  return any_outlook(outlook_key.en) || any_outlook(outlook_key.fr) ||
         std::any_of(std::begin(strategy_members), std::end(strategy_members), [&](const Member& member) {
           return &member != &gap_member && (begin == member.key.en || begin == text::fold(member.key.fr));
         });
}
std::vector<std::string> long_analyses() {
  std::vector<std::string> names;
  for (const Member& member : strategy_members)
    if (&member != &gap_member)
      names.emplace_back(member.key.en);
  names.emplace_back(outlook_key.en);
  return names;
}

Row row_at(const StrategyAnswers& answers, const Path& path) {
  Row row;
  each_figure(answers, [&](const Figure& figure) {
    if (figure.path == path)
      row = {figure.path, &figure.member, figure.context, figure.subject};
  });
  return row;
}

Words words_of(const Row& row) {
  const auto in = [&](Language language) {
    const std::string name(row.member->name.in(language));
    const std::string& subject = row.subject.in(language);
    return subject.empty() ? name : name + " — " + subject;
  };
  return {in(Language::english), in(Language::french)};
}
Words full_words_of(const Row& row) {
  Words words = words_of(row);
  if (&analysis_of(row) == &forecast_member) {
    words.en += " (" + std::string(forecast_member.name.en) + ")";
    words.fr += " (" + std::string(forecast_member.name.fr) + ")";
  }
  return words;
}
Words path_words(const Row& row) {
  return {text_of(row.path, Language::english), text_of(row.path, Language::french)};
}
const Member& analysis_of(const Row& row) { return *row.path.front().member; }
int step_of(const Row& row) {
  const auto found = std::find_if(row.path.begin(), row.path.end(), [](const Step& step) {
    return step.member != nullptr && step.member->step != 0;
  });
  return found == row.path.end() ? 0 : found->member->step;
}

bool is_compared(const Path& path) {
  const Member* last = nullptr;
  for (const Step& step : path) {
    if (step.member != nullptr)
      last = step.member;
    if (last->compared == Compared::never)
      return false;
  }
  return is_of_kind_compared(*last);
}

RowSet::RowSet(std::span<const Row> rows) {
  for (const Row& row : rows)
    sorted_.push_back(&row.path);
  std::sort(sorted_.begin(), sorted_.end(), [](const Path* a, const Path* b) { return *a < *b; });
}
bool RowSet::contains(const Path& path) const {
  const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), path,
                                      [](const Path* one, const Path& wanted) { return *one < wanted; });
  return found != sorted_.end() && **found == path;
}

Figures::Figures(const StrategyAnswers& answers, const RowSet* wanted) {
  each_figure(answers, [&](const Figure& figure) {
    if (wanted == nullptr ? !is_compared(figure.path) : !wanted->contains(figure.path))
      return;
    if (auto value = compared_value(figure.value))
      all_.push_back({{figure.path, &figure.member, figure.context, figure.subject}, std::move(*value)});
  });
  by_path_.resize(all_.size());
  std::iota(by_path_.begin(), by_path_.end(), 0U);
  std::sort(by_path_.begin(), by_path_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return all_[a].row.path < all_[b].row.path; });
}

const Value* Figures::find(const Path& path) const {
  const auto found =
      std::lower_bound(by_path_.begin(), by_path_.end(), path,
                       [&](std::uint32_t at, const Path& wanted) { return all_[at].row.path < wanted; });
  return found == by_path_.end() || all_[*found].row.path != path ? nullptr : &all_[*found].value;
}

std::optional<double> number_of(const Value& value) {
  if (const auto* const number = std::get_if<double>(&value))
    return *number;
  if (const auto* const count = std::get_if<std::int64_t>(&value))
    return static_cast<double>(*count);
  if (const auto* const day = std::get_if<Date>(&value))
    return static_cast<double>(day->time_since_epoch().count());
  return std::nullopt;
}

} // namespace deploy_plan::answers

#include "answers/metrics.hpp"
#include "answers/csv.hpp"
#include "answers/json.hpp"
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace deploy_plan::answers {
namespace {

/// What all figures of a kind are counted in, as names end; empty where that differs from one to another.
std::string_view unit_of_family(const Member& member) {
  switch (member.kind) {
  case Kind::share:
  case Kind::probability: return "ratio";
  case Kind::date: return "timestamp_seconds";
  default: return {};
  }
}
bool is_told(const Member& member) { return member.kind != Kind::name; }
bool is_labelled_with_unit(const Member& member) {
  switch (member.kind) {
  case Kind::measure:
  case Kind::per_month:
  case Kind::money:
  case Kind::money_by_unit: return true;
  default: return false;
  }
}

std::string family_of(const std::string& keys, const Member& member) {
  const std::string_view unit = unit_of_family(member);
  return "deploy_plan" + keys + (unit.empty() ? "" : "_") + std::string(unit);
}
std::string_view help_of(const Member& member) {
  return member.meaning.en.empty() ? member.name.en : member.meaning.en;
}

/// What an element of a list or a map is called as a label: segment, objective, share_goal.
std::string label_of(const Member& list) {
  const Type& item = *list.type->item;
  std::string name(item.shape == Shape::record ? item.record().name.en : list.key.en);
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::optional<std::string> sample_digits(const Scalar& value) {
  if (const auto* const whole = std::get_if<std::int64_t>(&value))
    return std::to_string(*whole);
  if (const auto* const number = std::get_if<double>(&value))
    return std::isfinite(*number) ? std::optional(as_json_number(*number)) : std::nullopt;
  if (const auto* const flag = std::get_if<bool>(&value))
    return *flag ? "1" : "0";
  if (const auto* const day = std::get_if<Date>(&value))
    return std::to_string(day->time_since_epoch().count() * std::int64_t{86400});
  return std::holds_alternative<const Choice*>(value) ? std::optional<std::string>("1") : std::nullopt;
}

MetricSample sample_of(const Figure& figure, std::string digits) {
  MetricSample sample;
  std::string keys;
  const Member* last = nullptr;
  for (const Step& step : figure.path)
    if (step.member != nullptr) {
      last = step.member;
      keys += "_" + std::string(last->key.en);
    } else if (last != nullptr)
      sample.labels.emplace_back(label_of(*last), step.id);
  sample.family = family_of(keys, figure.member);
  sample.unit = figure.member.kind == Kind::date ? "seconds" : unit_of_family(figure.member);
  sample.help = help_of(figure.member);
  sample.value = std::move(digits);
  if (const auto* const word = std::get_if<const Choice*>(&figure.value))
    sample.labels.emplace_back(figure.member.key.en, (*word)->name.en);
  if (is_labelled_with_unit(figure.member))
    if (std::string unit = unit_of(figure.member, figure.context); !unit.empty())
      sample.labels.emplace_back("unit", std::move(unit));
  return sample;
}

class MetricTable {
public:
  explicit MetricTable(Language language) : language_(language) {
    constexpr Text heads[] = {{"metric", "métrique"}, {"labels", "étiquettes"}, {"meaning", "sens"}};
    for (const Text head : heads)
      result += fmt::format("| {} ", head.in(language_));
    result += "|\n|---|---|---|\n";
  }

  void record(const Record& record, const std::string& keys, const std::string& labels) {
    each_member(record, nullptr, [&](const Member& member, const void*) {
      const std::string here = keys + "_" + std::string(member.key.en);
      if (member.group != nullptr)
        this->record(*member.group, here, labels);
      else
        value(member, *member.type, here, labels);
    });
  }
  std::string result;

private:
  const Language language_;
  std::set<std::string> told_;

  void value(const Member& member, const Type& type, const std::string& keys, const std::string& labels) {
    switch (type.shape) {
    case Shape::scalar: return row(member, keys, labels);
    case Shape::record: return record(type.record(), keys, labels);
    default:
      if (type.shape == Shape::map || (type.item->shape == Shape::record && type.item->record().named_by))
        value(member, *type.item, keys, labels + ", `" + label_of(member) + "`");
    }
  }
  void row(const Member& member, const std::string& keys, const std::string& labels) {
    const std::string family = family_of(keys, member);
    if (!is_told(member) || !told_.insert(family).second)
      return;
    std::string all = labels;
    if (member.type->scalars == Scalars::word)
      all += fmt::format(", `{}`", member.key.en);
    if (is_labelled_with_unit(member))
      all += ", `unit`";
    const std::string_view meaning =
        member.meaning.en.empty() ? member.name.in(language_) : member.meaning.in(language_);
    result += fmt::format("| `{}` | {} | {} |\n", family, all, meaning);
  }
};
} // namespace

void each_sample(const Record& record, const void* answer, const VisitSample& visit) {
  each_figure(record, answer, [&](const Figure& figure) {
    if (is_told(figure.member))
      if (auto digits = sample_digits(figure.value))
        visit(sample_of(figure, std::move(*digits)));
  });
}

std::string metric_table(const Record& record, Language language) {
  MetricTable table(language);
  table.record(record, "", "`strategy`");
  return std::move(table.result);
}

} // namespace deploy_plan::answers

#include "answers/csv.hpp"
#include "answers/json.hpp"
#include <cmath>

namespace deploy_plan::answers {
namespace {

/// The digits of a number that is known; nothing of anything else.
std::optional<std::string> digits_of(const Scalar& value) {
  if (const auto* const whole = std::get_if<std::int64_t>(&value))
    return std::to_string(*whole);
  const auto* const number = std::get_if<double>(&value);
  return number != nullptr && std::isfinite(*number) ? std::optional(as_json_number(*number)) : std::nullopt;
}

std::string unit_of_measures(const Context& context) { return context.is_rate ? "ratio" : context.unit; }
} // namespace

std::string unit_of(const Member& member, const Context& context) {
  switch (member.kind) {
  case Kind::share:
  case Kind::probability: return "ratio";
  case Kind::money:
  case Kind::money_by_unit: return context.currency.empty() ? "EUR" : context.currency;
  case Kind::measure: return unit_of_measures(context);
  case Kind::per_month: return unit_of_measures(context) + "/month";
  case Kind::count: return std::string(member.counted);
  case Kind::person_days: return "person-day";
  case Kind::weeks: return "week";
  case Kind::name:
  case Kind::word:
  case Kind::flag:
  case Kind::date:
  case Kind::number: break;
  }
  return {};
}

void each_row(const Record& record, const void* answer, const VisitRow& visit) {
  each_figure(record, answer, [&](const Figure& figure) {
    if (auto digits = digits_of(figure.value))
      visit({figure, text_of(figure.path), std::move(*digits), unit_of(figure.member, figure.context)});
  });
}

} // namespace deploy_plan::answers

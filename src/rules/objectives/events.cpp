// Events: what moves figures from outside has an effect that is known, or can be.
#include "deploy_plan/market.hpp"
#include "rules/objectives/objectives.hpp"
#include <map>

namespace deploy_plan::rules {
namespace {

/// The days of which something is observed both before and since.
class ObservedSpans {
public:
  void add(const std::vector<Observation>& seen) {
    if (seen.empty())
      return;
    const auto earlier = [](const Observation& a, const Observation& b) { return a.date < b.date; };
    const auto [first, last] = std::minmax_element(seen.begin(), seen.end(), earlier);
    spans_.emplace_back(first->date, last->date);
  }
  /// To be called once all are added: overlapping spans become one, so that many events cost no more.
  void join() {
    std::sort(spans_.begin(), spans_.end());
    std::vector<std::pair<Date, Date>> joined;
    for (const auto& span : spans_)
      if (!joined.empty() && span.first < joined.back().second)
        joined.back().second = std::max(joined.back().second, span.second);
      else
        joined.push_back(span);
    spans_ = std::move(joined);
  }
  [[nodiscard]] bool hold(Date day) const {
    const auto after = std::partition_point(spans_.begin(), spans_.end(),
                                            [&](const auto& span) { return span.first < day; });
    return after != spans_.begin() && day <= (after - 1)->second;
  }

private:
  std::vector<std::pair<Date, Date>> spans_;
};

/// What is observed of what an event moves: of each objective, and of all that counts beneficiaries.
struct Moved {
  std::map<std::string_view, ObservedSpans> objectives;
  ObservedSpans beneficiaries;

  explicit Moved(const Look& look) {
    const Market& market = look.strategy.market;
    for (const Objective& objective : look.strategy.objectives) {
      const auto seen = observed_until(objective.observations, look.today);
      objectives[objective.id].add(seen);
      if (counts_beneficiaries(objective, market))
        beneficiaries.add(seen);
    }
    beneficiaries.add(penetrated_until(market, look.today));
    for (const Segment& segment : market.segments)
      if (segment.penetrated)
        beneficiaries.add(observed_until(segment.penetrated->observations, look.today));
    beneficiaries.join();
  }
  /// nullptr where it names an objective that there is not.
  [[nodiscard]] const ObservedSpans* by(const Event& event) const {
    if (event.objective.empty())
      return &beneficiaries;
    const auto found = objectives.find(event.objective);
    return found == objectives.end() ? nullptr : &found->second;
  }
};

void estimable(const Look& look) {
  if (look.strategy.events.empty())
    return;
  const Moved moved(look);
  for (const Event& event : look.strategy.events) {
    const ObservedSpans* const seen = event.origin.sound && !event.effect ? moved.by(event) : nullptr;
    if (seen != nullptr && !seen->hold(event.date))
      look.report(look.at(event, event.date),
                  {{"what it moves is not observed both before and since {0}: its effect cannot be estimated",
                    "ce qu'il fait bouger n'est pas relevé à la fois avant et depuis le {0} : son effet ne "
                    "peut être estimé"},
                   {event.date}},
                  {{"give its effect, or remove the event", "donnez son effet, ou supprimez l'événement"}});
  }
}
} // namespace

std::span<const Rule> event_rules() {
  static constexpr Rule all[] = {
      {{.name = "event-without-effect",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"an event's effect is neither given nor to be seen in what is observed",
                    "l'effet d'un événement n'est ni donné ni visible dans les relevés"},
        .why = {"what nobody knows yet is left out of what is to come",
                "ce que nul ne sait encore manque à ce qui est à venir"},
        .bad =
            R"({"events": [{"name": "digital day of schools || journée numérique des écoles", "date": "@40", "kind": "announcement"}]})",
        .good =
            R"({"events": [{"name": "digital day of schools || journée numérique des écoles", "date": "@40", "kind": "announcement", "effect": {"low": 5, "high": 40}}]})"},
       estimable},
  };
  return all;
}

} // namespace deploy_plan::rules

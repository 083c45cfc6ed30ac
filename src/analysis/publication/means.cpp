// What a public page tells that a solution costs, and what was spent to deploy it.
#include "analysis/publication/publishing.hpp"
#include "deploy_plan/effect.hpp"

namespace deploy_plan::publication {
namespace {

std::optional<double> yearly_cost(const Publishing& at) {
  const auto& viability = at.strategy.market.viability;
  return viability ? viability->annual_cost : std::nullopt;
}

/// As briefs tell it: what results say, else what a run costs, and setting up.
std::optional<double> spent(const Publishing& at, double Spent::*what) {
  if (at.strategy.actions.empty())
    return std::nullopt;
  double all = 0;
  for (Action action : at.strategy.actions) {
    std::erase_if(action.results, [&](const Result& result) { return result.date > at.day; });
    all += past_runs(action).all.*what;
  }
  return all;
}

struct Amount {
  std::string id;
  Text name, definition, source, method;
};
void tell(Publishing& at, const Amount& amount, PublicKind kind, const std::optional<double>& value) {
  at.page.figures.push_back({amount.id, ImpactAxis::efficient, both(amount.name), both(amount.definition), "",
                             kind, kind == PublicKind::money ? at.page.currency : std::string(), value,
                             value ? Disclosure::told : Disclosure::unknown,
                             value ? std::optional(at.day) : std::nullopt, both(amount.source),
                             both(amount.method)});
}

constexpr Text strategy_itself{"the strategy", "la stratégie"};
constexpr Text results{"results of actions", "résultats des actions"};
constexpr Text given_as_such{"given as such", "donné tel quel"};

void tell_cost_by_beneficiary(Publishing& at) {
  const Told covered = at.counts.told(at.counts.tier(0, 0));
  PublicFigure figure{
      "market.cost_by_beneficiary",
      ImpactAxis::efficient,
      both(Text{"yearly cost for one who is covered", "coût annuel par bénéficiaire couvert"}),
      both(Text{"yearly cost of the solution / covered", "coût annuel de la solution / couverts"}),
      "",
      PublicKind::money_by_unit,
      at.page.currency,
      {},
      covered.disclosure,
      at.day_of(0, 0),
      both(strategy_itself),
      both(reckoned)};
  if (covered.value) {
    figure.value = yearly_cost(at) ? ratio(*yearly_cost(at), *covered.value) : std::nullopt;
    figure.disclosure = figure.value ? Disclosure::told : Disclosure::unknown;
  }
  at.page.figures.push_back(std::move(figure));
}

struct Means {
  std::string id;
  PublicKind kind;
  std::optional<double> Budget::*given;
  double Spent::*spent;
  Text name_of_given, name_of_spent, name_of_left;
};
const Means means[] = {
    {"money",
     PublicKind::money,
     &Budget::money,
     &Spent::money,
     {"budget", "budget"},
     {"spent", "dépensé"},
     {"left", "reste"}},
    {"days",
     PublicKind::person_days,
     &Budget::days,
     &Spent::days,
     {"budget in person-days", "budget en jours-personne"},
     {"person-days spent", "jours-personne passés"},
     {"person-days left", "jours-personne restants"}},
};
void tell_budget(Publishing& at, const Means& of) {
  const std::optional<double> given = (*at.strategy.budget).*of.given;
  const std::optional<double> done = spent(at, of.spent);
  const std::string id = "budget." + of.id;
  tell(at,
       {id + ".given",
        of.name_of_given,
        {"to deploy it, for the period", "pour la déployer, sur la période"},
        strategy_itself,
        given_as_such},
       of.kind, given);
  tell(at,
       {id + ".spent",
        of.name_of_spent,
        {"by actions done", "par les actions faites"},
        results,
        {"what results say, else the cost of a run, and setting up",
         "ce que disent les résultats, sinon le coût d'un passage, et la mise en place"}},
       of.kind, done);
  tell(at,
       {id + ".left",
        of.name_of_left,
        {"budget less what was spent", "budget moins ce qui est dépensé"},
        results,
        reckoned},
       of.kind, given && done ? std::optional(*given - *done) : std::nullopt);
}
} // namespace

void tell_means(Publishing& at) {
  tell_cost_by_beneficiary(at);
  tell(at,
       {"market.annual_cost",
        {"yearly cost of the solution", "coût annuel de la solution"},
        {"what it costs a year", "ce qu'elle coûte par an"},
        strategy_itself,
        given_as_such},
       PublicKind::money, yearly_cost(at));
  if (at.strategy.budget)
    for (const Means& one : means)
      tell_budget(at, one);
}

void tell_trend(Publishing& at) {
  const std::vector<Observation>& days = at.counts.trend_days();
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Told told = at.counts.told(at.counts.trend(i));
    PublicPoint point{days[i].date, told.disclosure, told.value, {}};
    if (point.covered && yearly_cost(at))
      point.cost_by_beneficiary = ratio(*yearly_cost(at), *point.covered);
    at.page.trend.push_back(point);
  }
}

} // namespace deploy_plan::publication

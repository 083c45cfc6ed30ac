// The terms of the budget: means that are given for a time.
#include "rules/rule.hpp"

namespace deploy_plan::rules {
namespace {

/// The terms that can be judged, in the order of time.
std::vector<const BudgetTerm*> terms_in_order(const Strategy& strategy) {
  std::vector<const BudgetTerm*> terms;
  if (strategy.budget)
    for (const BudgetTerm& term : strategy.budget->terms)
      if (term.origin.sound && term.from <= term.until)
        terms.push_back(&term);
  std::stable_sort(terms.begin(), terms.end(),
                   [](const BudgetTerm* a, const BudgetTerm* b) { return a->from < b->from; });
  return terms;
}

void terms_apart(const Look& look) {
  const BudgetTerm* longest = nullptr; // of those before
  for (const BudgetTerm* const term : terms_in_order(look.strategy)) {
    if (longest != nullptr && term->from <= longest->until)
      look.report(
          look.at(*term, term->from),
          {{"this term begins on {0}, before another has ended, on {1}",
            "cet exercice commence le {0}, avant qu'un autre ait fini, le {1}"},
           {term->from, longest->until}},
          {{"cut the time so that each day is of one term, with all that can be spent then",
            "découpez le temps pour que chaque jour soit d'un seul exercice, avec tout ce qui peut y "
            "être dépensé"}},
          {{look.place(look.at(*longest, longest->until)), {{"the other ends here", "l'autre finit ici"}}}});
    if (longest == nullptr || term->until > longest->until)
      longest = term;
  }
}

void all_in_terms(const Look& look) {
  const Period& period = look.strategy.period;
  const auto terms = terms_in_order(look.strategy);
  if (!period.origin.sound || terms.empty())
    return;
  const auto uncovered = [&](Date from, Date until) {
    if (from > until)
      return false;
    look.report(
        look.at(*look.strategy.budget, look.strategy.budget->terms),
        {{"from {0} to {1} the period is in no term", "du {0} au {1}, la période n'est dans aucun exercice"},
         {from, until}},
        {{"add a term, of 0 where nothing can be spent: only the whole budget limits what is spent then",
          "ajoutez un exercice, à 0 si rien ne peut y être dépensé : seul le budget entier limite ce "
          "qui est alors dépensé"}});
    return true;
  };
  Date day = period.start;
  for (const BudgetTerm* const term : terms) {
    if (uncovered(day, std::min(term->from - std::chrono::days{1}, period.end)))
      return; // the first is enough
    day = std::max(day, term->until + std::chrono::days{1});
  }
  (void)uncovered(day, period.end);
}

/// Of terms that are of the period alone: of others some may be spent before it, or after.
void terms_in_budget(const Look& look) {
  const Period& period = look.strategy.period;
  double money = 0;
  double days = 0;
  for (const BudgetTerm* const term : terms_in_order(look.strategy))
    if (period.origin.sound && term->from >= period.start && term->until <= period.end) {
      money += term->money.value_or(0);
      days += term->days.value_or(0);
    }
  const auto& budget = look.strategy.budget;
  const Phrase help{{"raise the budget, or lower a term: what is beyond cannot be spent",
                     "relevez le budget, ou réduisez un exercice : ce qui dépasse ne peut être dépensé"}};
  if (budget && budget->money && money > *budget->money * (1 + 1e-9))
    look.report(look.at(*budget, budget->terms),
                {{"terms add up to {0}, and the budget is {1}",
                  "les exercices totalisent {0}, et le budget est de {1}"},
                 {Money{money, budget->currency}, Money{*budget->money, budget->currency}}},
                help);
  if (budget && budget->days && days > *budget->days * (1 + 1e-9))
    look.report(look.at(*budget, budget->terms),
                {{"terms add up to {0} {0#person-day|person-days}, and the budget is {1}",
                  "les exercices totalisent {0} {0#jour-personne|jours-personne}, et le budget est de {1}"},
                 {days, *budget->days}},
                help);
}
} // namespace

std::span<const Rule> term_rules() {
  static constexpr Rule all[] = {
      {{.name = "terms-overlap",
        .severity = Severity::error,
        .step = 0,
        .summary = {"two terms of the budget share days", "deux exercices du budget ont des jours communs"},
        .why = {"what is spent on such a day would count in both, and nobody means that",
                "ce qui est dépensé un tel jour compterait dans les deux, ce que nul ne veut"},
        .bad =
            R"({"budget": {"terms": [{"from": "@-30", "until": "@150", "money": 8000}, {"from": "@120", "until": "@330", "money": 9000}]}})",
        .good =
            R"({"budget": {"terms": [{"from": "@-30", "until": "@150", "money": 8000}, {"from": "@151", "until": "@330", "money": 9000}]}})"},
       terms_apart},
      {{.name = "terms-incomplete",
        .severity = Severity::info,
        .step = 0,
        .summary = {"a part of the period is in no term of the budget",
                    "une partie de la période n'est dans aucun exercice du budget"},
        .why = {"a plan may spend all that is left there, credits or not",
                "un plan peut y dépenser tout ce qui reste, crédits ou non"},
        .bad = R"({"budget": {"terms": [{"from": "@-30", "until": "@150", "money": 8000}]}})",
        .good =
            R"({"budget": {"terms": [{"from": "@-90", "until": "@150", "money": 8000}, {"from": "@151", "until": "@400", "money": 9000}]}})"},
       all_in_terms},
      {{.name = "terms-beyond-budget",
        .severity = Severity::warning,
        .step = 0,
        .summary = {"terms add up to more than the budget", "les exercices totalisent plus que le budget"},
        .why = {"a term that cannot be spent whole promises what is not there",
                "un exercice qui ne peut être dépensé en entier promet ce qui n'y est pas"},
        .bad =
            R"({"budget": {"terms": [{"from": "@-30", "until": "@150", "money": 12000}, {"from": "@151", "until": "@330", "money": 12000}]}})"},
       terms_in_budget},
  };
  return all;
}

} // namespace deploy_plan::rules

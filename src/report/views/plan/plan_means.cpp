#include "report/views/plan/plan_means.hpp"
#include "report/document/cells.hpp"
#include "report/views/plan/plan_words.hpp"
#include "report/views/week/week_view.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <map>

namespace deploy_plan::report {
namespace {

class MeansView {
public:
  explicit MeansView(const Plan& told) : plan_(told) {}

  std::vector<Block> blocks() const {
    std::vector<Block> all{budgets()};
    for (const TermUse& term : plan_.terms)
      add_term_remarks(all, term);
    if (auto said = limits())
      all.emplace_back(Paragraph{std::move(*said), Tone::warning});
    return all;
  }

private:
  const Plan& plan_;

  Table budgets() const {
    Table table{
        words(Text{"Of the period's budgets; what runs already done took is counted",
                   "Sur les budgets de la période ; ce qu'ont pris les passages déjà faits est compté"}),
        {{"", ""},
         {"budget", "budget"},
         {"before", "avant"},
         {"this plan", "ce plan"},
         {"left", "reste"},
         {"", ""},
         {"one more brings", "un de plus apporte"}},
        {}};
    const auto money = [&](std::optional<double> amount) { return money_cell(amount, plan_.currency); };
    const auto limit = [](const BudgetUse& budget) {
      return !budget.limit  ? text_cell(words(Text{"no limit", "sans limite"}))
             : budget.binds ? text_cell(words(Text{"binding", "limite atteinte"}), Tone::warning)
                            : text_cell(words(Text{"to spare", "suffisant"}), Tone::good);
    };
    table.rows.push_back({text_cell(words(Text{"money", "argent"})), money(plan_.money_budget.limit),
                          money(plan_.money_budget.spent_before), money(plan_.money),
                          money(plan_.money_budget.left()), limit(plan_.money_budget),
                          figure_cell_of(plan_.marginal_money, plan_.is_rate)});
    table.rows.push_back({text_cell(words(Text{"person-days", "jours-personne"})),
                          number_cell(plan_.days_budget.limit), number_cell(plan_.days_budget.spent_before),
                          number_cell(plan_.days), number_cell(plan_.days_budget.left()),
                          limit(plan_.days_budget), figure_cell_of(plan_.marginal_days, plan_.is_rate)});
    for (const TermUse& term : plan_.terms) {
      if (term.money.limit)
        table.rows.push_back({text_cell(term_words({"money, {0} to {1}", "argent, du {0} au {1}"}, term)),
                              money(term.money.limit), money(term.money.spent_before), money(term.money.used),
                              money(term.money.left()), text_cell(words(Text{"", ""})), unknown()});
      if (term.days.limit)
        table.rows.push_back(
            {text_cell(term_words({"person-days, {0} to {1}", "jours-personne, du {0} au {1}"}, term)),
             number_cell(term.days.limit), number_cell(term.days.spent_before), number_cell(term.days.used),
             number_cell(term.days.left()), text_cell(words(Text{"", ""})), unknown()});
    }
    table.rows.push_back({text_cell(words(Text{"full cost", "coût complet"})), unknown(), unknown(),
                          money(plan_.full_cost), unknown(), text_cell(words(Text{"", ""})), unknown()});
    return table;
  }

  /// What the figures of a term do not say by themselves.
  void add_term_remarks(std::vector<Block>& all, const TermUse& term) const {
    const auto some = [](double amount) { return amount > 0 ? std::optional(amount) : std::nullopt; };
    const auto exceeded = [&](const BudgetUse& one) { return some(beyond(one.spent_before, one.limit)); };
    if (const auto money = exceeded(term.money), days = exceeded(term.days); money || days)
      all.emplace_back(Paragraph{{{"More was spent than the credits of {0} to {1}: {2} beyond them.",
                                   "Les crédits du {0} au {1} sont dépassés : {2} de trop."},
                                  {term.from, term.until, means_words(money, days, plan_.currency)}},
                                 Tone::bad});
    const auto money = term.money.limit ? some(term.undated.money) : std::nullopt;
    const auto days = term.days.limit ? some(term.undated.days) : std::nullopt;
    if (money || days)
      all.emplace_back(Paragraph{
          {{"Runs done whose results are not written took {2}: nothing says whether of the credits of "
            "{0} to {1}, where they are not counted.",
            "Des passages faits sans résultat écrit ont pris {2} : rien ne dit si c'est sur les "
            "crédits du {0} au {1}, où ils ne sont pas comptés."},
           {term.from, term.until, means_words(money, days, plan_.currency)}},
          Tone::warning});
  }

  static Phrase term_words(Text what, const TermUse& term) { return {what, {term.from, term.until}}; }

  // ---- what limits it and the table does not show

  static Words held_back(Text what, std::int64_t actions) {
    return Phrase{{"{0} ({1} {1#action|actions})", "{0} ({1} {1#action|actions})"}, {what, actions}}.words();
  }

  std::int64_t count_of(PlanReason reason) const {
    return std::count_if(plan_.actions.begin(), plan_.actions.end(),
                         [&](const PlannedAction& one) { return one.reason == reason; });
  }

  /// Those whose days hold actions back, who holds back most first.
  std::vector<std::pair<std::string, std::int64_t>> people() const {
    std::map<std::pair<std::string, std::size_t>, std::int64_t> held;
    for (const PlannedAction& one : plan_.actions)
      if (one.reason == PlanReason::over_capacity)
        ++held[{one.owner, one.strategy}];
    std::vector<std::pair<std::string, std::int64_t>> all;
    for (const auto& [who, actions] : held)
      all.emplace_back(who.first.empty() ? "" : PlanWords(plan_).in_strategy(who.first, who.second), actions);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return all;
  }

  void add_people(Words& all) const {
    constexpr std::size_t most_people = 3;
    const auto held = people();
    for (std::size_t i = 0; i < std::min(most_people, held.size()); ++i) {
      const auto& [who, actions] = held[i];
      text::add_to_list(all, who.empty() ? held_back({"the days there are", "les jours disponibles"}, actions)
                                         : Phrase{{"the days that {0} can give ({1} {1#action|actions})",
                                                   "les jours que peut donner {0} ({1} {1#action|actions})"},
                                                  {who, actions}}
                                               .words());
    }
    if (held.size() > most_people)
      text::add_to_list(all, Phrase{{"the days of {0} {0#other person|other people}",
                                     "les jours de {0} {0#autre personne|autres personnes}"},
                                    {static_cast<std::int64_t>(held.size() - most_people)}}
                                 .words());
  }

  std::optional<Phrase> limits() const {
    Words all;
    add_people(all);
    if (const auto actions = count_of(PlanReason::over_term); actions > 0)
      text::add_to_list(all, held_back({"the credits of a term", "les crédits d'un exercice"}, actions));
    if (const auto actions = count_of(PlanReason::over_pace); actions > 0)
      text::add_to_list(
          all, held_back({"how closely runs can follow one another", "l'intervalle entre deux passages"},
                         actions));
    if (all.en.empty())
      return std::nullopt;
    return Phrase{{"What limits this plan: {0}.", "Ce qui limite ce plan : {0}."}, {all}};
  }
};
} // namespace

std::vector<Block> means_of(const Plan& plan) { return MeansView(plan).blocks(); }

} // namespace deploy_plan::report

#include "report/views/plan/plan_words.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

/// Parts of the time that follow one another with as many runs each.
struct Stretch {
  Date from{}, until{};
  std::int64_t runs = 0; ///< in each part
  std::int64_t parts = 0;
  bool is_whole = false; ///< months without a day that is missing
};

class WhenWords {
public:
  WhenWords(const Plan& told, std::span<const PlannedRuns> runs) : plan_(told) {
    for (const PlannedRuns& part : joined(runs))
      add({part.from, part.until, part.runs, 1, is_whole(part)});
  }
  std::string in(Language language) const {
    std::string all;
    for (std::size_t i = 0; i < std::min(most_stretches, stretches_.size()); ++i)
      all += (i == 0 ? "" : ", ") + days_of(stretches_[i], language) + runs_of(stretches_[i], language);
    if (stretches_.size() <= most_stretches)
      return all;
    return all +
           Phrase{{", and {0} more {0#time|times} until {1}", ", et {0} {0#autre|autres} fois jusqu'au {1}"},
                  {static_cast<std::int64_t>(stretches_.size() - most_stretches), stretches_.back().until}}
               .in(language);
  }

private:
  static constexpr std::size_t most_stretches = 4;
  const Plan& plan_;
  std::vector<Stretch> stretches_;

  /// What is planned apart within one month, or the same week, is one.
  std::vector<PlannedRuns> joined(std::span<const PlannedRuns> runs) const {
    std::vector<PlannedRuns> all;
    for (const PlannedRuns& part : runs) {
      const bool is_same = !all.empty() && (is_by_month() ? month_of(all.back().from) == month_of(part.from)
                                                          : part.from <= all.back().until);
      if (!is_same) {
        all.push_back(part);
        continue;
      }
      PlannedRuns& whole = all.back();
      whole.from = std::min(whole.from, part.from);
      whole.until = std::max(whole.until, part.until);
      whole.runs += part.runs;
    }
    return all;
  }
  bool is_by_month() const { return plan_.step == PlanStep::month; }
  /// The day that the plan begins on cuts its month for every action alike.
  bool is_whole(const PlannedRuns& part) const {
    const Month month = month_of(part.from);
    return is_by_month() && (part.from == month.first || part.from == plan_.from) &&
           part.until == last_day(month);
  }
  void add(const Stretch& next) {
    if (stretches_.empty() || !continues(stretches_.back(), next)) {
      stretches_.push_back(next);
      return;
    }
    stretches_.back().until = next.until;
    ++stretches_.back().parts;
  }
  bool continues(const Stretch& before, const Stretch& next) const {
    const bool is_alike = before.runs == next.runs && before.is_whole == next.is_whole;
    return is_alike && (next.is_whole || !is_by_month()) && next.from == before.until + std::chrono::days{1};
  }

  static int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }
  static std::string without_year(std::string said, Date day) {
    const std::string year = fmt::format(" {}", year_of(day));
    return said.ends_with(year) ? said.substr(0, said.size() - year.size()) : said;
  }
  static std::string days_of(const Stretch& one, Language language) {
    const bool same_year = year_of(one.from) == year_of(one.until);
    const std::string_view to = Text{" to ", " à "}.in(language);
    if (one.is_whole) {
      const std::string last = say(month_of(one.until), language);
      if (one.parts == 1)
        return last;
      const std::string first = say(month_of(one.from), language);
      return (same_year ? without_year(first, one.from) : first) + std::string(to) + last;
    }
    const std::string last = say(one.until, language);
    if (one.from == one.until)
      return last;
    std::string first = say(one.from, language);
    if (same_year)
      first = without_year(first, one.from);
    if (month_of(one.from) == month_of(one.until)) // "10 to 24 March 2026"
      first = first.substr(0, first.find(' '));
    return language == Language::french ? "du " + first + " au " + last : first + " to " + last;
  }
  std::string runs_of(const Stretch& one, Language language) const {
    if (stretches_.size() == 1 && one.parts == 1)
      return ""; // they are counted beside
    const std::string runs = say(one.runs, language);
    if (one.parts == 1)
      return " (" + runs + ")";
    const Text each = is_by_month() ? Text{" a month", " par mois"} : Text{" a week", " par semaine"};
    return " (" + runs + std::string(each.in(language)) + ")";
  }
};
} // namespace

std::string PlanWords::in_strategy(const std::string& name, std::size_t strategy) const {
  return is_portfolio() ? name + " — " + plan.strategies[strategy] : name;
}
std::string PlanWords::name_of(const PlannedAction& one) const {
  return in_strategy(deploy_plan::name_of(one), one.strategy);
}

std::string PlanWords::objective_of(const PlannedAction& one) const {
  for (const ObjectiveGain& gain : plan.objectives)
    if (gain.strategy == one.strategy && gain.id == one.objective)
      return gain.name;
  return one.objective;
}
std::string PlanWords::segment_name(const std::string& id) const {
  for (const PlannedAction& one : plan.actions)
    for (const SegmentRuns& segment : one.segments)
      if (segment.segment == id)
        return segment.name.empty() ? id : segment.name;
  return id;
}
Cell PlanWords::segment_cell(const std::string& id) const {
  return id.empty() ? Cell{std::nullopt} : text_cell(words(segment_name(id)));
}

bool PlanWords::is_unfinished(Unfinished what) const {
  return std::find(plan.unfinished.begin(), plan.unfinished.end(), what) != plan.unfinished.end();
}

Words PlanWords::when(std::span<const PlannedRuns> runs) const {
  const WhenWords all(plan, runs);
  return {all.in(Language::english), all.in(Language::french)};
}

/// The cause is of the same strategy: another may have an action of that id.
std::string PlanWords::name_of_cause(const PlannedAction& one) const {
  const auto cause = std::find_if(plan.actions.begin(), plan.actions.end(), [&](const PlannedAction& other) {
    return other.strategy == one.strategy && other.id == one.because_of;
  });
  return cause == plan.actions.end() ? one.because_of : deploy_plan::name_of(*cause);
}

Phrase PlanWords::reason(const PlannedAction& one) const {
  switch (one.reason) {
  case PlanReason::chosen:
    return words(plan.goal == PlanGoal::reach
                     ? Text{"the targets need no more", "les objectifs n'en demandent pas plus"}
                     : Text{"others use the means better", "d'autres emploient mieux les moyens"});
  case PlanReason::at_most: return words(Text{"as many as it may have", "autant qu'elle peut en avoir"});
  case PlanReason::fixed: return words(Text{"fixed", "fixé"});
  case PlanReason::stopped: return words(Text{"stopped", "arrêtée"});
  case PlanReason::dropped: return words(Text{"its test says to drop it", "son test dit de l'abandonner"});
  case PlanReason::ended: return words(Text{"its end has come", "sa fin est arrivée"});
  case PlanReason::begins_too_late:
    return words(Text{"it cannot begin before the day of its goal, or its own end",
                      "elle ne peut commencer avant l'échéance de son objectif, ou avant sa propre fin"});
  case PlanReason::goal_over:
    return words(Text{"the day of its goal has come", "l'échéance de son objectif est arrivée"});
  case PlanReason::without_cost: return words(Text{"its cost is not known", "son coût n'est pas connu"});
  case PlanReason::without_effect:
    return words(
        Text{"its effect is not known, or leads away", "son effet n'est pas connu, ou éloigne du but"});
  case PlanReason::elsewhere:
    return words(Text{"it moves another objective, and nothing passes from there",
                      "elle fait avancer un autre objectif, et rien n'en passe"});
  case PlanReason::excluded: return {{"{0} excludes it", "exclue par {0}"}, {name_of_cause(one)}};
  case PlanReason::lacks_required:
    return one.because_of.empty()
               ? words(Text{"what it requires is not there", "ce qu'elle nécessite n'est pas là"})
               : Phrase{{"it requires {0}", "elle nécessite {0}"}, {name_of_cause(one)}};
  case PlanReason::dominated:
    return {{"{0} does at least as well for less", "{0} fait au moins aussi bien pour moins"},
            {name_of_cause(one)}};
  case PlanReason::beyond_decay:
    return {
        {"its next run would add only {0}, for {1}", "son prochain passage n'ajouterait que {0}, pour {1}"},
        {figure_of(one.next_gain.value_or(0), one.is_rate),
         Money{shown(one.next_cost.value_or(0)), plan.currency}}};
  case PlanReason::over_money:
    return words(
        Text{"one run costs more money than there is", "un passage coûte plus d'argent qu'il n'y en a"});
  case PlanReason::over_days:
    return words(
        Text{"one run takes more days than there are", "un passage prend plus de jours qu'il n'y en a"});
  case PlanReason::over_lever:
    return words(Text{"its lever has all its runs", "son levier a tous ses passages"});
  case PlanReason::over_capacity:
    return one.owner.empty() ? words(Text{"too few days are left when it can run",
                                          "il ne reste pas assez de jours quand elle peut passer"})
                             : Phrase{{"{0} has too few days left on the dates on which the action can run",
                                       "{0} n'a plus assez de jours aux dates où l'action peut passer"},
                                      {one.owner}};
  case PlanReason::over_pace:
    return words(Text{"its runs cannot follow one another more closely",
                      "ses passages ne peuvent se suivre de plus près"});
  case PlanReason::over_term:
    return words(Text{"the credits of the time in which it can run are spent",
                      "les crédits de la période où elle peut passer sont épuisés"});
  case PlanReason::awaits_test:
    return one.test ? Phrase{{"its test comes first; it is decided on {0}",
                              "son test vient d'abord ; il se tranche le {0}"},
                             {one.test->decision}}
                    : words(Text{"its test comes first", "son test vient d'abord"});
  case PlanReason::kept: return words(Text{"as its schedule has it", "comme le veut son calendrier"});
  case PlanReason::market_full:
    return words(Text{"the market that it reaches is full", "le marché qu'elle touche est saturé"});
  case PlanReason::outbid: break;
  }
  return words(
      plan.goal == PlanGoal::reach
          ? Text{"others reach the targets for less", "d'autres atteignent les objectifs pour moins"}
          : Text{"others give more for the same means", "d'autres donnent plus pour les mêmes moyens"});
}

void add_rows(Table table, std::vector<Block>& blocks) {
  const std::size_t more = table.rows.size() - std::min(table.rows.size(), most_plan_rows);
  table.rows.resize(table.rows.size() - more);
  if (!table.rows.empty())
    blocks.emplace_back(std::move(table));
  if (more > 0)
    blocks.emplace_back(Paragraph{{{"And {0} more.", "Et {0} de plus."}, {static_cast<std::int64_t>(more)}}});
}

} // namespace deploy_plan::report

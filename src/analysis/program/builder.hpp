// Makes the program of what was read: runs, then when they are, then what they give.
#pragma once
#include "analysis/program/plan_model.hpp"
#include <map>

namespace deploy_plan::analysis {

class ProgramBuilder {
public:
  ProgramBuilder(PlanModel& filled, std::span<const Strategy> planned, const PlanOptions& chosen)
      : model_(filled), strategies_(planned), options_(chosen) {}

  void build();

private:
  PlanModel& model_;
  const std::span<const Strategy> strategies_;
  const PlanOptions& options_;
  LimitGroup most_{{{"the most runs that actions may have", "le maximum de passages des actions"}}, {}, {}};

  // How many: plan_program.cpp.

  void add_runs();
  void add_run_columns(std::size_t place);
  void add_reach_columns(ModelReach& reach, const ModelAction& of, const std::string& name);
  void add_lever_rows();
  /// The column that is 1 when the action runs at all.
  int runs_at_all(std::size_t place);
  void tell_beginning(std::size_t place);
  void add_budget_rows();
  void add_relations();
  void add_requirement(std::size_t place, std::size_t needed);
  void add_exclusions();
  [[nodiscard]] bool may_begin(std::size_t place) const;
  void forbid_after(std::size_t done, std::size_t other);
  void add_exclusion(const std::vector<std::size_t>& clique);
  [[nodiscard]] Phrase exclusion(const std::vector<std::size_t>& clique) const;
  void add_goal();
  void add_progress(std::size_t wanted);

  // When: program_time.cpp.

  void find_timed();
  [[nodiscard]] bool is_bound_by_time(const ModelAction& one) const;
  [[nodiscard]] bool has_terms(const ModelAction& one) const;
  void add_slots(std::size_t place);
  void add_begins(std::size_t place);
  int begins_in(std::size_t place, std::size_t slot);
  void add_time_rows();
  void add_order(std::size_t place, std::size_t needed, LimitGroup& into);
  void add_test(std::size_t place);
  void add_pace(std::size_t place);
  void add_spacing(std::size_t place, LimitGroup& into);
  void add_capacity(std::size_t strategy, const Member& member);
  void add_term(std::size_t strategy, const BudgetTerm& term, bool is_money);
  void add_setup(std::size_t place, std::map<Month, std::vector<Term>>& months);
  void start_apart();
  [[nodiscard]] std::vector<Term> spent_in(std::size_t place, std::size_t slot, double by_run, double once);

  // What it gives: program_gains.cpp.

  void add_gains();
  void add_service(ModelService& service, std::vector<std::vector<Term>>& own);
  [[nodiscard]] std::vector<Term> gain_terms(const ModelService& service);
  [[nodiscard]] std::vector<Term> gain_terms_before(const ModelReach& reach, std::size_t place,
                                                    const std::vector<std::size_t>& counted, std::size_t at);
  void settle(std::size_t place, std::vector<std::vector<Term>>& own);
  void add_ceiling(const ModelObjective& one, int column);
  void add_sum(std::string name, int column, std::vector<Term> sum);
  [[nodiscard]] double least_of(const std::vector<Term>& sum) const;
  void add_floors();

  std::map<std::pair<std::size_t, std::string>, std::pair<int, std::vector<Term>>>
      segments_; ///< by objective and segment: a column, and the gains that it is at most
  std::vector<std::vector<Term>> gains_of_services_; ///< of each

  int limit(Phrase words, Row row) {
    const int added = model_.program.add(std::move(row));
    model_.limits.push_back({std::move(words), {added}, {}});
    return added;
  }
  static void append(std::vector<Term>& terms, const std::vector<Term>& more) {
    terms.insert(terms.end(), more.begin(), more.end());
  }
  static void add_to(std::vector<Term>& terms, int column, double factor) {
    for (Term& term : terms)
      if (term.column == column) {
        term.factor += factor;
        return;
      }
    terms.push_back({column, factor});
  }
};

} // namespace deploy_plan::analysis

// deploy-plan test --next FILE…
#include "cli/assignments.hpp"
#include "cli/plan_failure.hpp"
#include "cli/test.hpp"
#include "report/views/trial/test_value_view.hpp"

namespace deploy_plan::cli {
namespace {

/// Where several stand, all are strategies of one budget.
std::vector<std::string> paths_of(const TestOptions& options) {
  std::vector<std::string> all{options.path};
  all.insert(all.end(), options.actions.begin(), options.actions.end());
  return all;
}

Phrase why_not_valued(const PlanFailure& failure) {
  if (std::holds_alternative<LimitsConflict>(failure))
    return {{"no plan keeps all limits, so that there is nothing to choose: plan says which ones conflict",
             "aucun plan ne tient toutes les limites, il n'y a donc rien à choisir : plan dit lesquelles se "
             "contredisent"}};
  return said(failure);
}
} // namespace

Exit run_test_next(const TestOptions& options, const Common& common) {
  PlanOptions how;
  if (const auto read = read_budgets(options.budgets, how); !read)
    return refuse(common, read.error());
  how.draws = options.draws.value_or(how.draws);
  how.seed = options.seed.value_or(how.seed);
  const auto strategies = read_strategies(paths_of(options), options, common);
  if (!strategies)
    return refuse(common, strategies.error());
  const auto values = test_values(*strategies, common.as_of, how);
  if (!values)
    return refuse(common, why_not_valued(values.error()));
  NextTest next{{}, common.as_of, *values};
  for (const Strategy& strategy : *strategies)
    next.strategies.push_back(strategy.name);
  const Exit gated = judge_gates(options.gate, common, over(next.strategies.front(), next));
  if (gated == not_carried_out)
    return gated;
  const Answer answer{.document = [&] { return document_of(next); },
                      .json = whole([&] { return json_of(next); }),
                      .csv =
                          whole([&](bool french) { return report::test_values_csv(next.values, french); })};
  return write_answer(answer, options, common, gated);
}

} // namespace deploy_plan::cli

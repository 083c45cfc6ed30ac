// What checking files found, described.
#include "deploy_plan/check.hpp"
#include "answers/description.hpp"

namespace deploy_plan::answers {
namespace {

/// Of every rule, so that a gate may name one that finds nothing.
Map<std::size_t> findings_by_rule(const CheckSummary& summary) {
  Map<std::size_t> counts;
  for (const RuleEntry& rule : rule_catalogue()) {
    const auto found = summary.rules.find(rule.name);
    counts.emplace_back(rule.name, found == summary.rules.end() ? 0 : found->second);
  }
  return counts;
}

constexpr model::Bounds from_zero = model::count_from(0);

constexpr Member count_members[] = {
    figure<&CheckSummary::errors>(
        {{"errors", "erreurs"},
         {"errors", "erreurs"},
         {"findings that make a strategy unsound", "constats qui la rendent incohérente"},
         Kind::count,
         Better::less,
         from_zero}),
    figure<&CheckSummary::warnings>({{"warnings", "avertissements"},
                                     {"warnings", "avertissements"},
                                     {"findings that weaken it", "constats qui l'affaiblissent"},
                                     Kind::count,
                                     Better::less,
                                     from_zero}),
    figure<&CheckSummary::infos>({{"infos", "infos"},
                                  {"infos", "infos"},
                                  {"findings worth knowing", "constats bons à savoir"},
                                  Kind::count,
                                  Better::less,
                                  from_zero}),
};
constexpr Record counts{{"counts", "décompte"}, {}, count_members};

constexpr Member summary_members[] = {
    figure<&CheckSummary::files>({{"files", "fichiers"},
                                  {"files", "fichiers"},
                                  {"that were checked", "qui ont été vérifiés"},
                                  Kind::count,
                                  Better::neither,
                                  from_zero}),
    spread(counts, [](const CheckSummary& summary) -> const CheckSummary& { return summary; }),
    computed(
        {{"rules", "règles"},
         {"findings of a rule", "constats d'une règle"},
         {"by the rule's name, whatever their severity", "par nom de règle, quelle que soit leur gravité"},
         Kind::count,
         Better::less,
         from_zero},
        [](const CheckSummary& summary) { return findings_by_rule(summary); }),
};
} // namespace

template <>
const Record& description<CheckSummary>() {
  static constexpr Record record{{"summary", "résumé"}, {}, summary_members};
  return record;
}

} // namespace deploy_plan::answers

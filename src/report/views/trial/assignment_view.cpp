#include "answers/json.hpp"
#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan::report {} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const Assignment& told) {
  using namespace report;
  Table sizes{words(Text{"The arms", "Les bras"}), {{"arm", "bras"}, {"beneficiaries", "bénéficiaires"}}, {}};
  const bool by_groups = !told.arms.empty() && told.arms.front().clusters;
  if (by_groups)
    sizes.columns.push_back({{"groups", "groupes"}});
  for (const AssignedArm& arm : told.arms) {
    sizes.rows.push_back({text_cell(words(arm.name)), figure_cell(arm.size)});
    if (by_groups)
      sizes.rows.back().push_back(figure_cell(arm.clusters.value_or(0)));
  }
  Table table{
      words(Text{"Means, or shares, of each arm; apart: the largest difference from the first, in standard "
                 "deviations; below 0.1 the arms are alike",
                 "Moyennes, ou parts, de chaque bras ; écart : la plus grande différence avec le premier, en "
                 "écarts types ; sous 0,1 les bras se ressemblent"}),
      {{"column", "colonne"}, {"value", "valeur"}},
      {}};
  for (const AssignedArm& arm : told.arms)
    table.columns.push_back(words(arm.name));
  table.columns.push_back({{"apart", "écart"}});
  for (const BalanceRow& row : told.balance) {
    std::vector<Cell> cells{text_cell(words(row.column)),
                            text_cell(!row.word           ? words(Text{"mean", "moyenne"})
                                      : row.word->empty() ? words(Text{"(empty)", "(vide)"})
                                                          : words(*row.word))};
    for (const double figure : row.figures)
      cells.push_back(!row.word ? number_cell(figure) : share_cell(shown(figure * 1000) / 1000));
    Cell apart = number_cell(row.difference);
    apart.tone = row.is_alike() ? Tone::good : Tone::warning;
    cells.push_back(std::move(apart));
    table.rows.push_back(std::move(cells));
  }
  const Paragraph verdict =
      told.unlike() == 0
          ? Paragraph{words(Text{"The arms are alike.", "Les bras se ressemblent."}), Tone::good}
          : Paragraph{
                {{"{0} {0#figure differs|figures differ} by 0.1 or more: chance does that on short lists; "
                  "stratify by what matters most, rather than draw again until it pleases.",
                  "{0} {0#chiffre s'écarte|chiffres s'écartent} de 0,1 ou plus : le hasard le fait sur de "
                  "courtes listes ; stratifiez par ce qui compte le plus, plutôt que de retirer jusqu'à ce "
                  "que cela plaise."},
                 {told.unlike()}},
                Tone::warning};
  std::vector<Block> blocks{
      std::move(sizes),
      Paragraph{{{"Drawn with the seed {0}: the same list and seed give the same arms.",
                  "Tirés avec la graine {0} : la même liste et la même graine donnent les mêmes bras."},
                 {std::to_string(told.seed)}}},
      verdict};
  if (by_groups)
    blocks.emplace_back(Paragraph{words(
        Text{"Whole groups were drawn: count by group, and give the counts of each (clusters) when the test "
             "is read.",
             "Des groupes entiers ont été tirés : comptez par groupe, et donnez les comptages de chacun "
             "(grappes) quand le test sera lu."})});
  if (!table.rows.empty())
    blocks.emplace_back(std::move(table));
  return {words(Text{"A list split at random", "Une liste répartie au hasard"}),
          {{"test-balance", words(Text{"Balance", "Équilibre"}), false, std::move(blocks)}}};
}

} // namespace deploy_plan

#include "report/document/cells.hpp"
#include "report/views/gap/gap_goals.hpp"

namespace deploy_plan::report {

Section portfolio(std::span<const Gap> gaps) {
  Table table{words(Text{"One row a strategy", "Une ligne par stratégie"}),
              {{"strategy", "stratégie"},
               {"unit", "unité"},
               {"addressable", "adressable"},
               {"target", "cible"},
               {"penetrated", "pénétré"},
               {"of the target", "de la cible"},
               {"North Star", "étoile polaire"},
               {"late or at risk", "en retard ou à risque"}},
              {}};
  double target = 0;
  double penetrated = 0;
  bool same_unit = true;
  for (const Gap& gap : gaps) {
    Cell star{std::nullopt};
    for (const ObjectiveGap& one : gap.objectives)
      if (one.north_star)
        star = text_cell(words(shown_name(one.progress.status)), tone_of(one.progress.status));
    table.rows.push_back({text_cell(words(gap.strategy)), text_cell(words(gap.unit)),
                          count_cell(gap.market.sizes.addressable), count_cell(gap.market.sizes.target),
                          count_cell(gap.market.sizes.penetrated), share_cell(gap.market.share.target), star,
                          figure_cell(count_of(ways(gap, {})).late)});
    same_unit =
        same_unit && gap.unit == gaps.front().unit && gap.market.sizes.target && gap.market.sizes.penetrated;
    target += gap.market.sizes.target.value_or(0);
    penetrated += gap.market.sizes.penetrated.value_or(0);
  }
  if (same_unit && target > 0)
    table.rows.push_back({text_cell(words(Text{"total", "total"})),
                          text_cell(words(gaps.front().unit)),
                          unknown(),
                          count_cell(target),
                          count_cell(penetrated),
                          share_cell(penetrated / target),
                          {std::nullopt},
                          unknown()});
  return {"portfolio", words(Text{"Portfolio", "Portefeuille"}), false, {std::move(table)}};
}

} // namespace deploy_plan::report

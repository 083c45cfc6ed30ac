#include "report/document/cells.hpp"
#include "report/views/gap/gap_view.hpp"

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
  for (const Gap& gap : gaps) {
    Cell star{std::nullopt};
    for (const ObjectiveGap& one : gap.objectives)
      if (one.north_star)
        star = text_cell(words(shown_name(one.progress.status)), tone_of(one.progress.status));
    table.rows.push_back({text_cell(words(gap.strategy)), text_cell(words(gap.unit)),
                          count_cell(gap.market.sizes.addressable), count_cell(gap.market.sizes.target),
                          count_cell(gap.market.sizes.penetrated), share_cell(gap.market.share.target), star,
                          figure_cell(count_goals(gap).late)});
  }
  if (const auto total = portfolio_totals(gaps).market)
    table.rows.push_back({text_cell(words(Text{"total", "total"})),
                          text_cell(words(total->unit)),
                          unknown(),
                          count_cell(total->target),
                          count_cell(total->penetrated),
                          share_cell(total->share),
                          {std::nullopt},
                          unknown()});
  return {"portfolio", words(Text{"Portfolio", "Portefeuille"}), false, {std::move(table)}};
}

} // namespace deploy_plan::report

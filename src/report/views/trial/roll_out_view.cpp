#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan {

Document document_of(const RollOut& told) {
  using namespace report;
  Table table{words(Text{"The waves; the first begins first", "Les vagues ; la première commence d'abord"}),
              {{"wave", "vague"}, {"clusters", "grappes"}},
              {}};
  for (std::size_t wave = 0; wave < told.sizes.size(); ++wave)
    table.rows.push_back({figure_cell(static_cast<std::int64_t>(wave) + 1),
                          figure_cell(static_cast<std::int64_t>(told.sizes[wave]))});
  std::vector<Block> blocks{
      std::move(table),
      Paragraph{{{"Drawn with the seed {0}: the same list and seed give the same waves.",
                  "Tirées avec la graine {0} : la même liste et la même graine donnent les mêmes vagues."},
                 {std::to_string(told.seed)}}}};
  if (told.wish && told.power)
    blocks.emplace_back(Paragraph{
        {{"Counted before the first wave and after each, a rise of {0} points above {1}, if there "
          "is one, is seen "
          "{2} of the time; where there is none, it is believed {3} of the time.",
          "Comptée avant la première vague et après chacune, une hausse de {0} {0#point|points} au-dessus de "
          "{1}, si elle "
          "existe, est vue {2} du temps ; s'il n'y en a pas, on y croit {3} du temps."},
         {shown(told.wish->effect * 100), Share{told.wish->baseline}, Share{shown(*told.power * 1000) / 1000},
          Share{told.wish->alpha}}},
        *told.power >= 0.8 ? Tone::good : Tone::warning});
  else
    blocks.emplace_back(Paragraph{words(Text{"--baseline, --effect, --by-cluster-step and --icc tell how "
                                             "likely these waves are to show the effect.",
                                             "--baseline, --effect, --by-cluster-step et --icc disent la "
                                             "chance que ces vagues montrent l'effet."})});
  blocks.emplace_back(Paragraph{words(Text{
      "Read it as a comparison: each cluster since its wave, beside those that wait.",
      "Lisez-le par une comparaison : chaque grappe depuis sa vague, à côté de celles qui attendent."})});
  return {words(Text{"A roll-out in waves drawn at random", "Un déploiement par vagues tirées au hasard"}),
          {{"test-waves", words(Text{"Waves", "Vagues"}), false, std::move(blocks)}}};
}

} // namespace deploy_plan

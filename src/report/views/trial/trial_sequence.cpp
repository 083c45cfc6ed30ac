#include "report/views/trial/trial_sequence.hpp"
#include "report/document/cells.hpp"
#include <cmath>

namespace deploy_plan::report {

Cell interval_cell(const Interval& interval, double scale) {
  return figure_cell(
      Phrase{{"{0} to {1}", "{0} à {1}"}, {shown(interval.low * scale), shown(interval.high * scale)}}
          .words());
}
Cell chance_cell(double p_value) { return figure_cell(compared_chance_words(p_value)); }

namespace {

Plot sequence_chart(const SequenceReading& reading) {
  Plot plot{
      {{"From its start on, {0} times the counts before it, the trend apart",
        "Dès son début, {0} fois les comptages d'avant, tendance mise à part"},
       {shown(reading.starts[reading.own].ratio)}},
      words(Text{"points: the counts; line: as explained; dashes: had this action not begun",
                 "points : les comptages ; ligne : tels qu'expliqués ; tirets : si cette action n'avait pas "
                 "commencé"}),
      {words(Text{"day", "jour"}), AxisKind::date},
      {words(Text{"count", "comptage"})},
      {{words(Text{"counts", "comptages"}), Plot::Style::dots, {}},
       {words(Text{"explained", "expliqué"}), Plot::Style::line, {}},
       {words(Text{"without this action", "sans cette action"}), Plot::Style::dashed, {}}}};
  for (std::size_t i = 0; i < reading.points.size(); ++i) {
    const double x = on_axis(reading.points[i].date);
    plot.curves[0].points.push_back({x, reading.points[i].value});
    plot.curves[1].points.push_back({x, reading.fitted[i]});
    if (i + 1 >= reading.starts[reading.own].step)
      plot.curves[2].points.push_back({x, reading.without[i]});
  }
  return plot;
}

Table starts_table(const Trial& trial, const SequenceReading& reading) {
  Table table{
      {{"The counts from each start on, as times those before it, the trend apart; intervals at {0}",
        "Les comptages après chaque début, en fois ceux d'avant, tendance mise à part ; intervalles à {0}"},
       {Share{1 - trial.alpha}}},
      {{"start", "début"},
       {"action", "action"},
       {"times as many", "fois autant"},
       {"true figure between", "le vrai chiffre entre"},
       {"chance", "hasard"},
       {"at any time", "à tout moment"},
       {"chance, at any time", "hasard, à tout moment"}},
      {}};
  for (std::size_t i = 0; i < reading.starts.size(); ++i) {
    const ReadStart& one = reading.starts[i];
    Cell named = text_cell({{"{0}", "{0}"}, {one.date}});
    named.best = i == reading.own && reading.starts.size() > 1;
    table.rows.push_back({named, one.action.empty() ? Cell{std::nullopt} : text_cell(words(one.action)),
                          number_cell(one.ratio), interval_cell(one.interval, 1), chance_cell(one.p_value),
                          interval_cell(one.always_valid.interval, 1),
                          chance_cell(one.always_valid.p_value)});
  }
  return table;
}

Phrase errors_said(const SequenceReading& reading) {
  return {
      {"A step's error resembles the one before (autocorrelation {0}), which every figure here takes into "
       "account; {1}.",
       "L'écart d'un pas ressemble au précédent (autocorrélation {0}), ce dont chaque chiffre d'ici tient "
       "compte ; {1}."},
      {shown(std::round(reading.autocorrelation.value_or(0) * 100) / 100),
       reading.harmonics > 0 ? Text{"a yearly season is told apart", "une saison annuelle est mise à part"}
                             : Text{"no yearly season is told apart, which takes two years",
                                    "aucune saison annuelle n'est mise à part, car il y faut deux ans"}}};
}

Phrase placebos_said(const SequenceReading& reading) {
  return {
      {"Of {0} other {0#day|days} before it, on which nothing began, {1} {1#shows|show} a change as strong.",
       "Sur {0} {0#autre jour|autres jours} avant lui, où rien n'a commencé, {1} {1#montre|montrent} un "
       "changement aussi net."},
      {reading.placebos, reading.placebos_as_strong}};
}
} // namespace

std::vector<Block> sequence_blocks(const Trial& trial, const SequenceReading& reading) {
  if (reading.fitted.empty())
    return {};
  std::vector<Block> blocks{sequence_chart(reading), starts_table(trial, reading)};
  const auto say = [&](Phrase text) { blocks.emplace_back(Paragraph{std::move(text)}); };
  say({{"So far this action has added {0} (90% sure: {1} to {2}); the trend alone is {3} a step; the "
        "counts vary "
        "{4} times as much as chance has it.",
        "À ce jour, cette action a ajouté {0} (sûr à 90 % : {1} à {2}) ; la tendance seule est de {3} par "
        "pas ; "
        "les comptages varient {4} fois autant que le veut le hasard."},
       {shown(reading.added), shown(reading.added_interval.low), shown(reading.added_interval.high),
        Share{shown((reading.trend - 1) * 1000) / 1000}, shown(reading.dispersion)}});
  say(errors_said(reading));
  if (reading.placebos > 0)
    say(placebos_said(reading));
  return blocks;
}

} // namespace deploy_plan::report

#include "report/document/cells.hpp"
#include "report/views/plan/plan_view.hpp"
#include "report/views/trial/trial_view.hpp"
#include "text/counted.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

/// What an action is called whose id is told; an empty one is none.
std::string name_of_action(const Ranking& ranking, const std::string& id) {
  const auto named = std::find_if(ranking.actions.begin(), ranking.actions.end(),
                                  [&](const RankedAction& one) { return one.id == id; });
  return named == ranking.actions.end() ? id : name_of(*named);
}

/// Of the next run: those done have worn it.
Cell effect_cell(const RankedAction& one) {
  if (!one.effect || !one.next_gain)
    return unknown();
  const Estimate& effect = one.effect->estimate;
  const double median = one.effect->median();
  if (!effect.low || !effect.high || *effect.low == *effect.high || median == 0)
    return figure_cell_of(*one.next_gain, one.is_rate);
  const double worn = *one.next_gain / median;
  return figure_cell(
      Phrase{{"{0} ({1} to {2})", "{0} ({1} à {2})"},
             {figure_of(*one.next_gain, one.is_rate), figure_of(*effect.low * worn, one.is_rate),
              figure_of(*effect.high * worn, one.is_rate)}}
          .words());
}

Cell chance_cell(const RankedAction& one) {
  return one.probability_best ? figure_cell(chance_words(*one.probability_best)) : Cell{std::nullopt};
}

/// What was seen by itself is told where the effect is another.
Phrase basis_words(const RunEffect& effect, bool is_rate) {
  const double moved = effect.raw ? std::abs(effect.raw->value - effect.estimate.value) : 0;
  const Words basis = evidence_words(effect.basis, effect.runs).words();
  if (moved <= 0.005 * std::abs(effect.estimate.value))
    return {{"{0}", "{0}"}, {basis}};
  const Argument seen = figure_of(effect.raw->value, is_rate);
  if (effect.fellows == 0)
    return {{"{0}; seen: {1}", "{0} ; observé : {1}"}, {basis, seen}};
  return {{"{0}, read with {2} other {2#action|actions}; seen: {1}",
           "{0}, lu avec {2} {2#autre action|autres actions} ; observé : {1}"},
          {basis, seen, static_cast<std::int64_t>(effect.fellows)}};
}
Cell basis_cell(const RankedAction& one) {
  if (!one.effect)
    return {std::nullopt};
  const Phrase basis = basis_words(*one.effect, one.is_rate);
  return one.effect->too_narrow ? text_cell(likely_too_narrow(basis), Tone::warning) : text_cell(basis);
}
Text unranked_name(Unranked why) {
  constexpr Text names[] = {
      {"", ""},
      {"stopped", "arrêtée"},
      {"its cost is not known", "son coût n'est pas connu"},
      {"its effect is not known, or leads away", "son effet n'est pas connu, ou éloigne du but"},
      {"all its runs are done", "tous ses passages sont faits"},
      {"its test says to drop it", "son test dit de l'abandonner"}};
  return names[static_cast<std::size_t>(why)];
}

/// Of one objective, the cheapest by unit first.
Section of_objective(const Ranking& ranking, std::size_t begin, std::size_t end, std::size_t number) {
  const RankedAction& first = ranking.actions[begin];
  const text::Unit unit{first.unit, first.units};
  Table table{
      {{"{0}: the median, with its 90% interval; ★: on the front, no action does as well at all three",
        "{0} : médiane et intervalle à 90 % ; ★ : sur le front, aucune action ne fait aussi bien sur les "
        "trois"},
       {text::told_in(Text{"What the next run adds", "Ce qu'ajoute le prochain passage"}, unit)}},
      {{"action", "action"},
       {"cost by unit", "coût à l'unité"},
       {"of all that is left", "de tout ce qui reste"},
       {"chance to be best", "chance d'être la meilleure"},
       {"full cost of a run", "coût complet d'un passage"},
       {"effect", "effet"},
       {"basis", "base"},
       {"repeats", "se répète"},
       {"dominated by", "dominée par"},
       {"its test says", "son test dit"}},
      {}};
  const auto on_front = std::count_if(ranking.actions.begin() + static_cast<std::ptrdiff_t>(begin),
                                      ranking.actions.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const RankedAction& one) { return one.pareto; });
  Plot plot{{{"{0} of {1} actions {0#is|are} on the front: none does as well",
              "{0} des {1} actions {0#est|sont} sur le front : aucune autre ne fait aussi bien"},
             {static_cast<std::int64_t>(on_front), static_cast<std::int64_t>(end - begin)}},
            words(Text{"what the next run costs and brings; lower and further right is better",
                       "ce que coûte et apporte le prochain passage ; plus bas et plus à droite, c'est "
                       "mieux"}),
            {{{"{0}", "{0}"}, {text::told_in(Text{"effect", "effet"}, unit)}},
             first.is_rate ? AxisKind::share : AxisKind::number},
            {words(Text{"full cost", "coût complet"}), AxisKind::money, ranking.currency},
            {{words(Text{"on the front", "sur le front"}), Plot::Style::dots, {}},
             {words(Text{"dominated", "dominées"}), Plot::Style::dots, {}}}};
  for (std::size_t i = begin; i < end; ++i) {
    const RankedAction& one = ranking.actions[i];
    Cell named = text_cell(words(name_of(one)));
    named.best = one.pareto;
    table.rows.push_back(
        {named, money_cell(one.cost_per_unit, ranking.currency),
         money_cell(one.cost_per_unit_left, ranking.currency),
         end - begin > 1 ? chance_cell(one) : Cell{std::nullopt}, money_cell(one.full_cost, ranking.currency),
         effect_cell(one), basis_cell(one),
         one.repeatability ? text_cell(words(shown_name(*one.repeatability))) : Cell{std::nullopt},
         text_cell(words(name_of_action(ranking, one.dominated_by))),
         one.verdict ? text_cell(words(shown_name(*one.verdict)), tone_of(*one.verdict))
                     : Cell{std::nullopt}});
    plot.curves[one.pareto ? 0 : 1].points.push_back({*one.next_gain, *one.full_cost});
  }
  std::vector<Plot::Point>& front = plot.curves[0].points;
  std::sort(front.begin(), front.end(), [](const Plot::Point& a, const Plot::Point& b) { return a.x < b.x; });
  if (front.size() > 1) // drawn along its points
    plot.curves.push_back({words(Text{"the front", "le front"}), Plot::Style::dashed, front});
  std::erase_if(plot.curves, [](const Plot::Curve& curve) { return curve.points.empty(); });
  std::vector<Block> blocks;
  if (end - begin > 1)
    blocks.emplace_back(std::move(plot));
  blocks.emplace_back(std::move(table));
  return {"rank-" + std::to_string(number),
          {{"Actions for {0}", "Actions pour {0}"}, {quoted(first.objective_name)}},
          false,
          std::move(blocks)};
}

Section by_lever(const Ranking& ranking) {
  Table table{words(Text{"The cheapest action by unit of each lever, objective by objective",
                         "L'action la moins chère à l'unité de chaque levier, objectif par objectif"}),
              {{"lever", "levier"},
               {"objective", "objectif"},
               {"cheapest", "la moins chère"},
               {"cost by unit", "coût à l'unité"}},
              {}};
  for (const RankedAction* const one : cheapest_by_lever(ranking))
    table.rows.push_back({text_cell(words(shown_name(one->lever))), text_cell(words(one->objective_name)),
                          text_cell(words(name_of(*one))), money_cell(one->cost_per_unit, ranking.currency)});
  return {"rank-levers", words(Text{"By lever", "Par levier"}), true, {std::move(table)}};
}

/// How what users expected turned out.
Phrase turned_out(const EstimateScore& score) {
  const auto said = [&](Text text) {
    return Phrase{text, {score.held, score.given, std::ceil(score.widen.value_or(1) * 10) / 10}};
  };
  if (!score.too_few())
    return said({"Your 90% intervals held {0} of {1}.", "Vos intervalles à 90 % ont tenu {0} fois sur {1}."});
  if (!score.widen)
    return said(
        {"Your 90% intervals held {0} of {1}: too few. Some results lie where no wider interval above 0 "
         "would have reached them; give ranges that may be nothing.",
         "Vos intervalles à 90 % ont tenu {0} fois sur {1} : c'est trop peu. Des résultats tombent là "
         "où aucun intervalle au-dessus de 0 n'irait ; donnez des fourchettes qui peuvent être nulles."});
  return said(
      {"Your 90% intervals held {0} of {1}: too few. Make the next ones {2} times as wide, and nine in "
       "ten would have held.",
       "Vos intervalles à 90 % ont tenu {0} fois sur {1} : c'est trop peu. Élargissez les prochains "
       "{2} fois : neuf sur dix auraient tenu."});
}

Section earlier_estimates(const EstimateScore& score) {
  Section section{"rank-estimates", words(Text{"Earlier estimates", "Estimations passées"}), true, {}};
  section.blocks.emplace_back(Paragraph{turned_out(score), score.too_few() ? Tone::warning : Tone::plain});
  return section;
}
} // namespace

Phrase evidence_words(Basis basis, std::int64_t runs) {
  if (basis == Basis::assumed)
    return words(Text{"assumed", "supposé"});
  if (runs == 0)
    return words(Text{"measured by its test", "mesuré par son test"});
  return {{"{0} {0#run|runs} measured", "{0} {0#passage mesuré|passages mesurés}"}, {runs}};
}

Phrase likely_too_narrow(const Phrase& basis) {
  return {{"{0}; its interval is likely too narrow", "{0} ; son intervalle est sans doute trop étroit"},
          {basis.words()}};
}

std::vector<Section> ranking_sections(const Ranking& ranking) {
  std::vector<Section> sections;
  const auto& all = ranking.actions;
  std::size_t begin = 0;
  while (begin < all.size() && all[begin].unranked == Unranked::no) {
    std::size_t end = begin;
    while (end < all.size() && all[end].unranked == Unranked::no &&
           all[end].objective == all[begin].objective)
      ++end;
    sections.push_back(of_objective(ranking, begin, end, sections.size() + 1));
    begin = end;
  }
  if (begin > 0)
    sections.push_back(by_lever(ranking));
  if (ranking.estimates.given > 0)
    sections.push_back(earlier_estimates(ranking.estimates));
  if (begin == all.size())
    return sections;
  Table table{words(Text{"Actions that cannot be ranked", "Actions qui ne se classent pas"}),
              {{"action", "action"}, {"why", "pourquoi"}},
              {}};
  for (std::size_t i = begin; i < all.size(); ++i)
    table.rows.push_back(
        {text_cell(words(name_of(all[i]))), text_cell(words(unranked_name(all[i].unranked)))});
  sections.push_back({"rank-none", words(Text{"Without a rank", "Sans rang"}), true, {std::move(table)}});
  return sections;
}

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const Ranking& ranking) {
  Document document{{{"{0}, actions ranked, as of {1}", "{0}, actions classées, au {1}"},
                     {ranking.strategy, ranking.as_of}},
                    report::ranking_sections(ranking)};
  if (document.sections.empty())
    document.sections.push_back({"rank",
                                 report::words(Text{"Actions", "Actions"}),
                                 false,
                                 {Paragraph{report::words(Text{"There is none.", "Il n'y en a pas."})}}});
  return document;
}

} // namespace deploy_plan

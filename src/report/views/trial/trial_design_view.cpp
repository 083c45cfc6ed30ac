#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"
#include "report/views/trial/trial_view.hpp"
#include <cmath>
#include <sstream>

namespace deploy_plan::report {
namespace {

std::vector<Words> pasted(const TrialWish& wish, const TrialDesign& design) {
  const auto test = [&](Language language) {
    return std::istringstream(answers::as_json(answers::TestToPaste{&wish, &design, language}, language));
  };
  std::istringstream english = test(Language::english);
  std::istringstream french = test(Language::french);
  std::vector<Words> lines;
  for (Words line; std::getline(english, line.en) && std::getline(french, line.fr);)
    lines.push_back(line);
  lines.front() = {"\"test\": " + lines.front().en, "\"test\": " + lines.front().fr};
  return lines;
}

Phrase size_line(const TrialWish& wish, const TrialDesign& design) {
  const auto size = static_cast<std::int64_t>(design.size);
  if (wish.protocol == Protocol::sequence)
    return {
        {"{0} steps: {1} before the start, as many after.", "{0} pas : {1} avant le début, autant après."},
        {size, size / 2}};
  if (wish.protocol == Protocol::pilot)
    return {{"Expose {0} {0#beneficiary|beneficiaries}, then read once.",
             "Exposez {0} {0#bénéficiaire|bénéficiaires}, puis lisez une fois."},
            {size}};
  return {{"Expose {0} {0#beneficiary|beneficiaries} in all, then read once.",
           "Exposez {0} {0#bénéficiaire|bénéficiaires} en tout, puis lisez une fois."},
          {size}};
}

/// That groups are drawn, and what that costs.
Phrase groups_line(const TrialWish& wish, const TrialDesign& design) {
  double groups = 0;
  for (const double count : design.clusters)
    groups += count;
  const bool by_arm = wish.protocol == Protocol::ab &&
                      std::equal(design.clusters.begin() + 1, design.clusters.end(), design.clusters.begin());
  const Phrase drawn = by_arm
                           ? Phrase{{"Draw {0} {0#group|groups} of {1} on average, {2} in each arm",
                                     "Tirez {0} {0#groupe|groupes} de {1} en moyenne, {2} dans chaque bras"},
                                    {static_cast<std::int64_t>(groups), shown(*wish.cluster_size),
                                     static_cast<std::int64_t>(design.clusters.front())}}
                           : Phrase{{"Draw {0} {0#group|groups} of {1} on average",
                                     "Tirez {0} {0#groupe|groupes} de {1} en moyenne"},
                                    {static_cast<std::int64_t>(groups), shown(*wish.cluster_size)}};
  return {
      {"{0}. Those of one group are alike (correlation {1}): it takes {2} times as many people as if they "
       "were "
       "drawn one by one, and more where groups are few.",
       "{0}. Ceux d'un même groupe se ressemblent (corrélation {1}) : il faut {2} fois autant de personnes "
       "que tirées une à une, et davantage quand les groupes sont peu nombreux."},
      {drawn.words(), shown(wish.icc), shown(*design.design_effect)}};
}

Phrase promise(const TrialWish& wish) {
  const Share power{wish.power};
  const Share alarm{wish.alpha};
  if (wish.protocol == Protocol::sequence)
    return {{"A rise of {0} over {1} a step, if there is one, is seen {2} of the time; where there is none, "
             "it is "
             "believed {3} of the time.",
             "Une hausse de {0} sur {1} par pas, si elle existe, est vue {2} du temps ; s'il n'y en a pas, "
             "on y croit "
             "{3} du temps."},
            {Share{wish.effect}, wish.baseline, power, alarm}};
  return {
      {"A rise of {0} points above {1}, if there is one, is seen {2} of the time; where there is none, it is "
       "believed {3} of the time.",
       "Une hausse de {0} {0#point|points} au-dessus de {1}, si elle existe, est vue {2} du temps ; s'il n'y "
       "en a pas, "
       "on y "
       "croit {3} du temps."},
      {shown(wish.effect * 100), Share{wish.baseline}, power, alarm}};
}

Paragraph infeasible(const TrialWish& wish, const TrialDesign& design) {
  if (!design.detectable)
    return {{{"The market holds {0}: too few to see any effect so.",
              "Le marché en compte {0} : trop peu pour voir ainsi le moindre effet."},
             {wish.market.value_or(0)}},
            Tone::bad};
  return {
      {{"The market holds {0}: all of it would show a rise of {1} points at the least. Look for that "
        "much, or for a "
        "measure that moves more.",
        "Le marché en compte {0} : tout entier, il montrerait au mieux une hausse de {1} {1#point|points}. "
        "Visez-la, ou "
        "prenez une mesure qui bouge davantage."},
       {wish.market.value_or(0), shown(*design.detectable * 100)}},
      Tone::bad};
}
} // namespace

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const DesignedTrial& designed) {
  using namespace report;
  const auto& [wish, design] = designed;
  std::vector<Block> blocks{Paragraph{size_line(wish, design), design.feasible ? Tone::good : Tone::bad}};
  if (!design.clusters.empty())
    blocks.emplace_back(Paragraph{groups_line(wish, design)});
  if (!design.feasible)
    blocks.emplace_back(infeasible(wish, design));
  if (design.weeks)
    blocks.emplace_back(Paragraph{{{"About {0} {0#week|weeks} at the present pace.",
                                    "Environ {0} {0#semaine|semaines} au rythme actuel."},
                                   {static_cast<std::int64_t>(std::min(std::ceil(*design.weeks), 9e15))}}});
  blocks.emplace_back(Paragraph{promise(wish)});
  if (!design.arms.empty()) {
    Table table{words(Text{"The arms; draw them at random (test --assign)",
                           "Les bras ; tirez-les au hasard (test --assign)"}),
                {{"arm", "bras"}, {"beneficiaries", "bénéficiaires"}},
                {}};
    if (!design.clusters.empty())
      table.columns.push_back({{"groups", "groupes"}});
    for (std::size_t arm = 0; arm < design.arms.size(); ++arm)
      table.rows.push_back({arm == 0 ? text_cell(words(Text{"reference", "référence"}))
                                     : text_cell({{"arm {0}", "bras {0}"}, {static_cast<std::int64_t>(arm)}}),
                            count_cell(design.arms[arm])});
    for (std::size_t arm = 0; arm < design.clusters.size(); ++arm)
      table.rows[arm].push_back(count_cell(design.clusters[arm]));
    blocks.emplace_back(std::move(table));
  }
  if (design.feasible)
    blocks.emplace_back(
        Listing{words(Text{"To paste into the action:", "À coller dans l'action :"}), pasted(wish, design)});
  return {{{"A test by {0}", "Un test par {0}"}, {protocol_name(wish.protocol)}},
          {{"test-design", words(Text{"What it takes", "Ce qu'il faut"}), false, std::move(blocks)}}};
}

} // namespace deploy_plan

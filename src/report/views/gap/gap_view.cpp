#include "report/views/gap/gap_view.hpp"
#include "report/document/cells.hpp"
#include "report/views/gap/gap_goals.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "report/views/trial/trial_view.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::report {

std::optional<Paragraph> not_viable_paragraph(const Gap& gap) {
  if (gap.viable != false)
    return std::nullopt;
  return Paragraph{{{"Each addressed beneficiary costs {0} a year, more than the {1} allowed.",
                     "Chaque bénéficiaire adressé coûte {0} par an, plus que les {1} admis."},
                    {Money{std::ceil(*gap.cost_per_addressed * 100) / 100, gap.currency},
                     Money{*gap.max_cost, gap.currency}}},
                   Tone::bad};
}

namespace {

class GapView {
public:
  GapView(const Gap& told, const GapViewOptions& chosen) : gap(told), options(chosen) {}

  std::vector<Section> sections() const {
    std::vector<Section> all;
    const auto add = [&](Section section) {
      const bool wanted = options.only.empty() || std::find(options.only.begin(), options.only.end(),
                                                            section.id) != options.only.end();
      if (wanted && !section.blocks.empty())
        all.push_back(std::move(section));
    };
    add({"summary", words(Text{"In short", "En bref"}), false, summary()});
    add({"market", words(Text{"Market", "Marché"}), false, market()});
    add({"goals", words(Text{"Goals and objectives", "Objectifs"}), false, goal_blocks(gap, options)});
    add({"funnel", words(Text{"Funnel", "Entonnoir"}), true, funnel()});
    add({"levers", words(Text{"Levers", "Leviers"}), true, levers()});
    add({"costs", words(Text{"Costs", "Coûts"}), true, costs()});
    add({"segments", words(Text{"Segments", "Segments"}), true, segments()});
    return all;
  }

private:
  const Gap& gap;
  const GapViewOptions& options;

  const MarketGap& shown_market() const {
    for (const MarketGap& segment : gap.segments)
      if (!options.segment.empty() && segment.id == options.segment)
        return segment;
    return gap.market;
  }

  std::vector<Block> summary() const {
    std::vector<Block> blocks;
    const MarketGap& market = shown_market();
    if (market.sizes.penetrated && market.share.target)
      blocks.emplace_back(
          Paragraph{{{"{0} covered out of a target of {1}: {2}.", "{0} couverts sur une cible de {1} : {2}."},
                     {*market.sizes.penetrated, *market.sizes.target, Share{*market.share.target}}}});
    if (const ObjectiveGap* const star = north_star_of(gap)) {
      blocks.emplace_back(Paragraph{north_star(*star), status_tone(star->progress)});
      if (star->outlook)
        if (auto said = outlook_paragraph({star->progress, *star->outlook, star->observed, !star->counted}))
          blocks.emplace_back(std::move(*said));
    }
    blocks.emplace_back(counts());
    if (options.segment.empty() && gap.figures.all > 0)
      blocks.emplace_back(automation());
    if (gap.bottleneck)
      blocks.emplace_back(Paragraph{{{"The bottleneck is {0}: of the way that it should have gone by now, "
                                      "its objective has gone least.",
                                      "Le goulot est l'étape {0} : du chemin prévu à ce jour, son objectif a "
                                      "fait la plus petite part."},
                                     {name_of(*gap.bottleneck)}}});
    if (auto said = not_viable_paragraph(gap))
      blocks.emplace_back(std::move(*said));
    return blocks;
  }

  static Phrase north_star(const ObjectiveGap& one) {
    const Progress& way = one.progress;
    if (!way.current)
      return {{"North Star, {0}: not measured yet.", "Étoile polaire, {0} : pas encore mesurée."},
              {one.name}};
    const auto figure = [&](double value) { return figure_of(value, !one.counted); };
    const Words standing_now = standing_words(way, !one.counted);
    const Words status =
        way.status == GoalStatus::overdue
            ? Phrase{{"{0}: {1}", "{0} : {1}"}, {shown_name(way.status), standing_now}}.words()
            : standing_now;
    const Words milestone = missed_milestone_words(way, !one.counted);
    const Phrase standing{
        {"North Star, {0}: {1} of {2} by {3}, {4}", "Étoile polaire, {0} : {1} sur {2} pour le {3}, {4}"},
        {one.name, figure(*way.current), figure(way.goal), way.by, status}};
    if (!way.path_now || !is_on_the_way(way.status))
      return {{"{0}{1}.", "{0}{1}."}, {standing.words(), milestone}};
    return {{"{0} (it should be at {1} by now){2}.", "{0} (attendu à ce jour : {1}){2}."},
            {standing.words(), figure(*way.path_now), milestone}};
  }

  Paragraph counts() const {
    const GoalCounts counts = count_goals(gap, options.segment);
    return {{{"{0} {0#goal|goals} late or at risk, {1} on track or reached, {2} not measured.",
              "{0} {0#objectif|objectifs} en retard ou à risque, {1} en bonne voie ou {1#atteint|atteints}, "
              "{2} non {2#mesuré|mesurés}."},
             {counts.late, counts.well, counts.unmeasured}},
            counts.late > 0 ? Tone::warning : Tone::plain};
  }

  Paragraph automation() const {
    const auto& [all, by_query] = gap.figures;
    return {by_query == 0
                ? Phrase{{"No figure comes by itself: {0} {0#is|are} typed.",
                          "Aucun chiffre ne vient de lui-même : {0} {0#est saisi|sont saisis}."},
                         {all}}
                : Phrase{{"{0} of {1} {1#figure|figures} {0#comes by itself|come by themselves}.",
                          "{0} {0#chiffre|chiffres} sur {1} {0#vient de lui-même|viennent d'eux-mêmes}."},
                         {by_query, all}}};
  }

  static Phrase market_seen(const MarketGap& market) {
    if (!market.sizes.penetrated || !market.sizes.target || !market.to_target || *market.to_target < 0)
      return words(Text{"The four tiers", "Les quatre niveaux"});
    return {{"{0} of the target's {1} are covered, {2} are still to win",
             "{0} sur les {1} de la cible : il en reste {2} à conquérir"},
            {*market.sizes.penetrated, *market.sizes.target, *market.to_target}};
  }

  std::vector<Block> market() const {
    const MarketGap& market = shown_market();
    const auto whole = [](const std::optional<double>& size) { // of itself
      return size.value_or(0) > 0 ? std::optional(1.0) : std::nullopt;
    };
    struct Tier {
      Text name;
      std::optional<double> size, share, covered;
      Text left;
      std::optional<double> gap;
    };
    const Tier tiers[] = {{{"addressable", "adressable"},
                           market.sizes.addressable,
                           whole(market.sizes.addressable),
                           market.share.addressable,
                           {"out of reach", "hors de portée"},
                           market.out_of_reach},
                          {{"addressed", "adressé"},
                           market.sizes.addressed,
                           market.of_addressable.addressed,
                           market.share.addressed,
                           {"in reserve", "en réserve"},
                           market.in_reserve},
                          {{"target", "cible"},
                           market.sizes.target,
                           market.of_addressable.target,
                           market.share.target,
                           {"still to win", "à conquérir"},
                           market.to_target},
                          {{"penetrated", "pénétré"},
                           market.sizes.penetrated,
                           market.share.addressable,
                           whole(market.sizes.penetrated),
                           {},
                           std::nullopt}};
    Bars bars{market_seen(market),
              words(Text{"each tier as a part of the addressable market; hollow: what falls away from one to "
                         "the next",
                         "chaque niveau, en part du marché adressable ; en creux : ce qui manque de l'un à "
                         "l'autre"}),
              {}};
    Table table{{{"In {0}", "Unité : {0}"}, {gap.unit}},
                {{"tier", "niveau"},
                 {"size", "taille"},
                 {"of the addressable", "de l'adressable"},
                 {"covered", "couvert"},
                 {"to the next", "jusqu'au suivant"},
                 {"", ""}},
                {}};
    for (const Tier& tier : tiers) {
      if (tier.size)
        bars.bars.push_back({words(tier.name),
                             tier.share.value_or(0),
                             std::nullopt,
                             {{"{0}", "{0}"}, {*tier.size}},
                             Tone::plain});
      const Tier& next = tiers[std::min(std::size(tiers) - 1, static_cast<std::size_t>(&tier - tiers) + 1)];
      if (tier.size && tier.gap && *tier.gap > 0 && tier.share && next.share)
        bars.bars.push_back({words(tier.left),
                             *tier.share,
                             std::nullopt,
                             {{"{0}", "{0}"}, {*tier.gap}},
                             Tone::plain,
                             {},
                             {},
                             *next.share,
                             true});
      table.rows.push_back({text_cell(words(tier.name)), count_cell(tier.size), share_cell(tier.share),
                            share_cell(tier.covered), text_cell(words(tier.left)), count_cell(tier.gap)});
    }
    return {std::move(bars), std::move(table)};
  }

  /// The conversion that loses most.
  Phrase funnel_seen() const {
    const FunnelStage* before = nullptr;
    const FunnelStage* narrowest = nullptr;
    const FunnelStage* above = nullptr;
    std::size_t conversions = 0;
    for (const FunnelStage& stage : gap.funnel) {
      if (stage.conversion && before != nullptr) {
        ++conversions;
        if (*stage.conversion < 1 && (narrowest == nullptr || *stage.conversion < *narrowest->conversion)) {
          narrowest = &stage;
          above = before;
        }
      }
      before = &stage;
    }
    if (narrowest == nullptr)
      return conversions > 0
                 ? words(Text{"No stage counts less than the one before it",
                              "Aucune étape ne compte moins que la précédente"})
                 : words(Text{"No stage can be divided by the one before: each counts "
                              "something else, or is not measured",
                              "Aucune étape ne se rapporte à la précédente : elles ne comptent pas "
                              "la même chose, ou ne sont pas relevées"});
    const std::vector<Argument> told{name_of(above->stage), name_of(narrowest->stage),
                                     Share{*narrowest->conversion}};
    if (narrowest->stage == Stage::referral) // it counts those whom others brought: nobody goes on to it
      return {conversions > 1
                  ? Text{"{1} counts {2} of what {0} does: no stage counts less of the one before",
                         "L'étape {1} compte {2} de ce que compte l'étape {0} : aucune ne compte "
                         "moins de la précédente"}
                  : Text{"{1} counts {2} of what {0} does",
                         "L'étape {1} compte {2} de ce que compte l'étape {0}"},
              told};
    return {conversions > 1 ? Text{"From {0} to {1}, {2} go on: nowhere fewer",
                                   "De l'étape {0} à l'étape {1}, {2} passent : nulle part moins"}
                            : Text{"From {0} to {1}, {2} go on", "De l'étape {0} à l'étape {1}, {2} passent"},
            told};
  }

  std::vector<Block> funnel() const {
    if (gap.funnel.empty())
      return {};
    Bars bars{funnel_seen(),
              words(Text{"the first count of each stage, relative to the largest in the same unit",
                         "le premier nombre de chaque étape, rapporté au plus grand de même unité"}),
              {}};
    Table table{words(Text{"The first count of each stage, in its own unit",
                           "Le premier nombre de chaque étape, dans son unité"}),
                {{"stage", "étape"},
                 {"value", "valeur"},
                 {"unit", "unité"},
                 {"of the stage before", "de l'étape précédente"}},
                {}};
    std::map<std::string_view, double> largest;
    for (const FunnelStage& stage : gap.funnel)
      largest[stage.unit] = std::max(largest[stage.unit], stage.value.value_or(0));
    for (const FunnelStage& stage : gap.funnel) {
      const bool narrow = gap.bottleneck == stage.stage;
      if (stage.value && largest[stage.unit] > 0)
        bars.bars.push_back({words(name_of(stage.stage)),
                             *stage.value / largest[stage.unit],
                             std::nullopt,
                             {{"{0}", "{0}"}, {shown(*stage.value)}},
                             narrow ? Tone::warning : Tone::plain});
      const Text why = stage.no_conversion ? no_conversion_words(*stage.no_conversion) : Text{};
      table.rows.push_back({text_cell(words(name_of(stage.stage)), narrow ? Tone::warning : Tone::plain),
                            number_cell(stage.value), text_cell(words(stage.unit)),
                            why.en.empty() ? share_cell(stage.conversion) : figure_cell(why)});
    }
    std::vector<Block> blocks;
    if (bars.bars.size() > 1) // one alone fills its scale, whatever it counts
      blocks.emplace_back(std::move(bars));
    blocks.emplace_back(std::move(table));
    return blocks;
  }

  std::vector<Block> levers() const {
    Table table{words(Text{"The six families", "Les six familles"}),
                {{"lever", "levier"},
                 {"use", "emploi"},
                 {"actions", "actions"},
                 {"their tests say", "leurs tests disent"},
                 {"full cost so far", "coût complet à ce jour"}},
                {}};
    for (const LeverGap& lever : gap.levers)
      table.rows.push_back({text_cell(words(shown_name(lever.family))),
                            text_cell(words(shown_name(lever.use()))), figure_cell(lever.actions),
                            verdicts_of(lever), money_cell(lever.full_cost, gap.currency)});
    return {std::move(table)};
  }

  /// "adopt: 1, go on: 2"; a drop is a warning.
  static Cell verdicts_of(const LeverGap& lever) {
    Words said;
    for (const model::Choice& verdict : model::choices<Verdict>())
      if (const std::int64_t count = lever.verdicts.of(static_cast<Verdict>(verdict.value)); count > 0)
        text::add_to_list(said, Phrase{{"{1}: {0}", "{1} : {0}"}, {count, verdict.words()}}.words());
    if (said.en.empty())
      return {std::nullopt};
    return text_cell({{"{0}", "{0}"}, {said}},
                     lever.verdicts.of(Verdict::drop) > 0 ? Tone::warning : Tone::plain);
  }

  std::vector<Block> costs() const {
    Table table{
        words(Text{
            "Full cost: money, and days at the day rate; of results, setting up included",
            "Coût complet : argent, et jours au coût du jour ; pour les résultats, mise en place comprise"}),
        {{"cost", "coût"},
         {"each", "l'unité"},
         {"effect so far", "effet obtenu"},
         {"full cost so far", "coût complet à ce jour"}},
        {}};
    if (gap.cost_per_addressed)
      table.rows.push_back(
          {text_cell(words(Text{"a year, by addressed beneficiary", "par an, par bénéficiaire adressé"}),
                     gap.viable == false ? Tone::bad : Tone::plain),
           money_cell(gap.cost_per_addressed, gap.currency), unknown(), unknown()});
    if (gap.cost_per_penetrated)
      table.rows.push_back(
          {text_cell(words(Text{"a year, by covered beneficiary", "par an, par bénéficiaire couvert"})),
           money_cell(gap.cost_per_penetrated, gap.currency), unknown(), unknown()});
    for (const StageCost& cost : gap.costs)
      table.rows.push_back(
          {text_cell({{"results at the stage {0}", "résultats à l'étape {0}"}, {name_of(cost.stage)}}),
           money_cell(cost.per_unit, gap.currency), number_cell(cost.effect),
           money_cell(cost.full_cost, gap.currency)});
    if (table.rows.empty())
      return {};
    return {std::move(table)};
  }

  std::vector<Block> segments() const {
    if (gap.segments.empty() || !options.segment.empty())
      return {};
    std::vector<const MarketGap*> order;
    for (const MarketGap& segment : gap.segments)
      order.push_back(&segment);
    if (options.by_urgency)
      std::stable_sort(order.begin(), order.end(), [](const MarketGap* a, const MarketGap* b) {
        return a->to_target.value_or(-1) > b->to_target.value_or(-1);
      });
    Table table{words(Text{"What is left to do, the most first", "Ce qui reste à faire, le plus d'abord"}),
                {{"segment", "segment"},
                 {"addressable", "adressable"},
                 {"addressed", "adressé"},
                 {"target", "cible"},
                 {"penetrated", "pénétré"},
                 {"of the target", "de la cible"},
                 {"still to win", "à conquérir"}},
                {}};
    for (const MarketGap* segment : order)
      table.rows.push_back({text_cell(words(name_of(*segment))), count_cell(segment->sizes.addressable),
                            count_cell(segment->sizes.addressed), count_cell(segment->sizes.target),
                            count_cell(segment->sizes.penetrated), share_cell(segment->share.target),
                            count_cell(segment->to_target)});
    return {std::move(table)};
  }
};
} // namespace

std::vector<Section> sections_of(const Gap& gap, const GapViewOptions& options) {
  return GapView(gap, options).sections();
}

} // namespace deploy_plan::report

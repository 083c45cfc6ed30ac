// Markets and their segments, described.
#include "answers/gap.hpp"

namespace deploy_plan::answers {
namespace {

// ---- the market, its segments
constexpr Member share_members[] = {
    figure<&MarketShares::addressable>({{"addressable", "adressable"},
                                        {"share of the addressable market", "part du marché adressable"},
                                        {"penetrated / addressable", "pénétré / adressable"},
                                        Kind::share,
                                        Better::more}),
    figure<&MarketShares::addressed>({{"addressed", "adressé"},
                                      {"share of the addressed market", "part du marché adressé"},
                                      {"penetrated / addressed", "pénétré / adressé"},
                                      Kind::share,
                                      Better::more}),
    figure<&MarketShares::target>({{"target", "cible"},
                                   {"share of the target market", "part du marché cible"},
                                   {"penetrated / target", "pénétré / cible"},
                                   Kind::share,
                                   Better::more}),
};
constexpr Member tier_share_members[] = {
    given(figure<&TierShares::addressed>(
        {{"addressed", "adressé"},
         {"addressed, as a share of the addressable", "adressé, en part de l'adressable"},
         {"addressed / addressable", "adressé / adressable"},
         Kind::share})),
    given(figure<&TierShares::target>(
        {{"target", "cible"},
         {"target, as a share of the addressable", "cible, en part de l'adressable"},
         {"target / addressable", "cible / adressable"},
         Kind::share})),
};
constexpr Member tier_gap_members[] = {
    figure<&MarketGap::to_addressed>({{"addressed", "adressé"},
                                      {"left of the addressed market", "reste du marché adressé"},
                                      {"addressed − penetrated", "adressé − pénétré"},
                                      Kind::measure,
                                      Better::less}),
    figure<&MarketGap::to_target>({{"target", "cible"},
                                   {"left of the target market", "reste du marché cible"},
                                   {"target − penetrated", "cible − pénétré"},
                                   Kind::measure,
                                   Better::less}),
};
constexpr Record tier_gaps{{"tier gaps", "écarts aux niveaux"}, {}, tier_gap_members};

constexpr Member market_members[] = {
    given(computed({{"addressable", "adressable"},
                    {"addressable market", "marché adressable"},
                    {"the largest possible size", "la plus grande taille possible"},
                    Kind::measure},
                   [](const MarketGap& market) { return market.sizes.addressable; })),
    given(computed({{"addressed", "adressé"},
                    {"addressed market", "marché adressé"},
                    {"what the team can reasonably reach with today's means",
                     "ce que l'équipe peut raisonnablement atteindre avec ses moyens"},
                    Kind::measure},
                   [](const MarketGap& market) { return market.sizes.addressed; })),
    given(computed({{"target", "cible"},
                    {"target market", "marché cible"},
                    {"the part of the addressed market chosen for the period",
                     "la partie du marché adressé choisie pour la période"},
                    Kind::measure},
                   [](const MarketGap& market) { return market.sizes.target; })),
    computed({{"penetrated", "pénétré"},
              {"penetrated market", "marché pénétré"},
              {"the newest observation on or before the day, else its size",
               "le dernier relevé de ce jour ou d'avant, sinon sa taille"},
              Kind::measure,
              Better::more},
             [](const MarketGap& market) { return market.sizes.penetrated; }),
    figure<&MarketGap::share>({{"share", "part"}, {"market shares", "parts de marché"}}),
    figure<&MarketGap::of_addressable>(
        {{"of_addressable", "de_l_adressable"},
         {"tiers as shares of the addressable market", "niveaux, en parts du marché adressable"}}),
    group({{"gap", "écart"}, {"what is left of the tiers", "ce qui reste des niveaux"}}, tier_gaps),
    given(figure<&MarketGap::out_of_reach>({{"out_of_reach", "hors_de_portée"},
                                            {"out of today's reach", "hors de portée aujourd'hui"},
                                            {"addressable − addressed", "adressable − adressé"},
                                            Kind::measure})),
    given(figure<&MarketGap::in_reserve>({{"in_reserve", "en_réserve"},
                                          {"in reserve", "en réserve"},
                                          {"addressed − target", "adressé − cible"},
                                          Kind::measure})),
};
} // namespace

constinit const Record market_record{{"market figures", "chiffres d'un marché"}, {}, market_members};

namespace {
constexpr Member segment_members[] = {
    figure<&MarketGap::id>({{"id", "id"}, {"segment", "segment"}}),
    spread(market_record, [](const MarketGap& segment) -> const MarketGap& { return segment; }),
};
} // namespace

template <>
const Record& description<MarketShares>() {
  static constexpr Record record{{"market shares", "parts de marché"}, {}, share_members};
  return record;
}
template <>
const Record& description<TierShares>() {
  static constexpr Record record{{"tier shares", "parts des niveaux"}, {}, tier_share_members};
  return record;
}
template <>
const Record& description<MarketGap>() {
  static constexpr Record record{
      {"segment", "segment"}, {}, segment_members, {}, 0, title([](const MarketGap& segment) {
        return named(segment.name, segment.id);
      })};
  return record;
}

} // namespace deploy_plan::answers

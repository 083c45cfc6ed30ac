// The records of where strategies stand, by their rooms: the market, ways to goals, the whole, several.
#pragma once
#include "answers/answers.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<MarketShares>();
template <>
const Record& description<TierShares>();
template <>
const Record& description<MarketGap>();
template <>
const Record& description<DueFigure>();
template <>
const Record& description<ShareGoalGap>();
template <>
const Record& description<ObjectiveGap>();
template <>
const Record& description<FunnelStage>();
template <>
const Record& description<VerdictCounts>();
template <>
const Record& description<LeverGap>();
template <>
const Record& description<StageCost>();
template <>
const Record& description<Gap>();
template <>
const Record& description<FigureCounts>();
template <>
const Record& description<GoalCounts>();
template <>
const Record& description<CountedBy<GoalStatus>>();
template <>
const Record& description<MarketTotal>();
template <>
const Record& description<PortfolioTotals>();
template <>
const Record& description<GapPortfolio>();

/// The figures of a market, or of a segment of it.
extern const Record market_record;

} // namespace deploy_plan::answers

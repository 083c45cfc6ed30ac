// Models combined: each by how well it would have foretold what came (Bates and Granger 1969).
#pragma once
#include "analysis/trend/models/member.hpp"

namespace deploy_plan::analysis::trends {

/// A model with one of its ceilings, and its share of belief.
struct FamilyMember {
  Member member;
  double share = 1;
};

/// A model of one memory, with all its ceilings.
struct Family {
  TrendModel model{};
  double prior = 1;
  std::vector<FamilyMember> members; ///< none where it does not hold
  std::optional<double> loss;
  double weight = 0;

  [[nodiscard]] bool holds() const { return !members.empty(); }
};
inline constexpr std::size_t family_count = 8;
using Families = std::array<Family, family_count>;

/// What the caller asks of the models.
struct Choice {
  std::optional<TrendModel> only;
  std::optional<double> ceiling; ///< in units of the trend
  bool ceiling_free = false;
};

/// Fitted to the first so many increments of one's own, with so many ceilings for each model of growth.
[[nodiscard]] Families families_of(const Past& past, const Choice& choice, std::size_t increments,
                                   std::size_t ceilings);

struct Combination {
  Families families;
  std::optional<Backtest> backtest;
};

/// Weighed by rolling origins: the past foretold from what was known before.
[[nodiscard]] Combination combine(const Past& past, const Choice& choice);

} // namespace deploy_plan::analysis::trends

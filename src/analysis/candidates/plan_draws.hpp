// What is uncertain of a plan, draw by draw: mean effects and what passes down the funnel.
#pragma once
#include "analysis/candidates/filling.hpp"

namespace deploy_plan::analysis {

struct PlanDraws {
  PlanDraws(const PlanModel& planned, PlanFutures& futures);

  std::size_t draws = 0;
  std::vector<std::vector<double>> effects;  ///< [reach][draw], towards the target; empty where certain
  std::vector<double> effect_means;          ///< of each reach, likewise
  std::vector<std::vector<double>> passages; ///< [objective][draw]; empty where certain, or nothing passes
  std::vector<double> passage_means;

  [[nodiscard]] double effect(std::size_t reach, std::size_t draw) const {
    return effects[reach].empty() ? effect_means[reach] : effects[reach][draw];
  }
  [[nodiscard]] double passage(std::size_t objective, std::size_t draw) const {
    return passages[objective].empty() ? passage_means[objective] : passages[objective][draw];
  }
  /// Whether anything varies.
  [[nodiscard]] bool is_uncertain() const;
  /// What would be believed, were a draw known.
  [[nodiscard]] Believed believed(std::size_t draw) const;
  [[nodiscard]] Believed believed_on_average() const { return {effect_means, passage_means}; }
};

} // namespace deploy_plan::analysis

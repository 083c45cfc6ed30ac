// Tests, designed: how many it takes to see an effect, before anybody is exposed.
#pragma once
#include "deploy_plan/trial.hpp"

namespace deploy_plan {

/// Beyond, no number of beneficiaries is meant.
inline constexpr double most_beneficiaries = 1e15;

/// What a test is to see. `baseline` is the reference's rate; a pilot's threshold; a sequence's count by
/// step. `effect` is a rise in points of rate; in a sequence, relative.
struct TrialWish {
  Protocol protocol{};
  double baseline = 0;
  double effect = 0;
  double alpha = 0.05, power = 0.8;
  std::vector<double> split = {0.5, 0.5};  ///< a part an arm, none of it 0
  double dispersion = 1;                   ///< of a sequence's counts, 1 at least
  std::optional<double> pace = {};         ///< exposed, or steps, a week
  std::optional<double> market = {};       ///< the most that can be exposed
  std::optional<double> cluster_size = {}; ///< mean, where clusters are drawn
  double cluster_variation = 0;            ///< of their sizes: standard deviation over mean
  double icc = 0;                          ///< intracluster correlation
  double autocorrelation = 0;              ///< of a sequence's errors, from one step to the next
};

struct TrialDesign {
  std::vector<double> arms;            ///< of an ab, the size of each, whole
  double size = 0;                     ///< in all; of a sequence, steps, half of them before the start
  std::vector<double> clusters;        ///< of each arm, where clusters are drawn
  std::optional<double> design_effect; ///< what drawing clusters multiplies sizes by
  std::optional<double> weeks;
  bool feasible = true;             ///< within the market
  std::optional<double> detectable; ///< where it is not: the smallest effect that the whole market shows
};

/// A test that is wished for, and what it takes.
struct DesignedTrial {
  TrialWish wish;
  TrialDesign design;
};

/// Draws groups as large, as uneven and as alike as those that a test has seen; without them where it has
/// none, or they do not tell how alike they are.
void draw_groups_as_seen(TrialWish& wish, const ClusterReading* seen);

/// Nothing where no size up to `most_beneficiaries` shows the effect: a rate above 1, a step that no series
/// of 10 000 shows.
[[nodiscard]] std::optional<TrialDesign> design_trial(const TrialWish& wish);

/// How many segments a comparison takes, were those added untouched, for permutations to reach its alpha at
/// all; nothing where those that the test names do, or none of them begins. Segments that begin on different
/// days are told apart, though no date may lie between these.
[[nodiscard]] std::optional<std::size_t> segments_to_tell(const Test& test);

} // namespace deploy_plan

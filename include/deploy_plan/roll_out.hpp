// A roll-out in waves drawn at random, which is a test by itself: each segment is compared with those that
// wait.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace deploy_plan {

/// A stepped wedge: every cluster is counted at each step, the first of which comes before any wave.
struct RollOutWish {
  double baseline = 0; ///< the rate before
  double effect = 0;   ///< the rise in points of rate that counts
  double alpha = 0.05;
  int waves = 0;              ///< 1 or more
  double by_cluster_step = 0; ///< people counted in a cluster at a step
  std::optional<double> tau;  ///< standard deviation of rates between clusters; else from `icc`
  double icc = 0;             ///< intracluster correlation
  double clusters = 0;        ///< in all
};
/// The power of the two-sided test of its effect (Hussey and Hughes 2007, eq. 7 and 8), people varying as at
/// the mean of both rates; clusters that no wave's share takes go to the first waves. Nothing where a rate
/// leaves ]0, 1[ or a wave has no cluster.
[[nodiscard]] std::optional<double> roll_out_power(const RollOutWish& wish);

struct RollOutPlace {
  std::string cluster;
  std::size_t wave = 0; ///< from 0
};
struct RollOut {
  std::uint64_t seed = 0;
  int waves = 0;
  std::vector<RollOutPlace> places; ///< in the order of the list
  std::vector<std::size_t> sizes;   ///< clusters of each wave, to within one
  std::optional<RollOutWish> wish;  ///< where its power was asked
  std::optional<double> power;
};

} // namespace deploy_plan

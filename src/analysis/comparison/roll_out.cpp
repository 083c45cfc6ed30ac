#include "deploy_plan/roll_out.hpp"
#include "analysis/numbers/distributions.hpp"
#include "deploy_plan/statistics.hpp"
#include <cmath>

namespace deploy_plan {

std::optional<double> roll_out_power(const RollOutWish& wish) {
  const double changed = wish.baseline + wish.effect;
  const auto is_rate = [](double rate) { return rate > 0 && rate < 1; };
  const double waves = wish.waves;
  if (!is_rate(wish.baseline) || !is_rate(changed) || wish.effect == 0 || wish.waves < 1 ||
      !(wish.clusters >= waves) || !(wish.by_cluster_step > 0) || !(wish.icc >= 0 && wish.icc < 1) ||
      wish.tau.value_or(0) < 0 || !(wish.alpha > 0 && wish.alpha < 1))
    return std::nullopt;
  const double mean = (wish.baseline + changed) / 2;
  const double person = mean * (1 - mean);
  const double cell = person / wish.by_cluster_step;
  const double between = wish.tau ? *wish.tau * *wish.tau : person * wish.icc / (1 - wish.icc);
  const double steps = waves + 1;
  // Sums of who has it when (U, W and V of eq. 7).
  const double share = std::floor(wish.clusters / waves);
  const double left = wish.clusters - share * waves;
  double all = 0;
  double by_step = 0;
  double by_cluster = 0;
  double begun = 0;
  for (double wave = 1; wave <= waves; ++wave) {
    const double clusters = share + (wave <= left ? 1 : 0);
    const double with_it = steps - wave;
    begun += clusters;
    all += clusters * with_it;
    by_step += begun * begun;
    by_cluster += clusters * with_it * with_it;
  }
  const double variance =
      wish.clusters * cell * (cell + steps * between) /
      ((wish.clusters * all - by_step) * cell +
       (all * all + wish.clusters * steps * all - steps * by_step - wish.clusters * by_cluster) * between);
  if (!(variance > 0) || !std::isfinite(variance))
    return std::nullopt;
  const double z = std::abs(wish.effect) / std::sqrt(variance) + normal_quantile(wish.alpha / 2);
  return analysis::normal_above(-z);
}

} // namespace deploy_plan

#include "analysis/outlook/funnel.hpp"
#include "analysis/numbers/sampling.hpp"
#include <algorithm>

namespace deploy_plan::analysis {

double Passage::draw(Random& random) const {
  constexpr double half = 0.5;
  const double passed = gamma_draw_of_any_shape(random, std::max(0.0, value) + half);
  if (!is_share)
    return passed / above;
  return passed / (passed + gamma_draw_of_any_shape(random, above - value + half));
}

Funnel::Funnel(const Strategy& strategy, const Gap& known) : passages_(strategy.objectives.size()) {
  const auto place_of = [&](const FunnelStage& stage) {
    const auto found =
        std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                     [&](const Objective& one) { return one.origin.sound && one.id == stage.objective; });
    return static_cast<std::size_t>(found - strategy.objectives.begin());
  };
  for (std::size_t i = 1; i < known.funnel.size(); ++i) {
    const FunnelStage& above = known.funnel[i - 1];
    const FunnelStage& here = known.funnel[i];
    if (!here.passed)
      continue;
    const bool is_share = here.unit == above.unit && *here.value >= 0;
    passages_[place_of(here)] =
        Passage{place_of(above), is_share ? std::min(*here.value, *above.value) : *here.value, *above.value,
                is_share};
  }
}

const Passage* Funnel::to(std::size_t objective) const {
  return passages_[objective] ? &*passages_[objective] : nullptr;
}

std::vector<std::size_t> Funnel::chain(std::size_t objective) const {
  std::vector<std::size_t> all{objective};
  while (const Passage* const passage = to(all.back()))
    all.push_back(passage->from);
  return all;
}

} // namespace deploy_plan::analysis

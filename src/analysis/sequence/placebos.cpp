#include "analysis/sequence/placebos.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

/// Counts between a placebo and its neighbours, at the least.
constexpr std::size_t away = 3;
constexpr std::size_t most_placebos = 60;
} // namespace

std::vector<std::size_t> placebo_places(std::span<const std::size_t> starts, std::size_t own) {
  std::vector<std::size_t> bounds{0};
  for (const std::size_t start : starts)
    if (start <= starts[own])
      bounds.push_back(start);
  std::sort(bounds.begin(), bounds.end());
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < bounds.size(); ++i)
    for (std::size_t place = bounds[i - 1] + away; place + away <= bounds[i]; ++place)
      places.push_back(place);
  if (places.size() <= most_placebos)
    return places;
  std::vector<std::size_t> spread;
  for (std::size_t i = 0; i < most_placebos; ++i)
    spread.push_back(places[i * places.size() / most_placebos]);
  return spread;
}

} // namespace deploy_plan::analysis

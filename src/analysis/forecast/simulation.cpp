#include "analysis/forecast/simulation.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

Simulation::Simulation(std::span<const GrowthFit> fits, std::span<const Observation> points,
                       std::optional<double> most, std::vector<Date> dates, const ForecastOptions& options)
    : most_(most), dates_(std::move(dates)), draws_(std::max<std::size_t>(1, options.draws)),
      values_(dates_.size() * draws_) {
  const double step =
      years_between(points.front().date, points.back().date) / static_cast<double>(points.size() - 1);
  for (const GrowthFit& fit : fits)
    if (fit.weight > 0)
      models_.push_back({&fit, parameters_of(fit), triangle(covariance_of(fit, points)),
                         std::sqrt(variance_of(fit) / step)});
  for (std::size_t draw = 0; draw < draws_; ++draw)
    simulate(draw, points, options.seed);
}

std::vector<Date> Simulation::reached(double goal, bool upwards, Date last, double newest) const {
  std::vector<Date> all;
  for (std::size_t draw = 0; draw < draws_; ++draw) {
    Date before = last;
    double value_before = newest;
    Date found = last_day;
    for (std::size_t i = 0; i < dates_.size() && found == last_day; ++i) {
      const double value = values_[i * draws_ + draw];
      if (upwards ? value >= goal : value <= goal) {
        const double part = value == value_before ? 1 : (goal - value_before) / (value - value_before);
        found =
            before + std::chrono::days(static_cast<std::int64_t>(std::ceil(
                         std::clamp(part, 0.0, 1.0) * static_cast<double>((dates_[i] - before).count()))));
      }
      before = dates_[i];
      value_before = value;
    }
    all.push_back(found);
  }
  return all;
}

void Simulation::simulate(std::size_t draw, std::span<const Observation> points, std::uint64_t seed) {
  Random random(seed, draw + 1);
  const Model& model = picked(random.uniform());
  const GrowthFit drawn = with_parameters(*model.fit, moved(model.centre, model.spread, random));
  const Date first = points.front().date;
  Date before = points.back().date;
  const double level = drawn.at(years_between(first, before));
  double walk = 0;
  for (std::size_t i = 0; i < dates_.size(); ++i) {
    walk += random.normal() * model.noise * std::sqrt(years_between(before, dates_[i]));
    before = dates_[i];
    const double value = points.back().value + drawn.at(years_between(first, dates_[i])) - level + walk;
    values_[i * draws_ + draw] = held(value, drawn);
  }
}

const Simulation::Model& Simulation::picked(double share) const {
  for (const Model& one : models_) {
    if (share < one.fit->weight)
      return one;
    share -= one.fit->weight;
  }
  return models_.back();
}

std::vector<double> Simulation::moved(std::vector<double> place, const Matrix& spread, Random& random) {
  std::vector<double> normal(place.size());
  for (double& one : normal)
    one = random.normal();
  for (std::size_t i = 0; i < place.size(); ++i)
    for (std::size_t j = 0; j <= i; ++j)
      place[i] += spread[i][j] * normal[j];
  return place;
}

double Simulation::held(double value, const GrowthFit& drawn) const {
  const double most = most_.value_or(drawn.ceiling.value_or(HUGE_VAL));
  const double finite = std::isfinite(value) ? value : 1e300;
  return std::clamp(finite, 0.0, std::max(0.0, std::min(most, 1e300)));
}

} // namespace deploy_plan::analysis

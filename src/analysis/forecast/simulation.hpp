// Futures of a series, drawn.
#pragma once
#include "analysis/forecast/growth.hpp"
#include "analysis/numbers/random.hpp"

namespace deploy_plan::analysis {

inline constexpr Date last_day = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

/// Values on given days, which come in their order after the observations, of many futures.
class Simulation {
public:
  /// Each future is of one of the fits, by their weights; none goes above `most`.
  Simulation(std::span<const GrowthFit> fits, std::span<const Observation> points, std::optional<double> most,
             std::vector<Date> dates, const ForecastOptions& options);

  [[nodiscard]] const std::vector<Date>& dates() const { return dates_; }
  /// Of each future, the value on a day, by the day's place.
  [[nodiscard]] std::span<const double> on(std::size_t date) const {
    return std::span(values_).subspan(date * draws_, draws_);
  }
  /// Of each future, the first day from which a goal is reached; the last day of all where it never is.
  [[nodiscard]] std::vector<Date> reached(double goal, bool upwards, Date last, double newest) const;

private:
  struct Model {
    const GrowthFit* fit;
    std::vector<double> centre;
    Matrix spread;
    double noise; ///< deviation of the residuals' walk over a year
  };
  std::vector<Model> models_;
  std::optional<double> most_;
  std::vector<Date> dates_;
  std::size_t draws_;
  std::vector<double> values_; ///< day after day

  void simulate(std::size_t draw, std::span<const Observation> points, std::uint64_t seed);
  [[nodiscard]] const Model& picked(double share) const;
  [[nodiscard]] static std::vector<double> moved(std::vector<double> place, const Matrix& spread,
                                                 Random& random);
  [[nodiscard]] double held(double value, const GrowthFit& drawn) const;
};

} // namespace deploy_plan::analysis

#include "deploy_plan/libraries.hpp"
#include "analysis/solver/cbc.hpp"
#include "analysis/solver/optimiser.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

bool lacks_curves(const SeriesForecast& told) {
  return std::any_of(told.candidates.begin(), told.candidates.end(),
                     [](const GrowthFit& one) { return one.problem == FitProblem::not_fitted; });
}
} // namespace

std::optional<Text> missing_for_plans() {
  if (analysis::is_cbc_there())
    return std::nullopt;
  return Text{"plans need CBC, which is not installed: apt install coinor-libcbc3",
              "les plans demandent CBC, qui n'est pas installé : apt install coinor-libcbc3"};
}

std::optional<Text> missing_for(const Forecast& forecast) {
  if (std::none_of(forecast.series.begin(), forecast.series.end(), lacks_curves) ||
      analysis::is_nlopt_there())
    return std::nullopt;
  return Text{"forecasts need NLopt, which is not installed: apt install libnlopt0",
              "les prévisions demandent NLopt, qui n'est pas installé : apt install libnlopt0"};
}

} // namespace deploy_plan

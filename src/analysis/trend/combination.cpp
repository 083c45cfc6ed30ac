#include "analysis/trend/combination.hpp"
#include "analysis/trend/models/prediction.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan::analysis::trends {
namespace {

/// Ceilings that are tried of each model of growth: of what is foretold, and at rolling origins.
constexpr std::size_t ceilings_tried = 18;
constexpr std::size_t ceilings_at_origins = 6;
/// Increments that models are fitted to at the first origin.
constexpr std::size_t least_increments = 4;
constexpr std::size_t most_origins = 8;
constexpr std::size_t most_steps = 4;
constexpr std::size_t least_backtest = 8; ///< observations
/// Losses are believed as far as origins / (origins + this): before, weights are equal.
constexpr double disbelief = 3;
/// A weight falls with this power of the loss.
constexpr double severity = 2.5;
/// Of the mean increment: no loss counts as less; and what counts before any origin, or of a model that did
/// not hold at one, at least.
constexpr double least_loss = 0.02;
constexpr double loss_unseen = 0.3;
constexpr double loss_of_failure = 1;
/// Intervals are widened up to so many times.
constexpr double most_widened = 2;

using Weights = std::array<double, family_count>;

/// What families foretold at an origin: after so many increments of one's own.
struct Told {
  std::size_t origin = 0;
  std::size_t steps = 0;
  Weights priors{}; ///< 0 of those that did not hold
  std::array<std::array<Prediction, family_count>, most_steps> laws{};
  std::array<Weights, most_steps> losses{};
};

/// By all members of a family that holds: a law of their mean and variance.
void predict(const Family& family, double from, std::span<const Stretch> stretches,
             std::span<Prediction> into) {
  std::vector<Prediction> one(stretches.size());
  std::vector<double> squares(stretches.size());
  std::fill(into.begin(), into.end(), Prediction{});
  for (const FamilyMember& each : family.members) {
    predict(each.member, from, stretches, one);
    for (std::size_t i = 0; i < one.size(); ++i) {
      const double off = one[i].mean - from;
      into[i].mean += each.share * off;
      squares[i] += each.share * (off * off + one[i].deviation * one[i].deviation);
    }
  }
  for (std::size_t i = 0; i < one.size(); ++i) {
    into[i].deviation = std::sqrt(std::max(0.0, squares[i] - into[i].mean * into[i].mean));
    into[i].mean += from;
  }
}

class Rolling {
public:
  Rolling(const Past& past, const Choice& choice) : past_(past), choice_(choice) {
    const std::size_t count = past.own.size();
    const std::size_t able = count > least_increments ? count - least_increments : 0;
    const std::size_t every = able > most_origins + most_origins / 2 ? 2 : 1;
    for (std::size_t back = 1; back <= able && told_.size() < most_origins; back += every) {
      const Told told = told_at(count - back);
      if (std::any_of(told.priors.begin(), told.priors.end(), [](double prior) { return prior > 0; }))
        told_.push_back(told);
    }
  }

  std::size_t origins() const { return told_.size(); }

  /// Of one family, at origins and steps of which was known how they ended after so many increments.
  std::optional<double> loss(std::size_t family, std::size_t known_until) const {
    double sum = 0;
    double origins = 0;
    for (const Told& one : told_) {
      if (one.origin >= known_until)
        continue;
      const std::size_t steps = std::min(one.steps, known_until - one.origin);
      double of_origin = 0;
      for (std::size_t step = 0; step < steps; ++step)
        of_origin += one.losses[step][family] / std::sqrt(static_cast<double>(step + 1));
      sum += of_origin / static_cast<double>(steps);
      ++origins;
    }
    return origins > 0 ? std::optional(sum / origins) : std::nullopt;
  }

  Weights weights(const Weights& priors, std::size_t known_until) const {
    const auto origins = static_cast<double>(
        std::count_if(told_.begin(), told_.end(), [&](const Told& one) { return one.origin < known_until; }));
    const double power = severity * origins / (origins + disbelief);
    Weights all{};
    for (std::size_t k = 0; k < family_count; ++k)
      if (priors[k] > 0)
        all[k] =
            priors[k] / std::pow(std::max(least_loss, loss(k, known_until).value_or(loss_unseen)), power);
    return all;
  }

  Backtest backtest() const {
    Backtest result;
    std::vector<double> misses; // over half the interval
    for (const Told& one : told_) {
      ++result.origins;
      const Weights then = weights(one.priors, one.origin);
      for (std::size_t step = 0; step < one.steps; ++step) {
        const auto at = [&](double probability) {
          return quantile_of_mixture(one.laws[step], then, probability);
        };
        const double low = at(0.05);
        const double middle = at(0.5);
        const double high = at(0.95);
        const double came = value_after(one.origin + step);
        const double half = came > middle ? high - middle : middle - low;
        misses.push_back(std::abs(came - middle) / std::max(half, 1e-9));
        result.steps = std::max(result.steps, step + 1);
        result.error += std::abs(came - middle) * past_.scale;
        result.naive_error += std::abs(came - naive(one.origin, step)) * past_.scale;
        result.coverage += low <= came && came <= high ? 1 : 0;
      }
    }
    result.forecasts = misses.size();
    for (double* sum : {&result.error, &result.naive_error, &result.coverage})
      *sum /= static_cast<double>(misses.size());
    result.widened = widened(misses);
    return result;
  }

private:
  const Past& past_;
  const Choice& choice_;
  std::vector<Told> told_; ///< the newest first

  double value_after(std::size_t increment) const {
    return increment + 1 < past_.own.size() ? past_.own[increment + 1].before : past_.newest;
  }

  /// What came that no model should foretell: brought by runs and known events, up to a step.
  double come_otherwise(std::size_t origin, std::size_t step) const {
    double sum = 0;
    for (std::size_t i = origin; i <= origin + step; ++i)
      sum += value_after(i) - past_.own[i].before - past_.own[i].gained + past_.own[i].known;
    return sum;
  }

  Told told_at(std::size_t increments) const {
    Told told;
    told.origin = increments;
    told.steps = std::min(most_steps, past_.own.size() - increments);
    std::array<Stretch, most_steps> stretches;
    for (std::size_t i = 0; i < told.steps; ++i) {
      const Increment& one = past_.own[increments + i];
      stretches[i] = {one.begin, one.time(), one.active};
    }
    const Families families = families_of(past_, choice_, increments, ceilings_at_origins);
    double worst = loss_of_failure;
    for (std::size_t k = 0; k < family_count; ++k)
      if (families[k].holds() && judge(families[k], k, std::span(stretches).first(told.steps), told)) {
        told.priors[k] = families[k].prior;
        for (std::size_t step = 0; step < told.steps; ++step)
          worst = std::max(worst, told.losses[step][k]);
      }
    for (std::size_t k = 0; k < family_count; ++k)
      if (told.priors[k] == 0)
        for (Weights& losses : told.losses)
          losses[k] = worst;
    return told;
  }

  /// What a family foretells and what that loses; false where it is no figure.
  bool judge(const Family& family, std::size_t place, std::span<const Stretch> stretches, Told& told) const {
    std::array<Prediction, most_steps> laws;
    predict(family, past_.own[told.origin].before, stretches, std::span(laws).first(stretches.size()));
    for (std::size_t step = 0; step < stretches.size(); ++step) {
      Prediction& law = told.laws[step][place] = laws[step];
      law.mean += come_otherwise(told.origin, step);
      const double half = z_90 * law.deviation;
      told.losses[step][place] =
          mean_pinball(value_after(told.origin + step), law.mean - half, law.mean, law.mean + half);
      if (!std::isfinite(told.losses[step][place]))
        return false;
    }
    return true;
  }

  double naive(std::size_t origin, std::size_t step) const {
    const Increment& first = past_.own.front();
    const Increment& at = past_.own[origin];
    const double pace = (at.before - first.before) / (at.begin - first.begin);
    return at.before + pace * (past_.own[origin + step].end - at.begin);
  }

  /// What would have made nine of ten intervals hold, believed as losses are.
  double widened(std::vector<double>& misses) const {
    const auto origins = static_cast<double>(told_.size());
    const double needed = quantile_of(misses, 0.9);
    return std::clamp(1 + origins / (origins + disbelief) * (needed - 1), 1.0, most_widened);
  }
};
} // namespace

Combination combine(const Past& past, const Choice& choice) {
  Combination all;
  const std::size_t count = past.own.size();
  all.families = families_of(past, choice, count, ceilings_tried);
  const Rolling rolling(past, choice);
  Weights priors{};
  for (std::size_t k = 0; k < family_count; ++k)
    priors[k] = all.families[k].holds() ? all.families[k].prior : 0;
  const Weights weights = rolling.weights(priors, count);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t k = 0; k < family_count; ++k) {
    all.families[k].weight = sum > 0 ? weights[k] / sum : 0;
    all.families[k].loss = rolling.loss(k, count);
  }
  if (count + 1 >= least_backtest && rolling.origins() > 0)
    all.backtest = rolling.backtest();
  return all;
}

} // namespace deploy_plan::analysis::trends

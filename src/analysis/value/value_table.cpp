#include "analysis/value/value_table.hpp"
#include "analysis/numbers/matrix.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

DrawnMean drawn_mean(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values)
    squares += (value - mean) * (value - mean);
  const auto count = static_cast<double>(values.size());
  return {mean, values.size() > 1 ? std::sqrt(squares / (count - 1) / count) : 0};
}

/// A straight line that bends at the fifths of a feature's draws.
class Bends {
public:
  static constexpr std::size_t terms = 5;
  explicit Bends(const std::vector<double>& drawn) : drawn_(drawn) {
    std::vector<double> sorted = drawn;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i + 1 < terms; ++i)
      knots_[i] = sorted[(sorted.size() - 1) * (i + 1) / terms];
    const double span = sorted[sorted.size() - 1 - sorted.size() / 20] - sorted[sorted.size() / 20];
    scale_ = span > 0 ? 1 / span : 0;
  }
  void at(std::size_t draw, double* into) const {
    into[0] = (drawn_[draw] - knots_[1]) * scale_;
    for (std::size_t i = 0; i + 1 < terms; ++i)
      into[i + 1] = std::max(0.0, (drawn_[draw] - knots_[i]) * scale_);
  }

private:
  const std::vector<double>& drawn_;
  double knots_[terms - 1] = {};
  double scale_ = 0;
};

/// Least squares on features that were drawn: of centred columns, so that what it explains has no mean.
class Regression {
public:
  explicit Regression(const std::vector<const std::vector<double>*>& features)
      : draws_(features.front()->size()), width_(features.size() * Bends::terms), rows_(draws_ * width_) {
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
      const Bends bends(*features[feature]);
      for (std::size_t draw = 0; draw < draws_; ++draw)
        bends.at(draw, &rows_[draw * width_ + feature * Bends::terms]);
    }
    for (std::size_t column = 0; column < width_; ++column) {
      double mean = 0;
      for (std::size_t draw = 0; draw < draws_; ++draw)
        mean += rows_[draw * width_ + column] / static_cast<double>(draws_);
      for (std::size_t draw = 0; draw < draws_; ++draw)
        rows_[draw * width_ + column] -= mean;
    }
    Matrix squares(width_, std::vector<double>(width_));
    for (std::size_t draw = 0; draw < draws_; ++draw)
      for (std::size_t i = 0; i < width_; ++i)
        for (std::size_t j = 0; j < width_; ++j)
          squares[i][j] += rows_[draw * width_ + i] * rows_[draw * width_ + j];
    constexpr double ridge = 1e-8; // of columns that are alike
    for (std::size_t i = 0; i < width_; ++i)
      squares[i][i] += ridge * static_cast<double>(draws_);
    inverse_ = inverse(std::move(squares));
  }

  /// Adds what it explains of values, less what chance alone would: shrunk as James and Stein do.
  void add_explained(const std::vector<double>& values, std::vector<double>& into) const {
    if (!inverse_)
      return;
    const double mean = mean_of(values);
    std::vector<double> products(width_);
    for (std::size_t draw = 0; draw < draws_; ++draw)
      for (std::size_t i = 0; i < width_; ++i)
        products[i] += rows_[draw * width_ + i] * (values[draw] - mean);
    std::vector<double> factors(width_);
    for (std::size_t i = 0; i < width_; ++i)
      for (std::size_t j = 0; j < width_; ++j)
        factors[i] += (*inverse_)[i][j] * products[j];
    std::vector<double> explained(draws_);
    double of_fit = 0;
    double of_rest = 0;
    for (std::size_t draw = 0; draw < draws_; ++draw) {
      for (std::size_t i = 0; i < width_; ++i)
        explained[draw] += factors[i] * rows_[draw * width_ + i];
      of_fit += explained[draw] * explained[draw];
      of_rest += std::pow(values[draw] - mean - explained[draw], 2);
    }
    const auto width = static_cast<double>(width_);
    const double freedom = std::max(1.0, static_cast<double>(draws_) - width - 1);
    const double kept = of_fit > 0 ? std::max(0.0, 1 - width * of_rest / freedom / of_fit) : 0;
    for (std::size_t draw = 0; draw < draws_; ++draw)
      into[draw] += kept * explained[draw];
  }

private:
  std::size_t draws_, width_;
  std::vector<double> rows_;
  std::optional<Matrix> inverse_;
};
} // namespace

ValueTable::ValueTable(const PlanModel& planned, const PlanDraws& uncertain, std::vector<QuickPlan> some)
    : model_(planned), drawn_(uncertain), plans_(std::move(some)) {
  find_ways();
  weigh();
  evaluate();
}

void ValueTable::find_ways() {
  services_of_.resize(model_.reaches.size());
  for (std::size_t service = 0; service < model_.services.size(); ++service)
    services_of_[model_.services[service].reach].push_back(service);
  for (const ModelService& service : model_.services) {
    auto& ways = ways_.emplace_back();
    for (const std::size_t wanted : model_.wanted) {
      Way way;
      way.scale = model_.sums_shares() ? 1 / *model_.objectives[wanted].needed : 1;
      std::optional<std::size_t> at = wanted;
      for (; at && *at != service.objective; at = model_.objectives[*at].from)
        way.passages.push_back(*at);
      if (at)
        ways.push_back(std::move(way));
    }
  }
}

void ValueTable::weigh() {
  for (const QuickPlan& plan : plans_) {
    auto& weights = weights_.emplace_back(model_.services.size());
    for (std::size_t service = 0; service < weights.size(); ++service) {
      const ModelReach& reach = model_.reaches[model_.services[service].reach];
      each_run(reach.decay, reach.done, plan.counted[service],
               [&](std::int64_t, std::size_t, double weight) { weights[service] += weight; });
    }
  }
}

double ValueTable::passing(std::size_t service, std::size_t draw) const {
  double all = 0;
  for (const Way& way : ways_[service]) {
    double one = way.scale;
    for (const std::size_t objective : way.passages)
      one *= drawn_.passage(objective, draw);
    all += one;
  }
  return all;
}

double ValueTable::way_mean(const Way& way, std::optional<std::size_t> but) const {
  double one = way.scale;
  for (const std::size_t objective : way.passages)
    one *= objective == but ? 1 : drawn_.passage_means[objective];
  return one;
}

double ValueTable::slope_of(std::size_t plan, std::size_t reach) const {
  double slope = 0;
  for (const std::size_t service : services_of_[reach])
    slope += weights_[plan][service] * passing_mean(service);
  return slope;
}

double ValueTable::passing_mean(std::size_t service) const {
  double all = 0;
  for (const Way& way : ways_[service])
    all += way_mean(way);
  return all;
}

void ValueTable::evaluate() {
  const std::size_t services = model_.services.size();
  values_.assign(plans_.size(), std::vector<double>(draws()));
  cut_ = values_;
  PlanGains gains(model_);
  std::vector<double> passing_now(model_.objectives.size());
  std::vector<double> by_weight(services);
  std::vector<double> brought(services);
  std::vector<double> ways(services);
  for (std::size_t draw = 0; draw < draws(); ++draw) {
    for (std::size_t i = 0; i < passing_now.size(); ++i)
      passing_now[i] = drawn_.passage(i, draw);
    gains.pass(passing_now);
    for (std::size_t i = 0; i < services; ++i) {
      by_weight[i] = drawn_.effect(model_.services[i].reach, draw);
      ways[i] = passing(i, draw);
    }
    for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
      double uncut = 0;
      for (std::size_t i = 0; i < services; ++i) {
        brought[i] = weights_[plan][i] * by_weight[i];
        uncut += brought[i] * ways[i];
      }
      values_[plan][draw] = gains.value(gains.of(brought));
      cut_[plan][draw] = values_[plan][draw] - uncut;
    }
  }
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    double mean = 0;
    double size = 1;
    for (std::size_t i = 0; i < services; ++i) {
      mean += weights_[plan][i] * drawn_.effect_means[model_.services[i].reach] * passing_mean(i);
      size = std::max(size, std::abs(mean));
    }
    constexpr double digits = 1e-9; // of sums
    const bool is_cut = std::any_of(cut_[plan].begin(), cut_[plan].end(),
                                    [&](double cut) { return std::abs(cut) > digits * size; });
    if (!is_cut)
      cut_[plan].clear();
    means_.push_back(mean + (is_cut ? mean_of(cut_[plan]) : 0));
    const double shift = means_.back() - mean_of(values_[plan]);
    for (double& value : values_[plan])
      value += shift;
  }
}

std::size_t ValueTable::best() const {
  return static_cast<std::size_t>(std::max_element(means_.begin(), means_.end()) - means_.begin());
}

std::vector<std::size_t> ValueTable::contenders() const {
  std::vector<bool> wins(plans_.size());
  wins[best()] = true;
  for (std::size_t draw = 0; draw < draws(); ++draw) {
    std::size_t most = 0;
    for (std::size_t plan = 1; plan < plans_.size(); ++plan)
      if (values_[plan][draw] > values_[most][draw])
        most = plan;
    wins[most] = true;
  }
  std::vector<std::size_t> all;
  for (std::size_t plan = 0; plan < plans_.size(); ++plan)
    if (wins[plan])
      all.push_back(plan);
  return all;
}

DrawnMean ValueTable::perfect() const {
  const auto able = contenders();
  if (able.size() < 2)
    return {};
  // Of two plans whose difference is normal, the unit normal loss says it.
  bool is_normal = able.size() == 2 && cut_[able[0]].empty() && cut_[able[1]].empty();
  double variance = 0;
  for (std::size_t action = 0; action < model_.actions.size() && is_normal; ++action) {
    if (!is_uncertain(action))
      continue;
    const auto of = lines(action);
    is_normal = !of.empty();
    if (is_normal)
      variance += std::pow((of[able[1]].slope - of[able[0]].slope) * deviation(action), 2);
  }
  for (std::size_t i = 0; i < model_.objectives.size() && is_normal; ++i)
    is_normal = !is_uncertain_passage(i);
  if (is_normal) {
    const ChoiceLine both[] = {{means_[able[0]], 0}, {means_[able[1]], 1}};
    return {gain_of_knowing(both, std::sqrt(variance)), 0};
  }
  const std::size_t now = best();
  std::vector<double> gains(draws());
  for (std::size_t draw = 0; draw < draws(); ++draw) {
    double most = values_[now][draw];
    for (const std::size_t plan : able)
      most = std::max(most, values_[plan][draw]);
    gains[draw] = most - values_[now][draw];
  }
  return drawn_mean(gains);
}

bool ValueTable::is_uncertain(std::size_t action) const {
  for (const std::size_t reach : model_.actions[action].reaches)
    if (!drawn_.effects[reach].empty() &&
        std::any_of(plans_.begin(), plans_.end(),
                    [&](const QuickPlan& plan) { return plan.runs[reach] > 0; }))
      return true;
  return false;
}

bool ValueTable::is_uncertain_passage(std::size_t objective) const {
  if (drawn_.passages[objective].empty())
    return false;
  for (std::size_t service = 0; service < ways_.size(); ++service)
    for (const Way& way : ways_[service])
      if (std::find(way.passages.begin(), way.passages.end(), objective) != way.passages.end() &&
          std::any_of(weights_.begin(), weights_.end(),
                      [&](const std::vector<double>& weights) { return weights[service] != 0; }))
        return true;
  return false;
}

bool ValueTable::is_any_cut() const {
  return std::any_of(cut_.begin(), cut_.end(), [](const std::vector<double>& cut) { return !cut.empty(); });
}

void ValueTable::add_cut(const std::vector<const std::vector<double>*>& features, Deviations& into) const {
  if (features.empty() || !is_any_cut())
    return;
  const Regression regression(features);
  for (std::size_t plan = 0; plan < plans_.size(); ++plan)
    if (!cut_[plan].empty())
      regression.add_explained(cut_[plan], into[plan]);
}

Deviations ValueTable::given_effect(std::size_t action) const {
  Deviations all(plans_.size(), std::vector<double>(draws()));
  std::vector<const std::vector<double>*> features;
  for (const std::size_t reach : model_.actions[action].reaches) {
    const auto& drawn = drawn_.effects[reach];
    if (drawn.empty())
      continue;
    constexpr std::size_t most_features = 4;
    const bool is_new = std::none_of(features.begin(), features.end(),
                                     [&](const std::vector<double>* known) { return *known == drawn; });
    if (is_new && features.size() < most_features)
      features.push_back(&drawn);
    const double mean = mean_of(drawn);
    for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
      const double slope = slope_of(plan, reach);
      for (std::size_t draw = 0; draw < draws() && slope != 0; ++draw)
        all[plan][draw] += slope * (drawn[draw] - mean);
    }
  }
  add_cut(features, all);
  return all;
}

Deviations ValueTable::given_passage(std::size_t objective) const {
  Deviations all(plans_.size(), std::vector<double>(draws()));
  const auto& drawn = drawn_.passages[objective];
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    double slope = 0;
    for (std::size_t service = 0; service < ways_.size(); ++service)
      for (const Way& way : ways_[service])
        if (std::find(way.passages.begin(), way.passages.end(), objective) != way.passages.end())
          slope += weights_[plan][service] * drawn_.effect_means[model_.services[service].reach] *
                   way_mean(way, objective);
    for (std::size_t draw = 0; draw < draws() && slope != 0; ++draw)
      all[plan][draw] += slope * (drawn[draw] - drawn_.passage_means[objective]);
  }
  add_cut({&drawn}, all);
  return all;
}

double ValueTable::deviation(std::size_t action) const {
  for (const std::size_t reach : model_.actions[action].reaches)
    if (!drawn_.effects[reach].empty())
      return standard_deviation(model_.reaches[reach].effect->law);
  return 0;
}

std::vector<ChoiceLine> ValueTable::lines(std::size_t action) const {
  const auto& reaches = model_.actions[action].reaches;
  if (reaches.size() != 1 || drawn_.effects[reaches.front()].empty())
    return {};
  const Uncertain& law = model_.reaches[reaches.front()].effect->law;
  const bool is_normal = law.mean || (law.low && *law.low <= 0);
  if (!is_normal || is_any_cut())
    return {};
  std::vector<ChoiceLine> all;
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    all.push_back({means_[plan], slope_of(plan, reaches.front())});
  }
  return all;
}

DrawnMean gain_of(const std::vector<double>& means, const Deviations& deviations, double factor) {
  const auto now = static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
  std::vector<double> gains(deviations.front().size());
  for (std::size_t draw = 0; draw < gains.size(); ++draw) {
    const double followed = means[now] + factor * deviations[now][draw];
    double most = followed;
    for (std::size_t plan = 0; plan < means.size(); ++plan)
      most = std::max(most, means[plan] + factor * deviations[plan][draw]);
    gains[draw] = most - followed;
  }
  return drawn_mean(gains);
}

} // namespace deploy_plan::analysis

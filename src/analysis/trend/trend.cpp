#include "analysis/trend/trend.hpp"
#include "analysis/trend/drawing.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

using trends::Family;

bool holds(const trends::Combination& combination) {
  return std::any_of(combination.families.begin(), combination.families.end(),
                     [](const Family& family) { return family.weight > 0; });
}

/// The place where half of the shares are reached.
double median_ceiling(const Family& family) {
  double sum = 0;
  for (const trends::FamilyMember& one : family.members)
    if ((sum += one.share) >= 0.5)
      return one.member.form.ceiling;
  return family.members.back().member.form.ceiling;
}

TrendMember told(const Family& family, const trends::Past& past) {
  TrendMember member;
  const bool unseen_season = family.model == TrendModel::seasonal && !past.tells_season();
  member.model =
      unseen_season ? TrendModel::random_walk : family.model; // which it is, with room for a season
  member.weight = family.weight;
  member.loss = family.loss;
  const auto likely = std::max_element(family.members.begin(), family.members.end(),
                                       [](const auto& a, const auto& b) { return a.share < b.share; });
  const trends::Member& one = likely->member;
  trends::Stretch now{0, 1, {}};
  for (std::size_t i = 0; i < past.estimated.size(); ++i)
    now.active[i] = past.estimated[i].within(0, 1);
  const double a_month = past.steps_a_year() / 12;
  member.pace_per_month = one.motion(one.coefficients, past.newest, now).gain * past.scale * a_month;
  if (!one.form.grows())
    return member;
  member.ceiling = median_ceiling(family) * past.scale;
  const bool is_bass = family.model == TrendModel::bass;
  if (is_bass)
    member.p = one.coefficients[0] * past.steps_a_year();
  member.q = one.coefficients[is_bass ? 1 : 0] * past.steps_a_year();
  return member;
}

/// The heaviest first; those told as one model together.
std::vector<TrendMember> members_of(const trends::Combination& combination, const trends::Past& past) {
  std::vector<TrendMember> all;
  for (const Family& family : combination.families) {
    if (!family.holds() || family.weight <= 0)
      continue;
    const TrendMember one = told(family, past);
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const TrendMember& other) { return other.model == one.model; });
    if (same == all.end()) {
      all.push_back(one);
      continue;
    }
    const double sum = same->weight + one.weight;
    const auto mean = [&](double a, double b) { return (a * same->weight + b * one.weight) / sum; };
    same->pace_per_month = mean(same->pace_per_month, one.pace_per_month);
    if (same->loss && one.loss)
      same->loss = mean(*same->loss, *one.loss);
    same->weight = sum;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const TrendMember& a, const TrendMember& b) { return a.weight > b.weight; });
  return all;
}
} // namespace

Trend::Trend(TrendSubject subject) : problem_(trends::problem_of(subject)) {
  if (problem_)
    return;
  trends::Past past = trends::past_of(subject);
  trends::Choice choice{subject.only, {}, subject.ceiling_free};
  if (subject.ceiling)
    choice.ceiling = *subject.ceiling / past.scale;
  trends::Combination combination = trends::combine(past, choice);
  if (!holds(combination)) {
    choice.only = TrendModel::random_walk; // the model that was asked for does not hold
    combination = trends::combine(past, choice);
  }
  if (!holds(combination)) {
    subject.events.clear(); // they hide all that was seen
    past = trends::past_of(subject);
    combination = trends::combine(past, choice);
  }
  members_ = members_of(combination, past);
  backtest_ = combination.backtest;
  drawing_ = std::make_shared<const trends::Drawing>(past, combination, subject.points.back(),
                                                     trends::most_of(subject));
}

void Trend::draw(Random stream, std::span<const Date> days, std::span<double> values) const {
  if (drawing_)
    drawing_->draw(stream, days, values);
}

} // namespace deploy_plan::analysis

#include "analysis/comparison/contrast.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace deploy_plan::analysis {
namespace {

/// Of the scores that segments would have in a group.
struct Moments {
  double mean = 0, squares = 0, count = 0;
  [[nodiscard]] double variance() const { return squares / (count - 1); }
};
Moments moments(const Panel& panel, const Contrast& contrast, std::size_t group,
                const std::vector<std::size_t>& segments) {
  Moments all;
  for (const std::size_t segment : segments) {
    const double away = contrast.score(panel, group, segment) - all.mean;
    all.mean += away / ++all.count;
    all.squares += away * (contrast.score(panel, group, segment) - all.mean);
  }
  return all;
}
} // namespace

double rounding_of(const Panel& panel, const Contrast& contrast) {
  constexpr double terms = 64; // a mean adds some up, and each is off by half of a last digit
  double weights = 0;
  for (const auto& of_group : contrast.of_group)
    for (const Contrast::Term& term : of_group)
      weights += std::abs(term.weight);
  return terms * std::numeric_limits<double>::epsilon() * weights * panel.largest;
}

double estimate(const Panel& panel, const Contrast& contrast) {
  double sum = 0;
  for (std::size_t group = 0; group < panel.groups.size(); ++group)
    if (!contrast.of_group[group].empty())
      sum += moments(panel, contrast, group, panel.groups[group].segments).mean;
  return std::abs(sum) <= rounding_of(panel, contrast) ? 0 : sum;
}

std::optional<double> standard_error(const Panel& panel, const Contrast& contrast) {
  const auto& largest = std::max_element(panel.groups.begin(), panel.groups.end(),
                                         [](const PanelGroup& a, const PanelGroup& b) {
                                           return a.segments.size() < b.segments.size();
                                         })
                            ->segments;
  double variance = 0;
  for (std::size_t group = 0; group < panel.groups.size(); ++group) {
    if (contrast.of_group[group].empty())
      continue;
    const auto& own = panel.groups[group].segments;
    const auto& alike = own.size() > 1                     ? own
                        : panel.last().segments.size() > 1 ? panel.last().segments
                                                           : largest;
    if (alike.size() < 2)
      return std::nullopt;
    variance += moments(panel, contrast, group, alike).variance() / static_cast<double>(own.size());
  }
  const double error = std::sqrt(variance);
  return error <= rounding_of(panel, contrast) ? 0 : error;
}

template <class Visit>
void Contrasts::each_control(std::size_t group, std::size_t date, const Visit& visit) const {
  if (panel_.has_untouched())
    return visit(panel_.groups.size() - 1);
  for (std::size_t control = panel_.groups.size(); control-- > 0 && panel_.groups[control].first > date;)
    if (control != group)
      visit(control);
}

bool Contrasts::is_controlled(std::size_t group, std::size_t date) const {
  bool any = false;
  each_control(group, date, [&](std::size_t) { any = true; });
  return any;
}

void Contrasts::add(Contrast& to, std::size_t group, std::size_t controlled_on,
                    std::span<const Contrast::Term> terms, double weight) const {
  double all = 0;
  each_control(group, controlled_on,
               [&](std::size_t control) { all += static_cast<double>(panel_.size(control)); });
  const auto put = [&](std::size_t which, double share) {
    for (const Contrast::Term& term : terms)
      to.of_group[which].push_back({term.date, term.weight * share});
  };
  put(group, weight);
  each_control(group, controlled_on, [&](std::size_t control) {
    put(control, -weight * static_cast<double>(panel_.size(control)) / all);
  });
}

void Contrasts::add_effect(Contrast& to, std::size_t group, std::size_t date, double weight) const {
  const Contrast::Term terms[] = {{date, 1}, {base_of(group, date), -1}};
  add(to, group, date, terms, weight);
}

Contrast Contrasts::group_time(std::size_t group, std::size_t date) const {
  Contrast contrast = none();
  add_effect(contrast, group, date, 1);
  return contrast;
}

std::optional<Contrast> Contrasts::event_time(int steps) const {
  std::vector<std::pair<std::size_t, std::size_t>> told;
  double all = 0;
  for (std::size_t group = 0; group < panel_.groups.size(); ++group) {
    const auto first = static_cast<std::ptrdiff_t>(panel_.groups[group].first);
    const auto dates = static_cast<std::ptrdiff_t>(panel_.dates);
    const auto date = first + steps;
    if (first >= dates || date < 1 || date >= dates || !is_controlled(group, static_cast<std::size_t>(date)))
      continue;
    told.emplace_back(group, static_cast<std::size_t>(date));
    all += static_cast<double>(panel_.size(group));
  }
  if (told.empty())
    return std::nullopt;
  Contrast contrast = none();
  for (const auto& [group, date] : told)
    add_effect(contrast, group, date, static_cast<double>(panel_.size(group)) / all);
  return contrast;
}

std::optional<Contrast> Contrasts::overall() const {
  // A group's last controlled date, and what each of its effects weighs.
  const std::size_t end = panel_.has_untouched() ? panel_.dates : panel_.last().first;
  double all = 0;
  for (const PanelGroup& group : panel_.groups)
    all += group.first < end ? static_cast<double>(group.segments.size()) : 0;
  if (all == 0)
    return std::nullopt;
  Contrast contrast = none();
  std::vector<double> controls(panel_.dates);
  for (std::size_t date = 0; date < end; ++date)
    each_control(panel_.groups.size(), date,
                 [&](std::size_t control) { controls[date] += static_cast<double>(panel_.size(control)); });
  // What a control has to give, by the date up to which it is one.
  std::vector<double> given(panel_.dates);
  for (std::size_t date = 0; date < end; ++date) {
    for (std::size_t g = 0; g < panel_.groups.size(); ++g) {
      const PanelGroup& group = panel_.groups[g];
      auto& own = contrast.of_group[g];
      if (group.first == date + 1 && (!panel_.has_untouched() || g + 1 == panel_.groups.size())) {
        for (std::size_t before = 0; before <= date; ++before)
          if (given[before] != 0)
            own.push_back({before, -given[before] * static_cast<double>(group.segments.size())});
      }
      if (group.first > date)
        continue;
      const double weight =
          static_cast<double>(group.segments.size()) / all / static_cast<double>(end - group.first);
      own.push_back({date, weight});
      own.push_back({group.first - 1, -weight});
      given[date] += weight / controls[date];
      given[group.first - 1] -= weight / controls[date];
    }
  }
  return contrast;
}

Contrast Contrasts::on(std::size_t date, std::span<const double> weights) const {
  double all = 0;
  for (const double weight : weights)
    all += weight;
  Contrast contrast = none();
  for (std::size_t group = 0; group < panel_.groups.size(); ++group)
    if (weights[group] != 0)
      add_effect(contrast, group, date, weights[group] / all);
  return contrast;
}

std::vector<Contrast> Contrasts::before(std::size_t most_stretches) const {
  std::size_t longest = 0;
  for (std::size_t group = 0; group < panel_.groups.size(); ++group)
    if (const std::size_t first = panel_.groups[group].first;
        first < panel_.dates && is_controlled(group, first))
      longest = std::max(longest, first);
  if (longest < 2)
    return {};
  const std::size_t width = (longest + most_stretches) / (most_stretches + 1);
  const std::size_t stretches = (longest + width - 1) / width;
  std::vector<Contrast> all;
  for (std::size_t older = 1; older < stretches; ++older)
    all.push_back(between(older - 1, older, width));
  if (stretches > 2)
    all.push_back(between(0, stretches - 1, width));
  return all;
}

Contrast Contrasts::between(std::size_t newer, std::size_t older, std::size_t width) const {
  std::vector<std::size_t> told;
  double all = 0;
  for (std::size_t group = 0; group < panel_.groups.size(); ++group)
    if (const std::size_t first = panel_.groups[group].first;
        first < panel_.dates && first > older * width && is_controlled(group, first)) {
      told.push_back(group);
      all += static_cast<double>(panel_.size(group));
    }
  Contrast contrast = none();
  for (const std::size_t group : told) {
    const std::size_t first = panel_.groups[group].first;
    const std::size_t end = first - older * width;
    const std::size_t begin = end - std::min(end, width);
    std::vector<Contrast::Term> terms;
    for (std::size_t date = first - (newer + 1) * width; date < first - newer * width; ++date)
      terms.push_back({date, 1 / static_cast<double>(width)});
    for (std::size_t date = begin; date < end; ++date)
      terms.push_back({date, -1 / static_cast<double>(end - begin)});
    add(contrast, group, first, terms, static_cast<double>(panel_.size(group)) / all);
  }
  return contrast;
}

} // namespace deploy_plan::analysis

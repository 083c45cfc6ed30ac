#include "report/charts/labels.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <numeric>

namespace deploy_plan::report {

std::vector<std::string> lines_of(std::string_view words, std::size_t columns) {
  const std::string broken = text::wrapped(words, columns, 0, 0);
  std::vector<std::string> lines{""};
  for (const char c : broken)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  return lines;
}

std::size_t widest(const std::vector<std::string>& lines) {
  std::size_t most = 0;
  for (const std::string& line : lines)
    most = std::max(most, text::width(line));
  return most;
}

std::optional<std::vector<double>> spread(const std::vector<Wanted>& all, double low, double high) {
  double needed = 0;
  for (const Wanted& one : all)
    needed += one.height;
  if (needed > high - low)
    return std::nullopt;
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return all[a].middle < all[b].middle; });
  std::vector<double> tops(all.size());
  double free_from = low; // downwards, then back up from the lower end
  for (const std::size_t i : order) {
    tops[i] = std::max(free_from, all[i].middle - all[i].height / 2);
    free_from = tops[i] + all[i].height;
  }
  double free_until = high;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    tops[*i] = std::min(tops[*i], free_until - all[*i].height);
    free_until = tops[*i];
  }
  return tops;
}

} // namespace deploy_plan::report

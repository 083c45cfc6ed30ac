// How alike the arms of a split list are.
#include "deploy_plan/assignment.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace deploy_plan {
namespace {

constexpr std::size_t most_words = 20; ///< that a column may hold to be compared by shares

std::optional<double> number_of(std::string cell) {
  std::replace(cell.begin(), cell.end(), ',', '.');
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool sound = error == std::errc{} && end == cell.data() + cell.size() && std::isfinite(value);
  return sound ? std::optional(value) : std::nullopt;
}

BalanceRow row_of(const std::string& column, std::optional<std::string> word, std::vector<double> means,
                  const std::vector<double>& variances) {
  double apart = 0;
  for (std::size_t arm = 1; arm < means.size(); ++arm)
    apart = std::max(apart, standardised_difference(means[0], variances[0], means[arm], variances[arm]));
  return {.column = column,
          .word = std::move(word),
          .figures = std::move(means),
          .difference = std::isfinite(apart) ? std::optional(apart) : std::nullopt};
}
} // namespace

std::int64_t Assignment::unlike() const {
  return std::count_if(balance.begin(), balance.end(), [](const BalanceRow& row) { return !row.is_alike(); });
}

void Balance::Moments::take(double value) {
  count += 1;
  const double before = value - mean;
  mean += before / count;
  squares += before * (value - mean);
}

Balance::Balance(std::vector<std::string> columns, std::vector<std::string> arms, std::uint64_t seed) {
  told_.seed = seed;
  for (std::string& name : arms)
    told_.arms.push_back({std::move(name)});
  for (std::string& name : columns)
    columns_.push_back({std::move(name), true, true, std::vector<Moments>(told_.arms.size()), {}});
}

void Balance::take(std::size_t column, const std::string& cell, std::size_t arm) {
  Column& one = columns_[column];
  if (one.few) {
    const auto [word, is_new] = one.of.try_emplace(cell, std::vector<std::int64_t>(told_.arms.size()));
    ++word->second[arm];
    if (is_new && one.of.size() > most_words) {
      one.few = false;
      one.of.clear();
    }
  }
  if (!one.numeric)
    return;
  if (const auto value = number_of(cell))
    one.means[arm].take(*value);
  else
    one.numeric = cell.empty(); // a cell left out is no word
}

Assignment Balance::assignment() const {
  Assignment told = told_;
  for (const Column& column : columns_) {
    std::vector<double> means;
    std::vector<double> variances;
    if (column.few) {
      for (const auto& [word, counts] : column.of) {
        means.clear();
        variances.clear();
        for (std::size_t arm = 0; arm < counts.size(); ++arm) {
          const std::int64_t size = told.arms[arm].size;
          const double share = size > 0 ? static_cast<double>(counts[arm]) / static_cast<double>(size) : 0;
          means.push_back(share);
          variances.push_back(share * (1 - share));
        }
        told.balance.push_back(row_of(column.name, word, means, variances));
      }
    } else if (column.numeric) {
      for (const Moments& one : column.means) {
        means.push_back(one.mean);
        variances.push_back(one.variance());
      }
      told.balance.push_back(row_of(column.name, std::nullopt, means, variances));
    }
  }
  return told;
}

} // namespace deploy_plan

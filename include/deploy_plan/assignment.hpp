// Beneficiaries split at random into the arms of a test, and how alike the arms are.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deploy_plan {

/// The arm of each beneficiary, or of each group where groups are drawn, whose stratum is given: stratum by
/// stratum the arms get their parts, to within one (permuted blocks: Rosenberger and Lachin 2015,
/// section 9.3), and over all strata too, to within one for each arm. The same input and seed give the same
/// arms on any machine. `split` has a part an arm, none of it 0.
[[nodiscard]] std::vector<std::uint32_t> assign(std::span<const std::uint32_t> strata,
                                                std::span<const double> split, std::uint64_t seed);

/// How far apart two samples are, in pooled standard deviations; 0 where neither varies and they are the
/// same, infinite where neither varies and they are not.
[[nodiscard]] double standardised_difference(double mean_a, double variance_a, double mean_b,
                                             double variance_b);
/// Below it samples are alike (Austin 2009).
inline constexpr double alike_below = 0.1;

struct AssignedArm {
  std::string name;
  std::int64_t size = 0;
  std::optional<std::int64_t> clusters = {}; ///< where whole groups are drawn
};
/// A column's mean or a word's share, in each arm.
struct BalanceRow {
  std::string column;
  std::optional<std::string> word; ///< nothing for a mean; empty for cells left out
  std::vector<double> figures;     ///< of each arm; shares are in [0, 1]
  /// The largest from the first arm, in standard deviations; nothing where it has no bound.
  std::optional<double> difference;
  [[nodiscard]] bool is_alike() const { return difference && *difference < alike_below; }
};
/// A list, split.
struct Assignment {
  std::uint64_t seed = 0;
  std::vector<AssignedArm> arms; ///< the first is the reference
  std::vector<BalanceRow> balance;
  [[nodiscard]] std::int64_t unlike() const; ///< how many rows of the balance are not alike
};

/// Counts what each column of a list holds in each arm, row by row. Columns of numbers are compared by their
/// means, columns of few words by their shares; others, names say, are passed over.
class Balance {
public:
  Balance(std::vector<std::string> columns, std::vector<std::string> arms, std::uint64_t seed);
  void take_beneficiary(std::size_t arm) { ++told_.arms[arm].size; }
  /// A group whose beneficiaries are told one by one.
  void take_cluster(std::size_t arm) { told_.arms[arm].clusters = told_.arms[arm].clusters.value_or(0) + 1; }
  void take(std::size_t column, const std::string& cell, std::size_t arm);
  [[nodiscard]] Assignment assignment() const;

private:
  struct Moments {
    double count = 0, mean = 0, squares = 0; ///< Welford's
    void take(double value);
    [[nodiscard]] double variance() const { return count > 1 ? squares / (count - 1) : 0; }
  };
  struct Column {
    std::string name;
    bool numeric = true, few = true;
    std::vector<Moments> means;                          ///< by arm
    std::map<std::string, std::vector<std::int64_t>> of; ///< counts of each word, by arm
  };
  std::vector<Column> columns_;
  Assignment told_;
};

} // namespace deploy_plan

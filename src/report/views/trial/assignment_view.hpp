// How alike the samples of a split list are.
#pragma once
#include "deploy_plan/document.hpp"
#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

/// Counts what each column holds in each arm, row by row. Columns of numbers are compared by their means,
/// columns of few words by their shares; others, names say, are passed over.
class Balance {
public:
  Balance(std::vector<std::string> columns, std::vector<std::string> arms, std::uint64_t seed);
  void take_beneficiary(std::size_t arm) { ++sizes_[arm]; }
  void take(std::size_t column, const std::string& cell, std::size_t arm);
  [[nodiscard]] Document document() const;
  [[nodiscard]] nlohmann::ordered_json json() const;

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
  /// A column's mean or a word's share, in each arm, and how far the arms are apart at most.
  struct Row {
    std::string column;
    std::optional<std::string> word; ///< nothing for a mean; empty for cells left out
    std::vector<double> figures;
    double difference = 0;
  };
  std::vector<std::string> arms_;
  std::vector<Column> columns_;
  std::vector<std::int64_t> sizes_;
  std::uint64_t seed_;
  [[nodiscard]] std::vector<Row> rows() const;
};

} // namespace deploy_plan::report

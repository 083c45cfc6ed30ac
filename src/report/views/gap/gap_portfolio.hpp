// Strategies beside each other, a row each.
#pragma once
#include "report/views/gap/gap_view.hpp"

namespace deploy_plan::report {

/// What is told of a strategy around its gap.
struct ToldAround {
  std::vector<Phrase> about = {};   ///< beneath its name
  std::vector<Section> before = {}; ///< what is read first; the gap is an annex to it where there is any
  std::vector<Section> after = {};  ///< what follows the gap
  std::optional<Money> spent = {}, left = {}; ///< where its budget gives money
  bool asks = false;                          ///< for a choice
};

/// How badly a strategy stands, by its North Star: what is less is worse.
using StandingRank = std::pair<std::int64_t, double>;

/// What the row of a strategy, or that of all of them, can tell.
struct PortfolioRow {
  Cell name, unit;
  Cell addressable, target, penetrated;
  Cell of_target; ///< the share that is penetrated
  Cell star, committed, planned;
  Cell late_count, late_names; ///< of goals that are late or at risk
  Cell spent, left;
};

/// Amounts of strategies, which add up where all that are told are of one currency.
class MoneySum {
public:
  void add(const std::optional<Money>& amount);
  [[nodiscard]] std::optional<Money> sum() const { return are_alike_ ? sum_ : std::nullopt; }

private:
  std::optional<Money> sum_;
  bool are_alike_ = true;
};

/// A row a strategy, and totals where all count the same beneficiaries. Of a strategy its row alone is kept.
class PortfolioTable {
public:
  /// `page` is the address of that of the strategy, if it has one.
  void add(const Gap& gap, const ToldAround& around = {}, const std::string& page = {});
  /// The worst first, or as they come.
  [[nodiscard]] Section section(const GapViewOptions& options) const;
  /// The places of strategies as they came, the worst first, as they came among equals; `most` of them, or
  /// all where it is 0.
  [[nodiscard]] std::vector<std::size_t> worst_first(std::size_t most) const;
  [[nodiscard]] std::int64_t strategies() const { return static_cast<std::int64_t>(rows_.size()); }

private:
  [[nodiscard]] Table table(const GapViewOptions& options) const;
  [[nodiscard]] PortfolioRow total_row(const MarketTotal& total) const;
  [[nodiscard]] Phrase standing() const;

  std::vector<StandingRank> ranks_;
  std::vector<PortfolioRow> rows_;
  PortfolioSum sum_;
  MoneySum spent_, left_;
  std::int64_t asking_ = 0; ///< strategies that ask for a choice
};

/// The page that leads to those of strategies, the worst first.
[[nodiscard]] Document portfolio_index(const PortfolioTable& table, Date as_of,
                                       const GapViewOptions& options);

} // namespace deploy_plan::report

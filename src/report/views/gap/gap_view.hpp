// A gap laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// What to show, and in what order.
struct GapViewOptions {
  std::vector<std::string> only; ///< ids of sections; all when empty
  std::string segment;           ///< goals, objectives and figures of this segment alone
  bool by_urgency = true;        ///< else in the order of the file
  bool each_strategy = false;    ///< of a portfolio, every strategy's sections follow its table
};
inline constexpr std::string_view gap_sections[] = {"summary", "market", "goals",   "funnel",
                                                    "levers",  "costs",  "segments"};

/// A row a strategy, and totals where all count the same beneficiaries. Of a strategy its row alone is kept.
class PortfolioTable {
public:
  void add(const Gap& gap);
  [[nodiscard]] Section section() const;

private:
  std::vector<std::vector<Cell>> rows_;
  PortfolioSum sum_;
  bool has_outlooks_ = false, has_plans_ = false;
};

/// Gaps as they come, laid out: one strategy's sections or, for several, a table with a row for each.
class GapDocument {
public:
  GapDocument(Date as_of, GapViewOptions options) : as_of_(as_of), options_(std::move(options)) {}
  /// With what is told of the strategy after its gap.
  void add(Gap gap, std::vector<Section> after = {});
  /// Takes what was added.
  [[nodiscard]] Document document();

private:
  /// One of several, under its name.
  void add_sections(std::vector<Section>& to, std::vector<Section> sections, const std::string& strategy);

  Date as_of_;
  GapViewOptions options_;
  Gap first_; ///< whose sections are made when it is known to be alone
  std::vector<Section> after_first_;
  PortfolioTable table_;
  std::vector<Section> gaps_, after_; ///< of each strategy of several
  std::size_t count_ = 0;
};

[[nodiscard]] Document gap_document(std::span<const Gap> gaps, Date as_of, const GapViewOptions& options);

} // namespace deploy_plan::report

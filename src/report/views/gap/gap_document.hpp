// Gaps as a document, whether of one strategy or of several.
#pragma once
#include "report/views/gap/gap_portfolio.hpp"

namespace deploy_plan::report {

/// Gaps as they come, laid out: one strategy's sections or, for several, a table with a row for each.
class GapDocument {
public:
  GapDocument(Date as_of, GapViewOptions options) : as_of_(as_of), options_(std::move(options)) {}
  void add(Gap gap, ToldAround around = {});
  [[nodiscard]] bool is_of_one() const { return count_ == 1; }
  /// Takes what was added.
  [[nodiscard]] Document document();

private:
  /// Of several, under its name.
  [[nodiscard]] Document part(const Gap& gap, ToldAround around) const;

  Date as_of_;
  GapViewOptions options_;
  Gap first_; ///< whose sections are made when it is known to be alone
  ToldAround around_first_;
  PortfolioTable table_;
  std::vector<Document> parts_; ///< each strategy of several
  std::size_t count_ = 0;
};

[[nodiscard]] Document gap_document(std::span<const Gap> gaps, Date as_of, const GapViewOptions& options);

} // namespace deploy_plan::report

// A gap laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// What to show, and in what order.
struct GapViewOptions {
  std::vector<std::string> only; ///< ids of sections; all when empty
  std::string segment;           ///< goals, objectives and figures of this segment alone
  bool by_urgency = true;        ///< else in the order of the file
  bool has_course = false;       ///< the brief before it draws the North Star's, month by month
  bool each_strategy = false; ///< of a portfolio, every strategy's sections follow its table, the worst first
  std::size_t most_rows = 0;  ///< of a portfolio's table, the others are counted; 0 for all
  std::size_t most_parts = 0; ///< strategies whose sections follow it, likewise
};
inline constexpr std::string_view gap_sections[] = {"summary", "market", "goals",   "funnel",
                                                    "levers",  "costs",  "segments"};

/// That it costs more than is allowed; nothing where it does not, or where that is not known.
[[nodiscard]] std::optional<Paragraph> not_viable_paragraph(const Gap& gap);

/// How badly a strategy stands, by its North Star: what is less is worse.
using StandingRank = std::pair<std::int64_t, double>;
[[nodiscard]] StandingRank standing_rank(const Gap& gap);
/// The places of ranks, the worst first, as they come among equals; `most` of them, or all where it is 0.
[[nodiscard]] std::vector<std::size_t> worst_first(const std::vector<StandingRank>& ranks, std::size_t most);

/// What is told of a strategy around its gap.
struct ToldAround {
  std::vector<Phrase> about = {};   ///< beneath its name
  std::vector<Section> before = {}; ///< what is read first; the gap is an annex to it where there is any
  std::vector<Section> after = {};  ///< what follows the gap
  std::optional<Cell> spent = {}, left = {}; ///< of its money
  bool asks = false;                         ///< for a choice
};

/// A row a strategy, and totals where all count the same beneficiaries. Of a strategy its row alone is kept.
class PortfolioTable {
public:
  /// `page` is the address of that of the strategy, if it has one.
  void add(const Gap& gap, const ToldAround& around = {}, const std::string& page = {});
  /// Rows as they come, or the worst first.
  [[nodiscard]] Section section(const GapViewOptions& options) const;

private:
  void count(const ObjectiveGap* star);
  [[nodiscard]] Phrase standing() const;

  std::vector<StandingRank> ranks_;
  std::vector<std::vector<Cell>> rows_;
  PortfolioSum sum_;
  std::int64_t late_ = 0, at_risk_ = 0, well_ = 0, unknown_ = 0, asking_ = 0; ///< North Stars; strategies
  bool has_means_ = false;
  bool has_outlooks_ = false, has_plans_ = false;
};

/// The page that leads to those of strategies, the worst first.
[[nodiscard]] Document portfolio_index(const PortfolioTable& table, std::int64_t strategies, Date as_of,
                                       const GapViewOptions& options);

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
  std::vector<Document> parts_;     ///< each strategy of several
  std::vector<StandingRank> ranks_; ///< likewise
  std::size_t count_ = 0;
};

[[nodiscard]] Document gap_document(std::span<const Gap> gaps, Date as_of, const GapViewOptions& options);

} // namespace deploy_plan::report

// How blocks are searched: prices, what blocks answer at them, and choices of all that hold together.
#pragma once
#include "analysis/blocks/blocks.hpp"
#include "analysis/solver/cbc.hpp"

namespace deploy_plan::analysis {

class BlockSearch {
public:
  BlockSearch(Blocks& searched, const SolverLimits& chosen);
  Solution run();

private:
  using Block = Blocks::Block;
  using Choice = Blocks::Choice;
  using Prices = Blocks::Prices;
  using Selection = Blocks::Selection;
  Blocks& all_;
  const SolverLimits limits_;
  std::vector<std::size_t> scarce_; ///< shared rows that have a limit
  Prices prices_, centre_;          ///< the last ones, and those that bound best
  double at_most_ = unbounded;
  double best_value_ = -unbounded;
  Selection best_;

  [[nodiscard]] bool is_over() const { return std::chrono::steady_clock::now() >= limits_.until; }
  [[nodiscard]] double proven_enough() const { return std::max(limits_.gap / 2, 1e-5); }
  [[nodiscard]] double block_gap() const { return std::clamp(limits_.gap / 4, 1e-6, 2e-4); }

  // The search as a whole.

  [[nodiscard]] double gap() const;
  [[nodiscard]] double size_of_value() const;
  /// The best prices of what is known lead astray while little is: a part of the way.
  [[nodiscard]] Prices between(const Prices& from, const Prices& to) const;
  [[nodiscard]] double scale() const;
  /// Where blocks are few, what is best at the best prices leaves means over: choices at prices near by fill
  /// them better.
  bool look_around(double share);
  void take(Selection selection);
  /// The best of known choices together, by a search over them.
  void polish();
  [[nodiscard]] Solution solution() const;

  // Asking: blocks, or the whole without whole columns, in a process of its own.

  bool begin();
  /// Prices at which the program without whole columns would spend what is shared.
  Prices prices_of_whole();
  /// A solution of each of these blocks that takes as little as there is.
  bool ask_least(const std::vector<std::size_t>& places);
  /// Asks for those blocks of which too little is known at these prices.
  bool price_where_unsure(const Prices& prices);
  [[nodiscard]] Program priced(const Block& block, const Prices& prices, double brings, double& unit) const;
  /// Without columns where none are better than what is known.
  [[nodiscard]] CbcAnswer answer_of(const Program& program, double known,
                                    std::span<const CbcSetting> settings) const;
  bool ask(const std::vector<std::size_t>& places, const Prices& prices, double brings);
  bool read(std::string_view bytes, const std::vector<std::size_t>& places,
            const std::vector<Program>& programs, const std::vector<double>& units, const Prices& prices,
            double brings);
  /// Rounds what is whole.
  static bool is_solution(const Block& block, CbcAnswer& answer);
  void add(Block& block, std::vector<double> columns) const;
  [[nodiscard]] double seconds_left() const;

  // What is known at prices, and the best of them.

  [[nodiscard]] double worth(const Choice& choice, const Prices& prices) const;
  [[nodiscard]] std::size_t best_of(const Block& block, const Prices& prices) const;
  /// What a block brings at most falls along a line of prices no faster than between two of them: it is
  /// convex.
  [[nodiscard]] double at_most(const Block& block, const Prices& prices) const;
  [[nodiscard]] bool is_along_one(const Prices& a, const Prices& b) const;
  [[nodiscard]] double bound_at(const Prices& prices) const;
  /// The bound that known choices make, and what is left of each shared row at it.
  double known_bound(const Prices& prices, std::vector<double>& left) const;
  /// Beyond these, nothing known is worth what it takes.
  [[nodiscard]] Prices most_prices() const;
  /// The prices at which known choices bound least.
  [[nodiscard]] Prices best_prices() const;
  [[nodiscard]] Prices by_halving() const;
  /// Shor's: each halves the one before by a slope, and holds the best in what is left.
  [[nodiscard]] Prices by_ellipsoids() const;

  // Choices that hold together.

  [[nodiscard]] std::vector<double> room(const Selection& selection) const;
  [[nodiscard]] bool fits(const std::vector<double>& left) const;
  [[nodiscard]] Selection at(const Prices& prices) const;
  /// Known choices that hold together, near the best at these prices: a little dearer, then filled up.
  [[nodiscard]] Selection selected(const Prices& prices) const;
  /// Takes other choices that bring more and fit, the one that brings most first.
  void fill(Selection& selection) const;
};

} // namespace deploy_plan::analysis

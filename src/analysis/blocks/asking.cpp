#include "analysis/blocks/search.hpp"
#include "analysis/solver/clp.hpp"
#include <algorithm>
#include <cmath>
#include <cstring>

namespace deploy_plan::analysis {
namespace {

/// A few settings are asked in turn: an abort in one of them is met with the next.
constexpr CbcSetting block_by_branching[] = {
    {"timeMode", "elapsed"}, {"preprocess", "off"}, {"cuts", "off"}, {"heuristics", "off"}};
constexpr CbcSetting block_without_presolve[] = {
    {"timeMode", "elapsed"}, {"preprocess", "off"}, {"presolve", "off"}};
constexpr std::span<const CbcSetting> ways_of_blocks[] = {block_by_branching, block_without_presolve};

constexpr std::size_t memory_of_blocks = std::size_t{1} << 30U;
constexpr int most_nodes_of_block = 3000;
} // namespace

bool BlockSearch::begin() {
  prices_.assign(all_.shared_.size(), 0);
  std::vector<std::size_t> without;
  bool is_new = false;
  for (std::size_t i = 0; i < all_.blocks_.size(); ++i) {
    Block& block = all_.blocks_[i];
    is_new |= block.choices.empty();
    if (!block.choices.empty())
      continue;
    std::vector<double> columns = nothing(block.program);
    if (holds(block.program, columns))
      add(block, std::move(columns));
    else
      without.push_back(i);
  }
  if (!without.empty() && !ask_least(without))
    return false;
  if (is_new)
    prices_ = prices_of_whole();
  else
    prices_ = best_prices();
  return true;
}

Blocks::Prices BlockSearch::prices_of_whole() {
  Prices prices(all_.shared_.size(), 0);
  if (scarce_.empty())
    return prices;
  Program program = all_.program_;
  for (Column& column : program.columns) {
    column.whole = false;
    column.cost *= all_.sign_;
  }
  program.maximise = true;
  std::vector<int> used; // a column that is what a row uses: its reduced cost is the row's price
  for (const std::size_t i : scarce_) {
    const auto& shared = all_.shared_[i];
    Row& row = program.rows[static_cast<std::size_t>(shared.row)];
    for (Term& term : row.terms)
      term.factor *= shared.sign;
    row.low = row.high = 0;
    used.push_back(program.add(Column{"used", -unbounded, shared.limit, 0, false}));
    row.terms.push_back({used.back(), -1});
  }
  for (const auto& settings : ways_of_blocks) {
    const OwnProcess process = in_own_process(
        [&] {
          return packed(ask_cbc(program, {seconds_left(), 1e-9, 0, settings}));
        },
        limits_.until, memory_of_blocks);
    if (process.ending != Ending::finished)
      continue;
    const CbcAnswer answer = unpacked(process.answer);
    if (answer.reduced.empty())
      continue;
    for (std::size_t i = 0; i < used.size(); ++i)
      prices[scarce_[i]] = std::abs(answer.reduced[static_cast<std::size_t>(used[i])]);
    return prices;
  }
  return prices;
}

bool BlockSearch::ask_least(const std::vector<std::size_t>& places) {
  Prices each(all_.shared_.size(), 0);
  for (const std::size_t i : scarce_)
    each[i] = 1 / std::max(1.0, std::abs(all_.shared_[i].limit));
  return ask(places, each, 0);
}

bool BlockSearch::price_where_unsure(const Prices& prices) {
  const double open = std::max(limits_.gap, 1e-7) / 3 * size_of_value();
  std::vector<std::pair<double, std::size_t>> unsure;
  double all = 0;
  for (std::size_t i = 0; i < all_.blocks_.size(); ++i) {
    const Block& block = all_.blocks_[i];
    const double most = at_most(block, prices);
    const double here = most - worth(block.choices[best_of(block, prices)], prices);
    unsure.emplace_back(here, i);
    all += here;
  }
  if (all <= open)
    return true;
  std::stable_sort(unsure.begin(), unsure.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> places;
  double left = 0; // summed from the surest one on
  for (auto one = unsure.rbegin(); one != unsure.rend(); ++one)
    if (left + one->first > open)
      places.push_back(one->second);
    else
      left += one->first;
  std::sort(places.begin(), places.end());
  return ask(places, prices, 1);
}

Program BlockSearch::priced(const Block& block, const Prices& prices, double brings, double& unit) const {
  Program program = block.program;
  for (Column& column : program.columns)
    column.cost *= brings;
  for (const std::size_t i : scarce_)
    if (prices[i] != 0)
      for (const Term& term : block.shared[i])
        program.columns[static_cast<std::size_t>(term.column)].cost -= prices[i] * term.factor;
  double largest = 0;
  for (const Column& column : program.columns)
    largest = std::max(largest, std::abs(column.cost));
  unit = largest > 0 ? 100 / largest : 1; // tolerances are for costs of that size
  for (Column& column : program.columns)
    column.cost *= unit;
  return program;
}

CbcAnswer BlockSearch::answer_of(const Program& program, double known,
                                 std::span<const CbcSetting> settings) const {
  constexpr int most_nodes = 400;
  const bool is_first_way = settings.data() == ways_of_blocks[0].data();
  if (is_first_way && is_clp_there()) {
    const double gap = known > -unbounded ? block_gap() * std::abs(known) + 1e-7 : 1e-7;
    Branched branched = branch_with_clp(program, {known, gap, most_nodes});
    if (branched.is_whole)
      return {CbcAnswer::Kind::proven, branched.at_most, std::move(branched.columns), {}};
  }
  return ask_cbc(program, {seconds_left(), block_gap(), most_nodes_of_block, settings});
}

bool BlockSearch::ask(const std::vector<std::size_t>& places, const Prices& prices, double brings) {
  std::vector<double> units(places.size(), 1);
  std::vector<double> knowns(places.size(), -unbounded);
  std::vector<Program> programs;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Block& block = all_.blocks_[places[i]];
    programs.push_back(priced(block, prices, brings, units[i]));
    if (brings != 0 && !block.choices.empty())
      knowns[i] = units[i] * worth(block.choices[best_of(block, prices)], prices);
  }
  (void)is_clp_there(); // opened before there is a process to open it in
  for (const auto& settings : ways_of_blocks) {
    const OwnProcess process = in_own_process(
        [&] {
          std::string all;
          for (std::size_t i = 0; i < programs.size(); ++i) {
            const std::string one = packed(answer_of(programs[i], knowns[i], settings));
            const std::size_t size = one.size();
            all.append(reinterpret_cast<const char*>(&size), sizeof size);
            all += one;
          }
          return all;
        },
        limits_.until, memory_of_blocks);
    if (process.ending == Ending::out_of_time || process.ending == Ending::not_begun)
      return false;
    if (process.ending == Ending::finished && read(process.answer, places, programs, units, prices, brings))
      return true;
  }
  return false;
}

bool BlockSearch::read(std::string_view bytes, const std::vector<std::size_t>& places,
                       const std::vector<Program>& programs, const std::vector<double>& units,
                       const Prices& prices, double brings) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::size_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    CbcAnswer answer = unpacked(bytes.substr(sizeof size, size));
    bytes.remove_prefix(sizeof size + size);
    Block& block = all_.blocks_[places[i]];
    const double known =
        block.choices.empty() ? -unbounded : worth(block.choices[best_of(block, prices)], prices);
    double most = answer.best_possible / units[i];
    if (!answer.columns.empty() || answer.kind != CbcAnswer::Kind::proven || known == -unbounded) {
      if (!is_solution(block, answer))
        return false;
      const double value = value_of(programs[i], answer.columns) / units[i];
      most = std::max(value, most);
      if (answer.kind == CbcAnswer::Kind::proven)
        most = std::min(most, value + (1.01 * block_gap() * std::abs(value) + 1e-7));
      add(block, std::move(answer.columns));
    }
    if (brings == 0)
      continue;
    // What is known already must not be better than what is called the best.
    if (known > most + 1e-6 * std::max(std::abs(most), std::abs(known)) + 1e-7)
      return false;
    block.priced.push_back({prices, std::max(most, known)});
  }
  return true;
}

bool BlockSearch::is_solution(const Block& block, CbcAnswer& answer) {
  using Kind = CbcAnswer::Kind;
  if ((answer.kind != Kind::proven && answer.kind != Kind::solution) ||
      answer.columns.size() != block.columns.size())
    return false;
  round_whole(block.program, answer.columns);
  return holds(block.program, answer.columns);
}

void BlockSearch::add(Block& block, std::vector<double> columns) const {
  Choice choice;
  choice.brings = value_of(block.program, columns);
  for (const auto& terms : block.shared)
    choice.takes.push_back(value_of(terms, columns));
  choice.columns = std::move(columns);
  for (const Choice& known : block.choices)
    if (known.brings == choice.brings && known.takes == choice.takes)
      return;
  block.choices.push_back(std::move(choice));
}

double BlockSearch::seconds_left() const {
  const std::chrono::duration<double> left = limits_.until - std::chrono::steady_clock::now();
  return std::clamp(0.85 * left.count(), 1e-3, 1e6);
}

} // namespace deploy_plan::analysis

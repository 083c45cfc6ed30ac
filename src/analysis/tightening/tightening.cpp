#include "analysis/tightening/tightening.hpp"
#include <algorithm>
#include <bitset>
#include <cmath>

#include <numeric>

namespace deploy_plan::analysis {
namespace {

constexpr double tolerance = 1e-9; ///< of what is taken for whole

Column& column_of(Program& program, const Term& term) {
  return program.columns[static_cast<std::size_t>(term.column)];
}

/// Of a row that is at most something, with nothing that could lower it: each term alone is at most that.
void bound_columns(Program& program, const Row& row) {
  if (row.high == unbounded || !std::all_of(row.terms.begin(), row.terms.end(), [&](const Term& term) {
        return term.factor > 0 && column_of(program, term).low >= 0;
      }))
    return;
  for (const Term& term : row.terms) {
    Column& column = column_of(program, term);
    if (!column.whole || row.high < 0)
      continue;
    const double most = std::floor(row.high / term.factor * (1 + tolerance) + tolerance);
    column.high = std::max(column.low, std::min(column.high, most));
  }
}

/// A step of which all factors are multiples; nothing where there is none to speak of.
std::optional<double> step_of(const Row& row) {
  constexpr double finest = 1000; // of one unit
  std::int64_t step = 0;
  for (const Term& term : row.terms) {
    const double scaled = term.factor * finest;
    if (std::abs(scaled - std::round(scaled)) > 1e-7 || scaled > 1e12)
      return std::nullopt;
    step = std::gcd(step, std::llround(scaled));
  }
  return step > 0 ? std::optional(static_cast<double>(step) / finest) : std::nullopt;
}

/// The most that whole columns, in so many steps each, can come to within a limit.
std::size_t most_within(const Program& program, const Row& row, double step, std::size_t limit) {
  constexpr std::size_t most_steps = 4096;
  if (limit >= most_steps)
    return limit;
  std::bitset<most_steps> sums;
  sums.set(0);
  for (const Term& term : row.terms) {
    const auto steps = static_cast<std::size_t>(std::llround(term.factor / step));
    const double high = program.columns[static_cast<std::size_t>(term.column)].high;
    const auto times = static_cast<std::size_t>(
        std::min(high, static_cast<double>(limit / std::max<std::size_t>(1, steps))));
    for (std::size_t time = 0; time < times; ++time) {
      const auto more = sums | (sums << steps);
      if (more == sums)
        break;
      sums = more;
    }
  }
  while (limit > 0 && !sums[limit])
    --limit;
  return limit;
}

void bring_down(const Program& program, Row& row) {
  const bool is_sum = row.high != unbounded && row.high > 0 && row.terms.size() > 1 &&
                      std::all_of(row.terms.begin(), row.terms.end(), [&](const Term& term) {
                        const Column& column = program.columns[static_cast<std::size_t>(term.column)];
                        return term.factor > 0 && column.whole && column.low >= 0;
                      });
  const auto step = is_sum ? step_of(row) : std::nullopt;
  if (!step || row.high / *step > 1e12)
    return;
  const auto limit = static_cast<std::size_t>(std::floor(row.high / *step + 1e-6));
  const double most = static_cast<double>(most_within(program, row, *step, limit)) * *step;
  if (most < row.high && most >= row.low)
    row.high = most;
}

/// Of a row that lets through nothing unless one of its switches is on, each as much as there is: no more
/// than there can be.
void bring_switches_down(Program& program, Row& row) {
  if (row.high != 0 || row.low != -unbounded)
    return;
  double most = 0;
  for (const Term& term : row.terms)
    if (term.factor > 0)
      most += term.factor * column_of(program, term).high;
    else if (const Column& column = column_of(program, term);
             !(column.whole || column.implied) || column.low < 0)
      return;
  if (!(most < unbounded) || most <= 0)
    return;
  for (Term& term : row.terms)
    if (term.factor < -most && column_of(program, term).high >= 1)
      term.factor = -most;
}

/// What fits within a sum of whole columns: so many of each kind, a kind being those that weigh the same.
class Fitting {
public:
  Fitting(const Program& program, const Row& row) : limit_(row.high + tolerance * std::max(1.0, row.high)) {
    for (const Term& term : row.terms) {
      const Column& column = program.columns[static_cast<std::size_t>(term.column)];
      if (!column.whole) // setting up: what is left for runs is no more than all
        continue;
      const auto known = std::find_if(kinds_.begin(), kinds_.end(),
                                      [&](const Kind& kind) { return kind.weight == term.factor; });
      Kind& kind = known == kinds_.end() ? kinds_.emplace_back(Kind{term.factor, 0, {}}) : *known;
      kind.most += column.high;
      kind.columns.push_back(term.column);
    }
    std::sort(kinds_.begin(), kinds_.end(), [](const Kind& a, const Kind& b) { return a.weight > b.weight; });
  }

  struct Kind {
    double weight;
    double most;
    std::vector<int> columns;
  };
  [[nodiscard]] const std::vector<Kind>& kinds() const { return kinds_; }
  /// Combinations to which nothing can be added; none where there are more than can be told, or all fits.
  [[nodiscard]] std::vector<std::vector<double>> combinations() {
    double all = 0;
    for (const Kind& kind : kinds_)
      all += kind.weight * kind.most;
    if (!(all > limit_) || kinds_.empty() || limit_ / kinds_.back().weight > most_of_a_kind)
      return {};
    chosen_.assign(kinds_.size(), 0);
    add(0, limit_);
    return is_told_ ? std::move(found_) : std::vector<std::vector<double>>();
  }

private:
  static constexpr std::size_t most_combinations = 60;
  static constexpr double most_of_a_kind = 40;
  const double limit_;
  std::vector<Kind> kinds_; ///< the heaviest first
  std::vector<double> chosen_;
  std::vector<std::vector<double>> found_;
  bool is_told_ = true;

  void add(std::size_t kind, double left) {
    if (!is_told_)
      return;
    if (kind == kinds_.size()) {
      for (std::size_t i = 0; i < kinds_.size(); ++i)
        if (chosen_[i] < kinds_[i].most && kinds_[i].weight <= left)
          return;
      found_.push_back(chosen_);
      is_told_ = found_.size() <= most_combinations;
      return;
    }
    const double most = std::min(kinds_[kind].most, std::floor(left / kinds_[kind].weight));
    for (double count = most; count >= 0; --count) {
      chosen_[kind] = count;
      add(kind + 1, left - count * kinds_[kind].weight);
    }
    chosen_[kind] = 0;
  }
};

bool is_sum_of_runs(const Program& program, const Row& row) {
  return row.high != unbounded && row.high >= 0 && row.terms.size() > 1 &&
         std::all_of(row.terms.begin(), row.terms.end(), [&](const Term& term) {
           const Column& column = program.columns[static_cast<std::size_t>(term.column)];
           return term.factor > 0 && column.low >= 0 && (!column.whole || column.high < unbounded);
         });
}

/// Rows, and what each of them can hold: so many of each kind.
struct Mix {
  std::vector<Fitting::Kind> kinds; ///< the heaviest first
  std::vector<std::vector<double>> combinations;
};

std::optional<Mix> mix_of(const Program& program, const Row& row) {
  if (!is_sum_of_runs(program, row))
    return std::nullopt;
  Fitting fitting(program, row);
  auto combinations = fitting.combinations();
  if (combinations.empty())
    return std::nullopt;
  return Mix{fitting.kinds(), std::move(combinations)};
}

void add(Program& program, const Mix& mix, const std::string& name) {
  Row all{name, -unbounded, 1, {}};
  std::vector<Row> kinds;
  for (const Fitting::Kind& kind : mix.kinds) {
    Row row{name + "_" + std::to_string(kinds.size() + 1), -unbounded, 0, {}};
    for (const int column : kind.columns)
      row.terms.push_back({column, 1});
    kinds.push_back(std::move(row));
  }
  for (const auto& combination : mix.combinations) {
    const int column =
        program.add(Column{name + "_of_" + std::to_string(all.terms.size() + 1), 0, 1, 0, false});
    all.terms.push_back({column, 1});
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (combination[i] > 0)
        kinds[i].terms.push_back({column, -combination[i]});
  }
  program.add(std::move(all));
  for (Row& row : kinds)
    program.add(std::move(row));
}
constexpr std::size_t most_columns_to_mix = 20000;
} // namespace

Program tightened(Program program) {
  for (const Row& row : program.rows)
    bound_columns(program, row);
  for (Row& row : program.rows) {
    bring_down(program, row);
    bring_switches_down(program, row);
  }
  const std::size_t rows = program.rows.size();
  for (std::size_t place = 0; place < rows && program.columns.size() < most_columns_to_mix; ++place)
    if (const auto mix = mix_of(program, program.rows[place]))
      add(program, *mix, "mix_" + std::to_string(place + 1));
  return program;
}

} // namespace deploy_plan::analysis

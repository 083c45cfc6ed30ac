// Programs for other solvers: free MPS, and the CPLEX LP format.
#include "analysis/solver/solver.hpp"
#include <cmath>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace deploy_plan::analysis {
namespace {

/// Letters, digits, underscores and dots, not too many of them.
std::string plain(const std::string& name) {
  std::string result;
  for (const char c : name) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    result += kept ? c : '_';
  }
  return result.substr(0, 100);
}

/// Names that both formats take, each of one thing: ids that are long or hold signs may come out the same.
class Names {
public:
  explicit Names(const Program& program) {
    for (const Column& column : program.columns)
      columns_.push_back(unique(plain(column.name)));
    for (const Row& row : program.rows)
      rows_.push_back(unique(plain(row.name)));
  }
  [[nodiscard]] const std::string& of_column(std::size_t place) const { return columns_[place]; }
  [[nodiscard]] const std::string& of_column(const Term& term) const {
    return columns_[static_cast<std::size_t>(term.column)];
  }
  /// A row with two ends is two rows.
  [[nodiscard]] std::string of_row(const Program& program, std::size_t place, char sense) const {
    return rows_[place] + (sense == 'G' && std::isfinite(program.rows[place].high) ? "_low" : "");
  }

private:
  std::vector<std::string> columns_, rows_;
  std::unordered_set<std::string> taken_{"value", "value_low"};
  std::unordered_map<std::string, std::size_t> repeated_;

  std::string unique(const std::string& name) {
    std::string tried = name;
    while (taken_.contains(tried) || taken_.contains(tried + "_low"))
      tried = fmt::format("{}_{}", name, ++repeated_.try_emplace(name, 1).first->second);
    taken_.insert(tried);
    taken_.insert(tried + "_low");
    return tried;
  }
};

std::string number(double value) { return fmt::format("{}", value == 0 ? 0.0 : value); }

std::string sum(const Names& names, const std::vector<Term>& terms) {
  std::string all;
  for (const Term& term : terms)
    all += fmt::format(" {} {} {}\n", term.factor < 0 ? "-" : "+", number(std::abs(term.factor)),
                       names.of_column(term));
  return all.empty() ? " 0 " + names.of_column(0) + "\n" : all;
}

std::vector<Term> objective(const Program& program) {
  std::vector<Term> terms;
  for (std::size_t i = 0; i < program.columns.size(); ++i)
    if (program.columns[i].cost != 0)
      terms.push_back({static_cast<int>(i), program.columns[i].cost});
  return terms;
}

struct Comparison {
  char mps;
  const char* lp;
  double right;
};
/// A row as comparisons: one, or two for a range.
std::vector<Comparison> comparisons(const Row& row) {
  if (row.low == row.high)
    return {{'E', "=", row.low}};
  std::vector<Comparison> all;
  if (std::isfinite(row.high))
    all.push_back({'L', "<=", row.high});
  if (std::isfinite(row.low))
    all.push_back({'G', ">=", row.low});
  return all;
}
} // namespace

std::string as_lp(const Program& program) {
  const Names names(program);
  std::string text = program.maximise ? "Maximize\n" : "Minimize\n";
  text += " value:\n" + sum(names, objective(program)) + "Subject To\n";
  for (std::size_t i = 0; i < program.rows.size(); ++i)
    for (const Comparison& one : comparisons(program.rows[i]))
      if (const auto& terms = program.rows[i].terms; !terms.empty())
        text += fmt::format(" {}:\n{} {} {}\n", names.of_row(program, i, one.mps), sum(names, terms), one.lp,
                            number(one.right));
  text += "Bounds\n";
  for (std::size_t i = 0; i < program.columns.size(); ++i) {
    const Column& column = program.columns[i];
    text += fmt::format(" {} <= {} <= {}\n", std::isfinite(column.low) ? number(column.low) : "-inf",
                        names.of_column(i), std::isfinite(column.high) ? number(column.high) : "+inf");
  }
  text += "Generals\n";
  for (std::size_t i = 0; i < program.columns.size(); ++i)
    if (program.columns[i].whole)
      text += " " + names.of_column(i) + "\n";
  return text + "End\n";
}

std::string as_mps(const Program& program) {
  const Names names(program);
  // MPS minimises: a value to be greatest has its signs turned.
  const double sign = program.maximise ? -1 : 1;
  std::string text = fmt::format("* {} the value of a plan\nNAME plan\nROWS\n N value\n",
                                 program.maximise ? "minus" : "the cost, for");
  std::vector<std::vector<std::pair<std::string, double>>> entries(program.columns.size());
  std::string right;
  for (std::size_t i = 0; i < program.rows.size(); ++i)
    for (const Comparison& one : comparisons(program.rows[i])) {
      const std::string name = names.of_row(program, i, one.mps);
      text += fmt::format(" {} {}\n", one.mps, name);
      for (const Term& term : program.rows[i].terms)
        entries[static_cast<std::size_t>(term.column)].emplace_back(name, term.factor);
      if (one.right != 0)
        right += fmt::format(" right {} {}\n", name, number(one.right));
    }
  text += "COLUMNS\n";
  bool whole = false;
  const auto mark = [&](bool begins) {
    text += fmt::format(" mark 'MARKER' '{}'\n", begins ? "INTORG" : "INTEND");
    whole = begins;
  };
  for (std::size_t i = 0; i < program.columns.size(); ++i) {
    const Column& column = program.columns[i];
    if (column.whole != whole)
      mark(column.whole);
    const std::string& name = names.of_column(i);
    text += fmt::format(" {} value {}\n", name, number(sign * column.cost));
    for (const auto& [row, factor] : entries[i])
      text += fmt::format(" {} {} {}\n", name, row, number(factor));
  }
  if (whole)
    mark(false);
  text += "RHS\n" + right + "BOUNDS\n";
  for (std::size_t i = 0; i < program.columns.size(); ++i) {
    const Column& column = program.columns[i];
    const std::string& name = names.of_column(i);
    if (std::isfinite(column.low))
      text += fmt::format(" LO bound {} {}\n", name, number(column.low));
    else
      text += fmt::format(" MI bound {}\n", name);
    text += std::isfinite(column.high) ? fmt::format(" UP bound {} {}\n", name, number(column.high))
                                       : fmt::format(" PL bound {}\n", name);
  }
  return text + "ENDATA\n";
}

} // namespace deploy_plan::analysis

// Programs for other solvers: free MPS, and the CPLEX LP format.
#include "analysis/solver.hpp"
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::analysis {
namespace {

/// A name that both formats take: letters, digits, underscores and dots, not beginning like a number.
std::string plain(const std::string& name) {
  std::string result;
  for (const char c : name) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    result += kept ? c : '_';
  }
  return result.substr(0, 200);
}

std::string number(double value) { return fmt::format("{}", value == 0 ? 0.0 : value); }

std::string sum(const Program& program, const std::vector<Term>& terms) {
  std::string all;
  for (const Term& term : terms)
    all += fmt::format(" {} {} {}\n", term.factor < 0 ? "-" : "+", number(std::abs(term.factor)),
                       plain(program.columns[static_cast<std::size_t>(term.column)].name));
  return all.empty() ? " 0 " + plain(program.columns.front().name) + "\n" : all;
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
  std::string text = program.maximise ? "Maximize\n" : "Minimize\n";
  text += " value:\n" + sum(program, objective(program)) + "Subject To\n";
  for (const Row& row : program.rows)
    for (const Comparison& one : comparisons(row))
      if (!row.terms.empty())
        text += fmt::format(" {}{}:\n{} {} {}\n", plain(row.name),
                            one.mps == 'G' && std::isfinite(row.high) ? "_low" : "", sum(program, row.terms),
                            one.lp, number(one.right));
  text += "Bounds\n";
  for (const Column& column : program.columns)
    text += fmt::format(" {} <= {} <= {}\n", std::isfinite(column.low) ? number(column.low) : "-inf",
                        plain(column.name), std::isfinite(column.high) ? number(column.high) : "+inf");
  text += "Generals\n";
  for (const Column& column : program.columns)
    if (column.whole)
      text += " " + plain(column.name) + "\n";
  return text + "End\n";
}

std::string as_mps(const Program& program) {
  // MPS minimises: a value to be greatest has its signs turned.
  const double sign = program.maximise ? -1 : 1;
  std::string text = fmt::format("* {} the value of a plan\nNAME plan\nROWS\n N value\n",
                                 program.maximise ? "minus" : "the cost, for");
  std::vector<std::vector<std::pair<std::string, double>>> entries(program.columns.size());
  std::string right;
  for (const Row& row : program.rows)
    for (const Comparison& one : comparisons(row)) {
      const std::string name = plain(row.name) + (one.mps == 'G' && std::isfinite(row.high) ? "_low" : "");
      text += fmt::format(" {} {}\n", one.mps, name);
      for (const Term& term : row.terms)
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
    const std::string name = plain(column.name);
    text += fmt::format(" {} value {}\n", name, number(sign * column.cost));
    for (const auto& [row, factor] : entries[i])
      text += fmt::format(" {} {} {}\n", name, row, number(factor));
  }
  if (whole)
    mark(false);
  text += "RHS\n" + right + "BOUNDS\n";
  for (const Column& column : program.columns) {
    const std::string name = plain(column.name);
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

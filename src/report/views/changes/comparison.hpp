// Scenarios side by side: their figures, what differs, and which is best.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/scenario.hpp"
#include "report/csv.hpp"
#include "report/figures.hpp"

namespace deploy_plan::report {

struct ComparedScenario {
  std::string id;
  std::string name; ///< for people; may be empty
  std::vector<AppliedChange> changes;
  Figures figures;
};
/// A scenario that gives no figure to trust.
struct UnsoundScenario {
  std::string id;
  std::string name;
  CheckedFile checked;
};

struct Comparison {
  Date as_of{};
  std::string strategy;
  FigureTerms terms;
  std::vector<ComparedScenario> scenarios; ///< the first is what the others are compared with
  std::vector<UnsoundScenario> unsound;
};

/// The paths of which two scenarios at least have different figures, in the order of the answers.
[[nodiscard]] std::vector<std::string> differing(std::span<const ComparedScenario> scenarios);
/// Every path that a scenario has a figure for, in the order of the answers.
[[nodiscard]] std::vector<std::string> all_paths(std::span<const ComparedScenario> scenarios);

/// `rows` are paths.
[[nodiscard]] Document comparison_document(const Comparison& comparison, std::span<const std::string> rows);
[[nodiscard]] nlohmann::ordered_json comparison_json(const Comparison& comparison,
                                                     std::span<const std::string> rows);
/// A row a path, a column a scenario.
[[nodiscard]] std::string comparison_csv(const Comparison& comparison, std::span<const std::string> rows,
                                         bool french_dialect);

[[nodiscard]] std::string csv_cell(const CsvDialect& dialect, const FigureValue* value);
/// One scenario as JSON, with the figures of some paths.
[[nodiscard]] nlohmann::ordered_json scenario_json(const ComparedScenario& scenario,
                                                   std::span<const std::string> rows);
/// A figure as a cell, and how it differs from what it is compared with.
[[nodiscard]] Cell figure_value_cell(std::string_view path, const FigureValue* value,
                                     const FigureTerms& terms);
[[nodiscard]] std::optional<Phrase> change_phrase(std::string_view path, const FigureValue* from,
                                                  const FigureValue* to, const FigureTerms& terms);

} // namespace deploy_plan::report

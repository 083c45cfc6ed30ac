// The queries that a strategy names, and where their figures go.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan::measuring {

/// One query, beside what it measures. Pointers live as long as the strategy.
struct NamedQuery {
  std::string path; ///< "objectives.accounts", "market.segments.rural.penetrated", "actions.webinars"
  std::string french_path;
  Words name;
  const Query* query = nullptr;
  const Series* observations = nullptr; ///< nullptr, or without a file, where nothing says where figures go
  std::optional<std::int64_t> every_days;
  std::string segment;  ///< of what is measured; empty for the whole
  std::string id;       ///< names its rows where the file names no metric
  bool is_rate = false; ///< its figures lie between 0 and 1
  bool is_size = false; ///< they are numbers of beneficiaries
};
/// In the order of the file.
[[nodiscard]] std::vector<NamedQuery> queries_of(const Strategy& strategy);
/// Whether words name it: its path in either language, or what its path ends with.
[[nodiscard]] bool is_called(const NamedQuery& query, std::string_view words);

} // namespace deploy_plan::measuring

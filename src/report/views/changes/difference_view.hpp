// Two versions of a strategy: what changed, in words, and what that does to the figures.
#pragma once
#include "deploy_plan/difference.hpp"
#include "deploy_plan/document.hpp"
#include "report/figures.hpp"

namespace deploy_plan::report {

/// One side of a comparison of versions.
struct VersionSide {
  std::string file;
  std::string strategy; ///< its name
  FigureTerms terms;
  bool sound = true; ///< else it has no figures to trust
  Figures figures;
  Date as_of{}; ///< the day of the figures
};

struct VersionComparison {
  VersionSide from, to;
  std::vector<Difference> differences;
};

[[nodiscard]] Document difference_document(const VersionComparison& versions);
[[nodiscard]] nlohmann::ordered_json difference_json(const VersionComparison& versions);
/// A row a change: path, from, to.
[[nodiscard]] std::string difference_csv(const VersionComparison& versions, bool french_dialect);
/// What gates are evaluated on: "market.share.target.change", and the same under "gap".
[[nodiscard]] nlohmann::ordered_json difference_gates(const VersionComparison& versions);

/// One version by itself, a line a value: what a line-based diff can compare.
[[nodiscard]] Document version_document(const std::string& name, const FigureTerms& terms,
                                        std::span<const Difference> everything);

} // namespace deploy_plan::report

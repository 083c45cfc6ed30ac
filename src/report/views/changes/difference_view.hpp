// Two versions of a strategy: what changed, in words, and what that does to the figures.
#pragma once
#include "answers/versions.hpp"
#include "deploy_plan/document.hpp"
#include "report/views/changes/figure_rows.hpp"

namespace deploy_plan::report {

[[nodiscard]] Document difference_document(const answers::VersionComparison& versions,
                                           const ChangesView& view);
[[nodiscard]] std::string difference_json(const answers::VersionComparison& versions);
/// A row a change: path, from, to.
[[nodiscard]] std::string difference_csv(const answers::VersionComparison& versions, bool french_dialect);

/// One version by itself, a line a value: what a line-based diff can compare.
[[nodiscard]] Document version_document(const std::string& name, const answers::ToldNumbers& numbers,
                                        std::span<const Difference> everything);

} // namespace deploy_plan::report

// Two versions of a strategy: what changed, and what that does to the figures.
#pragma once
#include "answers/comparison.hpp"

namespace deploy_plan::answers {

/// One side of a comparison of versions.
struct VersionSide {
  std::string file;
  std::string strategy = {}; ///< its name
  ToldNumbers numbers = {};
  bool sound = true; ///< else it has no figures to trust
  std::shared_ptr<const StrategyAnswers> answers = {};
  Figures figures = {};
  Date as_of{}; ///< the day of the figures
};
struct VersionComparison {
  VersionSide from, to;
  std::vector<Difference> differences;
};

/// The two sides as scenarios: the older, then the newer.
[[nodiscard]] std::array<ComparedScenario, 2> sides_of(const VersionComparison& versions);

struct FigureDifference {
  Row row;
  const Value* from = nullptr; ///< nullptr where it is not known
  const Value* to = nullptr;
  [[nodiscard]] Change change() const { return change_of(from, to); }
};
/// Those that differ, in the order of the answers; none where a version has errors.
[[nodiscard]] std::vector<FigureDifference> figure_differences(const VersionComparison& versions);

/// "gap.market.share.target.change", "changes": paths of gates. The name of gap may be left out. Both
/// versions have answers.
[[nodiscard]] Lookup look_up(const VersionComparison& versions, std::string_view path);
/// What a figure was, is, and by how much it changed: ".from", ".to", ".change" and ".relative_change".
[[nodiscard]] Lookup look_up_change(const StrategyAnswers& from, const StrategyAnswers& to,
                                    std::string_view path);

/// As they are written.
struct ToldVersion {
  std::string file, strategy;
  Date as_of{};
  bool sound = true;
};
struct ToldChange {
  std::string path;
  Verbatim from, to;
  std::int64_t step = 0;
  std::string words;
};
struct ToldFigureChange {
  Value from, to;
  std::optional<double> change, relative_change;
};
struct ToldVersions {
  Date as_of{};
  ToldVersion from, to;
  std::vector<ToldChange> changes;
  Map<ToldFigureChange> figures; ///< by paths
};
[[nodiscard]] ToldVersions told(const VersionComparison& versions);
template <>
const Record& description<ToldVersions>();

} // namespace deploy_plan::answers

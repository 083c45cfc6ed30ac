// The figures of a strategy, by the paths that comparisons, sweeps and gates use.
#pragma once
#include "deploy_plan/strategy.hpp"
#include "report/answer_paths.hpp"
#include <optional>
#include <set>
#include <span>
#include <variant>

namespace deploy_plan::report {

/// A number, a day, or a word such as a status.
using FigureValue = std::variant<double, Date, std::string>;
struct Figure {
  std::string path; ///< "gap.market.share.target"
  FigureValue value;
};

/// The figures of a strategy, in the order of the answers that they come from.
class Figures {
public:
  Figures() = default;
  explicit Figures(std::vector<Figure> all);

  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.end(); }
  /// Why some are not there, that would be on another machine.
  std::optional<Text> missing;
  /// nullptr where there is no such figure.
  [[nodiscard]] const FigureValue* find(std::string_view path) const;

private:
  std::vector<Figure> all_;
  std::vector<std::uint32_t>
      by_path_; ///< places, in the order of the paths: a market may have thousands of segments
};

/// What it takes to say figures of a strategy: they are told by their paths alone.
struct FigureTerms {
  std::string currency;
  std::set<std::string, std::less<>> rates; ///< ids of the objectives whose figures are shares
  bool plan_is_rate = false;                ///< the plan is for one of them

  [[nodiscard]] FigureKind kind_of(std::string_view path) const;
};
[[nodiscard]] FigureTerms terms_of(const Strategy& strategy);

/// Plans are solved and forecasts simulated, which takes a thousand times longer than the rest.
enum class Analyses { quick, all };
/// Whether a figure is of an analysis that takes long, its path in either language.
[[nodiscard]] bool takes_long(std::string_view path);
/// Those analyses, as paths begin: "plan".
[[nodiscard]] std::vector<std::string> long_analyses();
/// What is known of a strategy on a day.
[[nodiscard]] Figures figures(const Strategy& strategy, Date day, Analyses wanted);

/// Which way a figure is better: 1 more, -1 less (or sooner), 0 where that depends.
[[nodiscard]] int better_direction(std::string_view path);

/// A figure that was, and one that is: the difference in its own unit, and as a share of what was; nothing
/// for words, and for what is not known on both sides.
struct FigureChange {
  std::optional<double> amount; ///< of days: a number of days
  std::optional<double> share;
};
[[nodiscard]] FigureChange change_of(const FigureValue* from, const FigureValue* to);

} // namespace deploy_plan::report

// What a series measures, and what names its rows in the file that `measure` writes.
#pragma once
#include "model/series.hpp"
#include <set>

namespace deploy_plan::model {

/// What a series is of.
struct Measured {
  std::string_view segment;
  Scale scale = Scale::count;
  bool by_query = false;           ///< `measure` writes its file
  std::string_view id = {};        ///< names its rows there, where the strategy names no metric
  std::string_view indicator = {}; ///< names them in a file of PILOTE, likewise
};

[[nodiscard]] Measured measured_by(const Objective& objective, std::string_view segment);
[[nodiscard]] Measured measured_by(const Tier& tier, std::string_view name, std::string_view segment);
[[nodiscard]] Measured measured_by(const Action& action);

/// Rows by their file and their metric.
using NamesOfRows = std::set<std::pair<std::string_view, std::string_view>>;

/// What names the rows of all that has a query; or, `by_metric`, of all that names a metric.
[[nodiscard]] NamesOfRows names_of_rows(const Strategy& strategy, bool by_metric);

} // namespace deploy_plan::model

// What files of PILOTE call segments.
#pragma once
#include "deploy_plan/strategy.hpp"
#include "model/table.hpp"

namespace deploy_plan::model {

class ZoneNames {
public:
  explicit ZoneNames(const Market& market);
  /// Of a segment, in a file of PILOTE its zone, in others its id; of the whole market (an empty segment), in
  /// others nothing.
  [[nodiscard]] std::string_view in(const CsvTable& table, std::string_view segment) const;
  /// Those of several segments, each once.
  [[nodiscard]] std::vector<std::string> in(const CsvTable& table,
                                            std::span<const std::string> segments) const;

private:
  std::map<std::string, std::string, std::less<>> zones_; ///< where they are another than the id
};

} // namespace deploy_plan::model

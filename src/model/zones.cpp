#include "model/zones.hpp"
#include <algorithm>

namespace deploy_plan::model {

ZoneNames::ZoneNames(const Market& market) {
  zones_.emplace("", zone_of(market, ""));
  for (const Segment& segment : market.segments)
    if (!segment.zone.empty())
      zones_.emplace(segment.id, segment.zone);
}

std::string_view ZoneNames::in(const CsvTable& table, std::string_view segment) const {
  if (!table.is_pilote)
    return segment;
  const auto zone = zones_.find(segment);
  return zone == zones_.end() ? segment : std::string_view(zone->second);
}

std::vector<std::string> ZoneNames::in(const CsvTable& table, std::span<const std::string> segments) const {
  std::vector<std::string> names;
  names.reserve(segments.size());
  for (const std::string& segment : segments)
    names.emplace_back(in(table, segment));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

} // namespace deploy_plan::model

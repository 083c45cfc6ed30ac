#include "model/clusters.hpp"
#include "model/series.hpp"
#include "model/table.hpp"

namespace deploy_plan::model {

SeriesFiles::Table SeriesFiles::table(const std::string& path) {
  const std::lock_guard lock(access_);
  if (const auto known = tables_.find(path); known != tables_.end())
    return known->second;
  const auto as_table = [](const std::shared_ptr<const Source>& source) {
    auto table = std::make_shared<CsvTable>();
    table->source = source;
    read_table(*table);
    return std::shared_ptr<const CsvTable>(std::move(table));
  };
  return tables_.emplace(path, read_(path).map(as_table)).first->second;
}

SeriesFiles::TableOfClusters SeriesFiles::clusters(const std::string& path) {
  const std::lock_guard lock(access_);
  if (const auto known = clusters_.find(path); known != clusters_.end())
    return known->second;
  const auto as_table = [](const std::shared_ptr<const Source>& source) {
    auto table = std::make_shared<ClusterTable>();
    table->source = source;
    read_cluster_table(*table);
    return std::shared_ptr<const ClusterTable>(std::move(table));
  };
  return clusters_.emplace(path, read_(path).map(as_table)).first->second;
}

} // namespace deploy_plan::model

#include "model/clusters.hpp"
#include "model/series.hpp"
#include "model/table.hpp"

namespace deploy_plan::model {
namespace {

/// What is known of a path, else what is found out now.
template <class Known, class Find>
Known remembered(std::map<std::string, Known>& all, const std::string& path, const Find& find) {
  const auto known = all.find(path);
  return known != all.end() ? known->second : all.emplace(path, find()).first->second;
}

template <class Table, class Read>
auto as_table(const Read& read) {
  return [read](const std::shared_ptr<const Source>& source) {
    auto table = std::make_shared<Table>();
    table->source = source;
    read(*table);
    return std::shared_ptr<const Table>(std::move(table));
  };
}
} // namespace

SeriesFiles::Table SeriesFiles::table(const std::string& path) {
  const std::lock_guard lock(access_);
  return remembered(tables_, path, [&] { return read_(path).map(as_table<CsvTable>(read_table)); });
}

SeriesFiles::TableOfClusters SeriesFiles::clusters(const std::string& path) {
  const std::lock_guard lock(access_);
  return remembered(clusters_, path,
                    [&] { return read_(path).map(as_table<ClusterTable>(read_cluster_table)); });
}

ReadResult SeriesFiles::text(const std::string& path) {
  const std::lock_guard lock(access_);
  return remembered(texts_, path, [&] { return read_(path); });
}

} // namespace deploy_plan::model

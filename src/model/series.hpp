// Series that stand in CSV files: read, and put where they are referred to.
#pragma once
#include "model/collector.hpp"
#include "model/description.hpp"
#include "source/tree.hpp"
#include <functional>
#include <memory>
#include <mutex>

namespace deploy_plan::model {

struct CsvTable;
struct ClusterTable;

/// The files that one strategy file refers to, each read once however many strategies name it. Safe to
/// share among threads.
class SeriesFiles {
public:
  /// `read` opens a file by the name that the strategy gives it.
  explicit SeriesFiles(std::function<ReadResult(const std::string& path)> read) : read_(std::move(read)) {}
  using Table = tl::expected<std::shared_ptr<const CsvTable>, Text>; ///< or why it could not be read
  [[nodiscard]] Table table(const std::string& path);
  using TableOfClusters = tl::expected<std::shared_ptr<const ClusterTable>, Text>;
  [[nodiscard]] TableOfClusters clusters(const std::string& path);

  /// A file that is no table.
  [[nodiscard]] ReadResult text(const std::string& path);

private:
  std::function<ReadResult(const std::string&)> read_;
  std::mutex access_;
  std::map<std::string, Table> tables_;
  std::map<std::string, TableOfClusters> clusters_;
  std::map<std::string, ReadResult> texts_;
};

/// What names the rows of a series that `measure` writes: its metric, else the id of what it is of.
[[nodiscard]] inline std::string_view rows_name(const Series& series, std::string_view id) {
  return series.metric.empty() ? id : std::string_view(series.metric);
}

/// Fills every series that names a file. The rows become nodes of the tree, placed in the CSV file, so that
/// they are decoded, judged and pointed at like observations written in the strategy. Of figures that were
/// measured again, those hold that were seen last by `as_of`.
void load_series(Strategy& strategy, source::Tree& tree, SeriesFiles& files, Collector& findings, Date as_of);

} // namespace deploy_plan::model

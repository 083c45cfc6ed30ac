// Clusters that stand in CSV files: read, put where they are referred to, and summed.
#pragma once
#include "model/collector.hpp"
#include "model/description.hpp"
#include "model/rows.hpp"
#include "source/tree.hpp"
#include <map>
#include <memory>

namespace deploy_plan::model {

class SeriesFiles;

/// The rows of a CSV file, by arm. Places are those of the file alone.
struct ClusterTable : NamedTable {
  struct Figure {
    Place place;
    std::uint32_t plain = source::bare; ///< in `numbers`, where it is not written as JSON writes it
    bool is_number = false;
  };
  struct Row {
    Place whole;
    Place name; ///< empty where there is no such column
    Figure exposed, converted;
  };
  using Rows = std::vector<Row>;

  std::map<std::string, Rows, std::less<>> arms; ///< an empty name where the file has no such column
  std::vector<std::string> numbers;
  Place name_header, exposed_header, converted_header;
};

/// Fills the table from its source: encoding, separator, order and language of the columns are found out.
void read_cluster_table(ClusterTable& table);

/// Fills the clusters that name a file, whose rows become nodes of the tree like those of series; then what
/// arms and pilots count, which is the sums of their clusters.
void load_clusters(Strategy& strategy, source::Tree& tree, SeriesFiles& files, Collector& findings);

} // namespace deploy_plan::model

// The files beside a strategy that a statement names, for an engine that reads files as tables.
#pragma once
#include "measure/statement.hpp"
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::measuring {

/// A file beside the strategy that stands for a table, under its name without what its format adds to it.
struct DataTable {
  std::string name;
  std::string file;        ///< relative to the folder
  std::string_view reader; ///< the function that reads it: "read_csv"
};

struct NamedData {
  /// What may be opened, as the statement names it: paths and patterns, and each file that a pattern may
  /// find.
  std::vector<std::string> files;
  std::vector<DataTable> tables;
  std::vector<std::string> unclear; ///< files that would stand for one name: "events.csv, events.tsv"
  std::vector<std::string> secret;  ///< files that are named and hold secrets
};

/// Only regular files in the folder that no link leads to: a pipe never ends, and a link may lead anywhere.
/// Hidden files are no data, and may hold secrets (.git, .env).
/// What an engine may read otherwise than as a path below the folder ("~/x", "file://x", "../x") is left out.
/// Where there is doubt a file is left out, which is then not read. So are those that hold secrets: any that
/// is called sources.json, and `secret_files`, by whatever name they are reached.
[[nodiscard]] NamedData named_data(std::string_view sql, const Dialect& dialect,
                                   const std::filesystem::path& folder,
                                   std::span<const std::string> secret_files = {});

} // namespace deploy_plan::measuring

#include "measure/engines/embedded/named_data.hpp"
#include "measure/sql/tokens.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace deploy_plan::measuring {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view pattern_signs = "*?[";
/// Entries of folders that a pattern is held against.
constexpr std::size_t most_entries = 100000;

struct Format {
  std::string_view ending, reader;
};
constexpr Format formats[] = {
    {".csv", "read_csv"},   {".csv.gz", "read_csv"},   {".tsv", "read_csv"},    {".parquet", "read_parquet"},
    {".json", "read_json"}, {".json.gz", "read_json"}, {".jsonl", "read_json"}, {".ndjson", "read_json"}};

/// What stands between quotes, those within it that stand twice made one.
std::string unquoted(std::string_view token) {
  std::string words;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    words += token[i];
    if (token[i] == token.front())
      ++i;
  }
  return words;
}

/// The names in a statement: those of tables in lower case, and what may be paths.
struct Names {
  std::set<std::string> tables, paths;
};
Names names_in(std::string_view sql, const Dialect& dialect) {
  Names names;
  const auto tokens = tokens_of(sql, dialect);
  if (!tokens)
    return names;
  std::size_t begin = 0; // of a path without quotes: events.csv
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const Token& token = (*tokens)[i];
    const std::string_view words = sql.substr(token.begin, token.end - token.begin);
    const bool is_word = token.kind == TokenKind::word;
    if (is_word)
      names.tables.insert(text::fold(words));
    else if (token.kind == TokenKind::name)
      names.tables.insert(text::fold(unquoted(words)));
    if (words.front() == '\'' || words.front() == '"')
      names.paths.insert(unquoted(words));
    if (i == 0 || (*tokens)[i - 1].end != token.begin || !(is_word || words == "."))
      begin = token.begin;
    if (is_word && begin < token.begin)
      names.paths.insert(std::string(sql.substr(begin, token.end - begin)));
  }
  return names;
}

/// What a folder holds without showing it is no data: .git, .env; nor is what lies above.
bool is_hidden(const fs::path& part) { return part.native().starts_with('.') && part != "."; }

/// Whether an engine can take it for nothing but a path below the folder.
bool is_plain(const fs::path& path) {
  const std::string& words = path.native();
  if (words.empty() || !path.is_relative() || words.front() == '~' || words.find(':') != std::string::npos)
    return false;
  return std::none_of(path.begin(), path.end(), is_hidden);
}

bool is_pattern(std::string_view path) { return path.find_first_of(pattern_signs) != std::string_view::npos; }

/// Whether a link stands on the way, as far as there is a way.
bool is_linked(const fs::path& folder, const fs::path& path) {
  fs::path where = folder;
  std::error_code error;
  return std::any_of(path.begin(), path.end(),
                     [&](const fs::path& part) { return fs::is_symlink(where /= part, error); });
}

class Secrets {
public:
  Secrets(const fs::path& folder, std::span<const std::string> files) : folder_(folder), files_(files) {}

  [[nodiscard]] bool hold(const fs::path& file) const {
    if (text::fold(file.filename().string()) == "sources.json")
      return true;
    std::error_code error;
    return std::any_of(files_.begin(), files_.end(), [&](const std::string& secret) {
      return fs::equivalent(folder_ / file, folder_ / secret, error);
    });
  }

private:
  const fs::path& folder_;
  std::span<const std::string> files_;
};

/// The folder that a pattern begins with: "a/b" of "a/b/part-*.csv".
fs::path fixed_part(const std::string& pattern) {
  const std::size_t sign = pattern.find_first_of(pattern_signs);
  const std::size_t slash = pattern.rfind('/', sign);
  return slash == std::string::npos ? fs::path() : fs::path(pattern.substr(0, slash));
}

void add_found(const fs::path& folder, const std::string& pattern, const Secrets& secrets, NamedData& data) {
  const fs::path begin = fixed_part(pattern);
  std::error_code error;
  fs::recursive_directory_iterator entries(folder / begin, fs::directory_options::skip_permission_denied,
                                           error);
  for (std::size_t seen = 0; !error && entries != fs::recursive_directory_iterator() && seen < most_entries;
       ++seen) {
    const fs::path found = begin / entries->path().lexically_relative(folder / begin);
    if (is_hidden(entries->path().filename()))
      entries.disable_recursion_pending();
    else if (is_plain(found) && fs::is_regular_file(entries->symlink_status(error)))
      (secrets.hold(found) ? data.secret : data.files).push_back(found);
    entries.increment(error);
  }
}

const Format* format_of(std::string_view file) {
  const auto found = std::find_if(std::begin(formats), std::end(formats), [&](const Format& format) {
    return file.size() > format.ending.size() && file.ends_with(format.ending);
  });
  return found == std::end(formats) ? nullptr : found;
}

void add_tables(const fs::path& folder, const std::set<std::string>& names, const Secrets& secrets,
                NamedData& data) {
  std::map<std::string, std::vector<DataTable>> by_name;
  std::error_code error;
  for (fs::directory_iterator entries(folder, error); !error && entries != fs::directory_iterator();
       entries.increment(error)) {
    const std::string file = entries->path().filename();
    const Format* const format = format_of(file);
    if (format == nullptr || !fs::is_regular_file(entries->symlink_status()) || !is_plain(file) ||
        is_pattern(file) || secrets.hold(file))
      continue;
    const std::string name = file.substr(0, file.size() - format->ending.size());
    if (names.contains(text::fold(name)))
      by_name[text::fold(name)].push_back({name, file, format->reader});
  }
  for (auto& [folded, tables] : by_name) {
    if (tables.size() == 1) {
      data.tables.push_back(std::move(tables.front()));
      continue;
    }
    std::sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
    std::string files;
    for (const DataTable& table : tables)
      files += (files.empty() ? "" : ", ") + table.file;
    data.unclear.push_back(std::move(files));
  }
}
} // namespace

NamedData named_data(std::string_view sql, const Dialect& dialect, const fs::path& folder,
                     std::span<const std::string> secret_files) {
  const Names names = names_in(sql, dialect);
  const Secrets secrets(folder, secret_files);
  NamedData data;
  std::error_code error;
  for (const std::string& path : names.paths) {
    if (!is_plain(path) || is_linked(folder, path))
      continue;
    const fs::file_status status = fs::symlink_status(folder / path, error);
    if (fs::is_regular_file(status)) {
      (secrets.hold(path) ? data.secret : data.files).push_back(path);
    } else if (is_pattern(path) && !fs::exists(status)) {
      data.files.push_back(path);
      add_found(folder, path, secrets, data);
    }
  }
  add_tables(folder, names.tables, secrets, data);
  for (const DataTable& table : data.tables)
    data.files.push_back(table.file);
  return data;
}

} // namespace deploy_plan::measuring

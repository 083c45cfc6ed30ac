// A bare program over DuckDB's library: what a statement takes where nothing but the statement is asked.
//   duckdb LIBRARY SQL     in a database in memory, with the settings that measure has
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>

namespace {
struct Result {
  std::uint64_t unused[3];
  void* pointers[3];
};

template <class Function>
Function* find(void* library, const char* name) {
  void* const found = dlsym(library, name);
  if (found == nullptr)
    std::exit(2);
  return reinterpret_cast<Function*>(found);
}
} // namespace

int main(int count, char** words) {
  void* const library = count == 3 ? dlopen(words[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
  if (library == nullptr)
    return 2;
  void *database = nullptr, *connection = nullptr;
  find<int(const char*, void**)>(library, "duckdb_open")(nullptr, &database);
  find<int(void*, void**)>(library, "duckdb_connect")(database, &connection);
  const auto query = find<int(void*, const char*, Result*)>(library, "duckdb_query");
  Result result{};
  if (query(connection, "SET temp_directory=''", nullptr) != 0 || query(connection, words[2], &result) != 0)
    return 2;
  const auto rows = find<std::uint64_t(Result*)>(library, "duckdb_row_count")(&result);
  const auto columns = find<std::uint64_t(Result*)>(library, "duckdb_column_count")(&result);
  const auto text = find<char*(Result*, std::uint64_t, std::uint64_t)>(library, "duckdb_value_varchar");
  for (std::uint64_t row = 0; row < rows; ++row)
    for (std::uint64_t column = 0; column < columns; ++column)
      std::printf("%s%c", text(&result, column, row), column + 1 == columns ? '\n' : ',');
  find<void(Result*)>(library, "duckdb_destroy_result")(&result);
  find<void(void**)>(library, "duckdb_disconnect")(&connection);
  find<void(void**)>(library, "duckdb_close")(&database);
}

// DuckDB's library, opened when it is asked for.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace deploy_plan::measuring::duckdb {

struct DatabaseHandle;
struct ConnectionHandle;
struct ConfigHandle;
struct PreparedHandle;
struct ChunkHandle;
struct VectorHandle;
struct Result {
  std::uint64_t columns, rows, changed;
  void* data;
  char* error;
  void* internal;
};
struct Days {
  std::int32_t since_1970;
};
/// A text in a vector: up to twelve bytes stand in it, longer ones elsewhere, after the first four of them.
struct StoredText {
  std::uint32_t size;
  char bytes[12];

  [[nodiscard]] std::string_view words() const {
    if (size <= sizeof bytes)
      return {bytes, size};
    const char* elsewhere = nullptr;
    std::memcpy(&elsewhere, bytes + 4, sizeof elsewhere);
    return {elsewhere, size};
  }
};

/// DuckDB's C interface (duckdb.h of 1.5), as far as it is used. Calls give 0 for success.
struct DuckDb {
  const char* (*version)();
  int (*create_config)(ConfigHandle**);
  int (*configure)(ConfigHandle*, const char* name, const char* value);
  void (*destroy_config)(ConfigHandle**);
  int (*open)(const char* file, DatabaseHandle**, ConfigHandle*, char** error);
  void (*close)(DatabaseHandle**);
  int (*connect)(DatabaseHandle*, ConnectionHandle**);
  void (*disconnect)(ConnectionHandle**);
  void (*interrupt)(ConnectionHandle*);
  int (*query)(ConnectionHandle*, const char* sql, Result*);
  int (*prepare)(ConnectionHandle*, const char* sql, PreparedHandle**);
  void (*destroy_prepared)(PreparedHandle**);
  const char* (*prepare_error)(PreparedHandle*);
  int (*statement_type)(PreparedHandle*);
  std::uint64_t (*prepared_columns)(PreparedHandle*);
  int (*parameter_index)(PreparedHandle*, std::uint64_t*, const char* name);
  int (*bind_day)(PreparedHandle*, std::uint64_t, Days);
  int (*bind_text)(PreparedHandle*, std::uint64_t, const char*, std::uint64_t size);
  int (*execute)(PreparedHandle*, Result*);
  const char* (*result_error)(Result*);
  void (*destroy_result)(Result*);
  std::uint64_t (*columns)(Result*);
  const char* (*column_name)(Result*, std::uint64_t);
  ChunkHandle* (*fetch)(Result);
  void (*destroy_chunk)(ChunkHandle**);
  std::uint64_t (*chunk_size)(ChunkHandle*);
  VectorHandle* (*vector)(ChunkHandle*, std::uint64_t column);
  void* (*data)(VectorHandle*);
  std::uint64_t* (*validity)(VectorHandle*);
  void (*free)(void*);
};

/// Debian has no package of it: the loader finds libduckdb.so, or DEPLOY_PLAN_DUCKDB names the file in full;
/// what is relative would be looked for beside the strategy, which may be a stranger's. nullptr where there
/// is none, or one without some of this.
[[nodiscard]] const DuckDb* open_duckdb();

} // namespace deploy_plan::measuring::duckdb

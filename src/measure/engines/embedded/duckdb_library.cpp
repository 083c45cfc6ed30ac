#include "measure/engines/embedded/duckdb_library.hpp"
#include "system/library.hpp"
#include <cstdlib>
#include <memory>

namespace deploy_plan::measuring::duckdb {
namespace {

void* open_library() {
  const char* const named = std::getenv("DEPLOY_PLAN_DUCKDB");
  if (named == nullptr || *named == '\0')
    return dlopen("libduckdb.so", RTLD_NOW | RTLD_LOCAL);
  return *named == '/' ? dlopen(named, RTLD_NOW | RTLD_LOCAL) : nullptr;
}

} // namespace

const DuckDb* open_duckdb() {
  static const std::unique_ptr<const DuckDb> opened = []() -> std::unique_ptr<const DuckDb> {
    void* const library = open_library();
    auto duckdb = std::make_unique<DuckDb>();
    if (library == nullptr)
      return nullptr;
    const auto find = [&](const char* name, auto& into) {
      return system::find_function(library, name, into);
    };
    const bool whole =
        find("duckdb_library_version", duckdb->version) &&
        find("duckdb_create_config", duckdb->create_config) && find("duckdb_set_config", duckdb->configure) &&
        find("duckdb_destroy_config", duckdb->destroy_config) && find("duckdb_open_ext", duckdb->open) &&
        find("duckdb_close", duckdb->close) && find("duckdb_connect", duckdb->connect) &&
        find("duckdb_disconnect", duckdb->disconnect) && find("duckdb_interrupt", duckdb->interrupt) &&
        find("duckdb_query", duckdb->query) && find("duckdb_prepare", duckdb->prepare) &&
        find("duckdb_destroy_prepare", duckdb->destroy_prepared) &&
        find("duckdb_prepare_error", duckdb->prepare_error) &&
        find("duckdb_prepared_statement_type", duckdb->statement_type) &&
        find("duckdb_prepared_statement_column_count", duckdb->prepared_columns) &&
        find("duckdb_bind_parameter_index", duckdb->parameter_index) &&
        find("duckdb_bind_date", duckdb->bind_day) && find("duckdb_bind_varchar_length", duckdb->bind_text) &&
        find("duckdb_execute_prepared", duckdb->execute) &&
        find("duckdb_result_error", duckdb->result_error) &&
        find("duckdb_destroy_result", duckdb->destroy_result) &&
        find("duckdb_column_count", duckdb->columns) && find("duckdb_column_name", duckdb->column_name) &&
        find("duckdb_fetch_chunk", duckdb->fetch) &&
        find("duckdb_destroy_data_chunk", duckdb->destroy_chunk) &&
        find("duckdb_data_chunk_get_size", duckdb->chunk_size) &&
        find("duckdb_data_chunk_get_vector", duckdb->vector) &&
        find("duckdb_vector_get_data", duckdb->data) &&
        find("duckdb_vector_get_validity", duckdb->validity) && find("duckdb_free", duckdb->free);
    return whole ? std::move(duckdb) : nullptr;
  }();
  return opened.get();
}

} // namespace deploy_plan::measuring::duckdb

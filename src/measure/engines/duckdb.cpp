#include "measure/engine.hpp"

namespace deploy_plan::measuring {

const Engine duckdb_engine{
    "duckdb",
    "libduckdb.so",
    {},
    [](const Address&, const Limits&) -> tl::expected<std::unique_ptr<Connection>, Failure> {
      return tl::unexpected(Failure{Trouble::no_library, "libduckdb.so"});
    }};

} // namespace deploy_plan::measuring

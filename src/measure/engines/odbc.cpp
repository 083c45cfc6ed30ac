// Databases that have an ODBC driver on the machine: MariaDB, SQL Server, Oracle, Trino…
#include "measure/engine.hpp"
#include "measure/engines/odbc/connection.hpp"
#include "measure/engines/odbc/interface.hpp"

namespace deploy_plan::measuring {

/// Its dialect is that of standard SQL, but that nothing which MariaDB would run is taken for a comment: a
/// statement is read again once the database is known.
const Engine odbc_engine{
    "odbc",
    "libodbc2",
    {.blank_after_dashes = true,
     .placeholder = [](Parameter, std::size_t, std::size_t) { return std::string("?"); }},
    odbc::connect,
    [] { return odbc::open_interface() != nullptr; }};

} // namespace deploy_plan::measuring

#include "measure/engines/odbc/interface.hpp"
#include "system/library.hpp"
#include <memory>

namespace deploy_plan::measuring::odbc {
namespace {

std::unique_ptr<const Interface> find_interface() {
  void* const library = dlopen("libodbc.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    return nullptr;
  auto odbc = std::make_unique<Interface>();
  const bool whole = system::find_function(library, "SQLAllocHandle", odbc->allocate) &&
                     system::find_function(library, "SQLFreeHandle", odbc->free) &&
                     system::find_function(library, "SQLSetEnvAttr", odbc->set_environment) &&
                     system::find_function(library, "SQLSetConnectAttrW", odbc->set_connection) &&
                     system::find_function(library, "SQLSetStmtAttrW", odbc->set_statement) &&
                     system::find_function(library, "SQLDriverConnectW", odbc->connect) &&
                     system::find_function(library, "SQLDisconnect", odbc->disconnect) &&
                     system::find_function(library, "SQLEndTran", odbc->end) &&
                     system::find_function(library, "SQLGetInfoW", odbc->inform) &&
                     system::find_function(library, "SQLExecDirectW", odbc->run) &&
                     system::find_function(library, "SQLPrepareW", odbc->prepare) &&
                     system::find_function(library, "SQLBindParameter", odbc->bind) &&
                     system::find_function(library, "SQLExecute", odbc->execute) &&
                     system::find_function(library, "SQLNumResultCols", odbc->count_columns) &&
                     system::find_function(library, "SQLDescribeColW", odbc->describe) &&
                     system::find_function(library, "SQLFetch", odbc->fetch) &&
                     system::find_function(library, "SQLGetData", odbc->read) &&
                     system::find_function(library, "SQLCancel", odbc->cancel) &&
                     system::find_function(library, "SQLGetDiagRecW", odbc->diagnose);
  return whole ? std::move(odbc) : nullptr;
}
} // namespace

const Interface* open_interface() {
  static const std::unique_ptr<const Interface> opened = find_interface();
  return opened.get();
}

} // namespace deploy_plan::measuring::odbc

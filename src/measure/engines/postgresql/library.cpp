#include "measure/engines/postgresql/library.hpp"
#include "system/library.hpp"
#include <memory>

namespace deploy_plan::measuring::postgresql {

const Libpq* open_libpq() {
  static const std::unique_ptr<const Libpq> opened = []() -> std::unique_ptr<const Libpq> {
    void* const library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    auto libpq = std::make_unique<Libpq>();
    if (library == nullptr)
      return nullptr;
    const bool whole = system::find_function(library, "PQconnectStartParams", libpq->start) &&
                       system::find_function(library, "PQconnectPoll", libpq->poll) &&
                       system::find_function(library, "PQfinish", libpq->finish) &&
                       system::find_function(library, "PQstatus", libpq->status) &&
                       system::find_function(library, "PQsocket", libpq->socket) &&
                       system::find_function(library, "PQerrorMessage", libpq->connection_error) &&
                       system::find_function(library, "PQparameterStatus", libpq->parameter_status) &&
                       system::find_function(library, "PQsslInUse", libpq->in_ssl) &&
                       system::find_function(library, "PQsslAttribute", libpq->ssl_attribute) &&
                       system::find_function(library, "PQsetNoticeReceiver", libpq->set_notice_receiver) &&
                       system::find_function(library, "PQsetnonblocking", libpq->set_nonblocking) &&
                       system::find_function(library, "PQescapeLiteral", libpq->escape) &&
                       system::find_function(library, "PQfreemem", libpq->free_memory) &&
                       system::find_function(library, "PQsendQuery", libpq->send) &&
                       system::find_function(library, "PQsendPrepare", libpq->send_prepare) &&
                       system::find_function(library, "PQsendDescribePrepared", libpq->send_describe) &&
                       system::find_function(library, "PQsendQueryPrepared", libpq->send_bound) &&
                       system::find_function(library, "PQsetSingleRowMode", libpq->set_single_row) &&
                       system::find_function(library, "PQflush", libpq->flush) &&
                       system::find_function(library, "PQconsumeInput", libpq->consume) &&
                       system::find_function(library, "PQisBusy", libpq->is_busy) &&
                       system::find_function(library, "PQgetResult", libpq->next) &&
                       system::find_function(library, "PQclear", libpq->clear) &&
                       system::find_function(library, "PQresultStatus", libpq->outcome) &&
                       system::find_function(library, "PQresultErrorField", libpq->error_field) &&
                       system::find_function(library, "PQnparams", libpq->parameters) &&
                       system::find_function(library, "PQparamtype", libpq->parameter_type) &&
                       system::find_function(library, "PQntuples", libpq->rows) &&
                       system::find_function(library, "PQnfields", libpq->columns) &&
                       system::find_function(library, "PQfname", libpq->column_name) &&
                       system::find_function(library, "PQftype", libpq->column_type) &&
                       system::find_function(library, "PQgetisnull", libpq->is_null) &&
                       system::find_function(library, "PQgetlength", libpq->length) &&
                       system::find_function(library, "PQgetvalue", libpq->value);
    return whole ? std::move(libpq) : nullptr;
  }();
  return opened.get();
}

} // namespace deploy_plan::measuring::postgresql

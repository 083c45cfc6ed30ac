// libpq, opened at run time: its C interface as far as it is used (libpq-fe.h of PostgreSQL 10 and later).
#pragma once
#include <string>

namespace deploy_plan::measuring::postgresql {

struct Libpq {
  struct Connection;                                                           ///< PGconn
  struct Result;                                                               ///< PGresult
  enum Status { ok = 0, bad = 1, ssl_startup = 7, gss_startup = 11 };          ///< ConnStatusType
  enum Polling { failed = 0, reading = 1, writing = 2, done = 3 };             ///< PostgresPollingStatusType
  enum Outcome { command_ok = 1, tuples_ok = 2, fatal = 7, single_tuple = 9 }; ///< ExecStatusType

  Connection* (*start)(const char* const* keywords, const char* const* values, int expand_dbname);
  int (*poll)(Connection*);
  void (*finish)(Connection*);
  int (*status)(const Connection*);
  int (*socket)(const Connection*);
  char* (*connection_error)(const Connection*);
  const char* (*parameter_status)(const Connection*, const char* name);
  int (*in_ssl)(Connection*);
  const char* (*ssl_attribute)(Connection*, const char* name);
  void (*(*set_notice_receiver)(Connection*, void (*)(void*, const Result*), void*))(void*, const Result*);
  int (*set_nonblocking)(Connection*, int);
  char* (*escape)(Connection*, const char* text, std::size_t size);
  void (*free_memory)(void*);

  int (*send)(Connection*, const char* commands);
  int (*send_prepare)(Connection*, const char* name, const char* statement, int count, const unsigned* types);
  int (*send_describe)(Connection*, const char* name);
  int (*send_bound)(Connection*, const char* name, int count, const char* const* values, const int* lengths,
                    const int* formats, int result_format);
  int (*set_single_row)(Connection*);
  int (*flush)(Connection*);
  int (*consume)(Connection*);
  int (*is_busy)(Connection*);
  Result* (*next)(Connection*);

  void (*clear)(Result*);
  int (*outcome)(const Result*);
  char* (*error_field)(const Result*, int field);
  int (*parameters)(const Result*);
  unsigned (*parameter_type)(const Result*, int parameter);
  int (*rows)(const Result*);
  int (*columns)(const Result*);
  char* (*column_name)(const Result*, int column);
  unsigned (*column_type)(const Result*, int column);
  int (*is_null)(const Result*, int row, int column);
  int (*length)(const Result*, int row, int column);
  char* (*value)(const Result*, int row, int column);
};

/// nullptr where there is no such library, or one that lacks what is used.
[[nodiscard]] const Libpq* open_libpq();

} // namespace deploy_plan::measuring::postgresql

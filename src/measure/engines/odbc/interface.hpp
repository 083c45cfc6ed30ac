// ODBC's C interface (sql.h and sqlext.h of unixODBC 2.3), as far as it is used: its wide functions, as texts
// of the narrow ones are in whatever the locale says. Names of the standard stand beside ours.
#pragma once
#include <cstdint>

namespace deploy_plan::measuring::odbc {

using Handle = void*;
using Result = short;
using Length = long; ///< SQLLEN: as wide as a pointer

constexpr Result succeeded = 0, succeeded_with_words = 1, no_data = 100;
constexpr short an_environment = 1, a_connection = 2, a_statement = 3;
constexpr short null_terminated = -3;
constexpr Length null_data = -1, no_total = -4;

enum EnvironmentAttribute : int { odbc_version = 200 };
enum ConnectionAttribute : int { access_mode = 101, autocommit = 102, login_timeout = 103, trace = 104 };
enum StatementAttribute : int { query_timeout = 0, max_rows = 1 };
enum Information : unsigned short { is_data_source_read_only = 25, dbms_name = 17, dbms_version = 18 };

/// Types of columns and parameters, and of the memory that they are copied to.
enum Type : short {
  numeric_type = 2,
  decimal_type = 3,
  integer_type = 4,
  small_type = 5,
  float_type = 6,
  real_type = 7,
  double_type = 8,
  varchar_type = 12,
  date_type = 91,
  timestamp_type = 93,
  big_type = -5,
  tiny_type = -6,
  bit_type = -7,
  wide_char_type = -8,
  wide_varchar_type = -9,
  signed_big_memory = -25
};

struct DateMemory {
  std::int16_t year;
  std::uint16_t month, day;
};
struct TimestampMemory {
  std::int16_t year;
  std::uint16_t month, day, hour, minute, second;
  std::uint32_t nanoseconds;
};

struct Interface {
  Result (*allocate)(short kind, Handle from, Handle* handle);             // SQLAllocHandle
  Result (*free)(short kind, Handle);                                      // SQLFreeHandle
  Result (*set_environment)(Handle, int attribute, void* value, int size); // SQLSetEnvAttr
  Result (*set_connection)(Handle, int attribute, void* value, int size);  // SQLSetConnectAttrW
  Result (*set_statement)(Handle, int attribute, void* value, int size);   // SQLSetStmtAttrW
  Result (*connect)(Handle, void* window, char16_t* words, short size, char16_t* completed, short room,
                    short* length, unsigned short prompt);                               // SQLDriverConnectW
  Result (*disconnect)(Handle);                                                          // SQLDisconnect
  Result (*end)(short kind, Handle, short how);                                          // SQLEndTran
  Result (*inform)(Handle, unsigned short what, void* value, short room, short* length); // SQLGetInfoW
  Result (*run)(Handle, char16_t* sql, int size);                                        // SQLExecDirectW
  Result (*prepare)(Handle, char16_t* sql, int size);                                    // SQLPrepareW
  Result (*bind)(Handle, unsigned short place, short direction, short memory, short type, unsigned long size,
                 short digits, void* value, Length room, Length* length); // SQLBindParameter
  Result (*execute)(Handle);                                              // SQLExecute
  Result (*count_columns)(Handle, short* count);                          // SQLNumResultCols
  Result (*describe)(Handle, unsigned short column, char16_t* name, short room, short* length, short* type,
                     unsigned long* size, short* digits, short* nullable); // SQLDescribeColW
  Result (*fetch)(Handle);                                                 // SQLFetch
  Result (*read)(Handle, unsigned short column, short memory, void* value, Length room,
                 Length* length); // SQLGetData
  Result (*cancel)(Handle);       // SQLCancel
  Result (*diagnose)(short kind, Handle, short record, char16_t* state, int* native, char16_t* words,
                     short room, short* length); // SQLGetDiagRecW
};
/// nullptr where the library is not there.
[[nodiscard]] const Interface* open_interface();

} // namespace deploy_plan::measuring::odbc

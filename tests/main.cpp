#define CATCH_CONFIG_MAIN
#include "catch.hpp"

#if defined(__SANITIZE_ADDRESS__)
// What CBC's own libraries leave behind is not ours to mend.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libCoinUtils\nleak:libCbc\nleak:libClp\n";
}
#endif

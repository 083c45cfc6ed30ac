#include "system/secrecy.hpp"
#include <sys/prctl.h>
#include <sys/resource.h>

namespace deploy_plan::system {

void leave_no_core() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

} // namespace deploy_plan::system

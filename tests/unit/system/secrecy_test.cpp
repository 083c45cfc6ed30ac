// A process that holds secrets, in a process of its own: what it gives up does not come back.
#include "catch.hpp"
#include "system/secrecy.hpp"
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

TEST_CASE("no core is left from then on") {
  const pid_t process = fork();
  if (process == 0) {
    deploy_plan::system::leave_no_core();
    rlimit now{1, 1};
    getrlimit(RLIMIT_CORE, &now);
    _exit(now.rlim_cur == 0 && now.rlim_max == 0 && prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
  }
  int status = -1;
  CHECK(waitpid(process, &status, 0) == process);
  CHECK(status == 0);
}

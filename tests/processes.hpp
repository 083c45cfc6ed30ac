// Processes of a test: some that end well, and some that are killed.
#pragma once
#include <csignal>
#include <cstdlib>
#include <functional>
#include <optional>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

namespace deploy_plan::test {

/// A process that does some work and ends with what it gives; nothing is flushed, nor checked for leaks.
inline pid_t begun(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0)
    _exit(work());
  return child;
}

/// The status that a process ended with; -1 where it was killed.
inline int ended(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) != child)
    ;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

enum class Killed { yes, ended_before, cannot_trace };

/// Kills a process that does some work at the n-th time that it enters or leaves the system.
inline Killed killed_at(std::size_t n, const std::function<int()>& work) {
  constexpr int untraced = 77;
  const pid_t child = begun([&] {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
      return untraced;
    raise(SIGSTOP);
    return work();
  });
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status))
    return Killed::cannot_trace;
  for (std::size_t i = 0; i < n; ++i) {
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
    if (!WIFSTOPPED(status))
      return Killed::ended_before;
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return Killed::yes;
}

} // namespace deploy_plan::test

#include "system/temporary_files.hpp"
#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <unistd.h>
#include <utility>

namespace deploy_plan::system {
namespace {

struct TemporaryName {
  std::atomic<pid_t> owner{0}; ///< 0 where there is none; a fork has no part in it
  int folder = 0;
  std::array<char, 4096> name{};
};
// A handler knows nothing but what always stands.
std::array<TemporaryName, 512> temporary_names; // NOLINT(*-non-const-global-variables)
static_assert(std::atomic<pid_t>::is_always_lock_free);

void end_by_signal(int signal) { // nothing but what is safe in a signal's handler
  for (TemporaryName& one : temporary_names)
    if (one.owner == getpid())
      unlinkat(one.folder, one.name.data(), 0);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void heed_signals() {
  for (const int signal : {SIGHUP, SIGINT, SIGTERM})
    if (std::signal(signal, end_by_signal) == SIG_IGN)
      std::signal(signal, SIG_IGN); // as under nohup
}
} // namespace

RemovedBySignal::RemovedBySignal(int folder, const std::string& name) {
  static std::mutex alone;
  const std::scoped_lock lock(alone);
  const auto free = std::find_if(temporary_names.begin(), temporary_names.end(),
                                 [](const TemporaryName& one) { return one.owner != getpid(); });
  if (free == temporary_names.end() || name.size() >= free->name.size())
    return;
  free->folder = folder;
  std::copy_n(name.c_str(), name.size() + 1, free->name.begin());
  free->owner = getpid();
  place_ = static_cast<std::size_t>(free - temporary_names.begin());
  heed_signals();
}

void RemovedBySignal::forget() {
  if (const std::size_t place = std::exchange(place_, none); place != none)
    temporary_names[place].owner = 0;
}

} // namespace deploy_plan::system

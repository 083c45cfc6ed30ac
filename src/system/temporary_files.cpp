#include "system/temporary_files.hpp"
#include "system/held_signals.hpp"
#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <sched.h>
#include <unistd.h>

namespace deploy_plan::system {
namespace {

constexpr std::string_view mark = ".deploy-plan-", any = "XXXXXX"; // as mkstemp wants it

/// The process that has the turn; 0 is none. A fork has no part in a turn of its parent's.
std::atomic<pid_t> at_work{0}; // NOLINT(*-non-const-global-variables)
static_assert(std::atomic<pid_t>::is_always_lock_free);

void take_turn() {
  const pid_t here = getpid();
  for (pid_t other = 0; !at_work.compare_exchange_weak(other, here);)
    if (other == here) {
      sched_yield();
      other = 0;
    }
}

/// One thread at a time makes files and forgets them, or removes them in a signal's handler, which comes to
/// no thread that has the turn.
class Turn {
public:
  Turn() { take_turn(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() { at_work = 0; }

private:
  const HeldSignals held_;
};
} // namespace

std::string temporary_beside(const std::string& path) {
  constexpr std::size_t most = 200; // bytes, so that there is room for the rest
  const std::filesystem::path beside(path);
  return (beside.parent_path() / beside.filename().string().substr(0, most))
      .string()
      .append(mark)
      .append(any);
}

bool is_temporary(std::string_view name) {
  const auto at = name.rfind(mark);
  return at != std::string_view::npos && name.size() - at == mark.size() + any.size();
}

RemovedBySignal* RemovedBySignal::newest = nullptr;

/// Nothing but what is safe in a signal's handler. The turn is never given back: no other thread makes one
/// more file on the way to the end.
void RemovedBySignal::end_by(int signal) {
  take_turn();
  for (const RemovedBySignal* one = newest; one != nullptr; one = one->next_)
    if (one->owner_ == getpid())
      unlinkat(one->folder_, one->name_.c_str(), 0);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void RemovedBySignal::heed_signals() {
  struct sigaction ours {};
  ours.sa_handler = end_by;
  sigfillset(&ours.sa_mask); // a second signal would wait for the turn of the first
  for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
    struct sigaction now {};
    if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) // as under nohup
      sigaction(signal, &ours, nullptr);
  }
}

RemovedBySignal::RemovedBySignal(int folder, const std::string& name, const std::function<bool()>& make)
    : owner_(getpid()), folder_(folder) {
  const Turn turn;
  heed_signals();
  if (!make())
    return;
  name_ = name;
  next_ = newest;
  place_ = &newest;
  if (next_ != nullptr)
    next_->place_ = &next_;
  newest = this;
}

RemovedBySignal::~RemovedBySignal() {
  if (place_ == nullptr)
    return;
  const Turn turn;
  *place_ = next_;
  if (next_ != nullptr)
    next_->place_ = place_;
}

} // namespace deploy_plan::system

// What must not be torn by a signal.
#pragma once
#include <csignal>

namespace deploy_plan::system {

/// While it lives, no signal that can be held comes to this thread: they come afterwards.
class HeldSignals {
public:
  HeldSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
  sigset_t before_{};
};

} // namespace deploy_plan::system

#include "catch.hpp"
#include "system/held_signals.hpp"

using namespace deploy_plan;

namespace {
volatile std::sig_atomic_t came = 0;
void count(int) { came = came + 1; }
} // namespace

TEST_CASE("a signal that is held comes afterwards") {
  const auto before = std::signal(SIGUSR1, count);
  {
    const system::HeldSignals held;
    std::raise(SIGUSR1);
    CHECK(came == 0);
  }
  CHECK(came == 1);
  std::signal(SIGUSR1, before);
}

// Work in a process of its own.
#include "catch.hpp"
#include "system/own_process.hpp"
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace deploy_plan::system;
using namespace std::chrono_literals;

Moment soon() { return std::chrono::steady_clock::now() + 60s; }
constexpr std::size_t much = std::size_t{1} << 30U;

bool has_children() { return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD; }
} // namespace

TEST_CASE("work in a process of its own answers, dies or is ended, and leaves no process behind") {
  const auto answered = in_own_process([] { return std::string(300000, 'x'); }, soon(), much);
  CHECK(answered.ending == Ending::finished);
  CHECK(answered.answer == std::string(300000, 'x'));
  CHECK(in_own_process([]() -> std::string { std::abort(); }, soon(), much).ending == Ending::died);
  CHECK(in_own_process([]() -> std::string { throw std::bad_alloc(); }, soon(), much).ending == Ending::died);
  CHECK(in_own_process([]() -> std::string { _exit(0); }, soon(), much).ending == Ending::died);
  const auto endless = []() -> std::string {
    for (;;)
      pause();
  };
  const auto briefly = std::chrono::steady_clock::now() + 50ms;
  CHECK(in_own_process(endless, briefly, much).ending == Ending::out_of_time);
  CHECK_FALSE(has_children());
}

TEST_CASE("a process of its own has no descriptor, handler or output of ours") {
  const int ours = open("/dev/null", O_RDONLY);
  const auto before = std::signal(SIGTERM, [](int) {});
  const auto told = in_own_process(
      [&] {
        puts("not to be read");
        const bool is_open = fcntl(ours, F_GETFD) >= 0 && ours > 3;
        return std::string(is_open ? "open " : "") +
               (std::signal(SIGTERM, SIG_DFL) == SIG_DFL ? "" : "handled");
      },
      soon(), much);
  std::signal(SIGTERM, before);
  close(ours);
  CHECK(told.ending == Ending::finished);
  CHECK(told.answer.empty());
}

TEST_CASE("a process of its own fills no disk") {
  const auto told = in_own_process(
      [] {
        const int file = open("/tmp", O_TMPFILE | O_RDWR, 0600);
        const bool holds = ftruncate(file, off_t{1} << 30) == 0;
        const bool grows = ftruncate(file, (off_t{1} << 30) + 1) == 0;
        return std::string(holds ? "holds" : "") + (grows || errno != EFBIG ? " grows" : "");
      },
      soon(), much);
  CHECK(told.answer == "holds");
}

TEST_CASE("what a process said stands however it ends") {
  std::vector<std::string> heard;
  const auto hear = [&](std::string_view message) {
    heard.emplace_back(message);
    return soon();
  };
  const auto two = [](const Say& say) {
    say("one");
    say("");
    say(std::string(100000, 'x'));
  };
  CHECK(in_own_process(two, soon(), hear, much) == Ending::finished);
  CHECK(heard == std::vector<std::string>{"one", "", std::string(100000, 'x')});
  heard.clear();
  const auto dying = [](const Say& say) {
    say("before");
    std::abort();
  };
  CHECK(in_own_process(dying, soon(), hear, much) == Ending::died);
  CHECK(heard == std::vector<std::string>{"before"});
  const auto silent = [](const Say& say) {
    say("before");
    for (;;)
      pause();
  };
  const auto not_again = [](std::string_view) { return std::chrono::steady_clock::now() + 50ms; };
  CHECK(in_own_process(silent, soon(), not_again, much) == Ending::out_of_time);
  CHECK_FALSE(has_children());
}

#include "system/own_process.hpp"
#include "system/held_signals.hpp"
#include "system/write_all.hpp"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace deploy_plan::system {
namespace {

/// What is said is its length, then its bytes; the length that nothing has ends all that is said: without it
/// the end was cut short.
using Length = std::uint64_t;
constexpr Length no_more = ~Length{0};

class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  [[nodiscard]] int number() const { return number_; }
  void close() {
    if (const int number = std::exchange(number_, -1); number >= 0)
      ::close(number);
  }

private:
  int number_;
};

/// Bytes of memory that are mapped now.
std::size_t mapped_memory() {
  const Descriptor file(open("/proc/self/statm", O_RDONLY | O_CLOEXEC));
  char words[64] = {};
  if (file.number() < 0 || read(file.number(), words, sizeof words - 1) <= 0)
    return 0;
  return std::strtoull(words, nullptr, 10) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void limit(decltype(RLIMIT_CORE) what, std::size_t most) {
  rlimit now{};
  if (getrlimit(what, &now) == 0 && most < now.rlim_cur) {
    now.rlim_cur = most;
    setrlimit(what, &now);
  }
}

/// The handlers of ours would undo files that are not this process's.
void forget_handlers() {
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction now {};
    if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_DFL && now.sa_handler != SIG_IGN)
      std::signal(signal, SIG_DFL);
  }
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN); // a file beyond its limit is an error to whoever writes it
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
}

/// Leaves the answer's descriptor alone open, as the first beyond the standard ones, which lead nowhere.
int keep_only(int answer) {
  constexpr int kept = STDERR_FILENO + 1;
  if (answer != kept)
    dup2(answer, kept);
  close_range(kept + 1, ~0U, 0);
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (nowhere != standard)
      dup2(nowhere, standard);
  if (nowhere > kept)
    close(nowhere);
  return kept;
}

using Work = std::function<void(const Say& say)>;
using Heard = std::function<Moment(std::string_view message)>;

void say_length(int file, Length length) {
  if (!write_all(file, {reinterpret_cast<const char*>(&length), sizeof length}))
    _exit(1);
}

[[noreturn]] void work_there(const Work& work, pid_t parent, int answer, std::size_t most_mapped) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) // it ended before that was asked
    _exit(1);
  prctl(PR_SET_DUMPABLE, 0);
  forget_handlers();
  const int kept = keep_only(answer);
  limit(RLIMIT_CORE, 0);
  constexpr std::size_t largest_file = std::size_t{1} << 30U;
  limit(RLIMIT_FSIZE, largest_file);
  limit(RLIMIT_AS, most_mapped);
  try {
    work([&](std::string_view message) {
      say_length(kept, message.size());
      if (!write_all(kept, message))
        _exit(1);
    });
    say_length(kept, no_more);
    _exit(0);
  } catch (...) { // for want of memory
    _exit(1);
  }
}

/// Waits for the process, whatever else waits for processes here.
bool ended_well(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR)
      return true; // somebody else was told: what it said will tell
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Hands on what is said, message by message.
class Hearing {
public:
  explicit Hearing(const Heard& listener) : heard_(listener) {}

  /// Until when the next message is waited for.
  void take(std::string_view bytes, Moment& until) {
    said_ += bytes;
    std::size_t read = 0;
    while (!is_whole_ && said_.size() - read >= sizeof(Length)) {
      Length length = 0;
      std::memcpy(&length, said_.data() + read, sizeof length);
      is_whole_ = length == no_more;
      if (is_whole_ || said_.size() - read - sizeof length < length)
        break;
      until = heard_(std::string_view(said_).substr(read + sizeof length, length));
      read += sizeof length + length;
    }
    said_.erase(0, read);
  }
  /// Whether the work came to its end.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

private:
  const Heard& heard_;
  std::string said_; ///< of a message that is not whole yet
  bool is_whole_ = false;
};

/// False where the time is over before the end.
bool hear(int file, Moment until, Hearing& hearing) {
  using std::chrono::milliseconds;
  char piece[1U << 16U];
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
    if (left <= milliseconds{0})
      return false;
    pollfd watched{file, POLLIN, 0};
    poll(&watched, 1, static_cast<int>(std::min(left, milliseconds{1000000}).count()));
    if (watched.revents == 0)
      continue;
    const auto got = read(file, piece, sizeof piece);
    if (got == 0 || (got < 0 && errno != EINTR))
      return true;
    if (got > 0)
      hearing.take({piece, static_cast<std::size_t>(got)}, until);
  }
}
/// AddressSanitizer's allocator does not see to a fork while another thread holds it: a child would wait for
/// ever. Tests that are built with it, and have threads, work where they are.
bool may_fork() {
#ifdef __SANITIZE_ADDRESS__
  const std::filesystem::directory_iterator threads("/proc/self/task");
  return std::distance(begin(threads), end(threads)) == 1;
#else
  return true;
#endif
}
} // namespace

OwnProcess in_own_process(const std::function<std::string()>& work, Moment until, std::size_t most_memory) {
  OwnProcess process;
  process.ending = in_own_process([&](const Say& say) { say(work()); }, until,
                                  [&](std::string_view message) {
                                    process.answer = message;
                                    return until;
                                  },
                                  most_memory);
  if (process.ending != Ending::finished)
    process.answer.clear();
  return process;
}

Ending in_own_process(const Work& work, Moment until, const Heard& heard, std::size_t most_memory) {
  // One fork at a time: the writing end of an answer must not live on in another thread's process.
  static std::mutex one_at_a_time;
  std::unique_lock lock(one_at_a_time);
  if (!may_fork()) {
    work([&](std::string_view message) { (void)heard(message); });
    return Ending::finished;
  }
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return Ending::not_begun;
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const std::size_t most_mapped = mapped_memory() + most_memory;
  const pid_t here = getpid();
  pid_t process = -1;
  {
    const HeldSignals held; // between a fork and what its process does about signals
    process = fork();
    if (process == 0)
      work_there(work, here, writing.number(), most_mapped);
  }
  writing.close();
  lock.unlock();
  if (process < 0)
    return Ending::not_begun;
  Hearing hearing(heard);
  const bool in_time = hear(reading.number(), until, hearing);
  if (!in_time)
    kill(process, SIGKILL);
  const bool well = ended_well(process);
  if (!in_time)
    return Ending::out_of_time;
  return well && hearing.is_whole() ? Ending::finished : Ending::died;
}

} // namespace deploy_plan::system

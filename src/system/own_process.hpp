// Work that may end the process it runs in: a solver whose assertions abort, or that never comes back.
//
// The process is a fork, not a program of its own: whoever links the library has no program beside it, the
// work needs no copy of what it reads, and it costs a millisecond. A fork of a process with threads may only
// do what no lock of another thread can stop: glibc makes memory and streams usable there, the solver is
// opened before, with all its symbols, and the work is to call nothing else.
#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace deploy_plan::system {

using Moment = std::chrono::steady_clock::time_point;

enum class Ending {
  finished,
  died, ///< by an abort, for want of memory
  out_of_time,
  not_begun ///< the system gives no process
};
struct OwnProcess {
  Ending ending{};
  std::string answer; ///< of work that finished
};

/// Runs work in a process of its own and gives the bytes that it answers. The process has no descriptor of
/// ours but for its answer, prints nothing, leaves no core, writes no file beyond 1 GiB, takes at most
/// `most_memory` bytes more than we have, and ends with us, by `until` at the latest, or when we are ended.
[[nodiscard]] OwnProcess in_own_process(const std::function<std::string()>& work, Moment until,
                                        std::size_t most_memory);

/// Says something on the way.
using Say = std::function<void(std::string_view message)>;
/// The same for work that says several things: each is heard as soon as it is said, and what was heard stands
/// however the process ends. The first is waited for until `until`, each that follows until the moment that
/// `heard` gives.
[[nodiscard]] Ending in_own_process(const std::function<void(const Say& say)>& work, Moment until,
                                    const std::function<Moment(std::string_view message)>& heard,
                                    std::size_t most_memory);

} // namespace deploy_plan::system

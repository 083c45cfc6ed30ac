// Work shared among threads, its results taken in order.
#pragma once
#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace deploy_plan::source {

/// Calls `work(i)` for each i below `count` on up to `threads` threads, and `take(result)` in the order of i
/// on the calling thread. At most `ahead` results wait to be taken, so that memory does not grow with
/// `count`. Where the system gives fewer threads, or none, fewer work. What `work` or `take` throws is thrown
/// here.
template <class Work, class Take>
void in_order(std::size_t count, unsigned threads, Work work, Take take, std::size_t ahead = 16) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i)
      take(work(i));
    return;
  }
  using Result = decltype(work(std::size_t{0}));
  std::mutex access;
  std::condition_variable changed;
  std::map<std::size_t, Result> done;
  std::size_t next = 0;
  std::size_t taken = 0;
  std::exception_ptr failure;

  const auto run = [&] {
    std::unique_lock lock(access);
    for (;;) {
      changed.wait(lock, [&] { return failure || next >= count || next < taken + ahead; });
      if (failure || next >= count)
        return;
      const std::size_t mine = next++;
      lock.unlock();
      try {
        Result result = work(mine);
        lock.lock();
        done.emplace(mine, std::move(result));
      } catch (...) {
        if (!lock.owns_lock())
          lock.lock();
        failure = std::current_exception();
      }
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  try {
    workers.reserve(std::min<std::size_t>(threads, count));
    while (workers.size() < workers.capacity())
      workers.emplace_back(run);
  } catch (const std::exception&) {
    // The system gives no more: those that there are do the work, or the caller does.
    if (workers.empty())
      return in_order(count, 1, work, take);
  }

  std::unique_lock lock(access);
  while (taken < count) {
    changed.wait(lock, [&] { return failure || done.contains(taken); });
    if (failure)
      break;
    auto result = done.extract(taken);
    lock.unlock();
    std::exception_ptr refused;
    try {
      take(std::move(result.mapped()));
    } catch (...) {
      refused = std::current_exception(); // said once the workers have stopped waiting for their turn
    }
    lock.lock();
    failure = failure ? failure : refused;
    ++taken;
    changed.notify_all();
  }
  lock.unlock();
  workers.clear(); // joins them
  if (failure)
    std::rethrow_exception(failure);
}

} // namespace deploy_plan::source

// Work that a driver may never come back from, whatever time-outs it was told.
#pragma once
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>

namespace deploy_plan::measuring::odbc {

/// Work in a thread of its own. What is not done when nobody waits any more goes on alone until the process
/// ends: what it works with must live as long.
template <class Answer>
class Working {
public:
  explicit Working(std::function<Answer()> work)
      : task_(std::make_shared<std::packaged_task<Answer()>>(std::move(work))), answer_(task_->get_future()) {
    try {
      thread_ = std::thread([task = task_] { (*task)(); });
    } catch (const std::system_error&) { // no thread is to be had
      (*task_)();
    }
  }
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
  ~Working() {
    if (thread_.joinable())
      thread_.detach();
  }
  /// Nothing where it is not done in time. What the work throws is thrown here.
  std::optional<Answer> wait(std::chrono::milliseconds limit) {
    if (answer_.wait_for(limit) != std::future_status::ready)
      return std::nullopt;
    if (thread_.joinable())
      thread_.join();
    return answer_.get();
  }

private:
  std::shared_ptr<std::packaged_task<Answer()>> task_;
  std::future<Answer> answer_;
  std::thread thread_;
};

} // namespace deploy_plan::measuring::odbc

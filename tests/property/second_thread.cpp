// A second thread, for as long as the properties are tested. AddressSanitizer's allocator does not see to a
// fork beside one, so that plans are then solved where they are (system/own_process.cpp): copying the tests'
// memory for each of thousands of small plans took twice as long as all the rest. That a plan is solved in a
// process of its own is for the unit tests and the commands, which have no such thread.
#ifdef __SANITIZE_ADDRESS__
#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

class SecondThread {
public:
  SecondThread() : thread_([this] { wait(); }) {}
  SecondThread(const SecondThread&) = delete;
  SecondThread& operator=(const SecondThread&) = delete;
  ~SecondThread() {
    {
      const std::scoped_lock lock(mutex_);
      is_over_ = true;
    }
    over_.notify_one();
    thread_.join();
  }

private:
  void wait() {
    std::unique_lock lock(mutex_);
    over_.wait(lock, [this] { return is_over_; });
  }

  std::mutex mutex_;
  std::condition_variable over_;
  bool is_over_ = false;
  std::thread thread_; ///< the last: it waits for what stands above
};
const SecondThread second;

} // namespace
#endif

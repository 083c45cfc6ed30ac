// Files on their way to another name: a signal that ends the program leaves none behind.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace deploy_plan::system {

/// A pattern for mkstemp: a name beside `path`, which may be cut, of the kind that nothing but this program
/// gives.
[[nodiscard]] std::string temporary_beside(const std::string& path);
/// Whether a file's name is of that kind: one that stays is of a process that was killed.
[[nodiscard]] bool is_temporary(std::string_view name);

/// Removes a file where SIGHUP, SIGINT or SIGTERM ends this process while it lives.
class RemovedBySignal {
public:
  /// `make` makes the file, and says whether it did; `name`, in an open folder or from AT_FDCWD, is read
  /// afterwards. No signal ends the process in between, whichever thread it comes to.
  RemovedBySignal(int folder, const std::string& name, const std::function<bool()>& make);
  RemovedBySignal(const RemovedBySignal&) = delete;
  RemovedBySignal& operator=(const RemovedBySignal&) = delete;
  /// It is no more, or has the name that it was made for.
  ~RemovedBySignal();

private:
  pid_t owner_; ///< a fork has no part in it
  int folder_;
  std::string name_;
  RemovedBySignal** place_ = nullptr; ///< what leads here, if anything
  RemovedBySignal* next_ = nullptr;

  static RemovedBySignal* newest;
  static void end_by(int signal);
  static void heed_signals();
};

} // namespace deploy_plan::system

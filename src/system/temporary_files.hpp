// Files on their way to another name: a signal that ends the program leaves none behind.
#pragma once
#include <cstddef>
#include <string>

namespace deploy_plan::system {

/// Removes a file where SIGHUP, SIGINT or SIGTERM ends this process while it lives.
class RemovedBySignal {
public:
  RemovedBySignal() = default;
  /// `name` in an open folder, or AT_FDCWD. A name that is too long, or beyond the few that are kept, is not
  /// removed.
  RemovedBySignal(int folder, const std::string& name);
  RemovedBySignal(const RemovedBySignal&) = delete;
  RemovedBySignal& operator=(const RemovedBySignal&) = delete;
  ~RemovedBySignal() { forget(); }
  /// It is no more, or has the name that it was made for.
  void forget();

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t place_ = none;
};

} // namespace deploy_plan::system

// A folder whose files one process writes at a time.
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace deploy_plan::system {

/// Holds the lock while it lives, and the folder open; a process that ends, however it does, gives it back.
/// Whoever locks a folder that this process holds has a share in it.
class LockedFolder {
public:
  explicit LockedFolder(int open_folder) : descriptor_(open_folder) {}
  LockedFolder(const LockedFolder&) = delete;
  LockedFolder& operator=(const LockedFolder&) = delete;
  ~LockedFolder();
  [[nodiscard]] int descriptor() const { return descriptor_; }

private:
  int descriptor_;
};

/// Waits for others as long as is said. Fails with the system's error number: EWOULDBLOCK where another
/// process holds it still.
[[nodiscard]] tl::expected<std::shared_ptr<const LockedFolder>, int>
lock_folder(const std::string& path, std::chrono::milliseconds patience);

} // namespace deploy_plan::system

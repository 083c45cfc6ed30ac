#include "system/locked_folder.hpp"
#include <cerrno>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace deploy_plan::system {
namespace {

/// 0, or the system's error number.
int wait_for_lock(int folder, std::chrono::milliseconds patience) {
  constexpr auto pause = std::chrono::milliseconds(10);
  const auto until = std::chrono::steady_clock::now() + patience;
  while (flock(folder, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR)
      continue;
    if (errno != EWOULDBLOCK)
      return errno;
    if (std::chrono::steady_clock::now() >= until)
      return EWOULDBLOCK;
    std::this_thread::sleep_for(pause);
  }
  return 0;
}
} // namespace

LockedFolder::~LockedFolder() { close(descriptor_); }

tl::expected<std::shared_ptr<const LockedFolder>, int> lock_folder(const std::string& path,
                                                                   std::chrono::milliseconds patience) {
  static std::mutex alone;
  static std::map<std::pair<dev_t, ino_t>, std::weak_ptr<const LockedFolder>> held;
  const std::scoped_lock lock(alone);
  const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return tl::unexpected(errno);
  auto locked = std::make_shared<const LockedFolder>(folder);
  struct stat about {};
  if (fstat(folder, &about) != 0)
    return tl::unexpected(errno);
  auto& known = held[{about.st_dev, about.st_ino}];
  if (auto share = known.lock())
    return share;
  if (const int error = wait_for_lock(folder, patience); error != 0)
    return tl::unexpected(error);
  known = locked;
  return locked;
}

} // namespace deploy_plan::system

#include "system/whole_file.hpp"
#include "system/temporary_files.hpp"
#include "system/write_all.hpp"
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace deploy_plan::system {
namespace {

using Why = NotReplaced::Why;

/// A new file in a folder, that is gone at the end unless it was given another name.
class FileBeside {
public:
  FileBeside(int in, std::string called) : folder_(in), name_(std::move(called)) {
    unlinkat(folder_, name_.c_str(), 0); // of a process that was killed
    removed_.emplace(folder_, name_, [this] {
      file_ = openat(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
      error_ = file_ < 0 ? errno : 0;
      return file_ >= 0;
    });
  }
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;
  ~FileBeside() {
    (void)close_file();
    if (error_ == 0 && !is_renamed_)
      unlinkat(folder_, name_.c_str(), 0);
  }

  [[nodiscard]] int error() const { return error_; }

  NotReplaced take_after(const std::optional<struct stat>& replaced, unsigned permissions) {
    struct stat made {};
    const bool is_same_owner = !replaced || (fstat(file_, &made) == 0 && made.st_uid == replaced->st_uid &&
                                             made.st_gid == replaced->st_gid);
    if (!is_same_owner && fchown(file_, replaced->st_uid, replaced->st_gid) != 0)
      return {Why::of_others};
    const mode_t mask = umask(0);
    umask(mask);
    return said(fchmod(file_, replaced ? replaced->st_mode & 0777U : permissions & ~mask) == 0);
  }

  NotReplaced write(std::string_view bytes) {
    return said(write_all(file_, bytes) && fsync(file_) == 0 && close_file() == 0);
  }

  NotReplaced rename(const std::string& name) {
    if (renameat(folder_, name_.c_str(), folder_, name.c_str()) != 0)
      return said(false);
    is_renamed_ = true;
    (void)fsync(folder_); // the name is the new one already; some file systems cannot do it
    return {};
  }

private:
  const int folder_;
  const std::string name_;
  int file_ = -1;
  int error_ = 0;
  bool is_renamed_ = false;
  std::optional<RemovedBySignal> removed_;

  static NotReplaced said(bool success) { return success ? NotReplaced{} : NotReplaced{Why::system, errno}; }
  int close_file() {
    const int file = std::exchange(file_, -1);
    return file < 0 ? 0 : close(file);
  }
};

/// Hidden; a name that leaves no room for more is cut.
std::string name_beside(const std::string& name) { return "." + name.substr(0, 200) + ".new"; }
} // namespace

NotReplaced replace_file(int folder, const std::string& name, std::string_view bytes, unsigned permissions) {
  struct stat about {};
  std::optional<struct stat> replaced;
  if (fstatat(folder, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0)
    replaced = about;
  else if (errno != ENOENT)
    return {Why::system, errno};
  if (replaced && !S_ISREG(about.st_mode))
    return {Why::no_file};
  if (replaced && (about.st_mode & 0222U) == 0) // said to everyone, root included
    return {Why::read_only};
  if (replaced && faccessat(folder, name.c_str(), W_OK, AT_EACCESS) != 0)
    return {Why::system, errno};
  FileBeside beside(folder, name_beside(name));
  if (beside.error() != 0)
    return {Why::system, beside.error()};
  NotReplaced failed = beside.take_after(replaced, permissions);
  if (failed.why == Why::nothing)
    failed = beside.write(bytes);
  return failed.why == Why::nothing ? beside.rename(name) : failed;
}

} // namespace deploy_plan::system

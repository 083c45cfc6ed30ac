#include "cli/command.hpp"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace deploy_plan::cli {
namespace {

constexpr std::size_t most_bytes = 0xFFFFFFFE; // places are 32-bit

bool read_all(int file, std::string& bytes) {
  struct stat about {};
  std::size_t room = 1U << 16U;
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode))
    room = static_cast<std::size_t>(about.st_size) + 1;
  for (std::size_t size = 0;;) {
    if (size == bytes.size())
      bytes.resize(size + std::max(room, size));
    const auto got = read(file, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0 || size + static_cast<std::size_t>(got) > most_bytes) {
      if (got > 0)
        errno = EFBIG;
      bytes.resize(size);
      return got == 0;
    }
    size += static_cast<std::size_t>(got);
  }
}

bool write_all(int file, std::string_view words) {
  while (!words.empty()) {
    const auto written = write(file, words.data(), words.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    words.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool replace_file(const std::string& path, const std::string& words) {
  std::string temporary = path + ".XXXXXX";
  const int file = mkstemp(temporary.data());
  if (file < 0)
    return false;
  const mode_t mask = umask(0);
  umask(mask);
  bool written = write_all(file, words) && fchmod(file, 0666 & ~mask) == 0;
  written = close(file) == 0 && written;
  if (written && std::rename(temporary.c_str(), path.c_str()) == 0)
    return true;
  const int reason = errno;
  unlink(temporary.c_str());
  errno = reason;
  return false;
}
} // namespace

Exit answer(const std::string& words, const std::string& path, const Common& common, Exit success) {
  const bool written = path.empty() ? write_all(STDOUT_FILENO, words) : replace_file(path, words);
  if (written)
    return success;
  return refuse(common, {{"cannot write {0}: {1}", "impossible d'écrire {0} : {1}"},
                         {path.empty() ? std::string("stdout") : path, std::string(std::strerror(errno))}});
}

Exit refuse(const Common& common, const Phrase& what) {
  (void)write_all(STDERR_FILENO, "deploy-plan: " + what.in(common.language) + "\n");
  return not_carried_out;
}

std::shared_ptr<const Source> read_source(const std::string& path, std::string& reason) {
  // Not to wait for a writer: a FIFO that nobody fills must not hang a build.
  const int file = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  std::string bytes;
  struct stat about {};
  if (file < 0 || fstat(file, &about) != 0)
    reason = std::strerror(errno);
  else if (S_ISDIR(about.st_mode))
    reason = std::strerror(EISDIR);
  else if (!read_all(file, bytes))
    reason = std::strerror(errno);
  if (file > STDIN_FILENO)
    close(file);
  if (!reason.empty())
    bytes.clear();
  return std::make_shared<const Source>(path, std::move(bytes));
}

} // namespace deploy_plan::cli

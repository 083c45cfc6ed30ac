#include "source/found.hpp"
#include "text/failure.hpp"
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace deploy_plan {
namespace {

/// 0, or the system's error number.
int read_all(int file, std::size_t expected, std::uint64_t most_bytes, std::string& bytes) {
  for (std::size_t size = 0;;) {
    if (size == bytes.size())
      bytes.resize(size + std::max(expected + 1, size));
    const auto got = read(file, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR)
      continue;
    size += got > 0 ? static_cast<std::size_t>(got) : 0;
    if (got <= 0 || size > most_bytes) {
      bytes.resize(size);
      return got < 0 ? errno : got > 0 ? EFBIG : 0;
    }
  }
}

/// 0, or the system's error number.
int read_open(int file, std::uint64_t most_bytes, std::string& bytes) {
  struct stat about {};
  if (fstat(file, &about) != 0)
    return errno;
  if (S_ISDIR(about.st_mode))
    return EISDIR;
  // Opened without waiting for a writer; from here on, one that is there is waited for.
  if (!S_ISREG(about.st_mode) && file != STDIN_FILENO)
    fcntl(file, F_SETFL, 0);
  const bool sized = S_ISREG(about.st_mode) && about.st_size > 0;
  if (sized && static_cast<std::uint64_t>(about.st_size) > most_bytes)
    return EFBIG;
  return read_all(file, sized ? static_cast<std::size_t>(about.st_size) : 1U << 16U, most_bytes, bytes);
}

Text read_failure(int error, const ReadLimits& limits) {
  if (error != EFBIG)
    return text::failure(error);
  return limits.most_bytes < most_source_bytes
             ? limits.refusals.too_large
             : Text{"it is too large: 4 GiB at most", "il est trop grand : 4 Gio au plus"};
}

bool is_inside(const std::filesystem::path& folder, const std::filesystem::path& file) {
  const auto relative = file.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}
} // namespace

void FilesRead::add(int descriptor) {
  struct stat about {};
  if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode))
    return;
  const std::scoped_lock alone(access_);
  files_.emplace(about.st_dev, about.st_ino);
}

bool FilesRead::holds(const std::string& path) const {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0)
    return false;
  const std::scoped_lock alone(access_);
  return files_.contains({about.st_dev, about.st_ino});
}

ReadResult read_source(const std::string& path, const ReadLimits& limits) {
  const int file = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  std::string bytes;
  const int error = file < 0 ? errno : read_open(file, limits.most_bytes, bytes);
  if (file >= 0 && limits.noted != nullptr)
    limits.noted->add(file);
  if (file > STDIN_FILENO)
    close(file);
  if (error != 0)
    return tl::unexpected(read_failure(error, limits));
  return std::make_shared<const Source>(path, std::move(bytes));
}

namespace {

/// Reads a regular file, within a folder unless the limits allow it elsewhere; `outside` says where it is
/// then.
ReadResult read_confined(const std::filesystem::path& folder, const std::filesystem::path& wanted,
                         const NeighbourLimits& limits, Text outside) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path real = fs::canonical(wanted, error);
  if (error)
    return tl::unexpected(text::failure(error.value()));
  if (!limits.allow_outside && !is_inside(fs::canonical(folder.empty() ? "." : folder, error), real))
    return tl::unexpected(outside);
  if (faccessat(AT_FDCWD, real.c_str(), R_OK, AT_EACCESS) != 0)
    return tl::unexpected(text::failure(errno));
  if (!fs::is_regular_file(real, error))
    return tl::unexpected(Text{"it is not a regular file", "ce n'est pas un fichier ordinaire"});
  return read_source(wanted.string(), limits.reading);
}
} // namespace

ReadResult source::read_found(const std::string& folder, const std::string& path,
                              const NeighbourLimits& limits) {
  return read_confined(folder, path, limits, limits.reading.refusals.led_outside);
}

ReadResult read_neighbour(const std::string& of, const std::string& path, const NeighbourLimits& limits) {
  namespace fs = std::filesystem;
  if (path.find('\0') != std::string::npos)
    return tl::unexpected(Text{"its name holds a NUL byte", "son nom contient un octet NUL"});
  const fs::path folder = of == "-" ? fs::path(".") : fs::path(of).parent_path();
  return read_confined(folder, folder / path, limits, limits.reading.refusals.outside);
}

} // namespace deploy_plan

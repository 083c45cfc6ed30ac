#include "cli/command.hpp"
#include "report/json_values.hpp"
#include "system/write_all.hpp"
#include "text/failure.hpp"
#include "text/terminal.hpp"
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace deploy_plan::cli {
namespace {

constexpr std::size_t enough = 1U << 16U; // bytes gathered before they are written

using system::write_all;
} // namespace

bool may_stand(const std::string& path, const Common& common) {
  std::error_code none;
  const auto there = std::filesystem::symlink_status(path, none);
  if (!std::filesystem::exists(there) || std::filesystem::is_regular_file(there))
    return true;
  (void)refuse(common, {{"cannot write {0}: it is a link, a pipe or a folder, and no file; delete it, or "
                         "write elsewhere",
                         "impossible d'écrire {0} : c'est un lien, un tube ou un dossier, et pas un "
                         "fichier ; supprimez-le, ou écrivez ailleurs"},
                        {path}});
  return false;
}

void Output::forget_temporary() {
  temporary_.clear();
  removed_.reset();
}

Output::Output(std::string path, Lines lines) : lines_(lines), path_(std::move(path)) {
  if (path_.empty())
    file_ = STDOUT_FILENO;
  else
    open_file();
}

void Output::open_file() {
  struct stat about {};
  const bool exists = stat(path_.c_str(), &about) == 0;
  if (!exists && errno != ENOENT)
    return fail(errno);
  if (!exists && path_.ends_with('/'))
    return fail({"it is the name of a folder; name a file", "c'est le nom d'un dossier ; nommez un fichier"});
  if (exists && !S_ISREG(about.st_mode)) {
    file_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC); // a device or a pipe cannot be replaced by a file
    if (file_ < 0)
      fail(errno);
    return;
  }
  std::error_code none;
  if (!exists && std::filesystem::is_symlink(path_, none))
    return fail({"it is a link to nothing", "c'est un lien vers rien"});
  if (exists && !may_be_replaced(about))
    return;
  if (exists)
    path_ =
        std::filesystem::canonical(path_, none).string(); // through a link, to the file that it stands for
  open_temporary(exists ? &about : nullptr);
}

/// A file that may not be written in place is not replaced either.
bool Output::may_be_replaced(const struct stat& about) {
  if ((about.st_mode & 0222U) == 0) // said to everyone, root included
    fail({"it is read-only", "il est en lecture seule"});
  else if (faccessat(AT_FDCWD, path_.c_str(), W_OK, AT_EACCESS) != 0)
    fail(errno);
  return !failure_;
}

/// Made beside the path; of the owner and with the permissions of what it is to replace, if anything.
void Output::open_temporary(const struct stat* replaced) {
  temporary_ = system::temporary_beside(path_);
  removed_.emplace(AT_FDCWD, temporary_, [this] {
    file_ = mkstemp(temporary_.data());
    if (file_ < 0)
      fail(errno);
    return file_ >= 0;
  });
  if (file_ < 0)
    return forget_temporary();
  struct stat made {};
  const bool is_same_owner =
      replaced == nullptr ||
      (fstat(file_, &made) == 0 && made.st_uid == replaced->st_uid && made.st_gid == replaced->st_gid);
  if (!is_same_owner && fchown(file_, replaced->st_uid, replaced->st_gid) != 0)
    return fail({"it belongs to others, from whom it would be taken",
                 "il appartient à d'autres, à qui il serait pris"});
  const mode_t mask = umask(0);
  umask(mask);
  // A program's right to run as its owner does not pass to what is written over it.
  if (fchmod(file_, replaced != nullptr ? replaced->st_mode & 0777U : 0666U & ~mask) != 0)
    fail(errno);
}

void Output::fail(int error) { fail(text::failure(error)); }
void Output::fail(Text why) {
  if (!failure_)
    failure_ = why;
}

Progress::Progress(const Common& common)
    : is_wanted_(!common.quiet && isatty(STDERR_FILENO) == 1), begin_(std::chrono::steady_clock::now()) {}

void Progress::show(std::size_t done, std::size_t of) {
  constexpr auto long_enough = std::chrono::milliseconds(300);
  constexpr int width = 25;
  const int percent = static_cast<int>(100 * done / std::max<std::size_t>(1, of));
  if (!is_wanted_ || percent == percent_ || std::chrono::steady_clock::now() - begin_ < long_enough)
    return;
  percent_ = percent;
  const auto full = static_cast<std::size_t>(percent * width / 100);
  std::cerr << "\r" << std::string(full, '#') << std::string(width - full, '.') << " " << percent << " %"
            << std::flush;
}

void Progress::clear() const {
  if (percent_ >= 0)
    std::cerr << "\r\x1b[K" << std::flush;
}

Output::~Output() { abandon(); }

void Output::abandon() {
  if (kept_ && file_ != destination_)
    file_ = destination_;
  if (file_ > STDERR_FILENO)
    close(file_);
  if (!temporary_.empty())
    unlink(temporary_.c_str());
  forget_temporary();
  file_ = -1;
}

void Output::write(std::string_view piece) {
  buffer_ += piece;
  if (buffer_.size() >= enough && keep_apart())
    flush(false);
}

/// Where what is held may go: a file without a name. Where there can be none it stays in memory.
bool Output::keep_apart() {
  if (!is_held_ || kept_ || !temporary_.empty())
    return true;
  kept_.reset(std::tmpfile());
  if (kept_)
    destination_ = std::exchange(file_, fileno(kept_.get()));
  return kept_ != nullptr;
}

/// What was held, to where it was held from.
void Output::pass_on() {
  const int kept = std::exchange(file_, destination_);
  std::vector<char> piece(enough);
  if (lseek(kept, 0, SEEK_SET) != 0)
    return fail(errno);
  for (;;) {
    const auto size = read(kept, piece.data(), piece.size());
    if (size == 0)
      return;
    if (size < 0 ? errno != EINTR : !write_all(file_, {piece.data(), static_cast<std::size_t>(size)}))
      return fail(errno);
  }
}

/// Writes whole lines, and what remains at the end. A file keeps what it is given; what goes elsewhere may be
/// read by a runner.
void Output::flush(bool all) {
  const auto lines = all ? buffer_.size() : buffer_.rfind('\n') + 1; // 0 where there is none
  const std::string_view words = std::string_view(buffer_).substr(0, lines);
  const bool is_file = !temporary_.empty();
  const bool kept = is_file || lines_ == Lines::commands;
  if (!failure_ && !(kept ? write_all(file_, words) : write_all(file_, text::without_commands(words))))
    fail(errno);
  buffer_.erase(0, lines);
}

void Output::put_in_place() {
  if (kept_)
    pass_on();
  if (failure_ || file_ == STDOUT_FILENO)
    return;
  close_file();
  if (failure_ || (!temporary_.empty() && std::rename(temporary_.c_str(), path_.c_str()) != 0)) {
    fail(errno);
    if (!temporary_.empty())
      unlink(temporary_.c_str());
  }
  forget_temporary();
}

void Output::close_file() {
  if (const int file = std::exchange(file_, -1); file >= 0 && close(file) != 0)
    fail(errno);
}

bool Output::is_ready(const Common& common) {
  flush(true);
  if (!path_.empty() && common.files_read->holds(path_))
    fail({"it was read for this answer, and would be lost; name another file",
          "il a été lu pour cette réponse, et serait perdu ; nommez un autre fichier"});
  if (!failure_ && !temporary_.empty())
    close_file(); // so that any number of them may wait for the others
  if (failure_)
    (void)say_failure(common);
  return !failure_;
}

Exit Output::finish(const Common& common, Exit success) {
  if (!is_ready(common))
    return not_carried_out;
  put_in_place();
  return failure_ ? say_failure(common) : success;
}

Exit Output::say_failure(const Common& common) {
  abandon();
  const Argument name =
      path_.empty() ? Argument(Text{"standard output", "la sortie standard"}) : Argument(path_);
  return refuse(common, {{"cannot write {0}: {1}", "impossible d'écrire {0} : {1}"}, {name, *failure_}});
}

Exit write_whole(std::string_view words, const std::string& path, const Common& common) {
  Output output(path);
  output.write(words);
  return output.finish(common);
}

void tell(std::string_view lines) { (void)write_all(STDERR_FILENO, text::without_commands(lines)); }

void tell(const Common& common, const Phrase& what) {
  tell("deploy-plan: " + text::visible(what.in(common.language)) + "\n");
}

Exit refuse(const Common& common, const Phrase& what) {
  tell(common, what);
  if (common.json)
    (void)write_all(STDOUT_FILENO, report::written({{"format", "deploy-plan/error@1"},
                                                    {"error", what.in(common.language)}}));
  return not_carried_out;
}

} // namespace deploy_plan::cli

// Files that are replaced whole: what stood there stands until the new one is on the disk.
#pragma once
#include <string>
#include <string_view>

namespace deploy_plan::system {

/// Why a file stands as it stood.
struct NotReplaced {
  enum class Why {
    nothing,   ///< it was replaced
    system,    ///< `error` says it
    read_only, ///< no one may write it: it is not replaced either
    of_others, ///< and would be taken from them
    no_file    ///< a folder, a link, a pipe or a device stands there
  };
  Why why{};
  int error = 0;
};

/// Writes a file beside `name` in an open folder, with the permissions and the owner of what it replaces, and
/// gives it that name once it is on the disk. Whoever calls holds the folder's lock. A process that is killed
/// may leave the file beside, `.NAME.new`, which the next call removes. `permissions` are those of a file
/// that replaces none, less what the umask takes.
[[nodiscard]] NotReplaced replace_file(int folder, const std::string& name, std::string_view bytes,
                                       unsigned permissions = 0666);

} // namespace deploy_plan::system

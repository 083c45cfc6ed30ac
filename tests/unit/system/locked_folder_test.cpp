#include "catch.hpp"
#include "folder.hpp"
#include "processes.hpp"
#include "system/locked_folder.hpp"
#include <cerrno>

namespace of_locked_folder {

using namespace deploy_plan;
using system::lock_folder;
using test::Folder;

namespace {

constexpr std::chrono::milliseconds at_once{0};

/// 0 where another process may have the folder, else the system's error number.
int of_another(const Folder& folder) {
  return test::ended(test::begun([&] {
    const auto locked = lock_folder(folder.path.string(), at_once);
    return locked ? 0 : locked.error();
  }));
}
} // namespace

TEST_CASE("a folder is locked for others as long as anyone here holds it") {
  const Folder folder, other;
  {
    const auto locked = lock_folder(folder.path.string(), at_once);
    REQUIRE(locked);
    {
      const auto again = lock_folder((folder.path / ".").string(), at_once);
      REQUIRE(again);
      CHECK(*again == *locked);
    }
    // A fork has its share of what was open; one that locks it anew is another.
    CHECK(of_another(other) == 0);
  }
  CHECK(of_another(folder) == 0);
}

TEST_CASE("whoever is killed gives the folder back") {
  const Folder folder;
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  const pid_t holder = test::begun([&] {
    const auto locked = lock_folder(folder.path.string(), at_once);
    const char byte = locked ? '1' : '0';
    if (write(ready[1], &byte, 1) == 1)
      pause();
    return 0;
  });
  char byte = 0;
  REQUIRE(read(ready[0], &byte, 1) == 1);
  CHECK(lock_folder(folder.path.string(), at_once).error() == EWOULDBLOCK);
  kill(holder, SIGKILL);
  CHECK(test::ended(holder) == -1);
  CHECK(lock_folder(folder.path.string(), at_once));
  close(ready[0]);
  close(ready[1]);
}

TEST_CASE("what is no folder is not locked") {
  const Folder folder;
  folder.write("file", "");
  CHECK(lock_folder((folder.path / "file").string(), at_once).error() == ENOTDIR);
  CHECK(lock_folder((folder.path / "nothing").string(), at_once).error() == ENOENT);
}

} // namespace of_locked_folder

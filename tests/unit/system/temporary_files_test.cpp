#include "catch.hpp"
#include "folder.hpp"
#include "processes.hpp"
#include "system/temporary_files.hpp"
#include <fcntl.h>

namespace of_temporary_files {

using namespace deploy_plan;
using test::Folder;

namespace {

bool is_there(const Folder& folder, const std::string& name) {
  return std::filesystem::exists(folder.path / name);
}

/// A process that keeps files of some names until a signal ends it.
void end_by(int signal, const Folder& folder, const std::vector<std::string>& names, bool forgotten = false) {
  const int status = test::ended(test::begun([&] {
    std::vector<std::unique_ptr<system::RemovedBySignal>> kept;
    for (const std::string& name : names) {
      folder.write(name, "half");
      kept.push_back(std::make_unique<system::RemovedBySignal>(AT_FDCWD, (folder.path / name).string()));
    }
    if (forgotten)
      kept.clear();
    raise(signal);
    return 0;
  }));
  CHECK(status == -1);
}
} // namespace

TEST_CASE("a signal that ends the program leaves no file that is on its way") {
  const Folder folder;
  for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
    end_by(signal, folder, {"a", "b"});
    CHECK_FALSE(is_there(folder, "a"));
    CHECK_FALSE(is_there(folder, "b"));
  }
  end_by(SIGTERM, folder, {"a"}, true);
  CHECK(is_there(folder, "a")); // it has the name that it was made for
}

TEST_CASE("beyond those that are kept, and of a name too long, files stay") {
  const Folder folder;
  std::vector<std::string> names;
  for (int i = 0; i < 513; ++i)
    names.push_back("f" + std::to_string(i));
  end_by(SIGTERM, folder, names);
  CHECK_FALSE(is_there(folder, "f511"));
  CHECK(is_there(folder, "f512"));
  const system::RemovedBySignal too_long(AT_FDCWD, std::string(5000, 'x'));
}

TEST_CASE("a signal that ends another process takes nothing from this one") {
  const Folder folder;
  const int status = test::ended(test::begun([&] {
    folder.write("a", "half");
    const system::RemovedBySignal kept(AT_FDCWD, (folder.path / "a").string());
    const int of_fork = test::ended(test::begun([] {
      raise(SIGTERM);
      return 0;
    }));
    return of_fork == -1 && is_there(folder, "a") ? 0 : 1;
  }));
  CHECK(status == 0);
}

TEST_CASE("a signal that was to be passed over still is") {
  const Folder folder;
  const int status = test::ended(test::begun([&] {
    std::signal(SIGHUP, SIG_IGN);
    folder.write("a", "half");
    const system::RemovedBySignal kept(AT_FDCWD, (folder.path / "a").string());
    raise(SIGHUP);
    return is_there(folder, "a") ? 0 : 1;
  }));
  CHECK(status == 0);
}

} // namespace of_temporary_files

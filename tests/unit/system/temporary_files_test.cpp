#include "catch.hpp"
#include "folder.hpp"
#include "processes.hpp"
#include "system/temporary_files.hpp"
#include <chrono>
#include <fcntl.h>
#include <thread>

namespace of_temporary_files {

using namespace deploy_plan;
using test::Folder;

namespace {

bool is_there(const Folder& folder, const std::string& name) {
  return std::filesystem::exists(folder.path / name);
}

std::unique_ptr<system::RemovedBySignal> removed_by_signal(const Folder& folder, const std::string& name) {
  return std::make_unique<system::RemovedBySignal>(AT_FDCWD, (folder.path / name).string(), [&] {
    folder.write(name, "half");
    return true;
  });
}

/// A process that keeps files of some names until a signal ends it.
void end_by(int signal, const Folder& folder, const std::vector<std::string>& names, bool forgotten = false) {
  const int status = test::ended(test::begun([&] {
    std::vector<std::unique_ptr<system::RemovedBySignal>> kept;
    for (const std::string& name : names) {
      kept.push_back(removed_by_signal(folder, name));
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

TEST_CASE("however many there are, and whatever the length of their names, none stays") {
  const Folder folder;
  std::vector<std::string> names{std::string(250, 'x')};
  for (int i = 0; i < 1000; ++i)
    names.push_back("f" + std::to_string(i));
  end_by(SIGTERM, folder, names);
  CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a signal that comes while a file is made ends the program once the file is known") {
  for (const bool elsewhere : {false, true}) { // to another thread, which may take it
    const Folder folder;
    const int status = test::ended(test::begun([&] {
      const system::RemovedBySignal first(AT_FDCWD, "none", [] { return true; }); // signals are heeded
      std::jthread other([] { std::this_thread::sleep_for(std::chrono::seconds(60)); });
      const system::RemovedBySignal kept(AT_FDCWD, (folder.path / "a").string(), [&] {
        folder.write("a", "half");
        if (elsewhere)
          pthread_kill(other.native_handle(), SIGTERM);
        else
          raise(SIGTERM);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return true;
      });
      std::this_thread::sleep_for(std::chrono::seconds(60));
      return 0;
    }));
    CHECK(status == -1);
    CHECK_FALSE(is_there(folder, "a"));
  }
}

TEST_CASE("what was not made is not removed, and what is forgotten in any order neither") {
  const Folder folder;
  const int status = test::ended(test::begun([&] {
    folder.write("theirs", "whole");
    const system::RemovedBySignal not_made(AT_FDCWD, (folder.path / "theirs").string(), [] { return false; });
    auto a = removed_by_signal(folder, "a"), b = removed_by_signal(folder, "b"),
         c = removed_by_signal(folder, "c");
    b.reset();
    c.reset();
    raise(SIGTERM);
    return 0;
  }));
  CHECK(status == -1);
  CHECK(is_there(folder, "theirs"));
  CHECK_FALSE(is_there(folder, "a"));
  CHECK(is_there(folder, "b"));
  CHECK(is_there(folder, "c"));
}

TEST_CASE("files on their way have names that nothing else has") {
  const std::string name = system::temporary_beside("pages/s1.html");
  CHECK(name == "pages/s1.html.deploy-plan-XXXXXX");
  CHECK(system::is_temporary("s1.html.deploy-plan-b96QsS"));
  for (const std::string other :
       {"s1.html", "s1.html.b96QsS", "s1.deploy-plan-b96QsS.html", ".deploy-plan-", ""})
    CHECK_FALSE(system::is_temporary(other));
  CHECK(system::temporary_beside(std::string(255, 'x')).size() <= 255);
}

TEST_CASE("a signal that ends another process takes nothing from this one") {
  const Folder folder;
  const int status = test::ended(test::begun([&] {
    const auto kept = removed_by_signal(folder, "a");
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
    const auto kept = removed_by_signal(folder, "a");
    raise(SIGHUP);
    return is_there(folder, "a") ? 0 : 1;
  }));
  CHECK(status == 0);
}

} // namespace of_temporary_files

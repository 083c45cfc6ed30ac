#include "catch.hpp"
#include "folder.hpp"
#include "system/whole_file.hpp"
#include <fcntl.h>
#include <sstream>
#include <sys/stat.h>

namespace of_whole_file {

using namespace deploy_plan;
using system::replace_file;
using Why = system::NotReplaced::Why;
using test::Folder;

namespace {

class Opened {
public:
  Opened() : number(open(folder.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() { close(number); }
  [[nodiscard]] std::string text(const std::string& name) const {
    std::ostringstream words;
    words << std::ifstream(folder.path / name, std::ios::binary).rdbuf();
    return words.str();
  }
  [[nodiscard]] std::size_t files() const {
    const auto all = std::filesystem::directory_iterator(folder.path);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }
  [[nodiscard]] unsigned permissions(const std::string& name) const {
    struct stat about {};
    return stat((folder.path / name).c_str(), &about) == 0 ? about.st_mode & 07777U : 0;
  }
  const Folder folder;
  const int number;
};
} // namespace

TEST_CASE("a file is made, then replaced, with the permissions that it had") {
  const Opened in;
  const mode_t mask = umask(022);
  CHECK(replace_file(in.number, "a", "one").why == Why::nothing);
  CHECK(in.permissions("a") == 0644);
  CHECK(replace_file(in.number, "private", "one", 0600).why == Why::nothing);
  CHECK(in.permissions("private") == 0600);
  umask(mask);
  chmod((in.folder.path / "a").c_str(), 04755);
  CHECK(replace_file(in.number, "a", std::string(1U << 20U, 'x')).why == Why::nothing);
  CHECK(in.text("a") == std::string(1U << 20U, 'x'));
  CHECK(in.permissions("a") == 0755); // to run as its owner is not passed on
  CHECK(in.files() == 2);
}

TEST_CASE("what a killed process left beside is removed, and a name of any length has room") {
  const Opened in;
  in.folder.write(".a.new", "half");
  CHECK(replace_file(in.number, "a", "one").why == Why::nothing);
  CHECK(in.files() == 1);
  const std::string longest(255, 'n');
  CHECK(replace_file(in.number, longest, "one").why == Why::nothing);
  CHECK(in.text(longest) == "one");
  CHECK(replace_file(in.number, longest + "n", "one").error == ENAMETOOLONG);
  CHECK(in.files() == 2);
}

TEST_CASE("a link that stands in the way of the new file is not followed") {
  const Opened in;
  in.folder.write("victim", "stands");
  std::filesystem::create_symlink("victim", in.folder.path / ".a.new");
  CHECK(replace_file(in.number, "a", "one").why == Why::nothing);
  CHECK(in.text("victim") == "stands");
  std::filesystem::create_directory(in.folder.path / ".b.new");
  CHECK(replace_file(in.number, "b", "one").why == Why::system);
}

TEST_CASE("what is no file that may be written stays") {
  const Opened in;
  in.folder.write("a", "stands");
  chmod((in.folder.path / "a").c_str(), 0444);
  CHECK(replace_file(in.number, "a", "one").why == Why::read_only);
  std::filesystem::create_symlink("a", in.folder.path / "link");
  CHECK(replace_file(in.number, "link", "one").why == Why::no_file);
  std::filesystem::create_directory(in.folder.path / "folder");
  CHECK(replace_file(in.number, "folder", "one").why == Why::no_file);
  CHECK(in.text("a") == "stands");
  CHECK(in.files() == 3);
}

} // namespace of_whole_file
